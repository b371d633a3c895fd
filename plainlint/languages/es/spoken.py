"""Numbers, signs and acronyms as a Spanish reader says them: "350" is "trescientos cincuenta".

A point between groups of three digits is not said ("1.000": mil), a decimal comma or point is
("12,5": doce coma cinco). Years are said as numbers.
"""

import re
from collections.abc import Iterator
from unicodedata import normalize

from plainlint.languages.es.stressed_words import is_stressed_word

_SIGNS = {
    "%": "por ciento",
    "‰": "por mil",
    "°": "grados",
    "&": "y",
    "+": "más",
    "±": "más menos",
    "=": "igual a",
    "<": "menor que",
    ">": "mayor que",
    "≤": "como máximo",
    "≥": "como mínimo",
    "×": "por",
    "$": "dólares",
    "€": "euros",
    "£": "libras",
    "α": "alfa",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "κ": "kappa",
    "λ": "lambda",
    "μ": "micro",
    "µ": "micro",
}
_LETTERS = {
    "a": "a", "b": "be", "c": "ce", "d": "de", "e": "e", "f": "efe", "g": "ge", "h": "hache",
    "i": "i", "j": "jota", "k": "ca", "l": "ele", "m": "eme", "n": "ene", "ñ": "eñe", "o": "o",
    "p": "pe", "q": "cu", "r": "erre", "s": "ese", "t": "te", "u": "u", "v": "uve",
    "w": "uve doble", "x": "equis", "y": "ye", "z": "zeta",
}  # fmt: skip
# What is written in short and read in full.
_SHORT_FORMS = {
    "sr": "señor", "sra": "señora", "sres": "señores", "sras": "señoras", "srta": "señorita",
    "dr": "doctor", "dra": "doctora", "dres": "doctores", "dras": "doctoras", "d": "don",
    "ud": "usted", "uds": "ustedes", "n.º": "número", "n.o": "número", "nº": "número",
    "n°": "número", "núm": "número", "núms": "números", "pág": "página", "págs": "páginas",
    "aprox": "aproximadamente", "tel": "teléfono", "etc": "etcétera", "fig": "figura",
    "máx": "máximo", "mín": "mínimo", "mg": "miligramos", "mcg": "microgramos",
    "µg": "microgramos", "μg": "microgramos", "kg": "kilogramos", "ml": "mililitros",
    "dl": "decilitros", "cl": "centilitros", "mm": "milímetros", "cm": "centímetros",
    "km": "kilómetros", "min": "minutos", "hg": "mercurio", "mmhg": "milímetros de mercurio",
    "mg/kg": "miligramos por kilo", "mg/dl": "miligramos por decilitro",
}  # fmt: skip
_ORDINALS = {
    1: "primero", 2: "segundo", 3: "tercero", 4: "cuarto", 5: "quinto", 6: "sexto", 7: "séptimo",
    8: "octavo", 9: "noveno", 10: "décimo",
}  # fmt: skip
_PIECE = re.compile(
    r"""(?P<ordinal>\d{1,2})\.?(?:[ºª°]|(?:er|o|a)\b)
    | (?P<number>\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*)
    | (?P<letters>[^\W\d_]+)
    | (?P<sign>[^\w\s])""",
    re.VERBOSE,
)
_THOUSANDS = re.compile(r"(?<=\d)[.\u00a0\u202f ](?=\d{3}(?:\D|$))")
# Acronyms of up to three letters are words only in these shapes: UCI, TAC, PET.
_SHORT_WORD = re.compile(r"[aeiou][^aeiouhy][aeiou]|[^aeiouhyvqwx][aeiou](?:[cdlnrstz]|u)")
_SHORT = 3
# Longer ones are words if every group of consonants can be said in Spanish: SIDA, EPOC, COVID.
_LONG_WORD = re.compile(
    r"(?:[bcfgp][lr]|[dt]r|ll|ch|[^aeiou])?[aeiou]+"
    r"(?:(?:[cdlmnprstxz]?(?:[bcfgp][lr]|[dt]r|ll|ch|[^aeiou]))[aeiou]+)*[bcdlmnprstxz]?s?"
)
_SAID_AS_LETTERS = frozenset({"adn", "arn", "iam", "oea"})
_CASE_CHANGE = re.compile(
    r"[A-ZÁÉÍÓÚÑ]{2,}(?=[a-z]?$)|[A-ZÁÉÍÓÚÑ]+(?![a-záéíóúñ])|[A-ZÁÉÍÓÚÑ]?[a-záéíóúñü]+|[^\W\d_]"
)


def spell_out(token: str) -> list[str]:
    """Return the lower-case words that a reader says for a token; without any, an empty list."""
    text = normalize("NFC", token)
    if text.isalpha() and text[1:].islower():
        return _spell_out_letters(text)
    if known := _SHORT_FORMS.get(text.lower().rstrip(".")):
        return known.split()
    return [word for match in _PIECE.finditer(text) for word in _spell_out_piece(match)]


def _spell_out_piece(match: re.Match[str]) -> list[str]:
    kind, text = str(match.lastgroup), match[str(match.lastgroup)]
    if kind == "ordinal":
        number = int(text)
        return [_ORDINALS[number]] if number in _ORDINALS else spell_out_number(text)
    if kind == "number":
        return spell_out_number(text)
    if kind == "letters":
        return _spell_out_letters(text)
    return _SIGNS.get(text, "").split()


def _spell_out_letters(text: str) -> list[str]:
    lower = text.lower()
    if known := _SHORT_FORMS.get(lower):
        return known.split()
    if text[1:] == lower[1:]:
        return [lower] if len(text) > 1 else _LETTERS.get(lower, lower).split()
    if text.isupper():
        return spell_out_capitals(text)
    parts = _CASE_CHANGE.findall(text)
    # "McDonald" is a word, "mRNA" is not.
    if not any(len(part) > 1 and part.isupper() for part in parts):
        return [lower]
    return [word for part in parts for word in _spell_out_letters(part)]


def spell_out_capitals(capitals: str) -> list[str]:
    """Return the words, or the names of the letters, that a reader says for a word in capitals."""
    word = capitals.lower()
    if is_stressed_word(capitals) or is_said_as_word(word):
        return [word]
    return [name for letter in word for name in _LETTERS.get(letter, letter).split()]


def is_said_as_word(acronym: str) -> bool:
    """Return whether an acronym in small letters is said as a word, as "uci" and "sida" are."""
    if acronym in _SAID_AS_LETTERS:
        return False
    shape = _SHORT_WORD if len(acronym) <= _SHORT else _LONG_WORD
    return shape.fullmatch(acronym) is not None


_NAMES_TO_29 = """
    cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
    dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro
    veinticinco veintiséis veintisiete veintiocho veintinueve
"""
_SMALL = _NAMES_TO_29.split()
_NAMES_OF_TENS = """
    _ _ _ treinta cuarenta cincuenta sesenta setenta ochenta noventa
"""
_TENS = _NAMES_OF_TENS.split()
_NAMES_OF_HUNDREDS = """
    _ ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos
    novecientos
"""
_HUNDREDS = _NAMES_OF_HUNDREDS.split()
_LONGEST = 12
NUMBER_WORDS = frozenset(
    {*_SMALL, *_TENS[3:], *_HUNDREDS[1:], "cien", "mil", "millón", "millones", "un", "una"}
)


def spell_out_number(digits: str) -> list[str]:
    """Return the words for digits with points between thousands and a decimal comma or point.

    Decimals of three digits and more, and digits after a leading zero, are said one by one.
    """
    whole, *decimals = re.split(r"[.,]", _THOUSANDS.sub("", digits))
    spoken = list(_spell_out_whole(whole))
    for part in decimals:
        spoken += ["coma", *_spell_out_whole(part, short=True)]
    return spoken


def _spell_out_whole(digits: str, *, short: bool = False) -> Iterator[str]:
    one_by_one = len(digits) > (2 if short else _LONGEST) or (digits[0] == "0" and len(digits) > 1)
    if one_by_one:
        return (_SMALL[int(digit)] for digit in digits)
    return _spell_out_cardinal(int(digits))


def _spell_out_cardinal(number: int) -> Iterator[str]:
    millions, rest = divmod(number, 1_000_000)
    if millions:
        yield from (
            ["un", "millón"] if millions == 1 else [*_spell_out_cardinal(millions), "millones"]
        )
    thousands, below = divmod(rest, 1_000)
    if thousands:
        yield from [] if thousands == 1 else _spell_out_below_thousand(thousands)
        yield "mil"
    if below or not number:
        yield from _spell_out_below_thousand(below)


def _spell_out_below_thousand(number: int) -> Iterator[str]:
    hundreds, rest = divmod(number, 100)
    if number == 100:  # noqa: PLR2004
        yield "cien"
        return
    if hundreds:
        yield _HUNDREDS[hundreds]
    if rest < len(_SMALL):
        if rest or not hundreds:
            yield _SMALL[rest]
        return
    tens, ones = divmod(rest, 10)
    yield _TENS[tens]
    if ones:
        yield "y"
        yield _SMALL[ones]
