"""Dispatch: find the nodes of a document that each rule's check examines."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from plainlint.document.model import Document
from plainlint.document.passages import CandidatePassages, Passage
from plainlint.document.pattern_index import CandidatePassage, get_pattern_index
from plainlint.document.targets import TARGETS
from plainlint.document.word_index import WordMatch, get_word_index
from plainlint.rulebook.rule import Rule
from plainlint.rulebook.vale.scopes import find_scope_passages

_Search = Callable[[list[Rule], Sequence[Passage]], dict[int, list[Any]]]


class Dispatcher:
    """The nodes of one document, for several rules.

    The passages of a scope are built once, and one search covers the words or patterns of all
    rules with that scope.
    """

    def __init__(self, document: Document, rules: Iterable[Rule]) -> None:
        self._document = document
        self._passages: dict[tuple[str, ...], tuple[Passage, ...]] = {}
        running = list(rules)
        with_words = [rule for rule in running if rule.literals]
        with_patterns = [rule for rule in running if rule.patterns]
        word_matches = self._search_by_scope(with_words, _find_words)
        candidates = self._search_by_scope(with_patterns, _find_candidates)
        self._nodes_by_rule = word_matches | candidates

    def select_nodes(self, rule: Rule) -> Iterable[object]:
        """Return the nodes for a rule, in text order."""
        node = rule.check.node
        if node is CandidatePassage and not rule.patterns:
            return map(CandidatePassage, self._get_passages(rule.scope))
        if node in (WordMatch, CandidatePassage):
            return self._nodes_by_rule.get(rule.id, ())
        if node is CandidatePassages:
            candidates = self._nodes_by_rule.get(rule.id, ())
            return (CandidatePassages(tuple(candidate.passage for candidate in candidates)),)
        return self._get_passages(rule.scope) if node is Passage else TARGETS[node](self._document)

    def _get_passages(self, scope: tuple[str, ...]) -> tuple[Passage, ...]:
        if scope not in self._passages:
            self._passages[scope] = tuple(find_scope_passages(self._document, scope))
        return self._passages[scope]

    def _search_by_scope(self, rules: list[Rule], search: _Search) -> dict[str, list[Any]]:
        """Run one search per scope, and return its nodes by rule id."""
        nodes_by_rule = {}
        for scope in dict.fromkeys(rule.scope for rule in rules):
            in_scope = [rule for rule in rules if rule.scope == scope]
            for index, nodes in search(in_scope, self._get_passages(scope)).items():
                nodes_by_rule[in_scope[index].id] = nodes
        return nodes_by_rule


def _find_words(rules: list[Rule], within: Sequence[Passage]) -> dict[int, list[Any]]:
    return get_word_index(tuple(rule.literals for rule in rules)).find(within)


def _find_candidates(rules: list[Rule], within: Sequence[Passage]) -> dict[int, list[Any]]:
    return get_pattern_index(tuple(rule.patterns for rule in rules)).find(within)
