"""Signs, Greek letters and accented letters as plain words: "≥65%" is "at least 65 percent"."""

import re
import unicodedata
from functools import cache

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


@cache
def _table() -> dict[int, str]:
    named = {sign: f" {name} " for sign, name in (_SIGNS | _GREEK).items()}
    greek_capitals = {letter.upper(): f" {name} " for letter, name in _GREEK.items()}
    apostrophes = {"’": "'", "ʼ": "'"}
    return str.maketrans(greek_capitals | named | _LATIN | apostrophes)


def plain_words(text: str) -> str:
    """Return text with signs and Greek letters named, accents dropped and apostrophes straight.

    A final "é" becomes "ay", as it is said: "résumé" has a syllable more than "resume".
    """
    if text.isascii() and text.isalnum():
        return text
    said = re.sub(r"é(?=e?s?\b)", "ay", unicodedata.normalize("NFC", text))
    unmarked = said.replace("™", " ").replace("℠", " ")
    letters = _COMBINING.sub("", unicodedata.normalize("NFKD", unmarked))
    return letters.replace("μg", "mcg").translate(_table())
