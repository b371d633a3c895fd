"""Entries: one row of a glossary file as a term or a link form, every value checked."""

from collections.abc import Mapping
from typing import Any

from plainlint.core.errors import PlainlintError
from plainlint.glossary.model import LinkForm, Term, Use

FORM_FIELDS = frozenset({"word", "form"})
FIELDS = frozenset({"term", "aliases", *Term._fields[1:]})
_YES_OR_NO = {"": False, "false": False, "no": False, "true": True, "yes": True}


def term_of(row: Mapping[str, Any], where: str) -> Term:
    """The term of a row; `where` is the row's place, for messages.

    Raises:
        PlainlintError: it has no name, or a value is of the wrong kind.
    """
    name = one_line(row.get("term") or "")
    if not name:
        raise PlainlintError(f"{where}: the term has no name")
    aliases = row.get("aliases") or []
    if not isinstance(aliases, list):
        raise PlainlintError(f"{where}: 'aliases' must be a list")
    names = dict.fromkeys(filter(None, [name, *map(one_line, aliases)]))
    ignore = _YES_OR_NO.get(str(row.get("ignore", "")).strip().lower())
    if ignore is None:
        raise PlainlintError(f"{where}: 'ignore' is true or false")
    return Term(
        tuple(names),
        _text(row, "id"),
        _text(row, "url"),
        _text(row, "plain"),
        _count(row, "linked", where),
        _count(row, "unlinked", where),
        _use(row, "patient", where),
        _use(row, "technical", where),
        ignore,
    )


def form_of(row: Mapping[str, Any], where: str) -> LinkForm:
    """The link form of a row.

    Raises:
        PlainlintError: it has no form, or one that can't be filled in.
    """
    form = str(row.get("form") or "")
    try:
        filled = form.format(id="1", name="x")
    except (KeyError, IndexError, ValueError, AttributeError):
        filled = form
    if filled == form:
        raise PlainlintError(f"{where}: 'form' is a link target with {{id}} or {{name}} in it")
    return LinkForm(str(row.get("word") or "").lower(), form)


def one_line(value: object) -> str:
    """A name as text shows it: single spaces, no line ends."""
    return " ".join(str(value).split())


def _text(row: Mapping[str, Any], key: str) -> str:
    return str(row.get(key) or "").strip()


def _count(row: Mapping[str, Any], key: str, where: str) -> int:
    value = row.get(key)
    return _number(value, key, where) if value else 0


def _use(row: Mapping[str, Any], key: str, where: str) -> Use:
    """Two numbers; a table has them in one cell, with a space between."""
    value = row.get(key)
    if not value:
        return Use()
    numbers = value.split() if isinstance(value, str) else value
    if not isinstance(numbers, list) or len(numbers) != len(Use._fields):
        raise PlainlintError(f"{where}: '{key}' is two numbers: documents, and those that link")
    return Use(*(_number(each, key, where) for each in numbers))


def _number(value: Any, key: str, where: str) -> int:
    try:
        return int(value)
    except (TypeError, ValueError) as error:
        raise PlainlintError(f"{where}: '{key}' must be a whole number") from error
