"""demo: the verdict on a document and its worst sentences, for one who sees plainlint first."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from textwrap import wrap

from plainlint.core.inert import make_line
from plainlint.core.text import pluralise
from plainlint.engine.result import Grading, Result
from plainlint.reporters.cards import Card
from plainlint.reporters.columns import cut_to_columns
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.html.verdict import write_headline
from plainlint.reporters.scores import align_columns
from plainlint.reporters.style import Style

# What a terminal shows without a change of its window.
_WIDTH = 80
_SHOWN, _STEPS = 5, 2
_DEEP = " " * 5
_NUMBERS = {1: "one", 2: "two", 3: "three", 4: "four", 5: "five"}


def format_demo(
    cards: Sequence[Card],
    result: Result,
    summaries: Sequence[DocumentSummary],
    report: Path,
    style: Style,
    width: int | None = None,
) -> str:
    """Format what to do with one document, how the others do, and where to go on.

    Args:
        cards: those of the document that is shown, the hardest sentence first.
        result: its result, with its text.
        summaries: those of all documents; the first one is of the document that is shown.
        report: the file to open of the report.
        style: how to style text.
        width: the columns of the terminal; 80 if it has more, or if there is none.
    """
    width = min(width or _WIDTH, _WIDTH)
    first, *others = summaries
    headline = write_headline(first, len(cards))
    lines = [
        *wrap(make_line(first.title), width),
        style.emphasise(headline.verdict),
        *wrap(f"{headline.task} {headline.facts}", width),
        "",
        *_format_cards(cards[:_SHOWN], result, style, width),
        style.emphasise("The other sample documents"),
        *(cut_to_columns(line, width) for line in _format_others(others)),
        "",
        style.emphasise("What to do next"),
        "  open the report, which has all sentences and steps:",
        f"    {report}",
        "  change a document, and check it again:",
        f"    plainlint check {Path(first.path).parent}",
        "  check your own pages: plainlint check FOLDER",
    ]
    return "\n".join(lines) + "\n"


def _format_cards(cards: Sequence[Card], result: Result, style: Style, width: int) -> Iterator[str]:
    if not cards:
        return
    count = _NUMBERS[len(cards)]
    one = "sentence" if len(cards) == 1 else "sentences"
    yield style.emphasise(f"The {count} worst {one}, and what to do")
    for number, card in enumerate(cards, 1):
        facts = [f"{number}. line {card.item.line}", card.level.lower()]
        if card.item.hardness:
            facts.append(pluralise(card.item.hardness.words, "word"))
        start = ", ".join(filter(None, facts))
        yield cut_to_columns(f"{start}: “{_get_text(card, result)}", width - 1) + "”"
        for step in card.steps[:_STEPS]:
            yield from wrap(f"- {step.words}", width, initial_indent="   ", subsequent_indent=_DEEP)
    yield ""


def _get_text(card: Card, result: Result) -> str:
    """Return what readers see of an item."""
    item = card.item
    assert item.block is not None
    return make_line(result.document.blocks[item.block].text[item.start : item.end])


def _format_others(summaries: Iterable[DocumentSummary]) -> list[str]:
    rows: list[tuple[str, ...]] = [
        (
            f"  {make_line(Path(summary.path).name)}",
            _describe_level(summary.grading),
            _describe_errors(summary),
        )
        for summary in summaries
    ]
    return align_columns(rows)


def _describe_level(grading: Grading) -> str:
    if grading.values is None:
        return ""
    return grading.grade_text if grading.ease else f"grade {grading.grade_text}"


def _describe_errors(summary: DocumentSummary) -> str:
    errors = summary.tally.count_by_severity()["error"]
    return pluralise(errors, "error") if errors else summary.verdict_text
