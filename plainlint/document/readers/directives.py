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
_COMMENT = re.compile(r"<!--\s*plainlint\s*:(?P<body>.*?)-->", re.DOTALL)
_BODY = re.compile(r"\s*(?P<action>[\w-]*)\s*(?:=(?P<names>.*))?", re.DOTALL)
_REASON = re.compile(r"(?:^|\s)--+\s")
_NAME = re.compile(r"[^\s,]+")


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
    comments = list(_COMMENT.finditer(source.text))
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
            _parse_directive(comment) for comment in comments if _is_inside(comment.span(), spans)
        ]
    return tuple(directives)


def _is_inside(extent: tuple[int, int], spans: list[Span]) -> bool:
    index = bisect_right(spans, extent[0], key=lambda span: span.start) - 1
    return index >= 0 and extent[1] <= spans[index].end


def _parse_directive(comment: re.Match[str]) -> Directive:
    start, end = comment.span("body")
    reason = _REASON.search(comment["body"])
    if reason:
        end = start + reason.start()
    body = _BODY.match(comment.string, start, end)
    assert body is not None
    names = _parse_names(comment.string, *body.span("names"))
    problem = _find_problem(body["action"], names, body.end() < end)
    return Directive(
        kind=DirectiveKind(body["action"]) if not problem else DirectiveKind.ENABLE,
        names=names if not problem else (),
        reason=comment["body"][reason.end() :].strip() if reason else "",
        span=Span(*comment.span()),
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
    for rule, reason in reasons.items():
        name = RuleReference(rule, _find_name(rule, source, entry.value_span))
        yield Directive(
            kind=DirectiveKind.FILE,
            names=(name,),
            reason=reason if isinstance(reason, str) else "",
            span=name.span,
            in_front_matter=True,
        )


def _find_name(name: str, source: Source, within: Span) -> Span:
    """Return the span of a name in the value of the front-matter key."""
    whole_name = re.compile(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])")
    match = whole_name.search(source.text, *within)
    return Span(*match.span()) if match else within
