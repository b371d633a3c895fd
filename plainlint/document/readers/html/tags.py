"""Raw HTML: its elements as data, and the name and attributes of a tag."""

import re
from collections.abc import Mapping
from html import unescape
from typing import NamedTuple

HEADING_TAGS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}
# Tags that end a run of text; all others (<b>, <sup>, <span>) are inside it.
BREAK_TAGS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body br caption center dd details dialog dir div dl dt "
        "fieldset figcaption figure footer form header hgroup hr legend li main menu nav ol "
        "optgroup option p search section summary table tbody td tfoot th thead tr ul",
    )
).union(HEADING_TAGS)
# Elements without an end tag.
VOID_TAGS = frozenset(
    re.findall(
        r"\w+",
        "area base br col embed hr img input link meta param source track wbr command keygen",
    )
)
# Elements that contain blocks, and those whose text is a kind of block of its own.
CONTAINER_TAGS = frozenset({"ul", "ol", "dl", "table", "tr", "blockquote"})
ITEM_TAGS = frozenset({"li", "dt", "dd", "td", "th"})
# The elements that an opening tag closes first, up to the innermost of CONTAINER_TAGS but <tr>.
IMPLIED_ENDS: Mapping[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "tr": frozenset({"tr", "td", "th"}),
}

CODE = "code"
DELETED = "deleted text"
HIDDEN = "hidden text"
FALLBACK = "text for browsers that can't show something"
SCRIPT = "script or style"
CONTROL = "form control"
DRAWING = "drawing"
# The elements whose text is not prose, and why.
NOT_PROSE_TAGS: Mapping[str, str] = {
    **dict.fromkeys(("code", "kbd", "samp", "var", "tt", "pre", "listing", "xmp"), CODE),
    **dict.fromkeys(("del", "s", "strike"), DELETED),
    **dict.fromkeys(
        ("audio", "canvas", "iframe", "noframes", "noscript", "object", "video"), FALLBACK
    ),
    **dict.fromkeys(("script", "style"), SCRIPT),
    **dict.fromkeys(("button", "datalist", "select", "textarea"), CONTROL),
    **dict.fromkeys(("svg", "math"), DRAWING),
    **dict.fromkeys(("template", "rp", "rt", "title"), HIDDEN),
}
# The reasons why readers do not see a text; it may contain blocks of Markdown.
NOT_SHOWN = frozenset({FALLBACK, HIDDEN, SCRIPT})
# The text of these has no tags in it.
RAW_TEXT_TAGS = frozenset({"script", "style", "textarea", "title", "xmp"})
_HIDING_STYLE = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE
)

_TAG_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_ATTRIBUTE = re.compile(
    r"""([A-Za-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?"""
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


def find_exclusion(tag: Tag) -> str:
    """Return why the text of the element that a tag opens is not prose; empty if it is."""
    if tag.closes or tag.name in VOID_TAGS:
        return ""
    if tag.name in NOT_PROSE_TAGS:
        return NOT_PROSE_TAGS[tag.name]
    attributes = tag.attributes
    is_hidden = (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or _HIDING_STYLE.search(attributes.get("style", ""))
    )
    return HIDDEN if is_hidden else ""
