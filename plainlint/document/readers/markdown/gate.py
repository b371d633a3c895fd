"""Check cheaply whether a document has syntax of a dialect: most have none."""

import re

from plainlint.core.caches import remember
from plainlint.document.readers.markdown.dialects import (
    ALERT,
    INDENTED_CONTAINER,
    INLINE_KINDS,
    LINE_KINDS,
    MODULE_LINES,
    PAIR_KINDS,
    PROSE_DIRECTIVES,
    PROSE_FENCES,
    TABS_KINDS,
)
from plainlint.document.readers.markdown.inline_syntax import (
    ALERT_SIGN,
    SignFinder,
    compile_kind,
)
from plainlint.document.readers.markdown.syntax_kinds import Dialect

_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_DIRECTIVES = rf"\{{(?:[\w-]+:)?(?:{'|'.join(sorted(PROSE_DIRECTIVES))})\}}|{PROSE_FENCES}"
_FENCE = rf"[ \t>]*(?:[-*+][ \t]+)?(?:`{{3,}}|~{{3,}})[ \t]*(?:{_DIRECTIVES})"

# In code points: longer than any syntax that a text can start with.
_LONGEST_START = 2000
# The meaning of a term above it.
_DEFINITION_LINE = r"[:~][ \t]+\S"


def has_dialect_syntax(text: str, dialect: Dialect) -> bool:
    """Check cheaply whether a text has syntax of any dialect, or of this one.

    Syntax that is inside of code counts too.
    """
    if not dialect.has_indented_code and ("    " in text or "\t" in text):
        return True
    signs = SignFinder(text, dialect)
    if any(signs.may_have(kind.sign) for kind in TABS_KINDS):
        return True
    patterns = [
        *((kind.sign, kind.start) for kind in (*PAIR_KINDS, *dialect.pairs)),
        *((kind.sign, kind.pattern) for kind in (*INLINE_KINDS, *dialect.inline)),
        (ALERT_SIGN, rf"(?m:^{ALERT})"),
    ]
    if any(
        signs.may_have(sign) and compile_kind(pattern).search(text) for sign, pattern in patterns
    ):
        return True
    line = _compile_line(dialect)
    # The first line has no line end before it.
    return bool(line.match(f"\n{text[:_LONGEST_START]}") or line.search(text))


@remember(None)
def _compile_line(dialect: Dialect) -> re.Pattern[str]:
    """Return the pattern of a line end and a line with syntax behind it."""
    kinds = "|".join(kind.pattern for kind in (*LINE_KINDS, *dialect.lines))
    whole = rf"(?:{kinds})[ \t]*|{INDENTED_CONTAINER}"
    rest = "|".join((*MODULE_LINES, _FENCE, _DEFINITION_LINE))
    line = _NAMED_GROUP.sub("(?:", rf"(?:(?:{whole})(?=\r?(?:\n|\Z))|{rest})")
    # Most lines begin with a capital, or are items, rows or headings.
    row = "" if dialect.lines else "|"
    line = rf"[ \t>]*+(?=[^\w\s*{row}]|[a-zT])(?!-[ ]|\#+[ ])(?m:{line})"
    return re.compile(rf"\n{line}")
