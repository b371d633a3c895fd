"""Parts of a document that a check may look at one by one, as its page asks."""

from typing import Literal, TypeAlias

from plainlint.document.model import Block, Document

Per: TypeAlias = Literal["document", "section", "paragraph"]


def blocks_per(document: Document, per: Per) -> list[tuple[Block, ...]]:
    """The blocks of the document, of each section, or each block alone; no part is empty."""
    if per == "paragraph":
        return [(block,) for block in document.blocks]
    if per == "section":
        return [section.blocks for section in document.sections]
    return [document.blocks] if document.blocks else []
