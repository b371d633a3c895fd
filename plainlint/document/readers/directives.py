"""Directives: what a document's own comments and front matter ask of plainlint."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from plainlint.core.errors import did_you_mean
from plainlint.core.source import Source, Span
from plainlint.document.model import (
    Action,
    Block,
    BlockKind,
    Directive,
    FrontMatter,
    LeftOut,
    Name,
    Omission,
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
    omissions: Iterable[Omission],
) -> tuple[Directive, ...]:
    """The directives of a document, in text order.

    A comment in code or inside a word of markup is text, so only those count that were parsed
    as comments: blocks of HTML that show nothing, and what was left out as a comment.
    """
    found = list(_in_front_matter(source, front_matter))
    comments = list(_COMMENT.finditer(source.text, front_matter.span.end))
    if comments:
        html = [
            b.span for b in blocks if b.kind is BlockKind.HTML and b.left_out is LeftOut.NO_TEXT
        ]
        spans = sorted([*html, *(each.span for each in omissions if each.reason == "HTML comment")])
        found += [_directive(each) for each in comments if _inside(each.span(), spans)]
    return tuple(found)


def _inside(place: tuple[int, int], spans: list[Span]) -> bool:
    index = bisect_right(spans, place[0], key=lambda span: span.start) - 1
    return index >= 0 and place[1] <= spans[index].end


def _directive(comment: re.Match[str]) -> Directive:
    start, end = comment.span("body")
    reason = _REASON.search(comment["body"])
    if reason:
        end = start + reason.start()
    body = _BODY.match(comment.string, start, end)
    assert body is not None
    names = _names(comment.string, *body.span("names"))
    problem = _problem(body["action"], names, body.end() < end)
    return Directive(
        Action(body["action"]) if not problem else Action.ENABLE,
        names if not problem else (),
        comment["body"][reason.end() :].strip() if reason else "",
        Span(*comment.span()),
        problem=problem,
    )


def _names(text: str, start: int, end: int) -> tuple[Name, ...]:
    if start < 0:
        return ()
    return tuple(Name(m.group(), Span(*m.span())) for m in _NAME.finditer(text, start, end))


def _problem(action: str, names: tuple[Name, ...], has_rest: bool) -> str:  # noqa: FBT001
    """Why a directive can't be carried out; empty if it can."""
    actions = list(map(str, Action))
    if action not in actions:
        return f"unknown word '{action}'{did_you_mean(action, actions)}"
    if has_rest:
        return f"put an equals sign behind '{action}', and commas between the rules"
    if not names and action != Action.ENABLE:
        return f"'{action}' names no rule; write {action}= and a rule or category"
    return ""


def _in_front_matter(source: Source, front_matter: FrontMatter) -> Iterator[Directive]:
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
            Action.ENABLE, (), "", entry.key_span, in_front_matter=True, problem=problem
        )
        return
    reasons = asked if isinstance(asked, Mapping) else dict.fromkeys(map(str, asked))
    for rule, reason in reasons.items():
        name = Name(rule, _span_of(rule, source, entry.value_span))
        text = reason if isinstance(reason, str) else ""
        yield Directive(Action.FILE, (name,), text, name.span, in_front_matter=True)


def _span_of(name: str, source: Source, within: Span) -> Span:
    """Where a name stands in the value of the front matter's key."""
    whole = re.compile(rf"(?<![\w/-]){re.escape(name)}(?![\w/-])")
    found = whole.search(source.text, *within)
    return Span(*found.span()) if found else within
