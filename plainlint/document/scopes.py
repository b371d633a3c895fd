"""Scopes: which passages of a document a rule reads, as names combined with and, or, not.

`a or b` selects the passages of both. `a and b` selects those of either that lie inside a passage
of the other: `heading and link-text` is each link text in a heading. `a and not b` selects the
passages of `a` that lie in no passage of `b`. `and` binds closer than `or`; brackets are allowed.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, chain

from plainlint.core.caches import remember
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.source import Span
from plainlint.document.model import Document
from plainlint.document.passages import FRONT_MATTER_SCOPE, SCOPES, Passage, find_front_matter_value

PassageSelector = Callable[[Document], tuple[Passage, ...]]
_WORD = re.compile(r"[()]|[^\s()]+")
_OPERATORS = frozenset({"and", "or", "not", "(", ")"})


def select_passages(document: Document, scopes: Iterable[str]) -> tuple[Passage, ...]:
    """Return the passages of all scopes, scope by scope, without repetitions.

    Raises:
        PlainlintError: a scope can't be read; the message says why, with the nearest name.
    """
    selected = [parse_scope(scope)(document) for scope in scopes]
    # A fast exit: no scope repeats its own passages.
    return selected[0] if len(selected) == 1 else _drop_repeated(chain.from_iterable(selected))


@remember(1 << 8)
def parse_scope(scope: str) -> PassageSelector:
    """Turn the text of a scope into a function that selects passages of a document.

    Raises:
        PlainlintError: as for `select_passages`.
    """
    parser = _ScopeParser(scope)
    selector = parser.parse_or()
    if parser.next_word:
        raise parser.make_error(f"'and' or 'or' must come before '{parser.next_word}'")
    return selector


class _ScopeParser:
    """A parser that reads a scope from left to right."""

    def __init__(self, scope: str) -> None:
        self.scope = scope
        self.words = list(_WORD.findall(scope))

    @property
    def next_word(self) -> str:
        """The next word; empty at the end."""
        return self.words[0] if self.words else ""

    def make_error(self, problem: str) -> PlainlintError:
        return PlainlintError(f"the scope '{self.scope}' can't be read: {problem}", "scope")

    def accept_word(self, word: str) -> bool:
        """Read the next word if it is this one; return whether it was."""
        if self.next_word != word:
            return False
        self.words.pop(0)
        return True

    def parse_or(self) -> PassageSelector:
        selector = self.parse_and()
        while self.accept_word("or"):
            selector = _unite_scopes(selector, self.parse_and())
        return selector

    def parse_and(self) -> PassageSelector:
        selector = self.parse_operand()
        while self.accept_word("and"):
            selector = (
                _subtract_scope(selector, self.parse_operand())
                if self.accept_word("not")
                else _intersect_scopes(selector, self.parse_operand())
            )
        return selector

    def parse_operand(self) -> PassageSelector:
        if self.accept_word("("):
            selector = self.parse_or()
            if not self.accept_word(")"):
                raise self.make_error("a bracket is not closed")
            return selector
        if self.next_word == "not":
            raise self.make_error("a scope can't begin with 'not': write 'text and not …'")
        # A space in a name counts as a hyphen.
        name = []
        while self.words and self.next_word not in _OPERATORS:
            name.append(self.words.pop(0))
        if not name:
            raise self.make_error(
                f"a name must come before '{self.next_word}'"
                if self.next_word
                else "it ends too early"
            )
        return parse_scope_name("-".join(name))


def parse_scope_name(name: str) -> PassageSelector:
    """Return the selector of a single scope name.

    Raises:
        PlainlintError: the name is unknown; the message has the nearest one.
    """
    head, _, key = name.partition(".")
    if head == FRONT_MATTER_SCOPE and key:
        return lambda document: tuple(find_front_matter_value(document, key))
    if name not in SCOPES:
        hint = format_suggestion(name, (*SCOPES, f"{FRONT_MATTER_SCOPE}.KEY"))
        raise PlainlintError(f"unknown scope '{name}'{hint}", "scope")
    return lambda document: tuple(SCOPES[name](document))


def _unite_scopes(left: PassageSelector, right: PassageSelector) -> PassageSelector:
    def select_union(document: Document) -> tuple[Passage, ...]:
        return _drop_repeated((*left(document), *right(document)))

    return select_union


def _intersect_scopes(left: PassageSelector, right: PassageSelector) -> PassageSelector:
    def select_intersection(document: Document) -> tuple[Passage, ...]:
        lefts, rights = left(document), right(document)
        return _drop_repeated((*_keep_inside(lefts, rights), *_keep_inside(rights, lefts)))

    return select_intersection


def _subtract_scope(left: PassageSelector, right: PassageSelector) -> PassageSelector:
    def select_difference(document: Document) -> tuple[Passage, ...]:
        passages = left(document)
        inside = set(map(_identify_passage, _keep_inside(passages, right(document))))
        return tuple(passage for passage in passages if _identify_passage(passage) not in inside)

    return select_difference


def _keep_inside(passages: Iterable[Passage], others: Iterable[Passage]) -> Iterator[Passage]:
    """Yield the passages that are equal to one of the others or lie inside one."""
    spans = sorted(passage.span for passage in others)
    starts = [span.start for span in spans]
    # The furthest end among the spans up to each index.
    reach = list(accumulate((span.end for span in spans), max))
    for passage in passages:
        index = bisect_right(starts, passage.span.start) - 1
        if index >= 0 and passage.span.end <= reach[index]:
            yield passage


def _drop_repeated(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple({_identify_passage(passage): passage for passage in passages}.values())


def _identify_passage(passage: Passage) -> tuple[Span, int, int]:
    return passage.span, passage.start, passage.end
