"""What a reader needs of a Word file: its paragraphs, styles and properties."""

from collections.abc import Mapping
from typing import NamedTuple

from docx.document import Document as WordDocument

from plainlint.core.caches import remember
from plainlint.document.readers.docx.package import BrokenWordFileError, open_word_file
from plainlint.document.readers.docx.paragraphs import WordParagraph, walk_paragraphs
from plainlint.document.readers.docx.properties import read_properties
from plainlint.document.readers.docx.styles import Styles


class WordFile(NamedTuple):
    """A Word file that was read."""

    word: WordDocument
    styles: Styles
    paragraphs: tuple[WordParagraph, ...]
    properties: Mapping[str, str]

    @property
    def text(self) -> str:
        """Its paragraphs, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def load_word_file(data: bytes) -> WordFile:
    """Read a Word file from its bytes; its elements may be changed.

    Raises:
        BrokenWordFileError: it is damaged or too large, or no Word file.
    """
    word = open_word_file(data)
    try:
        styles = Styles(word)
        paragraphs = tuple(walk_paragraphs(word, styles))
        return WordFile(word, styles, paragraphs, read_properties(word))
    # A part that is not what it should be fails in ways that can't be listed.
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise BrokenWordFileError from error


@remember(2)
def load_shared_word_file(data: bytes) -> WordFile:
    """Read a Word file as `load_word_file` does; its elements must not be changed."""
    return load_word_file(data)
