"""Spanish nouns and adjectives: plural, gender, and the articles that go with them."""

import re

from plainlint.core.caches import remember
from plainlint.languages.es.accents import find_stressed_vowel

_PLAIN = str.maketrans("áéíóú", "aeiou")
# A noun phrase goes on after these, but what follows does not change with the noun.
_PREPOSITIONS = frozenset(
    [
        "a",
        "al",
        "bajo",
        "con",
        "contra",
        "de",
        "del",
        "desde",
        "en",
        "entre",
        "hacia",
        "hasta",
        "para",
        "por",
        "que",
        "según",
        "sin",
        "sobre",
    ]
)
_FEMININE_ENDS = (
    *("ción", "sión", "zón", "xión", "dad", "tad", "tud", "umbre", "itis", "sis", "ie", "triz"),
    *("idez", "jez"),
    "a",
)
_MASCULINE = frozenset(
    [
        "análisis",
        "coma",
        "corazón",
        "día",
        "mapa",
        "tranquilizante",
        "paréntesis",
        "énfasis",
        "éxtasis",
        "buzón",
        "calzón",
        "problema",
        "síntoma",
        "edema",
        "hematoma",
        "eritema",
        "exantema",
        "programa",
        "sistema",
        "carcinoma",
        "diafragma",
        "estoma",
        "plasma",
        "esquema",
        "tema",
        "enema",
        "eczema",
        "linfoma",
        "sarcoma",
        "glaucoma",
        "trauma",
        "trauma",
        "asma",
        "melanoma",
        "mioma",
        "fibroma",
        "adenoma",
        "papiloma",
        "condiloma",
        "angioma",
        "hemangioma",
        "coágulo",
        "aroma",
        "régimen",
        "diagrama",
        "electrocardiograma",
        "quilograma",
        "kilogramo",
        "gramo",
        "idioma",
        "clima",
        "pijama",
        "especialista",
        "dentista",
        "oculista",
        "cromosoma",
        "genoma",
        "ántrax",
    ]
)
_FEMININE = frozenset(
    [
        "gestante",
        "mano",
        "mujer",
        "sangre",
        "fiebre",
        "leche",
        "muerte",
        "piel",
        "sal",
        "tos",
        "nariz",
        "vez",
        "red",
        "sed",
        "flor",
        "imagen",
        "gente",
        "clase",
        "parte",
        "frente",
        "suerte",
        "noche",
        "tarde",
        "señal",
        "cárcel",
        "miel",
        "luz",
        "voz",
        "cruz",
        "salud",
        "hipófisis",
        "base",
        "nube",
        "llave",
        "costumbre",
        "radio",
        "torre",
        "calle",
        "carne",
        "hambre",
    ]
)
# Feminine nouns that take "el" because they begin with a stressed "a".
_STRESSED_A = re.compile(r"h?[aá]")
INVARIABLE = frozenset(
    [
        "tórax",
        "virus",
        "análisis",
        "crisis",
        "dosis",
        "tesis",
        "lunes",
        "pelvis",
        "iris",
        "cutis",
        "pus",
        "gratis",
    ]
)
_PLURALS = {
    "primer": "primeros",
    "régimen": "regímenes",
    "espécimen": "especímenes",
    "carácter": "caracteres",
}


@remember(1 << 11)
def is_feminine(phrase: str) -> bool:
    """Return whether a noun, or the first noun of a phrase, is feminine."""
    noun = phrase.split(maxsplit=1)[0].lower()
    if noun in _MASCULINE:
        return False
    return noun in _FEMININE or noun.endswith(_FEMININE_ENDS) or _is_feminine_plural(noun)


def _is_feminine_plural(noun: str) -> bool:
    if not noun.endswith("s"):
        return False
    singulars = {noun[:-1], noun[:-2]}
    if not singulars.isdisjoint(_MASCULINE):
        return False
    return noun.endswith(("as", "ciones", "siones", "dades", "tades", "tudes", "umbres")) or bool(
        singulars & _FEMININE
    )


@remember(1 << 11)
def make_plural(word: str) -> str:
    """Return the plural of a noun or an adjective.

    >>> make_plural("intervención"), make_plural("voz"), make_plural("examen")
    ('intervenciones', 'voces', 'exámenes')
    """
    if word in INVARIABLE or re.search(r"(?:itis|sis|x)$", word):
        return word
    if re.search(r"[aeiouáéó]$", word):
        return word + "s"
    if word in _PLURALS:
        return _PLURALS[word]
    if re.search(r"[aeo]í(?:n|s)$", word):
        return word + "es"
    if re.search(r"[áéíóú](?:n|s)$", word):
        return word[:-2] + word[-2].translate(_PLAIN) + word[-1] + "es"
    if word.endswith("s") and not _is_last_stressed(word):
        return word
    if re.search(r"[aeiou]n$", word) and word.count("á") == 0 and not _is_last_stressed(word):
        return _add_accent(word) + "es"
    return word[:-1] + "ces" if word.endswith("z") else word + "es"


def _is_last_stressed(word: str) -> bool:
    """Return whether the last syllable has the stress, as in words of one syllable."""
    return not re.search(r"[aeiouáéíóú]", word[find_stressed_vowel(word) + 1 : -1])


def _add_accent(word: str) -> str:
    at = find_stressed_vowel(word)
    accented = {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú"}
    return word[:at] + accented.get(word[at], word[at]) + word[at + 1 :]


# "Recién nacidos", "gasas o parches".
_WITHOUT_PLURAL = frozenset({"recién", "o", "u", "y", "e"})


def make_phrase_plural(phrase: str) -> str:
    """Return the plural of a noun with its adjectives.

    >>> make_phrase_plural("intervención quirúrgica"), make_phrase_plural("dolor de cabeza")
    ('intervenciones quirúrgicas', 'dolores de cabeza')
    """
    words = phrase.split()
    stop = next((i for i, word in enumerate(words) if word in _PREPOSITIONS), len(words))
    return " ".join(
        [word if word in _WITHOUT_PLURAL else make_plural(word) for word in words[:stop]]
        + words[stop:]
    )


@remember(1 << 11)
def make_feminine(adjective: str) -> str:
    """Return the feminine of an adjective in the masculine singular."""
    if adjective.endswith("o"):
        return adjective[:-1] + "a"
    if adjective.endswith(("dor", "tor", "sor")):
        return adjective + "a"
    if match := re.search(r"([áéó])([ns])$", adjective):
        return adjective[:-2] + match[1].translate(_PLAIN) + match[2] + "a"
    return adjective


DEMONSTRATIVE = "ese"
_FIXED_OPENERS = _PREPOSITIONS | {
    *("más", "menos", "no", "cada", "cuando"),
    *("antes", "cerca", "debajo", "dentro", "después", "detrás", "durante", "encima", "fuera"),
}
_DEGREES = frozenset({"muy", "poco", "bastante", "demasiado"})


def is_invariable(phrase: str) -> bool:
    """Return whether a phrase in place of an adjective has one form, as "del riñón"."""
    return phrase.split(maxsplit=1)[0] in _FIXED_OPENERS


def inflect_adjective(phrase: str) -> tuple[str, str, str, str]:
    """Return the masculine and feminine of an adjective, then the plurals.

    Only the first word changes: "fácil de leer"; behind a word of degree the second: "muy raro".
    """
    if is_invariable(phrase):
        return (phrase,) * 4
    if phrase == DEMONSTRATIVE:
        return "ese", "esa", "esos", "esas"
    degree, _, graded = phrase.partition(" ")
    if degree in _DEGREES and graded:
        first, second, third, fourth = (f"{degree} {form}" for form in inflect_adjective(graded))
        return first, second, third, fourth
    adjective, space, rest = phrase.partition(" ")
    feminine = make_feminine(adjective)
    forms = (adjective, feminine, make_plural(adjective), make_plural(feminine))
    first, second, third, fourth = (form + space + rest for form in forms)
    return first, second, third, fourth


_ARTICLES = {
    "el": ("el", "la"), "la": ("el", "la"), "los": ("los", "las"), "las": ("los", "las"),
    "un": ("un", "una"), "una": ("un", "una"), "unos": ("unos", "unas"), "unas": ("unos", "unas"),
    "del": ("del", "de la"), "al": ("al", "a la"), "este": ("este", "esta"),
    "esta": ("este", "esta"), "estos": ("estos", "estas"), "estas": ("estos", "estas"),
    "otro": ("otro", "otra"), "otra": ("otro", "otra"), "algún": ("algún", "alguna"),
    "alguna": ("algún", "alguna"), "ningún": ("ningún", "ninguna"),
    "ninguna": ("ningún", "ninguna"), "algunos": ("algunos", "algunas"),
    "algunas": ("algunos", "algunas"), "mucho": ("mucho", "mucha"), "mucha": ("mucho", "mucha"),
    "muchos": ("muchos", "muchas"), "muchas": ("muchos", "muchas"), "pocos": ("pocos", "pocas"),
    "pocas": ("pocos", "pocas"), "otros": ("otros", "otras"), "otras": ("otros", "otras"),
    "varios": ("varios", "varias"), "varias": ("varios", "varias"),
    "todos los": ("todos los", "todas las"), "todas las": ("todos los", "todas las"),
    "de la": ("del", "de la"), "a la": ("al", "a la"),
}  # fmt: skip
ARTICLE_BEFORE = re.compile(
    rf"\b({'|'.join(sorted(_ARTICLES, key=len, reverse=True))}) \Z", re.IGNORECASE
)


def fit_article(article: str, noun: str) -> str:
    """Return an article in the form that a noun needs: "del" for "de la" before "riñón"."""
    masculine, feminine = _ARTICLES[article.lower()]
    fitting = feminine if is_feminine(noun) else masculine
    if fitting in ("la", "una", "de la", "a la") and _begins_with_stressed_a(noun):
        fitting = masculine
    return fitting[0].upper() + fitting[1:] if article[0].isupper() else fitting


def _begins_with_stressed_a(noun: str) -> bool:
    first = noun.split(maxsplit=1)[0].lower()
    match = _STRESSED_A.match(first)
    return (
        match is not None
        and not first.endswith("s")
        and find_stressed_vowel(first) == match.end() - 1
    )
