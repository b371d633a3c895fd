"""Link labels, targets and titles: markdown-it's readers, with a short way for the usual ones."""

import re
from typing import Any, NamedTuple, Protocol

from markdown_it import helpers
from markdown_it.rules_inline import StateInline

# A target without brackets, escapes, entities or spaces stands as it is written.
_PLAIN = re.compile(r"[^ <()\\;\x00-\x1f\x7f][^ ()\\;\x00-\x1f\x7f]*(?=[ )\x00-\x1f])")
# Nor has the usual title an escape or an entity in it.
_PLAIN_TITLE = re.compile(r'"([^"\\;]*)"')

# The cache belongs to one text and has positions as keys; this is none of them.
_LAST_BRACKET = -1


class Part(Protocol):
    """What markdown-it expects: whether the part is there, where it ends, and its text."""

    ok: bool
    pos: int
    str: str


class _Plain(NamedTuple):
    ok: bool
    pos: int
    str: str
    can_continue: bool = False


def read_link_target(content: str, pos: int, maximum: int) -> Part | _Plain:
    """The link target at `pos` of a content that ends at `maximum`."""
    plain = _PLAIN.match(content, pos, maximum)
    if plain:
        return _Plain(ok=True, pos=plain.end(), str=plain.group())
    return helpers.parseLinkDestination(content, pos, maximum)


def read_link_title(content: str, pos: int, maximum: int, before: Any = None) -> Part | _Plain:
    """The link title at `pos`, or the rest of one that began on the lines `before`."""
    plain = _PLAIN_TITLE.match(content, pos, maximum) if before is None else None
    if plain:
        return _Plain(ok=True, pos=plain.end(), str=plain[1])
    return helpers.parseLinkTitle(content, pos, maximum, before)


def read_link_label(state: StateInline, start: int, disable_nested: bool = False) -> int:  # noqa: FBT001, FBT002
    """The end of the link label that opens at `start`, or -1.

    Without a bracket to close it, markdown-it would read the rest of the text to say so.
    """
    last = state.cache.get(_LAST_BRACKET)
    if last is None:
        last = state.cache[_LAST_BRACKET] = state.src.rfind("]")
    return -1 if last < start else helpers.parseLinkLabel(state, start, disable_nested)


class FastHelpers:
    """The helpers that markdown-it's link rules call, under the names it calls them by."""

    parseLinkLabel = staticmethod(read_link_label)  # noqa: N815
    parseLinkDestination = staticmethod(read_link_target)  # noqa: N815
    parseLinkTitle = staticmethod(read_link_title)  # noqa: N815
