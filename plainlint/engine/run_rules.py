"""Run rules on a document: diagnostics in text order, unique by rule, place and message."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from plainlint.checks import Context, Hit
from plainlint.core.diagnostics import Diagnostic, Scope, Severity
from plainlint.core.errors import PlainlintError
from plainlint.core.reported import ReportedFindings
from plainlint.core.source import Source, Span
from plainlint.core.timing import NO_STOPWATCH, Stopwatch
from plainlint.document.model import Document
from plainlint.engine.dispatch import Dispatcher
from plainlint.engine.findings import derive_scope, list_format_words, make_diagnostic
from plainlint.engine.fingerprints import Fingerprints
from plainlint.engine.isolation import MAX_SECONDS, CheckError, isolate_check
from plainlint.engine.recall import Recall
from plainlint.rulebook.rule import Rule
from plainlint.rulebook.selection import SelectedRules

_FAILED_MESSAGE = "This rule could not be run here: {problem}."
_FAILED_HELP = "Fix the rule or its check. All other rules were run."


class DocumentRun(NamedTuple):
    """A document that rules run on.

    Attributes:
        document: its text and blocks.
        recall: what is known from an earlier text of it, and what is kept for a later one.
        fingerprints: makes the fingerprints of its findings.
        watch: takes the time of each rule.
    """

    document: Document
    recall: Recall
    fingerprints: Fingerprints
    watch: Stopwatch = NO_STOPWATCH


def run_rules(run: DocumentRun, rules: Iterable[Rule], context: Context) -> tuple[Diagnostic, ...]:
    """Return all findings of the rules on a document, in text order.

    Only rules on sources run on a source that could not be read. A finding is dropped if it
    overlaps a finding of a rule that its own rule gives way to.
    """
    document, recall, watch = run.document, run.recall, run.watch
    unreadable = bool(document.source.problem)
    running = sorted(
        (
            rule
            for rule in rules
            if rule.applies_to(context.audience, context.language)
            and (rule.check.node is Source or not unreadable)
        ),
        key=lambda rule: (-rule.priority, rule.id),
    )
    recalled = {rule.id for rule in running if recall.holds_for(rule, context)}
    with watch.time("find words and patterns"):
        dispatchers = _make_dispatchers(run, running, recalled)
    words = {**list_format_words(document), "audience": context.audience}
    diagnostics: dict[tuple[str, Span, str], Diagnostic] = {}
    for rule in running:
        is_recalled = rule.id in recalled
        with watch.time(rule.id):
            nodes = dispatchers[rule.id].select_nodes(rule)
            found = _run_rule(rule, nodes, run, context, words)
            for diagnostic in recall.complete(rule, found, context, recalled=is_recalled):
                key = (diagnostic.rule, diagnostic.span, diagnostic.message)
                diagnostics[key] = diagnostic
    gives_way = {rule.id: rule.gives_way_to for rule in running if rule.gives_way_to}
    kept = list(diagnostics.values())
    return tuple(sorted(_resolve_overlaps(kept, gives_way), key=get_sort_key))


def _make_dispatchers(
    run: DocumentRun, rules: Iterable[Rule], recalled: Container[str]
) -> dict[str, Dispatcher]:
    """Return what selects the nodes for each rule: in the document, or in what differs."""
    groups: dict[int, tuple[Document, list[Rule]]] = {}
    for rule in rules:
        within = run.recall.get_changed(rule) if rule.id in recalled else run.document
        groups.setdefault(id(within), (within, []))[1].append(rule)
    return {
        rule.id: dispatcher
        for within, group in groups.values()
        for dispatcher in [Dispatcher(within, group)]
        for rule in group
    }


def run_rules_in_order(
    run: DocumentRun, rules: SelectedRules, context: Context
) -> tuple[Diagnostic, ...]:
    """Return all findings of the rules, in text order.

    Rules that take advice from the findings of others run after them, and checklists last.
    Findings of rules that are only consulted are counted for the checklists, but not returned.
    """
    checklists = [rule for rule in rules.running if rule.consulted_rules]
    others = [rule for rule in rules.running if not rule.consulted_rules]
    diagnostics = _run_rules_with_advice(run, others, context)
    if not checklists:
        return diagnostics
    consulted = run_rules(run, rules.consulted, context)
    counts = Counter(diagnostic.rule for diagnostic in (*diagnostics, *consulted))
    findings = {
        rule.id: counts[rule.id]
        for rule in (*others, *rules.consulted)
        if rule.applies_to(context.audience, context.language)
    }
    listed = run_rules(run, checklists, context._replace(findings=findings))
    return tuple(sorted((*diagnostics, *listed), key=get_sort_key))


def _run_rules_with_advice(
    run: DocumentRun, rules: list[Rule], context: Context
) -> tuple[Diagnostic, ...]:
    """Return the findings of rules, of which those with advice see those of the others."""
    advised = [rule for rule in rules if rule.advising_rules]
    others = [rule for rule in rules if not rule.advising_rules]
    diagnostics = run_rules(run, others, context)
    for rule in advised:
        advising = (found for found in diagnostics if found.rule in rule.advising_rules)
        reported = ReportedFindings(tuple(advising))
        found = run_rules(run, [rule], context._replace(reported=reported))
        diagnostics = (*diagnostics, *found)
    if not advised:
        return diagnostics
    gives_way = {rule.id: rule.gives_way_to for rule in rules if rule.gives_way_to}
    return tuple(sorted(_resolve_overlaps(list(diagnostics), gives_way), key=get_sort_key))


def _resolve_overlaps(
    diagnostics: list[Diagnostic], gives_way: Mapping[str, frozenset[str]]
) -> Iterable[Diagnostic]:
    """Drop the findings that give way to an overlapping one."""
    if not gives_way:
        return diagnostics
    covered: dict[str, set[int]] = {rule: set() for rules in gives_way.values() for rule in rules}
    for diagnostic in diagnostics:
        if diagnostic.rule in covered:
            covered[diagnostic.rule].update(range(*diagnostic.span))
    return (
        diagnostic
        for diagnostic in diagnostics
        if all(
            covered[rule].isdisjoint(range(*diagnostic.span))
            for rule in gives_way.get(diagnostic.rule, ())
        )
    )


def get_sort_key(diagnostic: Diagnostic) -> tuple[int, int, int]:
    """Return the sort key of a finding: by start, then the worst and shortest first.

    Equal ones keep the order of their rules.
    """
    span = diagnostic.span
    return span.start, diagnostic.severity.rank, span.end


def _run_rule(
    rule: Rule,
    nodes: Iterable[object],
    run: DocumentRun,
    context: Context,
    words: Mapping[str, str],
) -> Iterator[Diagnostic]:
    source, head, fingerprints = run.document.source, run.document.front_matter, run.fingerprints
    seconds = MAX_SECONDS if rule.check.foreign else None
    try:
        hits = islice(_iter_hits(rule, nodes, context), rule.most_findings)
        for node, hit in isolate_check(hits, len(source.text), seconds):
            scope = derive_scope(rule.check, node, hit.span, head)
            yield make_diagnostic(rule, hit, source, words, scope, fingerprints)
    except PlainlintError as error:
        raise PlainlintError(str(error), error.key, rule.id) from error
    except CheckError as error:
        failed = rule._replace(
            severity=Severity.ERROR, forced=True, message=_FAILED_MESSAGE, help=_FAILED_HELP
        )
        hit = Hit(head.anchor, {"problem": str(error)})
        scope = Scope.DOCUMENT
        yield make_diagnostic(failed, hit, source, words, scope, fingerprints)


def _iter_hits(
    rule: Rule, nodes: Iterable[object], context: Context
) -> Iterator[tuple[object, Hit]]:
    check = rule.check
    settings = {name: getattr(context, name) for name in check.context} | dict(rule.settings)
    if check.limited:
        settings["limits"] = rule.limits[context.audience]
    for node in nodes:
        for hit in check.function(node, **settings):
            if not _is_accepted(hit, context):
                yield node, hit


def _is_accepted(hit: Hit, context: Context) -> bool:
    """Return whether a hit is on a word alone, and the configuration accepts that word."""
    accepted = context.accepted
    return bool(accepted and "text" in hit.values) and accepted.covers(
        context.source.slice(hit.span)
    )
