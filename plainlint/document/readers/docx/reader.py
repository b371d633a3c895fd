"""Read a Word file: its source text is one paragraph a line, its blocks are these paragraphs."""

from collections.abc import Iterator
from itertools import takewhile

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from plainlint.core.source import NOWHERE, RawFile, Source, Span
from plainlint.document.model import (
    BlockKind,
    ExcludedText,
    FrontMatter,
    FrontMatterEntry,
)
from plainlint.document.readers.docx.package import (
    BrokenWordFileError,
    open_word_file,
    read_properties,
)
from plainlint.document.readers.docx.paragraphs import (
    LINE_BREAK,
    MARGIN,
    Piece,
    WordParagraph,
    walk_paragraphs,
)
from plainlint.document.readers.docx.styles import Role, Styles
from plainlint.document.readers.raw_block import ContainerStack, RawBlock, RawDocument
from plainlint.document.readers.visible_builder import VisibleTextBuilder

# What takes the place of a picture or a struck word, so that its neighbours stay apart.
_VALUE_MARK = "\ufffc"


def decode(file: RawFile) -> Source:
    """Return the text of a Word file: line 3 is its third paragraph."""
    source = Source("", file.path, format=file.format, data=file.data)
    try:
        word = open_word_file(file.data)
        text = "\n".join(paragraph.text for paragraph in walk_paragraphs(word))
    except BrokenWordFileError as error:
        return source._replace(
            problem=f"a Word file that can't be opened: {error}",
            advice="open it in Word, save it under a new name, and check that file",
            data=b"",
        )
    return source._replace(text=text)


def read(source: Source) -> RawDocument:
    """Read the paragraphs of a Word file, from its bytes."""
    word = open_word_file(source.data)
    reader = _ParagraphReader(Styles(word), word)
    offset = 0
    for paragraph in walk_paragraphs(word):
        reader.read(paragraph, offset)
        offset += len(paragraph.text) + 1
    front_matter = _make_front_matter(read_properties(word))
    return RawDocument(source, front_matter, tuple(reader.blocks), tuple(reader.excluded_texts))


def _make_front_matter(properties: dict[str, str]) -> FrontMatter:
    entries = {
        name: FrontMatterEntry(name, value, NOWHERE, NOWHERE) for name, value in properties.items()
    }
    return FrontMatter(entries, NOWHERE, NOWHERE)


class _ParagraphReader:
    """Makes blocks of paragraphs, and keeps track of the lists and tables around them."""

    def __init__(self, styles: Styles, word: WordDocument) -> None:
        self.blocks: list[RawBlock] = []
        self.excluded_texts: list[ExcludedText] = []
        self._styles = styles
        self._relations = word.part.rels
        self._nesting = ContainerStack()
        self._has_title = False
        # The containers that are open, each with what tells it from its neighbours.
        self._open: list[tuple[str, object]] = []

    def read(self, paragraph: WordParagraph, offset: int) -> None:
        """Read a paragraph whose text begins at this offset of the source."""
        role = self._styles.find_role(paragraph.element)
        span = Span(offset, offset + len(paragraph.text))
        if paragraph.part == MARGIN or role.is_contents:
            reason = "contents" if role.is_contents else "page header or footer"
            if paragraph.text.strip():
                self.excluded_texts.append(ExcludedText(span, reason, paragraph.text))
            return
        self._enter(list(_list_containers(paragraph, role)))
        kind = BlockKind.HEADING if role.level else self._nesting.kind
        level = role.level + 1 if role.level and self._has_title else role.level
        self._has_title = self._has_title or role.is_title
        builder = self._build(paragraph, offset)
        self.blocks.append(builder.build_block(kind, level, span, self._nesting.containers))

    def _enter(self, wanted: list[tuple[str, object]]) -> None:
        """Leave what is not around the next paragraph, and enter what is new around it."""
        pairs = zip(wanted, self._open, strict=False)
        shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        # Each paragraph of a list is an item of its own.
        if shared == len(wanted) and wanted and wanted[-1][0] == "li":
            shared -= 1
        for _ in self._open[shared:]:
            self._nesting.leave()
        for tag, _ in wanted[shared:]:
            self._nesting.enter(tag)
        self._open = wanted

    def _build(self, paragraph: WordParagraph, offset: int) -> VisibleTextBuilder:
        builder = VisibleTextBuilder()
        link = None
        for piece in paragraph.pieces:
            if piece.link is not link:
                if link is not None:
                    builder.close_link(offset, offset)
                if piece.link is not None:
                    builder.open(offset, offset, {"href": self._find_target(piece)})
                link = piece.link
            end = offset + len(piece.text)
            self._add(builder, piece, offset, end)
            offset = end
        if link is not None:
            builder.close_link(offset, offset)
        return builder

    def _add(self, builder: VisibleTextBuilder, piece: Piece, start: int, end: int) -> None:
        if piece.left_out:
            builder.exclude(start, end, piece.left_out, piece.text)
            builder.add(_VALUE_MARK, start, end)
            return
        text = piece.text.replace(LINE_BREAK, "\n").replace("\t", " ")
        builder.add(text, start, end)

    def _find_target(self, piece: Piece) -> str:
        assert piece.link is not None
        relation = self._relations.get(piece.link.get(qn("r:id"), ""))
        anchor = piece.link.get(qn("w:anchor"), "")
        target = relation.target_ref if relation is not None and relation.is_external else ""
        return f"{target}#{anchor}" if anchor else target


def _list_containers(paragraph: WordParagraph, role: Role) -> Iterator[tuple[str, object]]:
    """Yield the containers of a paragraph, the outermost first."""
    yield from paragraph.containers
    if role.is_quote:
        yield ("blockquote", "quote")
    for depth in range(1, role.list_depth + 1):
        yield ("ul", (role.list_number, depth))
        yield ("li", depth)
