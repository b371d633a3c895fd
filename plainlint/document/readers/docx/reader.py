"""Read a Word file: its source text is one paragraph a line, its blocks are these paragraphs."""

from itertools import takewhile

from plainlint.core.source import NOWHERE, RawFile, Source, Span
from plainlint.document.model import (
    BlockKind,
    ExcludedText,
    FrontMatter,
    FrontMatterEntry,
)
from plainlint.document.readers.docx.package import BrokenWordFileError
from plainlint.document.readers.docx.paragraphs import MARGIN, WordContainer, WordParagraph
from plainlint.document.readers.docx.pieces import (
    LINE_BREAK,
    NO_BREAK_HYPHEN,
    OBJECT,
    SOFT_HYPHEN,
    Piece,
)
from plainlint.document.readers.docx.styles import Role, Styles
from plainlint.document.readers.docx.word_file import load_shared_word_file
from plainlint.document.readers.raw_block import ContainerStack, RawBlock, RawDocument
from plainlint.document.readers.visible_builder import VisibleTextBuilder, iter_runs

_VISIBLE = str.maketrans({LINE_BREAK: "\n", NO_BREAK_HYPHEN: "-"})
_QUOTE = WordContainer("blockquote", -1)


def decode(file: RawFile) -> Source:
    """Return the text of a Word file: line 3 is its third paragraph."""
    source = Source("", file.path, format=file.format)
    try:
        return source._replace(text=load_shared_word_file(file.data).text, data=file.data)
    except BrokenWordFileError as error:
        return source._replace(problem=error.problem.problem, advice=error.problem.advice)


def read(source: Source) -> RawDocument:
    """Read the paragraphs of a Word file, from its bytes."""
    word_file = load_shared_word_file(source.data)
    reader = _ParagraphReader(word_file.styles)
    offset = 0
    for paragraph in word_file.paragraphs:
        reader.read(paragraph, offset)
        offset += len(paragraph.text) + 1
    front_matter = FrontMatter(
        {
            name: FrontMatterEntry(name, value, NOWHERE, NOWHERE)
            for name, value in word_file.properties.items()
        },
        NOWHERE,
        NOWHERE,
    )
    return RawDocument(source, front_matter, tuple(reader.blocks), tuple(reader.excluded_texts))


class _ParagraphReader:
    """Makes blocks of paragraphs, and keeps track of the lists and tables around them."""

    def __init__(self, styles: Styles) -> None:
        self.blocks: list[RawBlock] = []
        self.excluded_texts: list[ExcludedText] = []
        self._styles = styles
        self._nesting = _Nesting()
        self._has_title = False

    def read(self, paragraph: WordParagraph, offset: int) -> None:
        """Read a paragraph whose text begins at this offset of the source."""
        role = self._styles.find_role(paragraph.element)
        span = Span(offset, offset + len(paragraph.text))
        is_blank = not paragraph.text.strip()
        reason = "page header or footer" if paragraph.story == MARGIN else role.left_out
        if reason:
            if not is_blank:
                self.excluded_texts.append(ExcludedText(span, reason, paragraph.text))
            return
        # An empty paragraph is a space between others; an empty heading is still in the outline.
        if is_blank and not role.level:
            return
        builder = _TextReader(offset)
        for piece in paragraph.pieces:
            builder.read(piece)
        builder.finish()
        self._nesting.enter(paragraph.containers, role)
        kind = BlockKind.HEADING if role.level else self._nesting.stack.kind
        level = role.level + 1 if self._has_title and not role.is_title else role.level
        self._has_title = self._has_title or (role.is_title and not is_blank)
        self.blocks.append(
            builder.text.build_block(
                kind, level if role.level else 0, span, self._nesting.stack.containers
            )
        )


class _Nesting:
    """The containers around a place of a file: tables, cells, notes, quotations, then lists."""

    def __init__(self) -> None:
        self.stack = ContainerStack()
        self._outer: tuple[WordContainer, ...] = ()
        # The numbers of the open lists, the outermost first.
        self._lists: list[str] = []

    def enter(self, containers: tuple[WordContainer, ...], role: Role) -> None:
        """Leave what is not around the next paragraph, and enter what is new around it."""
        wanted = (*containers, _QUOTE) if role.is_quote else containers
        if wanted != self._outer:
            self._leave_lists(0)
            pairs = zip(wanted, self._outer, strict=False)
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
            for _ in self._outer[shared:]:
                self.stack.leave()
            for container in wanted[shared:]:
                self.stack.enter(container.tag)
            self._outer = wanted
        self._leave_lists(role.list_depth)
        is_same = len(self._lists) == role.list_depth > 0
        if is_same and not role.continues:
            if self._lists[-1] == role.list_number:
                self.stack.leave()
                self.stack.enter("li")
            else:
                self._leave_lists(role.list_depth - 1)
        while len(self._lists) < role.list_depth:
            self.stack.enter(role.list_tag)
            self.stack.enter("li")
            self._lists.append(role.list_number)

    def _leave_lists(self, depth: int) -> None:
        """Leave the lists that are deeper than this."""
        while len(self._lists) > depth:
            self._lists.pop()
            self.stack.leave()
            self.stack.leave()


class _TextReader:
    """Builds the visible text of a paragraph from its pieces, in order."""

    def __init__(self, offset: int) -> None:
        self.text = VisibleTextBuilder()
        self._offset = offset
        self._link: str | None = None
        self._emphasis: tuple[str, ...] = ()
        self._is_empty = True
        # Text that is not added yet, and what was left out since the last visible text.
        self._pending: list[str] = []
        self._left_out: Span | None = None

    def read(self, piece: Piece) -> None:
        """Add a piece."""
        if piece.link != self._link:
            self._close_link()
            if piece.link is not None:
                self.text.open(self._offset, self._offset, {"href": piece.link})
            self._link = piece.link
        if piece.emphasis != self._emphasis and not piece.left_out:
            self._close_emphasis()
            for _ in piece.emphasis:
                self.text.open(self._offset)
            self._emphasis = piece.emphasis
        end = self._offset + len(piece.text)
        if piece.left_out:
            self._add_pending()
            text = piece.shown_text or piece.text.replace(OBJECT, "")
            self.text.exclude(self._offset, end, piece.left_out, text)
            if piece.is_shown and not self._is_empty:
                start = self._left_out.start if self._left_out else self._offset
                self._left_out = Span(start, end)
        else:
            self._pending.append(piece.text)
        self._offset = end

    def finish(self) -> None:
        """Add what is pending at the end of the paragraph."""
        self._close_link()

    def _close_emphasis(self) -> None:
        self._add_pending()
        for tag in reversed(self._emphasis):
            self.text.close(self._offset, tag)
        self._emphasis = ()

    def _close_link(self) -> None:
        self._close_emphasis()
        if self._link is not None:
            self.text.close_link(self._offset, self._offset)
            self._link = None

    def _add_pending(self) -> None:
        text = "".join(self._pending).translate(_VISIBLE)
        self._pending.clear()
        start = self._offset - len(text)
        if text and self._left_out:
            self.text.add(OBJECT, *self._left_out)
            self._left_out = None
        for part in text.split(SOFT_HYPHEN):
            for run, run_start, run_end in iter_runs(part):
                if run:
                    self.text.add(run, start + run_start, start + run_end)
                    self._is_empty = False
            start += len(part) + 1
