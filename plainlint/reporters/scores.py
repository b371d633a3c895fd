"""Score tables: the grade of every document, and every sentence of one with its counts."""

from collections.abc import Iterator

from plainlint.analysis.difficulty.factors import PARTS
from plainlint.analysis.difficulty.score import sentence_difficulty
from plainlint.core.source import Source, Span
from plainlint.core.text import make_printable
from plainlint.document.model import Document
from plainlint.engine.result import Grading, Result
from plainlint.reporters.style import Style

_EXCERPT_LENGTH = 110


def iter_exclusions(document: Document) -> Iterator[tuple[int, str, str]]:
    """(line, why, the text's beginning on one line) of all that was not scored, in text order."""
    front_matter = document.front_matter.span
    parts = [(front_matter, "front matter")] if front_matter.end else []
    parts += [
        (b.span, b.exclusion_reason.value)
        for b in document.blocks
        if b.exclusion_reason is not None
    ]
    parts += [(omission.span, omission.reason) for omission in document.excluded_texts]
    for span, why in sorted(parts):
        yield document.source.locate(span.start).line, why, _make_excerpt(document.source, span)


def _make_excerpt(source: Source, span: Span) -> str:
    # Enough to be cut, however much white space there is.
    start = source.text[span.start : min(span.end, span.start + 20 * _EXCERPT_LENGTH)]
    text = " ".join(make_printable(start.replace("\n", " ")).split())
    return text if len(text) <= _EXCERPT_LENGTH else text[: _EXCERPT_LENGTH - 1] + "…"


def format_sentences(result: Result, style: Style) -> str:
    """One line a sentence: line, difficulty, its parts, the text; equals in text order."""
    found = [
        (sentence, sentence_difficulty(sentence.text, result.language))
        for sentence in result.measures.sentences
    ]
    found.sort(key=lambda pair: -pair[1].value)
    rows = [
        (
            str(result.document.source.locate(sentence.span.start).line),
            f"{difficulty.value:.0f}",
            *(f"{part:.0f}" for part in difficulty.parts.values()),
            make_printable(sentence.text),
        )
        for sentence, difficulty in found
    ]
    head, *lines = align_columns([("line", "difficulty", *PARTS, "sentence"), *rows])
    note = "Difficulty goes from 0 to 100 and is the sum of the parts beside it."
    return "\n".join([style.emphasise(head), *lines, "", note]) + "\n"


_HEAD = ("document", "audience", "grade", "target", "verdict")
_COUNTS = ("line", "words", "syllables", "3+ syllables", "sentence")


def format_table(rows: list[tuple[Result, Grading]], style: Style) -> str:
    """One line a document: path, audience, grade range, target, verdict."""
    cells = [
        (
            make_printable(result.path),
            result.audience,
            grading.grade_text + ("?" if result.measures.uncertain else ""),
            grading.target_text,
            grading.verdict.value,
        )
        for result, grading in rows
    ]
    lines = align_columns([_HEAD, *cells])
    notes = [
        "",
        "Grades are US school grades: Flesch-Kincaid and SMOG, the lower one first.",
    ]
    if any(result.measures.uncertain for result, _ in rows):
        notes.append("? fewer than 30 sentences: the SMOG grade is uncertain.")
    return "\n".join([style.emphasise(lines[0]), *lines[1:], *notes]) + "\n"


def explain(result: Result, grading: Grading, style: Style) -> str:
    """All that went into one document's scores: scores, counts, sentences, what was left out."""
    measures, source = result.measures, result.document.source
    counts = measures.counts
    scores = [f"  {name:20} {value:6.1f}" for name, value in measures.scores.items()]
    numbers = [f"  {name:20} {number:6,}" for name, number in counts._asdict().items()]
    pairs = zip(measures.sentences, measures.sentence_counts, strict=True)
    sentences = [
        (
            str(source.locate(sentence.span.start).line),
            str(each.words),
            str(each.syllables),
            str(each.polysyllables),
            make_printable(sentence.text),
        )
        for sentence, each in pairs
    ]
    not_scored = [(str(line), why, text) for line, why, text in iter_exclusions(result.document)]
    return "\n".join(
        (
            format_table([(result, grading)], style),
            style.emphasise("Scores"),
            *scores,
            "",
            style.emphasise("Counts"),
            *numbers,
            "",
            style.emphasise("Sentences"),
            *align_columns([_COUNTS, *sentences]),
            "",
            style.emphasise("Left out"),
            *align_columns([("line", "why", "text"), *not_scored]),
            "",
        )
    )


def align_columns(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows as lines, every column but the last as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    return [
        "  ".join([*(f"{c:{w}}" for c, w in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in rows
    ]
