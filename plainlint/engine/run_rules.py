"""The engine: a document and rules to diagnostics, sorted and each told once."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import islice

from plainlint.checks import Context, Hit
from plainlint.core.diagnostics import Diagnostic, RelatedLocation, Scope, Severity
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.source import Source, Span
from plainlint.core.timing import Stopwatch, time_work
from plainlint.document.model import Block, Document, FrontMatter
from plainlint.document.passages import Passage
from plainlint.document.word_index import WordMatch
from plainlint.engine.dispatch import Dispatcher
from plainlint.engine.fingerprints import Fingerprints
from plainlint.engine.isolation import MAX_SECONDS, CheckError, isolate_check
from plainlint.rulebook.registry import Check
from plainlint.rulebook.rule import Rule

_FAILED_MESSAGE = "This rule could not be run here: {problem}."
_FAILED_HELP = "Mend the rule or its check. All other rules were run."


def lint(
    document: Document,
    rules: Iterable[Rule],
    context: Context,
    watch: Stopwatch | None = None,
) -> tuple[Diagnostic, ...]:
    """All findings of the rules on a document, in text order.

    A source that could not be read is looked at by the rules on sources alone. A finding is left
    out where one of a rule that its own gives way to overlaps it.
    """
    unreadable = bool(document.source.problem)
    running = [
        rule
        for rule in rules
        if rule.applies_to(context.audience, context.language)
        and (rule.check.node is Source or not unreadable)
    ]
    nodes = time_work(watch, "find words and patterns", lambda: Dispatcher(document, running))
    run = partial(_run_rule, document=document, context=context, marks=Fingerprints(document))
    found = {
        (diagnostic.rule, diagnostic.span, diagnostic.message): diagnostic
        for rule in running
        for diagnostic in time_work(watch, rule.id, partial(_collect_findings, run, rule, nodes))
    }
    gives_way = {rule.id: rule.gives_way_to for rule in running if rule.gives_way_to}
    told = _resolve_overlaps(list(found.values()), gives_way) if gives_way else found.values()
    return tuple(sorted(told, key=get_sort_key))


def _collect_findings(
    run: Callable[[Rule, Iterable[object]], Iterable[Diagnostic]], rule: Rule, nodes: Dispatcher
) -> list[Diagnostic]:
    return list(run(rule, nodes.select_nodes(rule)))


def _resolve_overlaps(
    found: list[Diagnostic], gives_way: Mapping[str, frozenset[str]]
) -> Iterator[Diagnostic]:
    """The findings without those that give way to another at their place."""
    covered: dict[str, set[int]] = {rule: set() for each in gives_way.values() for rule in each}
    for each in found:
        if each.rule in covered:
            covered[each.rule].update(range(*each.span))
    for each in found:
        others = gives_way.get(each.rule, ())
        if all(covered[rule].isdisjoint(range(*each.span)) for rule in others):
            yield each


def get_sort_key(diagnostic: Diagnostic) -> tuple[int, int, int, str]:
    """The sort key of findings: where they start, the worst and shortest first."""
    span = diagnostic.span
    return span.start, diagnostic.severity.rank, span.end, diagnostic.rule


def _run_rule(
    rule: Rule,
    nodes: Iterable[object],
    document: Document,
    context: Context,
    marks: Fingerprints,
) -> Iterator[Diagnostic]:
    source, head = document.source, document.front_matter
    seconds = MAX_SECONDS if rule.check.foreign else None
    try:
        hits = islice(_iter_hits(rule, nodes, context), rule.most_findings)
        for node, hit in isolate_check(hits, len(source.text), seconds):
            scope = _derive_scope(rule.check, node, hit.span, head)
            yield _make_diagnostic(rule, hit, source, context.audience, scope, marks)
    except PlainlintError as error:
        raise PlainlintError(str(error), error.key, rule.id) from error
    except CheckError as error:
        failed = rule._replace(
            severity=Severity.ERROR, forced=True, message=_FAILED_MESSAGE, help=_FAILED_HELP
        )
        hit = Hit(head.anchor, {"problem": str(error)})
        yield _make_diagnostic(failed, hit, source, context.audience, Scope.DOCUMENT, marks)


def _iter_hits(
    rule: Rule, nodes: Iterable[object], context: Context
) -> Iterator[tuple[object, Hit]]:
    check = rule.check
    settings = {name: getattr(context, name) for name in check.context} | dict(rule.settings)
    if check.limited:
        settings["limits"] = rule.limits[context.audience]
    for node in nodes:
        for hit in check.function(node, **settings):
            yield node, hit


def _derive_scope(check: Check, node: object, span: Span, front_matter: FrontMatter) -> Scope:
    """What a finding of this check speaks of when it is shown at `span`."""
    in_head = span.start >= front_matter.span.start and span.end <= front_matter.span.end
    if check.node is FrontMatter or (isinstance(node, Passage | WordMatch) and in_head):
        return Scope.FRONT_MATTER
    at_head = span == front_matter.anchor or span.end <= front_matter.span.end
    if check.node is Document and at_head:
        is_score = check.limited and "measures" in check.context
        return Scope.SCORE if is_score else Scope.DOCUMENT
    return Scope.BLOCK if isinstance(node, Block) and span == node.span else Scope.TEXT


def _make_diagnostic(
    rule: Rule, hit: Hit, source: Source, audience: str, scope: Scope, marks: Fingerprints
) -> Diagnostic:
    values = {"audience": audience, **hit.values}
    text, message = source.slice(hit.span), _fill_template("message", rule.message, values)
    severity = rule.severity if rule.forced or hit.severity is None else hit.severity
    return Diagnostic(
        source.path,
        rule.id,
        severity,
        message,
        _fill_template("help", rule.help, values),
        hit.span,
        source.locate(hit.span.start),
        source.locate(hit.span.end),
        text,
        audience,
        tuple(_make_related_location(source, span) for span in hit.related),
        hit.fix,
        hit.values,
        scope,
        marks.compute_fingerprint(rule.id, scope, hit.span, text, message),
    )


def _make_related_location(source: Source, span: Span) -> RelatedLocation:
    return RelatedLocation(span, source.locate(span.start), source.slice(span))


def _fill_template(key: str, template: str, values: dict[str, object]) -> str:
    try:
        return template.format_map(values)
    except KeyError as error:
        name = str(error.args[0])
        message = f"'{key}' can't have {{{name}}} in it{format_suggestion(name, values)}"
        raise PlainlintError(message, key) from error
    except (ValueError, AttributeError, IndexError, TypeError) as error:
        raise PlainlintError(f"'{key}' can't be filled in: {error}", key) from error


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
    lists = [rule for rule in rules if rule.consulted_rules]
    first = [rule for rule in rules if not rule.consulted_rules]
    found = lint(document, first, context, watch)
    if not lists:
        return found
    counts = Counter(each.rule for each in (*found, *lint(document, consulted, context, watch)))
    findings = {
        rule.id: counts[rule.id]
        for rule in (*first, *consulted)
        if rule.applies_to(context.audience, context.language)
    }
    said = lint(document, lists, context._replace(findings=findings), watch)
    return tuple(sorted((*found, *said), key=get_sort_key))
