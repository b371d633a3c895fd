"""Stress in Spanish words: where it is, and the accent that it needs in writing."""

import re

_PLAIN = str.maketrans("áéíóú", "aeiou")
_ACCENTED = str.maketrans("aeiou", "áéíóú")
# A vowel, or a strong one with weak ones around it.
_NUCLEUS = re.compile(r"[iuü]?[aeoáéó][iuy]?(?![aeoáéóíú])|[íú]|[iuü]?[aeoáéó]|[iuü]{1,2}")
_SECOND_LAST, _THIRD_LAST = 2, 3


def find_stressed_vowel(word: str) -> int:
    """Return the index of the stressed vowel of a word in lower case.

    >>> find_stressed_vowel("administre")
    6
    """
    if mark := re.search("[áéíóú]", word):
        return mark.start()
    nuclei = list(_NUCLEUS.finditer(re.sub(r"([gq])u(?=[ei])", r"\1-", word)))
    if not nuclei:
        return 0
    is_level = bool(re.search("[aeiouns]$", word)) and len(nuclei) > 1
    nucleus = nuclei[-_SECOND_LAST if is_level else -1]
    strong = re.search("[aeo]", nucleus[0])
    return nucleus.start() + strong.start() if strong else nucleus.end() - 1


def add_pronoun(word: str, pronoun: str) -> str:
    """Return a form of a verb with a pronoun behind it, with the accent that it needs.

    >>> add_pronoun("administre", "lo"), add_pronoun("dar", "le"), add_pronoun("dé", "le")
    ('adminístrelo', 'darle', 'dele')
    """
    at = find_stressed_vowel(word)
    plain = word.translate(_PLAIN) + pronoun
    behind = len(_NUCLEUS.findall(re.sub(r"([gq])u(?=[ei])", r"\1-", plain[at:])))
    if behind < _THIRD_LAST:
        return plain
    return plain[:at] + plain[at].translate(_ACCENTED) + plain[at + 1 :]
