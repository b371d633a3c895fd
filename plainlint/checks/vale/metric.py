"""The check vale-metric, which works like Vale's `metric`: a formula over counts."""

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from plainlint.analysis.metrics.counts import POLYSYLLABLE, count_word
from plainlint.analysis.metrics.measures import Measures
from plainlint.analysis.metrics.registry import evaluate
from plainlint.checks import Hit, check
from plainlint.core.audiences import Audiences, Limits
from plainlint.core.errors import PlainlintError
from plainlint.document.model import BlockKind, Document
from plainlint.languages.counts import Counts

_CONDITION = re.compile(r"\s*(<=|>=|==|!=|<|>)(.+)", re.DOTALL)
_NAME = re.compile(r"[a-z]\w*")
_COMPARISONS: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
# A long word has more letters than this.
_LONG = 6
_ENDINGS = ("es", "ed", "ing")


@check
def vale_metric(
    document: Document,
    measures: Measures,
    audiences: Audiences,
    limits: Limits,
    *,
    formula: str,
    condition: str = "",
) -> Iterator[Hit]:
    """Report a document if the value of a formula is past the limit or meets a condition.

    Args:
        formula: arithmetic over counts, such as `words`, and over scores, by their names.
        condition: a comparison such as `>= 8`, whose right side can be a formula too.
    """
    if not measures.counts.words:
        return
    names = _NAME.findall(f"{formula} {condition}")
    numbers = {**compute_variables(names, document, measures), **measures.scores}
    value = evaluate(formula, numbers)
    breach = limits.find_exceeded_limit(value)
    if breach or (condition and evaluate_condition(condition, value, numbers)):
        span = document.front_matter.get_span(audiences.key)
        yield Hit(span, {"text": f"{value:.2f}", "value": value})


def compute_variables(
    names: Iterable[str], document: Document, measures: Measures
) -> dict[str, float]:
    """Return the counts with these names, which are Vale's; names of other things are skipped.

    Only words of scored prose count. A long word has more than six letters. A complex word has
    three syllables or more without an ending such as "ing".
    """
    return {name: _COUNTERS[name](document, measures) for name in names if name in _COUNTERS}


def evaluate_condition(condition: str, value: float, numbers: Mapping[str, float]) -> bool:
    """Return whether a comparison is true for a value.

    Raises:
        PlainlintError: the condition is not a comparison.
    """
    match = _CONDITION.fullmatch(condition)
    if not match:
        raise PlainlintError(f"{condition!r} is not a condition; write one such as '> 8'")
    return _COMPARISONS[match[1]](value, evaluate(match[2], numbers))


def _is_complex(word: str) -> bool:
    return count_word(word).syllables - word.endswith(_ENDINGS) >= POLYSYLLABLE


def _make_count_reader(count: Callable[[Counts], float]) -> Callable[[Document, Measures], float]:
    return lambda _document, measures: count(measures.counts)


def _make_word_counter(is_counted: Callable[[str], bool]) -> Callable[[Document, Measures], float]:
    return lambda _document, measures: sum(
        is_counted(token) for sentence in measures.sentences for token in sentence.tokens
    )


def _make_block_counter(kind: BlockKind, level: int = 0) -> Callable[[Document, Measures], float]:
    return lambda document, _measures: sum(
        block.kind is kind and block.level == level for block in document.blocks
    )


_COUNTERS: Mapping[str, Callable[[Document, Measures], float]] = {
    "words": _make_count_reader(lambda counts: counts.words),
    "sentences": _make_count_reader(lambda counts: counts.sentences),
    "syllables": _make_count_reader(lambda counts: counts.syllables),
    "characters": _make_count_reader(lambda counts: counts.letters),
    "polysyllabic_words": _make_count_reader(lambda counts: counts.polysyllables),
    "complex_words": _make_word_counter(_is_complex),
    "long_words": _make_word_counter(lambda word: len(word) > _LONG),
    "paragraphs": _make_block_counter(BlockKind.PARAGRAPH),
    "list": _make_block_counter(BlockKind.LIST_ITEM),
    "blockquote": _make_block_counter(BlockKind.QUOTE),
    "pre": _make_block_counter(BlockKind.CODE),
    **{f"heading_h{level}": _make_block_counter(BlockKind.HEADING, level) for level in range(1, 7)},
}
# The names that a formula can use besides the scores.
VARIABLES = frozenset(_COUNTERS)
