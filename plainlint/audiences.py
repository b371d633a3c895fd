"""Audiences: who reads, under the names that documents declare."""

from collections.abc import Mapping
from typing import NamedTuple

from plainlint.nearest import nearest

# From the easiest text to the hardest.
AUDIENCES = ("patient", "caregiver", "general", "technical")


class Audiences(NamedTuple):
    """The names in use: the four, further names for them, and what a silent document gets.

    `key` is the front-matter key that declares a document's audience.
    """

    aliases: Mapping[str, str]
    default: str
    key: str = "audienceLevel"

    def resolve(self, declared: str) -> str:
        """The audience that a declared value stands for; the default for any other value."""
        name = declared.strip().lower()
        return self.known(name) or self.default

    def known(self, declared: str) -> str:
        """The audience that a declared value stands for; empty if it is not a known name."""
        name = declared.strip().lower()
        return name if name in AUDIENCES else self.aliases.get(name, "")

    def nearest(self, declared: str) -> str:
        """The known name most like a misspelt one; empty if none is close."""
        return nearest(declared.lower(), [*AUDIENCES, *self.aliases])
