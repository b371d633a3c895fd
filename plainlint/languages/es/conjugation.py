"""Spanish verbs: all forms of a verb, by the rules of its class and a few tables."""

import re
from collections.abc import Iterator

from plainlint.core.caches import remember
from plainlint.languages.es.accents import add_pronoun

PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")
# Only these have the stressed vowel in the stem.
_STRONG = frozenset({"1s", "2s", "3s", "3p"})

_PRESENT = {
    "a": ("o", "as", "a", "amos", "áis", "an"),
    "e": ("o", "es", "e", "emos", "éis", "en"),
    "i": ("o", "es", "e", "imos", "ís", "en"),
}
_SUBJUNCTIVE = {
    "a": ("e", "es", "e", "emos", "éis", "en"),
    "e": ("a", "as", "a", "amos", "áis", "an"),
    "i": ("a", "as", "a", "amos", "áis", "an"),
}
_PRETERITE = {
    "a": ("é", "aste", "ó", "amos", "asteis", "aron"),
    "e": ("í", "iste", "ió", "imos", "isteis", "ieron"),
    "i": ("í", "iste", "ió", "imos", "isteis", "ieron"),
}
_STRONG_PRETERITE = ("e", "iste", "o", "imos", "isteis", "ieron")
_IMPERFECT_A = ("aba", "abas", "aba", "ábamos", "abais", "aban")
_IMPERFECT_I = ("ía", "ías", "ía", "íamos", "íais", "ían")
_FUTURE = ("é", "ás", "á", "emos", "éis", "án")
_CONDITIONAL = _IMPERFECT_I

# Verbs by the ends of their infinitives; the longest end that fits counts.
_CHANGES = {
    "ie": """acertar acrecentar alentar apretar calentar cerrar comenzar despertar empezar encender
        entender atender extender fregar helar negar pensar perder querer recomendar sembrar sentar
        temblar tender tropezar verter adherir advertir convertir digerir divertir diferir herir
        ingerir conferir invertir mentir preferir referir requerir sentir sugerir transferir""",
    "ue": """acordar acostar almorzar aprobar colgar comprobar contar costar doler dormir
        demostrar encontrar forzar mostrar morir mover poder probar recordar resolver rogar soltar
        sonar soñar volver morder cocer torcer disolver volar llover""",
    "i": """conseguir corregir despedir elegir impedir medir pedir perseguir proseguir repetir
        seguir servir vestir competir expedir""",
    "í": "cohibir prohibir",
    "ú": "ahumar aunar rehusar reunir",
}
# What verbs in -ir have where the stem is not stressed: "sintió", "durmió".
_WEAK = {"ie": "i", "i": "i", "ue": "u"}
_CHANGE_OF = {verb: change for change, verbs in _CHANGES.items() for verb in verbs.split()}
# They end like verbs of the table, and keep their vowel: "presentar" is not of "sentar".
_NAMES_OF_REGULAR = """
    anhelar arrogar abrogar ausentar compensar derogar dispensar erogar interrogar personar
    presentar pretender prorrogar recompensar representar
"""
_REGULAR = frozenset(_NAMES_OF_REGULAR.split())
_FIRST = {
    "tener": "tengo", "venir": "vengo", "poner": "pongo", "salir": "salgo", "valer": "valgo",
    "hacer": "hago", "decir": "digo", "traer": "traigo", "caer": "caigo", "oír": "oigo",
    "ver": "veo", "estar": "estoy", "dar": "doy", "saber": "sé", "ir": "voy", "ser": "soy",
}  # fmt: skip
_PRETERITE_STEMS = {
    "tener": "tuv", "estar": "estuv", "poder": "pud", "poner": "pus", "saber": "sup",
    "venir": "vin", "hacer": "hic", "querer": "quis", "decir": "dij", "traer": "traj",
    "ducir": "duj", "andar": "anduv", "ser": "fu", "ir": "fu",
}  # fmt: skip
_FUTURE_STEMS = {
    "tener": "tendr", "venir": "vendr", "poner": "pondr", "salir": "saldr", "valer": "valdr",
    "hacer": "har", "decir": "dir", "poder": "podr", "querer": "querr", "saber": "sabr",
}  # fmt: skip
_PARTICIPLES = {
    "hacer": "hecho", "poner": "puesto", "ver": "visto", "decir": "dicho", "abrir": "abierto",
    "cubrir": "cubierto", "scribir": "scrito", "morir": "muerto", "volver": "vuelto",
    "solver": "suelto", "romper": "roto",
}  # fmt: skip
_PRESENTS = {
    "ser": "soy eres es somos sois son",
    "estar": "estoy estás está estamos estáis están",
    "ir": "voy vas va vamos vais van",
    "dar": "doy das da damos dais dan",
    "ver": "veo ves ve vemos veis ven",
    "oír": "oigo oyes oye oímos oís oyen",
}
_SUBJUNCTIVES = {
    "ser": "sea seas sea seamos seáis sean",
    "estar": "esté estés esté estemos estéis estén",
    "ir": "vaya vayas vaya vayamos vayáis vayan",
    "dar": "dé des dé demos deis den",
    "saber": "sepa sepas sepa sepamos sepáis sepan",
}
_PRETERITES = {
    "dar": "di diste dio dimos disteis dieron",
    "ver": "vi viste vio vimos visteis vieron",
    "ser": "fui fuiste fue fuimos fuisteis fueron",
    "ir": "fui fuiste fue fuimos fuisteis fueron",
}
# Whole words, because other verbs end like them.
_WHOLE = frozenset({"ser", "ir", "dar", "estar", "ver", "oír", "caer", "andar", "saber", "valer"})
# The weak vowel of these has the stress: "envía", "evalúa".
_STRESSED = re.compile(r"(?:envi|ampli|\bvari|vaci|gui|enfri|fotografi|confi|desvi|[^cgq]u)ar$")
_FORMS_WITH_PRONOUNS = frozenset({"inf", "ger", "subj.3s", "subj.3p"})
_PRONOUNS = ("se", "le", "les", "lo", "la", "los", "las", "me", "te", "nos")


@remember(1 << 11)
def inflect_verb(verb: str) -> dict[str, str]:
    """Return the forms of a verb, by names such as `pres.3s` and `part.f`.

    >>> forms = inflect_verb("reducir")
    >>> forms["pres.1s"], forms["pret.3p"], forms["part.fp"]
    ('reduzco', 'redujeron', 'reducidas')
    """
    forms = {"inf": verb, "ger": _make_gerund(verb)}
    masculine = _make_participle(verb)
    feminine = masculine[:-1] + "a"
    forms |= {"part.m": masculine, "part.f": feminine}
    forms |= {"part.mp": masculine + "s", "part.fp": feminine + "s"}
    preterite = _make_preterite(verb)
    for tense, words in (
        ("pres", _make_present(verb)),
        ("subj", _make_subjunctive(verb)),
        ("pret", preterite),
        ("impf", _make_imperfect(verb)),
        ("fut", [_get_future_stem(verb) + ending for ending in _FUTURE]),
        ("cond", [_get_future_stem(verb) + ending for ending in _CONDITIONAL]),
        ("ra", _make_past_subjunctive(preterite[-1], "ra")),
        ("se", _make_past_subjunctive(preterite[-1], "se")),
    ):
        forms |= {f"{tense}.{person}": word for person, word in zip(PERSONS, words, strict=True)}
    return forms


def is_infinitive(word: str) -> bool:
    """Return whether a word can be the infinitive of a verb, without a pronoun."""
    return re.fullmatch(r"\w+[aeiáéí]r|ir", word) is not None


def iter_with_pronouns(forms: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the names and words of forms of a verb, also with a pronoun behind: "tomarlo"."""
    for name, word in forms.items():
        yield name, word
        if name in _FORMS_WITH_PRONOUNS:
            for pronoun in _PRONOUNS:
                yield f"{name}+{pronoun}", add_pronoun(word, pronoun)


def _look_up(table: dict[str, str], verb: str) -> tuple[str, str]:
    """Return the prefix and the entry of the longest end of a verb in a table, or empty texts."""
    for start in range(len(verb) - 1):
        end = verb[start:]
        if end in table and (not start or end not in _WHOLE):
            return verb[:start], table[end]
    return "", ""


def _split(verb: str) -> tuple[str, str]:
    """Return the stem and the vowel of the infinitive."""
    return verb[:-2], {"á": "a", "é": "e", "í": "i"}.get(verb[-2], verb[-2])


def _get_change(verb: str) -> str:
    return "" if verb in _REGULAR else _look_up(_CHANGE_OF, verb)[1]


def _change_stem(stem: str, change: str) -> str:
    """Return a stem with its last vowel changed: "prob" to "prueb"."""
    vowel = {"ue": "o", "u": "o", "í": "i", "ú": "u"}.get(change, "e")
    at = stem.rfind(vowel)
    if at == 0 and change in ("ie", "ue"):
        change = {"ie": "ye", "ue": "hue"}[change]
    return stem if at < 0 else stem[:at] + change + stem[at + 1 :]


def _spell(stem: str, ending: str, vowel: str) -> str:
    """Join a stem and an ending, with the letters that keep the sound of the stem."""
    is_front = ending[0] in "eéií"
    if vowel == "a" and is_front:
        for old, new in (("gu", "gü"), ("c", "qu"), ("g", "gu"), ("z", "c")):
            if stem.endswith(old):
                return stem[: -len(old)] + new + ending
    if vowel != "a" and not is_front:
        for old, new in (("gu", "g"), ("qu", "c"), ("c", "z"), ("g", "j")):
            if stem.endswith(old):
                return stem[: -len(old)] + new + ending
    return stem + ending


def _stress_stem(stem: str) -> str:
    return stem[:-1] + {"i": "í", "u": "ú"}[stem[-1]]


def _is_uir(verb: str) -> bool:
    return bool(re.search(r"[^gq]uir$", verb))


def _make_first(verb: str) -> str:
    """Return the first person of the present if it is irregular; else an empty text."""
    prefix, first = _look_up(_FIRST, verb)
    if first:
        return prefix + first
    if re.search(r"[aeiou]c[ei]r$", verb) and verb not in ("cocer", "mecer"):
        return f"{verb[:-3]}zco"
    return ""


def _make_present(verb: str) -> list[str]:
    if verb in _PRESENTS:
        return _PRESENTS[verb].split()
    stem, vowel = _split(verb)
    change, first = _get_change(verb), _make_first(verb)
    # "Tiene" and "viene", but "tengo".
    if re.search(r"(?:tener|venir)$", verb):
        change = "ie"
    if re.search(r"decir$", verb):
        change = "i"
    words = []
    for person, ending in zip(PERSONS, _PRESENT[vowel], strict=True):
        own = stem
        if person in _STRONG:
            own = _change_stem(stem, change) if change else stem
            own = _stress_stem(own) if _STRESSED.search(verb) else own
            own = own + "y" if _is_uir(verb) else own
        words.append(_spell(own, ending, vowel))
    return [first or words[0], *words[1:]]


def _make_subjunctive(verb: str) -> list[str]:
    if verb in _SUBJUNCTIVES:
        return _SUBJUNCTIVES[verb].split()
    stem, vowel = _split(verb)
    first = _make_first(verb)
    if first:
        return [first[:-1] + ending for ending in _SUBJUNCTIVE[vowel]]
    change = _get_change(verb)
    words = []
    for person, ending in zip(PERSONS, _SUBJUNCTIVE[vowel], strict=True):
        own = stem
        if person in _STRONG:
            own = _change_stem(stem, change) if change else stem
            own = _stress_stem(own) if _STRESSED.search(verb) else own
        elif vowel == "i" and change in _WEAK:
            own = _change_stem(stem, _WEAK[change])
        own = own + "y" if _is_uir(verb) else own
        words.append(_spell(own, ending, vowel))
    return words


def _make_preterite(verb: str) -> list[str]:
    if verb in _PRETERITES:
        return _PRETERITES[verb].split()
    prefix, strong = _look_up(_PRETERITE_STEMS, verb)
    if strong:
        stem = prefix + strong
        words = [stem + ending for ending in _STRONG_PRETERITE]
        words[2] = re.sub(r"hico$", "hizo", words[2])
        words[5] = re.sub(r"jieron$", "jeron", words[5])
        return words
    stem, vowel = _split(verb)
    words = [_spell(stem, ending, vowel) for ending in _PRETERITE[vowel]]
    change = _get_change(verb)
    if vowel == "i" and change in _WEAK:
        weak = _change_stem(stem, _WEAK[change])
        words[2], words[5] = weak + "ió", weak + "ieron"
    if _ends_in_vowel(verb):
        words[2], words[5] = stem + "yó", stem + "yeron"
    if re.search(r"[aeo]$", stem) and vowel != "a":
        words = [words[0], stem + "íste", words[2], stem + "ímos", stem + "ísteis", words[5]]
    return words


def _ends_in_vowel(verb: str) -> bool:
    """Return whether the stem of a verb in -er or -ir ends in a vowel that is read."""
    return bool(re.search(r"[aeo][eií]r$", verb)) or _is_uir(verb)


def _make_imperfect(verb: str) -> list[str]:
    if verb == "ir":
        return ["iba", "ibas", "iba", "íbamos", "ibais", "iban"]
    if verb == "ser":
        return ["era", "eras", "era", "éramos", "erais", "eran"]
    stem, vowel = _split(verb)
    stem = "ve" if verb == "ver" else stem
    return [stem + ending for ending in (_IMPERFECT_A if vowel == "a" else _IMPERFECT_I)]


def _get_future_stem(verb: str) -> str:
    prefix, stem = _look_up(_FUTURE_STEMS, verb)
    return prefix + stem if stem else verb.replace("ír", "ir")


def _make_past_subjunctive(third_plural: str, ending: str) -> list[str]:
    stem = third_plural.removesuffix("ron")
    accented = stem[:-1] + {"a": "á", "e": "é"}[stem[-1]]
    return [
        stem + ending, stem + ending + "s", stem + ending,
        accented + ending + "mos", stem + ending + "is", stem + ending + "n",
    ]  # fmt: skip


def _make_gerund(verb: str) -> str:
    stem, vowel = _split(verb)
    if verb == "ir":
        return "yendo"
    if vowel == "a":
        return stem + "ando"
    change = _get_change(verb)
    if vowel == "i" and change in _WEAK:
        stem = _change_stem(stem, _WEAK[change])
    if verb.endswith("venir"):
        stem = stem[:-3] + "vin"
    if verb.endswith("decir"):
        stem = stem[:-3] + "dic"
    if verb == "poder":
        stem = "pud"
    return stem + ("yendo" if _ends_in_vowel(verb) else "iendo")


def _make_participle(verb: str) -> str:
    prefix, participle = _look_up(_PARTICIPLES, verb)
    if participle:
        return prefix + participle
    stem, vowel = _split(verb)
    if vowel == "a":
        return stem + "ado"
    return stem + ("ído" if re.search(r"[aeo]$", stem) else "ido")
