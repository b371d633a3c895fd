"""Inflection for lists of plain words: the forms of a hard word, each with its plain word."""

import re
from collections.abc import Iterator, Sequence

from plainlint.languages.es.agreement import (
    DEMONSTRATIVE,
    inflect_adjective,
    is_invariable,
    make_phrase_plural,
)
from plainlint.languages.es.conjugation import inflect_verb, is_infinitive, iter_with_pronouns
from plainlint.languages.es.noun_fit import NOT_AGREEING, fit_noun, fits_noun, show_noun
from plainlint.languages.es.other_senses import has_other_sense
from plainlint.languages.es.plain_phrases import (
    fits_adverb,
    fits_phrase,
    pair_contractions,
    show_phrase,
)

# What a language needs stands in one module.
__all__ = [
    "fit_noun",
    "fits_adjective",
    "fits_adverb",
    "fits_noun",
    "fits_phrase",
    "fits_verb",
    "pair_forms",
    "show_noun",
    "show_phrase",
    "show_verb",
]

_NO_PLAIN = "-"


def pair_forms(role: str, hard: str, plain: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield each form of a hard word with the plain word in the same form.

    Args:
        role: `verb`, `noun`, `adjective`; other words have one form.
        hard: the hard word or phrase, as in a dictionary.
        plain: the plain one. In a phrase with a verb the first word changes.
        other: for nouns, the plain word in the plural if it differs; `-` if there is none.
    """
    if role == "verb":
        yield from _pair_verbs(hard, plain)
    elif role == "noun":
        yield hard, plain
        plural = make_phrase_plural(hard)
        if plural != hard and other != _NO_PLAIN:
            yield plural, other or make_phrase_plural(plain)
    elif role == "adjective":
        yield from _pair_adjectives(inflect_adjective(hard), inflect_adjective(plain))
    elif role == "phrase":
        yield from pair_contractions(hard, plain)
    else:
        yield hard, plain


# "Que empieza", "que no duele": the verb of a relative clause.
_CLAUSE = re.compile(r"que (?:no )?\w+")


def _pair_adjectives(hard: Sequence[str], plain: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pair the forms; one that does not show the gender has both genders of the plain word."""
    if clause := _CLAUSE.match(plain[0]):
        verbs = f"{clause[0]}n{plain[0][clause.end() :]}"
        plain = (*plain[:2], verbs, verbs)
    for masculine, feminine in ((0, 1), (2, 3)):
        if hard[masculine] != hard[feminine] or plain[masculine] == plain[feminine]:
            yield hard[masculine], plain[masculine]
            if hard[feminine] != hard[masculine]:
                yield hard[feminine], plain[feminine]
        else:
            yield hard[masculine], f"{plain[masculine]}/{plain[feminine]}"


# Their participles do not stand with nouns: "the given drug", "the had fever".
_WITHOUT_PARTICIPLE = frozenset(
    [
        "aparecer",
        "caminar",
        "dar",
        "deber",
        "echar",
        "ir",
        "necesitar",
        "pedir",
        "ser",
        "tener",
        "tomar",
        "volver",
    ]
)
# Words of every day that are also forms of rare verbs: "la persona" and "se persona".
_HOMOGRAPHS = """
    apertura evidencia evidencias incremento objetiva objetivo peticiones persona personas retorno
    secciones suministro
"""
_EVERYDAY_WORDS = frozenset(_HOMOGRAPHS.split())
# "Le administrar: dar": the verb counts only with the pronoun of the person who is given something.
# "Se evidenciar: ver": only with "se".
_HAVE = ("ha", "han", "he", "hemos", "había", "habían", "habrá", "habrán", "haya", "hayan")
_PRONOUNS = {"le": ("le", "les", "me", "te", "nos"), "se": ("se",)}


def _pair_verbs(hard: str, plain: str) -> Iterator[tuple[str, str]]:
    first, _, behind = hard.partition(" ")
    pronouns = _PRONOUNS.get(first, ())
    hard_verb, _, hard_rest = (behind if pronouns else hard).partition(" ")
    verb, _, rest = plain.partition(" ")
    if not (is_infinitive(hard_verb) and is_infinitive(verb)):
        yield hard, plain
        return
    plain_forms = dict(iter_with_pronouns(inflect_verb(verb)))
    joined = tuple(f"+{pronoun}" for pronoun in pronouns)
    seen = set()
    hard_forms = inflect_verb(hard_verb)
    for name, word in iter_with_pronouns(hard_forms):
        is_participle = name.startswith("part.")
        if (
            word in seen
            or (word in _EVERYDAY_WORDS and not pronouns)
            or (is_participle and verb in _WITHOUT_PARTICIPLE)
        ):
            continue
        seen.add(word)
        form, its_plain = f"{word} {hard_rest}".rstrip(), f"{plain_forms[name]} {rest}".rstrip()
        if not pronouns or name.endswith(joined):
            yield form, its_plain
        elif "." in name and not is_participle:
            yield from ((f"{who} {form}", f"{who} {its_plain}") for who in pronouns)
    done, its_done = hard_forms["part.m"], plain_forms["part.m"]
    for have in (f"{who} {have}" for who in pronouns for have in _HAVE):
        yield f"{have} {done} {hard_rest}".rstrip(), f"{have} {its_done} {rest}".rstrip()


# What has parts, states or troubles of its own; of other things an adjective such as "renal" says
# something else: "aerosol nasal" is for the nose, "frecuencia cardíaca" is a name.
_OF_THE_BODY = re.compile(
    r"\b(?:c[áa]ncer(?:es)?|cirugías?|color(?:es)?|cuidados?|células?|daños?|defectos?|dolor(?:es)?"
    r"|enfermedad(?:es)?|fracturas?|función|funciones|heridas?|higiene|infecci(?:ón|ones)|lesi(?:ón|ones)"
    r"|masa|músculos?|operaci(?:ón|ones)|paredes|pared|problemas?|pérdida|quistes?|salud|superficie"
    r"|síntomas?|tejidos?|trasplantes?|tumor(?:es)?|vasos?|zonas?) \Z",
    re.IGNORECASE,
)
_OF_A_PART = re.compile(r"de(?:l| l[ao]s?)\b")
# "Tratamiento para la fiebre", but not "efecto para la fiebre".
_MEDICINE = re.compile(
    r"\b(?:aerosol(?:es)?|champús?|colirios?|comprimidos?|cremas?|enjuagues?|fármacos?|gel(?:es)?|gotas"
    r"|inhalador(?:es)?|inyecci(?:ón|ones)|jab(?:ón|ones)|jarabes?|loci(?:ón|ones)|medicamentos?"
    r"|medicinas?|pastillas?|polvos?|pomadas?|productos?|soluci(?:ón|ones)|talcos?|terapias?"
    r"|tratamientos?|ungüentos?) \Z",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"(?:contra|para)(?: abrir)? (?:el|la|los|las)\b")
# "Defecto de nacimiento", but "sífilis congénita".
_DEFECT = re.compile(
    r"\b(?:alteraci(?:ón|ones)|anomalías?|cataratas?|defectos?|enfermedad(?:es)?|lesi(?:ón|ones)"
    r"|malformaci(?:ón|ones)|problemas?|sordera|trastornos?) \Z",
    re.IGNORECASE,
)
# "Infección urinaria y renal": the noun has two adjectives.
_AND = re.compile(r" [yeou] ")
# A phrase says something of the noun right before it; behind a verb it has to be another.
_NOT_A_NOUN = re.compile(
    r"(?:\b(?:\w+[aeií]rse|considera\w*|vuelven?|hacen?|es|son|era|eran|será|serán|sea|sean|sería|fue|fueron|ser|siendo|está|están|esté|estén"
    r"|estaba|estar|parece|parecen|resulta|resultan|suele|no|ni|muy|más|menos|tan|poco|bastante|algo"
    r"|un|una|el|la|los|las|lo|unos|unas|de|del|en|con|por|para|a|y|o|e|u|como|que)|[^\w\s]|^) ?\Z",
    re.IGNORECASE,
)
# "No es infrecuente": two denials are no help.
_DEGREE_BEFORE = re.compile(
    r"\b(?:muy|más|menos|tan|poco|bastante|no (?:es|son)) \Z", re.IGNORECASE
)
_DEGREE = re.compile(r"(?:muy|poco) ")


_DEMONSTRATIVES = frozenset(inflect_adjective(DEMONSTRATIVE))
# "Dicho tratamiento", and not "dicho que", "dicho y hecho".
_NOUN_BEHIND = re.compile(
    r" (?!(?:que|con|del?|en|es|esto|eso|está|las?|los?|el|para|por|sin|una?|así|antes|ayer|hoy)\b)"
    r"[a-záéíóúñ]{3,}"
)
# "Ha dicho", "mejor dicho", "la dicha".
_NO_DEMONSTRATIVE = re.compile(
    r"\b(?:he|has|ha|hemos|han|había|habían|haya|hayan|haber|habiendo|mejor|bien|propiamente|el|la|los"
    r"|las|lo|un|una|su|sus|mi|tu|ser|sido|fue|es|está|queda|antes|ya|gran|otro) \Z",
    re.IGNORECASE,
)


def fits_adjective(plain: str, before: str, after: str) -> bool:
    """Return whether a plain word can stand for an adjective there.

    A phrase can do so only between its noun and the end of what is said of that noun: "una lesión
    que no duele", and not "la lesión es que no duele" or "una lesión que no duele y pequeña".

    Args:
        plain: the plain word or phrase.
        before: the text before the hard word.
        after: the text behind it.
    """
    if plain in _DEMONSTRATIVES:
        return _NOUN_BEHIND.match(after) is not None and not _NO_DEMONSTRATIVE.search(before)
    if _DEGREE.match(plain) and _DEGREE_BEFORE.search(before):
        return False
    if not is_invariable(plain):
        return True
    if _NOT_A_NOUN.search(before) or not NOT_AGREEING.match(after) or _AND.match(after):
        return False
    for phrase, noun in _BEHIND_NOUNS:
        if phrase.match(plain):
            return noun.search(before) is not None
    return True


# A phrase, and the nouns that it can follow.
_BEHIND_NOUNS = (
    (_OF_A_PART, _OF_THE_BODY),
    (_AGAINST, _MEDICINE),
    (re.compile("de nacimiento"), _DEFECT),
)


# Before a noun, and not before a finite verb: "el consumo", "en ocasiones". "La" and "las" are
# pronouns before verbs, too.
_BEFORE_NOUN = re.compile(
    r"\b(?:a|al|bajo|cada|con|de|del|desde|el|en|est[ea]s?|hasta|mi|mis|much[oa]s?|otr[oa]s?|para"
    r"|poc[oa]s?|por|sin|su|sus|algun[oa]s?|ningún|ninguna|un|una|unas|unos|vari[oa]s) \Z",
    re.IGNORECASE,
)
# "Suscrito" is a participle, and "requisito" is none.
_NOT_FINITE = re.compile(
    r"\w*(?:[aeií]r|ndo|(?:[aií]d|abiert|cubiert|dich|hech|impres|muert|puest|rot|scrit|suelt|vist"
    r"|vuelt)[oa]s?)(?:se|l[aeo]s?|me|te|nos)*"
)
# "Inicio", "consumo", "ocasiones": "I" and an intimate "you" are rare in these texts, and nouns
# that end so are many. Only a word that stands before verbs shows that they are verbs.
_LIKE_NOUN = re.compile(r"[a-zñü]+(?:o|[ae]s)")
_ANY_PRONOUN = frozenset(pronoun for some in _PRONOUNS.values() for pronoun in some)
# Nouns that are also forms of verbs. "La" stands before both, and "el diario" before an infinitive.
_NOUNS = frozenset(["acontecer", "discontinua", "pesquisa", "sutura"])
_BEFORE_VERB = re.compile(
    r"\b(?:yo|tú|vos|no|me|te|se|le|les|lo|nos|que|si|cuando|nunca|siempre|también|ya) \Z",
    re.IGNORECASE,
)
# "Cese de", "corte del": a form of these ends as many nouns do.
_LIKE_NOUN_OF = re.compile(r"[a-zñü]+[ae]")
_OF = re.compile(r" del?\b")


def fits_verb(hard: str, before: str, after: str = "") -> bool:
    """Return whether a form of a verb is a verb there: "consumo" is a noun in "el consumo".

    A form that may be a noun needs a word before it that only verbs follow. Verbs in another sense
    do not fit either.

    Args:
        hard: the form as written.
        before: the text before it.
        after: the text behind it.
    """
    lower = hard.lower()
    if has_other_sense(lower, before, after):
        return False
    first, _, rest = lower.partition(" ")
    if first in _ANY_PRONOUN and rest:
        return True
    if first in _NOUNS:
        return _BEFORE_VERB.search(before) is not None
    if _NOT_FINITE.fullmatch(first):
        return True
    if _BEFORE_NOUN.search(before):
        return False
    is_like_noun = _LIKE_NOUN.fullmatch(lower) or (
        _LIKE_NOUN_OF.fullmatch(lower) and _OF.match(after)
    )
    return not is_like_noun or bool(_BEFORE_VERB.search(before))


# Commands to an intimate "you" that are no form of "he" or "she", and the infinitives.
_COMMANDS = {
    "dice": ("di", "decir"),
    "hace": ("haz", "hacer"),
    "pone": ("pon", "poner"),
    "sale": ("sal", "salir"),
    "va": ("ve", "ir"),
    "viene": ("ven", "venir"),
}
_SENTENCE_START = re.compile(r"(?:^|[.:;!?\n]\s|[¡«\"\u201c])\s*\Z")
_INTIMATE = re.compile(
    r"[^.;!?]*\b(?:tú|tus?|te|ti|contigo|tienes|estás|eres|puedes|debes|sientes|quieres|notas)\b"
)


def show_verb(plain: str, before: str, after: str) -> str:
    """Return a plain verb as a message shows it, at the start of a sentence as a command.

    Where nothing tells whether it is a command, that is the infinitive.

    >>> show_verb("va", "Cuídate. ", " si tienes fiebre."), show_verb("va", "Ella ", " al médico.")
    ('ve', 'va')
    """
    first, space, rest = plain.partition(" ")
    if first not in _COMMANDS or not _SENTENCE_START.search(before):
        return plain
    command, infinitive = _COMMANDS[first]
    return (command if _INTIMATE.match(after) else infinitive) + space + rest
