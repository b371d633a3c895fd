"""Build a Document from a source: front matter, blocks, visible text, exclusions, sentences."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from plainlint.core.caches import remember
from plainlint.core.source import Source, Span
from plainlint.document.model import (
    WORD,
    Block,
    BlockKind,
    Document,
    ExcludedText,
    FrontMatter,
    Link,
    Sentence,
)
from plainlint.document.readers.directives import read_directives
from plainlint.document.readers.exclusions import (
    find_excluded_parts,
    find_exclusion_reason,
    is_reference_heading,
    remove_ranges,
)
from plainlint.document.readers.front_matter import find_text_above, read_front_matter
from plainlint.document.readers.lists import join_list_items
from plainlint.document.readers.markdown.dialects import has_dialect_syntax
from plainlint.document.readers.raw_block import MAXIMUM_NESTING, RawBlock
from plainlint.document.readers.sentences import split_sentences
from plainlint.document.visible_text import VisibleText

if TYPE_CHECKING:
    from plainlint.document.readers.markdown.masking import MaskedText

_NO_FRONT_MATTER = FrontMatter({}, Span(0, 0), Span(0, 0))


def build_document(source: Source, *, join_lists: bool, parser: str) -> Document:
    """Build a document, as described at `parse_source`."""
    if source.problem:
        return Document(source, _NO_FRONT_MATTER, ())
    front_matter, body_start = read_front_matter(source)
    masked = _mask(source, body_start)
    raw_blocks, too_deep = read_blocks(source, body_start, parser, masked)
    if too_deep:
        problem = f"from line {too_deep} on it is nested more than {MAXIMUM_NESTING} levels deep"
        span = source.get_line_span(too_deep)
        source = source._replace(problem=problem, problem_span=span)
    above = find_text_above(source, front_matter)
    if above.start < above.end:
        raw_above, _ = read_blocks(
            source._replace(text=source.text[: above.end]), above.start, parser
        )
        raw_blocks = [*raw_above, *raw_blocks]
    language = front_matter.get_text("language") or "en"
    excluded_texts = _list_syntax(masked, source) if masked else []
    blocks = _build_blocks(raw_blocks, language, excluded_texts)
    if join_lists:
        blocks = tuple(join_list_items(blocks))
    directives = read_directives(source, front_matter, blocks, excluded_texts)
    return Document(source, front_matter, blocks, tuple(excluded_texts), directives)


def _build_blocks(
    raw_blocks: Iterable[RawBlock], language: str, excluded_texts: list[ExcludedText]
) -> tuple[Block, ...]:
    """Build the blocks; the texts excluded inside them are appended to `excluded_texts`."""
    blocks: list[Block] = []
    references_level = 0
    for raw in raw_blocks:
        is_heading = raw.kind is BlockKind.HEADING
        is_reference = references_level > 0 and not is_heading
        prose, links = _exclude_parts(raw, excluded_texts, keep_whole=is_reference)
        if is_heading and (not references_level or raw.level <= references_level):
            references_level = raw.level if is_reference_heading(prose.text) else 0
        reason = find_exclusion_reason(
            raw.kind, prose.text, links, in_references=references_level > 0
        )
        sentences = () if reason else _build_sentences(prose, language)
        # Positional because this runs for every block, and keywords are slower.
        blocks.append(
            Block(raw.kind, raw.span, prose, raw.level, reason, sentences, links, raw.containers)
        )
    return tuple(blocks)


def _exclude_parts(
    raw: RawBlock, excluded_texts: list[ExcludedText], *, keep_whole: bool
) -> tuple[VisibleText, tuple[Link, ...]]:
    """Return the block's scored prose and links; append the rest to `excluded_texts`.

    A block that is excluded as a whole keeps all its parts: `keep_whole`.
    """
    prose, links = raw.prose, raw.links
    excluded_texts += raw.excluded_texts
    if not keep_whole and (parts := list(find_excluded_parts(prose.text, links))):
        excluded_texts += [
            ExcludedText(prose.get_span(start, end), reason, prose.text[start:end])
            for start, end, reason in parts
        ]
        prose, links = remove_ranges(prose, links, [(start, end) for start, end, _ in parts])
    return prose, links


def _build_sentences(prose: VisibleText, language: str) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(prose, start, end, prose.get_wrapped_span(start, end), tokens)
        for start, end, tokens in _tokenise_sentences(prose.text, language)
    )


# Similar documents share blocks, and a document that is read again keeps most of its blocks.
@remember(1 << 11)
def _tokenise_sentences(text: str, language: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Return the start, end and words of each sentence of a block's text."""
    return tuple(
        (start, end, tuple(WORD.findall(text, start, end)))
        for start, end in split_sentences(text, language)
    )


def _mask(source: Source, body_start: int) -> "MaskedText | None":
    """Mask the syntax of Markdown dialects; return None for a document that has none."""
    if not has_dialect_syntax(source.text):
        return None
    # Few documents have such syntax, and its patterns take time to compile.
    from plainlint.document.readers.markdown.masking import mask_dialects

    return mask_dialects(source.text, body_start)


def _list_syntax(masked: "MaskedText", source: Source) -> list[ExcludedText]:
    from plainlint.document.readers.markdown.masking import list_excluded_syntax

    return list(list_excluded_syntax(masked, source.text))


def read_blocks(
    source: Source, body_start: int, parser: str, masked: "MaskedText | None" = None
) -> tuple[Sequence[RawBlock], int]:
    """Read the blocks of the Markdown from `body_start` on, in source order.

    A text with masked syntax is always read by markdown-it. The second value is the line where
    the nesting becomes too deep to be read; 0 if it does not.
    """
    if parser == "auto" and masked is None:
        from plainlint.document.readers.markdown.pyromark.blocks import read_raw_blocks as read_fast
        from plainlint.document.readers.markdown.pyromark.fallback import NeedsReferenceReader

        try:
            return read_fast(source.text, body_start), 0
        except NeedsReferenceReader:
            pass
    from plainlint.document.readers.markdown.markdown_it.blocks import read_raw_blocks

    try:
        if masked is None:
            return read_raw_blocks(source, body_start)
        from plainlint.document.readers.markdown.masking import restore_block

        raw_blocks, too_deep = read_raw_blocks(
            source._replace(text=masked.text),
            body_start,
            masked.containers,
            has_indented_code=not masked.has_components,
        )
        return [restore_block(raw, masked, source.text) for raw in raw_blocks], too_deep
    except RecursionError:
        return (), source.locate(body_start).line
