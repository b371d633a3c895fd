"""The text view: a document rendered as HTML, with its findings marked."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

from plainlint.document.model import Block, BlockKind, Container, Document, ExcludedText
from plainlint.languages.phrases import translate
from plainlint.reporters.html.marks import Mark, escape_text, render_marks
from plainlint.reporters.html.places import Place

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


def render_code(caption: str, code: str) -> str:
    """Render code below its caption, the text beside its opening fence."""
    label = f"<b>{escape_text(caption)}</b>\n" if caption else ""
    return f"<pre>{label}<code>{escape_text(code)}</code></pre>"


def render_text(
    document: Document,
    places: Iterable[Place] = (),
    prefix: str = "",
    code_renderer: Callable[[str, str], str] = render_code,
    language: str = "",
) -> Markup:
    """Render a document as HTML, with its places to work on marked.

    Only the words and web addresses of the document get into the page.

    Args:
        prefix: the start of every id in the HTML.
        code_renderer: makes HTML of a caption and code.
        language: the language of labels; empty for English.
    """
    all_marks: dict[int, list[Mark]] = {}
    for place in places:
        index = place.card.item.block
        if index is not None:
            marks = _mark_place(place, document.blocks[index], prefix, language)
            all_marks.setdefault(index, []).extend(marks)
    excluded_texts = sorted(document.excluded_texts)
    parts = []
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.CODE:
            content = code_renderer(*_split_fence(document.source.slice(block.span)))
        else:
            content = _render_block(block, all_marks.get(index, []), excluded_texts, language)
        parts.append((block, content))
    # All of it is escaped, and joining texts of this type would look at each again.
    return Markup("\n".join(render_blocks(parts)))  # noqa: S704


def _render_block(
    block: Block, marks: list[Mark], excluded_texts: list[ExcludedText], language: str
) -> str:
    excluded = _mark_excluded_texts(block, excluded_texts, language)
    all_marks = [*_mark_wrappers(block), *marks, *excluded]
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


def _mark_place(place: Place, block: Block, prefix: str, language: str) -> Iterator[Mark]:
    """Shade a place with its number before it, and mark the words that have advice."""
    item, number = place.card.item, place.number
    label = escape_text(translate(f"{number}, {place.name.lower()}: what to do", language))
    once = f' id="{prefix}s{number}"'
    # Nothing of an image is shown: the number itself is then the target of links.
    own = "" if item.start < item.end else once
    link = (
        f'<a class="n l{place.level}"{own} href="#{prefix}p{number}" data-p="{number}"'
        f' aria-label="{label}">{number}</a>'
    )
    yield Mark(item.start, item.start, "span", after=link)
    yield Mark(item.start, item.end, "span", f' class="s l{place.level}" data-p="{number}"', once)
    yield from _mark_steps(place, block)


def _mark_steps(place: Place, block: Block) -> Iterator[Mark]:
    """Box the words that a step is about, and put a bar where it splits the sentence.

    The number of the step is there, too, for the place that is open.
    """
    for number, step, _ in place.steps:
        start, end = block.prose.get_visible_range(step.span)
        own = f'<b class="k" aria-hidden="true">{number}</b>'
        if step.span.start == step.span.end:
            continue
        if step.divides:
            bar = f'<span class="cut" data-p="{place.number}">{own}</span>'
            yield Mark(start, start, "span", after=bar)
        else:
            yield Mark(start, end, "mark", last=own)


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


def _mark_excluded_texts(
    block: Block, excluded_texts: list[ExcludedText], language: str
) -> Iterator[Mark]:
    """Insert the texts of a block that are not scored, in a fainter colour."""
    first, last = (
        bisect_left(excluded_texts, offset, key=lambda excluded: excluded.span.start)
        for offset in block.span
    )
    for excluded in excluded_texts[first:last]:
        if excluded.text.strip():
            position, _ = block.prose.get_visible_range(excluded.span)
            title = translate(f"not scored: {excluded.reason}", language)
            html = f'<span class="out" title="{title}">{escape_text(excluded.text)}</span>'
            yield Mark(position, position, "span", after=html)
