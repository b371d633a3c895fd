"""Plain words for phrases and adverbs, which have one form: with "el", and where they fit."""

import re
from collections.abc import Iterator

from plainlint.languages.es.other_senses import has_other_sense

_THERE_IS = re.compile(r"si (?:no )?hay")


def pair_contractions(hard: str, plain: str) -> Iterator[tuple[str, str]]:
    """Yield a phrase with its plain word, and both before "el" if it ends in "a" or "de".

    >>> list(pair_contractions("a tenor de", "según"))
    [('a tenor de', 'según'), ('a tenor del', 'según el')]
    """
    yield hard, plain
    if re.search(r" (?:a|de)$", hard) and not _THERE_IS.fullmatch(plain):
        yield f"{hard}l", f"{plain}l" if re.search(r" (?:a|de)$", plain) else f"{plain} el"


_PREPOSITION = re.compile(r"(?:con|debajo|en|por|sin|sobre) ")
_ARTICLE_BEFORE = re.compile(r"\b(?:el|la|los|las|un|una|su|esta?|del|al) \Z", re.IGNORECASE)
# "En ausencia de la madre": a known person is not there now, and exists.
_KNOWN_NEXT = re.compile(r" (?:el|l[ao]s?|sus?|mis?|tus?|est[eao]s?|es[eao]s?)\b", re.IGNORECASE)
# "By intravenous or oral route", "a deep injection": the adjective belongs to "vía".
_ROUTE = re.compile(r"(?:por )?vía \w+", re.IGNORECASE)
_OF_THE_ROUTE = re.compile(
    r"(?:(?:,| [yeou]) \w{2,}(?:al|ar|osa|iva|ica|ánea)"
    r"| (?:lenta|rápida|profunda|continua|central|periférica|directa))\b"
)
# "A carpenter by trade".
_TRADE_BEFORE = re.compile(r"(?:er[oa]s?|or(?:a|as|es)?|istas?) \Z", re.IGNORECASE)
# "It gets better within some hours": the time that it takes.
_AMOUNT_NEXT = re.compile(
    r" (?:un[oa]s?|\d+|dos|tres|cuatro|cinco|seis|pocos|pocas|algun[oa]s|vari[oa]s|minutos|horas"
    r"|días|semanas|meses|años)\b"
)
# "The laboratory, from here on the sponsor": a name.
_NAMING_BEFORE = re.compile(r"[,(] ?\Z")
_OPENING = re.compile(r"(?:^|[.;:!?\n]\s)[\"«“¡(]*\Z")
_SET_OFF = re.compile(r"(?:^|[.,;:!?\n]\s)[\"«“¡(]*\Z")
# Of one way, if they do not open a clause: "no todos responden de igual manera".
_OF_ONE_WAY = frozenset({"así mismo", "de igual forma", "de igual manera", "del mismo modo"})


def fits_phrase(hard: str, plain: str, before: str, after: str) -> bool:
    """Return whether a plain word can stand for a phrase between the texts around it.

    Args:
        hard: the phrase as written.
        plain: its plain word.
        before: the text before it.
        after: the text behind it.
    """
    return not (
        has_other_sense(hard, before, after)
        or (_PREPOSITION.match(plain) and _ARTICLE_BEFORE.search(before))
        or (_THERE_IS.fullmatch(plain) and _KNOWN_NEXT.match(after))
        or (_ROUTE.fullmatch(hard) and _OF_THE_ROUTE.match(after))
        or (hard.lower() == "de oficio" and _TRADE_BEFORE.search(before))
        or (plain in ("por", "según") and after.startswith(" que "))
        or (plain == "durante" and _AMOUNT_NEXT.match(after))
        or (plain == "desde ahora" and _NAMING_BEFORE.search(before))
        or (hard.lower() in _OF_ONE_WAY and not (_SET_OFF.search(before) and after.startswith(",")))
    )


_OPENS_CLAUSE = re.compile(r"\b(?:y|e|pero|que),? \Z", re.IGNORECASE)


def show_phrase(plain: str, before: str) -> str:
    """Return a plain word as a message shows it: a cause that comes first has "como".

    >>> show_phrase("porque", "No fume. "), show_phrase("porque", "No fume, ")
    ('como', 'porque')
    """
    opens = _OPENING.search(before) or _OPENS_CLAUSE.search(before)
    return "como" if plain == "porque" and opens else plain


# "Mucho" says how much something changes, and how much better it is; it does not say how equal.
_NOT_MUCH = re.compile(
    r" (?!(?:el|l[ao]s?|una?|sus?|al?|con|de|desde|durante|en|hasta|por|y|o|e|u|que|si"
    r"|más|menos|(?:mej|pe|may|men)or(?:es)?)\b)\w"
)


def fits_adverb(plain: str, after: str) -> bool:
    """Return whether a plain word can stand for an adverb before the text behind it."""
    return plain != "mucho" or _NOT_MUCH.match(after) is None
