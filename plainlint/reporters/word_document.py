"""A Word file of a document in another format, with a comment at each text to work on."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import pairwise

import docx
from docx.document import Document as WordDocument
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from plainlint.core.text import make_printable
from plainlint.document.model import Block, BlockKind
from plainlint.engine.result import Result
from plainlint.reporters.cards import Card

_AUTHOR, _INITIALS = "plainlint", "pl"
_MOST_LEVELS = 9


def write_word_document(result: Result, cards: Sequence[Card]) -> bytes:
    """Return a Word file with the words of a document, and its cards as comments.

    Headings, lists and paragraphs are kept; a table becomes paragraphs. Cards on the whole document
    are at its first paragraph.

    Args:
        result: the document with its findings.
        cards: what to do, by place.
    """
    word = docx.Document()
    whole = [card for card in cards if card.item.block is None]
    for number, block in enumerate(result.document.blocks):
        if not block.text.strip():
            continue
        paragraph = _add_paragraph(word, block)
        own = [card for card in cards if card.item.block == number]
        _add_text(word, paragraph, block.text, own)
        if whole and paragraph.runs:
            _comment(word, paragraph.runs, whole)
            whole = []
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def _add_paragraph(word: WordDocument, block: Block) -> Paragraph:
    style = "Normal"
    if block.kind is BlockKind.HEADING:
        style = f"Heading {min(block.level, _MOST_LEVELS)}"
    elif block.kind is BlockKind.LIST_ITEM:
        tags = [container.tag for container in block.containers]
        style = "List Number" if "ol" in tags else "List Bullet"
    return word.add_paragraph(style=style)


def _add_text(word: WordDocument, paragraph: Paragraph, text: str, cards: Sequence[Card]) -> None:
    """Add the text of a block in runs that begin and end where cards do, and comment them."""
    places = [(card.item.start, card.item.end or len(text), card) for card in cards]
    edges = sorted({0, len(text), *(edge for start, end, _ in places for edge in (start, end))})
    runs = [
        (start, paragraph.add_run(make_printable(text[start:end])))
        for start, end in pairwise(edges)
    ]
    for start, end, card in places:
        covered = [run for run_start, run in runs if start <= run_start < end]
        if covered:
            _comment(word, covered, [card])


def _comment(word: WordDocument, runs: Sequence[Run], cards: Iterable[Card]) -> None:
    lines = []
    for card in cards:
        lines.append(card.weight)
        lines += [f"{number}. {step.words}" for number, step in enumerate(card.steps, 1)]
    word.add_comment(runs, make_comment_text(lines), _AUTHOR, _INITIALS)


def make_comment_text(lines: Iterable[str]) -> str:
    """Return the text of a comment, a paragraph a line."""
    return "\n".join(map(make_printable, lines))
