"""Rows: the entries of a glossary file, each with its place, from CSV, JSON or YAML."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from typing import Any

from plainlint.analysis.glossary.model import Glossary, LinkTemplate, Term, UsageCounts
from plainlint.core.errors import PlainlintError, format_suggestion

TEMPLATE_FIELDS = frozenset({"word", "form"})
FIELDS = frozenset({"term", "aliases", *Term._fields[1:]})
_YES_OR_NO = {"": False, "false": False, "no": False, "true": True, "yes": True}


def parse_term(row: Mapping[str, Any], where: str) -> Term:
    """The term of a row; `where` is the row's place, for messages.

    Raises:
        PlainlintError: it has no name, or a value is of the wrong kind.
    """
    name = normalise_name(row.get("term") or "")
    if not name:
        raise PlainlintError(f"{where}: the term has no name")
    aliases = row.get("aliases") or []
    if not isinstance(aliases, list):
        raise PlainlintError(f"{where}: 'aliases' must be a list")
    names = dict.fromkeys(filter(None, [name, *map(normalise_name, aliases)]))
    ignore = _YES_OR_NO.get(str(row.get("ignore", "")).strip().lower())
    if ignore is None:
        raise PlainlintError(f"{where}: 'ignore' is true or false")
    return Term(
        tuple(names),
        _read_text(row, "id"),
        _read_text(row, "url"),
        _read_text(row, "plain"),
        _read_count(row, "linked", where),
        _read_count(row, "unlinked", where),
        _read_usage(row, "patient", where),
        _read_usage(row, "technical", where),
        ignore,
    )


def parse_link_template(row: Mapping[str, Any], where: str) -> LinkTemplate:
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
    return LinkTemplate(str(row.get("word") or "").lower(), form)


def normalise_name(value: object) -> str:
    """A name as text shows it: single spaces, no line ends."""
    return " ".join(str(value).split())


def _read_text(row: Mapping[str, Any], key: str) -> str:
    return str(row.get(key) or "").strip()


def _read_count(row: Mapping[str, Any], key: str, where: str) -> int:
    value = row.get(key)
    return _parse_number(value, key, where) if value else 0


def _read_usage(row: Mapping[str, Any], key: str, where: str) -> UsageCounts:
    """Two numbers; a table has them in one cell, with a space between."""
    value = row.get(key)
    if not value:
        return UsageCounts()
    numbers = value.split() if isinstance(value, str) else value
    if not isinstance(numbers, list) or len(numbers) != len(UsageCounts._fields):
        raise PlainlintError(f"{where}: '{key}' is two numbers: documents, and those that link")
    return UsageCounts(*(_parse_number(each, key, where) for each in numbers))


def _parse_number(value: Any, key: str, where: str) -> int:
    try:
        return int(value)
    except (TypeError, ValueError) as error:
        raise PlainlintError(f"{where}: '{key}' must be a whole number") from error


Row = tuple[str, Mapping[str, Any]]


def iter_csv_rows(text: str, name: str) -> Iterator[Row]:
    """The rows of a table with a header; `aliases` are split at semicolons.

    Raises:
        PlainlintError: it is not CSV, a column is missing or unknown, or a row has another length.
    """
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        head = next(reader, [])
        check_fields(head, FIELDS, f"{name}:1")
        if "term" not in head:
            raise PlainlintError(f"{name}:1: the column 'term' is missing")
        for cells in reader:
            if not cells:
                continue
            where = f"{name}:{reader.line_num}"
            if len(cells) != len(head):
                raise PlainlintError(f"{where}: the row has more or fewer cells than the header")
            row: dict[str, Any] = dict(zip(head, cells, strict=True))
            row["aliases"] = [each.strip() for each in row.get("aliases", "").split(";")]
            yield where, row
    except csv.Error as error:
        raise PlainlintError(f"{name}:{reader.line_num}: not CSV: {error}") from error


def iter_listed_rows(data: Any, name: str, key: str, fields: Iterable[str]) -> Iterator[Row]:
    """The entries of a list, or of the list under `key`.

    Raises:
        PlainlintError: there is no such list, or an entry of it has other keys.
    """
    rows = data.get(key) if isinstance(data, dict) else data
    if not isinstance(rows, list):
        raise PlainlintError(f"{name}: a glossary is a list of terms, or has one under '{key}'")
    for number, row in enumerate(rows, 1):
        where = f"{name}: entry {number}"
        if not isinstance(row, dict):
            raise PlainlintError(f"{where}: an entry has keys, 'term' at least")
        check_fields(row, fields, where)
        yield where, row


def parse_json(text: str, name: str) -> Any:
    """The content of a JSON file; an error names the line."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise PlainlintError(f"{name}:{error.lineno}: not JSON: {error.msg}") from error


def parse_yaml(text: str, name: str) -> Any:
    """The content of a YAML file, values as written; an error names the line."""
    import yaml

    try:
        return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PlainlintError(f"{name}:{line}: not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise PlainlintError(f"{name}: not YAML: {str(error).splitlines()[0]}") from error


def check_fields(fields: Iterable[str], known: Iterable[str], where: str) -> None:
    """Raise an error for the first field that is not known."""
    for field in fields:
        if field not in known:
            raise PlainlintError(
                f"{where}: unknown field {field!r}{format_suggestion(field, known)}"
            )


def serialise_glossary(glossary: Glossary) -> str:
    """The glossary as the JSON file that `read_glossary` reads."""
    forms = [dict(zip(("word", "form"), each, strict=True)) for each in glossary.forms]
    links = f',\n"links": {_format_rows(forms)}' if forms else ""
    return f'{{"terms": {_format_rows(_make_row(term) for term in glossary.terms)}{links}}}\n'


def _format_rows(rows: Iterable[Mapping[str, object]]) -> str:
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]"


def _make_row(term: Term) -> dict[str, object]:
    row = {
        "term": term.name,
        "id": term.id,
        "url": term.url,
        "aliases": list(term.names[1:]),
        "plain": term.plain,
        "linked": term.linked,
        "unlinked": term.unlinked,
        "patient": list(term.patient) if any(term.patient) else [],
        "technical": list(term.technical) if any(term.technical) else [],
    }
    return {key: value for key, value in row.items() if value}
