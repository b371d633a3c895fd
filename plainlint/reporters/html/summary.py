"""Entries: what the index and the glossary page keep of each document."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from plainlint.analysis.glossary.link_templates import choose_link_template, make_popup_target
from plainlint.analysis.glossary.matching import get_matcher
from plainlint.analysis.glossary.mentions import Mention, MentionState, find_first_mentions
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.metrics.counts import Counts
from plainlint.checks.front_matter import compute_review_date
from plainlint.core.audiences import Limits
from plainlint.core.diagnostics import Severity
from plainlint.engine.result import Grading, Result, Verdict
from plainlint.rulebook.rule import Rule
from plainlint.run.comparison import DocumentDelta, Trend


class Review(NamedTuple):
    """When a document is to be reviewed next; `due` is None where it does not say."""

    due: date | None = None
    overdue: bool = False


class TermUse(NamedTuple):
    """A term in one document: its name, popup address, state and number of mentions."""

    name: str
    url: str
    state: MentionState
    mentions: int


class DocumentSummary(NamedTuple):
    """One document as the index shows it.

    Attributes:
        page: the name of its page.
        found: how many findings of each (rule, severity).
        hard: how many sentences are above the limit of its readers.
        unexplained_terms: how many terms its readers need that nothing explains to them.
        terms: the glossary terms in it, in the order of their first mentions; none where its
            readers need no term explained.
        change: what has changed since an earlier run; None where there is none to compare with.
        problem: why it could not be read, or empty.
    """

    page: str
    path: str
    title: str
    audience: str
    grading: Grading
    counts: Counts
    uncertain: bool
    finding_counts: Mapping[tuple[str, Severity], int]
    hard: int
    unexplained_terms: int
    review: Review
    terms: tuple[TermUse, ...]
    change: DocumentDelta | None
    problem: str

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that found something, sorted."""
        return tuple(sorted({rule for rule, _ in self.finding_counts}))

    @property
    def folder(self) -> str:
        """The folder the document is in; empty for none."""
        return self.path.rpartition("/")[0]

    def count(self, severity: Severity) -> int:
        """The number of findings of a severity."""
        return sum(number for (_, each), number in self.finding_counts.items() if each is severity)


def count_findings_by_rule(result: Result) -> Mapping[tuple[str, Severity], int]:
    """How many findings of each (rule, severity) a result has."""
    return Counter((each.rule, each.severity) for each in result.diagnostics)


def get_review(result: Result, rule: Rule | None, today: date | None) -> Review:
    """When the next review is due, by the settings of the rule; without that rule, never."""
    if rule is None:
        return Review()
    due = compute_review_date(result.document.front_matter, **rule.settings)
    return Review(due, due is not None and today is not None and due < today)


def find_mentions(result: Result, glossary: Glossary, rule: Rule) -> tuple[Mention, ...]:
    """The first mentions of terms; of those that nothing explains, only what its readers need."""
    reported = {each.span for each in result.diagnostics if each.rule == rule.id}
    return tuple(
        mention
        for mention in find_first_mentions(result.document, glossary)
        if mention.state is not MentionState.NEITHER
        or mention.block.prose.get_span(mention.match.start, mention.match.end) in reported
    )


def collect_term_uses(
    result: Result, mentions: tuple[Mention, ...], glossary: Glossary
) -> tuple[TermUse, ...]:
    """The terms of a document with their states and the number of their mentions."""
    find = get_matcher(glossary).find
    form = choose_link_template(result.document, glossary)
    times = Counter(
        id(match.term)
        for block in result.document.blocks
        if block.is_running_text
        for match in find(block.text)
    )
    return tuple(
        TermUse(term.name, make_popup_target(term, form), mention.state, times[id(term)])
        for mention in mentions
        for term in (mention.match.term,)
    )


def pack_summary(entry: DocumentSummary) -> str:
    """An entry as JSON."""
    grading, due = entry.grading, entry.review.due
    parts = (
        (entry.page, entry.path, entry.title, entry.audience),
        (grading.grades, grading.limits, grading.verdict),
        (entry.counts, entry.uncertain),
        [(*key, number) for key, number in entry.finding_counts.items()],
        (entry.hard, entry.unexplained_terms),
        (due and due.isoformat(), entry.review.overdue),
        entry.terms,
        entry.change,
        entry.problem,
    )
    return json.dumps(parts, separators=(",", ":"))


def unpack_summary(packed: str) -> DocumentSummary:
    """What was packed.

    Raises:
        ValueError, TypeError: it was not packed by `pack_entry`.
    """
    (
        (page, path, title, audience),
        (grades, limits, verdict),
        (counts, uncertain),
        found,
        (hard, unexplained_terms),
        (due, overdue),
        terms,
        changed,
        problem,
    ) = json.loads(packed)
    return DocumentSummary(
        page,
        path,
        title,
        audience,
        Grading(grades and tuple(grades), Limits(*limits), Verdict(verdict)),
        Counts(*counts),
        uncertain,
        {(rule, Severity(severity)): number for rule, severity, number in found},
        hard,
        unexplained_terms,
        Review(due and date.fromisoformat(due), overdue),
        tuple(TermUse(name, url, MentionState(state), times) for name, url, state, times in terms),
        changed and DocumentDelta(Trend(changed[0]), *changed[1:]),
        problem,
    )
