"""Inline notes of Markdown dialects: "Take it with milk.^[Oat milk is fine.]"."""

import re
from collections.abc import Iterator

from plainlint.document.model import BlockKind, Container, ExcludedText, Link
from plainlint.document.readers.cuts import Cut, remove_ranges
from plainlint.document.readers.raw_block import RawBlock

_OPENING = "^["
# Two words at least: "x^[2]" is a formula.
_NOTE = re.compile(
    r"(?<=[\w.,;:!?)\]\"'\u201d\u2019])\^\[(?P<text>(?=[^\[\]]*\w\s+\w)"
    r"(?:[^\[\]]|\[[^\[\]]*\])+)\]"
)


def separate_inline_notes(raw: RawBlock) -> Iterator[RawBlock]:
    """Yield the block without its inline notes, then the notes as footnotes of their own."""
    text = raw.prose.text
    notes = list(_NOTE.finditer(text)) if _OPENING in text else []
    if not notes:
        yield raw
        return
    outside = [Cut(*note.span(), leaves_note_mark=True) for note in notes]
    links = tuple(link for link in raw.links if not any(_is_inside(link, note) for note in notes))
    prose, links = remove_ranges(raw.prose, links, outside)
    syntax = [
        ExcludedText(raw.prose.get_span(start, end), "footnote mark", text[start:end])
        for note in notes
        for start, end in ((note.start(), note.start("text")), (note.end("text"), note.end()))
    ]
    yield raw._replace(prose=prose, links=links, excluded_texts=(*raw.excluded_texts, *syntax))
    for note in notes:
        yield _make_footnote(raw, note)


def _make_footnote(raw: RawBlock, note: re.Match[str]) -> RawBlock:
    start, end = note.span("text")
    links = tuple(link for link in raw.links if _is_inside(link, note))
    prose, links = remove_ranges(raw.prose, links, [Cut(0, start), Cut(end, len(raw.prose.text))])
    span = raw.prose.get_wrapped_span(start, end)
    containers = (*raw.containers, Container("aside", 0))
    return RawBlock(BlockKind.FOOTNOTE, 0, span, prose, links, (), containers)


def _is_inside(link: Link, note: re.Match[str]) -> bool:
    return note.start() <= link.start and link.end <= note.end()
