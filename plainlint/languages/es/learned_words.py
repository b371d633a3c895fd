"""Learned words: rare Spanish nouns and adjectives of science, law and office."""

import re

from plainlint.languages.frequencies import UNLISTED, get_zipf_frequency
from plainlint.languages.known_words import is_listed_word

# Endings that words from Latin and Greek share. Forms of verbs and names of medicines have others.
_LEARNED = re.compile(
    r"\w{2,}(?:ci[óo]n|sión|dad|tud|ismo|itis|osis|emia|uria|patía|logía|grafía|tomía|scopia|plastia"
    r"|[aei]ncia|[ae]nte|[aeiu]ble|miento|ario|aria|ivo|iva|oso|osa|ico|ica|ídeo|ídea|ideo|idea|ial|eal|ual"
    r"|[bcdfghlmnprstv]al|ilar|ular|[nrst]orio|[nrst]oria|ógeno|ógena)(?:e?s)?"
)
_SHORTEST = 7


def is_learned(word: str) -> bool:
    """Return whether a word is a rare noun or adjective of science, law or office.

    Words with a capital may be names. Words that every adult knows are not learned.

    >>> [word for word in ("posológica", "elegibilidad", "tóquela", "ecografía")
    ...  if is_learned(word)]
    ['posológica', 'elegibilidad']
    """
    return (
        word.islower()
        and len(word) >= _SHORTEST
        and _LEARNED.fullmatch(word) is not None
        and all(
            get_zipf_frequency(form, "es") <= UNLISTED for form in (word, word.removesuffix("s"))
        )
        and not is_listed_word(word, "es")
    )
