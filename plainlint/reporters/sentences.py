"""Sentence table: every sentence of one document, the hardest first, with what makes it hard."""

from plainlint.analysis.difficulty.factors import PARTS
from plainlint.analysis.difficulty.score import sentence_difficulty
from plainlint.core.text import printable
from plainlint.engine.result import Result
from plainlint.reporters.scores import aligned
from plainlint.reporters.style import Style


def sentences(result: Result, style: Style) -> str:
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
            printable(sentence.text),
        )
        for sentence, difficulty in found
    ]
    head, *lines = aligned([("line", "difficulty", *PARTS, "sentence"), *rows])
    note = "Difficulty goes from 0 to 100 and is the sum of the parts beside it."
    return "\n".join([style.strong(head), *lines, "", note]) + "\n"
