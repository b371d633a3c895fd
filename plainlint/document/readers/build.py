"""Build a Document from a source: front matter, blocks, visible text, exclusions, sentences."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from plainlint.core.caches import remember
from plainlint.core.source import Source, Span
from plainlint.document.language import (
    fill_gaps,
    recognise_document_language,
    recognise_language,
)
from plainlint.document.language_tags import ENGLISH, choose_declared_language, is_english
from plainlint.document.model import (
    WORD,
    Block,
    BlockKind,
    Document,
    ExcludedText,
    ExclusionReason,
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
    excluded_texts = _list_syntax(masked, source) if masked else []
    parts = list(_exclude_blocks(raw_blocks, excluded_texts))
    language, block_languages = _recognise_languages(front_matter, parts)
    blocks = tuple(map(_build_block, parts, block_languages, repeat(language)))
    if join_lists:
        blocks = tuple(join_list_items(blocks))
    directives = read_directives(source, front_matter, blocks, excluded_texts)
    return Document(source, front_matter, blocks, tuple(excluded_texts), directives, language)


class _BlockParts(NamedTuple):
    """A raw block, its scored prose, its links, and why the whole block is not scored."""

    raw: RawBlock
    prose: VisibleText
    links: tuple[Link, ...]
    reason: ExclusionReason | None


def _exclude_blocks(
    raw_blocks: Iterable[RawBlock], excluded_texts: list[ExcludedText]
) -> Iterator[_BlockParts]:
    """Yield the parts of each block; the texts excluded inside are appended to `excluded_texts`."""
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
        yield _BlockParts(raw, prose, links, reason)


# Why a block is not scored that is still a part of the text itself.
_RUNNING_TEXT = frozenset({None, ExclusionReason.LABEL, ExclusionReason.FRAGMENT})


def _recognise_languages(
    front_matter: FrontMatter, blocks: Sequence[_BlockParts]
) -> tuple[str, list[str]]:
    """Return the language of the document, and of each block that is not to be scored with it.

    A document that is not English is of one language: all its blocks are cut by its rules.
    """
    declared = choose_declared_language(front_matter.get_texts("language"))
    if declared and not is_english(declared):
        return declared, [""] * len(blocks)
    is_running = [block.reason in _RUNNING_TEXT for block in blocks]
    texts = [block.prose.text for block in blocks]
    languages = [
        recognise_language(text) if running else ""
        for text, running in zip(texts, is_running, strict=True)
    ]
    is_prose = [block.reason is None for block in blocks]
    language = declared or recognise_document_language(texts, languages, is_prose)
    if not is_english(language):
        return language, [""] * len(blocks)
    return language, [
        other if running and other != ENGLISH else ""
        for other, running in zip(fill_gaps(languages), is_running, strict=True)
    ]


def _build_block(parts: _BlockParts, other_language: str, language: str) -> Block:
    """Build a block of a document in `language`; `other_language` is its own if it differs."""
    raw, prose, links, reason = parts
    if other_language:
        reason = ExclusionReason.LANGUAGE
    sentences = () if reason else _build_sentences(prose, language)
    # Positional because this runs for every block, and keywords are slower.
    return Block(
        raw.kind,
        raw.span,
        prose,
        raw.level,
        reason,
        sentences,
        links,
        raw.containers,
        other_language,
    )


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
