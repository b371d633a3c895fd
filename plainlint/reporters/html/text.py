"""The text view: a document rendered as HTML, with its findings marked."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping

from markupsafe import Markup

from plainlint.analysis.glossary.mentions import Mention, MentionState
from plainlint.document.model import Block, BlockKind, Container, Document, ExcludedText
from plainlint.reporters.html.marks import Mark, escape_text, render_marks
from plainlint.reporters.work_items import WorkItem

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
# The page itself uses h1 and h2; the headings of the document start below them.
_TOP_LEVEL, _LOWEST_LEVEL = 3, 6


def render_blocks(blocks: Iterable[tuple[Block, str]]) -> Iterator[str]:
    """Yield the HTML of (block, HTML of its content) pairs, in reading order."""
    open_containers: tuple[Container, ...] = ()
    level = _TOP_LEVEL - 1
    cells = 0
    for block, content in blocks:
        shared = _count_shared_containers(open_containers, block.containers)
        yield from map(_close_container, reversed(open_containers[shared:]))
        for container in block.containers[shared:]:
            if container.tag == "tr":
                cells = 0
            elif container.tag in _CELLS:
                yield "<td></td>" * (container.number - cells)
                cells = container.number + 1
            yield _OPEN.get(container.tag, f"<{container.tag}>")
        open_containers = block.containers
        if block.kind is BlockKind.HEADING and content:
            level = min(max(block.level + _TOP_LEVEL - 2, _TOP_LEVEL), level + 1, _LOWEST_LEVEL)
            yield f'<h{level} class="h{block.level}">{content}</h{level}>'
        elif open_containers and open_containers[-1].tag in _CELLS:
            yield content
        elif content:
            yield content if content.startswith("<pre") else f"<p>{content}</p>"
    yield from map(_close_container, reversed(open_containers))


def _count_shared_containers(before: tuple[Container, ...], after: tuple[Container, ...]) -> int:
    """Count the outer containers that two blocks share."""
    shared = 0
    for left, right in zip(before, after, strict=False):
        if left != right:
            break
        shared += 1
    return shared


def _close_container(container: Container) -> str:
    return _CLOSE.get(container.tag, f"</{container.tag}>")


# The only links that a page may contain; other addresses are shown as text.
_WEB = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
_OPENING_FENCE = re.compile(r"\s*+(`{3,}|~{3,})[ \t]*([^\n]*)\n")
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
    """Render code below its caption, the text beside its opening fence."""
    label = f"<b>{escape_text(caption)}</b>\n" if caption else ""
    return f"<pre>{label}<code>{escape_text(code)}</code></pre>"


def render_text(
    document: Document,
    items: Iterable[WorkItem] = (),
    mentions: Iterable[Mention] = (),
    prefix: str = "",
    code_renderer: Callable[[str, str], str] = render_code,
) -> Markup:
    """Render a document as HTML, with its work items and terms marked.

    Only the words and web addresses of the document get into the page.

    Args:
        prefix: the start of every id in the HTML.
        code_renderer: makes HTML of a caption and code.
    """
    item_marks: dict[int, list[Mark]] = {}
    for item in items:
        if item.block is not None:
            item_marks.setdefault(item.block, []).extend(
                _mark_work_item(item, document.blocks[item.block], prefix)
            )
    mention_marks = _mark_mentions(mentions)
    excluded_texts = sorted(document.excluded_texts)
    parts = []
    for index, block in enumerate(document.blocks):
        marks = [*item_marks.get(index, ()), *mention_marks.get(id(block), ())]
        if block.kind is BlockKind.CODE:
            content = code_renderer(*_split_fence(document.source.slice(block.span)))
        else:
            content = _render_block(block, marks, excluded_texts)
        parts.append((block, content))
    # All of it is escaped, and joining texts of this type would look at each again.
    return Markup("\n".join(render_blocks(parts)))  # noqa: S704


def _render_block(block: Block, marks: list[Mark], excluded_texts: list[ExcludedText]) -> str:
    all_marks = [*_mark_wrappers(block), *marks, *_mark_excluded_texts(block, excluded_texts)]
    return render_marks(block.text, sorted(all_marks, key=_get_nesting_rank)).strip()


def _get_nesting_rank(mark: Mark) -> int:
    """Put a sentence around everything in it; the sort keeps the order of the rest."""
    return 0 if mark.once else 1


def _split_fence(text: str) -> tuple[str, str]:
    """Split fenced code into the text beside the opening fence and the code itself."""
    plain = text.replace("\r\n", "\n")
    opening = _OPENING_FENCE.match(plain)
    if not opening:
        return "", text
    code = plain[opening.end() :].rstrip()
    signs = code[len(code.rstrip("`~")) :]
    closing = signs.find(opening[1])
    if closing >= 0:
        code = code[: len(code) - len(signs) + closing].rstrip()
    return opening[2], code


def _mark_work_item(item: WorkItem, block: Block, prefix: str) -> Iterator[Mark]:
    """Shade a work item with its number after it, and mark the words with findings."""
    level = item.hardness.level if item.hardness else 0
    titles = ", ".join(dict.fromkeys(_format_rule_name(finding.rule) for finding in item.findings))
    label = escape_text(f"{item.number}: {titles or 'hard sentence'}")
    once = f' id="{prefix}s{item.number}"'
    # Nothing of an image is shown: the number itself is then the target of links.
    own = "" if item.start < item.end else once
    number = (
        f'<a class="n"{own} href="#{prefix}p{item.number}" data-p="{item.number}"'
        f' aria-label="{label}">{item.number}</a>'
    )
    attributes = f' class="s l{level}" data-p="{item.number}"'
    yield Mark(item.start, item.end, "span", attributes, once, after=number)
    yield from mark_findings(item, block)


def mark_findings(item: WorkItem, block: Block) -> Iterator[Mark]:
    """Mark the words with findings; a finding on the whole item marks none."""
    for start, end in dict.fromkeys(
        block.prose.get_visible_range(finding.span) for finding in item.findings
    ):
        if item.start < start or end < item.end:
            yield Mark(start, end, "mark")


def _format_rule_name(rule_id: str) -> str:
    return rule_id.partition("/")[2].replace("-", " ")


def _mark_mentions(mentions: Iterable[Mention]) -> Mapping[int, list[Mark]]:
    """Mark the terms; the marks are by the identity of their block."""
    marks: dict[int, list[Mark]] = {}
    for mention in mentions:
        attributes = f' class="t {_TERM[mention.state]}" title="{_TERM_TEXT[mention.state]}"'
        hidden = f'<span class="vh"> [{_TERM_TEXT[mention.state]}]</span>'
        mark = Mark(mention.match.start, mention.match.end, "span", attributes, last=hidden)
        marks.setdefault(id(mention.block), []).append(mark)
    return marks


def _mark_wrappers(block: Block) -> Iterator[Mark]:
    links = {(link.start, link.end): link.href for link in block.links}
    # Wrappers are in the order in which they close, so inner ones come first.
    for wrapper in reversed(block.prose.wrappers):
        if wrapper.tag != "a":
            title = f' title="{escape_text(wrapper.title)}"' if wrapper.title else ""
            yield Mark(wrapper.start, wrapper.end, wrapper.tag, title)
            continue
        href = links.get((wrapper.start, wrapper.end), "")
        if _WEB.fullmatch(href):
            attributes = f' href="{escape_text(href)}" rel="noreferrer noopener"'
            yield Mark(wrapper.start, wrapper.end, "a", attributes)
        else:
            attributes = f' class="link" title="{escape_text(href)}"'
            yield Mark(wrapper.start, wrapper.end, "span", attributes)


def _mark_excluded_texts(block: Block, excluded_texts: list[ExcludedText]) -> Iterator[Mark]:
    """Insert the texts of a block that are not scored, in a fainter colour."""
    first, last = (
        bisect_left(excluded_texts, offset, key=lambda excluded: excluded.span.start)
        for offset in block.span
    )
    for excluded in excluded_texts[first:last]:
        if excluded.text.strip():
            position, _ = block.prose.get_visible_range(excluded.span)
            title = f"not scored: {excluded.reason}"
            html = f'<span class="out" title="{title}">{escape_text(excluded.text)}</span>'
            yield Mark(position, position, "span", after=html)
