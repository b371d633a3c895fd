"""Vale's messages as messages of rule pages: names in braces in the place of each `%s`."""

import re
from collections.abc import Sequence

_SLOT = re.compile(r"%%|%(?:\[(\d)\])?[sdv]")
_QUOTED = ("'%s'", '"%s"')


def message(template: str, fields: Sequence[str]) -> str:
    """The template with the fields in the place of each `%s`, in their order.

    The last field stands in all further places; `%[2]s` is the second. Without fields the template
    is told as it is.
    """
    used = 0

    def field(slot: re.Match[str]) -> str:
        nonlocal used
        if slot[0] == "%%":
            return "%"
        number = int(slot[1]) - 1 if slot[1] else used
        used += not slot[1]
        return f"{{{fields[min(max(number, 0), len(fields) - 1)]}}}"

    plain = template.replace("{", "{{").replace("}", "}}")
    return _SLOT.sub(field, plain) if fields else plain


def without_first_quotes(template: str) -> str:
    """The template with no quotes around the first of two `%s`, where quoted words will stand."""
    for quoted in _QUOTED:
        if template.count(quoted) == len(_QUOTED):
            return template.replace(quoted, "%s", 1)
    return template
