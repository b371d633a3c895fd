"""allowed-value: front-matter values from a list, dates and language tags."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from plainlint.checks import Hit
from plainlint.metadata import FrontMatter
from plainlint.nearest import nearest

_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)


def allowed_value(
    front_matter: FrontMatter,
    values: Mapping[str, list[str]],
    dates: list[str],
    languages: list[str],
) -> Iterator[Hit]:
    """Each value that is not allowed; missing and empty keys are not looked at.

    Args:
        values: keys with the values that are allowed.
        dates: keys whose values are dates, written as YYYY-MM-DD.
        languages: keys whose values are language tags such as `en` or `es-MX`.

    Message:
        key: the key.
        value: its value.
        advice: what to write.
    """
    for key, entry in front_matter.entries.items():
        text = front_matter.text(key)
        if not entry.value or (key not in values and key not in (*dates, *languages)):
            continue
        if key in values and text not in values[key]:
            advice = _one_of(text, values[key])
        elif key in dates and not _is_date(text):
            advice = "write a real date as YYYY-MM-DD, such as 2026-03-09"
        elif key in languages and not _LANGUAGE.fullmatch(text):
            advice = "write a language tag such as en, es or pt-BR"
        else:
            continue
        shown = text or "a list or table"
        yield Hit(front_matter.span_of(key), {"key": key, "value": shown, "advice": advice})


def _one_of(text: str, allowed: list[str]) -> str:
    near = nearest(text.lower().replace("-", "_"), allowed)
    listed = ", ".join(allowed)
    return f"write {near!r}; allowed are {listed}" if near else f"write one of: {listed}"


def _is_date(text: str) -> bool:
    match = _DATE.fullmatch(text)
    try:
        return bool(match and date.fromisoformat(match[1]))
    except ValueError:
        return False
