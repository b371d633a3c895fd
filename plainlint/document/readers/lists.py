"""Lists: the items of a list in running text, and lists whose stem and items form one sentence."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from plainlint.core.source import Span
from plainlint.core.words import WORD
from plainlint.document.model import Block, BlockKind, ExclusionReason, Sentence
from plainlint.document.visible_text import Piece, VisibleText

_FIRST_MARK = re.compile(
    r"\s*(?P<bullet>[•⁃]\s?)?(?P<name>\d{1,2}|[aA])(?P<close>\.\)|[.)])\s+(?=\w)"
)
_MAXIMUM_ITEMS = 26


def find_item_starts(text: str) -> list[int]:
    """Return where the items of a list start (code points), from the second item on.

    The text must begin with an item's mark, and the next numbers or letters must follow in the
    same style.
    """
    first_mark = _FIRST_MARK.match(text)
    starts: list[int] = []
    if first_mark is None:
        return starts
    name, end = first_mark["name"], first_mark.end()
    for _ in range(_MAXIMUM_ITEMS):
        name = str(int(name) + 1) if name.isdecimal() else chr(ord(name) + 1)
        mark = re.escape(f"{first_mark['bullet'] or ''}{name}{first_mark['close']}")
        if not (next_mark := re.compile(rf"(?<=\s){mark}\s+(?=\w)").search(text, end)):
            break
        starts.append(next_mark.start())
        end = next_mark.end()
    return starts


def join_list_items(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, with lists of fragments joined to the sentence with a colon before them.

    A list with a whole sentence in it stays as it is.
    """
    done = 0
    for index, block in enumerate(blocks):
        if index < done:
            continue
        items = _take_items(blocks, index + 1) if _is_stem(block) else []
        done = index + 1 + len(items)
        if items and all(item.exclusion_reason is ExclusionReason.FRAGMENT for item in items):
            joined = _join_sentence(block, items)
            yield block._replace(sentences=(*block.sentences[:-1], joined))
            yield from (item._replace(exclusion_reason=ExclusionReason.JOINED) for item in items)
        else:
            yield block
            yield from items


def _is_stem(block: Block) -> bool:
    return bool(block.sentences) and block.text.rstrip().endswith(":")


def _take_items(blocks: Sequence[Block], start: int) -> list[Block]:
    rest = (blocks[index] for index in range(start, len(blocks)))
    return list(takewhile(lambda block: block.kind is BlockKind.LIST_ITEM, rest))


def _join_sentence(stem: Block, items: Sequence[Block]) -> Sentence:
    """Join the items to the last sentence of the stem, one line per item."""
    prose = stem.prose
    for item in items:
        prose = _append_text(prose, item.prose)
    last = stem.sentences[-1]
    end = len(prose.text)
    span = Span(last.span.start, prose.get_span(end - 1, end).end)
    return Sentence(prose, last.start, end, tuple(WORD.findall(prose.text, last.start)), span)


def _append_text(first: VisibleText, second: VisibleText) -> VisibleText:
    """Append the second text to the first, with a line break between them."""
    shift = len(first.text) + 1
    gap = Piece(shift - 1, shift, first.pieces[-1].source_end, second.pieces[0].source_start)
    pieces = (
        piece._replace(start=piece.start + shift, end=piece.end + shift) for piece in second.pieces
    )
    wrappers = (
        wrapper._replace(start=wrapper.start + shift, end=wrapper.end + shift)
        for wrapper in second.wrappers
    )
    return VisibleText(
        f"{first.text}\n{second.text}",
        (*first.pieces, gap, *pieces),
        (*first.wrappers, *wrappers),
        (*first.note_marks, *(mark + shift for mark in second.note_marks)),
    )
