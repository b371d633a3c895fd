"""History: a file with a line for each day on which documents were checked.

A line holds the date, the totals, the same figures for each folder, and each document with the
fingerprints and first words of its findings, so that a later run can name what is new and gone. A
second run on one day replaces the line of that day.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, Self

from plainlint.core import __version__
from plainlint.core.diagnostics import Severity
from plainlint.core.errors import PlainlintError
from plainlint.core.files import read_regular_file
from plainlint.core.levels import Level
from plainlint.run.comparison import FindingNote, shorten_text

# The form of a line. A program that is too old for a line says so.
_FORMAT = 1
# No number of a run is larger.
_MOST = 10**9
# In code points: enough to recognise the words of a finding.
_LONGEST_TEXT = 40


class MeanEase(NamedTuple):
    """The mean ease of the documents on one scale.

    Attributes:
        scale: the formula of the scale, such as `inflesz`.
        documents: how many there are.
        low, high: the means of their lowest and of their highest numbers.
    """

    scale: str
    documents: int
    low: float
    high: float


class Figures(NamedTuple):
    """The figures of several documents.

    Attributes:
        documents: how many there are.
        on_target: how many of them are on target.
        too_hard: how many of them are above the limit.
        graded: how many of them have a grade.
        to_rewrite: the estimate of how many sentences to rewrite.
        late: how many reviews are late.
        error: how many findings must be fixed.
        warning: how many findings should be fixed.
        info: how many findings could be fixed.
        grades: the mean of the lower and of the higher grades; None if no document has one.
        ease: the mean ease of the documents on each scale of ease.
    """

    documents: int = 0
    on_target: int = 0
    too_hard: int = 0
    graded: int = 0
    to_rewrite: int = 0
    late: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
    grades: tuple[float, float] | None = None
    ease: tuple[MeanEase, ...] = ()

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return self.error + self.warning + self.info

    @classmethod
    def sum(cls, parts: Iterable["Figures"]) -> Self:
        """Add up figures; a mean counts as often as it has documents."""
        parts = list(parts)
        counts = {name: sum(getattr(part, name) for part in parts) for name in _COUNTS}
        graded = counts["graded"]
        low, high = (
            sum(part.grades[end] * part.graded for part in parts if part.grades) for end in (0, 1)
        )
        grades = (low / graded, high / graded) if graded else None
        return cls(**counts, grades=grades, ease=_sum_ease(part.ease for part in parts))

    def find_ease(self, scale: str) -> MeanEase | None:
        """Return the mean ease of the documents on a scale; None if no document is on it."""
        return next((mean for mean in self.ease if mean.scale == scale), None)


def _sum_ease(groups: Iterable[tuple[MeanEase, ...]]) -> tuple[MeanEase, ...]:
    sums: dict[str, tuple[int, float, float]] = {}
    for scale, number, low, high in chain.from_iterable(groups):
        documents, lows, highs = sums.get(scale, (0, 0.0, 0.0))
        sums[scale] = (documents + number, lows + low * number, highs + high * number)
    return tuple(
        MeanEase(scale, documents, lows / documents, highs / documents)
        for scale, (documents, lows, highs) in sorted(sums.items())
        if documents
    )


_COUNTS = Figures._fields[:-2]


class DocumentRecord(NamedTuple):
    """One document in a run.

    Attributes:
        verdict: how its grade compares with its target, in words.
        grades: its lower and its higher grade; None without a grade.
        to_rewrite: the estimate of how many sentences to rewrite; None without one.
        findings: its findings, in text order.
        ease: how hard it is on a scale of ease, which has no grades.
    """

    verdict: str
    grades: tuple[float, float] | None
    to_rewrite: int | None
    findings: tuple[FindingNote, ...]
    ease: Level | None = None

    @property
    def level(self) -> Level | None:
        """How hard it is, by its lower grade or on its scale of ease."""
        return Level(self.grades[0]) if self.grades else self.ease


class RunRecord(NamedTuple):
    """One run.

    Attributes:
        day: the date of the run.
        settings: a digest of all that decides results besides the documents.
        folders: the figures of the documents that are directly in each folder, by its path.
        documents: the documents, by path.
    """

    day: date
    settings: str
    folders: Mapping[str, Figures]
    documents: Mapping[str, DocumentRecord]

    @property
    def totals(self) -> Figures:
        """The figures of all documents."""
        return Figures.sum(self.folders.values())


class HistoryLine(NamedTuple):
    """A line of a history: its text, its run without the documents, and the place for errors."""

    text: str
    run: RunRecord
    place: str


class History(NamedTuple):
    """The lines of a history; the oldest comes first."""

    lines: tuple[HistoryLine, ...] = ()

    def list_runs_before(self, day: date) -> tuple[RunRecord, ...]:
        """Return the runs of earlier days, without their documents."""
        return tuple(line.run for line in self.lines if line.run.day < day)

    def read_last_before(self, day: date) -> RunRecord | None:
        """Return the last run of an earlier day with its documents; None if there is none.

        Raises:
            PlainlintError: its line is damaged.
        """
        earlier = [line for line in self.lines if line.run.day < day]
        return _parse_line(earlier[-1].text, earlier[-1].place, whole=True) if earlier else None

    def read_days_before(self, day: date, most: int) -> Iterator[RunRecord]:
        """Yield the first run and the last ones of earlier days, with their documents.

        Args:
            most: so many runs at most; two or more.

        Raises:
            PlainlintError: a line is damaged.
        """
        earlier = [line for line in self.lines if line.run.day < day]
        for line in earlier if len(earlier) <= most else [earlier[0], *earlier[1 - most :]]:
            yield _parse_line(line.text, line.place, whole=True)

    def add(self, run: RunRecord) -> "History":
        """Return the history with a run in place of those of the same day."""
        others = [line for line in self.lines if line.run.day != run.day]
        lines = [*others, HistoryLine(format_run(run), run, "")]
        return History(tuple(sorted(lines, key=lambda line: line.run.day)))

    def format(self) -> str:
        """Return the text of the file; lines that were read stay as they were."""
        return "".join(f"{line.text}\n" for line in self.lines)


def read_history(path: Path) -> History:
    """Read a history; a file that does not exist yet is an empty one.

    Raises:
        PlainlintError: the file can't be read, its folder does not exist, or a line is damaged.
    """
    if not path.parent.is_dir():
        raise PlainlintError(f"{path}: there is no folder {path.parent}; make it first")
    try:
        data = read_regular_file(path) if path.exists() else b""
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise PlainlintError(f"{path}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        number = data.count(b"\n", 0, error.start) + 1
        raise _make_error(f"{path}:{number}", _DAMAGED) from error
    lines = []
    for number, raw in enumerate(text.split("\n"), 1):
        if line := raw.strip():
            place = f"{path}:{number}"
            lines.append(HistoryLine(line, _parse_line(line, place, whole=False), place))
    return History(tuple(sorted(lines, key=lambda line: line.run.day)))


_DAMAGED = "is damaged. Take it out of the file, or get the file from a backup"


def _parse_line(text: str, place: str, *, whole: bool) -> RunRecord:
    try:
        return parse_run(text, whole=whole)
    except _NewerFormatError as error:
        raise _make_error(place, "is of a newer plainlint. Update plainlint") from error
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise _make_error(place, _DAMAGED) from error


def _make_error(place: str, reason: str) -> PlainlintError:
    return PlainlintError(f"{place}: this line {reason}. Nothing was written")


class _NewerFormatError(ValueError):
    pass


def format_run(run: RunRecord) -> str:
    """Return a run as a line of JSON."""
    kinds: dict[tuple[str, str], int] = {}
    documents = {
        path: {
            "verdict": record.verdict,
            "grades": _round(record.grades),
            **({"ease": [round(record.ease.value, 2), record.ease.scale]} if record.ease else {}),
            "to_rewrite": record.to_rewrite,
            "findings": [
                [
                    finding.fingerprint,
                    kinds.setdefault((finding.rule, finding.severity.value), len(kinds)),
                    finding.line,
                    shorten_text(finding.text, _LONGEST_TEXT),
                ]
                for finding in record.findings
            ],
        }
        for path, record in run.documents.items()
    }
    line = {
        "format": _FORMAT,
        "date": run.day.isoformat(),
        "plainlint": __version__,
        "settings": run.settings,
        "totals": _pack_figures(run.totals),
        "folders": {path: _pack_figures(figures) for path, figures in run.folders.items()},
        # Findings name their rule and severity by their place in this list.
        "rules": list(kinds),
        "documents": documents,
    }
    return json.dumps(line, separators=(",", ":"), allow_nan=False)


def parse_run(text: str, *, whole: bool = True) -> RunRecord:
    """Return the run of a line.

    Args:
        whole: whether to parse the documents; they are most of a line, and rarely needed.

    Raises:
        ValueError, TypeError, LookupError, AttributeError, RecursionError: it is not what
            `format_run` returns.
    """
    line = json.loads(text)
    if _get_count(line["format"]) > _FORMAT:
        raise _NewerFormatError
    kinds = [(str(rule), Severity(severity)) for rule, severity in line["rules"]]
    return RunRecord(
        day=date.fromisoformat(line["date"]),
        settings=str(line["settings"]),
        folders={path: _unpack_figures(table) for path, table in line["folders"].items()},
        documents={
            path: DocumentRecord(
                verdict=str(table["verdict"]),
                grades=_get_grades(table["grades"]),
                to_rewrite=None if table["to_rewrite"] is None else _get_count(table["to_rewrite"]),
                findings=_unpack_findings(table["findings"], kinds),
                ease=_get_ease(table.get("ease")),
            )
            for path, table in (line["documents"].items() if whole else ())
        },
    )


def _unpack_findings(
    rows: Iterable[Any], kinds: Sequence[tuple[str, Severity]]
) -> tuple[FindingNote, ...]:
    return tuple(
        FindingNote(str(fingerprint), *kinds[_get_count(kind)], _get_count(line), text=str(text))
        for fingerprint, kind, line, text in rows
    )


def _pack_figures(figures: Figures) -> dict[str, Any]:
    packed = {**figures._asdict(), "grades": _round(figures.grades)}
    del packed["ease"]
    rows = [
        (scale, number, round(low, 2), round(high, 2)) for scale, number, low, high in figures.ease
    ]
    return {**packed, "ease": rows} if rows else packed


def _unpack_figures(table: Mapping[str, Any]) -> Figures:
    counts = {name: _get_count(table[name]) for name in _COUNTS}
    ease = tuple(
        MeanEase(str(scale), _get_count(number), *(_get_grades((low, high)) or ()))
        for scale, number, low, high in table.get("ease", ())
    )
    return Figures(**counts, grades=_get_grades(table["grades"]), ease=ease)


def _round(grades: tuple[float, float] | None) -> tuple[float, float] | None:
    return grades and (round(grades[0], 2), round(grades[1], 2))


def _get_count(value: object) -> int:
    if not isinstance(value, int) or not 0 <= value <= _MOST:
        raise ValueError(value)
    return value


def _get_grades(value: Any) -> tuple[float, float] | None:
    if value is None:
        return None
    low, high = (number for number in value if isinstance(number, int | float))
    if not (abs(low) <= _MOST and abs(high) <= _MOST):
        raise ValueError(value)
    return float(low), float(high)


def _get_ease(value: Any) -> Level | None:
    if value is None:
        return None
    number, scale = value
    if not abs(number) <= _MOST:
        raise ValueError(value)
    return Level(float(number), str(scale))
