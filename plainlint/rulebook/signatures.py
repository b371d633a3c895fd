"""Signatures of checks from outside plainlint: what is wrong with one is said when it is loaded."""

import ast
import inspect
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any, NoReturn, get_args, get_origin, get_type_hints

from plainlint.checks import Context
from plainlint.core.audiences import Limits
from plainlint.core.errors import PlainlintError, find_nearest
from plainlint.core.regex import Regex
from plainlint.document.passages import CandidatePassages
from plainlint.document.pattern_index import CandidatePassage
from plainlint.document.targets import SCOPED_TARGETS, TARGETS
from plainlint.document.word_index import WordMatch
from plainlint.rulebook.registry import LISTS, TABLES, Check, is_setting_type, read_check
from plainlint.rulebook.rule import PAGE_KEYS, SCOPE_KEY
from plainlint.rulebook.vale.scopes import validate_scope

_TARGETS = frozenset({*TARGETS, *SCOPED_TARGETS})
_TARGET_NAMES = ", ".join(sorted(target.__name__ for target in _TARGETS))
# What a check may ask for by a parameter's name, with its type.
_CONTEXT: Mapping[str, Any] = {**get_type_hints(Context), "limits": Limits}
_POSITIONAL = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
_VARIABLE = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
_PAGE_KEYS = PAGE_KEYS.keys() | SCOPE_KEY.keys()
_SETTING_TYPES = (
    "str, int, float, bool, Regex, Metric, File, a Literal of texts, "
    "a list or Mapping of these, or a TypedDict"
)


def is_marked(function: Any) -> bool:
    """Return whether a function is decorated with `@check`."""
    return "check_scope" in getattr(function, "__dict__", {})


def has_target(function: Any) -> bool:
    """Return whether a function's first parameter is annotated with a part of a document."""
    try:
        signature = inspect.signature(function, eval_str=True)
    except Exception:  # noqa: BLE001 - an annotation is code of a plug-in
        # The annotation that can't be evaluated may be that of another parameter.
        signature = inspect.signature(function)
    annotation = next((p.annotation for p in signature.parameters.values()), None)
    if isinstance(annotation, str):
        return annotation.rpartition(".")[2] in {target.__name__ for target in _TARGETS}
    return _is_target(annotation)


def read_plugin_check(function: Any) -> Check:
    """Read the signature of a check from outside plainlint.

    Settings of a function that is decorated with `@check` are keyword-only. Without it, as in
    files of checks before 1.0, they need not be, and a default stands for a missing type.

    Raises:
        PlainlintError: the signature is wrong; the message has the file and line.
    """
    if not inspect.isroutine(function):
        _fail(function, "only a function can be a check")
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        _fail(function, "a check can't be async")
    if is_marked(function) and function.__name__.startswith("_"):
        _fail(function, "a check's name can't begin with '_'")
    try:
        signature = inspect.signature(function, eval_str=True)
    except Exception as error:  # noqa: BLE001 - an annotation is code of a plug-in
        _fail(function, f"an annotation can't be read: {error}")
    parameters = list(signature.parameters.values())
    target = _read_target(function, parameters)
    for parameter in parameters[1:]:
        if parameter.name in _CONTEXT:
            _check_context(function, parameter)
        else:
            _check_setting(function, parameter)
    settings = [parameter for parameter in parameters[1:] if parameter.name not in _CONTEXT]
    _check_search(function, target, settings)
    _check_scope(function, target)
    return read_check(function, foreign=True)


def _read_target(function: Any, parameters: list[inspect.Parameter]) -> type:
    """Return the part of a document that the first parameter is annotated with."""
    if not parameters or parameters[0].kind not in _POSITIONAL:
        _fail(function, f"the first parameter must be the part to look at: {_TARGET_NAMES}")
    name, annotation = parameters[0].name, parameters[0].annotation
    if annotation is inspect.Parameter.empty:
        problem = f"the first parameter '{name}' needs a type: {_TARGET_NAMES}"
        _fail(function, problem, name)
    if not _is_target(annotation):
        problem = f"the first parameter '{name}' can't be {_format_type(annotation)}"
        _fail(function, f"{problem}; it must be one of {_TARGET_NAMES}", name)
    target: type = annotation
    return target


def _is_target(annotation: Any) -> bool:
    return isinstance(annotation, type) and annotation in _TARGETS


def _check_context(function: Any, parameter: inspect.Parameter) -> None:
    """Reject a setting that has the name of a part of the context."""
    _check_kind(function, parameter)
    name, annotation = parameter.name, parameter.annotation
    is_mismatch = is_setting_type(annotation) and not is_setting_type(_CONTEXT[name])
    if is_marked(function) and is_mismatch:
        problem = f"'{name}' is the {_format_type(_CONTEXT[name])} of the context"
        _fail(function, f"{problem}; give the setting another name", name)


def _check_setting(function: Any, parameter: inspect.Parameter) -> None:
    """Reject a setting that no rule page could set, or that was meant to be something else."""
    _check_kind(function, parameter)
    name, annotation = parameter.name, parameter.annotation
    near = find_nearest(name, _CONTEXT)
    hint = f"; did you mean '{near}'?" if near else ""
    if name in _PAGE_KEYS:
        _fail(function, f"every rule page has a key '{name}'; give the setting another name", name)
    is_old = not is_marked(function)
    has_default = parameter.default is not parameter.empty
    if annotation is parameter.empty:
        if is_old and has_default and is_setting_type(type(parameter.default)):
            return
        _fail(function, f"the setting '{name}' needs a type{hint}", name)
    if not is_setting_type(annotation):
        problem = f"the setting '{name}' can't be {_format_type(annotation)}"
        _fail(function, f"{problem}{hint or f'; it may be {_SETTING_TYPES}'}", name)
    if parameter.kind is parameter.KEYWORD_ONLY:
        return
    is_misspelt = bool(near) and annotation == _CONTEXT[near]
    if not is_old:
        problem = f"the setting '{name}' must be keyword-only: put a * before it"
        _fail(function, f"{problem}{hint if is_misspelt else ''}", name)
    if is_misspelt and not has_default:
        _fail(function, f"the context has no '{name}'{hint}", name)


def _check_kind(function: Any, parameter: inspect.Parameter) -> None:
    if parameter.kind in _VARIABLE:
        _fail(function, f"'{parameter}' is not possible: name each setting", parameter.name)
    if parameter.kind is parameter.POSITIONAL_ONLY:
        _fail(function, f"'{parameter.name}' must not be positional-only", parameter.name)


def _check_search(function: Any, target: type, settings: list[inspect.Parameter]) -> None:
    """Reject a check of words or patterns whose first setting does not have them."""
    first = settings[0].annotation if settings else None
    if target is WordMatch and str not in _iter_texts(first):
        problem = "a check of WordMatch needs its words: a first setting of type list[str]"
    elif target in (CandidatePassage, CandidatePassages) and not (
        first in (str, Regex) or {str, Regex}.intersection(_iter_texts(first))
    ):
        problem = f"a check of {target.__name__} needs its patterns: a first setting of type Regex"
    else:
        return
    _fail(function, problem, settings[0].name if settings else "")


def _iter_texts(annotation: Any) -> Iterator[Any]:
    """Yield what a list is a list of, or what the keys of a table are."""
    if get_origin(annotation) in (*LISTS, *TABLES):
        yield get_args(annotation)[0]


def _check_scope(function: Any, target: type) -> None:
    """Reject an unknown scope, and one that could have no effect."""
    if not is_marked(function):
        return
    scope = function.check_scope
    try:
        validate_scope(scope)
    except (PlainlintError, AttributeError, TypeError) as error:
        _fail(function, f"@check: {error}")
    if scope != "text" and target not in SCOPED_TARGETS:
        problem = f"the scope '{scope}' has no effect on a check of {target.__name__}"
        _fail(function, f"{problem}; look at Passage")


def _format_type(annotation: Any) -> str:
    return f"'{inspect.formatannotation(annotation)}'"


def _fail(function: Any, problem: str, parameter: str = "") -> NoReturn:
    """Raise an error about a check, or about one of its parameters, with the file and line."""
    name = getattr(function, "__name__", repr(function))
    helper = "" if is_marked(function) else "; a helper's name begins with '_'"
    raise PlainlintError(f"{_locate(function, parameter)}: {name}: {problem}{helper}")


def _locate(function: Any, parameter: str) -> str:
    try:
        file = inspect.getsourcefile(function) or inspect.getfile(function)
        lines, first = inspect.getsourcelines(function)
        (node, *_) = ast.parse(dedent("".join(lines))).body
    except (OSError, TypeError, SyntaxError, ValueError):
        return str(getattr(function, "__module__", "a check"))
    arguments = [each for each in ast.walk(node) if isinstance(each, ast.arg)]
    line = next((each.lineno for each in arguments if each.arg == parameter), node.lineno)
    return f"{Path(file)}:{first + line - 1}"
