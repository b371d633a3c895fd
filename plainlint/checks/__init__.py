"""Checks, the verbs of the rules: one generic function a file, under the file's name.

A check declares what it looks at by the annotation of its first parameter: Document, Section,
Block, Sentence, Word, Link, Directive, FrontMatter or Source; Passage, which is each part of the
`scope` that the rule's page names (or the check's module, as `SCOPE`); Found, which is each place
there of the words in its first setting; or Likely, which is each part of the scope that one of the
patterns in its first setting may match. Parameters with the name of a `Context` attribute are
handed that; `limits` is the rule's limits for the audience; all others are settings of the
rule's page.
It yields hits and knows no threshold, no word list and no message.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar, overload

from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.plain_words import PlainWords
from plainlint.analysis.metrics.measures import Measures
from plainlint.core.audiences import Audiences
from plainlint.core.diagnostics import Fix, Severity
from plainlint.core.source import Source, Span
from plainlint.document.model import RuleReference


class Hit(NamedTuple):
    """What a check found: where, the values for the message, related places, and a fix.

    `severity` overrides the page's, for checks with two tiers. `kind` tells findings on front matter
    apart that are shown at one place, with the key in `values["key"]`: baselines know them by both.
    """

    span: Span
    values: Mapping[str, object] = {}
    severity: Severity | None = None
    related: tuple[Span, ...] = ()
    fix: Fix | None = None
    kind: str = ""


class Context(NamedTuple):
    """What a check may ask for besides the part of the document that it looks at.

    Attributes:
        source: the document's text.
        audience: whom the document is for, one of the four.
        audiences: the names that documents may declare.
        language: the document's language, an IETF tag such as `en`.
        measures: its counts and scores.
        glossary: the terms to explain.
        plain_words: tells the everyday word for a hard one, by `plain_words.of(word)`.
        today: the date that counts as today; None if nothing is to depend on it.
        rule_names: all rules and categories that can be named.
        findings: how often each other rule that ran found something; known to checklists alone.
        unused: the directives that suppressed nothing, by span, with the names that did nothing.
    """

    source: Source
    audience: str
    audiences: Audiences
    language: str
    measures: Measures
    glossary: Glossary
    plain_words: PlainWords
    today: date | None
    rule_names: frozenset[str] = frozenset()
    findings: Mapping[str, int] = {}
    unused: Mapping[Span, tuple[RuleReference, ...]] = {}


_Function = TypeVar("_Function", bound=Callable[..., Any])


@overload
def check(function: _Function) -> _Function: ...
@overload
def check(*, scope: str) -> Callable[[_Function], _Function]: ...


def check(function: Any = None, *, scope: str = "text") -> Any:
    """Mark a function as a check, which rule pages call by its name with hyphens.

    Args:
        scope: where a check of passages looks, unless a rule's page says so.
    """

    def mark(marked: Any) -> Any:
        marked.check_scope = scope
        return marked

    return mark if function is None else mark(function)
