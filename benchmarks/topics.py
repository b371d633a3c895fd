"""Sentences for health professionals and for patients on the same topics, by the files' names.

A name that ends in `-pdq.md` is a page on a topic: with `-hp-` in it for professionals, else for
patients. The rest of the name is the topic. The names label the sentences; no rule sees them.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from plainlint.document.readers import parse_source
from plainlint.run.discovery import read_source


class Topic(NamedTuple):
    """The sentences of both pages on a topic, in text order."""

    name: str
    professional: list[str]
    patient: list[str]


def topics(files: Iterable[Path]) -> list[Topic]:
    """The topics that have a page of either kind."""
    pages = {path.name: path for path in files if path.name.endswith("-pdq.md")}
    patient = {_topic(name): path for name, path in pages.items() if "-hp-" not in name}
    return [
        Topic(_topic(name), sentences(path), sentences(patient[_topic(name)]))
        for name, path in sorted(pages.items())
        if "-hp-" in name and _topic(name) in patient
    ]


def sentences(path: Path) -> list[str]:
    return [sentence.text for sentence in parse_source(read_source(path)).sentences]


def _topic(name: str) -> str:
    return name.replace("-hp-", "-").replace("-patient-", "-")
