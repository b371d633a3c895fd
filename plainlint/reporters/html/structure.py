"""Structure: blocks of finished HTML put into the lists, quotes and tables they stand in."""

from collections.abc import Iterable, Iterator

from plainlint.document.model import Block, BlockKind, Container

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
