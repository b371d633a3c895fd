"""vale-metric: a formula over the counts of a document, as Vale's rules of kind `metric`."""

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from plainlint.analysis.metrics.counts import POLYSYLLABLE, Counts, count_word
from plainlint.analysis.metrics.measures import Measures
from plainlint.analysis.metrics.registry import evaluate
from plainlint.checks import Hit, check
from plainlint.core.audiences import Audiences, Limits
from plainlint.core.errors import PlainlintError
from plainlint.document.model import BlockKind, Document

_CONDITION = re.compile(r"\s*(<=|>=|==|!=|<|>)(.+)", re.DOTALL)
_NAME = re.compile(r"[a-z]\w*")
_COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
_LONG = 6
_ENDINGS = ("es", "ed", "ing")


@check
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
        formula: arithmetic over the numbers of `VARIABLES`, and over the scores by their names.
        condition: a comparison such as `>= 8`, whose right side may be a formula too.
    """
    if not measures.counts.words:
        return
    named = _NAME.findall(f"{formula} {condition}")
    numbers = {**compute_variables(named, document, measures), **measures.scores}
    value = evaluate(formula, numbers)
    breach = limits.find_exceeded_limit(value)
    if breach or (condition and evaluate_condition(condition, value, numbers)):
        span = document.front_matter.get_span(audiences.key)
        yield Hit(span, {"text": f"{value:.2f}", "value": value})


def compute_variables(
    names: Iterable[str], document: Document, measures: Measures
) -> dict[str, float]:
    """Those of the numbers that a formula may name, as Vale calls them; words are of scored prose.

    A long word has more than six letters. A complex word has three syllables or more without an
    ending such as "ing".
    """
    return {name: _NUMBERS[name](document, measures) for name in names if name in _NUMBERS}


def evaluate_condition(condition: str, value: float, numbers: Mapping[str, float]) -> bool:
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


def _make_count_reader(count: Callable[[Counts], float]) -> Callable[[Document, Measures], float]:
    return lambda _document, measures: count(measures.counts)


def _make_word_counter(kind: Callable[[str], bool]) -> Callable[[Document, Measures], float]:
    return lambda _document, measures: sum(
        kind(token) for each in measures.sentences for token in each.tokens
    )


def _make_block_counter(kind: BlockKind, level: int = 0) -> Callable[[Document, Measures], float]:
    return lambda document, _measures: sum(
        each.kind is kind and each.level == level for each in document.blocks
    )


_NUMBERS: Mapping[str, Callable[[Document, Measures], float]] = {
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
# What a formula may name, beside the scores.
VARIABLES = frozenset(_NUMBERS)
