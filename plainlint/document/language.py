"""Recognise the language of a text and of a document."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from unicodedata import normalize

from plainlint.document.function_words import ENGLISH, load_vocabulary, recognise_words
from plainlint.document.scripts import has_scripts, recognise_script

# A tag such as "en" or "pt-BR".
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
# In texts of so few words, signs such as "¿" and "." may be next to all of them.
_SHORT = 60
# Most English texts have fewer words of other languages, and at least so many more of their own.
_FEWEST_WORDS = 2
_OUTWEIGH = 0.5
_WORD = re.compile(r"[^\W\d_]+")
_SOFT_HYPHEN = "\xad"
# Texts are recognised together up to this many characters: some 200 function words.
_SAMPLE = 4_000


def is_english(language: str) -> bool:
    """Check whether a language tag such as `en-US` is one of English."""
    return language.lower().partition("-")[0] == ENGLISH


def read_language_tag(text: str) -> str:
    """Return a text if it is a language tag; otherwise an empty string."""
    return text if _TAG.fullmatch(text) else ""


def recognise_language(text: str) -> str:
    """Return the language code of a text, such as `es`; empty if it is not certain.

    The time is linear in the length of the text.
    """
    vocabulary = load_vocabulary()
    if not text.isascii():
        text = normalize("NFC", text).replace(_SOFT_HYPHEN, "")
    lowered = text.lower()
    words = lowered.split() if len(text) > _SHORT else _WORD.findall(lowered)
    if has_scripts(text):
        has_english = not vocabulary.words[ENGLISH].isdisjoint(words)
        if language := recognise_script(text, has_english=has_english):
            return language
    if _may_be_foreign(text, words) and (language := recognise_words(text)):
        return language
    return "" if vocabulary.only_english.isdisjoint(words) else ENGLISH


def _may_be_foreign(text: str, words: Sequence[str]) -> bool:
    """Check quickly whether the words of a text may be those of another language than English."""
    vocabulary = load_vocabulary()
    others = vocabulary.not_english.intersection(words)
    # Two words, unless there are letters that English does not have.
    if not others or (len(others) < _FEWEST_WORDS and text.isascii()):
        return False
    return len(others) >= _OUTWEIGH * len(vocabulary.words[ENGLISH].intersection(words))


def recognise_document_language(texts: Iterable[str], languages: Iterable[str]) -> str:
    """Return the language of most of the text of a document's blocks; English if uncertain.

    Args:
        texts: the texts of the blocks.
        languages: the language of each block, as `recognise_language` returns it.
    """
    lengths: Counter[str] = Counter()
    unknown, total = [], 0
    for text, language in zip(texts, languages, strict=True):
        if language:
            lengths[language] += len(text)
        elif total < _SAMPLE:
            unknown.append(text)
            total += len(text)
    if not lengths:
        return recognise_language("\n".join(unknown)[:_SAMPLE]) or ENGLISH
    # English comes first among equals.
    return max(sorted(lengths, key=ENGLISH.__ne__), key=lengths.__getitem__)
