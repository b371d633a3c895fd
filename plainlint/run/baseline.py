"""Baselines: the findings and grades that a team starts from, as a file that merges well."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.errors import PlainlintError
from plainlint.core.files import relative
from plainlint.engine.fingerprints import digest, normalised
from plainlint.engine.result import Result

_VERSION = 1
_EXCERPT = 80
GAP = " … "
_WORD = re.compile(r"\w+")


class Entry(NamedTuple):
    """A known finding: its document, rule, the start and end of its text, its fingerprint."""

    path: str
    rule: str
    text: str
    fingerprint: str


class Recorded(NamedTuple):
    """A document of the baseline: a digest of its words in any order, and its lower grade."""

    path: str
    words: str
    grade: float | None


class Baseline(NamedTuple):
    """What was known at one time.

    Attributes:
        setup: a digest of the rules and settings that found it.
        documents: by path, which counts from the baseline's folder.
        entries: each known finding, and how often the document has it.
    """

    setup: str
    documents: Mapping[str, Recorded]
    entries: Mapping[Entry, int]


def recorded(results: Iterable[Result], setup: str, folder: Path) -> Baseline:
    """A baseline of all findings of a run, seen from the folder that will hold it."""
    rows = [(relative(result.path, folder), result) for result in results]
    entries = (entry(path, each) for path, result in rows for each in result.diagnostics)
    return Baseline(setup, {path: record(path, result) for path, result in rows}, Counter(entries))


def record(path: str, result: Result) -> Recorded:
    """A document as a baseline keeps it."""
    return Recorded(path, words(result.document.source.text), lower_grade(result))


def entry(path: str, each: Diagnostic) -> Entry:
    """A finding as a baseline keeps it."""
    return Entry(path, each.rule, excerpt(each.text), each.fingerprint)


def lower_grade(result: Result) -> float | None:
    """The grade that is held against a baseline: the lower one, to one decimal."""
    grades = result.measures.grades
    return round(grades[0], 1) if grades else None


def words(text: str) -> str:
    """A digest of the words of a text, whatever their order."""
    return digest(*sorted(_WORD.findall(text)))


def excerpt(text: str) -> str:
    """A short text whole, of a long one the start and the end."""
    text = normalised(text).encode("utf-8", errors="replace").decode()
    half = (_EXCERPT - len(GAP)) // 2
    return text if len(text) <= _EXCERPT else text[:half] + GAP + text[-half:]


def write_baseline(baseline: Baseline) -> str:
    """The baseline as JSON: sorted, one entry a line.

    The `null` behind the last entry lets every entry end in a comma, so that two branches that
    add entries in different places never touch the same line.
    """
    rows = sorted(baseline.entries.items())
    documents = (_document_row(each) for each in sorted(baseline.documents.values()))
    return "\n".join(
        (
            f'{{"version": {_VERSION}, "setup": {json.dumps(baseline.setup)},',
            '"documents": [',
            *(f"{json.dumps(row, ensure_ascii=False)}," for row in documents),
            'null], "findings": [',
            *(f"{json.dumps(_row(*row), ensure_ascii=False)}," for row in rows),
            "null]}",
            "",
        )
    )


def _document_row(each: Recorded) -> dict[str, Any]:
    return {"path": each.path, "words": each.words, "grade": each.grade}


def _row(each: Entry, count: int) -> dict[str, Any]:
    row = {
        "path": each.path,
        "rule": each.rule,
        "text": each.text,
        "fingerprint": each.fingerprint,
    }
    return row if count == 1 else {**row, "count": count}


def read_baseline(path: Path) -> Baseline:
    """Read a baseline file.

    Raises:
        PlainlintError: it can't be read, or it is not a baseline of this version.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        version = data["version"]
        documents = {row["path"]: Recorded(**row) for row in filter(None, data["documents"])}
        entries = dict(_entries(filter(None, data["findings"])))
        baseline = Baseline(str(data["setup"]), documents, entries)
    except OSError as error:
        raise PlainlintError(f"{path}: can't be read: {error.strerror}") from error
    except json.JSONDecodeError as error:
        hint = "; is it a merge that was not finished?" if "<<<<" in error.doc else ""
        raise PlainlintError(f"{path}:{error.lineno}: it is not JSON{hint}") from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise PlainlintError(f"{path}: it is not a baseline; write it again") from error
    if version != _VERSION:
        raise PlainlintError(f"{path}: version {version} is not known; write it again")
    return baseline


def _entries(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Entry, int]]:
    for row in rows:
        key = Entry(row["path"], row["rule"], row["text"], row["fingerprint"])
        yield key, int(row.get("count", 1))
