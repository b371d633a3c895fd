"""required-keys: front-matter keys that every document must or should have."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.metadata import FrontMatter
from plainlint.severity import Severity


def required_keys(
    front_matter: FrontMatter, required: list[str], recommended: list[str]
) -> Iterator[Hit]:
    """One hit for each key that is missing or empty; required ones are errors."""
    if front_matter.problems and not front_matter.entries:
        return
    needs = [(key, "required", Severity.ERROR) for key in required]
    needs += [(key, "recommended", Severity.WARNING) for key in recommended]
    for key, need, severity in needs:
        entry = front_matter.entries.get(key)
        value = entry.value if entry else None
        if not (value.strip() if isinstance(value, str) else value):
            state = "missing" if entry is None else "empty"
            span = front_matter.span_of(key)
            yield Hit(span, {"key": key, "need": need, "state": state}, severity)
