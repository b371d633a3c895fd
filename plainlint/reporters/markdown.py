"""markdown: a comment for a pull request: grades before and after, and the worst new findings."""

import re
from collections.abc import Iterator

from plainlint.core.diagnostics import Diagnostic, Scope
from plainlint.core.files import relative
from plainlint.core.text import printable, several
from plainlint.engine.result import Grading, Result
from plainlint.reporters.style import Style
from plainlint.run.report import Report

_MOST_DOCUMENTS = 50
_MOST_FINDINGS = 20
_EXCERPT = 160
# Less is not seen in a grade with one decimal.
_LEAST_CHANGE = 0.05
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+!|~&-])")


def markdown(report: Report, _style: Style) -> str:
    """A headline, a table of the documents, and the findings that matter most."""
    found = sorted(report.diagnostics, key=_weight)
    parts = ["## plainlint", "", _headline(report), "", *_table(report)]
    if found:
        parts += ["", "### What to mend first", ""]
        parts += [_item(each, report) for each in found[:_MOST_FINDINGS]]
    if len(found) > _MOST_FINDINGS:
        parts += ["", f"And {len(found) - _MOST_FINDINGS:,} more."]
    return "\n".join([*parts, ""])


def _weight(each: Diagnostic) -> tuple[int, bool, int]:
    """The worst severity first, sentences before whole documents, long texts before short."""
    return each.severity.rank, each.scope is not Scope.TEXT, -len(each.text)


def _headline(report: Report) -> str:
    documents = several(len(report.results), "document")
    counts = report.tally.by_severity().items()
    found = [several(number, severity) for severity, number in counts if number]
    return f"{documents} checked: {', '.join(found) or 'nothing to mend'}."


def _table(report: Report) -> Iterator[str]:
    rows = list(zip(report.results, report.gradings, strict=True))
    if not rows:
        return
    yield "| document | readers | grade before | grade now | target | findings |"
    yield "|---|---|---|---|---|---|"
    rows.sort(key=lambda row: -len(row[0].diagnostics))
    for result, grading in rows[:_MOST_DOCUMENTS]:
        yield _row(result, grading, report)
    if len(rows) > _MOST_DOCUMENTS:
        yield ""
        yield f"{len(rows) - _MOST_DOCUMENTS:,} more documents are not shown."


def _row(result: Result, grading: Grading, report: Report) -> str:
    before, now = result.earlier, grading.grades
    change = _arrow(now[0] - before) if before is not None and now else ""
    cells = (
        escaped(relative(result.path, report.root)),
        result.audience,
        f"{before:.1f}" if before is not None else "-",
        f"{now[0]:.1f}{change}" if now else "-",
        grading.target_text,
        f"{len(result.diagnostics):,}",
    )
    return f"| {' | '.join(cells)} |"


def _arrow(change: float) -> str:
    """Which way the grade went."""
    if abs(change) < _LEAST_CHANGE:
        return ""
    return " (harder)" if change > 0 else " (easier)"


def _item(each: Diagnostic, report: Report) -> str:
    place = escaped(f"{relative(each.path, report.root)}:{each.start.line}")
    text = " ".join(printable(each.text).split())
    quoted = text if len(text) <= _EXCERPT else text[: _EXCERPT - 1] + "…"
    words = f" “{escaped(quoted)}”" if each.scope in (Scope.TEXT, Scope.BLOCK) and quoted else ""
    advice = escaped(f"{each.message} {each.help}".strip())
    return f"- **{each.severity.value}** {place}:{words} {advice}"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, and that calls nobody by an @."""
    # A space of no width behind the sign keeps a mail address from becoming a mention.
    shown = printable(text).replace("\n", " ").replace("@", "@\u200b")
    return _MARKUP.sub(r"\\\1", shown)
