"""Packed entries: an entry of the index as one short text, and back."""

import json
from datetime import date

from plainlint.analysis.glossary.mentions import State
from plainlint.analysis.metrics.counts import Counts
from plainlint.core.audiences import Limits
from plainlint.core.diagnostics import Severity
from plainlint.engine.result import Grading, Verdict
from plainlint.reporters.html.entry import Entry, Review, TermUse
from plainlint.run.comparison import Change, Standing


def pack_entry(entry: Entry) -> str:
    """An entry as JSON."""
    grading, due = entry.grading, entry.review.due
    parts = (
        (entry.page, entry.path, entry.title, entry.audience),
        (grading.grades, grading.limits, grading.verdict),
        (entry.counts, entry.uncertain),
        [(*key, number) for key, number in entry.found.items()],
        entry.hard,
        (due and due.isoformat(), entry.review.overdue),
        entry.terms,
        entry.change,
        entry.problem,
    )
    return json.dumps(parts, separators=(",", ":"))


def unpack_entry(packed: str) -> Entry:
    """What was packed.

    Raises:
        ValueError, TypeError: it was not packed by `pack_entry`.
    """
    (
        (page, path, title, audience),
        (grades, limits, verdict),
        (counts, uncertain),
        found,
        hard,
        (due, overdue),
        terms,
        changed,
        problem,
    ) = json.loads(packed)
    return Entry(
        page,
        path,
        title,
        audience,
        Grading(grades and tuple(grades), Limits(*limits), Verdict(verdict)),
        Counts(*counts),
        uncertain,
        {(rule, Severity(severity)): number for rule, severity, number in found},
        hard,
        Review(due and date.fromisoformat(due), overdue),
        tuple(TermUse(name, url, State(state), times) for name, url, state, times in terms),
        changed and Change(Standing(changed[0]), *changed[1:]),
        problem,
    )
