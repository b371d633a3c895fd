"""Turn pyromark's inline events into visible text."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar

from plainlint.document.readers.markdown.pyromark.events import Event
from plainlint.document.readers.markdown.pyromark.fallback import (
    NeedsReferenceReader,
    check_characters,
    check_entity,
    check_html,
    check_line,
    check_link,
    check_no_html,
)
from plainlint.document.readers.visible_builder import VisibleTextBuilder, iter_runs

# Targets with these beginnings are always links to markdown-it.
_SAFE = ("/", "#", "http")
# markdown-it reads a hundred levels of brackets.
_MAXIMUM_BRACKETS = 90
_AUTOLINKS = frozenset({"Autolink", "Email"})


class EventReader:
    """One pass over the inline events of one block; `read` fills `visible`.

    `source` is the whole text; `in_cell` says that the block is a table cell, where a backslash
    before a bar is not part of the text.
    """

    def __init__(self, source: str, *, in_cell: bool) -> None:
        self.source = source
        self.in_cell = in_cell
        self.visible = VisibleTextBuilder()
        # Where the last text or markup ended.
        self.cursor = 0
        self.targets = 0
        self.breaks = 0
        self._events: Iterator[Event] = iter(())
        self._link_data: Any = None

    def read(self, events: Sequence[Event]) -> VisibleTextBuilder:
        """Read the events and return the builder of their visible text.

        Raises:
            NeedsReferenceReader: markdown-it may read the text differently.
        """
        self._events = iter(events)
        for event in self._events:
            self._READERS[event[0]](self, event)
        start, end = events[0][2], self.cursor
        if self.breaks and self.source.count("](", start, end) > self.targets:
            raise NeedsReferenceReader("a link that may span several lines")
        if self.source.count("[", start, end) - self.targets > _MAXIMUM_BRACKETS:
            raise NeedsReferenceReader("brackets that may be nested deeply")
        return self.visible

    def _read_text(self, event: Event) -> None:
        _, text, start, end = event
        if start > self.cursor and self.source[start - 1] == "\\" and text:
            text, start = self._add_escaped_character(text, start)
        self.cursor = end
        if len(text) != end - start:
            check_entity(self.source[start:end], text)
            self.visible.add(text, start, end)
            return
        if "<" in text:
            check_no_html(self.source, start, end)
        if "`" in text or (self._link_data and ("*" in text or "_" in text)):
            raise NeedsReferenceReader("a loose backtick, or a loose star in a link")
        if not text.isprintable():
            check_characters(text)
        if "  " in text:
            for run, first, last in iter_runs(text):
                self.visible.add(run, start + first, start + last)
        elif text:
            self.visible.add(text, start, end)

    def _add_escaped_character(self, text: str, start: int) -> tuple[str, int]:
        """Add an escaped character, which starts pyromark's text; return the rest of the text."""
        if self.in_cell and text[0] == "|":
            return text, start
        self.visible.add(text[0], start - 1, start + 1)
        return text[1:], start + 1

    def _read_line_break(self, event: Event) -> None:
        name, _, _, end = event
        newline = end - (2 if self.source.startswith("\r\n", end - 2) else 1)
        self.visible.add(" " if name == "SoftBreak" else "\n", newline, newline + 1)
        self.breaks += 1
        self.cursor = newline + 1
        check_line(self.source, end)

    def _read_code(self, event: Event) -> None:
        _, text, start, self.cursor = event
        if "\n" in self.source[start : self.cursor]:
            raise NeedsReferenceReader("code over several lines")
        self.visible.exclude_object(start, self.cursor, "code", text)

    def _read_html(self, event: Event) -> None:
        _, markup, start, self.cursor = event
        check_html(markup)
        self.visible.add_html(markup, start, self.cursor)

    def _open_markup(self, event: Event) -> None:
        self.cursor = event[2]
        self.visible.open(self.cursor)

    def _close_markup(self, event: Event) -> None:
        self.cursor = event[3]
        self.visible.close(self.cursor, "em" if event[0] == "/Emphasis" else "strong")

    def _open_link(self, event: Event) -> None:
        _, link, start, _ = event
        if self._link_data:
            raise NeedsReferenceReader("a link in a link")
        href, title = link["dest_url"], link["title"]
        if link["link_type"] == "Email":
            href = f"mailto:{href}"
        self.visible.open(start, start + 1, {"href": href, "title": title})
        self.cursor = start
        self._link_data = link

    def _close_link(self, event: Event) -> None:
        _, _, start, end = event
        link, self._link_data = self._link_data, None
        if link["link_type"] in _AUTOLINKS:
            text_end = end - 1
        else:
            text_end = self._find_label_end(start + 1, end, link["dest_url"])
        self.visible.close_link(text_end, end)
        self.cursor = end

    def _find_label_end(self, start: int, end: int, href: str) -> int:
        """Return where a link's text ends that starts at `start` and has just been read."""
        label_end = max(start, self.cursor)
        tail = self.source[label_end:end]
        if tail != f"]({href})" or not href.startswith(_SAFE):
            check_link(href, tail)
        self.targets += 1
        return label_end

    def _read_image(self, event: Event) -> None:
        _, image, start, end = event
        self.cursor = start
        for name, _, _, inner_end in self._events:
            if name == "/Image":
                break
            self.cursor = inner_end
        label_end = self._find_label_end(start + 2, end, image["dest_url"])
        label = self.source[start + 2 : label_end]
        if any(map(label.__contains__, "\n[`")):
            raise NeedsReferenceReader("an image text with brackets, backticks or several lines")
        text = label.replace("\\|", "|") if self.in_cell else label
        self.visible.exclude_object(start, end, "image text", text)
        self.cursor = end

    _READERS: ClassVar[dict[str, Callable[["EventReader", Event], None]]] = {
        "Text": _read_text,
        "SoftBreak": _read_line_break,
        "HardBreak": _read_line_break,
        "Code": _read_code,
        "InlineHtml": _read_html,
        "Emphasis": _open_markup,
        "/Emphasis": _close_markup,
        "Strong": _open_markup,
        "/Strong": _close_markup,
        "Link": _open_link,
        "/Link": _close_link,
        "Image": _read_image,
    }
