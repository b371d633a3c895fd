"""Repeats: a text with the same findings is shown in full once, and later refers to that place.

Pages are made apart from each other, in any process, each with all its entries in full. The places
where a reference may stand are marked in them, so references can be put in and taken out again.
"""

from collections.abc import Callable, Mapping

from plainlint.languages.phrases import translate
from plainlint.reporters.html.marks import escape_text
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.html.templating import Layout

# The part of entry 7 that is folded is between the marks `<!--fold 7-->` and `<!--fold /7-->`. A
# reference follows a mark on its line. No text of a document can be a mark, as it is escaped.
_MARK, _MARK_END = b"<!--fold ", b"-->"
_REFERENCE = b'<p class="same">'


class RepeatLinker:
    """Finds the entries that say the same as an earlier one; documents are in the run's order."""

    def __init__(self, layout: Layout, choose_language: Callable[[str], str] = str) -> None:
        self._layout, self._choose_language = layout, choose_language
        # The page, the path and line, and the number of the first place, by digest.
        self._first: dict[str, tuple[str, str, int, int]] = {}
        # How many entries only refer to an earlier one.
        self.repeats = 0

    def make_references(self, summary: DocumentSummary) -> dict[bytes, bytes]:
        """Return what to put into the page of a document, by mark."""
        references = {}
        for number, line, digest in summary.repeatable:
            here = (summary.page, summary.path, line, number)
            first = self._first.setdefault(digest, here)
            if first is not here:
                self.repeats += 1
                references[b"%d" % number] = self._format_reference(summary, number, first)
                references[b"/%d" % number] = b"</div>"
        return references

    def _format_reference(
        self, summary: DocumentSummary, number: int, first: tuple[str, str, int, int]
    ) -> bytes:
        page, path, line, first_number = first
        current, language = summary.page, self._choose_language(summary.language)
        button = translate("Show here what to do", language)
        label = translate(f"Show here what to do in entry {number}", language)
        href = self._layout.href(current, page, f"p{first_number}")
        # What is put in is one line, whatever the path holds.
        name = f"line {line} of this page" if page == current else f"{path}, line {line}"
        name = translate(name, language)
        place = " ".join(escape_text(name).split())
        return (
            f"{_REFERENCE.decode()}{translate('Same text as in', language)} "
            f'<a href="{href}">{place}</a>. '
            f'<button type="button" '
            f'aria-expanded="false" aria-label="{label}">'
            f'{button}</button></p><div class="folded">'
        ).encode()


def put_references(page: bytes, references: Mapping[bytes, bytes]) -> bytes:
    """Return a page with these references and no others."""
    whole, present = take_references(page)
    if present == references:
        return page
    head, *parts = whole.split(_MARK)
    for index, part in enumerate(parts):
        mark, end, rest = part.partition(_MARK_END)
        if mark in references:
            parts[index] = mark + end + references[mark] + rest
    return _MARK.join([head, *parts])


def take_references(page: bytes) -> tuple[bytes, dict[bytes, bytes]]:
    """Return a page without its references, and the references by mark.

    A page in which a reference lacks a mark was changed by others, and is returned as it is.
    """
    references: dict[bytes, bytes] = {}
    parts, done = [], 0
    while (start := page.find(_REFERENCE, done)) >= 0:
        number = page[page.rfind(_MARK, done, start) + len(_MARK) : start - len(_MARK_END)]
        for name in (number, b"/" + number):
            mark = _MARK + name + _MARK_END
            found = page.find(mark, max(start - len(mark), done))
            start = found + len(mark)
            end = page.find(b"\n", start)
            if found < 0 or end < 0:
                return page, {}
            references[name] = page[start:end]
            parts.append(page[done:start])
            done = start = end
    return b"".join([*parts, page[done:]]), references
