"""Nodes: the parts of a document that checks look at."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from plainlint.document.model import Document
from plainlint.document.passages import Passage, Passages
from plainlint.document.pattern_index import Likely, pattern_set
from plainlint.document.targets import PARTS
from plainlint.document.word_index import Found, literals_of
from plainlint.rulebook.rule import Rule
from plainlint.rulebook.vale.scopes import in_scope

_Search = Callable[[list[Rule], Sequence[Passage]], dict[int, list[Any]]]


class Nodes:
    """What each of several rules looks at in one document.

    The passages of a scope are made once, and the words and patterns of all rules are looked for
    at once.
    """

    def __init__(self, document: Document, rules: Iterable[Rule]) -> None:
        self._document = document
        self._passages: dict[tuple[str, ...], tuple[Passage, ...]] = {}
        running = list(rules)
        with_words = [rule for rule in running if rule.literals]
        with_patterns = [rule for rule in running if rule.patterns]
        self._found = self._each(with_words, _literals) | self._each(with_patterns, _likely)

    def of(self, rule: Rule) -> Iterable[object]:
        """The nodes for a rule, in text order."""
        node = rule.check.node
        if node is Likely and not rule.patterns:
            return map(Likely, self._in(rule.scope))
        if node in (Found, Likely):
            return self._found.get(rule.id, ())
        if node is Passages:
            return (Passages(tuple(each.passage for each in self._found.get(rule.id, ()))),)
        return self._in(rule.scope) if node is Passage else PARTS[node](self._document)

    def _in(self, scope: tuple[str, ...]) -> tuple[Passage, ...]:
        if scope not in self._passages:
            self._passages[scope] = tuple(in_scope(self._document, scope))
        return self._passages[scope]

    def _each(self, rules: list[Rule], search: _Search) -> dict[str, list[Any]]:
        """What a search for all rules of a scope finds, by the rule's id."""
        found = {}
        for scope in dict.fromkeys(rule.scope for rule in rules):
            alike = [rule for rule in rules if rule.scope == scope]
            for number, each in search(alike, self._in(scope)).items():
                found[alike[number].id] = each
        return found


def _literals(rules: list[Rule], within: Sequence[Passage]) -> dict[int, list[Any]]:
    return literals_of(tuple(rule.literals for rule in rules)).find(within)


def _likely(rules: list[Rule], within: Sequence[Passage]) -> dict[int, list[Any]]:
    return pattern_set(tuple(rule.patterns for rule in rules)).find(within)
