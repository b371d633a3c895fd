"""The fields of a Word file: codes that Word replaces by a text, such as links and contents."""

import re

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_PART = re.compile(r'"[^"]*"?|[^\s"]+')
_CONTENTS = frozenset({"TOC", "INDEX", "TOA"})
# Switches of a link that have a value behind them.
_WITH_VALUE = frozenset({"\\o", "\\t"})


class _Field:
    """A field that is open: its instruction, and whether what follows is its result."""

    def __init__(self) -> None:
        self.instruction = ""
        self.has_result = False


class FieldStack:
    """The fields that are open at a place of a story, the outermost first."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def is_visible(self) -> bool:
        """Whether the text at this place is shown: it is part of no instruction."""
        return all(field.has_result for field in self._open)

    @property
    def target(self) -> str | None:
        """The target of the innermost link around this place; None if there is no link."""
        targets = (read_link(field.instruction) for field in reversed(self._open))
        return next((target for target in targets if target is not None), None)

    @property
    def is_contents(self) -> bool:
        """Whether the text at this place is made of headings: contents or an index."""
        return any(
            field.instruction.split(maxsplit=1)[0].upper() in _CONTENTS
            for field in self._open
            if field.instruction.strip()
        )

    def read_mark(self, mark: BaseOxmlElement) -> None:
        """Read a mark that begins, divides or ends a field."""
        kind = mark.get(qn("w:fldCharType"))
        if kind == "begin":
            self._open.append(_Field())
        elif self._open and kind == "separate":
            self._open[-1].has_result = True
        elif self._open and kind == "end":
            self._open.pop()

    def read_instruction(self, element: BaseOxmlElement) -> None:
        """Read a part of an instruction."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].instruction += element.text or ""

    def end_paragraph(self) -> None:
        """Close the fields that are damaged: their instruction has not ended with its paragraph."""
        while self._open and not self._open[-1].has_result:
            self._open.pop()


def read_link(instruction: str) -> str | None:
    """Return the target of a field's instruction; None if the field is no link."""
    name, *parts = _PART.findall(instruction) or [""]
    if name.upper() != "HYPERLINK":
        return None
    target = anchor = switch = ""
    for part in parts:
        value = part.strip('"')
        if switch == "\\l":
            anchor = value
        elif not switch and not part.startswith("\\"):
            target = target or value
        switch = part if part in _WITH_VALUE or part == "\\l" else ""
    return f"{target}#{anchor}" if anchor else target
