"""The text: a document rendered from its Markdown, with marks where the findings stand."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping

from markupsafe import Markup

from plainlint.analysis.glossary.mentions import Mention, State
from plainlint.document.model import Block, BlockKind, Container, Document, Omission
from plainlint.reporters.html.marks import Mark, marked, safe
from plainlint.reporters.html.work_items import Place

_TABLE = (
    '<div class="wide" role="group" aria-label="Table" tabindex="0"><table>',
    "</table></div>",
)
_OPEN = {
    "table": _TABLE[0],
    "th": '<th scope="col">',
    "aside": '<div class="footnote">',
}
_CLOSE = {"table": _TABLE[1], "aside": "</div>"}
_CELLS = ("th", "td")
# A page's own headings go down to the second level; a document's begin below them.
_TOP_LEVEL, _LOWEST_LEVEL = 3, 6


def structured(blocks: Iterable[tuple[Block, str]]) -> Iterator[str]:
    """The HTML of blocks, each given with the HTML of what is in it, in reading order."""
    around: tuple[Container, ...] = ()
    level = _TOP_LEVEL - 1
    cells = 0
    for block, content in blocks:
        shared = _shared(around, block.inside)
        yield from (_close(each) for each in reversed(around[shared:]))
        for each in block.inside[shared:]:
            if each.tag == "tr":
                cells = 0
            elif each.tag in _CELLS:
                yield "<td></td>" * (each.number - cells)
                cells = each.number + 1
            yield _OPEN.get(each.tag, f"<{each.tag}>")
        around = block.inside
        if block.kind is BlockKind.HEADING and content:
            level = min(max(block.level + _TOP_LEVEL - 2, _TOP_LEVEL), level + 1, _LOWEST_LEVEL)
            yield f'<h{level} class="h{block.level}">{content}</h{level}>'
        elif around and around[-1].tag in _CELLS:
            yield content
        elif content:
            yield content if content.startswith("<pre") else f"<p>{content}</p>"
    yield from (_close(each) for each in reversed(around))


def _shared(before: tuple[Container, ...], after: tuple[Container, ...]) -> int:
    """How many containers two blocks share."""
    shared = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        shared += 1
    return shared


def _close(container: Container) -> str:
    return _CLOSE.get(container.tag, f"</{container.tag}>")


# The only addresses that a page may lead to; all others are shown and not linked.
_WEB = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
_FENCE = re.compile(r"\s*(`{3,}|~{3,})[ \t]*([^\n]*)\n(.*?)\n?\s*(?:\1[`~]*\s*)?", re.DOTALL)
_TERM = {
    State.LINKED: "linked",
    State.EXPLAINED: "explained",
    State.ON_A_PAGE: "explained",
    State.NEITHER: "neither",
}
_TERM_TEXT = {
    State.LINKED: "term, linked",
    State.EXPLAINED: "term, explained",
    State.ON_A_PAGE: "term, explained on a page",
    State.NEITHER: "term, not explained",
}


def code_shown(caption: str, code: str) -> str:
    """Code, with what stands beside its fence above it."""
    label = f"<b>{safe(caption)}</b>\n" if caption else ""
    return f"<pre>{label}<code>{safe(code)}</code></pre>"


def rendered(
    document: Document,
    places: Iterable[Place] = (),
    mentions: Iterable[Mention] = (),
    prefix: str = "",
    shown: Callable[[str, str], str] = code_shown,
) -> Markup:
    """A document as HTML: its places numbered and shaded, its terms underlined by their state.

    Nothing of the document but its words and its web addresses gets into the page. Each id of the
    HTML begins with `prefix`; `shown` makes HTML of code and its caption.
    """
    of_block: dict[int, list[Mark]] = {}
    for place in places:
        if place.block is not None:
            of_block.setdefault(place.block, []).extend(
                _place_marks(place, document.blocks[place.block], prefix)
            )
    of_mention = _mention_marks(mentions)
    omitted = sorted(document.omissions)
    parts = []
    for index, block in enumerate(document.blocks):
        marks = [*of_block.get(index, ()), *of_mention.get(id(block), ())]
        if block.kind is BlockKind.CODE:
            content = shown(*_fenced(document.source.slice(block.span)))
        else:
            content = _content(block, marks, omitted)
        parts.append((block, content))
    return Markup("\n").join(map(Markup, structured(parts)))


def _content(block: Block, marks: list[Mark], omitted: list[Omission]) -> str:
    all_marks = [*_wrapper_marks(block), *marks, *_omission_marks(block, omitted)]
    return marked(block.text, sorted(all_marks, key=_outermost)).strip()


def _outermost(mark: Mark) -> int:
    """A sentence goes around all else in it, a link around a term."""
    return 0 if mark.once else 1


def _fenced(text: str) -> tuple[str, str]:
    """What stands beside the fence of code, and the code without its fences."""
    match = _FENCE.fullmatch(text.replace("\r\n", "\n"))
    return (match[2], match[3]) if match else ("", text)


def _place_marks(place: Place, block: Block, prefix: str) -> Iterator[Mark]:
    """The shade over a place with its number behind it, and the words that findings name."""
    level = place.hardness.level if place.hardness else 0
    titles = ", ".join(dict.fromkeys(_name(each.rule) for each in place.findings))
    label = safe(f"{place.number}: {titles or 'hard sentence'}")
    number = (
        f'<a class="n" href="#{prefix}p{place.number}" data-p="{place.number}"'
        f' aria-label="{label}">{place.number}</a>'
    )
    once = f' id="{prefix}s{place.number}"'
    attributes = f' class="s l{level}" data-p="{place.number}"'
    yield Mark(place.start, place.end, "span", attributes, once, after=number)
    for start, end in dict.fromkeys(block.prose.visible(each.span) for each in place.findings):
        if place.start < start or end < place.end:
            yield Mark(start, end, "mark")


def _name(rule_id: str) -> str:
    return rule_id.partition("/")[2].replace("-", " ")


def _mention_marks(mentions: Iterable[Mention]) -> Mapping[int, list[Mark]]:
    """The terms' underlines, by the identity of their block."""
    found: dict[int, list[Mark]] = {}
    for mention in mentions:
        attributes = f' class="t {_TERM[mention.state]}" title="{_TERM_TEXT[mention.state]}"'
        hidden = f'<span class="vh"> [{_TERM_TEXT[mention.state]}]</span>'
        mark = Mark(mention.match.start, mention.match.end, "span", attributes, last=hidden)
        found.setdefault(id(mention.block), []).append(mark)
    return found


def _wrapper_marks(block: Block) -> Iterator[Mark]:
    links = {(link.start, link.end): link.href for link in block.links}
    # The inner of two with the same range comes first, for it is closed first.
    for wrapper in reversed(block.prose.wrappers):
        if wrapper.tag != "a":
            yield Mark(wrapper.start, wrapper.end, wrapper.tag)
            continue
        href = links.get((wrapper.start, wrapper.end), "")
        if _WEB.fullmatch(href):
            attributes = f' href="{safe(href)}" rel="noreferrer noopener"'
            yield Mark(wrapper.start, wrapper.end, "a", attributes)
        else:
            attributes = f' class="link" title="{safe(href)}"'
            yield Mark(wrapper.start, wrapper.end, "span", attributes)


def _omission_marks(block: Block, omitted: list[Omission]) -> Iterator[Mark]:
    """What is left out of the block's prose, shown faintly where it stands."""
    index = bisect_left(omitted, block.span.start, key=lambda each: each.span.start)
    while index < len(omitted) and omitted[index].span.start < block.span.end:
        each = omitted[index]
        index += 1
        if each.text.strip():
            at, _ = block.prose.visible(each.span)
            faint = f'<span class="out" title="not scored: {each.reason}">{safe(each.text)}</span>'
            yield Mark(at, at, "span", after=faint)
