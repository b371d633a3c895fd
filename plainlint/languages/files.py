"""The folders of languages, and the words in their data files."""

import os
from collections.abc import Mapping
from pathlib import Path

from plainlint.core.caches import remember

# The words of a data file, by section.
Sections = Mapping[str, frozenset[str]]

ENGLISH = "en"
FOLDER = Path(__file__).parent
ABBREVIATIONS = "abbreviations.txt"
RECOGNITION = "recognition.txt"


@remember(None)
def list_codes() -> tuple[str, ...]:
    """Return the codes of all languages that have a folder, English first."""
    codes = (entry.name for entry in os.scandir(FOLDER) if entry.name.isalpha())
    return tuple(sorted(codes, key=lambda code: (code != ENGLISH, code)))


@remember(None)
def get_state_of_files(file: str) -> tuple[tuple[str, int, int], ...]:
    """Return code, time and size of the files of this name: results made of them depend on it."""
    paths = {code: FOLDER / code / file for code in list_codes()}
    states = {code: path.stat() for code, path in paths.items() if path.is_file()}
    return tuple((code, state.st_mtime_ns, state.st_size) for code, state in states.items())


@remember(1 << 8)
def read_sections(code: str, file: str) -> Sections:
    """Read a data file of a language: `[section]`, then words; `#` opens a comment.

    A language without the file has no sections.
    """
    path = FOLDER / code / file
    return parse_sections(path.read_text(encoding="utf-8")) if path.is_file() else {}


def parse_sections(text: str) -> dict[str, frozenset[str]]:
    """Return the words of each section of a data file."""
    sections: dict[str, frozenset[str]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[] ")
        if line and line[0] not in "[#":
            sections[name] = sections.get(name, frozenset()).union(line.split())
    return sections
