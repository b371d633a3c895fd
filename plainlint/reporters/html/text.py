"""The text: a document rendered from its Markdown, with marks where the findings stand."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping

from markupsafe import Markup

from plainlint.analysis.glossary.mentions import Mention, MentionState
from plainlint.document.model import Block, BlockKind, Container, Document, ExcludedText
from plainlint.reporters.html.marks import Mark, escape_text, render_marks
from plainlint.reporters.html.work_items import WorkItem

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


def render_blocks(blocks: Iterable[tuple[Block, str]]) -> Iterator[str]:
    """The HTML of blocks, each given with the HTML of what is in it, in reading order."""
    around: tuple[Container, ...] = ()
    level = _TOP_LEVEL - 1
    cells = 0
    for block, content in blocks:
        shared = _count_shared_containers(around, block.containers)
        yield from (_close_container(each) for each in reversed(around[shared:]))
        for each in block.containers[shared:]:
            if each.tag == "tr":
                cells = 0
            elif each.tag in _CELLS:
                yield "<td></td>" * (each.number - cells)
                cells = each.number + 1
            yield _OPEN.get(each.tag, f"<{each.tag}>")
        around = block.containers
        if block.kind is BlockKind.HEADING and content:
            level = min(max(block.level + _TOP_LEVEL - 2, _TOP_LEVEL), level + 1, _LOWEST_LEVEL)
            yield f'<h{level} class="h{block.level}">{content}</h{level}>'
        elif around and around[-1].tag in _CELLS:
            yield content
        elif content:
            yield content if content.startswith("<pre") else f"<p>{content}</p>"
    yield from (_close_container(each) for each in reversed(around))


def _count_shared_containers(before: tuple[Container, ...], after: tuple[Container, ...]) -> int:
    """How many containers two blocks share."""
    shared = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        shared += 1
    return shared


def _close_container(container: Container) -> str:
    return _CLOSE.get(container.tag, f"</{container.tag}>")


# The only addresses that a page may lead to; all others are shown and not linked.
_WEB = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
_FENCE = re.compile(r"\s*(`{3,}|~{3,})[ \t]*([^\n]*)\n(.*?)\n?\s*(?:\1[`~]*\s*)?", re.DOTALL)
_TERM = {
    MentionState.LINKED: "linked",
    MentionState.EXPLAINED: "explained",
    MentionState.ON_A_PAGE: "explained",
    MentionState.NEITHER: "neither",
}
_TERM_TEXT = {
    MentionState.LINKED: "term, linked",
    MentionState.EXPLAINED: "term, explained",
    MentionState.ON_A_PAGE: "term, explained on a page",
    MentionState.NEITHER: "term, not explained",
}


def render_code(caption: str, code: str) -> str:
    """Code, with what stands beside its fence above it."""
    label = f"<b>{escape_text(caption)}</b>\n" if caption else ""
    return f"<pre>{label}<code>{escape_text(code)}</code></pre>"


def render_text(
    document: Document,
    places: Iterable[WorkItem] = (),
    mentions: Iterable[Mention] = (),
    prefix: str = "",
    shown: Callable[[str, str], str] = render_code,
) -> Markup:
    """A document as HTML: its places numbered and shaded, its terms underlined by their state.

    Nothing of the document but its words and its web addresses gets into the page. Each id of the
    HTML begins with `prefix`; `shown` makes HTML of code and its caption.
    """
    of_block: dict[int, list[Mark]] = {}
    for place in places:
        if place.block is not None:
            of_block.setdefault(place.block, []).extend(
                _mark_work_item(place, document.blocks[place.block], prefix)
            )
    of_mention = _mark_mentions(mentions)
    omitted = sorted(document.excluded_texts)
    parts = []
    for index, block in enumerate(document.blocks):
        marks = [*of_block.get(index, ()), *of_mention.get(id(block), ())]
        if block.kind is BlockKind.CODE:
            content = shown(*_split_fence(document.source.slice(block.span)))
        else:
            content = _render_block(block, marks, omitted)
        parts.append((block, content))
    return Markup("\n").join(map(Markup, render_blocks(parts)))


def _render_block(block: Block, marks: list[Mark], omitted: list[ExcludedText]) -> str:
    all_marks = [*_mark_wrappers(block), *marks, *_mark_excluded_text(block, omitted)]
    return render_marks(block.text, sorted(all_marks, key=_get_nesting_rank)).strip()


def _get_nesting_rank(mark: Mark) -> int:
    """A sentence goes around all else in it, a link around a term."""
    return 0 if mark.once else 1


def _split_fence(text: str) -> tuple[str, str]:
    """What stands beside the fence of code, and the code without its fences."""
    match = _FENCE.fullmatch(text.replace("\r\n", "\n"))
    return (match[2], match[3]) if match else ("", text)


def _mark_work_item(place: WorkItem, block: Block, prefix: str) -> Iterator[Mark]:
    """The shade over a place with its number behind it, and the words that findings name."""
    level = place.hardness.level if place.hardness else 0
    titles = ", ".join(dict.fromkeys(_format_rule_name(each.rule) for each in place.findings))
    label = escape_text(f"{place.number}: {titles or 'hard sentence'}")
    number = (
        f'<a class="n" href="#{prefix}p{place.number}" data-p="{place.number}"'
        f' aria-label="{label}">{place.number}</a>'
    )
    once = f' id="{prefix}s{place.number}"'
    attributes = f' class="s l{level}" data-p="{place.number}"'
    yield Mark(place.start, place.end, "span", attributes, once, after=number)
    for start, end in dict.fromkeys(
        block.prose.get_visible_range(each.span) for each in place.findings
    ):
        if place.start < start or end < place.end:
            yield Mark(start, end, "mark")


def _format_rule_name(rule_id: str) -> str:
    return rule_id.partition("/")[2].replace("-", " ")


def _mark_mentions(mentions: Iterable[Mention]) -> Mapping[int, list[Mark]]:
    """The terms' underlines, by the identity of their block."""
    found: dict[int, list[Mark]] = {}
    for mention in mentions:
        attributes = f' class="t {_TERM[mention.state]}" title="{_TERM_TEXT[mention.state]}"'
        hidden = f'<span class="vh"> [{_TERM_TEXT[mention.state]}]</span>'
        mark = Mark(mention.match.start, mention.match.end, "span", attributes, last=hidden)
        found.setdefault(id(mention.block), []).append(mark)
    return found


def _mark_wrappers(block: Block) -> Iterator[Mark]:
    links = {(link.start, link.end): link.href for link in block.links}
    # The inner of two with the same range comes first, for it is closed first.
    for wrapper in reversed(block.prose.wrappers):
        if wrapper.tag != "a":
            yield Mark(wrapper.start, wrapper.end, wrapper.tag)
            continue
        href = links.get((wrapper.start, wrapper.end), "")
        if _WEB.fullmatch(href):
            attributes = f' href="{escape_text(href)}" rel="noreferrer noopener"'
            yield Mark(wrapper.start, wrapper.end, "a", attributes)
        else:
            attributes = f' class="link" title="{escape_text(href)}"'
            yield Mark(wrapper.start, wrapper.end, "span", attributes)


def _mark_excluded_text(block: Block, omitted: list[ExcludedText]) -> Iterator[Mark]:
    """What is left out of the block's prose, shown faintly where it stands."""
    index = bisect_left(omitted, block.span.start, key=lambda each: each.span.start)
    while index < len(omitted) and omitted[index].span.start < block.span.end:
        each = omitted[index]
        index += 1
        if each.text.strip():
            at, _ = block.prose.get_visible_range(each.span)
            faint = f'<span class="out" title="not scored: {each.reason}">{escape_text(each.text)}</span>'
            yield Mark(at, at, "span", after=faint)
