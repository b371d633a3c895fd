"""heading-structure: the levels of a document's headings."""

from collections.abc import Iterator
from itertools import pairwise

from plainlint.checks import Hit
from plainlint.document.model import Block, Document


def heading_structure(
    document: Document, *, one_title: bool = False, no_skips: bool = False
) -> Iterator[Hit]:
    """Each heading of a wrong level.

    Args:
        one_title: whether only the first heading of level 1 is right, and those that stand right
            below one, as a title's second line does.
        no_skips: whether a heading may be one level below the one before it, and no further.

    Message:
        text: the heading.
        level: its level.
        before: the level of the heading before it.

    Example:
        no_skips: true
        ---
        # Clean hands

        ### «Soap»
    """
    if one_title:
        yield from _further_titles(document.blocks)
    if no_skips:
        for above, heading in pairwise(document.headings):
            if heading.level > above.level + 1:
                yield _hit(heading, above.level)


def _further_titles(blocks: tuple[Block, ...]) -> Iterator[Hit]:
    titles = [number for number, block in enumerate(blocks) if block.level == 1]
    for number in titles[1:]:
        if blocks[number - 1].level != 1:
            yield _hit(blocks[number], 1)


def _hit(heading: Block, before: int) -> Hit:
    values = {"text": heading.text, "level": heading.level, "before": before}
    return Hit(heading.span, values)
