"""pyromark's inline events as visible text."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from plainlint.parse.by_pyromark.doubts import (
    Doubt,
    check_entity,
    check_html,
    check_line,
    check_link,
    check_no_html,
)
from plainlint.parse.by_pyromark.events import Event
from plainlint.parse.visible import VisibleText, runs

_AUTOLINKS = frozenset({"Autolink", "Email"})


class InlineReader:
    """One walk over the inline events of one block; `read` fills `visible`.

    `source` is the whole text; `in_cell` says that the block is a cell of a table, where a
    backslash before a bar is no part of the text.
    """

    def __init__(self, source: str, *, in_cell: bool) -> None:
        self.source = source
        self.in_cell = in_cell
        self.visible = VisibleText()
        # Where the text or markup before ended.
        self.cursor = 0
        self.targets = 0
        self.breaks = 0
        self._in_image = False
        self._open: list[Any] = []

    def read(self, events: Sequence[Event]) -> VisibleText:
        """Walk the events and give the visible text.

        Raises:
            Doubt: markdown-it may read it in another way.
        """
        readers = self._READERS
        for event in events:
            if self._in_image and event[0] != "/Image":
                self._inside_image(event)
            else:
                readers[event[0]](self, event)
        if self.breaks and self.source.count("](", events[0][2], self.cursor) > self.targets:
            raise Doubt("a link that may go over several lines")
        return self.visible

    def _text(self, event: Event) -> None:
        _, text, start, end = event
        behind_backslash = start > self.cursor and self.source[start - 1] == "\\"
        if behind_backslash and text and not (self.in_cell and text[0] == "|"):
            # An escape, of which pyromark gives the second character.
            self.visible.add(text[0], start - 1, start + 1)
            text, start = text[1:], start + 1
        self.cursor = end
        if len(text) != end - start:
            check_entity(self.source[start:end], text)
            self.visible.add(text, start, end)
        elif text:
            self._plain(text, start, end)

    def _plain(self, text: str, start: int, end: int) -> None:
        if "<" in text:
            check_no_html(self.source, start, end)
        if "`" in text or (self._open and ("*" in text or "_" in text)):
            raise Doubt("a loose backtick, or a loose star in a link")
        if "  " not in text:
            self.visible.add(text, start, end)
            return
        for run, first, last in runs(text):
            self.visible.add(run, start + first, start + last)

    def _line_break(self, event: Event) -> None:
        name, _, _, end = event
        newline = end - (2 if self.source.startswith("\r\n", end - 2) else 1)
        self.visible.add(" " if name == "SoftBreak" else "\n", newline, newline + 1)
        self.breaks += 1
        self.cursor = newline + 1
        check_line(self.source, end)

    def _code(self, event: Event) -> None:
        _, text, start, self.cursor = event
        if "\n" in self.source[start : self.cursor]:
            raise Doubt("code over several lines")
        self.visible.omit(start, self.cursor, "code", text)

    def _html(self, event: Event) -> None:
        _, markup, start, self.cursor = event
        check_html(markup)
        self.visible.html(markup, start, self.cursor)

    def _markup(self, event: Event) -> None:
        self.cursor = event[2]
        self.visible.open(self.cursor)

    def _markup_end(self, event: Event) -> None:
        self.cursor = event[3]
        self.visible.close(self.cursor, "em" if event[0] == "/Emphasis" else "strong")

    def _link(self, event: Event) -> None:
        _, link, self.cursor, _ = event
        href = link["dest_url"]
        if link["link_type"] == "Email":
            href = f"mailto:{href}"
        attributes = {"href": href, "title": link["title"]}
        self.visible.open(self.cursor, self.cursor + 1, attributes)
        self._open.append(link)

    def _link_end(self, event: Event) -> None:
        _, _, start, end = event
        link = self._open.pop()
        if link["link_type"] in _AUTOLINKS:
            text_end = end - 1
        else:
            text_end = self._label_end(start + 1, end, link)
        self.visible.close_link(text_end, end)
        self.cursor = end

    def _label_end(self, start: int, end: int, link: Any) -> int:
        """Where the text ends that starts at `start` and has been walked through."""
        label_end = max(self.cursor, start)
        check_link(link["dest_url"], self.source[label_end:end])
        self.targets += 1
        return label_end

    def _image(self, event: Event) -> None:
        _, image, self.cursor, _ = event
        self._open.append(image)
        self._in_image = True

    def _inside_image(self, event: Event) -> None:
        if event[0] == "Image":
            raise Doubt("an image in the text of an image")
        self.cursor = event[3]

    def _image_end(self, event: Event) -> None:
        _, _, start, end = event
        self._in_image = False
        label_end = self._label_end(start + 2, end, self._open.pop())
        label = self.source[start + 2 : label_end]
        if "\n" in label or "[" in label:
            raise Doubt("an image text with brackets or several lines")
        text = label.replace("\\|", "|") if self.in_cell else label
        self.visible.omit(start, end, "image text", text)
        self.cursor = end

    _READERS: ClassVar[dict[str, Callable[["InlineReader", Event], None]]] = {
        "Text": _text,
        "SoftBreak": _line_break,
        "HardBreak": _line_break,
        "Code": _code,
        "InlineHtml": _html,
        "Emphasis": _markup,
        "/Emphasis": _markup_end,
        "Strong": _markup,
        "/Strong": _markup_end,
        "Link": _link,
        "/Link": _link_end,
        "Image": _image,
        "/Image": _image_end,
    }
