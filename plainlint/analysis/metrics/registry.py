"""The metrics that a rule page may name, such as `smog` or `100 * difficult / words`."""

import ast
import operator
import re
from collections.abc import Callable, Iterable, Mapping
from math import exp, inf, log, nan, sqrt

from plainlint.analysis.metrics.measures import Measures
from plainlint.analysis.metrics.textstat_bridge import get_textstat_metric
from plainlint.core.caches import remember
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.languages.base import Language, find_formula, iter_formula_names
from plainlint.languages.counts import Counts, Formula, words_per_sentence

# Nobody writes longer formulas, and they could be nested too deeply.
_LONGEST = 2_000
_OPERATORS: Mapping[type[ast.AST], Callable[..., float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
}
_FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "sqrt": sqrt,
    "log": log,
    "exp": exp,
    "abs": abs,
    "min": min,
    "max": max,
}
_NAME = re.compile(r"[\w.]+")
_VARIADIC = frozenset({"min", "max"})


def evaluate(formula: str, values: Mapping[str, float]) -> float:
    """Evaluate a formula of numbers, names, `+ - * / **`, brackets and a few functions.

    The functions are `sqrt`, `log`, `exp`, `abs`, `min` and `max`, with or without `math.`. The
    arithmetic is in floating point: the result is nan where there is no value, as in a division
    by zero, and infinite where the value is too large.

    Args:
        values: the numbers that the formula may name.

    Raises:
        PlainlintError: the formula is malformed or uses an unknown name.
    """
    try:
        result = _evaluate_node(_parse_formula(formula), values)
    except (ZeroDivisionError, ValueError):
        return nan
    except OverflowError:
        return inf
    # `**` returns a complex number for the root of a negative one.
    return result if isinstance(result, float) else nan


@remember(1 << 8)
def _parse_formula(formula: str) -> ast.expr:
    if len(formula) > _LONGEST:
        raise PlainlintError(f"a formula may have at most {_LONGEST:,} characters")
    try:
        return ast.parse(" ".join(formula.split()), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise PlainlintError(f"{formula.strip()!r} is not a formula") from error


def _evaluate_node(node: ast.expr, values: Mapping[str, float]) -> float:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case ast.Name(id=name):
            if name not in values:
                raise PlainlintError(
                    f"a formula can't use {name!r}{format_suggestion(name, values)}"
                )
            return float(values[name])
        case ast.BinOp(op=kind) if type(kind) in _OPERATORS:
            left, right = _evaluate_node(node.left, values), _evaluate_node(node.right, values)
            return _OPERATORS[type(kind)](left, right)
        case ast.UnaryOp(op=kind) if type(kind) in _OPERATORS:
            return _OPERATORS[type(kind)](_evaluate_node(node.operand, values))
        case ast.Call(keywords=[], args=[_, *_]):
            return _get_function(node)(*(_evaluate_node(arg, values) for arg in node.args))
    raise PlainlintError(f"a formula can't contain {ast.unparse(node)!r}")


def _get_function(call: ast.Call) -> Callable[..., float]:
    name = ast.unparse(call.func).removeprefix("math.")
    if name not in _FUNCTIONS:
        raise PlainlintError(
            f"a formula has no function {name!r}{format_suggestion(name, _FUNCTIONS)}"
        )
    if name in _VARIADIC and len(call.args) == 1:
        raise PlainlintError(f"in a formula {name!r} takes 2 or more numbers")
    if name not in _VARIADIC and len(call.args) > 1:
        raise PlainlintError(f"in a formula {name!r} takes 1 number")
    return _FUNCTIONS[name]


class Metric(str):
    """The name of a metric; checks annotate their settings with it."""

    __slots__ = ()


WORDS_PER_SENTENCE = "words_per_sentence"


def get_metric(name: str) -> Callable[[Measures], float]:
    """Return the metric that a rule page names.

    It is one of our formulas, or `textstat.` and a function of textstat, or arithmetic over our
    counts and formulas, such as `100 * difficult / words` or `(smog + flesch_kincaid) / 2`.

    Raises:
        PlainlintError: there is no such metric; the message suggests the nearest.
    """
    if name.startswith("textstat."):
        return get_textstat_metric(name.removeprefix("textstat."))
    formula = _get_formula(name)
    return lambda measures: formula(measures.counts)


def can_compute(name: str, language: Language) -> bool:
    """Return whether all formulas that a metric consists of or contains are for a language."""
    return all(
        used in language.formulas or find_formula(used) is None for used in _list_names(name)
    )


def _list_names(name: str) -> list[str]:
    """Return the names in a metric that a language may have a formula for."""
    known = (*Counts._fields, *_FUNCTIONS, WORDS_PER_SENTENCE, "math", "textstat")
    return [used for used in _NAME.findall(name) if used.isidentifier() and used not in known]


def select_formulas(names: Iterable[str]) -> list[Formula]:
    """Return the metrics that need only counts: all except those of textstat."""
    return [_get_formula(name) for name in names if not name.startswith("textstat.")]


def _get_formula(name: str) -> Formula:
    if name == WORDS_PER_SENTENCE:
        return words_per_sentence
    if formula := find_formula(name):
        return formula
    if name.isidentifier() and name not in Counts._fields:
        names = [*iter_formula_names(), WORDS_PER_SENTENCE, *Counts._fields]
        raise PlainlintError(f"there is no metric {name!r}{format_suggestion(name, names)}")
    # Report errors now, not once for each document.
    _evaluate_on_counts(name, Counts())
    return lambda counts: _evaluate_on_counts(name, counts)


def _evaluate_on_counts(metric: str, counts: Counts) -> float:
    formulas = {name: find_formula(name) for name in _list_names(metric)}
    values = {
        **counts._asdict(),
        WORDS_PER_SENTENCE: words_per_sentence(counts),
        **{name: formula(counts) for name, formula in formulas.items() if formula},
    }
    return evaluate(metric, values)
