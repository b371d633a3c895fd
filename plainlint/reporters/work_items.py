"""Work items: the entries of a document, and how hard their sentences are."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from plainlint.analysis.difficulty.score import compute_difficulty_value
from plainlint.core.audiences import Limits
from plainlint.core.diagnostics import Diagnostic, Scope, Severity
from plainlint.core.source import NOWHERE, Span
from plainlint.document.model import Sentence
from plainlint.engine.result import Result
from plainlint.reporters.entries import digest_entry, gather_result_entries
from plainlint.rulebook.rule import Rule


class Hardness(NamedTuple):
    """How hard a sentence is.

    Attributes:
        value: difficulty, from 0 to 100.
        level: from 0 (readers can follow it) to 3 (hardest).
        words: how many words it has.
    """

    value: float
    level: int
    words: int


def rate_hardness(
    sentence: Sentence, language: str, limits: Limits, findings: Sequence[Diagnostic] = ()
) -> Hardness:
    """Rate a sentence for readers with these limits of difficulty.

    It is hard (1) above the target, harder (2) from half way to the maximum, and hardest (3) above
    the maximum. Without limits, a finding of a readability rule makes it hard.
    """
    value = compute_difficulty_value(sentence.text, sentence.tokens, language)
    if limits.target is None or limits.most is None:
        level = int(any(finding.rule.startswith("readability/") for finding in findings))
    else:
        steps = (limits.target, (limits.target + limits.most) / 2, limits.most)
        level = sum(value > step for step in steps)
    return Hardness(value, level, len(sentence.tokens))


_READERS = {
    "patient": "patients",
    "caregiver": "people who care for a patient",
    "general": "the public",
    "technical": "people who work in health care",
}


def describe_audience(audience: str) -> str:
    """Return who the readers of an audience are, in words."""
    return _READERS.get(audience, audience)


# A sentence this hard is listed even if it has no finding.
_LISTED_LEVEL = 2


class WorkItem(NamedTuple):
    """A sentence, block or document to work on, because it is hard or has findings.

    Attributes:
        number: its rank, from 1; also its name on the page.
        line: its first line.
        findings: the findings in it, worst first.
        block: the index of its block; None for the whole document.
        start, end: its range in the visible text of the block.
        hardness: how hard it is, if it is a sentence.
        digest: the same for items that say the same of an equal text; empty if there is no text.
        span: what it covers in the source; empty for the whole document.
    """

    number: int
    line: int
    findings: tuple[Diagnostic, ...] = ()
    block: int | None = None
    start: int = 0
    end: int = 0
    hardness: Hardness | None = None
    digest: str = ""
    span: Span = NOWHERE

    @property
    def severity(self) -> Severity | None:
        """The worst severity; None for a hard sentence without findings."""
        return self.findings[0].severity if self.findings else None

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules of the findings, without repeats."""
        return tuple(dict.fromkeys(finding.rule for finding in self.findings))

    @property
    def causes(self) -> tuple[tuple[Diagnostic, str], ...]:
        """Each thing that is wrong once, with the advice that none before it gives.

        The scores of a document have one advice: they get better with the same sentences.
        """
        causes: dict[tuple[str, str], tuple[Diagnostic, str]] = {}
        given = set[str]()
        for finding in self.findings:
            is_given = finding.help in given or (given and finding.scope is Scope.SCORE)
            cause = (finding, "" if is_given else finding.help)
            causes.setdefault((finding.rule, finding.message), cause)
            given.add(finding.help)
        return tuple(causes.values())


def choose_limits(result: Result, roles: Mapping[str, Rule]) -> Limits:
    """Return the limits on the difficulty of a sentence for the readers of a document.

    Args:
        roles: the rules that ran on it, by role.
    """
    hard = roles.get("hard sentences")
    if hard and hard.applies_to(result.audience, result.language):
        return hard.limits[result.audience]
    return Limits()


class WorkItems(NamedTuple):
    """The work items of one document, by number, and how many hard sentences it has."""

    all: tuple[WorkItem, ...]
    hard: int


def gather_work_items(result: Result, limits: Limits, wanted: Container[int] = ()) -> WorkItems:
    """Return the entries of a result: hardest sentences first, then blocks, then the document.

    Args:
        result: a result with its text.
        limits: those for the difficulty of a sentence.
        wanted: the offsets of sentences to list even if nothing is wrong with them.
    """
    on_document, by_place = _make_items(result)
    sentences, hard = [], 0
    for block, line, sentence in _iter_sentences(result):
        item = by_place.pop(sentence.span, None) or WorkItem(0, line)
        hardness = rate_hardness(sentence, result.language, limits, item.findings)
        hard += hardness.level > 0
        is_wanted = sentence.span.start in wanted
        if item.findings or hardness.level >= _LISTED_LEVEL or is_wanted:
            start, end = sentence.start, sentence.end
            item = item._replace(
                line=line,
                block=block,
                start=start,
                end=end,
                hardness=hardness,
                span=sentence.span,
            )
            sentences.append((-hardness.value, item))
    sentences.sort(key=itemgetter(0))
    blocks = []
    starts = [block.span.start for block in result.document.blocks]
    for place, item in by_place.items():
        block = bisect_right(starts, place.start) - 1
        if block < 0:
            on_document.append(item)
        else:
            end = len(result.document.blocks[block].text)
            blocks.append(item._replace(block=block, end=end, span=place))
    ordered = [*(item for _, item in sentences), *blocks, *on_document]
    numbered = (item._replace(number=number) for number, item in enumerate(ordered, 1))
    return WorkItems(tuple(numbered), hard)


def _make_items(result: Result) -> tuple[list[WorkItem], dict[Span, WorkItem]]:
    """Return the entries on the document as items, and those in its text by their place."""
    on_document, by_place = [], {}
    for entry in gather_result_entries(result):
        findings = tuple(result.diagnostics[index] for index in entry.indexes)
        item = WorkItem(0, min(finding.start.line for finding in findings), findings)
        text = result.document.source.slice(entry.place)
        if text:
            by_place[entry.place] = item._replace(digest=digest_entry(text, entry).hex())
        else:
            on_document.append(item)
    return on_document, by_place


def _iter_sentences(result: Result) -> Iterator[tuple[int, int, Sentence]]:
    """Yield (block index, line, sentence) for each scored sentence."""
    locate = result.document.source.locate
    for index, block in enumerate(result.document.blocks):
        for sentence in block.sentences:
            yield index, locate(sentence.span.start).line, sentence
