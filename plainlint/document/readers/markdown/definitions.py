"""Definition lists: a term on a line, and its meanings on lines that begin with `:` or `~`."""

import re

_MARK = re.compile(r" {0,3}[:~](?=[ \t]{1,4}\S)")
# Lines that are no term: headings, rows and captions of tables, quotes, items, fences, tags.
_NOT_A_TERM = re.compile(
    r"\s*(?:#|>|\||[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3}|<|[-=*_:+|\s]+$)|.*\|[ \t]*$"
)
_MAXIMUM_TERMS = 3


class DefinitionFinder:
    """Reads lines one by one, and finds those that begin with the mark of a meaning."""

    def __init__(self) -> None:
        # How many lines above, without a blank line between them, may be terms.
        self._terms = 0
        self._is_plain = True
        # Whether the lines above belong to a meaning; a blank line may be between.
        self._is_meaning = self._is_blank = False

    def find_mark(self, line: str) -> int:
        """Return the end of the mark, if the line is a meaning of the term above it, else 0."""
        if not line.strip():
            self._is_blank = True
            return 0
        mark = _MARK.match(line)
        if mark and (self._is_meaning or (self._is_plain and 0 < self._terms <= _MAXIMUM_TERMS)):
            self._is_meaning, self._is_blank = True, False
            self._terms = 0
            return mark.end()
        if self._is_blank:
            self._terms, self._is_plain = 0, True
            self._is_meaning = self._is_meaning and line[0] in " \t"
        self._terms += 1
        self._is_plain = self._is_plain and not _NOT_A_TERM.match(line)
        self._is_blank = False
        return 0
