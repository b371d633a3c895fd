"""Registry of checks: each by its name, with what its signature says that it needs."""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, Literal, NamedTuple, get_args, get_origin, get_type_hints, is_typeddict

from plainlint.analysis.metrics.registry import Metric, get_metric
from plainlint.checks import Context, Hit
from plainlint.core.caches import remember
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.regex import File, Regex, compile_pattern
from plainlint.document.passages import CandidatePassages
from plainlint.document.pattern_index import CandidatePassage
from plainlint.document.targets import SCOPED_TARGETS
from plainlint.document.word_index import WordMatch

# Plainlint's own checks, by the module that defines them.
_MODULES: Mapping[str, tuple[str, ...]] = {
    "acronyms": ("unexpanded-acronym",),
    "audience": ("declared-audience", "audience-mismatch"),
    "capitalization": ("capitalization",),
    "checklist": ("checklist",),
    "directives": ("missing-reason", "unknown-name", "unused-directive"),
    "front_matter": ("front-matter", "review-overdue", "future-date"),
    "hidden_text": ("unclosed", "indented-text"),
    "input": ("unreadable", "unsupported-format", "front-matter-problem"),
    "language": ("declared-language",),
    "link": ("link", "empty-link", "popup-audience", "popup-malformed"),
    "pattern": ("pattern", "occurrence", "conditional", "consistency", "repetition"),
    "score": ("score",),
    "sentences": ("sentence-length", "passive-voice", "hard-sentence"),
    "sequence": ("sequence",),
    "structure": (
        "paragraph-length",
        "section-length",
        "heading-structure",
        "image-without-text",
    ),
    "terms": ("unexplained-term",),
    "unknown_words": ("unknown-word",),
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
TABLES = (dict, Mapping)
# Texts of a special kind, each with a function that raises an error for a wrong one.
_TEXTS: Mapping[type, Callable[[str], object]] = {
    Regex: compile_pattern,
    Metric: get_metric,
    File: File,
}


class Check(NamedTuple):
    """A check function, and what it needs from the document, the context and the rule's page.

    Attributes:
        function: the check itself.
        node: the part of a document that it looks at.
        context: the attributes of the context that it uses.
        settings: the page's settings that it takes, with their types.
        required: the settings that a page must have.
        limited: whether it takes limits.
        literals: the setting with the words it looks for, if it looks for words.
        patterns: the setting with its patterns, if it looks where one of them may match.
        scope: where it looks unless the page sets a scope; empty if it looks at no passages.
        foreign: whether it comes from outside plainlint.
        needs: the part of a language that it can't do without; empty for none.
        metrics: the settings that list metrics, sorted.
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
    needs: str = ""
    metrics: tuple[str, ...] = ()

    @property
    def files(self) -> frozenset[str]:
        """The settings that name files."""
        return frozenset(key for key, kind in self.settings.items() if kind is File)

    @property
    def words(self) -> frozenset[str]:
        """The settings that may hold words or patterns of a language."""
        return frozenset(key for key, kind in self.settings.items() if _holds_words(kind))


_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


def get_check_names() -> frozenset[str]:
    """Return the names of plainlint's own checks, as rule pages write them."""
    return frozenset(_MODULE_OF)


@remember(None)
def load_check(name: str) -> Check:
    """Return plainlint's own check that rule pages call `name`, one of `get_check_names()`."""
    module = import_module(f"plainlint.checks.{_MODULE_OF[name]}")
    return read_check(getattr(module, name.replace("-", "_")))


def read_check(function: Callable[..., Iterator[Hit]], *, foreign: bool = False) -> Check:
    """Read what a check needs from its signature, which must be right."""
    target, *others = inspect.signature(function, eval_str=True).parameters.values()
    names = frozenset(parameter.name for parameter in others)
    settings = {
        p.name: type(p.default) if p.annotation is p.empty else p.annotation
        for p in others
        if p.name not in _CONTEXT | {"limits"}
    }
    required = {p.name for p in others if p.default is p.empty} & settings.keys()
    node = target.annotation
    return Check(
        function=function,
        node=node,
        context=names & _CONTEXT,
        settings=settings,
        required=frozenset(required),
        limited="limits" in names,
        literals=next(iter(settings)) if node is WordMatch else "",
        patterns=next(iter(settings)) if node in (CandidatePassage, CandidatePassages) else "",
        scope=_get_default_scope(function) if node in SCOPED_TARGETS else "",
        foreign=foreign,
        needs=getattr(function, "check_needs", ""),
        metrics=tuple(sorted(key for key, kind in settings.items() if Metric in get_args(kind))),
    )


def _get_default_scope(function: Any) -> str:
    """Return the scope of `@check`, or the module's `SCOPE`, as checks before 1.0 have it."""
    module_scope: str = getattr(function, "__globals__", {}).get("SCOPE", "text")
    return getattr(function, "check_scope", module_scope)


def is_setting_type(annotation: Any) -> bool:
    """Return whether a setting of a rule page can have a type."""
    kind, arguments = get_origin(annotation) or annotation, get_args(annotation)
    if is_typeddict(kind):
        return all(map(is_setting_type, get_type_hints(kind).values()))
    if kind in LISTS:
        return len(arguments) == 1 and is_setting_type(arguments[0])
    if kind in TABLES:
        return bool(arguments) and _is_text(arguments[0]) and is_setting_type(arguments[1])
    return annotation in (int, float, bool) or _is_text(annotation)


def _is_text(annotation: Any) -> bool:
    if get_origin(annotation) is Literal:
        return all(isinstance(choice, str) for choice in get_args(annotation))
    return annotation in (str, *_TEXTS)


def _holds_words(annotation: Any) -> bool:
    """Return whether a setting's type has texts or patterns in it."""
    kind, arguments = get_origin(annotation) or annotation, get_args(annotation)
    if is_typeddict(kind):
        return any(map(_holds_words, get_type_hints(kind).values()))
    if kind in LISTS or kind in TABLES:
        return any(map(_holds_words, arguments))
    return kind in (str, Regex)


def matches_type(value: Any, annotation: Any) -> bool:
    """Return whether a value from a page or a configuration file has a setting's type.

    Raises:
        PlainlintError: a pattern can't be compiled, there is no such metric, or a table has a
            wrong key.
    """
    kind, arguments = get_origin(annotation) or annotation, get_args(annotation)
    if is_typeddict(kind):
        return isinstance(value, Mapping) and _matches_table(value, get_type_hints(kind))
    if kind in LISTS:
        if arguments[0] is str:
            # A list may have hundreds of words.
            return isinstance(value, list) and set(map(type, value)) <= {str}
        return isinstance(value, list) and all(matches_type(item, arguments[0]) for item in value)
    if kind in TABLES:
        return isinstance(value, Mapping) and all(
            matches_type(key, arguments[0]) and matches_type(item, arguments[1])
            for key, item in value.items()
        )
    if kind is Literal:
        return value in arguments
    if isinstance(value, bool):
        return kind is bool
    if kind in _TEXTS:
        return isinstance(value, str) and _TEXTS[kind](value) is not None
    return isinstance(value, int | float) if kind is float else isinstance(value, kind)


def _matches_table(table: Mapping[str, Any], types: Mapping[str, Any]) -> bool:
    """Return True if the table's keys are all known and their values right; raise otherwise."""
    for key in table:
        if key not in types:
            raise PlainlintError(f"unknown key '{key}'{format_suggestion(key, types)}")
        if not matches_type(table[key], types[key]):
            raise PlainlintError(describe_type_error(key, table[key], types[key]))
    return True


def describe_type_error(key: str, value: Any, annotation: Any) -> str:
    """Return what is wrong with a value that does not have its setting's type."""
    if get_origin(annotation) is Literal and isinstance(value, str):
        return f"unknown {key} '{value}'{format_suggestion(value, get_args(annotation))}"
    return f"'{key}' must be {describe_type(annotation)}"


# What people call a type, one value of it and several.
_TYPE_NAMES: Mapping[Any, tuple[str, str]] = {
    str: ("a text", "texts"),
    int: ("a whole number", "whole numbers"),
    float: ("a number", "numbers"),
    bool: ("true or false", "true or false"),
    Regex: ("a pattern", "patterns"),
    File: ("the name of a file", "names of files"),
    Metric: ("the name of a metric, or a formula", "names of metrics, or formulas"),
}


def describe_type(annotation: Any) -> str:
    """Return a setting's type in words, such as `a table of lists of texts`."""
    kind, arguments = get_origin(annotation) or annotation, get_args(annotation)
    if kind is Literal:
        return f"one of: {', '.join(arguments)}"
    if is_typeddict(kind):
        return f"a table with some of: {', '.join(get_type_hints(kind))}"
    if kind in _TYPE_NAMES:
        return _TYPE_NAMES[kind][0]
    return f"{'a list' if kind in LISTS else 'a table'} of {_describe_items(arguments[-1])}"


def _describe_items(annotation: Any) -> str:
    kind, arguments = get_origin(annotation) or annotation, get_args(annotation)
    if is_typeddict(kind):
        return f"tables with some of: {', '.join(get_type_hints(kind))}"
    if kind is Literal:
        return f"texts, each one of: {', '.join(arguments)}"
    if kind in _TYPE_NAMES:
        return _TYPE_NAMES[kind][1]
    return f"{'lists' if kind in LISTS else 'tables'} of {_describe_items(arguments[-1])}"
