"""Hard words in another sense, for which their plain word is wrong: "la fiebre remite sola"."""

import re

# What shows the other sense, by the start of the hard word: symptoms go away, citizens vote, and
# vaccines are not "given" but put. A hyphen stands for any ending.
_SHOWN_BY = {
    "adeud": "en~cuenta",
    "administr": """anestesia colirio crema enema gota inyecci- insulina intramuscular parche pomada
        subcutánea supositorio vacuna""",
    "comput": "tomografía tomógrafo",
    "cumpliment": "orden órdenes protocolo requisito trámite",
    "deambul": "alzheimer alzhéimer calle demencia perderse pierde sin~rumbo",
    "desembols": "crédito fondos préstamo subvenci-",
    "desestim": "dolor gravedad importancia molestia riesgo señal síntoma",
    "excret": "bacteria germen gérmenes parásito virus",
    "expector": "esputo flema material moco sangre secreci-",
    "friccion": "calzado costura pañal prótesis ropa talón tela zapato",
    "ing": """accidental- carne cáustic- comida crema detergente fruta huevo imán imanes
        lejía moneda objeto pescado pila pomada tóxic- veneno verdura""",
    "otorg": "documento escritura poder testamento voluntades",
    "person": "actuaciones causa juicio juzgado procedimiento proceso tribunal",
    "peticion": "ante autoridades",
    "por cuanto": "divid- multipli-",
    # What is breathed in comes through the mouth too.
    "por vía oral": "aerosol- inhal- nebuliz-",
    "por vía tópica": "boca encía garganta mucosa nariz oído ojo vagin-",
    "prescri": """acción acciones años delito derecho deuda dieta ejercicio infracci- multa plazo
        reclamaci- reposo""",
    "prorrog": "contrato pasaporte permiso visa visado",
    "reintegr": """actividades clases comunidad empleo escuela familia labores puesto sociedad
        trabajo vida""",
    "remit": """brote cáncer cuadro dolor efecto enfermedad fiebre inflamación lesión lesiones
        molestia picor síntoma tos tumor vómito""",
    "revoc": "casa grieta juez jueza jueces licencia muro pared resoluci- sentencia tribunal",
    "revoqu": "casa grieta muro pared techo vivienda",
    "sobre la base de": "apoy- coloc- coloque metal plástico ponga madera",
    "sobrev": "fallecimiento menopausia muerte",
    "sufrag": "candidat- ciudadan- elecci- urna votar voto",
    "suministr": "agua arteria datos electric- energía información laboratorio sangre",
    "supur": "líquido material pus sangre secreci-",
    "visuali": "escena imagin- lugar mente meta relaj- respir-",
}
_SENTENCE_END = re.compile(r"[.;:?!]\s")
_PRONOUN = re.compile(r"\A(?:le|les|me|nos|se|te) ")


def _compile_words(words: str) -> re.Pattern[str]:
    """Return a pattern for words, their plurals, and starts of words with a hyphen behind them."""
    options = (
        word[:-1] + r"\w*" if word.endswith("-") else word.replace("~", " ") + "(?:e?s)?"
        for word in words.split()
    )
    return re.compile(rf"\b(?:{'|'.join(options)})\b", re.IGNORECASE)


_OTHER = {start: _compile_words(words) for start, words in _SHOWN_BY.items()}


def has_other_sense(hard: str, before: str, after: str) -> bool:
    """Return whether a hard word has a sense in its sentence that its plain word has not.

    >>> has_other_sense("remite", "La fiebre ", " sola.")
    True

    Args:
        hard: the word or phrase as written.
        before: the text before it.
        after: the text behind it.
    """
    lower = _PRONOUN.sub("", hard.lower(), count=1)
    sentence = f"{_SENTENCE_END.split(before)[-1]} {_SENTENCE_END.split(after)[0]}"
    return any(
        lower.startswith(start) and pattern.search(sentence) for start, pattern in _OTHER.items()
    )
