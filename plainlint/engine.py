"""The engine: a document and rules to diagnostics, sorted and each told once."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from plainlint.checks import Context, Hit
from plainlint.diagnostics import Diagnostic, Related
from plainlint.errors import PlainlintError
from plainlint.metadata import FrontMatter
from plainlint.model import Block, Document, Link, Sentence
from plainlint.rule import Rule
from plainlint.source import Source, Span

# What a check may look at, by the annotation of its first parameter.
NODES: dict[type, Callable[[Document], Iterable[object]]] = {
    Source: lambda document: (document.source,),
    Document: lambda document: (document,),
    FrontMatter: lambda document: (document.front_matter,),
    Block: lambda document: document.blocks,
    Sentence: lambda document: document.sentences,
    Link: lambda document: document.links,
}


def lint(document: Document, rules: Iterable[Rule], context: Context) -> tuple[Diagnostic, ...]:
    """All findings of the rules on a document, in text order.

    A source that could not be read is looked at by the rules on sources alone. A finding is left
    out where one of a rule that its own gives way to overlaps it.
    """
    unreadable = bool(document.source.problem)
    running = [
        rule
        for rule in rules
        if rule.applies(context.audience, context.language)
        and (rule.check.node is Source or not unreadable)
    ]
    found = {
        (diagnostic.rule, diagnostic.span, diagnostic.message): diagnostic
        for rule in running
        for diagnostic in _run(rule, document, context)
    }
    gives_way = {rule.id: rule.gives_way_to for rule in running if rule.gives_way_to}
    told = _told_once(list(found.values()), gives_way) if gives_way else found.values()
    return tuple(sorted(told, key=_order))


def _told_once(
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


def _order(diagnostic: Diagnostic) -> tuple[int, int, int, str]:
    span = diagnostic.span
    return span.start, diagnostic.severity.rank, span.end, diagnostic.rule


def _run(rule: Rule, document: Document, context: Context) -> Iterator[Diagnostic]:
    check = rule.check
    settings = {name: getattr(context, name) for name in check.context} | dict(rule.settings)
    if check.limited:
        settings["limits"] = rule.limits[context.audience]
    for node in NODES[check.node](document):
        for hit in check.function(node, **settings):
            yield _diagnostic(rule, hit, document.source, context.audience)


def _diagnostic(rule: Rule, hit: Hit, source: Source, audience: str) -> Diagnostic:
    values = {"audience": audience, **hit.values}
    severity = rule.severity if rule.forced or hit.severity is None else hit.severity
    return Diagnostic(
        source.path,
        rule.id,
        severity,
        _filled(rule, rule.message, values),
        _filled(rule, rule.help, values),
        hit.span,
        source.locate(hit.span.start),
        source.locate(hit.span.end),
        source.slice(hit.span),
        audience,
        tuple(_related(source, span) for span in hit.related),
        hit.fix,
        hit.values,
    )


def _related(source: Source, span: Span) -> Related:
    return Related(span, source.locate(span.start), source.slice(span))


def _filled(rule: Rule, template: str, values: dict[str, object]) -> str:
    try:
        return template.format_map(values)
    except (KeyError, ValueError, AttributeError, IndexError) as error:
        given = ", ".join(sorted(values))
        message = f"{rule.id}: its message can't be filled in ({error}); the check gives: {given}"
        raise PlainlintError(message) from error
