"""Where a plain noun can stand for a hard one, and with which article."""

import re

from plainlint.languages.es.agreement import (
    ARTICLE_BEFORE,
    INVARIABLE,
    fit_article,
    is_feminine,
)

# What does not agree with a noun before it; any other word may be an adjective.
NOT_AGREEING = re.compile(
    r"\s*(?:$|[.,;:!?)]|(?:a|al|como|con|cuando|de|del|desde|durante|e|en|es|hasta|no|o|para|pero|por"
    r"|porque|puede|que|se|si|sin|son|u|y)\b)"
)


def fit_noun(hard: str, plain: str, before: str, after: str) -> tuple[str, str, bool]:
    """Return the article before a noun, that for its plain word, and whether all else is right.

    An adjective around the noun has to agree with the plain word; only a person can see that.
    Without a known article, a plain word of another gender is not right.

    Args:
        hard: the hard word as written.
        plain: the plain word.
        before: the text before the hard word.
        after: the text behind it.
    """
    article = ARTICLE_BEFORE.search(before)
    old = article[1] if article else ""
    new = fit_article(old, plain) if old else ""
    if is_feminine(hard.lower()) == is_feminine(plain):
        return old, new, True
    is_alone = NOT_AGREEING.match(after) is not None
    return old, new, is_alone and bool(old)


# "Insuficiencia respiratoria y renal": the noun has two adjectives, and the phrase only one.
_RELATION = (
    r"(?:\w{2,}(?:al|ar|ari[oa]|[ií]ac[oa]|ic[oa]|ior|iv[oa]|ori[oa]|os[oa])"
    r"|(?!náusea|línea|área)\w*[áéíóú]\w{1,2}e[oa])(?:e?s)?\b"
)
_WITH_ADJECTIVE = re.compile(rf"\w+ {_RELATION}", re.IGNORECASE)
_AND_ADJECTIVE = re.compile(rf"(?:,? [yeou]|,) {_RELATION}")
# Adjectives without an ending that shows it: "agudo", "frecuente".
_OTHER_ADJECTIVE = (
    r"(?:aftos|agud|algun|alt|amarill|areat|baj|benign|blanc|congénit|derech|diurn|extern|fr[ií]"
    r"|intens|intern|inmediat|izquierd|lent|malign|negr|nocturn|oscur|pequeñ|previ|profund|purulent"
    r"|rápid|repentin|ric|roj|san|sever|súbit|tardí|tempran)[oa]s?\b|(?:estéril|frecuente|fuerte"
    r"|grande|grave|leve|opioide|persistente|reciente|recurrente)(?:e?s)?\b"
)
_ADJECTIVE_BEHIND = re.compile(
    r" (?!(?:aplica|complica|explica|implica|indica|publica|significa)\b)"
    rf"(?:{_RELATION}|\w{{3,}}[ai]d[oa]s?\b|{_OTHER_ADJECTIVE})"
)
# "Bolsa de pus": an adjective behind it would belong to the pus.
_WITH_COMPLEMENT = re.compile(r" (?:al|con|contra|de|del|en|para|por|sin) ")
# "Unidad de dolor torácico", "certificado de defunción": part of a name.
_NAME_BEFORE = re.compile(
    r"\b(?:acta|asociación|análisis|auxilio|certificado|clínica|consulta|departamento|dictamen|estudio|examen|fundación"
    r"|informe|laboratorio|muestra|partida|programa|reporte|resultado|seguro|servicio|síndrome|sociedad|subsidio|trámite|unidad)(?:e?s)?"
    r" (?:de|del|por) (?:(?:la|las|los) )?\Z",
    re.IGNORECASE,
)
# Nouns that are adjectives behind another noun: "un antiviral", "un tratamiento antiviral".
_ALSO_ADJECTIVE = re.compile(
    r"(?:\w{3,}(?:ic|iv|ari|ian)os?|antitusígenos?|vermífugos?|\w{3,}(?:ante|ente|viral|[dt]or)(?:e?s)?)",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"\b([^\W\d_]+) \Z")
_NO_NOUNS = """
    a al algunas algunos algún ambas ambos bajo cada como con contra cualquier cuando de del
    demasiados desde dos durante e el en entre esa esas ese esos esta estas este estos hasta la
    las los mi mis muchos más menos ni ningún o otras otro otros para pocos por que seis según si
    sin sobre su sus tras tres tu tus u un una unas unos varias varios y
"""
_FUNCTION_WORDS = frozenset(_NO_NOUNS.split())
_SINGULAR_BEFORE = re.compile(
    r"\b(?:al|algún|alguna|aquella?|cada|cualquier|del|el|es[ae]|est[ae]|la|mi|ningún|ninguna|otr[oa]"
    r"|su|tu|una?) \Z",
    re.IGNORECASE,
)
_PLURAL_BEFORE = re.compile(
    r"\b(?:algun[oa]s|amb[oa]s|est[ao]s|es[ao]s|las|los|mis|much[oa]s|otr[oa]s|sus|tus|un[oa]s"
    r"|vari[oa]s) \Z",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\w{2,}[aeiou]s")
_OF_AMOUNT = re.compile(r"(?:much|poc)[oa]s? ")
# "La cefalea es intensa": the adjective agrees across the verb.
_PREDICATE = re.compile(
    r" (?:(?:puede|suele|va a) )?(?:son|ser|es|están?|estar|parecen?|era|fue|fueron|result[aó]"
    r"|sal[eí]\w*) (?:más |muy )?(?!(?:una?|l[ao]s?|otr[oa])\b)\w+(?P<end>[oa])s?\b"
)


def fits_noun(hard: str, plain: str, before: str, after: str) -> bool:
    """Return whether a plain noun, or a phrase, can replace a noun there.

    The words around it must go on fitting: adjectives, a singular or plural article, and the
    names of departments and documents. A noun that is an adjective there stays, too.

    >>> fits_noun("prurito", "picazón", "Calma el ", " y el calor.")
    True
    >>> fits_noun("cefalea", "dolor de cabeza", "Unidad de ", ".")
    False
    """
    if _WITH_ADJECTIVE.fullmatch(hard) and _AND_ADJECTIVE.match(after):
        return False
    if _NAME_BEFORE.search(before) or _is_adjective(hard, before):
        return False
    if _ADJECTIVE_BEHIND.match(after) and (
        _WITH_COMPLEMENT.search(plain)
        or is_feminine(hard.lower()) != is_feminine(plain)
        or _is_plural(plain) != (hard.endswith("s") and not hard.endswith("is"))
    ):
        return False
    return _fits_number(plain, before) and not _has_word_that_agrees(hard, plain, before, after)


def _is_adjective(hard: str, before: str) -> bool:
    """Return whether a word such as "antiviral" says something of a noun before it."""
    word = _WORD_BEFORE.search(before)
    if not word or not _ALSO_ADJECTIVE.fullmatch(hard):
        return False
    before_it = word[1].lower()
    # "El trámite es facultativo"; "use antivirales": a verb in the singular.
    return before_it in ("es", "son") or (
        before_it not in _FUNCTION_WORDS and before_it.endswith("s") == hard.endswith("s")
    )


def _is_plural(phrase: str) -> bool:
    first = phrase.split(maxsplit=1)[0].lower()
    return first not in INVARIABLE and _PLURAL.fullmatch(first) is not None


def _fits_number(plain: str, before: str) -> bool:
    """Return whether the word before a noun is of the number of the plain one."""
    if _OF_AMOUNT.match(plain) and ARTICLE_BEFORE.search(before):
        return False
    if _is_plural(plain):
        return not _SINGULAR_BEFORE.search(before)
    return not _PLURAL_BEFORE.search(before)


def _has_word_that_agrees(hard: str, plain: str, before: str, after: str) -> bool:
    """Return whether a word that is no article has the gender of the hard word alone."""
    if is_feminine(hard.lower()) == is_feminine(plain):
        return False
    predicate = _PREDICATE.match(after)
    ending = "a" if is_feminine(hard.lower()) else "o"
    if predicate and predicate["end"] == ending:
        return True
    return not ARTICLE_BEFORE.search(before) and _agrees_before(hard, before)


_NAMES_NO_GENDER = """
    a alivia causa como contra cuando desarrolla evita hacia hasta muestra nota o origina para
    presenta produzca provoca reduzca sienta tenga trata
"""
_NO_GENDER = frozenset(_NAMES_NO_GENDER.split())
# The end of a word that may agree with the noun behind it: "dichas", "adecuada".
_MAY_AGREE = re.compile(r"\b([a-záéíóúñü]*([oa])s?) \Z", re.IGNORECASE)
_MAY_AGREE_BEHIND = re.compile(r" [a-záéíóúñ]+([oa])s?\b")

# A word behind a pronoun is a verb, which has no gender: "si le da hipoglucemia".
_VERB_BEFORE = re.compile(r"\b(?:me|te|le|nos|les|se) \w+ \Z", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(
    r"(?:\d(?: ?%(?: de)?)?|\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|cien|mil))"
    r" \Z",
    re.IGNORECASE,
)


def _agrees_before(hard: str, before: str) -> bool:
    word = None if _VERB_BEFORE.search(before) else _MAY_AGREE.search(before)
    ending = "a" if is_feminine(hard.lower()) else "o"
    return word is not None and word[2].lower() == ending and word[1].lower() not in _NO_GENDER


def show_noun(hard: str, plain: str, before: str, after: str) -> str:
    """Return a plain noun as a message shows it: with its article if words around it must change.

    Those are words that agree with the hard word, if the plain one is of another gender. A noun
    that stands alone needs none: "tiene prurito".

    >>> show_noun("utilización", "uso", "Autorizo la ", " de")
    'el uso'
    """
    if is_feminine(hard.lower()) == is_feminine(plain) or not plain[:1].isalpha():
        return plain
    # "De cada 10 gestantes": no article stands behind a number.
    if _NUMBER_BEFORE.search(before):
        return plain
    article = ARTICLE_BEFORE.search(before)
    behind = None if NOT_AGREEING.match(after) else _MAY_AGREE_BEHIND.match(after)
    ending = "a" if is_feminine(hard.lower()) else "o"
    if not (article or _agrees_before(hard, before) or (behind and behind[1] == ending)):
        return plain
    is_plural = hard.lower().endswith("s") and plain.split(maxsplit=1)[0].endswith("s")
    # "Del fármaco": the article alone.
    old = article[1].lower().split()[-1] if article else ""
    if old in ("", "del", "al"):
        old = "los" if is_plural else "el"
    return f"{fit_article(old, plain)} {plain}"
