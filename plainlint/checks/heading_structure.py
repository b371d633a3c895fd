"""heading-structure: the levels of a document's headings."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.model import Document


def heading_structure(
    document: Document, *, one_title: bool = False, no_skips: bool = False
) -> Iterator[Hit]:
    """Each heading of a wrong level.

    Args:
        one_title: whether only the first heading of level 1 is right.
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
    titles = 0
    before = 0
    for heading in document.headings:
        titles += heading.level == 1
        values = {"text": heading.text, "level": heading.level, "before": before}
        if one_title and heading.level == 1 and titles > 1:
            yield Hit(heading.span, values)
        if no_skips and before and heading.level > before + 1:
            yield Hit(heading.span, values)
        before = heading.level
