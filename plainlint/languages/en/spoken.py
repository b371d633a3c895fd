"""Numbers, signs and acronyms as an English reader says them: "350" is "three hundred fifty".

A year is said in pairs ("2014": twenty fourteen), decimals digit by digit ("7.7": seven point
seven), and a number inside a name in pairs ("T790M": seven ninety).
"""

import re
import unicodedata

from plainlint.core.caches import remember
from plainlint.core.words import simplify_signs
from plainlint.languages.en.familiarity import is_stressed_word

_SIGNS = {
    "%": "percent",
    "‰": "per mille",
    "°": "degrees",
    "&": "and",
    "+": "plus",
    "±": "plus minus",
    "=": "equals",
    "<": "less than",
    ">": "greater than",
    "≤": "at most",
    "≥": "at least",
    "×": "times",
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
}
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon",
    "ζ": "zeta", "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa",
    "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron",
    "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau",
    "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip
_LATIN = {"æ": "ae", "œ": "oe", "ø": "o", "ß": "ss", "ł": "l", "đ": "d", "ı": "i"} | {
    "Æ": "AE", "Œ": "OE", "Ø": "O", "Ł": "L", "Đ": "D",
}  # fmt: skip
_COMBINING = re.compile("[\u0300-\u036f]+")


@remember(None)
def _make_translation_table() -> dict[int, str]:
    named = {sign: f" {name} " for sign, name in (_SIGNS | _GREEK).items()}
    greek_capitals = {letter.upper(): f" {name} " for letter, name in _GREEK.items()}
    return str.maketrans(greek_capitals | named | _LATIN)


def spell_out_signs(text: str) -> str:
    """Return text with signs and Greek letters named, accents dropped and apostrophes straight.

    A final "é" becomes "ay", as it is pronounced: "résumé" has one syllable more than "resume".
    """
    if text.isascii() and text.isalnum():
        return text
    composed = unicodedata.normalize("NFC", simplify_signs(text))
    respelled = re.sub(r"é(?=e?s?\b)", "ay", composed)
    unmarked = respelled.replace("™", " ").replace("℠", " ")
    letters = _COMBINING.sub("", unicodedata.normalize("NFKD", unmarked))
    return letters.replace("μg", "mcg").translate(_make_translation_table())


_SHORT_WORDS = """
    am an and any are as ask at be but by can cat day did do eat for get go had has he her him his
    how if in is its may me my new no nor not now of off on one our out pet put sad see set she so
    the to too two up use was way we why yes yet you
"""
_SHORT = 3
_LONGEST_INITIALISM = 5
# Acronyms whose letters hide their spoken form.
_SAID_AS = {
    "nsaid": "en said",
    "mrsa": "mersa",
    "kras": "kay rass",
    "nras": "en rass",
    "braf": "bee raff",
    "cpap": "see pap",
}
# "IV" alone is read as letters: an IV line is as likely as stage IV.
_ROMAN = {"ii": "two", "iii": "three", "vi": "six", "vii": "seven", "viii": "eight", "ix": "nine"}
_STAGE = re.compile(r"(i{1,3}|iv)([abc])")
_ONSET = (
    "(?:[bcfgkps]l|[bcdfgkptw]r|s[ckmnpqtw]|[ckgprstw]h|[dt]w|kn|gn|ps|pn|qu|chr|thr|sch|shr|s[cpt]r"
    "|schw|spl|[^aeiouy])?"
)
_CODA = (
    "(?:[bcdfghjklmnprtvwxz]|l[bcdfkmnpt]|m[bnp]|n[cdgkt]|r[bcdfgklmnpt]|w[dkln]|[bcfpx]t|s[ckmpt]"
    "|ck|gn|[cgpst]h|[dfpx]th|[lmnr](?:ch|ph|sh|th)|[nt]ch|cht|rld|rst|ght|ngth"
    r"|([bcdfglmnprstz])\1)?s?"
)


def spell_out_capitals(capitals: str) -> list[str]:
    """Return the lower-case words, or the letters, that a reader says for a word in capitals."""
    word = capitals.lower()
    if word in _SAID_AS:
        return _SAID_AS[word].split()
    if word in _ROMAN:
        return [_ROMAN[word]]
    if stage := _STAGE.fullmatch(word):
        return [{"i": "one", "iv": "four", **_ROMAN}[stage[1]], stage[2]]
    return list(word) if _is_initialism(word) else [word]


def _is_initialism(word: str) -> bool:
    if len(word) <= _SHORT:
        return word not in _SHORT_WORDS.split() and not is_stressed_word(word)
    return len(word) <= _LONGEST_INITIALISM and not _compile_pronounceable().fullmatch(word)


@remember(None)
def _compile_pronounceable() -> re.Pattern[str]:
    return re.compile(f"{_ONSET}[aeiouy](?:.*[aeiouy])?{_CODA}")


# fmt: off
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)
_TENS = (
    "", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)
# fmt: on
_SCALES = (
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
    (100, "hundred"),
)
# The words that all numbers are made of.
NUMBER_WORDS = frozenset({*_ONES, *_TENS[1:], *(name for _, name in _SCALES)})
_LONGEST_IN_SCALES = 15
_PAIRED_YEARS = range(1100, 2100)
_PLAIN_YEARS = range(2000, 2010)
_PAIRED_IN_NAMES = range(101, 10_000)
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "twelve": "twelfth",
}


def spell_out_number(digits: str, *, in_name: bool = False) -> list[str]:
    """Return the words for digits with an optional point and commas between thousands.

    Four digits without a comma from 1100 to 2099, except 2000 to 2009, are said as a year. A number
    in a name ("EML4", "T790M") of three or four digits is said in pairs too. Digits after the
    point, after a leading zero and beyond the trillions are said one by one.
    """
    whole, point, decimals = digits.partition(".")
    spoken = _spell_out_whole(whole, in_name=in_name) if whole else []
    return spoken + ["point"] * bool(point) + _spell_out_digits(decimals)


def spell_out_ordinal(digits: str) -> list[str]:
    """Return the words for the digits of an ordinal: "21" of "21st" is "twenty first"."""
    *before, last = _spell_out_whole(digits, in_name=False)
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last.removesuffix('e')}th"
    return [*before, _ORDINALS.get(last, regular)]


def _spell_out_whole(whole: str, *, in_name: bool) -> list[str]:
    digits = whole.replace(",", "")
    if len(digits) > _LONGEST_IN_SCALES or (digits[0] == "0" and len(digits) > 1):
        return _spell_out_digits(digits)
    number = int(digits)
    is_year = len(whole) == len("2014") and number in _PAIRED_YEARS and number not in _PLAIN_YEARS
    if is_year or (in_name and number in _PAIRED_IN_NAMES and number % 1000):
        return _spell_out_pairs(number)
    return _spell_out_cardinal(number)


def _spell_out_pairs(number: int) -> list[str]:
    """Say 1914 as nineteen fourteen, 1905 as nineteen oh five, 1900 as nineteen hundred."""
    first, rest = divmod(number, 100)
    if rest == 0:
        return [*_spell_out_cardinal(first), "hundred"]
    return [
        *_spell_out_cardinal(first),
        *(["oh"] if rest in range(10) else []),
        *_spell_out_cardinal(rest),
    ]


def _spell_out_cardinal(number: int) -> list[str]:
    if number < len(_ONES):
        return [_ONES[number]]
    for value, name in _SCALES:
        if number >= value:
            count, rest = divmod(number, value)
            return [*_spell_out_cardinal(count), name, *(_spell_out_cardinal(rest) if rest else [])]
    tens, ones = divmod(number, 10)
    return [_TENS[tens], *(_spell_out_cardinal(ones) if ones else [])]


def _spell_out_digits(digits: str) -> list[str]:
    return [_ONES[int(digit)] for digit in digits]
