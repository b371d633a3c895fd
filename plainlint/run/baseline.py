"""Baselines: recorded findings and grades that later runs are compared with, in a JSON file."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plainlint.core.diagnostics import Diagnostic
from plainlint.core.errors import PlainlintError
from plainlint.core.files import make_relative
from plainlint.core.levels import Level
from plainlint.engine.fingerprints import digest, normalise_whitespace
from plainlint.engine.result import Result

_VERSION = 1
_EXCERPT = 80
GAP = " … "
_WORD = re.compile(r"\w+")


class BaselineEntry(NamedTuple):
    """A recorded finding: its document, rule, the start and end of its text, its fingerprint."""

    path: str
    rule: str
    text: str
    fingerprint: str


class DocumentRecord(NamedTuple):
    """A recorded document: a digest of its words in any order, and its level.

    Attributes:
        grade: the lower grade, or the lowest number on a scale of ease; None without one.
        scale: the formula of the scale of ease; empty for school grades.
    """

    path: str
    words: str
    grade: float | None
    scale: str = ""

    @property
    def level(self) -> Level | None:
        """How hard the document was; None without a grade."""
        return None if self.grade is None else Level(self.grade, self.scale)


class Baseline(NamedTuple):
    """The findings and grades of one run.

    Attributes:
        settings_digest: a digest of everything that decided the results.
        documents: by path, relative to the baseline's folder.
        entries: the findings, with how often its document has each one.
        accepted: fingerprints of findings that are accepted in all documents, new ones too.
    """

    settings_digest: str
    documents: Mapping[str, DocumentRecord]
    entries: Mapping[BaselineEntry, int]
    accepted: frozenset[str] = frozenset()


def make_baseline(results: Iterable[Result], settings_digest: str, folder: Path) -> Baseline:
    """Return a baseline of all findings of a run, for a file in `folder`."""
    rows = [(make_relative(result.path, folder), result) for result in results]
    entries = Counter(
        make_baseline_entry(path, diagnostic)
        for path, result in rows
        for diagnostic in result.diagnostics
    )
    documents = {path: make_document_record(path, result) for path, result in rows}
    return Baseline(settings_digest, documents, entries)


def make_document_record(path: str, result: Result) -> DocumentRecord:
    """Return the baseline record of a document."""
    words = digest_words(result.document.source.text)
    return DocumentRecord(path, words, *(get_level(result) or (None,)))


def make_baseline_entry(path: str, diagnostic: Diagnostic) -> BaselineEntry:
    """Return the baseline entry of a finding."""
    return BaselineEntry(
        path, diagnostic.rule, make_excerpt(diagnostic.text), diagnostic.fingerprint
    )


def get_level(result: Result) -> Level | None:
    """Return how hard a document is as a baseline records it, to one decimal."""
    level = result.measures.level
    return level.round() if level else None


def digest_words(text: str) -> str:
    """Digest the words of a text, whatever their order."""
    return digest(*sorted(_WORD.findall(text)))


def make_excerpt(text: str) -> str:
    """Return a short text in full, or the start and the end of a long one."""
    text = normalise_whitespace(text).encode("utf-8", errors="replace").decode()
    half = (_EXCERPT - len(GAP)) // 2
    return text if len(text) <= _EXCERPT else text[:half] + GAP + text[-half:]


def serialise_baseline(baseline: Baseline) -> str:
    """Return the baseline as JSON: sorted, one entry per line.

    Every entry ends in a comma, as a `null` follows the last one: two branches that add entries in
    different places never touch the same line.
    """
    rows = sorted(baseline.entries.items())
    documents = (_make_document_row(record) for record in sorted(baseline.documents.values()))
    return "\n".join(
        (
            f'{{"version": {_VERSION}, "setup": {json.dumps(baseline.settings_digest)},',
            *(
                [f'"accepted": {json.dumps(sorted(baseline.accepted))},']
                if baseline.accepted
                else []
            ),
            '"documents": [',
            *(f"{json.dumps(row, ensure_ascii=False)}," for row in documents),
            'null], "findings": [',
            *(f"{json.dumps(_make_entry_row(*row), ensure_ascii=False)}," for row in rows),
            "null]}",
            "",
        )
    )


def _make_document_row(record: DocumentRecord) -> dict[str, Any]:
    row = {"path": record.path, "words": record.words, "grade": record.grade}
    return {**row, "scale": record.scale} if record.scale else row


def _make_entry_row(entry: BaselineEntry, count: int) -> dict[str, Any]:
    row = {
        "path": entry.path,
        "rule": entry.rule,
        "text": entry.text,
        "fingerprint": entry.fingerprint,
    }
    return row if count == 1 else {**row, "count": count}


def read_baseline(path: Path) -> Baseline:
    """Read a baseline file.

    Raises:
        PlainlintError: the file can't be read, or is not a baseline of this version.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        version = data["version"]
        documents = {row["path"]: DocumentRecord(**row) for row in filter(None, data["documents"])}
        entries = dict(_iter_entries(filter(None, data["findings"])))
        accepted = frozenset(map(str, data.get("accepted", ())))
        baseline = Baseline(str(data["setup"]), documents, entries, accepted)
    except OSError as error:
        raise PlainlintError(f"{path}: can't be read: {error.strerror}") from error
    except json.JSONDecodeError as error:
        hint = "; is it a merge that was not finished?" if "<<<<" in error.doc else ""
        raise PlainlintError(f"{path}:{error.lineno}: it is not JSON{hint}") from error
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise PlainlintError(f"{path}: it is not a baseline; write it again") from error
    if version != _VERSION:
        raise PlainlintError(f"{path}: version {version} is not supported; write it again")
    return baseline


def _iter_entries(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[BaselineEntry, int]]:
    for row in rows:
        key = BaselineEntry(row["path"], row["rule"], row["text"], row["fingerprint"])
        yield key, int(row.get("count", 1))
