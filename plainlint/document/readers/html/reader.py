"""Read HTML: whole pages and fragments."""

from plainlint.core.source import Source
from plainlint.document.model import ExcludedText, FrontMatter
from plainlint.document.readers.front_matter import read_front_matter
from plainlint.document.readers.html.blocks import read_page_blocks
from plainlint.document.readers.html.declarations import mask_declarations
from plainlint.document.readers.html.elements import NOT_SHOWN
from plainlint.document.readers.html.head import read_head
from plainlint.document.readers.html.templates import mask_templates
from plainlint.document.readers.html.tree import read_tree
from plainlint.document.readers.markdown.masking import list_excluded_syntax
from plainlint.document.readers.markdown.unmasking import restore_block
from plainlint.document.readers.raw_block import RawBlock, RawDocument

_HEAD_MARKS = ("---", "+++")


def read(source: Source) -> RawDocument:
    """Read a page or a fragment, whatever is wrong with its markup.

    A page of a site generator may begin with front matter, and hold template code.
    """
    text = source.text
    head = _read_data_head(source)
    if head is not None:
        text = (
            text[: head.span.start]
            + " " * (head.span.end - head.span.start)
            + text[head.span.end :]
        )
    templates = mask_templates(text)
    masked, not_shown = mask_declarations(templates.text if templates else text)
    page = read_tree(masked)
    front_matter = read_head(source, page)
    if head is not None:
        front_matter = head._replace(entries={**front_matter.entries, **head.entries})
    blocks, excluded_texts = read_page_blocks(page, front_matter.get_text("language"))
    excluded_texts += [ExcludedText(span, NOT_SHOWN) for span in not_shown]
    if templates is not None:
        excluded_texts += list_excluded_syntax(templates, text)
        restored = [part for block in blocks for part in restore_block(block, templates, text)]
        blocks = [block for block in restored if _has_content(block)]
    return RawDocument(source, front_matter, blocks, tuple(excluded_texts))


def _read_data_head(source: Source) -> FrontMatter | None:
    """Return the front matter above the page; None if there is none."""
    if not source.text.lstrip("\ufeff \t\r\n").startswith(_HEAD_MARKS):
        return None
    head, _ = read_front_matter(source)
    return head if head.span.end else None


def _has_content(block: RawBlock) -> bool:
    """Check whether a block is more than the template code that was taken out of it."""
    return bool(block.level or block.prose.text.strip() or block.links or block.excluded_texts)
