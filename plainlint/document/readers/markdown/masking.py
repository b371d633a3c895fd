"""Mask the syntax of Markdown dialects, so that a reader of plain Markdown sees only the prose.

The masked text is as long as the source, so all offsets stay valid. A line of syntax becomes a
blank line; syntax in a line becomes a run of filler, which `restore_block` takes out again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from plainlint.core.source import Span
from plainlint.document.model import ExcludedText
from plainlint.document.readers.markdown.dialects import LINE_KINDS
from plainlint.document.readers.markdown.inline_syntax import find_inline_syntax
from plainlint.document.readers.markdown.line_scanner import LineScanner
from plainlint.document.readers.markdown.regions import MarkedLink, Region
from plainlint.document.readers.markdown.syntax_kinds import Dialect

_FILLERS = "\ue0f0\ue0f1\ue0f2\ue0f3\ue0f4\ue0f5\ue0f6\ue0f7"
# Syntax of containers whose inside is indented by hand.
_INDENTING = ("</", ":::column", ":::row")
_INDENTED = re.compile(r"^(?: {4}| {0,3}\t)", re.MULTILINE)


class MaskedText(NamedTuple):
    """A text whose syntax is masked.

    `regions` are sorted and disjoint, `links` and `notes` sorted. `containers` are the offsets of
    the list items that replace the lines that open an indented container, or the mark of a
    definition, with their elements. `has_indented_code` is
    false if indented text is not code, as inside of components.
    """

    text: str
    filler: str
    regions: tuple[Region, ...]
    links: tuple[MarkedLink, ...]
    notes: tuple[Span, ...]
    containers: Mapping[int, str]
    has_indented_code: bool


def mask_dialects(text: str, body_start: int, dialect: Dialect) -> MaskedText | None:
    """Mask the syntax from `body_start` on; return None if there is none."""
    filler = next((sign for sign in _FILLERS if sign not in text), "")
    lines = LineScanner(text, body_start, (*LINE_KINDS, *dialect.lines))
    lines.scan()
    found = find_inline_syntax(text, body_start, lines.code, lines.prose_fences, dialect)
    regions = tuple(_drop_overlaps([*found.pairs, *lines.regions, *found.regions]))
    is_plain = not regions and (dialect.has_indented_code or not _INDENTED.search(text, body_start))
    if is_plain or not filler:
        return None
    starts = {region.start for region in regions}
    return MaskedText(
        text=_fill_regions(text, regions, filler),
        filler=filler,
        regions=regions,
        links=tuple(sorted(link for link in found.links if link.span.start in starts)),
        notes=tuple(sorted(note for note in found.notes if note.end in starts)),
        containers={start: tag for start, tag in lines.containers.items() if start in starts},
        has_indented_code=dialect.has_indented_code
        and not any(text.startswith(_INDENTING, region.start) for region in regions),
    )


def _drop_overlaps(regions: Iterable[Region]) -> Iterator[Region]:
    """Yield disjoint regions by position; of those that overlap, the first, then by their order."""
    done = 0
    for region in sorted(regions, key=lambda region: region.start):
        if region.start >= done and region.start < region.end:
            yield region
            done = region.end


def _fill_regions(text: str, regions: Iterable[Region], filler: str) -> str:
    parts = []
    done = 0
    for region in regions:
        syntax = text[region.start : region.end]
        is_replaced = bool(region.replacement)
        filled = region.replacement.ljust(len(syntax)) if is_replaced else fill(syntax, filler)
        parts += [text[done : region.start], filled]
        done = region.end
    masked = "".join([*parts, text[done:]])
    # A line of syntax alone ends a paragraph.
    alone = re.compile(rf"^([ \t>]*)([{filler}][{filler} \t]*)(?=\r?$)", re.MULTILINE)
    return alone.sub(lambda line: line[1] + " " * len(line[2]), masked)


def fill(syntax: str, filler: str) -> str:
    """Return filler in place of syntax; its line ends stay."""
    return re.sub(r"[^\r\n]", filler, syntax)


def list_excluded_syntax(masked: MaskedText, text: str) -> Iterator[ExcludedText]:
    """Yield the syntax that was masked, with the reason."""
    for region in masked.regions:
        yield ExcludedText(
            Span(region.start, region.end), region.reason, text[region.start : region.end]
        )
