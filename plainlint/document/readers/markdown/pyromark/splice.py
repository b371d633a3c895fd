"""Read again only the part of a text that an edit changed, from one heading to another.

A heading of the first column, outside lists and quotes, ends whatever is open above it, except
code and HTML. That these are closed is seen by reading the heading below the part with it.
"""

from collections.abc import Callable
from typing import NamedTuple

from plainlint.core.source import Span
from plainlint.document.model import BlockKind, ExcludedText, Link
from plainlint.document.readers.markdown.pyromark.blocks import read_raw_blocks
from plainlint.document.readers.raw_block import RawBlock, RawBlocks
from plainlint.document.visible_text import Piece, VisibleText

# Before a heading that can begin or end a part.
_BLANK_LINE = "\n\n"


class ChangedPart(NamedTuple):
    """The part of a text to read again.

    Attributes:
        first: the index of the first of the earlier blocks that it takes the place of.
        last: the index of the heading that ends it; it is read too. The number of blocks if the
            part goes to the end.
        span: its place in the newer text.
    """

    first: int
    last: int
    span: Span


def read_changed_part(
    text: str, body_start: int, earlier_text: str, earlier: RawBlocks
) -> RawBlocks | None:
    """Read the blocks of the Markdown from `body_start` on, by what an earlier text had.

    The numbers of containers may be higher than those of a whole reading.

    Args:
        text: the source.
        body_start: where its Markdown starts, a code point.
        earlier_text: the source that was read before.
        earlier: its blocks.

    Returns:
        the blocks; None if no part of the text can be read alone.

    Raises:
        NeedsReferenceReader: markdown-it may read the changed part differently.
    """
    changed = find_changed_part(text, body_start, earlier_text, earlier)
    if changed is None:
        return None
    part = read_raw_blocks(text[: changed.span.end], changed.span.start, earlier.containers)
    read, below = part.blocks, earlier.blocks[changed.last :]
    if shift := len(text) - len(earlier_text):
        below = [shift_block(block, shift) for block in below]
    if below:
        if not read or read[-1] != below[0]:
            return None
        read.pop()
    if not part.is_divisible:
        return None
    blocks = [*earlier.blocks[: changed.first], *read, *below]
    return RawBlocks(blocks, body_start, part.containers)


def find_changed_part(
    text: str, body_start: int, earlier_text: str, earlier: RawBlocks
) -> ChangedPart | None:
    """Find the part of a text to read again; None if it is the whole text.

    The arguments are those of `read_changed_part`.
    """
    if not earlier.is_divisible or earlier.start != body_start:
        return None
    same_start, same_end = _measure_ends(earlier_text, text)
    if same_start < body_start:
        return None
    blocks, shift = earlier.blocks, len(text) - len(earlier_text)
    borders = [index for index, block in enumerate(blocks) if _is_border(block, earlier_text)]
    above = [index for index in borders if blocks[index].span.end <= same_start]
    edit_end = len(earlier_text) - same_end + len(_BLANK_LINE)
    below = (index for index in borders if _find_line(earlier_text, blocks[index]) >= edit_end)
    first, last = above[-1] if above else 0, next(below, len(blocks))
    if first == 0 and last == len(blocks):
        return None
    start = _find_line(earlier_text, blocks[first]) if above else body_start
    end = _find_line_end(text, blocks[last].span.end + shift) if last < len(blocks) else len(text)
    return ChangedPart(first, last, Span(start, end))


def _measure_ends(old: str, new: str) -> tuple[int, int]:
    """Return how long the equal starts and the equal ends of two texts are, without overlap."""
    most = min(len(old), len(new))
    start = _find_longest(most, lambda length: old.startswith(new[:length]))
    end = _find_longest(most - start, lambda length: old.endswith(new[len(new) - length :]))
    return start, end


def _find_longest(most: int, is_equal: Callable[[int], bool]) -> int:
    """Return the highest length up to `most` for which texts are equal."""
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        low, most = (middle, most) if is_equal(middle) else (low, middle - 1)
    return low


def _is_border(block: RawBlock, text: str) -> bool:
    """Return whether a block is a heading that can begin or end a part."""
    if block.kind is not BlockKind.HEADING or block.containers:
        return False
    line = _find_line(text, block)
    return text.startswith("#", line) and text.endswith(_BLANK_LINE, 0, line)


def _find_line(text: str, block: RawBlock) -> int:
    """Return where the line starts that a block starts in."""
    return text.rfind("\n", 0, block.span.start) + 1


def _find_line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return end if end >= 0 else len(text)


def shift_block(block: RawBlock, shift: int) -> RawBlock:
    """Return a block whose source is `shift` code points further down."""
    prose, excluded_texts = block.prose, block.excluded_texts
    return block._replace(
        span=block.span.shift(shift),
        prose=_shift_text(prose, shift),
        links=tuple([_shift_link(link, shift) for link in block.links]),
        excluded_texts=tuple([_shift_excluded(excluded, shift) for excluded in excluded_texts]),
    )


def _shift_text(prose: VisibleText, shift: int) -> VisibleText:
    return prose._replace(
        pieces=tuple(
            [
                Piece(start, end, first + shift, last + shift)
                for start, end, first, last in prose.pieces
            ]
        ),
        wrappers=tuple(
            [wrapper._replace(span=wrapper.span.shift(shift)) for wrapper in prose.wrappers]
        ),
    )


def _shift_link(link: Link, shift: int) -> Link:
    return link._replace(span=link.span.shift(shift), text_span=link.text_span.shift(shift))


def _shift_excluded(excluded: ExcludedText, shift: int) -> ExcludedText:
    return excluded._replace(span=excluded.span.shift(shift))
