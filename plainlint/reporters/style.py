"""Terminal style: optional colours."""

from typing import NamedTuple

from plainlint.core.diagnostics import Severity

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


class Style(NamedTuple):
    """How to show text: `colour` adds ANSI colours, `quiet` drops totals and tables."""

    colour: bool = False
    quiet: bool = False

    def colour_severity(self, severity: Severity) -> str:
        """Return the name of a severity in its colour."""
        return self._wrap(severity.value, f"1;{_COLOURS[severity]}")

    def emphasise(self, text: str) -> str:
        """Return text in bold."""
        return self._wrap(text, "1")

    def dim(self, text: str) -> str:
        """Return text in a fainter colour."""
        return self._wrap(text, "2")

    def colour_pointer(self, text: str, severity: Severity) -> str:
        """Return the carets under a finding in the colour of its severity."""
        return self._wrap(text, _COLOURS[severity])

    def _wrap(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text
