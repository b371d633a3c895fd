"""Link targets: markdown-it's own reader, with a short way for the usual ones."""

import re
from typing import NamedTuple, Protocol

from markdown_it import helpers

# A target without brackets, escapes, entities or spaces stands as it is written.
_PLAIN = re.compile(r"[^ <()\\;\x00-\x1f\x7f][^ ()\\;\x00-\x1f\x7f]*(?=[ )\x00-\x1f])")


class Target(Protocol):
    """What markdown-it expects: whether there is a target, where it ends, and the target."""

    ok: bool
    pos: int
    str: str


class _Plain(NamedTuple):
    ok: bool
    pos: int
    str: str


def read_link_target(content: str, pos: int, maximum: int) -> Target | _Plain:
    """The link target at `pos` of a content that ends at `maximum`."""
    plain = _PLAIN.match(content, pos, maximum)
    if plain:
        return _Plain(ok=True, pos=plain.end(), str=plain.group())
    return helpers.parseLinkDestination(content, pos, maximum)


class FastHelpers:
    """The helpers that markdown-it's link rules call, under the names it calls them by."""

    parseLinkLabel = staticmethod(helpers.parseLinkLabel)  # noqa: N815
    parseLinkDestination = staticmethod(read_link_target)  # noqa: N815
    parseLinkTitle = staticmethod(helpers.parseLinkTitle)  # noqa: N815
