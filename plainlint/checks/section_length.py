"""section-length: sections with too many words."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.core.audiences import Limits
from plainlint.document.model import WORD, BlockKind, Section


def section_length(section: Section, limits: Limits) -> Iterator[Hit]:
    """The section's heading, if its text up to the next heading has more words than the limit.

    Lists count too, tables do not. A section without a heading is shown at its first block.

    Message:
        words: how many words it has.
        limit: how many it may have.
    """
    words = sum(
        sum(len(each.tokens) for each in block.sentences) or len(WORD.findall(block.text))
        for block in section.blocks
        if block.is_running_text and block.kind is not BlockKind.TABLE_CELL
    )
    if breach := limits.breach(words):
        yield Hit(section.blocks[0].span, {"words": words, "limit": breach.limit}, breach.severity)
