"""Acronyms in Spanish texts: the words that join them to their long forms.

Many acronyms are of English words: "reacción en cadena de la polimerasa (PCR, por sus siglas en
inglés)". Their letters say nothing of the Spanish words, but the text says whose they are.
"""

import re

from plainlint.languages.acronyms import AcronymWords

_ARTICLE = r"(?:el|la|los|las|un|una|su|sus) "
_CALLED = (
    r"(?:que )?(?:(?:se )?(?:también|a veces|a menudo|normalmente) )*"
    r"(?:(?:llamad|conocid|denominad|abreviad)[oa]s?(?: también)?(?: como)?"
    r"|se (?:llaman?|abrevian?|conocen?|denominan?|escriben?)(?: también)?(?: como| con)?)"
)
_LETTERS = r"(?:siglas?|abreviaturas?|acrónimos?|iniciales)"
_ENGLISH = r"(?: en (?:inglés|francés|latín|alemán|español))?"

WORDS = AcronymWords(
    # "resonancia magnética (RM)", "resonancia magnética, o RM".
    to_acronym=re.compile(
        rf"(?: ?[(\[]|, | (?=o |{_CALLED} )| ?[=:\u2013\u2014] ?)"
        rf"(?:(?:o|u|es decir|{_CALLED}) (?:también )?)?(?:{_ARTICLE})?"
        rf"(?:{_LETTERS} )?[\"\u201c\u00ab]?$"
    ),
    to_long_form=re.compile(
        r"(?: [a-záéíóúüñ]+(?= \())?[\"\u201d\u00bb]?"
        r"(?: ?[(\[]|, | ?[=:\u2013\u2014] ?| (?=o |u |signific|quiere|es |son ))"
        r"(?:(?:o|u|es decir|o sea|esto es|(?:que )?(?:es|son|significan?|quieren? decir)"
        rf"|{_CALLED}),? )?(?:también )?(?:{_ARTICLE})?[\"\u201c\u00ab]?"
    ),
    # "PCR, por sus siglas en inglés", "PSA, siglas de antígeno", "PSA (del inglés ...".
    stated_behind=re.compile(
        r"[\"\u201d\u00bb]?(?: y [A-Z]\S*)?(?:,? [(\[]?|,? ?[(\[])"
        rf"(?:(?:por|según|con) (?:su|sus|las?) {_LETTERS}\b"
        rf"|(?:(?:que )?(?:es|son) )?(?:las? )?{_LETTERS}{_ENGLISH} (?:de|para)\b"
        r"|(?:abreviado )?(?:en|del) inglés\b)",
        re.IGNORECASE,
    ),
    # "(por sus siglas en inglés, PCR)", "cuyas siglas son PCR", "las siglas VIH significan".
    stated_before=re.compile(
        rf"(?:(?:por|según|con) (?:su|sus|las?) {_LETTERS}{_ENGLISH},? ?"
        rf"|cuyas? {_LETTERS}{_ENGLISH} (?:es|son) "
        r"|(?:llamad|conocid|denominad)[oa]s? (?:también )?en inglés (?:como |por )?"
        rf"|[(\[]{_LETTERS}{_ENGLISH}:? |[(\[]en inglés,? )[\"\u201c\u00ab]?$",
        re.IGNORECASE,
    ),
    part_ends=re.compile(r",? [ye] |, |; | más "),
    item_ends=re.compile(r"[,;/] ?(?:[yeou] )?| [yeou] "),
    clause_ends=re.compile(r"(?<=[?!;]) |, (?=(?:el|la|los|las|un|una|unos|unas|su|sus) )"),
    small=(
        r"(?:a|al|ante|con|de|del|e|el|en|es|la|las|lo|los|o|para|por|que|se|sin|su|sus|u|un|una|y)"
        r"\b"
    ),
    nouns=re.compile(r"[ -]\d"),
    studies=r"(?!)",
    not_read=(
        r"\b(?:Dr|Dra|Sr|Sra|Srta|Prof|Profa|Lic|Doctor|Doctora)\.? (?:[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+ )?"
        r"[A-ZÁÉÍÓÚÑ]{2,}\b"
        r"|(?:[Aa]daptad|[Rr]eproducid)[oa]s?(?: con permiso)? de [^:.]*"
        r"|(?:^(?:Imagen|Imágenes|Fotos?|Fotografías?|Ilustración|Ilustraciones)(?: de)?: |\u00a9)"
        r"[^.;]*"
        r"|\b(?:[Rr]ef|[Rr]eferencia|[Ff]olleto|[Dd]ocumento|[Vv]ersión|[Cc]ódigo)"
        r"(?: (?:[Nn]\.?º|[Nn]úm(?:ero)?))?[.:]? [A-Z]\S*\d\S*"
    ),
    links=1,
)
