"""Arithmetic: formulas of rule pages, such as `0.39 * words / sentences - 15.59`."""

import ast
import operator
from collections.abc import Callable, Mapping
from functools import lru_cache
from math import exp, inf, log, nan, sqrt

from plainlint.core.errors import PlainlintError, did_you_mean

# Longer formulas are no formulas of people, and could be nested too deep.
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
_OF_SEVERAL = frozenset({"min", "max"})


def evaluate(formula: str, values: Mapping[str, float]) -> float:
    """What a formula comes to: numbers, names, `+ - * / **`, brackets and a few functions.

    The functions are `sqrt`, `log`, `exp`, `abs`, `min` and `max`; `math.` may stand before them.
    All is reckoned in floating point. Where a formula has no value, as in a division by zero, it
    is nan; where it has one too big for a number, infinite.

    Args:
        values: the numbers that the formula may name.

    Raises:
        PlainlintError: it is no formula, or names what is not there; the message says what.
    """
    try:
        result = _value(_tree(formula), values)
    except (ZeroDivisionError, ValueError):
        return nan
    except OverflowError:
        return inf
    # A root of a negative number, taken by `**`.
    return result if isinstance(result, float) else nan


@lru_cache(maxsize=1 << 8)
def _tree(formula: str) -> ast.expr:
    if len(formula) > _LONGEST:
        raise PlainlintError(f"a formula may have {_LONGEST:,} characters at most")
    try:
        return ast.parse(" ".join(formula.split()), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise PlainlintError(f"{formula.strip()!r} is no formula") from error


def _value(node: ast.expr, values: Mapping[str, float]) -> float:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case ast.Name(id=name):
            if name not in values:
                raise PlainlintError(f"a formula can't use {name!r}{did_you_mean(name, values)}")
            return float(values[name])
        case ast.BinOp(op=kind) if type(kind) in _OPERATORS:
            left, right = _value(node.left, values), _value(node.right, values)
            return _OPERATORS[type(kind)](left, right)
        case ast.UnaryOp(op=kind) if type(kind) in _OPERATORS:
            return _OPERATORS[type(kind)](_value(node.operand, values))
        case ast.Call(keywords=[], args=[_, *_]):
            return _function(node)(*(_value(each, values) for each in node.args))
    raise PlainlintError(f"a formula can't have {ast.unparse(node)!r} in it")


def _function(call: ast.Call) -> Callable[..., float]:
    name = ast.unparse(call.func).removeprefix("math.")
    if name not in _FUNCTIONS:
        raise PlainlintError(f"a formula has no function {name!r}{did_you_mean(name, _FUNCTIONS)}")
    if name in _OF_SEVERAL and len(call.args) == 1:
        raise PlainlintError(f"in a formula {name!r} takes 2 numbers or more")
    if name not in _OF_SEVERAL and len(call.args) > 1:
        raise PlainlintError(f"in a formula {name!r} takes 1 number")
    return _FUNCTIONS[name]
