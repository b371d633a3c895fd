"""Checklists: rules that ask what other rules found in the same document."""

from collections import Counter

from plainlint.checks import Context
from plainlint.core.diagnostics import Diagnostic
from plainlint.core.timing import Stopwatch
from plainlint.document.model import Document
from plainlint.engine import in_text_order, lint
from plainlint.rulebook.rule import Rule


def lint_with_checklists(
    document: Document,
    rules: tuple[Rule, ...],
    consulted: tuple[Rule, ...],
    context: Context,
    watch: Stopwatch | None = None,
) -> tuple[Diagnostic, ...]:
    """All findings of the rules, in text order; those that ask for findings run last.

    Args:
        consulted: further rules that are asked about; what they find is not told.
    """
    lists = [rule for rule in rules if rule.consults]
    first = [rule for rule in rules if not rule.consults]
    found = lint(document, first, context, watch)
    if not lists:
        return found
    counts = Counter(each.rule for each in (*found, *lint(document, consulted, context, watch)))
    findings = {
        rule.id: counts[rule.id]
        for rule in (*first, *consulted)
        if rule.applies(context.audience, context.language)
    }
    said = lint(document, lists, context._replace(findings=findings), watch)
    return tuple(sorted((*found, *said), key=in_text_order))
