"""Totals: what stands below the findings of a run, for people, in a terminal."""

from plainlint.core.text import several
from plainlint.reporters.style import Style
from plainlint.run.report import Tally


def concise_end(tally: Tally, style: Style) -> str:
    """The sum below `concise`."""
    return "" if style.quiet else f"{_total(tally)}\n"


def full_end(tally: Tally, style: Style) -> str:
    """The table of the rules and the sum below `full`."""
    return "" if style.quiet else by_rule(tally, style)


def by_rule(tally: Tally, style: Style) -> str:
    """How many findings each rule has, and the sum."""
    rows = tally.by_rule()
    width = max((len(rule) for rule, _, _ in rows), default=0)
    lines = [
        f"{count:7,}  {rule:{width}}  {style.severity(severity)}" for rule, severity, count in rows
    ]
    head = [style.strong("Findings by rule")] if rows else []
    return "\n".join([*head, *lines, "", _total(tally), ""])


def _total(tally: Tally) -> str:
    checked = several(tally.documents, "document")
    if not tally.touched:
        return f"{checked} checked: no findings.{_untold(tally)}"
    counts = tally.by_severity()
    words = ", ".join(several(number, severity) for severity, number in counts.items() if number)
    return f"{checked} checked: {words}, in {tally.touched:,} of them.{_untold(tally)}"


def _untold(tally: Tally) -> str:
    """What is known or suppressed, so that nobody takes it for mended."""
    parts = [f"{tally.known:,} in the baseline"] if tally.known else []
    parts += [f"{tally.suppressed:,} suppressed"] if tally.suppressed else []
    return f" Not told: {', '.join(parts)}." if parts else ""
