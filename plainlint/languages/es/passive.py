"""Passive verbs of Spanish: a form of "ser" and a participle, or "se" and a verb of treatment."""

import re

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


# Verbs of what is done to patients, without their ending. "Se siente" and "se llama" are no
# passives, so that only a list can tell.
_TREATED = (
    "administr|anali[zc]|apli[cq]u?|coloc|coloqu|coment|comprueb|comprob|compru[eé]b|conect|control|cort|"
    "cubr|d(?=[aáe])|deb|desinfect|detect|determin|efect[uú]|elimin|emple|envi|envía|evalú|evalu|"
    "examin|extra|extirp|extraj|explic|expliqu|gui|ha[cgr]|hic|implant|indi[cq]u?|infund|inici|"
    "insert|interrump|introdu[cj]|introduzc|inyect|inform|investig|mid|med|mezcl|modific|monitor|"
    "monitori[zc]|necesit|obten|obtien|obtuv|operar|per[fm]or|pid|pon|pus|prepar|prescrib|program|"
    "prob|prueb|prue|realiz|realic|recet|reco[gj]|recomiend|recomend|reduj|reemplaz|retir|revis|"
    "seleccion|solicit|suministr|suspend|sustitu|tom|trasplant|trat|utili[zc]|us|vacun|valor|verific"
)
_ENDING = (
    r"(?:[ae]n?|[aei]rán?|[aei]ríang?|[oóe]|ó|aron|ieron|ió|eron|aban?|ían?|ando|iendo|ye|yen|"
    r"yó|yeron|ng?an|ga|os|uestran?)"
)
_SE = re.compile(
    rf"\b[Ss]e(?: (?:le|les|lo|la|los|las|me|te|nos))? (?:{_TREATED}){_ENDING}\b(?! (?:a )?sí\b)"
)


def find_se_passives(text: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of each "se" with a verb of treatment: "se le administra".

    Spanish prefers it to the passive with "ser", so it is no fault of style. But it hides who
    acts, as the passive does.
    """
    return tuple(match.span() for match in _SE.finditer(text))
