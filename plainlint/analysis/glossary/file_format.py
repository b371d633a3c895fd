"""The format of glossary files: rows from CSV, JSON or YAML, each with its place, and back."""

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
    """Return the term of a row; `where` is the place of the row, for messages.

    Raises:
        PlainlintError: the term has no name, or a value has the wrong type.
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
        raise PlainlintError(f"{where}: 'ignore' must be true or false")
    return Term(
        names=tuple(names),
        id=_read_text(row, "id"),
        url=_read_text(row, "url"),
        plain=_read_text(row, "plain"),
        linked=_read_count(row, "linked", where),
        unlinked=_read_count(row, "unlinked", where),
        patient=_read_usage(row, "patient", where),
        technical=_read_usage(row, "technical", where),
        ignore=ignore,
    )


def parse_link_template(row: Mapping[str, Any], where: str) -> LinkTemplate:
    """Return the link template of a row.

    Raises:
        PlainlintError: its form is missing or has no valid placeholder.
    """
    form = str(row.get("form") or "")
    try:
        filled = form.format(id="1", name="x")
    except (KeyError, IndexError, ValueError, AttributeError):
        filled = form
    if filled == form:
        raise PlainlintError(f"{where}: 'form' must be a link target with {{id}} or {{name}}")
    return LinkTemplate(str(row.get("word") or "").lower(), form)


def normalise_name(value: object) -> str:
    """Return a name on one line with single spaces."""
    return " ".join(str(value).split())


def _read_text(row: Mapping[str, Any], key: str) -> str:
    return str(row.get(key) or "").strip()


def _read_count(row: Mapping[str, Any], key: str, where: str) -> int:
    value = row.get(key)
    return _parse_number(value, key, where) if value else 0


def _read_usage(row: Mapping[str, Any], key: str, where: str) -> UsageCounts:
    """Read two numbers; a CSV cell has a space between them."""
    value = row.get(key)
    if not value:
        return UsageCounts()
    numbers = value.split() if isinstance(value, str) else value
    if not isinstance(numbers, list) or len(numbers) != len(UsageCounts._fields):
        raise PlainlintError(
            f"{where}: '{key}' must be two numbers: documents, and those that link"
        )
    return UsageCounts(*(_parse_number(number, key, where) for number in numbers))


def _parse_number(value: Any, key: str, where: str) -> int:
    try:
        return int(value)
    except (TypeError, ValueError) as error:
        raise PlainlintError(f"{where}: '{key}' must be a whole number") from error


Row = tuple[str, Mapping[str, Any]]


def iter_csv_rows(text: str, name: str) -> Iterator[Row]:
    """Yield the rows of a CSV table with a header; `aliases` are split at semicolons.

    The cells are separated by commas, or by semicolons or tabs, as many spreadsheets write them.

    Raises:
        PlainlintError: it is not CSV, a column is missing or unknown, or a row's length differs.
    """
    reader = csv.reader(StringIO(text, newline=""), strict=True, delimiter=_find_delimiter(text))
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
            row["aliases"] = [alias.strip() for alias in row.get("aliases", "").split(";")]
            yield where, row
    except csv.Error as error:
        raise PlainlintError(f"{name}:{reader.line_num}: not CSV: {error}") from error


def _find_delimiter(text: str) -> str:
    """Return the sign between the names in the first line, which hold none of the three."""
    head = text.lstrip("\ufeff").partition("\n")[0]
    return max(",;\t", key=head.count)


def iter_listed_rows(data: Any, name: str, key: str, fields: Iterable[str]) -> Iterator[Row]:
    """Yield the entries of a list, or of the list under `key`.

    Raises:
        PlainlintError: there is no such list, or an entry has unknown keys.
    """
    rows = data.get(key) if isinstance(data, dict) else data
    if not isinstance(rows, list):
        raise PlainlintError(
            f"{name}: a glossary must be a list of {key}, or have one under '{key}'"
        )
    for number, row in enumerate(rows, 1):
        where = f"{name}: entry {number}"
        if not isinstance(row, dict):
            raise PlainlintError(f"{where}: an entry needs keys, such as 'term'")
        check_fields(row, fields, where)
        yield where, row


def parse_json(text: str, name: str) -> Any:
    """Parse JSON; errors name the line."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise PlainlintError(f"{name}:{error.lineno}: not JSON: {error.msg}") from error


def parse_yaml(text: str, name: str) -> Any:
    """Parse YAML and keep all values as text; errors name the line."""
    import yaml

    try:
        return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise PlainlintError(f"{name}:{line}: not YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise PlainlintError(f"{name}: not YAML: {str(error).splitlines()[0]}") from error


def check_fields(fields: Iterable[str], allowed: Iterable[str], where: str) -> None:
    """Raise an error for the first field that is not allowed."""
    for field in fields:
        if field not in allowed:
            raise PlainlintError(
                f"{where}: unknown field {field!r}{format_suggestion(field, allowed)}"
            )


def serialise_glossary(glossary: Glossary) -> str:
    """Return the glossary as JSON, which `parse_glossary` reads back."""
    forms = [template._asdict() for template in glossary.forms]
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
