"""Scopes: which passages of a document a rule looks at, by names combined with and, or, not.

`one or other` has the passages of both. `one and other` has those of either that lie inside one of
the other: `heading and link-text` is each link text in a heading. `one and not other` has those of
the first that lie inside none of the second. `and` binds closer than `or`; brackets are allowed.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate

from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.source import Span
from plainlint.document.model import Document
from plainlint.document.passages import FRONT_MATTER_SCOPE, SCOPES, Passage, find_front_matter_value

PassageSelector = Callable[[Document], tuple[Passage, ...]]
_WORD = re.compile(r"[()]|[^\s()]+")
_JOINING = frozenset({"and", "or", "not", "(", ")"})


def select_passages(document: Document, scopes: Iterable[str]) -> tuple[Passage, ...]:
    """The passages of all scopes, each once; those of one scope after those of the other.

    Raises:
        PlainlintError: one is no scope; the message says why, with the nearest name.
    """
    found = [passage for scope in scopes for passage in parse_scope(scope)(document)]
    return tuple({_identify_passage(each): each for each in found}.values())


@lru_cache(maxsize=1 << 8)
def parse_scope(scope: str) -> PassageSelector:
    """What a scope asks for, in words, as a function of a document.

    Raises:
        PlainlintError: as for `passages`.
    """
    reader = _ScopeParser(scope)
    found = reader.parse_or()
    if reader.next_word:
        raise reader.make_error(f"'and' or 'or' must stand before '{reader.next_word}'")
    return found


class _ScopeParser:
    """Reads a scope from left to right."""

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
        """Whether the next word is this one, which is then read."""
        if self.next_word != word:
            return False
        self.words.pop(0)
        return True

    def parse_or(self) -> PassageSelector:
        found = self.parse_and()
        while self.accept_word("or"):
            found = _unite_scopes(found, self.parse_and())
        return found

    def parse_and(self) -> PassageSelector:
        found = self.parse_operand()
        while self.accept_word("and"):
            found = (
                _subtract_scope(found, self.parse_operand())
                if self.accept_word("not")
                else _intersect_scopes(found, self.parse_operand())
            )
        return found

    def parse_operand(self) -> PassageSelector:
        if self.accept_word("("):
            found = self.parse_or()
            if not self.accept_word(")"):
                raise self.make_error("a bracket is not closed")
            return found
        if self.next_word == "not":
            raise self.make_error("say of what it is not: 'text and not …'")
        name = []
        while self.words and self.next_word not in _JOINING:
            name.append(self.words.pop(0))
        if not name:
            raise self.make_error(
                f"a name must stand before '{self.next_word}'"
                if self.next_word
                else "it ends too early"
            )
        return parse_scope_name("-".join(name))


def parse_scope_name(name: str) -> PassageSelector:
    """The scope of a single name; a blank in a name counts as a hyphen.

    Raises:
        PlainlintError: there is none; the message has the nearest.
    """
    head, _, key = name.partition(".")
    if head == FRONT_MATTER_SCOPE and key:
        return lambda document: tuple(find_front_matter_value(document, key))
    if name not in SCOPES:
        hint = format_suggestion(name, (*SCOPES, f"{FRONT_MATTER_SCOPE}.KEY"))
        raise PlainlintError(f"unknown scope '{name}'{hint}", "scope")
    return lambda document: tuple(SCOPES[name](document))


def _unite_scopes(one: PassageSelector, other: PassageSelector) -> PassageSelector:
    def select_union(document: Document) -> tuple[Passage, ...]:
        both = (*one(document), *other(document))
        return tuple({_identify_passage(each): each for each in both}.values())

    return select_union


def _intersect_scopes(one: PassageSelector, other: PassageSelector) -> PassageSelector:
    def select_intersection(document: Document) -> tuple[Passage, ...]:
        left, right = one(document), other(document)
        both = (*_keep_inside(left, right), *_keep_inside(right, left))
        return tuple({_identify_passage(each): each for each in both}.values())

    return select_intersection


def _subtract_scope(one: PassageSelector, other: PassageSelector) -> PassageSelector:
    def select_difference(document: Document) -> tuple[Passage, ...]:
        left = one(document)
        inside = set(map(_identify_passage, _keep_inside(left, other(document))))
        return tuple(each for each in left if _identify_passage(each) not in inside)

    return select_difference


def _keep_inside(passages: Iterable[Passage], others: Iterable[Passage]) -> Iterator[Passage]:
    """The passages that lie inside one of the others, or are one."""
    spans = sorted(each.span for each in others)
    starts = [span.start for span in spans]
    # How far the spans up to each one reach.
    reach = list(accumulate((span.end for span in spans), max))
    for each in passages:
        index = bisect_right(starts, each.span.start) - 1
        if index >= 0 and each.span.end <= reach[index]:
            yield each


def _identify_passage(passage: Passage) -> tuple[Span, int, int]:
    return passage.span, passage.start, passage.end
