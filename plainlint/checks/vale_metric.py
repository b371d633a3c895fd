"""vale-metric: a formula over the counts of a document, as Vale's rules of kind `metric`."""

import operator
import re
from collections.abc import Callable, Iterator, Mapping

from plainlint.audiences import Audiences
from plainlint.checks import Hit
from plainlint.errors import PlainlintError
from plainlint.limits import Limits
from plainlint.metrics.arithmetic import evaluate
from plainlint.metrics.counts import POLYSYLLABLE, count_word
from plainlint.metrics.measures import Measures
from plainlint.model import BlockKind, Document

_CONDITION = re.compile(r"\s*(<=|>=|==|!=|<|>)(.+)", re.DOTALL)
_COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
# What a formula may name, beside the scores.
VARIABLES = (
    *("words", "sentences", "syllables", "characters", "polysyllabic_words", "complex_words"),
    *("long_words", "paragraphs", "list", "blockquote", "pre"),
    *(f"heading_h{level}" for level in range(1, 7)),
)
_LONG = 6
_ENDINGS = ("es", "ed", "ing")


def vale_metric(
    document: Document,
    measures: Measures,
    audiences: Audiences,
    limits: Limits,
    formula: str,
    condition: str = "",
) -> Iterator[Hit]:
    """The document, if what the formula comes to is past the limit, or as the condition says.

    Args:
        formula: arithmetic over `VARIABLES`, and over the scores by their names.
        condition: a comparison such as `>= 8`, whose right side may be a formula too.
    """
    if not measures.counts.words:
        return
    numbers = {**variables(document, measures), **measures.scores}
    value = evaluate(formula, numbers)
    breach = limits.breach(value)
    if breach or (condition and holds(condition, value, numbers)):
        span = document.front_matter.span_of(audiences.key)
        yield Hit(span, {"text": f"{value:.2f}", "value": value})


def variables(document: Document, measures: Measures) -> dict[str, float]:
    """The numbers of `VARIABLES`, those on words all of the scored prose.

    A long word has more than six letters. A complex word has three syllables or more without an
    ending such as "ing".
    """
    counts = measures.counts
    tokens = [token for each in measures.sentences for token in each.tokens]
    kinds = [block.kind for block in document.blocks]
    levels = [block.level for block in document.blocks]
    return {
        "words": counts.words,
        "sentences": counts.sentences,
        "syllables": counts.syllables,
        "characters": counts.letters,
        "polysyllabic_words": counts.polysyllables,
        "complex_words": sum(map(_is_complex, tokens)),
        "long_words": sum(len(token) > _LONG for token in tokens),
        "paragraphs": kinds.count(BlockKind.PARAGRAPH),
        "list": kinds.count(BlockKind.LIST_ITEM),
        "blockquote": kinds.count(BlockKind.QUOTE),
        "pre": kinds.count(BlockKind.CODE),
        **{f"heading_h{level}": levels.count(level) for level in range(1, 7)},
    }


def holds(condition: str, value: float, numbers: Mapping[str, float]) -> bool:
    """Whether a comparison is true of a value.

    Raises:
        PlainlintError: it is none.
    """
    match = _CONDITION.fullmatch(condition)
    if not match:
        raise PlainlintError(f"{condition!r} is no condition; write one such as '> 8'")
    return _COMPARED[match[1]](value, evaluate(match[2], numbers))


def _is_complex(word: str) -> bool:
    return count_word(word).syllables - word.endswith(_ENDINGS) >= POLYSYLLABLE
