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

from plainlint.core.errors import PlainlintError, did_you_mean
from plainlint.core.source import Span
from plainlint.document.model import Document
from plainlint.document.passages import HEAD, SCOPES, Passage, front_matter

Scope = Callable[[Document], tuple[Passage, ...]]
_WORD = re.compile(r"[()]|[^\s()]+")
_JOINING = frozenset({"and", "or", "not", "(", ")"})


def passages(document: Document, scopes: Iterable[str]) -> tuple[Passage, ...]:
    """The passages of all scopes, each once; those of one scope after those of the other.

    Raises:
        PlainlintError: one is no scope; the message says why, with the nearest name.
    """
    found = [passage for scope in scopes for passage in scoped(scope)(document)]
    return tuple({_place(each): each for each in found}.values())


@lru_cache(maxsize=1 << 8)
def scoped(scope: str) -> Scope:
    """What a scope asks for, in words, as a function of a document.

    Raises:
        PlainlintError: as for `passages`.
    """
    reader = _Reader(scope)
    found = reader.either()
    if reader.here:
        raise reader.error(f"'and' or 'or' must stand before '{reader.here}'")
    return found


class _Reader:
    """Reads a scope from left to right."""

    def __init__(self, scope: str) -> None:
        self.scope = scope
        self.words = list(_WORD.findall(scope))

    @property
    def here(self) -> str:
        """The next word; empty at the end."""
        return self.words[0] if self.words else ""

    def error(self, problem: str) -> PlainlintError:
        return PlainlintError(f"the scope '{self.scope}' can't be read: {problem}", "scope")

    def takes(self, word: str) -> bool:
        """Whether the next word is this one, which is then read."""
        if self.here != word:
            return False
        self.words.pop(0)
        return True

    def either(self) -> Scope:
        found = self.both()
        while self.takes("or"):
            found = _either(found, self.both())
        return found

    def both(self) -> Scope:
        found = self.one()
        while self.takes("and"):
            found = _without(found, self.one()) if self.takes("not") else _both(found, self.one())
        return found

    def one(self) -> Scope:
        if self.takes("("):
            found = self.either()
            if not self.takes(")"):
                raise self.error("a bracket is not closed")
            return found
        if self.here == "not":
            raise self.error("say of what it is not: 'text and not …'")
        name = []
        while self.words and self.here not in _JOINING:
            name.append(self.words.pop(0))
        if not name:
            raise self.error(
                f"a name must stand before '{self.here}'" if self.here else "it ends too early"
            )
        return named("-".join(name))


def named(name: str) -> Scope:
    """The scope of a single name; a blank in a name counts as a hyphen.

    Raises:
        PlainlintError: there is none; the message has the nearest.
    """
    head, _, key = name.partition(".")
    if head == HEAD and key:
        return lambda document: tuple(front_matter(document, key))
    if name not in SCOPES:
        hint = did_you_mean(name, (*SCOPES, f"{HEAD}.KEY"))
        raise PlainlintError(f"unknown scope '{name}'{hint}", "scope")
    return lambda document: tuple(SCOPES[name](document))


def _either(one: Scope, other: Scope) -> Scope:
    def found(document: Document) -> tuple[Passage, ...]:
        both = (*one(document), *other(document))
        return tuple({_place(each): each for each in both}.values())

    return found


def _both(one: Scope, other: Scope) -> Scope:
    def found(document: Document) -> tuple[Passage, ...]:
        left, right = one(document), other(document)
        both = (*_inside(left, right), *_inside(right, left))
        return tuple({_place(each): each for each in both}.values())

    return found


def _without(one: Scope, other: Scope) -> Scope:
    def found(document: Document) -> tuple[Passage, ...]:
        left = one(document)
        inside = set(map(_place, _inside(left, other(document))))
        return tuple(each for each in left if _place(each) not in inside)

    return found


def _inside(passages: Iterable[Passage], others: Iterable[Passage]) -> Iterator[Passage]:
    """The passages that lie inside one of the others, or are one."""
    spans = sorted(each.span for each in others)
    starts = [span.start for span in spans]
    # How far the spans up to each one reach.
    reach = list(accumulate((span.end for span in spans), max))
    for each in passages:
        index = bisect_right(starts, each.span.start) - 1
        if index >= 0 and each.span.end <= reach[index]:
            yield each


def _place(passage: Passage) -> tuple[Span, int, int]:
    return passage.span, passage.start, passage.end
