"""Terminal style: colours where they are wanted, and nothing that could steer the terminal."""

from typing import NamedTuple

from plainlint.core.diagnostics import Severity

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


class Style(NamedTuple):
    """How to show text: with ANSI colours or not; `quiet` is without sums and tables."""

    colour: bool = False
    quiet: bool = False

    def colour_severity(self, severity: Severity) -> str:
        """The severity's word in its colour."""
        return self._mark(severity.value, f"1;{_COLOURS[severity]}")

    def emphasise(self, text: str) -> str:
        """Text that stands out."""
        return self._mark(text, "1")

    def dim(self, text: str) -> str:
        """Text that steps back."""
        return self._mark(text, "2")

    def colour_pointer(self, text: str, severity: Severity) -> str:
        """The caret line of a finding."""
        return self._mark(text, _COLOURS[severity])

    def _mark(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text
