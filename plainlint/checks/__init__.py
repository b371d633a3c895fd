"""Checks: generic functions that find things in documents and that rule pages configure.

The annotation of a check's first parameter says what it is called with: each Document, Section,
Block, Sentence, Word, Link, Directive, FrontMatter or Source; a Passage, which is a part of the
rule page's `scope`; a WordMatch, which is a place there of one of the words in the check's first
setting; a CandidatePassage, which is a part of the scope that one of the patterns in its first
setting may match; or all of those at once, as CandidatePassages.

Parameters named like a `Context` attribute receive that attribute, and `limits` receives the
rule's limits for the audience. All others are settings of the rule's page; they are keyword-only.

A check yields hits. It holds no threshold, no word list and no message.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeVar, overload

from plainlint.analysis.glossary.accepted_words import NO_ACCEPTED_WORDS, AcceptedWords
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.plain_words import PlainWords
from plainlint.analysis.metrics.measures import Measures
from plainlint.core.audiences import Audiences
from plainlint.core.diagnostics import Fix, Severity
from plainlint.core.reported import NOTHING_REPORTED, ReportedFindings
from plainlint.core.source import Source, Span
from plainlint.document.model import RuleReference


class Hit(NamedTuple):
    """A finding of a check: its span, the values for the message, related spans, and a fix.

    `severity` overrides the page's, for checks with two tiers. Findings on front matter may share a
    place: `kind` and `values["key"]` distinguish them, also in baselines.
    """

    span: Span
    values: Mapping[str, object] = {}
    severity: Severity | None = None
    related: tuple[Span, ...] = ()
    fix: Fix | None = None
    kind: str = ""


class Context(NamedTuple):
    """What a check may use besides the part of the document that it looks at.

    Attributes:
        source: the document's text.
        audience: who the document is for, one of the four audiences.
        audiences: the names that documents may declare.
        language: the document's language, an IETF tag such as `en`.
        country: the readers' country, such as GB; empty if it is not known.
        titles: the document's titles, in its front matter and at its top.
        introduced: the folded words of headings, links and heads of entries, in languages whose
            learned words are known.
        defined_blocks: the indexes of the blocks that a definition list or a table explains.
        measures: the document's counts and scores.
        glossary: the terms to explain.
        accepted: the names and house words that are not reported.
        plain_words: looks up everyday words for hard ones, with `plain_words.find(word)`.
        today: the date that counts as today; None if results must not depend on it.
        rule_names: all rules and categories that can be named.
        findings: the number of findings of each other rule that ran; only checklists receive it.
        reported: the findings of the rules that the check takes advice from.
        unused: the directives that suppressed nothing, by span, with the names that had no effect.
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
    accepted: AcceptedWords = NO_ACCEPTED_WORDS
    findings: Mapping[str, int] = {}
    reported: ReportedFindings = NOTHING_REPORTED
    titles: tuple[str, ...] = ()
    introduced: frozenset[str] = frozenset()
    defined_blocks: frozenset[int] = frozenset()
    country: str = ""
    unused: Mapping[Span, tuple[RuleReference, ...]] = {}


_Function = TypeVar("_Function", bound=Callable[..., Any])


@overload
def check(function: _Function) -> _Function: ...
@overload
def check(*, scope: str = "text", needs: str = "") -> Callable[[_Function], _Function]: ...


def check(function: Any = None, *, scope: str = "text", needs: str = "") -> Any:
    """Mark a function as a check, which rule pages call by its name with hyphens.

    Args:
        scope: where a check of passages looks, unless a rule's page sets its own scope.
        needs: the part of a language that it can't do without, by its name in `Language`.
    """

    def mark_check(check_function: Any) -> Any:
        check_function.check_scope = scope
        check_function.check_needs = needs
        return check_function

    return mark_check if function is None else mark_check(function)
