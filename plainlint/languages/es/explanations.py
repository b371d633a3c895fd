"""Explanations in Spanish texts: whether a term is explained where it stands."""

import re

from plainlint.core.words import WORD
from plainlint.languages.es.agreement import make_plural
from plainlint.languages.es.clauses import is_surely_verb

_ARTICLE = r"(?:el|la|los|las|un|una|unos|unas|su|sus|est[ae]|est[ao]s|lo)"
# Words in brackets behind the term, but not only a number, an acronym or a reference.
_BRACKET = re.compile(
    r"[\"\u201d»]?(?: [a-záéíóúüñ]+){0,3} \((?:(?:es decir|o sea|también|o),? )?"
    r"(?P<gloss>[^()]*[a-záéíóúüñ]{4,}[^()]*)\)"
)
_REFERENCE = re.compile(r"(?:véase|vea|ver|consulte|por ejemplo|como|incluid)", re.IGNORECASE)
# What a thing is, as a plain word says it.
_KINDS = """
    abertura acumulación afección aguja agujero alteración análisis anillo aparato
    arteria aumento azúcar bacteria bajada bolsa bulto cambio canal cáncer cantidad capa
    célula cicatriz cirugía clase coágulo color condición conducto conjunto corriente
    corte crecimiento crema daño defecto depósito desgaste dificultad disminución
    dispositivo dolor enfermedad estado estudio examen exceso falta fármaco fluido forma
    gas germen glándula grasa grupo gusano hinchazón hormona hueso imagen infección
    inflamación insecto instrumento inyección latido lesión líquido llaga malformación
    malla mancha máquina medicamento medicina método microbio molécula músculo nivel
    número onda operación órgano parche parte partícula pastilla pausa pérdida piedra
    pieza presión problema procedimiento proceso proteína prueba radiografía reacción
    región ritmo roncha rotura saco sangrado sensación serie síndrome solución subida
    sustancia técnica tejido tendencia terapia tinte tipo trastorno tratamiento trozo
    tubo tumor unión vacuna válvula vena virus zona
"""
_KIND = "|".join(form for kind in _KINDS.split() for form in (kind, make_plural(kind)))
_A = r"(?:un|una|unos|unas)"
# What tests and medicines do.
_DOES = (
    "alivian?|ayudan? al?|corresponden? al?|hacen? referencia a|se definen? como"
    "|se refieren? al?|evitan?|frenan?|impiden?|indican?|miden?|miran?|muestran?|permiten?|quitan?"
    "|sirven? para|valoran?|evalúan?|consisten? en|se (?:usan?|utilizan?|hacen?) para"
    "|se (?:hacen?|produce|producen|dan?) (?:cuando|porque|si)"
    "|(?:aparecen?|ocurren?|pasan?|suceden?|surgen?) (?:cuando|porque|si)"
)
# What they do as the subject of a sentence: "La litotricia rompe las piedras".
_ACTS = (
    "abren?|atacan?|bajan?|bloquean?|brindan?|calman?|cierran?|combaten?|controlan?|cortan?|dañan?"
    "|defienden?|destruyen?|deshacen?|eliminan?|endurecen?|estrechan?|fabrican?|inflaman?|limpian?"
    "|llevan?|matan?|ofrecen?|producen?|protegen?|regulan?|relajan?|rompen?|sacan?|tapan?"
    "|transportan?"
)
# Medicines from the shelf: with one of them, the name of its class is clear.
_HOUSEHOLD = (
    "amoxicilina|aspirina|cortisona|diazepam|heparina|ibuprofeno|insulina|loratadina|naproxeno|omeprazol"
    "|paracetamol|penicilina|prednisona|Sintrom|warfarina"
)
_BEHIND = re.compile(
    r"[\"\u201d»]?(?: \([^()]*\))?"
    r"(?:,? (?:es decir|o sea|esto es)\b"
    # "Pancreatitis por cálculos, que es una inflamación".
    r"|(?: (?:del?|por|con|en) [a-záéíóúüñ]+(?: [a-záéíóúüñ]+)?)?"
    rf", (?:que|lo que|lo cual) (?:es|son|significan?|quieren? decir|{_DOES})\b"
    r"|, (?:en|con) (?:el|la|los|las) (?:que|cual|cuales) \w"
    r"|,? (?:también )?(?:llamad|conocid|denominad)[oa]s? \w"
    r"|,? (?:que )?(?:también )?se (?:llaman?|conocen?|denominan?) \w"
    r"|,? (?:significan?|quieren? decir|consisten? en)\b"
    r"| se entiende\b"
    # "Son antiagregantes: evitan los coágulos".
    rf"|: (?:{_DOES})\b"
    r"| para (?:(?:ayudar a|poder) )?(?:abrir|combatir|defender|medir|mirar|quitar|sacar|ver)\b"
    rf"|,? (?:\()?(?:como|por ejemplo,?|tipo) (?:el |la |los |las )?(?:{_HOUSEHOLD})\b"
    # "Un antiséptico que elimina los gérmenes".
    r"| que (?:alivian?|bloquean?|combaten?|eliminan?|evitan?|frenan?|impiden?|matan?|quitan?) "
    # "La colonografía por tomografía (TC), que usa rayos X".
    r"|, (?:que )?(?:usa|utiliza|emplea)n? "
    # "Células uroteliales, que revisten la vejiga"; not "que le dará la enfermera".
    r"|, que (?!(?:debe|puede|tiene|toma|usa|necesita|quiere|suele)n?\b)[a-záéíóúüñ]{2,}[ae]n?"
    r" (?:el|la|los|las|una?|unos|unas|al|del) [a-záéíóúüñ]"
    # "Leguminosas, como el frijol, la lenteja y el garbanzo".
    rf"|,? (?:tales )?como (?:{_ARTICLE} )?[a-záéíóúüñ]+(?:, (?:{_ARTICLE} )?[a-záéíóúüñ]+)+"
    rf" (?:y|e|o|u) (?:{_ARTICLE} )?[a-záéíóúüñ]+"
    # "La neuralgia posherpética, un dolor que sigue".
    rf"|(?: [a-záéíóúüñ]+)?, {_A} (?:[a-záéíóúüñ]+ )?[a-záéíóúüñ]+"
    r" (?:que|de|del|en|con|para|muy|donde)\b"
    # "La anafilaxia, una reacción alérgica grave, es".
    # "El uréter, el tubito que lleva la orina".
    # "El carcinoma de hígado, el tipo más común de cáncer".
    rf"|(?: [a-záéíóúüñ]+)?, (?:el|la|los|las) (?:(?:{_KIND})|[a-záéíóúüñ]+it[oa]s?)"
    r"(?:(?: [a-záéíóúüñ]+)? (?:que|donde|por (?:el|la|los|las) que)| más (?:común|frecuente) de)\b"
    rf"|, {_A} (?:{_KIND}) [a-záéíóúüñ ]{{3,60}}[,.;)]"
    # "Medicamentos que evitan los coágulos", "pequeños bultos del intestino".
    rf"|, (?:(?:pequeñ|mal)[oa]s? )?(?:{_KIND}) (?:que|de|del|en|con|para|muy|donde)\b"
    rf"|, o {_ARTICLE}? ?[a-záéíóúüñ]+,"
    r"| ?= ?[a-záéíóúüñ]{3,} [a-záéíóúüñ]+"
    # "La neutropenia —pocas células de defensa—".
    r"| ?[—–] ?[a-záéíóúüñ]+ [^—–.;:]{4,60}[—–]"
    # The sentence behind says it.
    rf"|\. (?:(?:Esto|Eso) )?(?:(?:es|son) )?(?:[Qq]uiere decir|[Ss]ignifica|[Cc]onsiste en)\b"
    # "La prueba es la espirometría. Es sencilla. Consiste en soplar".
    r"|[^.\n]{0,80}\. (?:[^.\n]{5,120}\. )?(?:Consisten? en|Se introducen?|Sirven? para)\b"
    # "Se da después de la operación para": what it is for.
    r"|\. Se (?:administra|aplica|da|hace|pone|realiza|usa|utiliza|toma)n? [^.;]{0,40}?"
    r"\b(?:para|con el (?:fin|objetivo) de)\b"
    # "La clasificación TNM, donde la T es el tamaño".
    r"|,? (?:donde|en (?:el|la) que) la [A-Z] (?:es|hace|indica|quiere|se|significa)\b"
    # "El hígado graso, antes de nombre más largo, es una enfermedad en la que".
    rf"|, (?:es|son) {_A} (?:{_KIND}) (?:[a-záéíóúüñ]+ )?(?:que|en|con|de|donde|por)\b"
    rf"|\. (?:(?:Esto|Eso) es|Es|Son|Se trata de) (?:{_A} )?(?:(?:pequeñ|mal)[oa]s? )?"
    rf"(?:{_KIND})(?:, [^.;,]{{3,50}},)?"
    r" (?:[a-záéíóúüñ]+ )?(?:que|del?|con|en|donde|para|por)\b"
    r"|\. (?:(?:Esto|Eso) (?:ocurre|pasa|sucede)|Ocurren?|Pasa|Sucede|Aparecen?) cuando\b"
    # "profilaxis antes del contacto: un medicamento que".
    rf"|(?: [a-záéíóúüñ]+){{0,3}}: {_A} [a-záéíóúüñ]+ (?:que|para|con|donde)\b)"
)
# What is said of the subject of a sentence: "El linfoma es un cáncer".
_IS = re.compile(
    # "Una biopsia de próstata es", "la anemia aplásica es", "el linfoma de Hodgkin es".
    r"[\"\u201d»]?(?: (?!es |son )(?:del? (?:la |los |las )?)?[^\W\d_]+){0,2}(?: \([^()]*\))?"
    rf" (?:(?:{_DOES}|{_ACTS})\b|(?:es|son)"
    rf" (?:cuando\b|(?:un|una|unos|unas|el|la|los|las)? ?(?:{_KIND})\b"
    # "La prostatectomía es la extirpación de la próstata"; not "es una opción de tratamiento".
    r"|(?:el|la|los|las) (?!opción|cuestión|decisión|indicación|razón|solución)"
    r"[a-záéíóúüñ]+(?:ción|sión|miento) (?:\w+ )?del?\b"
    # "una pastilla que evita", "una inyección en la espalda que quita": any thing and what it does.
    # "Una opción que usted puede elegir" says nothing of it.
    r"|(?:un|una|unos|unas) (?!opción|decisión|cosa|razón|ventaja|duda|pregunta|palabra)"
    r"[a-záéíóúüñ]+(?: [^.;:,]{1,40}?)?,? (?:que|donde|con (?:el|la) que)"
    r" (?!(?:usted|ustedes|tú|su|sus|debe|deben|puede usted)\b)[a-záéíóúüñ]"
    r"|cualquier [a-záéíóúüñ]+)"
    rf"|no (?:es|son) [^.;]{{1,50}}, sino {_A} )"
)
_COLON = re.compile(
    r"[\"\u201d»*]?(?: \([^()]*\))?(?: ?: | [—–-] )"
    r"(?!(?:acuda|avise|consulte|hable|llame|no|pida|pregunte|vaya|venga)\b)[^.\n]{12,}",
    re.IGNORECASE,
)
# "Biopsia por aspiración con aguja fina: extracción de tejido": a longer name, and what it is.
_NAME_GOES_ON = r" [a-záéíóúüñ]+| \([^()]*\)"
_IS_A_KIND = (
    rf"(?:(?:el|la|los|las|{_A}) )?(?:(?:{_KIND})|[a-záéíóúüñ]+(?:ción|miento|sión))"
    r"(?: [a-záéíóúüñ]+){0,4}? (?:del?|en|con|para|por|que|donde)\b"
)
_ENTRY = re.compile(
    rf"(?:{_NAME_GOES_ON}){{0,8}}(?: ?:|\.) {_IS_A_KIND}"
    # "Biopsia con cepillo: se sacan células".
    rf"|(?:{_NAME_GOES_ON}){{1,8}}(?: ?:|\.)"
    r" (?:se|(?:el|la|un|una) médic[oa]) (?:le )?(?!(?:debe|puede|recomienda)n?\b)"
    r"[a-z]+[ae]n? [a-z]"
    # "Ecocardiograma. Con ultrasonidos se ve el corazón": how it is done.
    rf"|(?:{_NAME_GOES_ON}){{0,8}}(?: ?:|\.)"
    r" (?:(?:se|un [a-záéíóúüñ]+|una [a-záéíóúüñ]+)"
    r" (?:coloca|examina|extrae|filtra|inserta|introduce|inyecta|mide|mira|observa|pasa|quita|saca"
    r"|toma)n?|mediante|a través de|por medio de|con (?:la ayuda de|un|una))\b"
    # "Ecografía (US). Produce imágenes": what it does.
    rf"|(?:{_NAME_GOES_ON}){{0,8}}\. (?:combina|crea|detecta|emplea|extrae|muestra|obtiene"
    rf"|produce|registra|usa|utiliza|toma|{_DOES}|{_ACTS})\b",
    re.IGNORECASE,
)
# "Prueba de marcadores tumorales en suero. Procedimiento por el que": the name of an item.
_HEAD = re.compile(r"[\W\d]*[^\W\d_]+(?: [^\W\d_]+){0,6} ")
_SUBJECT = re.compile(
    rf"(?:^|[.!?:;•\n]\s*)[\"\u201c«¿*]*(?:{_ARTICLE} )?"
    r"(?:(?:términos?|palabras?|expresión|nombre|siglas?|abreviatura) [\"\u201c«]?)?\Z",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:(?:llam|conoc|denomin)(?:ad|id)[oa]s?(?: también)?(?: como)?"
    r"|se (?:llaman?|denominan?)(?: también)?|se (?:conocen?|abrevian?)(?: también)? como"
    r"|l[oae]s? (?:llaman?|llamamos|dicen|decimos|conocen como)"
    r"|(?:recibe|reciben|con) el nombre de|(?:el|su) nombre (?:médico |científico |técnico )?es"
    r"|de ahí (?:vienen?|salen?) (?:el nombre|las? siglas?|la palabra)(?: de)?"
    # "Tiene pocas defensas, es decir, neutropenia".
    r"|(?:es decir|o sea|esto es|en otras palabras),?"
    # "Cuando llega a otros órganos, hablamos de metástasis".
    r"|\b(?:hablamos|se habla)(?: entonces)? de)"
    # "Se llama pólipo plano o adenoma", "se llama cáncer metastásico".
    rf"(?:(?:,? [^\W\d_]+){{1,9}},? [ou])?(?: {_ARTICLE})?(?: (?:{_KIND}|nódulo))?"
    r" [\"\u201c«*]*\Z",
    re.IGNORECASE,
)
# "Llamamos neutropenia a la falta de defensas".
_NAMED = re.compile(
    rf"\b(?:llamamos|llaman|se (?:le )?llama) (?:{_ARTICLE} )?[\"\u201c«*]*\Z", re.IGNORECASE
)
_TO = re.compile(r"[\"\u201d»*]* (?:al?|cuando) \w")
# "Las pocas defensas, o neutropenia, son comunes", "pocas defensas —la neutropenia— y fiebre".
_ASIDES = (
    (re.compile(rf"[a-záéíóúüñ]{{3,}}, (?:o|u) (?:{_ARTICLE} )?\Z"), re.compile(r",")),
    (re.compile(rf"[a-záéíóúüñ]{{3,}} ?[—–] ?(?:o )?(?:{_ARTICLE} )?\Z"), re.compile(r" ?[—–]")),
    (
        re.compile(rf"\b(?:con|en|mediante) {_ARTICLE} \Z", re.IGNORECASE),
        re.compile(
            r",? (?:se|el médico|la médica|su médico) (?:le |puede |les )?"
            r"(?:ven?|ver|miran?|mirar|mide|quita|saca|(?:emplea|toma|usa|utiliza)n?)\b"
        ),
    ),
)
# "Con cortes pequeños y una cámara (cirugía laparoscópica)".
_IN_BRACKETS = re.compile(
    rf"[a-záéíóúüñ]{{3,}} \((?:o |también |{_ARTICLE} )*"
    rf"(?:(?:{_KIND}) (?:(?:del?|por|con|en) (?:(?:la|el|los|las) )?)?|\w+/)?[\"\u201c«*]*\Z"
)
# "Prueba de sangre en las heces (FIT o iFOBT)".
_SHORT_FORM = r"[\w-]*[A-Z][\w-]*"
_SHORT_FORMS = re.compile(rf"[a-záéíóúüñ]{{3,}} \((?:{_SHORT_FORM}(?:,| [oy]) )*\Z")
_SHORT_FORMS_END = re.compile(rf"(?:(?:,| [oy]) {_SHORT_FORM})*\)")
_BRACKETS_END = re.compile(r"(?:[ /][a-záéíóúüñ]+){0,2}[\"\u201d»*]*\)|[\"\u201d»]")
# "¿Qué es una exacerbación? Es un empeoramiento".
_QUESTION = re.compile(
    rf"¿qué (?:es|son|significan?|quieren? decir) (?:{_ARTICLE} )?[\"\u201c«*]*\Z", re.IGNORECASE
)
_ANSWER = re.compile(r"[\"\u201d»*]*\? [^\W\d_]")
# What explains a term together: before it, and behind it.
_AROUND = (
    (_QUESTION, _ANSWER),
    (_NAMED, _TO),
    (_IN_BRACKETS, _BRACKETS_END),
    (_SHORT_FORMS, _SHORT_FORMS_END),
    *_ASIDES,
)
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
    return (
        _has_gloss(text, end)
        or _BEHIND.match(text, end) is not None
        or _CALLED.search(before) is not None
        or _is_said_around(text, before, end)
        or (_is_label(text[:start]) and _ENTRY.match(text, end) is not None)
        or (
            _SUBJECT.search(before) is not None
            and any(form.match(text, end) for form in (_IS, _COLON, _ENTRY))
        )
    )


def _has_gloss(text: str, end: int) -> bool:
    bracket = _BRACKET.match(text, end)
    return bracket is not None and not _REFERENCE.match(bracket["gloss"])


def _is_said_around(text: str, before: str, end: int) -> bool:
    """Return whether the words before a term and those behind it explain it together."""
    pairs = (
        (_QUESTION, _ANSWER),
        (_NAMED, _TO),
        (_IN_BRACKETS, _BRACKETS_END),
        (_SHORT_FORMS, _SHORT_FORMS_END),
        *_ASIDES,
    )
    return any(opens.search(before) and closes.match(text, end) for opens, closes in pairs)


def _is_label(head: str) -> bool:
    """Return whether a text may begin the label of an entry: a few words without a verb."""
    words = WORD.findall(head.lower())
    return _HEAD.fullmatch(head) is not None and not any(map(is_surely_verb, words))


# "¿En qué consiste?", "¿Qué es la prueba?": what the page is about.
_ASKED_OF_TITLE = re.compile(
    r"\W*(?:qué (?:es|son)|en qué consisten?)"
    rf"(?: {_ARTICLE} (?:cirugía|enfermedad|estudio|examen|exploración|intervención|operación"
    r"|procedimiento|prueba|técnica|tratamiento|vacuna))?\W*",
    re.IGNORECASE,
)


def find_asked_name(heading: str, title: str = "") -> str:
    """Return the name that a heading asks for, as "¿Qué es la ascitis?" does; else empty.

    "¿En qué consiste?" asks what the title of the page names.
    """
    if _ASKED_OF_TITLE.fullmatch(heading):
        return title
    match = _ASKED.fullmatch(heading)
    return match["name"] if match else ""
