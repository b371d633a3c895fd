"""Passive verbs of Spanish, and those that hide who does something to the reader."""

import re
from collections.abc import Iterator

from plainlint.core.caches import remember

_IRREGULAR = (
    "abiert|cubiert|descubiert|descrit|devuelt|dich|dispuest|escrit|expuest|hech|impres|impuest|"
    "inscrit|prescrit|propuest|provist|puest|resuelt|rot|suscrit|transcrit|vist|vuelt|compuest|"
    "rehech|reescrit|repuest|envuelt|disuelt|revuelt|contradich"
)
# Adjectives and nouns that look like participles: "es adecuado", "son resultados".
_NOT_PARTICIPLES = """
    abogado acertado acostumbrado adecuado alargado apropiado atrevido avanzado bocado
    callado cansado casado certificado complicado condado confiado conocido cuidado debido delegado
    delgado delicado demasiado descuidado desesperado desgraciado determinado divertido educado
    elevado embarazado enlatado equivocado errado esforzado estado exagerado grado helado hígado
    honrado inesperado jurado lado limitado líquido mercado morado ocupado parecido pasado pecado
    pesado privado pronunciado querido recado redondeado relacionado
    resfriado resultado ruido sagrado salado sentido significado similado soldado sonido
    sólido tejado tejido variado vestido ácido rápido tímido húmedo pálido ovalado rosado

"""
_STEMS = frozenset(word[:-1] for word in _NOT_PARTICIPLES.split())
_PARTICIPLE = re.compile(rf"(?:\w{{2,}}[ai]d|\w+íd|{_IRREGULAR})[oa]s?", re.IGNORECASE)
_BE = (
    r"\b(?:es|son|somos|soy|eres|fue|fueron|fui|fuimos|era|eran|éramos|será|serán|seré|seremos|sería|serían"
    r"|sea|sean|seamos|fuera|fueran|fuese|fuesen|ser|siendo|sido)\b"
)
_ADVERB = (
    r"(?:no|ya|también|siempre|nunca|solo|sólo|aún|todavía|luego|después|antes|así|bien|mal|casi"
    r"|entonces|primero|pronto|[^\W\d_]+mente|a veces|en general|a menudo)"
)
_PASSIVE = re.compile(
    rf"{_BE}(?:\s{_ADVERB}|\s?,[^,;.]{{1,40}},){{0,2}}\s(?P<last>[^\W\d_]+)\b(?!-)", re.IGNORECASE
)


# In code points: the words before a passive that say whether it is of now.
_NEAR = 20


def may_be_participle(word: str) -> bool:
    """Return whether a word may be the participle of a passive; a text without one has none."""
    stem = word.lower().rstrip("s")[:-1]
    return _PARTICIPLE.fullmatch(word) is not None and stem not in _STEMS


# A hard sentence is rated and then gets advice.
@remember(1 << 6)
def find_passives(text: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of each passive with "ser", from the "ser" to its participle.

    >>> [text[start:end] for text in ["La herida es limpiada cada día."]
    ...  for start, end in find_passives(text)]
    ['es limpiada']
    """
    spans = []
    position = 0
    while match := _PASSIVE.search(text, position):
        if may_be_participle(match["last"]):
            spans.append(match.span())
        position = match.end() if may_be_participle(match["last"]) else match.start() + 1
    return tuple(spans)


# What is done to patients, by the beginnings of its participles and verbs. What is said of things
# ("es causado", "fue aprobado") has no doer that readers need.
_CARE = (
    "administrad|analizad|aplicad|atendid|colocad|dad|evaluad|examinad|extirpad|extraíd|hech"
    "|implantad|infundid|insertad|introducid|inyectad|medid|operad|practicad|prescrit|realizad"
    "|recetad|recogid|recomendad|retirad|revisad|sacad|solicitad|suministrad|supervisad|tratad"
    "|trasplantad|vacunad|vigilad"
)
_CARE_PARTICIPLE = re.compile(rf"(?:{_CARE})[oa]s?", re.IGNORECASE)
# "Puede ser operado" and "para ser operado" say what can be done, "ha sido" what was.
_NOT_NOW = re.compile(
    r"\b(?:pued\w+|pod\w+|para|sin|fu\w+|ha[ns]?|hab\w+|había\w*) (?:no )?\Z", re.IGNORECASE
)
_PRESENT = re.compile(r"(?:es|son|será|serán|sea|sean|ser|siendo)\b", re.IGNORECASE)
_BY = re.compile(
    r"[^,;:.]*?\bpor (?:(?:el|la|los|las|un|una|unos|unas|su|sus|nuestr[oa]s?|otro|otra) )?"
    r"(?:[a-záéíóúüñ]+ )?(?:[a-záéíóúüñ]*(?:médic|doctor|enfermer|cirujan|personal|equipo"
    r"|profesional|especialist|anestesi|farmacéutic|matron|comadron|técnic|persona|alguien|familiar"
    r"|cuidador|usted|[óo]log[oa]|iatra))",
    re.IGNORECASE,
)
# "Se le administra": with "le", something is done to a person; with "que", somebody advises it.
_SE_CARE = re.compile(
    r"\bse (?:les?|me|te|nos) "
    r"(?:administr|apli[cq]|coloc|colo[cq]u|extra|ha(?=[crg])|implant|inyect|practic|practiqu|realic|realiz"
    r"|recet|retir|sac|saqu|suministr|trasplant)(?:[aeo]n?|[ae]rán?|ga|gan|igan?)\b"
    r"|\bse (?:recomiend|aconsej|sugier|recomendar|aconsejar)(?:[ae]|á) que\b",
    re.IGNORECASE,
)


def find_hidden_doers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the verbs that hide who does something to the reader: "es administrado", "se le saca".

    >>> text = "Se le administra un medicamento, que es supervisado por la enfermera."
    >>> [text[start:end] for start, end in find_hidden_doers(text)]
    ['Se le administra']
    """
    for start, end in find_passives(text):
        if (
            _CARE_PARTICIPLE.fullmatch(text[start:end].rpartition(" ")[2])
            and _PRESENT.match(text, start)
            and not _NOT_NOW.search(text, max(0, start - _NEAR), start)
            and not _BY.match(text, end)
        ):
            yield start, end
    yield from (match.span() for match in _SE_CARE.finditer(text))
