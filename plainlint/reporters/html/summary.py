"""Summaries: what the index and the page of terms keep of each document."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from plainlint.analysis.glossary.link_templates import choose_link_template, make_popup_target
from plainlint.analysis.glossary.matching import get_matcher
from plainlint.analysis.glossary.mentions import Mention, MentionState, find_first_mentions
from plainlint.analysis.glossary.model import Glossary
from plainlint.checks.front_matter import compute_review_date
from plainlint.core.diagnostics import Severity
from plainlint.core.levels import Level
from plainlint.core.source import Span
from plainlint.document.model import FrontMatter, Value
from plainlint.engine.result import Grading, Result, format_verdict, unpack_grading
from plainlint.languages.base import get_language
from plainlint.languages.counts import Counts
from plainlint.rulebook.rule import Rule
from plainlint.run.comparison import DocumentDelta, FindingNote, Trend
from plainlint.run.tally import Tally


class Review(NamedTuple):
    """When a document is due for review.

    Attributes:
        due: the day; None if the document does not say.
        days_late: how many days ago that was; 0 if it is not late.
    """

    due: date | None = None
    days_late: int = 0

    @property
    def overdue(self) -> bool:
        """Whether it is late."""
        return self.days_late > 0


class TermUse(NamedTuple):
    """A term in one document.

    Attributes:
        name: its main name.
        url: the address of its popup, or empty.
        plain: everyday words for it, or empty.
        state: the help that readers get at its first mention.
        mentions: how often the document uses it.
        line: the line of its first mention.
        before, words, after: the first mention if nothing helps with it, and what is around it.
        number: the entry on the document's page that is about it; 0 if there is none.
    """

    name: str
    url: str
    plain: str
    state: MentionState
    mentions: int
    line: int
    before: str = ""
    words: str = ""
    after: str = ""
    number: int = 0


class RepeatablePlace(NamedTuple):
    """An entry on a text: its number on the page, its line, and the digest that equals share."""

    number: int
    line: int
    digest: str


class DocumentSummary(NamedTuple):
    """One document as the index shows it.

    Attributes:
        page: the name of its page.
        language: its language, a tag such as `en`.
        tally: its entries and findings in numbers.
        wrong_readers: whether it reads as if written for other readers.
        repeatable: its entries on a text, which another document may have, too.
        hard: the number of sentences that are hard for its readers.
        to_rewrite: an estimate of how many sentences to rewrite to reach the next goal;
            None if its grade is there or there is no estimate.
        terms: its glossary terms, by first mention; empty if its readers need no explanations.
        unexplained_terms: the number of terms that readers need and that nothing explains.
        change: the difference from an earlier run; None if there is none.
        problem: why it could not be read, or empty.
        owners: who looks after it.
        findings: its findings, in text order.
    """

    page: str
    path: str
    title: str
    audience: str
    language: str
    grading: Grading
    counts: Counts
    uncertain: bool
    tally: Tally
    wrong_readers: bool
    repeatable: tuple[RepeatablePlace, ...]
    hard: int
    to_rewrite: int | None
    review: Review
    terms: tuple[TermUse, ...]
    unexplained_terms: int
    change: DocumentDelta | None
    problem: str
    owners: tuple[str, ...]
    findings: tuple[FindingNote, ...]

    @property
    def owner(self) -> str:
        """Who looks after it, several with commas between; empty if it does not say."""
        return ", ".join(self.owners)

    @property
    def rules(self) -> tuple[str, ...]:
        """The ids of the rules with findings, sorted."""
        return tuple(sorted({rule for rule, _ in self.tally.findings}))

    @property
    def level(self) -> Level | None:
        """How hard it is, by its lower grade or on the scale of ease of its language."""
        grades, ease = self.grading.grades, self.grading.ease
        scale = get_language(self.language).grade if ease else None
        if ease and scale:
            return Level(ease.low, scale.formulas[0])
        return Level(grades[0]) if grades else None

    @property
    def verdict_text(self) -> str:
        """The verdict, with the language if that is why there is no grade."""
        return format_verdict(self.grading.verdict, self.language)

    @property
    def folder(self) -> str:
        """The folder of the document, or empty."""
        return self.path.rpartition("/")[0]


def count_findings_of(result: Result, rule: Rule | None) -> int:
    """Count the findings of a rule that has a role; without that rule there are none."""
    return sum(finding.rule == rule.id for finding in result.diagnostics) if rule else 0


# The keys that say who looks after a document.
_OWNER_KEYS = ("owner", "reviewer")


def get_owners(front_matter: FrontMatter) -> tuple[str, ...]:
    """Return the owners and reviewers of a document, each once."""
    values = (front_matter.entries[key].value for key in _OWNER_KEYS if key in front_matter.entries)
    names = (" ".join(name.split()) for value in values for name in _iter_names(value))
    return tuple({name.casefold(): name for name in names if name}.values())


def _iter_names(value: Value) -> Iterator[str]:
    """Yield the names in a value: a text, a list of them, or a table with a `name`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _iter_names(item)
    elif value is not None:
        yield from _iter_names(value.get("name"))


def count_sentences_to_rewrite(result: Result, rule: Rule | None) -> int | None:
    """Return the estimate that the finding of the rule on the grade carries; None without one."""
    for finding in result.diagnostics:
        if rule and finding.rule == rule.id:
            needed = str(finding.values.get("needed", ""))
            return int(needed) if needed.isdecimal() else None
    return None


def get_review(result: Result, rule: Rule | None, today: date | None) -> Review:
    """Return when the next review is due by the settings of the rule; without it, never."""
    if rule is None:
        return Review()
    due = compute_review_date(result.document.front_matter, **rule.settings)
    if due is None or today is None:
        return Review(due)
    return Review(due, max((today - due).days, 0))


def find_mentions(result: Result, glossary: Glossary, rule: Rule) -> tuple[Mention, ...]:
    """Return the first mentions of terms; unexplained ones only if a finding reports them."""
    reported = {finding.span for finding in result.diagnostics if finding.rule == rule.id}
    return tuple(
        mention
        for mention in find_first_mentions(result.document, glossary)
        if mention.state is not MentionState.NEITHER or get_mention_span(mention) in reported
    )


def get_mention_span(mention: Mention) -> Span:
    """Return where a mention is in the source."""
    return mention.block.prose.get_span(mention.match.start, mention.match.end)


def collect_term_uses(
    result: Result,
    mentions: tuple[Mention, ...],
    glossary: Glossary,
    numbers: Mapping[Span, int],
) -> tuple[TermUse, ...]:
    """Return the terms of a document with their states and number of mentions.

    Args:
        numbers: the numbers of entries on the document's page, by the spans of their findings.
    """
    find = get_matcher(glossary).find
    template = choose_link_template(result.document, glossary)
    counts = Counter(
        id(match.term)
        for block in result.document.blocks
        if block.is_running_text
        for match in find(block.text)
    )
    source = result.document.source
    return tuple(
        TermUse(
            name=term.name,
            url=make_popup_target(term, template),
            plain=term.plain,
            state=mention.state,
            mentions=counts[id(term)],
            line=source.locate(span.start).line,
            **_quote_mention(mention),
            number=numbers.get(span, 0),
        )
        for mention in mentions
        for term, span in ((mention.match.term, get_mention_span(mention)),)
    )


# How many characters of the text are shown before and after a mention.
_AROUND = 40


def _quote_mention(mention: Mention) -> dict[str, str]:
    """Return a mention that nothing helps with, and whole words around it; else nothing."""
    if mention.state is not MentionState.NEITHER:
        return {}
    text, (_, start, end) = mention.block.text, mention.match
    before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = "… " + before.partition(" ")[2]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + " …"
    return {"before": before, "words": text[start:end], "after": after}


def pack_summary(summary: DocumentSummary) -> str:
    """Serialize a summary as JSON."""
    grading, due = summary.grading, summary.review.due
    parts = (
        (summary.page, summary.path, summary.title, summary.audience, summary.language),
        (grading.grades, grading.limits, grading.verdict, grading.ease),
        (summary.counts, summary.uncertain),
        [(*key, number) for key, number in summary.tally.findings.items()],
        (summary.tally.entries, summary.tally.suppressed),
        summary.wrong_readers,
        summary.repeatable,
        (summary.hard, summary.to_rewrite),
        (due and due.isoformat(), summary.review.days_late),
        (summary.terms, summary.unexplained_terms),
        summary.change,
        summary.problem,
        summary.owners,
        summary.findings,
    )
    return json.dumps(parts, separators=(",", ":"))


def unpack_summary(packed: str) -> DocumentSummary:
    """Restore a summary from its JSON.

    Raises:
        ValueError, TypeError: the text is not from `pack_summary`.
    """
    (
        (page, path, title, audience, language),
        grading,
        (counts, uncertain),
        findings,
        (entries, suppressed),
        wrong_readers,
        repeatable,
        (hard, to_rewrite),
        (due, days_late),
        (terms, unexplained_terms),
        change,
        problem,
        owners,
        findings_noted,
    ) = json.loads(packed)
    return DocumentSummary(
        page=page,
        path=path,
        title=title,
        audience=audience,
        language=language,
        grading=unpack_grading(*grading),
        counts=Counts(*counts),
        uncertain=uncertain,
        tally=Tally(
            documents=1,
            touched=int(bool(findings)),
            findings={(rule, severity): number for rule, severity, number in findings},
            entries=entries,
            suppressed=suppressed,
        ),
        wrong_readers=wrong_readers,
        repeatable=tuple(map(RepeatablePlace._make, repeatable)),
        hard=hard,
        to_rewrite=to_rewrite,
        review=Review(due and date.fromisoformat(due), days_late),
        terms=tuple(
            TermUse(name, url, plain, MentionState(state), *place)
            for name, url, plain, state, *place in terms
        ),
        unexplained_terms=unexplained_terms,
        change=change and DocumentDelta(Trend(change[0]), *change[1:]),
        problem=problem,
        owners=tuple(owners),
        findings=tuple(
            FindingNote(fingerprint, rule, Severity(severity), *rest)
            for fingerprint, rule, severity, *rest in findings_noted
        ),
    )
