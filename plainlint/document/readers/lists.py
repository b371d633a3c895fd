"""Lists whose stem and items make one sentence, counted as one where the configuration says so."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from plainlint.core.source import Span
from plainlint.document.model import WORD, Block, BlockKind, ExclusionReason, Sentence
from plainlint.document.visible_text import Piece, VisibleText

_OPENS = re.compile(r"\s*(?P<bullet>[•⁃]\s?)?(?P<name>\d{1,2}|[aA])(?P<close>\.\)|[.)])\s+(?=\w)")
_MAXIMUM_ITEMS = 26


def find_item_starts(text: str) -> list[int]:
    """Where the items of a list start (code points), from the second one on.

    The text must begin with the mark of an item, and the next numbers or letters must follow with
    the same signs around them.
    """
    opens = _OPENS.match(text)
    starts: list[int] = []
    if opens is None:
        return starts
    name, end = opens["name"], opens.end()
    for _ in range(_MAXIMUM_ITEMS):
        name = str(int(name) + 1) if name.isdecimal() else chr(ord(name) + 1)
        mark = re.escape(f"{opens['bullet'] or ''}{name}{opens['close']}")
        if not (found := re.compile(rf"(?<=\s){mark}\s+(?=\w)").search(text, end)):
            break
        starts.append(found.start())
        end = found.end()
    return starts


def join_list_items(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the items of each such list in the sentence that ends in a colon before it.

    The items are fragments, every one of them; a list with a whole sentence in it stays as it is.
    """
    done = 0
    for place, block in enumerate(blocks):
        if place < done:
            continue
        items = _take_items(blocks, place + 1) if _is_stem(block) else []
        done = place + 1 + len(items)
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
    rest = (blocks[place] for place in range(start, len(blocks)))
    return list(takewhile(lambda block: block.kind is BlockKind.LIST_ITEM, rest))


def _join_sentence(stem: Block, items: Sequence[Block]) -> Sentence:
    """The last sentence of the stem with all items in it, a line each."""
    prose = stem.prose
    for item in items:
        prose = _append_text(prose, item.prose)
    last = stem.sentences[-1]
    end = len(prose.text)
    span = Span(last.span.start, prose.get_span(end - 1, end).end)
    return Sentence(prose, last.start, end, span, tuple(WORD.findall(prose.text, last.start)))


def _append_text(first: VisibleText, second: VisibleText) -> VisibleText:
    """Both in one, with a line break between them."""
    shift = len(first.text) + 1
    gap = Piece(shift - 1, shift, first.pieces[-1].source_end, second.pieces[0].source_start)
    pieces = (
        each._replace(start=each.start + shift, end=each.end + shift) for each in second.pieces
    )
    wrappers = (
        each._replace(start=each.start + shift, end=each.end + shift) for each in second.wrappers
    )
    return VisibleText(
        f"{first.text}\n{second.text}",
        (*first.pieces, gap, *pieces),
        (*first.wrappers, *wrappers),
    )
