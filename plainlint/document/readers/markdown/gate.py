"""Check cheaply whether a document has syntax of a dialect: most have none."""

import re

from plainlint.core.caches import remember
from plainlint.document.readers.markdown.dialects import (
    ALERT,
    CONTENTS_ITEM,
    INDENTED_CONTAINER,
    INLINE_KINDS,
    LINE_KINDS,
    MODULE_LINES,
    PAIR_KINDS,
    PROSE_DIRECTIVES,
    PROSE_FENCES,
    TABS_KINDS,
)
from plainlint.document.readers.markdown.inline_syntax import compile_kind, may_have_kind
from plainlint.document.readers.markdown.syntax_kinds import Dialect

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_DIRECTIVES = rf"\{{(?:{'|'.join(sorted(PROSE_DIRECTIVES))})\}}|{PROSE_FENCES}"
_FENCE = rf"[ \t>]*(?:[-*+][ \t]+)?(?:`{{3,}}|~{{3,}})[ \t]*(?:{_DIRECTIVES})"


def has_dialect_syntax(text: str, dialect: Dialect) -> bool:
    """Check cheaply whether a text has syntax of any dialect, or of this one.

    Syntax that is inside of code counts too.
    """
    if not dialect.has_indented_code and ("    " in text or "\t" in text):
        return True
    if any(kind.sign in text for kind in TABS_KINDS):
        return True
    pairs = (*PAIR_KINDS, *dialect.pairs)
    if any(pair.sign in text and compile_kind(pair.start).search(text) for pair in pairs):
        return True
    kinds = (*INLINE_KINDS, *dialect.inline)
    if any(may_have_kind(text, kind) and compile_kind(kind.pattern).search(text) for kind in kinds):
        return True
    first, other = _compile_lines(dialect)
    return bool(first.match(text) or other.search(text))


@remember(None)
def _compile_lines(dialect: Dialect) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of a line with syntax at the start of a text, and below other lines."""
    kinds = "|".join(kind.pattern for kind in (*LINE_KINDS, *dialect.lines))
    whole = rf"[ \t>]*(?:{kinds})[ \t]*|{ALERT}|{INDENTED_CONTAINER}"
    rest = "|".join((CONTENTS_ITEM, *MODULE_LINES))
    line = _NAMED_GROUP.sub("(?:", rf"(?:(?:{whole})(?=\r?(?:\n|\Z))|{rest}|{_FENCE})")
    # Most lines begin with a capital, which no syntax but this does.
    line = rf"(?![A-SU-Z])(?m:{line})"
    return re.compile(line), re.compile(rf"\n{line}")
