"""markdown: a pull request comment with grades before and after, and the worst findings."""

import re
from collections.abc import Iterator

from plainlint.core.files import make_relative
from plainlint.core.text import make_printable, pluralise
from plainlint.engine.result import Grading, Result, Verdict, format_verdict
from plainlint.reporters.entries import Entry, gather_result_entries
from plainlint.reporters.style import Style
from plainlint.run.report import Report

_MAX_DOCUMENTS = 50
_MAX_ENTRIES = 20
_EXCERPT_LENGTH = 160
# A smaller change does not show in a grade with one decimal.
_MIN_CHANGE = 0.05
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+!|~&-])")


def markdown(report: Report, _style: Style) -> str:
    """Format a headline, a table of the documents, and the most serious findings."""
    found = [
        (entry, result) for result in report.results for entry in gather_result_entries(result)
    ]
    found.sort(key=lambda pair: _rank_entry(pair[0]))
    parts = ["## plainlint", "", _format_headline(report), "", *_format_table(report)]
    if found:
        parts += ["", "### What to fix first", ""]
        parts += [_format_entry(*pair, report) for pair in found[:_MAX_ENTRIES]]
    if len(found) > _MAX_ENTRIES:
        parts += ["", f"And {len(found) - _MAX_ENTRIES:,} more."]
    return "\n".join([*parts, ""])


def _rank_entry(entry: Entry) -> tuple[int, bool, int]:
    """Rank the worst severity first, then sentences before documents, then longer ones."""
    start, end = entry.place
    return entry.severity.rank, start == end, start - end


def _format_headline(report: Report) -> str:
    documents = pluralise(len(report.results), "document")
    counts = report.tally.count_by_severity().items()
    totals = [pluralise(number, severity) for severity, number in counts if number]
    return f"{documents} checked: {', '.join(totals) or 'nothing to fix'}."


def _format_table(report: Report) -> Iterator[str]:
    rows = list(zip(report.results, report.gradings, strict=True))
    if not rows:
        return
    yield "| document | readers | grade before | grade now | target | findings |"
    yield "|---|---|---|---|---|---|"
    rows.sort(key=lambda row: -len(row[0].diagnostics))
    for result, grading in rows[:_MAX_DOCUMENTS]:
        yield _format_row(result, grading, report)
    if len(rows) > _MAX_DOCUMENTS:
        yield ""
        yield f"{len(rows) - _MAX_DOCUMENTS:,} more documents are not shown."


def _format_row(result: Result, grading: Grading, report: Report) -> str:
    before, now = result.earlier_level, result.measures.level
    rise = now.measure_rise(before) if now and before else None
    change = "" if rise is None else _describe_change(rise)
    cells = (
        escape_markdown(make_relative(result.path, report.root)),
        result.audience,
        f"{before.value:.1f}" if before else "-",
        f"{now.value:.1f}{change}" if now else _explain_missing_grade(result, grading),
        grading.target_text,
        f"{len(result.diagnostics):,}",
    )
    return f"| {' | '.join(cells)} |"


def _explain_missing_grade(result: Result, grading: Grading) -> str:
    """Return `not scored: es` for a document in Spanish, a dash for one with too little text."""
    is_scored = grading.verdict is not Verdict.NOT_SCORED
    return "-" if is_scored else escape_markdown(format_verdict(grading.verdict, result.language))


def _describe_change(change: float) -> str:
    """Return a note on whether the document got harder or easier."""
    if abs(change) < _MIN_CHANGE:
        return ""
    return " (harder)" if change > 0 else " (easier)"


def _format_entry(entry: Entry, result: Result, report: Report) -> str:
    place = escape_markdown(f"{make_relative(result.path, report.root)}:{entry.line}")
    source = result.document.source
    text = " ".join(make_printable(source.slice(entry.place)).split())
    quoted = text if len(text) <= _EXCERPT_LENGTH else text[: _EXCERPT_LENGTH - 1] + "…"
    words = f" “{escape_markdown(quoted)}”" if entry.place.start < entry.place.end else ""
    parts = filter(None, (entry.messages[0], entry.advice, entry.also))
    return f"- **{entry.severity.value}** {place}:{words} {escape_markdown(' '.join(parts))}"


def escape_markdown(text: str) -> str:
    """Escape text so that Markdown shows it as it is and no @ mentions anyone."""
    # A zero-width space after the @ keeps an email address from becoming a mention.
    printable = make_printable(text).replace("\n", " ").replace("@", "@\u200b")
    return _MARKUP.sub(r"\\\1", printable)
