"""Gerunds and nouns made of verbs: forms that make Spanish sentences heavy."""

import re

# Words in -ando and -endo that are no gerunds.
_OTHERS_IN_NDO = """
    cuando bando bandos blando comando contrabando fernando mando orlando propagando rolando
    tremendo estupendo dividendo minuendo reverendo sustraendo atuendo remiendo arriendo
"""
_NOT_GERUNDS = frozenset(_OTHERS_IN_NDO.split())
_GERUND = re.compile(
    r"\b(?:[^\W\d_]{2,}(?:ando|iendo|yendo)|yendo|siendo)(?:[mts]e|l[aeo]s?|nos)?\b",
    re.IGNORECASE,
)
_WITH_CLITIC = re.compile(
    r"\b[^\W\d_]{2,}(?:ándo|iéndo|yéndo)(?:[mts]e|l[aeo]s?|nos){1,2}\b", re.IGNORECASE
)
# The gerund after these is a tense: "está tomando", "siga respirando".
_TENSES = re.compile(
    r"(?:\b(?:est\w{1,7}|sig[aou]\w{0,4}|segu[ií]\w{0,5}|contin[uú]\w{1,5}|va|van|vaya|vayan|iba|iban"
    r"|lleva|llevan|lleve|llevo|anda|andan|quede|queda|quedó|viene|vienen))"
    r"(?: (?:ya|aún|todavía|usted|también|siempre|no))? $",
    re.IGNORECASE,
)
_LONGEST_TENSE = 30


def find_gerunds(text: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of each gerund that is not part of a tense, as "está tomando" is.

    >>> [text[start:end] for text in ["Tomó el jarabe, teniendo fiebre. Está tosiendo."]
    ...  for start, end in find_gerunds(text)]
    ['teniendo']
    """
    spans = (
        match.span()
        for pattern in (_GERUND, _WITH_CLITIC)
        for match in pattern.finditer(text)
        if match[0].lower() not in _NOT_GERUNDS
    )
    return tuple(
        (start, end)
        for start, end in sorted(set(spans))
        if not _TENSES.search(text[max(0, start - _LONGEST_TENSE) : start])
    )


_NOMINALISED = re.compile(
    r"[^\W\d_]{3,}(?:c(?:ión|iones)|sión|siones|mientos?|anza|anzas|ancias?|encias?|idad|idades|dumbre|ajes?"
    r"|ura|azgo)"
)
# Everyday words and things, not deeds.
_NAMES_OF_THINGS = """
    aguja altura basura ciencia ciencias ciudad ciudades confianza edad esperanza familia garaje
    habitación información mensaje operación paciencia pintura presión temperatura urgencia
    urgencias verdura verduras viaje violencia atención canción estación infección infecciones
    medicamento medicamentos lesión lesiones piel residencia cintura costura herradura dentadura
    masaje corazón razón condición condiciones relación televisión
"""
_THINGS = frozenset(_NAMES_OF_THINGS.split())


def is_nominalised(word: str) -> bool:
    """Return whether a lower-case word looks like a noun made of a verb or an adjective."""
    return _NOMINALISED.fullmatch(word) is not None and word not in _THINGS
