"""Count the syllables of Spanish words by the rules of their spelling.

The rules are those of the Real Academia Española (Ortografía de la lengua española, 2010, II.2.2):
an unaccented i or u is one syllable with the vowel beside it; a, e and o are apart, as are two
equal vowels; an accented í or ú is apart from a, e and o.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from unicodedata import normalize

from plainlint.core.caches import remember
from plainlint.languages.es.spoken import spell_out

_OPEN = "aeoáéóàèòâêôäëöãõåæœ"
_VOWELS = f"{_OPEN}iuüíúìùîûï"
# In order: "que" and "gui" have no u to hear, "hueso" and "hielo" begin with a consonant, any other
# h is silent, and y is a vowel unless one follows.
_RESPELLED = (
    (re.compile(r"qu"), "q"),
    (re.compile(r"gu(?=[eéií])"), "g"),
    (re.compile(rf"(?<!c)h[ui](?=[{_VOWELS}])"), "w"),
    (re.compile(r"(?<!c)h"), ""),
    (re.compile(rf"y(?![{_VOWELS}])"), "i"),
)
_NUCLEUS = re.compile(
    rf"[iuü]?[{_OPEN}](?:[iuü](?![{_OPEN}íú]))?"
    r"|[uü][iíï]|i[uúü]|íu|úi|[iuüíúìùîûï]"
)


def count_word_syllables(word: str) -> int:
    """Return the number of syllables of a lower-case Spanish word without signs, at least one.

    Words of other languages that keep their spelling, such as "software", are looked up.

    >>> [count_word_syllables(word) for word in ("guion", "oncología", "prohibir", "limpiáis")]
    [1, 5, 3, 2]
    """
    if known := load_loanwords().get(word):
        return known
    return count_syllables_by_rule(word)


def count_syllables_by_rule(word: str) -> int:
    """Return the number of syllables of a lower-case word by its spelling, at least one."""
    for pattern, replacement in _RESPELLED:
        word = pattern.sub(replacement, word)
    return max(1, len(_NUCLEUS.findall(word)))


@remember(None)
def load_loanwords() -> Mapping[str, int]:
    """Read the syllables of words that keep the spelling of another language."""
    text = Path(__file__).with_name("loanwords.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in normalize("NFC", text).splitlines() if line[:1] != "#")
    return {word: int(count) for count, *words in rows for word in words}


@remember(1 << 16)
def count_syllables(word: str) -> int:
    """Return the number of syllables of a token read aloud; 0 without letter, digit or sign.

    >>> [count_syllables(token) for token in ("médico-paciente", "RM", "350", "12,5 %", "VIH")]
    [7, 4, 6, 8, 5]
    """
    return sum(map(_count_spoken_word, spell_out(word)))


# Many spoken words are names of letters and numbers, which recur.
@remember(1 << 12)
def _count_spoken_word(word: str) -> int:
    return count_word_syllables(word)
