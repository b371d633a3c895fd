"""Findings: what the hit of a check becomes, with its message, place, scope and fingerprint."""

from collections.abc import Mapping
from typing import Literal

from plainlint.checks import Hit
from plainlint.core.diagnostics import Diagnostic, RelatedLocation, Scope
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.formats import MARKDOWN, PACKED, get_format_words
from plainlint.core.source import Source, Span
from plainlint.core.text import fill_template
from plainlint.document.model import Block, Document, FrontMatter
from plainlint.document.passages import Passage
from plainlint.document.readers.plain_data import get_head_format
from plainlint.document.word_index import WordMatch
from plainlint.engine.fingerprints import Fingerprints
from plainlint.languages.phrases import choose_number_form, is_number, translate
from plainlint.rulebook.registry import Check
from plainlint.rulebook.rule import Rule


def derive_scope(check: Check, node: object, span: Span, front_matter: FrontMatter) -> Scope:
    """Derive what a finding of this check is about from its node and place."""
    in_head = span.start >= front_matter.span.start and span.end <= front_matter.span.end
    if check.node is FrontMatter or (isinstance(node, Passage | WordMatch) and in_head):
        return Scope.FRONT_MATTER
    at_head = span == front_matter.anchor or span.end <= front_matter.span.end
    if check.node is Document and at_head:
        is_score = check.limited and "measures" in check.context
        return Scope.SCORE if is_score else Scope.DOCUMENT
    return Scope.BLOCK if isinstance(node, Block) and span == node.span else Scope.TEXT


def list_format_words(document: Document) -> Mapping[str, str]:
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


def make_diagnostic(
    rule: Rule,
    hit: Hit,
    source: Source,
    words: Mapping[str, str],
    scope: Scope,
    fingerprints: Fingerprints,
) -> Diagnostic:
    """Return the finding of a rule for a hit of its check.

    Args:
        rule: the rule.
        hit: what its check found.
        source: the document's text.
        words: what messages may name besides the hit: `list_format_words`, and the audience.
        scope: what the finding is about.
        fingerprints: makes its fingerprint.

    Raises:
        PlainlintError: the message or the help of the rule's page can't be filled in.
    """
    values = {**words, **hit.values}
    if isinstance(limit := hit.values.get("limit"), int | float):
        values["goal"] = rule.limits[words["audience"]].choose_goal(limit)
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
