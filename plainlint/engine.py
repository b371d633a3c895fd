"""The engine: a document and rules to diagnostics, sorted and each told once."""

from collections.abc import Callable, Iterable, Iterator

from plainlint.check_loader import Check
from plainlint.checks import Context, Hit
from plainlint.diagnostics import Diagnostic, Related, Scope
from plainlint.errors import PlainlintError
from plainlint.fingerprints import with_fingerprints
from plainlint.metadata import FrontMatter
from plainlint.model import Block, Directive, Document, Link, Sentence
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
    Directive: lambda document: document.directives,
}


def lint(document: Document, rules: Iterable[Rule], context: Context) -> tuple[Diagnostic, ...]:
    """All findings of the rules on a document, in text order.

    A source that could not be read is looked at by the rules on sources alone.
    """
    unreadable = bool(document.source.problem)
    found = {
        (diagnostic.rule, diagnostic.span, diagnostic.message): diagnostic
        for rule in rules
        if rule.applies(context.audience, context.language)
        and (rule.check.node is Source or not unreadable)
        for diagnostic in _run(rule, document, context)
    }
    return tuple(with_fingerprints(sorted(found.values(), key=in_text_order), document))


def in_text_order(diagnostic: Diagnostic) -> tuple[int, int, int, str]:
    """The sort key of findings: where they start, the worst and shortest first."""
    span = diagnostic.span
    return span.start, diagnostic.severity.rank, span.end, diagnostic.rule


def _run(rule: Rule, document: Document, context: Context) -> Iterator[Diagnostic]:
    check = rule.check
    settings = {name: getattr(context, name) for name in check.context} | dict(rule.settings)
    if check.limited:
        settings["limits"] = rule.limits[context.audience]
    for node in NODES[check.node](document):
        for hit in check.function(node, **settings):
            scope = _scope(check, hit.span, document.front_matter)
            yield _diagnostic(rule, hit, document.source, context.audience, scope)


def _scope(check: Check, span: Span, front_matter: FrontMatter) -> Scope:
    """What a finding of this check speaks of when it is shown at `span`."""
    if check.node is FrontMatter:
        return Scope.FRONT_MATTER
    at_head = span == front_matter.anchor or span.end <= front_matter.span.end
    if check.node is Document and at_head:
        return Scope.SCORE if check.limited else Scope.DOCUMENT
    return Scope.BLOCK if check.node is Block else Scope.TEXT


def _diagnostic(rule: Rule, hit: Hit, source: Source, audience: str, scope: Scope) -> Diagnostic:
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
        scope,
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
