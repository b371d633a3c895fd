"""markdown: a pull request comment with grades before and after, and the worst findings."""

import re
from collections.abc import Iterator

from plainlint.core.files import make_relative
from plainlint.core.levels import Level
from plainlint.core.text import make_printable, pluralise
from plainlint.engine.result import Grading, Result, Verdict, format_verdict
from plainlint.languages.base import name_scale
from plainlint.reporters.entries import Entry, gather_result_entries
from plainlint.reporters.style import Style
from plainlint.run.report import Report

_COLUMNS = ("document", "readers", "grade before", "grade now", "target", "findings")
_MAX_DOCUMENTS = 50
_MAX_ENTRIES = 20
_EXCERPT_LENGTH = 160
# A smaller change does not show in a grade with one decimal.
_MIN_CHANGE = 0.05
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+!|~&-])")


def markdown(report: Report, style: Style) -> str:
    """Format a headline, a table of the documents, and the most serious findings."""
    found = [
        (entry, result) for result in report.results for entry in gather_result_entries(result)
    ]
    found.sort(key=lambda pair: _rank_entry(pair[0]))
    parts = ["## plainlint", "", _format_headline(report, style), "", *_format_table(report, style)]
    if found:
        parts += ["", f"### {style.say('What to fix first')}", ""]
        parts += [_format_entry(*pair, report, style) for pair in found[:_MAX_ENTRIES]]
    if len(found) > _MAX_ENTRIES:
        parts += ["", style.say(f"And {len(found) - _MAX_ENTRIES:,} more.")]
    return "\n".join([*parts, ""])


def _rank_entry(entry: Entry) -> tuple[int, bool, int]:
    """Rank the worst severity first, then sentences before documents, then longer ones."""
    start, end = entry.place
    return entry.severity.rank, start == end, start - end


def _format_headline(report: Report, style: Style) -> str:
    documents = pluralise(len(report.results), "document")
    counts = report.tally.count_by_severity().items()
    totals = [style.say(pluralise(number, severity)) for severity, number in counts if number]
    return style.say(f"{documents} checked: {', '.join(totals) or 'nothing to fix'}.")


def _format_table(report: Report, style: Style) -> Iterator[str]:
    rows = list(zip(report.results, report.gradings, strict=True))
    if not rows:
        return
    yield f"| {' | '.join(map(style.say, _COLUMNS))} |"
    yield "|---|---|---|---|---|---|"
    rows.sort(key=lambda row: -len(row[0].diagnostics))
    for result, grading in rows[:_MAX_DOCUMENTS]:
        yield _format_row(result, grading, report, style)
    if len(rows) > _MAX_DOCUMENTS:
        yield ""
        yield style.say(f"{len(rows) - _MAX_DOCUMENTS:,} more documents are not shown.")


def _format_row(result: Result, grading: Grading, report: Report, style: Style) -> str:
    before, now = result.earlier_level, result.measures.level
    rise = now.measure_rise(before) if now and before else None
    change = "" if rise is None else style.say(_describe_change(rise))
    cells = (
        escape_markdown(make_relative(result.path, report.root)),
        style.say(result.audience),
        _format_level(before, style) if before else "-",
        f"{_format_level(now, style)}{change}" if now else _explain(result, grading, style),
        style.say(grading.target_text),
        f"{len(result.diagnostics):,}",
    )
    return f"| {' | '.join(cells)} |"


def _format_level(level: Level, style: Style) -> str:
    """Return a grade, or a number with the name of its scale of ease."""
    return f"{name_scale(level.scale)} {style.say(f'{level.value:.1f}')}".lstrip()


def _explain(result: Result, grading: Grading, style: Style) -> str:
    """Return `not scored: es` for a document in Spanish, a dash for one with too little text."""
    is_scored = grading.verdict is not Verdict.NOT_SCORED
    verdict = style.say(format_verdict(grading.verdict, result.language))
    return "-" if is_scored else escape_markdown(verdict)


def _describe_change(change: float) -> str:
    """Return a note on whether the document got harder or easier."""
    if abs(change) < _MIN_CHANGE:
        return ""
    return " (harder)" if change > 0 else " (easier)"


def _format_entry(entry: Entry, result: Result, report: Report, style: Style) -> str:
    place = escape_markdown(f"{make_relative(result.path, report.root)}:{entry.line}")
    source = result.document.source
    text = " ".join(make_printable(source.slice(entry.place)).split())
    quoted = text if len(text) <= _EXCERPT_LENGTH else text[: _EXCERPT_LENGTH - 1] + "…"
    words = f" “{escape_markdown(quoted)}”" if entry.place.start < entry.place.end else ""
    style = style.choose_language(result.language)
    parts = filter(None, (entry.messages[0], entry.advice, entry.describe_others(style)))
    weight = style.say(entry.severity.value)
    return f"- **{weight}** {place}:{words} {escape_markdown(' '.join(parts))}"


def escape_markdown(text: str) -> str:
    """Escape text so that Markdown shows it as it is and no @ mentions anyone."""
    # A zero-width space after the @ keeps an email address from becoming a mention.
    printable = make_printable(text).replace("\n", " ").replace("@", "@\u200b")
    return _MARKUP.sub(r"\\\1", printable)
