"""Restore the blocks of a masked text: take out the filler, put back links and notes."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from plainlint.document.model import BlockKind, Link
from plainlint.document.readers.cuts import Cut, is_between_words, remove_ranges
from plainlint.document.readers.markdown.masking import MaskedText, fill
from plainlint.document.readers.markdown.regions import MarkedLink
from plainlint.document.readers.raw_block import RawBlock
from plainlint.document.visible_text import VisibleText, Wrapper

_WINDOW = 8
_SPACE = re.compile(r"\s")


def restore_block(raw: RawBlock, masked: MaskedText, text: str) -> Iterator[RawBlock]:
    """Yield a block without filler, and the footnotes that are written inside of it.

    Syntax between two words leaves OBJECT if it stands for words.
    """
    filler = masked.filler
    links = tuple(
        _restore_link(link, masked, text)
        if filler in f"{link.text}{link.href}{link.title}"
        else link
        for link in raw.links
    )
    excluded_texts = tuple(
        excluded._replace(text=excluded.text.replace(filler, "")) for excluded in raw.excluded_texts
    )
    raw = raw._replace(links=links, excluded_texts=excluded_texts)
    first = bisect_left(masked.notes, raw.span.start, key=lambda note: note.start)
    last = bisect_left(masked.notes, raw.span.end, key=lambda note: note.start)
    ranges = [raw.prose.get_visible_range(note) for note in masked.notes[first:last]]
    notes = [(start, end) for start, end in ranges if start < end]
    yield _remove_filler(raw, masked, notes)
    for start, end in notes:
        yield _remove_filler(_cut_note(raw, start, end), masked, [])


def _cut_note(raw: RawBlock, start: int, end: int) -> RawBlock:
    """Return the visible range of a note as a block of its own."""
    links = tuple(link for link in raw.links if start <= link.start and link.end <= end)
    outside = (Cut(0, start), Cut(end, len(raw.prose.text)))
    cuts = [cut for cut in outside if cut.start < cut.end]
    prose, links = remove_ranges(raw.prose, links, cuts)
    return raw._replace(
        kind=BlockKind.FOOTNOTE,
        level=0,
        span=raw.prose.get_span(start, end),
        prose=prose,
        links=links,
        excluded_texts=(),
    )


def _remove_filler(raw: RawBlock, masked: MaskedText, notes: list[tuple[int, int]]) -> RawBlock:
    """Remove the filler and the visible ranges of notes from a block, and add its links."""
    prose, links = raw.prose, raw.links
    if masked.filler in prose.text:
        text = prose.text
        for start, end in notes:
            text = text[:start] + masked.filler * (end - start) + text[end:]
            links = tuple(link for link in links if link.end <= start or end <= link.start)
        cuts = list(_find_filler(text, prose, masked))
        prose, links = remove_ranges(prose, links, cuts)
    first = bisect_left(masked.links, raw.span.start, key=lambda link: link.span.start)
    last = bisect_left(masked.links, raw.span.end, key=lambda link: link.span.start)
    for marked in masked.links[first:last]:
        prose, links = _add_link(prose, links, marked)
    return raw._replace(prose=prose, links=links)


def _add_link(
    prose: VisibleText, links: tuple[Link, ...], marked: MarkedLink
) -> tuple[VisibleText, tuple[Link, ...]]:
    """Add a link in the syntax of a dialect to a block, if its text is visible there."""
    start, end = prose.get_visible_range(marked.text_span)
    if start >= end:
        return prose, links
    link = Link(
        text=prose.text[start:end],
        href=marked.target,
        title="",
        span=marked.span,
        text_span=marked.text_span,
        start=start,
        end=end,
        attributes={},
    )
    wrappers = (*prose.wrappers, Wrapper(start, end, marked.span, "a"))
    by_end = sorted(wrappers, key=lambda wrapper: wrapper.end)
    by_start = sorted((*links, link), key=lambda link: link.start)
    return prose._replace(wrappers=tuple(by_end)), tuple(by_start)


def _find_filler(text: str, prose: VisibleText, masked: MaskedText) -> Iterator[Cut]:
    """Yield the cuts that remove the filler, each with the space that would be left twice."""
    first = len(text) - len(text.lstrip(f"{masked.filler} \n\u00a0"))
    done = 0
    for run in re.finditer(rf"{masked.filler}(?:[{masked.filler}\s]*{masked.filler})?", text):
        start, end = run.span()
        if is_between_words(text, start, end) and _has_value(prose, run, masked):
            yield Cut(start, end, leaves_object=True)
            done = end
            continue
        after = text[end : end + _WINDOW].lstrip()[:1]
        if start < first:
            start, end = 0, first
        elif text[start - 1].isspace() and start > done and not after.isalnum():
            start -= 1
        elif text[start - 1].isspace() and text[end : end + 1].isspace():
            end += 1
        elif text[end : end + 1].isalnum() and (space := _SPACE.search(text, start, end)):
            # The space between two words that both have syntax around them.
            yield Cut(start, space.start())
            start = space.end()
        start = max(start, done)
        if start < end:
            yield Cut(start, end)
            done = end


def _has_value(prose: VisibleText, run: re.Match[str], masked: MaskedText) -> bool:
    """Check whether a run of filler contains syntax that stands for words."""
    span = prose.get_span(*run.span())
    first = max(bisect_right(masked.regions, span.start, key=lambda region: region.start) - 1, 0)
    last = bisect_right(masked.regions, span.end, key=lambda region: region.start)
    return any(region.is_value for region in masked.regions[first:last])


def _restore_link(link: Link, masked: MaskedText, text: str) -> Link:
    """Put the syntax back into the target of a link."""
    href = link.href
    first = bisect_right(masked.regions, link.span.start, key=lambda region: region.end)
    for region in masked.regions[first:]:
        if masked.filler not in href or region.end > link.span.end:
            break
        if region.end <= link.text_span.start or region.start >= link.text_span.end:
            syntax = text[region.start : region.end]
            href = href.replace(fill(syntax, masked.filler), syntax, 1)
    return link._replace(
        text=link.text.replace(masked.filler, ""),
        href=href,
        title=link.title.replace(masked.filler, ""),
        attributes={
            name: href if name == "href" else value.replace(masked.filler, "")
            for name, value in link.attributes.items()
        },
    )
