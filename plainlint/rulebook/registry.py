"""Checks by name: the function, and what its signature says that it needs."""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints, is_typeddict

from plainlint.analysis.metrics.registry import Metric, get_metric
from plainlint.checks import Context, Hit
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.regex import File, Regex, compile_pattern
from plainlint.document.passages import CandidatePassages
from plainlint.document.pattern_index import CandidatePassage
from plainlint.document.targets import SCOPED_TARGETS
from plainlint.document.word_index import WordMatch

# The checks of plainlint itself, by the module that has them.
_MODULES: Mapping[str, tuple[str, ...]] = {
    "audience": ("declared-audience", "audience-mismatch"),
    "capitalization": ("capitalization",),
    "checklist": ("checklist",),
    "directives": ("missing-reason", "unknown-name", "unused-directive"),
    "front_matter": ("front-matter", "review-overdue"),
    "input": ("unreadable", "front-matter-problem"),
    "link": ("link", "popup-audience", "popup-malformed"),
    "pattern": ("pattern", "occurrence", "conditional", "consistency"),
    "repetition": ("repetition",),
    "score": ("score",),
    "sentences": ("sentence-length", "passive-voice", "hard-sentence"),
    "sequence": ("sequence",),
    "structure": ("paragraph-length", "section-length", "heading-structure"),
    "unexpanded_acronym": ("unexpanded-acronym",),
    "unexplained_term": ("unexplained-term",),
    "unknown_word": ("unknown-word",),
    "vale.capitalization": ("vale-capitalization",),
    "vale.metric": ("vale-metric",),
    "vale.patterns": (
        "vale-existence",
        "vale-substitution",
        "vale-occurrence",
        "vale-repetition",
        "vale-consistency",
        "vale-conditional",
    ),
    "words": ("word-list", "substitution", "plain-words"),
}
_CONTEXT = frozenset(Context._fields)
LISTS = (list, Sequence)
# Texts of a special kind, each with what fails if it is none.
_TEXTS: Mapping[type, Callable[[str], object]] = {
    Regex: compile_pattern,
    Metric: get_metric,
    File: File,
}


class Check(NamedTuple):
    """A check function: what it looks at, what it asks of the context and of the rule's page.

    Attributes:
        function: the check itself.
        node: the part of a document that it looks at.
        context: the attributes of the context that it asks for.
        settings: the page's settings that it takes, with their types.
        required: the settings that a page must give.
        limited: whether it takes limits.
        literals: the setting that has the words it looks for, if it looks at those.
        patterns: the setting that has its patterns, if it looks where one of them may match.
        scope: where it looks unless the page says so; empty if it looks at no passages.
        foreign: whether it comes from outside plainlint.
    """

    function: Callable[..., Iterator[Hit]]
    node: type
    context: frozenset[str]
    settings: Mapping[str, Any]
    required: frozenset[str]
    limited: bool
    literals: str = ""
    scope: str = ""
    foreign: bool = False
    patterns: str = ""

    @property
    def files(self) -> frozenset[str]:
        """The settings that name files."""
        return frozenset(key for key, kind in self.settings.items() if kind is File)


_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


def get_check_names() -> frozenset[str]:
    """The names of all checks, as rule pages write them."""
    return frozenset(_MODULE_OF)


@cache
def load_check(name: str) -> Check:
    """The check that rule pages call `name`, which must be one of `check_names()`."""
    module = import_module(f"plainlint.checks.{_MODULE_OF[name]}")
    return read_check(getattr(module, name.replace("-", "_")))


def read_check(function: Callable[..., Iterator[Hit]], *, foreign: bool = False) -> Check:
    """What the signature of a check function says."""
    node, *others = inspect.signature(function, eval_str=True).parameters.values()
    names = frozenset(parameter.name for parameter in others)
    settings = {p.name: p.annotation for p in others if p.name not in _CONTEXT | {"limits"}}
    required = {p.name for p in others if p.default is p.empty} & settings.keys()
    scoped = node.annotation in SCOPED_TARGETS
    return Check(
        function,
        node.annotation,
        names & _CONTEXT,
        settings,
        frozenset(required),
        "limits" in names,
        next(iter(settings)) if node.annotation is WordMatch else "",
        _get_default_scope(function) if scoped else "",
        foreign,
        next(iter(settings)) if node.annotation in (CandidatePassage, CandidatePassages) else "",
    )


def _get_default_scope(function: Any) -> str:
    """The scope of `@check`, or the module's `SCOPE`, as checks before 1.0 said it."""
    old: str = getattr(function, "__globals__", {}).get("SCOPE", "text")
    return getattr(function, "check_scope", old)


def matches_type(value: Any, annotation: Any) -> bool:
    """Whether a value from a page or a configuration file has a setting's type.

    Raises:
        PlainlintError: it is a pattern that can't be compiled, a metric that there is not, or a
            table with a wrong key.
    """
    kind, arguments = get_origin(annotation) or annotation, get_args(annotation)
    if is_typeddict(kind):
        return isinstance(value, Mapping) and _matches_table(value, get_type_hints(kind))
    if kind in LISTS:
        return isinstance(value, list) and all(matches_type(each, arguments[0]) for each in value)
    if kind is Mapping:
        return isinstance(value, Mapping) and all(
            matches_type(key, arguments[0]) and matches_type(each, arguments[1])
            for key, each in value.items()
        )
    if kind is Literal:
        return value in arguments
    if isinstance(value, bool):
        return kind is bool
    if kind in _TEXTS:
        return isinstance(value, str) and _TEXTS[kind](value) is not None
    return isinstance(value, int | float) if kind is float else isinstance(value, kind)


def _matches_table(table: Mapping[str, Any], types: Mapping[str, Any]) -> bool:
    """Whether the table has keys of these names and types, none of which it must have."""
    for key in table:
        if key not in types:
            raise PlainlintError(f"unknown key '{key}'{format_suggestion(key, types)}")
        if not matches_type(table[key], types[key]):
            raise PlainlintError(describe_type_error(key, table[key], types[key]))
    return True


def describe_type_error(key: str, value: Any, annotation: Any) -> str:
    """What is wrong with a value that has not its setting's type, in words."""
    if get_origin(annotation) is Literal and isinstance(value, str):
        return f"unknown {key} '{value}'{format_suggestion(value, get_args(annotation))}"
    return f"'{key}' must be {describe_type(annotation)}"


def describe_type(annotation: Any) -> str:
    """A setting's type as people say it, such as `a table of lists of texts`."""
    one = {
        str: "a text",
        int: "a whole number",
        float: "a number",
        bool: "true or false",
        Regex: "a pattern",
        File: "the name of a file",
        Metric: "the name of a metric, or a formula",
    }
    kind = get_origin(annotation) or annotation
    if kind is Literal:
        return f"one of: {', '.join(get_args(annotation))}"
    if kind in one:
        return one[kind]
    return (
        f"{'a list' if kind in LISTS else 'a table'} of {_describe_types(get_args(annotation)[-1])}"
    )


def _describe_types(annotation: Any) -> str:
    many = {
        str: "texts",
        int: "whole numbers",
        float: "numbers",
        bool: "true or false",
        Regex: "patterns",
        File: "names of files",
        Metric: "names of metrics, or formulas",
    }
    kind = get_origin(annotation) or annotation
    if is_typeddict(kind):
        return f"tables with some of: {', '.join(get_type_hints(kind))}"
    if kind is Literal:
        return f"texts, each one of: {', '.join(get_args(annotation))}"
    if kind in many:
        return many[kind]
    return (
        f"{'lists' if kind in LISTS else 'tables'} of {_describe_types(get_args(annotation)[-1])}"
    )
