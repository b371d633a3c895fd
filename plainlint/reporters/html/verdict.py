"""The verdict box of a document's page: what to do about the whole of it, in a sentence."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from plainlint.core.levels import HARDEST, label_hardness
from plainlint.core.text import pluralise
from plainlint.engine.result import Result, Verdict
from plainlint.reporters.cards import Reason, make_card
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.work_items import WorkItem, describe_audience
from plainlint.rulebook.rule import Rule

# Units of the drawing for a step on the way from easy to hard, and the narrowest mark that is still
# seen.
_STEP_WIDTH, _MARK_WIDTH = 16, 8
_TICK_STEP = 4
# Units that the words "this page", "limit" and "on target" take, in the language with the widest.
_NAME_WIDTH, _LIMIT_WIDTH, _TARGET_WIDTH = 72, 36, 66


class Scale(NamedTuple):
    """Grades from 0 to 20, or ease from 100 to 0, as a drawing, in its units.

    Attributes:
        goal, limit: where the goal and the limit are; None if there is none.
        start, width: where the mark of this page begins, and its width.
        name: where the name of this mark begins.
        has_target: whether there is room for the words "on target", too.
        ticks: (position, number) of each number below it.
        label: the same in words.
    """

    goal: float | None
    limit: float | None
    start: float
    width: float
    name: float
    has_target: bool
    ticks: tuple[tuple[float, str], ...]
    label: str


class Headline(NamedTuple):
    """The verdict box.

    Attributes:
        verdict: the verdict with its readers.
        task: what to do, or that nothing is left.
        facts: the grade or the ease, the goal and the limit.
        scale: the same as a drawing; None without a grade or an ease.
    """

    verdict: str
    task: str
    facts: str
    scale: Scale | None


class Remark(NamedTuple):
    """What a rule says about the whole document.

    Attributes:
        severity: a value of `Severity`.
        weight: the same in words.
        task: what to do; empty if an earlier remark says so.
        reason: the rule, and what is wrong.
    """

    severity: str
    weight: str
    task: str
    reason: Reason


def write_headline(summary: DocumentSummary, places: int) -> Headline:
    """Write the verdict box of a document with so many places to look at."""
    readers = describe_audience(summary.audience)
    grading, counts = summary.grading, summary.counts
    rest = _describe_rest(places)
    if summary.wrong_readers and grading.values is not None:
        facts = (
            "If it is for them, write “audienceLevel: technical” at the top of the file. "
            f"If it is for {readers}, it is best to write it again. "
            f"{_state_level(summary)} {_state_limits(summary)}"
        )
        task = "It reads like a page for doctors and nurses."
        return Headline(f"Is this page for {readers}?", task, facts, _draw_scale(summary))
    match grading.verdict:
        case Verdict.UNREADABLE:
            return Headline("Can’t be read", "This file could not be read.", "", None)
        case Verdict.NOT_SCORED:
            text = "There are no grades for its language, so this page has none."
            return Headline(_capitalise(summary.verdict_text), text, rest, None)
        case Verdict.TOO_SHORT:
            text = f"This page has {pluralise(counts.words, 'word')}. That is too few for a grade."
            return Headline("Too short to say", text, rest, None)
        case Verdict.NO_LIMIT:
            what = "" if grading.ease else " on the grade"
            facts = f"There is no limit{what} for {readers}. {rest}"
            return Headline("No limit", _state_level(summary), facts, _draw_scale(summary))
        case Verdict.ON_TARGET:
            facts = f"{_state_level(summary)} {_state_limits(summary)}"
            task = "Nothing is left to fix in the text."
            if places:
                task = f"{pluralise(places, 'place')} could still be better."
            return Headline(f"On target for {readers}", task, facts, _draw_scale(summary))
    missed = "Below the goal" if grading.ease else "Above the goal"
    level = "Too hard" if grading.verdict is Verdict.TOO_HARD else missed
    facts = f"{_state_level(summary, 'It now reads')} {_state_limits(summary)}"
    return Headline(f"{level} for {readers}", _state_task(summary), facts, _draw_scale(summary))


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]


def _describe_rest(places: int) -> str:
    if not places:
        return "Nothing is left to fix in the text."
    return f"Words and terms are checked, too: {pluralise(places, 'place')} to look at."


def _state_task(summary: DocumentSummary) -> str:
    """Say how many sentences to rewrite, by the estimate."""
    grading, total = summary.grading, summary.counts.sentences
    assert grading.values is not None
    breach = grading.limits.find_exceeded_limit(round(grading.values[0], 1))
    assert breach is not None
    goal, needed = f"{grading.scale or 'grade'} {breach.limit:g}", summary.to_rewrite
    if needed is None:
        return f"Rewrite as many sentences as you can to come close to {goal}."
    if needed >= total:
        whole = "the one sentence" if total == 1 else f"all {total:,} sentences"
        return f"Rewrite {whole} to reach {goal}."
    if needed == 1:
        return f"Rewrite 1 of {total:,} sentences to reach {goal}."
    return f"Rewrite these {needed:,} of {total:,} sentences to reach {goal}."


def _state_level(summary: DocumentSummary, start: str = "It reads") -> str:
    grading = summary.grading
    assert grading.values is not None
    if grading.ease:
        level = grading.ease.text
    else:
        # A text below grade 1 is not easier for anyone.
        low, high = (max(round(grade), 1) for grade in grading.values)
        level = f"grade {low}" if low == high else f"grade {low} to {high}"
    doubt = " That is a guess: the page has few sentences." if summary.uncertain else ""
    return f"{start} at {level}.{doubt}"


def _state_limits(summary: DocumentSummary) -> str:
    grading = summary.grading
    goal, limit = grading.limits.target, grading.limit
    kind, rest = ("", " or more") if grading.ease else ("grade ", "")
    if goal is not None and limit is not None:
        return f"The goal is {kind}{goal:g}{rest}, the limit is {limit:g}."
    if goal is not None:
        return f"The goal is {kind}{goal:g}{rest}."
    return f"The limit is {kind}{limit:g}." if limit is not None else ""


def _draw_scale(summary: DocumentSummary) -> Scale:
    grading = summary.grading
    assert grading.values is not None
    is_ease = grading.ease is not None
    low, high = sorted(_place(grading.place(value)) for value in grading.values)
    width = max(high - low, _MARK_WIDTH)
    marked = {0, *range(2 * _TICK_STEP, HARDEST + 1, _TICK_STEP)}
    goal, most = (
        None if limit is None else grading.place(limit)
        for limit in (grading.limits.target, grading.limit)
    )
    own = {limit for limit in (goal, most) if limit is not None}
    start = round((low + high - width) / 2, 1)
    limit = None if most is None else _place(most)
    name = _place_name(start, start + width, limit)
    # A number too close to the goal or the limit would touch it.
    numbers = own | {tick for tick in marked if all(abs(tick - one) > 1 for one in own)}
    first, last = (label_hardness(end, is_ease=is_ease) for end in (0, HARDEST))
    return Scale(
        goal=None if goal is None else _place(goal),
        limit=limit,
        start=start,
        width=round(width, 1),
        name=name,
        has_target=name > _TARGET_WIDTH,
        ticks=tuple(
            (_place(number), label_hardness(number, is_ease=is_ease)) for number in sorted(numbers)
        ),
        label=(
            f"{'Ease' if is_ease else 'Grades'} from {first} to {last}. "
            f"{_state_level(summary)} {_state_limits(summary)}"
        ),
    )


def _place_name(start: float, end: float, limit: float | None) -> float:
    """Return where the name of a mark begins so that it touches neither end nor "limit"."""
    whole = _place(HARDEST)
    begin = min(max(end - _NAME_WIDTH, 0), whole - _NAME_WIDTH)
    if limit is None:
        return begin
    if start < limit:
        return max(min(begin, limit - _NAME_WIDTH), 0)
    return max(begin, limit + _LIMIT_WIDTH)


def _place(hardness: float) -> float:
    return round(min(max(hardness, 0), HARDEST) * _STEP_WIDTH, 1)


def gather_remarks(
    items: tuple[WorkItem, ...], rules: Mapping[str, Rule], told: Collection[str]
) -> tuple[Remark, ...]:
    """Return what rules say about the whole document, each once, the weightiest first.

    Args:
        items: the work items of the document.
        rules: the rules of the run by id.
        told: the roles that the verdict box speaks for.
    """
    parts = [
        (finding, make_card(item._replace(findings=(finding,)), rules), advice)
        for item in items
        if item.block is None
        for finding, advice in item.causes
        if finding.rule not in rules or rules[finding.rule].role not in told
    ]
    parts.sort(key=lambda part: part[0].severity.rank)
    remarks = (
        Remark(
            severity=finding.severity.value,
            weight=card.weight,
            task=card.steps[0].words if advice else "",
            reason=card.reasons[0],
        )
        for finding, card, advice in parts
    )
    return tuple(dict.fromkeys(remarks))


def rank_sentences_to_rewrite(result: Result, needed: int | None) -> dict[int, int]:
    """Return the ranks, from 1, of the sentences that the estimate counts, by their offset."""
    hardest = result.measures.find_hardest(needed or 0)
    return {sentence.span.start: rank for rank, sentence in enumerate(hardest, 1)}
