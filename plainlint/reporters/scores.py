"""Score tables: the grades of documents, and the counts of one document's sentences."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from plainlint.analysis.difficulty.factors import PARTS
from plainlint.analysis.difficulty.score import Difficulty, round_difficulty, sentence_difficulty
from plainlint.core.inert import make_line
from plainlint.core.source import Source, Span
from plainlint.core.text import make_printable
from plainlint.document.coverage import find_coverage, find_exclusions
from plainlint.document.model import Document
from plainlint.engine.result import Grading, Result, Verdict, format_verdict
from plainlint.reporters.columns import count_columns, cut_to_columns
from plainlint.reporters.style import Style

_EXCERPT_LENGTH = 110


def iter_exclusions(document: Document) -> Iterator[tuple[int, str, str]]:
    """Return (line, reason, excerpt) of everything that was not scored, in text order."""
    return _format_exclusions(find_exclusions(document), document.source)


def _format_exclusions(
    exclusions: Iterable[tuple[Span, str]], source: Source
) -> Iterator[tuple[int, str, str]]:
    for span, reason in exclusions:
        yield source.locate(span.start).line, reason, _make_excerpt(source, span)


def _make_excerpt(source: Source, span: Span) -> str:
    # Read more than the excerpt needs: most white space is dropped.
    start = source.text[span.start : min(span.end, span.start + 20 * _EXCERPT_LENGTH)]
    text = " ".join(make_printable(start.replace("\n", " ")).split())
    return text if len(text) <= _EXCERPT_LENGTH else text[: _EXCERPT_LENGTH - 1] + "…"


def format_sentences(result: Result, style: Style, width: int | None = None) -> str:
    """Format the sentences of a document, hardest first: line, difficulty, its parts, text.

    Args:
        result: the result for the document.
        style: how to style text.
        width: the columns of the terminal. If the table is wider, only the heaviest parts are
            named, and sentences are cut. None for no limit.
    """
    pairs = [
        (sentence, sentence_difficulty(sentence.text, result.language))
        for sentence in result.measures.sentences
    ]
    pairs.sort(key=lambda pair: -pair[1].value)

    def make_rows(format_parts: Callable[[Difficulty], Iterable[str]]) -> list[tuple[str, ...]]:
        return [
            (
                str(result.document.source.locate(sentence.span.start).line),
                str(round_difficulty(difficulty.value)),
                *format_parts(difficulty),
                make_line(sentence.text),
            )
            for sentence, difficulty in pairs
        ]

    all_parts = make_rows(lambda found: [f"{part:.0f}" for part in found.parts.values()])
    names = tuple(map(style.say, ("line", "difficulty", *PARTS, "sentence")))
    head, *lines = align_columns([names, *all_parts])
    notes = ["Difficulty goes from 0 to 100. It is the sum of the parts in the columns after it."]
    if width is not None and max(map(count_columns, (head, *lines))) > width:
        heaviest = make_rows(partial(_name_heaviest_part, style=style))
        names = tuple(map(style.say, ("line", "difficulty", "most of it", "sentence")))
        table = align_columns([names, *heaviest])
        head, *lines = (cut_to_columns(line, width) for line in table)
        notes = [
            "Difficulty goes from 0 to 100. A wider terminal shows all its parts;",
            "`--output-format json` has them, and whole sentences.",
        ]
    return "\n".join([style.emphasise(head), *lines, "", *map(style.say, notes)]) + "\n"


def _name_heaviest_part(difficulty: Difficulty, style: Style) -> tuple[str]:
    name, part = max(difficulty.parts.items(), key=lambda item: item[1])
    return (f"{style.say(name)} {part:.0f}",)


_HEAD = ("document", "audience", "grade", "target", "verdict")
_COUNTS = ("line", "words", "syllables", "3+ syllables", "sentence")


def format_table(rows: list[tuple[Result, Grading]], style: Style) -> str:
    """Format one line per document: path, audience, grade range, target, verdict."""
    cells = [
        (
            make_line(result.path),
            style.say(result.audience),
            style.say(grading.grade_text) + ("?" if result.measures.uncertain else ""),
            style.say(grading.target_text),
            style.say(format_verdict(grading.verdict, result.language)),
        )
        for result, grading in rows
    ]
    lines = align_columns([tuple(map(style.say, _HEAD)), *cells])
    notes: list[str] = []
    scales = (result.measures.scale for result, grading in rows if grading.grades or grading.ease)
    notes += dict.fromkeys(scale.note for scale in scales if scale)
    if any(grading.verdict is Verdict.NOT_SCORED for _, grading in rows):
        notes.append("Some languages have no grade: plainlint languages shows what is there.")
    if len(rows) == 1 and (usual := describe_usual_grade(rows[0][0])):
        notes.append(usual)
    if any(result.measures.uncertain for result, _ in rows):
        notes.append("? fewer than 30 sentences: the SMOG grade is uncertain.")
    if notes:
        notes = ["", *map(style.say, notes)]
    return "\n".join([style.emphasise(lines[0]), *lines[1:], *notes]) + "\n"


def describe_usual_grade(result: Result) -> str:
    """Return which grade other calculators show for a document; empty if it has no grade."""
    grade = result.measures.scores.get("usual_flesch_kincaid")
    if grade is None:
        return ""
    return (
        f"Most calculators show Flesch-Kincaid {grade:.1f} for this text: they give a number or an "
        "acronym one syllable."
    )


def explain(result: Result, grading: Grading, style: Style) -> str:
    """Format how one document was scored: scores, counts, sentences and excluded text."""
    measures, source = result.measures, result.document.source
    scores = [
        f"  {style.say(name):20} {style.say(f'{value:.1f}'):>6}"
        for name, value in measures.scores.items()
    ]
    counts = [
        f"  {style.say(name):20} {style.say(f'{count:,}'):>6}"
        for name, count in measures.counts.name_shown().items()
    ]
    pairs = zip(measures.sentences, measures.sentence_counts, strict=True)
    sentences = [
        (
            str(source.locate(sentence.span.start).line),
            str(number.words),
            str(number.syllables),
            str(number.polysyllables),
            make_line(sentence.text),
        )
        for sentence, number in pairs
    ]
    coverage = find_coverage(result.document)
    not_scored = [
        (str(line), style.say(reason), text)
        for line, reason, text in _format_exclusions(coverage.exclusions, source)
    ]
    characters = [
        (style.say(f"{count:,}"), style.say(fate.treatment.value), style.say(fate.reason))
        for fate, count in sorted(coverage.count_characters().items(), key=lambda item: -item[1])
    ]
    return "\n".join(
        (
            format_table([(result, grading)], style),
            style.emphasise(style.say("Scores")),
            *scores,
            "",
            style.emphasise(style.say("Counts")),
            *counts,
            "",
            style.emphasise(style.say("Sentences")),
            *align_columns([tuple(map(style.say, _COUNTS)), *sentences]),
            "",
            style.emphasise(style.say("Not scored")),
            *align_columns([tuple(map(style.say, ("line", "why", "text"))), *not_scored]),
            "",
            style.emphasise(style.say("Characters of the file")),
            *align_columns([tuple(map(style.say, ("characters", "what", "why"))), *characters]),
            "",
        )
    )


def align_columns(rows: list[tuple[str, ...]]) -> list[str]:
    """Format rows as lines, each column except the last as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    return [
        "  ".join(
            [*(f"{cell:{width}}" for cell, width in zip(row, widths, strict=False)), row[-1]]
        ).rstrip()
        for row in rows
    ]
