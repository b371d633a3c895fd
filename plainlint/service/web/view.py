"""The result of a text as the page shows it: plain values, with offsets of the editor."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plainlint.core.diagnostics import Diagnostic, Edit, Scope
from plainlint.core.source import NOWHERE
from plainlint.document.language_tags import get_primary_tag
from plainlint.engine.linter import Linter
from plainlint.engine.result import GradedResult, Grading, Result, Verdict, format_verdict
from plainlint.languages.files import ENGLISH
from plainlint.languages.phrases import has_phrases, translate
from plainlint.reporters.cards import Card, Step, make_card, name_weight
from plainlint.reporters.work_items import choose_limits, describe_audience, gather_work_items
from plainlint.rulebook.rule import Rule, map_roles
from plainlint.run.comparison import shorten_text
from plainlint.service.web.units import EditorUnits

# Verdicts by the mark that stands for them.
_MARKS = {
    Verdict.ON_TARGET: "good",
    Verdict.ABOVE_TARGET: "mid",
    Verdict.TOO_HARD: "bad",
}
# In code points: enough to know which words of a sentence are meant.
_LONGEST_WORDS = 60


def make_view(graded: GradedResult, linter: Linter) -> dict[str, Any]:
    """Return all that the page shows of a checked text, as values for JSON."""
    result, grading = graded
    rules = linter.rule_set.get_rules_for_path(result.path, result.language)
    roles = map_roles(rules, result.language)
    by_id = {rule.id: rule for rule in rules}
    items = gather_work_items(result, choose_limits(result, roles))
    units = EditorUnits(result.document.source.text)
    language = choose_language(linter.config.lang, result.language)
    cards = [make_card(item, by_id, language) for item in items.all]
    totals = Counter(finding.rule for finding in result.diagnostics)
    in_text = sorted(
        (card for card in cards if card.item.span != NOWHERE), key=lambda card: card.item.span
    )
    terms = roles.get("terms")
    return {
        **summarise_view(graded, linter),
        "language": language,
        "places": _place_limits(grading),
        "audience": result.audience,
        "readers": describe_audience(result.audience),
        "limits": [grading.limits.target, grading.limits.most],
        "counts": {
            "hard": items.hard,
            "sentences": result.measures.counts.sentences,
            "words": result.measures.counts.words,
            "terms": sum(terms is not None and one.rule == terms.id for one in result.diagnostics),
        },
        "cards": [
            _make_card_view(number, card, by_id, totals, units)
            for number, card in enumerate(in_text, 1)
        ],
        "whole": [
            _make_card_view(0, card, by_id, totals, units)
            for card in cards
            if card.item.span == NOWHERE
        ],
    }


def summarise_view(graded: GradedResult, linter: Linter) -> dict[str, Any]:
    """Return the verdict on a text, its grade, and how many sentences to rewrite."""
    result, grading = graded
    rules = linter.rule_set.get_rules_for_path(result.path, result.language)
    grades = [rule for rule in rules if rule.role == "grade"]
    language = choose_language(linter.config.lang, result.language)
    return {
        "verdict": translate(format_verdict(grading.verdict, result.language), language),
        "mark": _MARKS.get(grading.verdict, "none"),
        "grades": [round(value, 1) for value in grading.grades] if grading.grades else None,
        "ease": _describe_ease(grading, language),
        "to_rewrite": _count_to_rewrite(result, grades),
    }


def choose_language(setting: str, language: str) -> str:
    """Return the language of the page's words: that of the settings, else that of the text.

    It is English if there are no words in it.
    """
    wanted = setting or get_primary_tag(language)
    return wanted if has_phrases(wanted) else ENGLISH


def _place_limits(grading: Grading) -> dict[str, float] | None:
    """Return where the text, its goal and its limit are on the way from easy to hard."""
    goals = [value for value in (grading.limits.target, grading.limit) if value is not None]
    if grading.hardness is None or not goals:
        return None
    goal, limit = (grading.place(value) for value in (goals[0], goals[-1]))
    return {"now": grading.hardness, "goal": goal, "limit": limit}


def _describe_ease(grading: Grading, language: str) -> dict[str, Any] | None:
    """Return the number of a text on a scale of ease, and its goal; None on a scale of grades."""
    ease = grading.ease
    if ease is None:
        return None
    return {
        "scale": ease.scale,
        "value": round(ease.low, 1),
        "goal": translate(grading.target_text, language),
    }


def _count_to_rewrite(result: Result, grades: Sequence[Rule]) -> int:
    """Return how many sentences to rewrite to reach the goal, as the finding on the grade says."""
    ids = {rule.id for rule in grades}
    needed = (one.values.get("needed", "") for one in result.diagnostics if one.rule in ids)
    return next((int(str(value)) for value in needed if str(value).isdecimal()), 0)


def _make_card_view(
    number: int,
    card: Card,
    rules: Mapping[str, Rule],
    totals: Mapping[str, int],
    units: EditorUnits,
) -> dict[str, Any]:
    item = card.item
    start, end = units.to_range(item.span)
    return {
        "number": number,
        "from": start,
        "to": end,
        "line": item.line,
        "level": item.hardness.level if item.hardness else 0,
        "level_name": card.level,
        "words": item.hardness.words if item.hardness else 0,
        "weight": card.weight,
        "title": card.reasons[0].title if card.reasons else card.level,
        "steps": [_make_step_view(step, units) for step in card.steps],
        "reasons": [reason._asdict() for reason in card.reasons],
        "findings": [_make_finding_view(one, rules, totals, units) for one in item.findings],
    }


def _make_finding_view(
    finding: Diagnostic, rules: Mapping[str, Rule], totals: Mapping[str, int], units: EditorUnits
) -> dict[str, Any]:
    """Return what a writer needs to accept a finding: its rule, its words, and how many there are.

    The words are empty if the finding is on all that its card is about.
    """
    start, end = units.to_range(finding.span)
    rule = rules.get(finding.rule)
    is_on_words = finding.scope is Scope.TEXT and finding.span != finding.place
    return {
        "rule": finding.rule,
        "title": rule.title if rule else finding.rule,
        "weight": name_weight(finding.severity),
        "text": shorten_text(finding.text, _LONGEST_WORDS) if is_on_words else "",
        "from": start,
        "to": end,
        "on_page": totals[finding.rule],
    }


def _make_step_view(step: Step, units: EditorUnits) -> dict[str, Any]:
    start, end = units.to_range(step.span)
    return {
        "verb": step.verb,
        "rest": step.rest,
        "from": start,
        "to": end,
        "copied": step.copied,
        "edits": list_edits(step.fix.edits if step.fix else (), units),
    }


def list_edits(edits: Iterable[Edit], units: EditorUnits) -> list[dict[str, Any]]:
    """Return edits as changes of the editor."""
    changes = []
    for edit in edits:
        start, end = units.to_range(edit.span)
        changes.append({"from": start, "to": end, "insert": edit.text})
    return changes
