"""Directives: what a document's own comments and front matter ask of plainlint."""

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
    omissions: Iterable[ExcludedText],
) -> tuple[Directive, ...]:
    """The directives of a document, in text order.

    A comment in code or inside a word of markup is text, so only those count that were parsed
    as comments: blocks of HTML that show nothing, and what was left out as a comment.
    """
    found = list(_find_in_front_matter(source, front_matter))
    comments = list(_COMMENT.finditer(source.text, front_matter.span.end))
    if comments:
        html = [
            b.span
            for b in blocks
            if b.kind is BlockKind.HTML and b.exclusion_reason is ExclusionReason.NO_TEXT
        ]
        spans = sorted([*html, *(each.span for each in omissions if each.reason == "HTML comment")])
        found += [_parse_directive(each) for each in comments if _is_inside(each.span(), spans)]
    return tuple(found)


def _is_inside(place: tuple[int, int], spans: list[Span]) -> bool:
    index = bisect_right(spans, place[0], key=lambda span: span.start) - 1
    return index >= 0 and place[1] <= spans[index].end


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
        DirectiveKind(body["action"]) if not problem else DirectiveKind.ENABLE,
        names if not problem else (),
        comment["body"][reason.end() :].strip() if reason else "",
        Span(*comment.span()),
        problem=problem,
    )


def _parse_names(text: str, start: int, end: int) -> tuple[RuleReference, ...]:
    if start < 0:
        return ()
    return tuple(
        RuleReference(m.group(), Span(*m.span())) for m in _NAME.finditer(text, start, end)
    )


def _find_problem(action: str, names: tuple[RuleReference, ...], has_rest: bool) -> str:  # noqa: FBT001
    """Why a directive can't be carried out; empty if it can."""
    actions = list(map(str, DirectiveKind))
    if action not in actions:
        return f"unknown word '{action}'{format_suggestion(action, actions)}"
    if has_rest:
        return f"put an equals sign behind '{action}', and commas between the rules"
    if not names and action != DirectiveKind.ENABLE:
        return f"'{action}' names no rule; write {action}= and a rule or category"
    return ""


def _find_in_front_matter(source: Source, front_matter: FrontMatter) -> Iterator[Directive]:
    """`plainlint: {disable: [rule, ...]}`, or a table from rules to reasons."""
    entry = front_matter.entries.get(_KEY)
    if entry is None:
        return
    asked = entry.value.get("disable") if isinstance(entry.value, Mapping) else None
    if isinstance(asked, str):
        asked = (asked,)
    if not asked:
        problem = f"'{_KEY}' in the front matter needs 'disable' and a list of rules"
        yield Directive(
            DirectiveKind.ENABLE, (), "", entry.key_span, in_front_matter=True, problem=problem
        )
        return
    reasons = asked if isinstance(asked, Mapping) else dict.fromkeys(map(str, asked))
    for rule, reason in reasons.items():
        name = RuleReference(rule, _find_name(rule, source, entry.value_span))
        text = reason if isinstance(reason, str) else ""
        yield Directive(DirectiveKind.FILE, (name,), text, name.span, in_front_matter=True)


def _find_name(name: str, source: Source, within: Span) -> Span:
    """Where a name stands in the value of the front matter's key."""
    whole = re.compile(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])")
    found = whole.search(source.text, *within)
    return Span(*found.span()) if found else within
