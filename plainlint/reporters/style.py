"""Terminal style: optional colours and links."""

from typing import TYPE_CHECKING, NamedTuple

from plainlint.core.diagnostics import Severity
from plainlint.core.inert import make_line
from plainlint.document.language_tags import get_primary_tag

if TYPE_CHECKING:
    from plainlint.reporters.rule_links import RuleLinks

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


class Style(NamedTuple):
    """How to show text.

    Attributes:
        colour: whether to add ANSI colours.
        quiet: whether to drop totals and tables.
        rule_links: where the pages of rules are, to link to them; None for no links.
        language: the language of fixed words, a primary tag; empty for English.
    """

    colour: bool = False
    quiet: bool = False
    rule_links: "RuleLinks | None" = None
    language: str = ""

    def say(self, text: str) -> str:
        """Return fixed words in the language of the style; unchanged if it does not have them."""
        if _is_english(self.language):
            return text
        from plainlint.languages.phrases import translate

        return translate(text, self.language)

    def choose_language(self, language: str) -> "Style":
        """Return the style for a document, in its language unless there is one for all."""
        if self.language or _is_english(language):
            return self
        return self._replace(language=get_primary_tag(language))

    def colour_severity(self, severity: Severity) -> str:
        """Return the name of a severity in its colour."""
        return self._wrap(severity.value, f"1;{_COLOURS[severity]}")

    def say_severity(self, severity: Severity) -> str:
        """Return the name of a severity in its colour, in the language of the style."""
        return self._wrap(self.say(severity.value), f"1;{_COLOURS[severity]}")

    def emphasise(self, text: str) -> str:
        """Return text in bold."""
        return self._wrap(text, "1")

    def dim(self, text: str) -> str:
        """Return text in a fainter colour."""
        return self._wrap(text, "2")

    def link_rule(self, rule: str, shown: str = "") -> str:
        """Return the id of a rule, as a link to its page where the terminal shows links.

        Args:
            rule: the id.
            shown: the same with spaces, to fill a column; empty for the id itself.
        """
        text = make_line(rule)
        spaces = " " * (len(shown) - len(rule))
        url = self.rule_links.find(rule) if self.rule_links else ""
        # OSC 8: the address, the text, and an empty address as the end.
        return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\{spaces}" if url else text + spaces

    def colour_pointer(self, text: str, severity: Severity) -> str:
        """Return the carets under a finding in the colour of its severity."""
        return self._wrap(text, _COLOURS[severity])

    def _wrap(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def _is_english(language: str) -> bool:
    return language == "" or get_primary_tag(language) == "en"
