"""Checks of the front matter: required keys, allowed values, and when a review is due."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from plainlint.checks import Hit, check
from plainlint.core.diagnostics import Severity
from plainlint.core.errors import find_nearest
from plainlint.core.regex import File, Regex, compile_pattern
from plainlint.core.source import Source, Span
from plainlint.document.model import FrontMatter, Value

Type: TypeAlias = Literal[
    "text",
    "number",
    "whole number",
    "true or false",
    "date",
    "language",
    "url",
    "list",
    "table",
]

_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?", re.ASCII)
_SHAPES: Mapping[Type, re.Pattern[str]] = {
    "text": re.compile(r"(?s:.*)"),
    "number": re.compile(r"[-+]?\d+(?:\.\d+)?", re.ASCII),
    "whole number": re.compile(r"[-+]?\d+", re.ASCII),
    "true or false": re.compile("true|false", re.IGNORECASE),
    "date": _DATE,
    "language": re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII),
    "url": re.compile(r"https?://[^\s/.]+\.\S+", re.IGNORECASE),
}
_NAMES: Mapping[Type, str] = {
    "true or false": "true or false",
    "language": "a language tag",
    "url": "a web address",
}
_ADVICE: Mapping[Type, str] = {
    "text": "write a text on one line",
    "number": "write a number such as 12 or 1.5",
    "whole number": "write a number such as 12",
    "true or false": "write true or false",
    "date": "write a real date as YYYY-MM-DD, such as 2026-03-09",
    "language": "write a language tag such as en, es or pt-BR",
    "url": "write an address that begins with https://",
    "list": "write a list such as [one, two]",
    "table": "write lines of `key: value`, each with two blanks before it",
}


def describe_wrong_type(wanted: Type) -> tuple[str, str]:
    """Return what is wrong with a value that is not of a type, and what to write."""
    return f"must be {_NAMES.get(wanted, f'a {wanted}')}", _ADVICE[wanted]


def is_of_type(value: Value, wanted: Type) -> bool:
    """Return whether a value, as written, has a type."""
    if wanted == "list":
        return isinstance(value, tuple)
    if wanted == "table":
        return isinstance(value, Mapping)
    match = _SHAPES[wanted].fullmatch(value.strip()) if isinstance(value, str) else None
    return match is not None and (wanted != "date" or _is_real_date(match[1]))


def _is_real_date(day: str) -> bool:
    try:
        return bool(date.fromisoformat(day))
    except ValueError:
        return False


def format_value(value: Value) -> str:
    """Return a value as messages show it."""
    return value.strip() if isinstance(value, str) else "a list or table" if value else ""


_DEFAULT_ADVICE = "change its value"
_NONE: Mapping[str, str] = MappingProxyType({})


class _KeyProblem(NamedTuple):
    """A problem with a key, and what to write; `span` is set if it is not at the key's value."""

    kind: str
    key: str
    problem: str
    advice: str = ""
    severity: Severity | None = None
    span: Span | None = None


@check
def front_matter(
    front_matter: FrontMatter,
    source: Source,
    *,
    required: Sequence[str] = (),
    recommended: Sequence[str] = (),
    types: Mapping[str, Type] = MappingProxyType({}),
    values: Mapping[str, list[str]] = MappingProxyType({}),
    patterns: Mapping[str, Regex] = MappingProxyType({}),
    needs: Mapping[str, list[str]] = MappingProxyType({}),
    not_before: Mapping[str, str] = _NONE,
    schema: File = File(),  # noqa: B008 - a text
) -> Iterator[Hit]:
    """Report keys that are missing, and values that are wrong.

    Only `required`, `recommended` and `schema` look at keys that are missing or empty. Values are
    read as written: `no` is a text.

    Args:
        required: keys that must be filled in; a missing one is an error.
        recommended: keys that should be filled in; a missing one is a warning.
        types: keys, each with its type: `text`, `number`, `whole number`, `true or false`, `date`,
            `language`, `url`, `list` or `table`.
        values: keys, each with its allowed values. If a key must be a `list`, each item is
            checked.
        patterns: keys, each with a pattern that must match the whole value.
        needs: keys, each with the keys that must be filled in as well.
        not_before: keys of dates, each with the key of a date that must not be later.
        schema: a file with a JSON Schema. A page can name a file in its own folder of rules, a
            configuration file any file. It needs `pip install 'plainlint[schema]'`.

    Message:
        key: the key.
        value: its value.
        problem: what is wrong with it, such as "is missing".
        advice: what to do.

    Example:
        required: [title]
        types: {reviewed: date}
        values: {status: [active, retired]}
        not_before: {reviewed: published}
        ---
        «---»
        status: «activ»
        published: 2026-03-01
        reviewed: «2025-03-01»
        ---
        Wash your hands.
    """
    head = front_matter
    if head.problems and not head.entries:
        return
    filled = {key for key, entry in head.entries.items() if _is_filled(entry.value)}
    problems = chain(
        _find_missing_keys(head, filled, required, Severity.ERROR),
        _find_missing_keys(head, filled, recommended, Severity.WARNING),
        _find_wrong_types(head, filled & types.keys(), types),
        _find_wrong_values(head, filled & values.keys(), values, types),
        _find_pattern_mismatches(head, filled & patterns.keys(), patterns),
        _find_wrong_pairs(head, filled, needs, not_before),
        _find_schema_violations(head, source, Path(schema)) if schema else (),
    )
    for problem in problems:
        entry = head.entries.get(problem.key)
        message_values = {
            "key": problem.key,
            "problem": problem.problem,
            "value": format_value(entry.value) if entry else "",
            "advice": problem.advice or _DEFAULT_ADVICE,
        }
        span = problem.span or head.get_span(problem.key)
        yield Hit(span, message_values, problem.severity, kind=problem.kind)


def _is_filled(value: object) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def _find_missing_keys(
    head: FrontMatter, filled: set[str], keys: Iterable[str], severity: Severity
) -> Iterator[_KeyProblem]:
    for key in keys:
        if key not in filled:
            problem = "is empty" if key in head.entries else "is missing"
            yield _KeyProblem("missing", key, problem, "fill it in", severity)


def _find_wrong_types(
    head: FrontMatter, keys: set[str], types: Mapping[str, Type]
) -> Iterator[_KeyProblem]:
    for key in sorted(keys):
        if not is_of_type(head.entries[key].value, types[key]):
            yield _KeyProblem("type", key, *describe_wrong_type(types[key]))


def _find_wrong_values(
    head: FrontMatter,
    keys: set[str],
    values: Mapping[str, list[str]],
    types: Mapping[str, Type],
) -> Iterator[_KeyProblem]:
    for key in sorted(keys):
        value, allowed = head.entries[key].value, values[key]
        items = value if isinstance(value, tuple) and types.get(key) == "list" else (value,)
        for item in items:
            text = item.strip() if isinstance(item, str) else format_value(item)
            if text not in allowed:
                near = find_nearest(text.lower().replace("-", "_"), allowed)
                names = ", ".join(allowed)
                advice = (
                    f"write {near!r}; allowed are {names}" if near else f"write one of: {names}"
                )
                yield _KeyProblem("value", key, f"can't be '{text}'", advice)


def _find_pattern_mismatches(
    head: FrontMatter, keys: set[str], patterns: Mapping[str, Regex]
) -> Iterator[_KeyProblem]:
    for key in sorted(keys):
        if not compile_pattern(f"^(?:{patterns[key]})$", case=True).matches(head.get_text(key)):
            yield _KeyProblem("pattern", key, f"must look like {patterns[key]}")


def _find_wrong_pairs(
    head: FrontMatter,
    filled: set[str],
    needs: Mapping[str, list[str]],
    not_before: Mapping[str, str],
) -> Iterator[_KeyProblem]:
    for key in sorted(filled & needs.keys()):
        for needed in needs[key]:
            if needed not in filled:
                problem = f"needs '{needed}' beside it"
                yield _KeyProblem(f"needs {needed}", key, problem, f"fill in '{needed}' too")
    for key in sorted(filled & not_before.keys()):
        earlier = head.get_text(not_before[key])[:10]
        if head.get_text(key)[:10] < earlier:
            problem = f"is before '{not_before[key]}'"
            yield _KeyProblem("order", key, problem, f"write {earlier} or a later date")


def _find_schema_violations(head: FrontMatter, source: Source, file: Path) -> Iterator[_KeyProblem]:
    from plainlint.checks._json_schema import find_violations
    from plainlint.document.readers.front_matter_data import read_front_matter_data

    data = read_front_matter_data(source, head)
    for violation in find_violations(data.value, file):
        path = violation.path
        # The types of inherited values are not known.
        if path and head.is_inherited(str(path[0])):
            continue
        span = data.values.get(path, head.anchor)
        # A key that is missing in a table, and an empty value, have no span: show the key.
        if violation.at_key or span.start == span.end:
            span = data.keys.get(path, span)
        span = span if path else head.anchor
        key = _format_key_path((*path, violation.missing) if violation.missing else path)
        yield _KeyProblem("schema", key, violation.problem, violation.advice, span=span)


def _format_key_path(path: tuple[str | int, ...]) -> str:
    """Return a path of keys and item numbers in words: `authors, item 2, name`."""
    return ", ".join(f"item {part + 1}" if isinstance(part, int) else part for part in path)


@check
def review_overdue(
    front_matter: FrontMatter,
    today: date | None,
    *,
    reviewed: str,
    frequency: str,
    months: Mapping[str, int] = MappingProxyType({}),
    days: Mapping[str, int] = MappingProxyType({}),
) -> Iterator[Hit]:
    """Report the date of the last review if the next review is overdue.

    Args:
        reviewed: the key with the date of the last review.
        frequency: the key that says how often the document is to be reviewed.
        months: frequencies, each with its number of months of the calendar.
        days: the same with a number of days; frequencies in neither are never overdue.

    Message:
        due: the day on which the next review was due.
        late: how many days ago that was.
        last: the day of the last review.
        how_often: how often the document is to be reviewed.
    """
    due = compute_review_date(front_matter, reviewed, frequency, months, days)
    if due is not None and today is not None and due < today:
        message_values = {
            "due": due.isoformat(),
            "late": (today - due).days,
            "last": date.fromisoformat(front_matter.get_text(reviewed)[:10]).isoformat(),
            "how_often": front_matter.get_text(frequency),
        }
        yield Hit(front_matter.get_span(reviewed), message_values)


@check
def future_date(
    front_matter: FrontMatter, today: date | None, *, keys: Sequence[str]
) -> Iterator[Hit]:
    """Report dates that lie in the future.

    Args:
        keys: the keys with dates of the past.

    Message:
        key: the key.
        day: its date.
        days: how many days from today it is.
    """
    for key in keys:
        day = _read_date(front_matter.get_text(key))
        if day and today and day > today:
            values = {"key": key, "day": day.isoformat(), "days": (day - today).days}
            yield Hit(front_matter.get_span(key), values)


def _read_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def compute_review_date(
    front_matter: FrontMatter,
    reviewed: str,
    frequency: str,
    months: Mapping[str, int] = MappingProxyType({}),
    days: Mapping[str, int] = MappingProxyType({}),
) -> date | None:
    """Return the day on which the next review is due; None if the document does not say.

    The arguments are those of `review_overdue`.
    """
    how_often = front_matter.get_text(frequency)
    last = _read_date(front_matter.get_text(reviewed))
    if last is None or not (how_often in months or how_often in days):
        return None
    try:
        return _add_months(last, months.get(how_often, 0)) + timedelta(days=days.get(how_often, 0))
    except (OverflowError, ValueError):
        # The calendar ends with the year 9999.
        return None


def _add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
