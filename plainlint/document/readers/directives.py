"""Directives to plainlint in a document's comments and front matter."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from plainlint.core.errors import format_suggestion
from plainlint.core.source import Source, Span
from plainlint.document.model import (
    Block,
    BlockKind,
    Directive,
    DirectiveKind,
    ExcludedText,
    ExclusionReason,
    FrontMatter,
    RuleReference,
)

_KEY = "plainlint"
_OPENING = re.compile(r"<!--\s*plainlint\s*:")
_CLOSING = "-->"
_BODY = re.compile(r"\s*(?P<action>[\w-]*)\s*(?:=(?P<names>.*))?", re.DOTALL)
_REASON = re.compile(r"(?:^|\s)--+\s")
_NAME = re.compile(r"[^\s,]+")
# A rule, a category or another word in front matter.
_WORD = re.compile(r"[\w/.-]+")


def read_directives(
    source: Source,
    front_matter: FrontMatter,
    blocks: Iterable[Block],
    excluded_texts: Iterable[ExcludedText],
) -> tuple[Directive, ...]:
    """Return the directives of a document, in text order.

    A comment inside code or other markup is text, so only those count that were parsed as
    comments: HTML blocks without visible text, and text excluded as a comment.
    """
    directives = list(_find_in_front_matter(source, front_matter))
    comments = list(_find_comments(source.text))
    if comments:
        hidden_blocks = [
            block.span
            for block in blocks
            if block.kind is BlockKind.HTML and block.exclusion_reason is ExclusionReason.NO_TEXT
        ]
        inline_comments = [
            excluded.span for excluded in excluded_texts if excluded.reason == "HTML comment"
        ]
        spans = sorted(hidden_blocks + inline_comments)
        directives += [
            _parse_directive(source.text, comment, body)
            for comment, body in comments
            if _is_inside(comment, spans)
        ]
    return tuple(directives)


def _find_comments(text: str) -> Iterator[tuple[Span, Span]]:
    """Yield the spans of each comment to plainlint and of what is in it."""
    start = 0
    while opening := _OPENING.search(text, start):
        end = text.find(_CLOSING, opening.end())
        if end < 0:
            return
        start = end + len(_CLOSING)
        yield Span(opening.start(), start), Span(opening.end(), end)


def _is_inside(extent: Span, spans: list[Span]) -> bool:
    index = bisect_right(spans, extent.start, key=lambda span: span.start) - 1
    return index >= 0 and extent.end <= spans[index].end


def _parse_directive(text: str, comment: Span, body: Span) -> Directive:
    reason = _REASON.search(text[slice(*body)])
    end = body.start + reason.start() if reason else body.end
    parts = _BODY.match(text, body.start, end)
    assert parts is not None
    names = _parse_names(text, *parts.span("names"))
    problem = _find_problem(parts["action"], names, parts.end() < end)
    return Directive(
        kind=DirectiveKind(parts["action"]) if not problem else DirectiveKind.ENABLE,
        names=names if not problem else (),
        reason=reason.string[reason.end() :].strip() if reason else "",
        span=comment,
        problem=problem,
    )


def _parse_names(text: str, start: int, end: int) -> tuple[RuleReference, ...]:
    if start < 0:
        return ()
    matches = _NAME.finditer(text, start, end)
    return tuple(RuleReference(match.group(), Span(*match.span())) for match in matches)


def _find_problem(action: str, names: tuple[RuleReference, ...], has_rest: bool) -> str:  # noqa: FBT001
    """Explain why a directive has no effect; return an empty text if it has one."""
    actions = list(map(str, DirectiveKind))
    if action not in actions:
        return f"unknown word '{action}'{format_suggestion(action, actions)}"
    if has_rest:
        return f"put an equals sign behind '{action}', and commas between the rules"
    if not names and action != DirectiveKind.ENABLE:
        return f"'{action}' names no rule; write {action}= and a rule or category"
    return ""


def _find_in_front_matter(source: Source, front_matter: FrontMatter) -> Iterator[Directive]:
    """Yield the directives of `plainlint: {disable: [rule, ...]}`, or of a table of reasons."""
    entry = front_matter.entries.get(_KEY)
    if entry is None:
        return
    disabled = entry.value.get("disable") if isinstance(entry.value, Mapping) else None
    if isinstance(disabled, str):
        disabled = (disabled,)
    if not disabled:
        yield Directive(
            kind=DirectiveKind.ENABLE,
            names=(),
            reason="",
            span=entry.key_span,
            in_front_matter=True,
            problem=f"'{_KEY}' in the front matter needs 'disable' and a list of rules",
        )
        return
    reasons = disabled if isinstance(disabled, Mapping) else dict.fromkeys(map(str, disabled))
    spans = _find_words(source.text, entry.value_span)
    for rule, reason in reasons.items():
        name = RuleReference(rule, spans.get(rule, entry.value_span))
        yield Directive(
            kind=DirectiveKind.FILE,
            names=(name,),
            reason=reason if isinstance(reason, str) else "",
            span=name.span,
            in_front_matter=True,
        )


def _find_words(text: str, within: Span) -> Mapping[str, Span]:
    """Return where each word of a part of the text is first."""
    spans: dict[str, Span] = {}
    for word in _WORD.finditer(text, *within):
        spans.setdefault(word[0], Span(*word.span()))
    return spans
