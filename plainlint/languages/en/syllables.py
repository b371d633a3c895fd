"""Syllables of English words, numbers and acronyms, from a table and from spelling.

Vowel groups are counted, then corrected: two vowels side by side may belong to two syllables
(hiatus: ne-o-nate, leu-ke-mi-a), and an "e" may be silent (di-ag-nosed). The corrections are our
own, derived from the errors on one half of CMUdict; they are right as often on the other half.
`benchmarks/syllables.py` prints the share.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from plainlint.core.caches import remember
from plainlint.languages.en.spoken import (
    spell_out_capitals,
    spell_out_number,
    spell_out_ordinal,
    spell_out_signs,
)
from plainlint.languages.en.spoken_abbreviations import load_spoken_forms

_GROUP = r"[aeiouy]+"

# Each alternative starts with its letter, so that `re` rejects most positions at once.
_HIATUS = r"""
    c(?<=^mc)                                                    # McKay
  | m(?:(?<=[sz]m)|(?<=thm))(?=s?$)                        # embolism, rhythm
  | i(?: (?<![tcsg]i)(?=a(?!ge)) | (?<=[px]si)(?=a)          # anemia, dyspepsia
       | (?<=[tcsg]i)(?=at)                                      # associate
       | (?=o(?![nru])) | (?<![nv]i)(?=or)                       # biopsy, anterior
       | (?<![tcsgxnh]i)(?<!lli)(?=on) | (?<![tcsgx]i)(?=ou)     # ganglion, various
       | (?=[iuy]|e(?:rs?|st|ts?)$|et[aoysu]|ell|enn|ett|eth|esc)  # radii, tibiu-m, anxiety
       | (?<![tc]i)(?=en[tc]) | (?<=^sci)(?=en) | (?<=hi)(?=er) )  # nutrient, science
  | y(?: (?=ing) | (?<=[lrpf]y)(?=ers?$)                         # studying, flyer
       | (?<=[aeou]y)(?<!^ey)(?=[aeiou])(?!e[ds]?$)              # player
       | (?<=[mhckdt]y)(?=a(?!r[^r])|el|en) | (?<=[bcdfghlmprstz]y)(?=o)  # myalgia, myocardial
       | (?<=poly)(?=[aeiu]) )                                   # polyuria
  | e(?: (?<![ghjpy]e)(?=o(?![uye])) | (?<=[tr]he)(?=o)          # video, theory
       | (?<=ge)(?=os?$|o[lmpstcdg])                             # geology
       | (?<![cgsth]e)(?=ou) | (?=u[ms]$)                        # cutaneous, nucleus
       | (?:(?<=[aeiou][ntlgr]e)|(?<=[nr]ge)|(?<=che))(?=al(?:ly|s)?$)     # peritoneal, tracheal
       | (?=as?$|act|ate$|ics?$|ing)                             # area, react, nucleic, seeing
       | (?<=[cpth]re)(?=at[eio]) | (?<=the)(?=at)               # pancreatitis, theater
       | (?<=^re)(?=in[fisv]|i[mrt]|a[flps][a-z]|or|u[nps]|e(?:du|va|x|nt|l[ei]|st|mer))
       | (?<=^pre)(?=[aeiou])(?!ac) | (?<=cle)(?=i$) )           # preoperative, nuclei
  | u(?: (?<![qg]u)(?=a[lrtn]|e[rt]|en[ctz]|i[nd]|um)            # usual, influenza, fluid
       | (?<=[rfd]u)(?=el) | (?<!qu)(?=ou)                       # cruel, continuous
       | (?<=[tng]u)(?=it) | (?<=[dt]u)(?=o) )                   # continuity, duodenum
  | a(?: (?=o[crs]|oper) | (?<=[rtlsmb]a)(?=ics?) )              # aorta, archaic
  | o(?: (?=ing|ic(?!e)|im|in[fh]|org|oph|as?$)                  # going, stoic, oophorectomy
       | (?=a(?:ct|b|dj|ff|g|lv|n[aeit]|rt|ss))                     # osteoarthritis, coagulate
       | (?<=[a-z]o)(?=e(?:so|nt|nd|pi|le|x|t|m|ct))             # gastroenteritis
       | (?<=^co)(?=e[dqrv]|oper|ord|inc) )                      # coordinate
"""

# A final "le" or "re" after a consonant keeps its syllable: ta-ble, ti-tre.
_SILENT = r"""
    e(?: (?<=[^aeiouy]e)(?<![^aeiouylrw][lr]e)
         (?: $ | (?<![scgzx]e)(?<![cs]he)s$ | (?<![td]e)d$       # prostate, enzymes, biopsied
           | (?<!ele)(?=(?:ly|less|ments?|ful|fully|ness)$)      # severely, treatment
           | (?<=[aeiouy].e)(?=(?:some|m[ae]n|ways?|wood|well|lines?|sides?|wide|mak|work|hold
               |house|bound|keep|stead|room|book|like|wear|ware|word|time|front)) )
       | (?<=^fore)(?=[^aeiouynrs]) )                            # forearm, guideline, lifelike
  | ue(?<=[qg]ue)(?=[sd]?$)                                      # fatigue
  | a(?<=ica)(?=lly$)                                            # clinically
  | ^(?:home|white|horse|house|life|stone)(?=[^aeiouyrn]\w)      # homesick
"""


@remember(None)
def _compile_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Compile the patterns on first use: it takes 3 ms, and many commands never need them."""
    group, hiatus, silent = (re.compile(text, re.VERBOSE) for text in (_GROUP, _HIATUS, _SILENT))
    return group, hiatus, silent


def count_syllables_by_rule(word: str) -> int:
    """Return the number of syllables of a lower-case word in a-z, at least one."""
    group, hiatus, silent = _compile_patterns()
    count = len(group.findall(word)) + len(hiatus.findall(word)) - len(silent.findall(word))
    return max(count, 1)


_VOWELS = frozenset("aeiouy")
_SIBILANTS = ("s", "x", "z", "ce", "ge", "se", "ze", "ch", "sh")
# Endings by their last letter, each with its replacements in the base word: "studied" from
# "study", "baking" from "bake".
_ENDINGS: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "s": (("s", ("",)), ("es", ("",)), ("ies", ("y",)), ("ness", ("",)), ("less", ("",))),
    "d": (("ed", ("", "e")), ("ied", ("y",))),
    "g": (("ing", ("", "e")),),
    "y": (("ly", ("",)),),
    "t": (("ment", ("",)),),
}


@remember(None)
def load_exceptions() -> Mapping[str, int]:
    """Read the numbers of syllables of the words that the spelling rules get wrong."""
    lines = Path(__file__).with_name("syllables.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {word: int(count) for count, *words in rows for word in words}


def count_word_syllables(word: str, table: Mapping[str, int]) -> int:
    """Return the number of syllables of a lower-case word, at least one.

    The word may contain apostrophes. Words and bases in `table` are looked up there.
    """
    if word in table:
        return table[word]
    if "'" in word:
        return _count_with_apostrophe(word, table)
    inflected = _count_from_base(word, table)
    if inflected is not None:
        return inflected
    if _VOWELS.isdisjoint(word):
        return len(word) + 2 * word.count("w")
    return count_syllables_by_rule(word)


def _count_from_base(word: str, table: Mapping[str, int]) -> int | None:
    for ending, replacements in _ENDINGS.get(word[-1:], ()):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            for base in (stem + replacement for replacement in replacements):
                if base in table:
                    return table[base] + _adds_syllable(ending, base)
    return None


def _adds_syllable(ending: str, base: str) -> bool:
    if ending in {"s", "es", "ies"}:
        return base.endswith(_SIBILANTS)
    if ending in {"ed", "ied"}:
        return base.endswith(("t", "d", "te", "de"))
    return True


def _count_with_apostrophe(word: str, table: Mapping[str, int]) -> int:
    """Count a possessive ("nurse's"), a contraction ("didn't") or a name ("o'brien")."""
    stem, _, tail = word.rpartition("'")
    if tail == "s":
        return count_word_syllables(stem, table) + stem.endswith(_SIBILANTS)
    if tail == "t" and stem.endswith("n") and len(stem) > len("n"):
        return count_word_syllables(stem[:-1], table) + (stem[-2] not in _VOWELS)
    if tail in {"ll", "ve", "re", "d", "m"}:
        return count_word_syllables(stem, table) + (stem[-1] not in _VOWELS | {"w"})
    parts = (part for part in word.split("'") if not _VOWELS.isdisjoint(part))
    return max(sum(count_word_syllables(part, table) for part in parts), 1)


_PIECE = re.compile(
    r"""
      (?P<ordinal>\d{1,3}(?:,\d{3})+|\d+)(?i:st|nd|rd|th)\b
    | (?P<named>(?<=[^\W\d_])\d+(?!\.\d))
    | (?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d*\.?\d+)(?:s\b)?
    | (?P<letters>[^\W\d_]+(?:'[^\W\d_]+)*)
    """,
    re.VERBOSE,
)
_CASE_CHANGE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_SURNAME = re.compile(r"(?:Ma?c|O')[A-Z]")


@remember(1 << 16)
def count_syllables(word: str) -> int:
    """Return the number of syllables of a token read aloud; 0 without letter, digit or sign.

    A hyphenated word counts as the sum of its parts; punctuation counts 0.

    >>> [count_syllables(token) for token in ("follow-up", "crizotinib", "NSCLC", "65%", "H2O")]
    [3, 4, 5, 5, 3]
    """
    if word.isascii() and word.isalpha():
        return _count_by_case(word)
    count = sum(_count_piece(match) for match in _PIECE.finditer(spell_out_signs(word)))
    return count or int(any(character.isalnum() for character in word))


def _count_piece(match: re.Match[str]) -> int:
    kind, text = str(match.lastgroup), match[str(match.lastgroup)]
    if kind == "letters":
        return _count_by_case(text)
    if kind == "ordinal":
        return _sum_syllables(spell_out_ordinal(text))
    return _sum_syllables(spell_out_number(text, in_name=kind == "named"))


def _count_by_case(text: str) -> int:
    """Count letters by their case: a word, an acronym, or a mixture such as "mRNA" or "PhD"."""
    if spoken := load_spoken_forms().get(text):
        return _sum_syllables(spoken)
    lower = text.lower()
    if text[1:] == lower[1:]:
        return _sum_syllables([lower])
    if text.isupper() and "'" not in text:
        return _sum_syllables(spell_out_capitals(text))
    acronym = text.removesuffix("s").removesuffix("'")
    if acronym != text and acronym.isupper():
        return _sum_syllables(spell_out_capitals(acronym))
    if "'" in text or _SURNAME.match(text):
        return _sum_syllables([lower])
    return sum(_count_by_case(part) for part in _CASE_CHANGE.findall(text))


def _sum_syllables(words: Iterable[str]) -> int:
    return sum(map(_count_spoken_word, words))


# Many spoken words are names of letters and numbers, which recur.
@remember(1 << 12)
def _count_spoken_word(word: str) -> int:
    return count_word_syllables(word, load_exceptions())
