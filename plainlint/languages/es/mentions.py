"""Spanish words between names, and around terms that are part of a name."""

import re

from plainlint.languages.mentions import MentionWords

_SERVICE = (
    r"(?:asociación|centro|clínica|consulta|consultorio|departamento|doctora?|enfermer[oa]s?|equipo"
    r"|especialistas?|federación|fundación|jefatura|laboratorio|médic[oa]s?|planta|sala|sección|servicio|sociedad"
    r"|taller|técnic[oa]s?|unidad|área)"
)

WORDS = MentionWords(
    another_name=re.compile(
        r",? ?[(\[]?(?:o|u|es decir|o sea|esto es"
        r"|(?:que )?(?:también |a veces )*(?:llamad|conocid|denominad)[oa]s?(?: también)?(?: como)?"
        r"|(?:que )?(?:también )?se (?:llaman?|conocen?|denominan?)(?: también)?(?: como)?)?"
        r",? ?(?:(?:el|la|los|las|un|una) )?[\"\u201c\u00ab]?"
    ),
    joined_capitals=r"y ",
    # "Pregunte en Endoscopia".
    capital_is_name=True,
    name_before=r"(?:(?:de|del|en|para|y) (?:(?:el|la|los|las) )?)?",
    # "Pida cita en la unidad de cuidados paliativos": where readers go has its name.
    service_before=re.compile(
        rf"\b{_SERVICE} (?:[a-záéíóúüñ]+ )?(?:de|en|para) (?:(?:el|la|los|las) )?"
        r"(?:[a-záéíóúüñ]+ (?:y|de|o) ){0,2}$",
        re.IGNORECASE,
    ),
    # Below "Hipotiroidismo": "Es una afección en la que".
    defines_title=re.compile(
        r"(?:Es|Son|Se trata de|Consisten? en) (?:un[oa]?s?|el|la|los|las|cualquier|cuando)\b"
    ),
    # "Tratamiento | En qué consiste".
    explaining_column=re.compile(
        r"¿?(?:(?:en )?qué (?:es|son|hacen?|consisten?|significan?|quieren? decir|miden?|mira"
        r"|muestran?|ve|trata|revisa)|para qué (?:es|sirven?|se (?:usa|utiliza|hace)n?)"
        r"|cómo (?:es|actúa|funciona|se hace)|definición|descripción|explicación|significado"
        r"|utilidad|finalidad|objetivo|función|usos?|indicación|indicaciones"
        r"|se (?:usa|utiliza)n? para|también (?:se )?llamad[oa]"
        r"|nombre (?:común|corriente)|en (?:palabras|términos) sencill[oa]s)\?*\W*",
        re.IGNORECASE,
    ),
    to_reader=re.compile(
        r"(?:usted|su|sus|tu|tus|llame|llama|pregunte|pregunta|pida|pide|avise|avisa|le|les|te)\b",
        re.IGNORECASE,
    ),
)
