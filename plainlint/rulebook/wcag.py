"""WCAG: the success criteria that rules help to meet, as pages name them.

Source: Web Content Accessibility Guidelines 2.2, https://www.w3.org/TR/WCAG22/.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, NamedTuple, TypeAlias

NAME, VERSION = "WCAG", "2.2"
PUBLISHER = "W3C"
ADDRESS = "https://www.w3.org/TR/WCAG22/"

# The criteria that a text can meet or miss; a page may name no others.
Number: TypeAlias = Literal[
    "1.1.1", "1.3.1", "2.4.2", "2.4.4", "2.4.6", "2.4.9", "2.4.10",
    "3.1.1", "3.1.2", "3.1.3", "3.1.4", "3.1.5", "3.1.6",
]  # fmt: skip


class Criterion(NamedTuple):
    """A success criterion: its number, name, level (A, AA or AAA), and anchor in the text."""

    number: str
    name: str
    level: str
    anchor: str

    @property
    def url(self) -> str:
        """Its address."""
        return f"{ADDRESS}#{self.anchor}"

    @property
    def tag(self) -> str:
        """A short name for lists of tags, such as wcag-3.1.5."""
        return f"wcag-{self.number}"

    @property
    def title(self) -> str:
        """Its number, name and level in a line."""
        return f"{self.number} {self.name} ({self.level})"


CRITERIA: Mapping[str, Criterion] = {
    number: Criterion(
        number, name, level, name.lower().replace(" ", "-").translate({40: "", 41: ""})
    )
    for number, name, level in (
        ("1.1.1", "Non-text Content", "A"),
        ("1.3.1", "Info and Relationships", "A"),
        ("2.4.2", "Page Titled", "A"),
        ("2.4.4", "Link Purpose (In Context)", "A"),
        ("2.4.6", "Headings and Labels", "AA"),
        ("2.4.9", "Link Purpose (Link Only)", "AAA"),
        ("2.4.10", "Section Headings", "AAA"),
        ("3.1.1", "Language of Page", "A"),
        ("3.1.2", "Language of Parts", "AA"),
        ("3.1.3", "Unusual Words", "AAA"),
        ("3.1.4", "Abbreviations", "AAA"),
        ("3.1.5", "Reading Level", "AAA"),
        ("3.1.6", "Pronunciation", "AAA"),
    )
}


def list_criteria(policy: Mapping[str, Any]) -> list[Criterion]:
    """Return the criteria that a rule's page names, in the order of the guidelines."""
    return sort_criteria(policy.get("wcag", ()))


def sort_criteria(numbers: Iterable[str]) -> list[Criterion]:
    """Return the criteria with these numbers, each once, in the order of the guidelines."""
    wanted = set(numbers)
    return [criterion for number, criterion in CRITERIA.items() if number in wanted]
