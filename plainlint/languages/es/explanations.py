"""Explanations in Spanish texts: whether a term is explained where it stands."""

import re

_ARTICLE = r"(?:el|la|los|las|un|una|unos|unas|su|sus|este|esta|lo)"
# Words in brackets behind the term, but not only a number, an acronym or a reference.
_BRACKET = re.compile(
    r"[\"\u201d»]?(?: [a-záéíóúüñ]+){0,3} \((?:(?:es decir|o sea|también|o),? )?"
    r"(?P<gloss>[^()]*[a-záéíóúüñ]{4,}[^()]*)\)"
)
_REFERENCE = re.compile(r"(?:véase|vea|ver|consulte|por ejemplo|como|incluid)", re.IGNORECASE)
_BEHIND = re.compile(
    r"[\"\u201d»]?(?: \([^()]*\))?"
    r"(?:,? (?:es decir|o sea|esto es)\b"
    r"|, (?:que|lo que|lo cual) (?:es|son|significan?|quieren? decir|consisten?)\b"
    r"|,? (?:también )?(?:llamad|conocid|denominad)[oa]s? \w"
    r"|,? (?:que )?(?:también )?se (?:llaman?|conocen?|denominan?) \w"
    r"|,? (?:significan?|quieren? decir|consisten? en)\b"
    rf"|, (?:un|una|unos|unas) [a-záéíóúüñ]+ (?:que|de|en|con|para|muy|donde)\b"
    rf"|, o {_ARTICLE}? ?[a-záéíóúüñ]+,"
    # "profilaxis antes del contacto: un medicamento que".
    rf"|(?: [a-záéíóúüñ]+){{0,3}}: (?:un|una|unos|unas) [a-záéíóúüñ]+ (?:que|para|con|donde)\b)"
)
# What is said of the subject of a sentence: "El linfoma es un cáncer".
_KIND = (
    "aparato|arteria|bacteria|bolsa|bulto|cáncer|cirugía|clase|célula|daño|dolor|enfermedad|examen"
    "|exceso|falta|forma|germen|glándula|hinchazón|hormona|hueso|imagen|infección|inflamación|líquido"
    "|medicamento|medicina|músculo|operación|parte|problema|procedimiento|proteína|prueba|pérdida"
    "|reacción|sustancia|tejido|tipo|tratamiento|tubo|tumor|vacuna|vena|virus|órgano"
)
_IS = re.compile(
    r"[\"\u201d»]?(?: \([^()]*\))? (?:es|son)"
    rf" (?:cuando\b|(?:un|una|unos|unas|el|la|los|las)? ?(?:{_KIND})(?:e?s)?\b"
    # "una pastilla que evita", "una inyección en la espalda que quita": any thing and what it does.
    # "Una opción que usted puede elegir" says nothing of it.
    r"|(?:un|una|unos|unas) (?!opción|decisión|cosa|razón|ventaja|duda|pregunta|palabra)"
    r"[a-záéíóúüñ]+(?: [^.;:,]{1,40}?)?,? (?:que|donde|con (?:el|la) que)"
    r" (?!(?:usted|ustedes|tú|su|sus|el|la|los|las|debe|deben|puede usted)\b)[a-záéíóúüñ]"
    r"|cualquier [a-záéíóúüñ]+)"
)
_COLON = re.compile(r"[\"\u201d»*]?(?: \([^()]*\))?(?:: | [—–-] )[^.\n]{12,}")
_SUBJECT = re.compile(rf"(?:^|[.!?:;•\n]\s*)[\"\u201c«¿*]*(?:{_ARTICLE} )?\Z", re.IGNORECASE)
_CALLED = re.compile(
    r"(?:(?:llam|conoc|denomin)(?:ad|id)[oa]s?(?: también)?(?: como)?"
    r"|se (?:llaman?|denominan?)(?: también)?|se (?:conocen?|abrevian?)(?: también)? como"
    r"|l[oae]s? (?:llaman?|llamamos|dicen|decimos|conocen como)"
    # "Tiene pocas defensas, es decir, neutropenia".
    r"|(?:es decir|o sea|esto es|en otras palabras),?)"
    rf" (?:{_ARTICLE} )?[\"\u201c«*]*\Z",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(rf"[a-záéíóúüñ]{{3,}} \((?:o |también |{_ARTICLE} )*[\"\u201c«*]*\Z")
_REACH = 80
# "¿Qué es la ascitis?", "¿Qué significa TAC?": the text below the heading answers.
_ASKED = re.compile(
    rf"\W*qué (?:es|son|significan?|quieren? decir) (?:{_ARTICLE} )?(?P<name>[^?]+?)\??\W*",
    re.IGNORECASE,
)


def is_explained(text: str, start: int, end: int) -> bool:
    """Return whether the text around `start` to `end` (code points) explains the term there.

    >>> text = "Usted tiene neutropenia (pocas células de defensa)."
    >>> is_explained(text, 12, 23)
    True
    """
    before = text[max(0, start - _REACH) : start]
    bracket = _BRACKET.match(text, end)
    if bracket and not _REFERENCE.match(bracket["gloss"]):
        return True
    if _BEHIND.match(text, end) or _CALLED.search(before):
        return True
    if _IN_BRACKETS.search(before) and text[end : end + 1] in ')"\u201d»':
        return True
    return bool(_SUBJECT.search(before) and (_IS.match(text, end) or _COLON.match(text, end)))


def find_asked_name(heading: str) -> str:
    """Return the name that a heading asks for, as "¿Qué es la ascitis?" does; else empty."""
    match = _ASKED.fullmatch(heading)
    return match["name"] if match else ""
