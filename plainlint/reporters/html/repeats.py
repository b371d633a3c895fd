"""Repeats: a text with the same findings is shown in full once, and later refers to that place.

Pages are made apart from each other, in any process, each with all its entries in full. The places
where a reference may stand are marked in them, so references can be put in and taken out again.
"""

import re

from plainlint.core.text import make_printable
from plainlint.reporters.html.marks import escape_text
from plainlint.reporters.html.summary import DocumentSummary
from plainlint.reporters.html.templating import Layout

# A mark before and after the part of an entry that is folded; a reference fills the mark's line.
# No text of a document can be a mark, as it is escaped.
_MARK = re.compile(r"<!--(/?)fold (\d+)-->[^\n]*")
_REFERENCE = '<p class="same">'


class RepeatLinker:
    """Puts references into pages, which are given in the order of the run."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        # The page, the path and line, and the number of the first place, by digest.
        self._first: dict[str, tuple[str, str, int]] = {}
        # How many entries are references.
        self.repeats = 0

    def link(self, summary: DocumentSummary, html: str) -> str:
        """Return a page with references in its entries that an earlier place shows in full."""
        references: dict[str, str] = {}
        for number, line, digest in summary.repeatable:
            here = (summary.page, f"{summary.path}, line {line}", number)
            first = self._first.setdefault(digest, here)
            if first is not here:
                references[str(number)] = self._format_reference(summary.page, first)
        self.repeats += len(references)
        if not references and _REFERENCE not in html:
            return html

        def fill(mark: re.Match[str]) -> str:
            closes, number = mark.groups()
            if number not in references:
                return f"<!--{closes}fold {number}-->"
            return f"<!--{closes}fold {number}-->" + (
                "</details>" if closes else references[number]
            )

        return _MARK.sub(fill, html)

    def _format_reference(self, current: str, first: tuple[str, str, int]) -> str:
        page, where, number = first
        href = self._layout.href(current, page, f"p{number}")
        # An address is one line, whatever the path holds.
        place = " ".join(escape_text(make_printable(where)).split())
        return (
            f'{_REFERENCE}Same text as in <a href="{href}">{place}</a>.</p>'
            "<details><summary>Show here what to do</summary>"
        )


def remove_references(page: bytes) -> bytes:
    """Return a page as it was before references were put in."""
    if _REFERENCE.encode() not in page:
        return page
    return _MARK.sub(r"<!--\1fold \2-->", page.decode()).encode()
