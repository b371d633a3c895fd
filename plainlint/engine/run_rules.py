"""Run rules on a document: diagnostics in text order, unique by rule, place and message."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import islice
from typing import Literal, NamedTuple

from plainlint.checks import Context, Hit
from plainlint.core.diagnostics import Diagnostic, RelatedLocation, Scope, Severity
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.formats import MARKDOWN, PACKED, get_format_words
from plainlint.core.reported import ReportedFindings
from plainlint.core.source import Source, Span
from plainlint.core.text import fill_template
from plainlint.core.timing import NO_STOPWATCH, Stopwatch
from plainlint.document.model import Block, Document, FrontMatter
from plainlint.document.passages import Passage
from plainlint.document.readers.plain_data import get_head_format
from plainlint.document.word_index import WordMatch
from plainlint.engine.dispatch import Dispatcher
from plainlint.engine.fingerprints import Fingerprints
from plainlint.engine.isolation import MAX_SECONDS, CheckError, isolate_check
from plainlint.engine.recall import Recall
from plainlint.languages.phrases import choose_number_form, is_number, translate
from plainlint.rulebook.registry import Check
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
    words = {**_get_format_words(document), "audience": context.audience}
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
            scope = _derive_scope(rule.check, node, hit.span, head)
            yield _make_diagnostic(rule, hit, source, words, scope, fingerprints)
    except PlainlintError as error:
        raise PlainlintError(str(error), error.key, rule.id) from error
    except CheckError as error:
        failed = rule._replace(
            severity=Severity.ERROR, forced=True, message=_FAILED_MESSAGE, help=_FAILED_HELP
        )
        hit = Hit(head.anchor, {"problem": str(error)})
        scope = Scope.DOCUMENT
        yield _make_diagnostic(failed, hit, source, words, scope, fingerprints)


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


def _derive_scope(check: Check, node: object, span: Span, front_matter: FrontMatter) -> Scope:
    """Derive what a finding of this check is about from its node and place."""
    in_head = span.start >= front_matter.span.start and span.end <= front_matter.span.end
    if check.node is FrontMatter or (isinstance(node, Passage | WordMatch) and in_head):
        return Scope.FRONT_MATTER
    at_head = span == front_matter.anchor or span.end <= front_matter.span.end
    if check.node is Document and at_head:
        is_score = check.limited and "measures" in check.context
        return Scope.SCORE if is_score else Scope.DOCUMENT
    return Scope.BLOCK if isinstance(node, Block) and span == node.span else Scope.TEXT


def _get_format_words(document: Document) -> Mapping[str, str]:
    """Return the words for what writers of the document's format do."""
    words = get_format_words(document.source.format)
    # Front matter in YAML can stand above a page in HTML.
    if get_head_format(document.source.slice(document.front_matter.anchor)):
        markdown = get_format_words(MARKDOWN)
        words = {
            **words,
            **{name: markdown[name] for name in ("front_matter", "front_matter_form")},
        }
    return words


def _make_diagnostic(
    rule: Rule,
    hit: Hit,
    source: Source,
    words: Mapping[str, str],
    scope: Scope,
    fingerprints: Fingerprints,
) -> Diagnostic:
    values = {**words, **hit.values}
    shown: Mapping[str, object] = hit.values
    fix = None if source.format in PACKED else hit.fix
    if rule.said_in:
        values = _translate_values(values, rule.said_in)
        shown = {key: values[key] for key in hit.values}
        fix = fix and fix._replace(title=translate(fix.title, rule.said_in))
    severity = rule.severity if rule.forced or hit.severity is None else hit.severity
    span, text = hit.span, source.slice(hit.span)
    key = str(hit.values.get("key", ""))
    return Diagnostic(
        path=source.path,
        rule=rule.id,
        severity=severity,
        message=_fill_template("message", rule, values),
        help=_fill_template("help", rule, values),
        span=span,
        start=source.locate(span.start),
        end=source.locate(span.end),
        text=text,
        audience=words["audience"],
        related=tuple([_make_related_location(source, related) for related in hit.related]),
        fix=fix,
        values=shown,
        scope=scope,
        fingerprint=fingerprints.compute_fingerprint(rule.id, scope, span, text, (key, hit.kind)),
    )


# What is from the text, the glossary or the page of the rule, and not in English.
_AS_IT_IS = frozenset(
    {
        "action",
        "better",
        "first",
        "href",
        "key",
        "long_form",
        "plain",
        "target",
        "term",
        "text",
        "word",
    }
)


def _translate_values(values: Mapping[str, object], language: str) -> dict[str, object]:
    """Return the values of a message with the words of checks in another language."""
    return {
        key: value if key in _AS_IT_IS else _translate_value(value, language)
        for key, value in values.items()
    }


def _translate_value(value: object, language: str) -> object:
    """Return a value with its texts, also those in a list or a table, in another language."""
    if isinstance(value, str):
        # A number in a text is from the document: checks give numbers of their own as numbers.
        return value if is_number(value) else translate(value, language)
    if isinstance(value, list | tuple):
        return type(value)([_translate_value(part, language) for part in value])
    if isinstance(value, dict):
        return {key: _translate_value(part, language) for key, part in value.items()}
    return value


def _make_related_location(source: Source, span: Span) -> RelatedLocation:
    return RelatedLocation(span, source.locate(span.start), source.slice(span))


def _fill_template(key: Literal["message", "help"], rule: Rule, values: dict[str, object]) -> str:
    template = rule.message if key == "message" else rule.help
    write_number = choose_number_form(rule.said_in) if rule.said_in else str
    try:
        return fill_template(template, values, write_number)
    except KeyError as error:
        name = str(error.args[0])
        message = f"'{key}' can't contain {{{name}}}{format_suggestion(name, values)}"
        raise PlainlintError(message, key) from error
    except (ValueError, AttributeError, IndexError, TypeError) as error:
        raise PlainlintError(f"'{key}' can't be filled in: {error}", key) from error
