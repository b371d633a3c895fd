"""Nodes: the parts of a document that checks look at."""

from collections.abc import Iterable

from plainlint.literals import Found, literals_of
from plainlint.model import Document
from plainlint.parts import PARTS
from plainlint.passages import Passage, Passages
from plainlint.pattern_sets import Likely, pattern_set
from plainlint.rule import Rule
from plainlint.vale.scopes import in_scope


class Nodes:
    """What each of several rules looks at in one document.

    The passages of a scope are made once, and the words of all rules are looked for at once, as are
    their patterns.
    """

    def __init__(self, document: Document, rules: Iterable[Rule]) -> None:
        self._document = document
        self._passages: dict[tuple[str, ...], tuple[Passage, ...]] = {}
        rules = list(rules)
        self._found = self._find([rule for rule in rules if rule.literals])
        self._likely = self._guess([rule for rule in rules if rule.check.pattern])

    def of(self, rule: Rule) -> Iterable[object]:
        """The nodes for a rule, in text order."""
        node = rule.check.node
        if node is Found:
            return self._found.get(rule.id, ())
        if node is Likely:
            return self._likely.get(rule.id, ())
        if node is Passages:
            return (Passages(tuple(each.passage for each in self._likely.get(rule.id, ()))),)
        return self._in(rule.scope) if node is Passage else PARTS[node](self._document)

    def _in(self, scope: tuple[str, ...]) -> tuple[Passage, ...]:
        if scope not in self._passages:
            self._passages[scope] = tuple(in_scope(self._document, scope))
        return self._passages[scope]

    def _find(self, rules: list[Rule]) -> dict[str, list[Found]]:
        found = {}
        for scope in dict.fromkeys(rule.scope for rule in rules):
            alike = [rule for rule in rules if rule.scope == scope]
            literals = literals_of(tuple(rule.literals for rule in alike))
            for number, each in literals.find(self._in(scope)).items():
                found[alike[number].id] = each
        return found

    def _guess(self, rules: list[Rule]) -> dict[str, list[Likely]]:
        found = {}
        for scope in dict.fromkeys(rule.scope for rule in rules):
            alike = [rule for rule in rules if rule.scope == scope]
            patterns = pattern_set(tuple(rule.pattern for rule in alike))
            for number, each in patterns.find(self._in(scope)).items():
                found[alike[number].id] = each
        return found
