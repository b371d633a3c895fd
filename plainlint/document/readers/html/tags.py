"""Raw HTML: the name and attributes of a tag, and the visible text of a block."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

# Tags that end a run of text; all others (<b>, <sup>, <span>) are inside it.
BREAK_TAGS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote br caption center dd details div dl dt fieldset "
        "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p section "
        "summary table tbody td tfoot th thead tr ul",
    )
)
_TAG_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_ATTRIBUTE = re.compile(
    r"""([A-Za-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?"""
)
_HIDDEN = (
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<hidden>script|style|template|svg|pre|textarea)\b.*?(?:</(?P=hidden)\s*>|\Z)"
    r"|<[?!].*?(?:>|\Z)"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SEPARATOR = re.compile(
    rf"{_HIDDEN}|</?(?:{'|'.join(sorted(BREAK_TAGS))})\b[^<>]*>", re.DOTALL | re.IGNORECASE
)


class Tag(NamedTuple):
    """An HTML tag: its lower-case name (empty for a comment or declaration) and attributes."""

    name: str
    closes: bool
    attributes: Mapping[str, str]


def read_tag(markup: str) -> Tag:
    """Read one tag from its markup."""
    head = _TAG_NAME.match(markup)
    if head is None:
        return Tag("", closes=False, attributes={})
    matches = _ATTRIBUTE.findall(markup, head.end())
    attributes = {
        name.lower(): unescape(in_double or in_single or bare)
        for name, in_double, in_single, bare in matches
    }
    return Tag(head[2].lower(), closes=bool(head[1]), attributes=attributes)


def find_text_ranges(markup: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each run of text in a block of HTML.

    A run ends where a block-level tag or a hidden element begins; comments and tags such as <b>
    stay inside it.
    """
    position = 0
    for separator in _SEPARATOR.finditer(markup):
        if _COMMENT.fullmatch(separator.group()):
            continue
        if _has_text(markup[position : separator.start()]):
            yield position, separator.start()
        position = separator.end()
    if _has_text(markup[position:]):
        yield position, len(markup)


def _has_text(run: str) -> bool:
    return bool(_COMMENT.sub("", run).strip())
