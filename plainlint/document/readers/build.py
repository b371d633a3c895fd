"""Build a Document from a source: front matter, blocks, visible text, exclusions, sentences."""

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import chain, repeat
from typing import NamedTuple

from plainlint.core.caches import remember, remember_words
from plainlint.core.formats import MARKDOWN
from plainlint.core.source import Source
from plainlint.core.words import WORD
from plainlint.document.language import (
    fill_gaps,
    recognise_document_language,
    recognise_language,
    recognise_other_language,
)
from plainlint.document.language_tags import (
    choose_declared_language,
    get_primary_tag,
    is_english,
    read_language_tag,
)
from plainlint.document.model import (
    Block,
    BlockKind,
    Document,
    ExcludedText,
    ExclusionReason,
    FrontMatter,
    Link,
    Sentence,
)
from plainlint.document.readers.cuts import plan_cuts, remove_ranges
from plainlint.document.readers.directives import read_directives
from plainlint.document.readers.exclusions import (
    ends_unfinished,
    find_excluded_parts,
    find_exclusion_reason,
    find_page_part,
    follow_references,
    judge_fragment,
)
from plainlint.document.readers.line_items import split_line_items
from plainlint.document.readers.lists import join_list_items
from plainlint.document.readers.raw_block import NO_FRONT_MATTER, RawBlock, RawDocument
from plainlint.document.readers.sentences import split_sentences
from plainlint.document.visible_text import OBJECT, VisibleText
from plainlint.languages.base import get_language
from plainlint.languages.en.page_words import WORDS as ENGLISH_WORDS
from plainlint.languages.files import ENGLISH


def build_document(
    source: Source, *, join_lists: bool, parser: str, earlier: RawDocument | None = None
) -> tuple[Document, RawDocument]:
    """Build a document, as described at `parse_again`."""
    if source.problem:
        return Document(source, NO_FRONT_MATTER, ()), RawDocument(source, NO_FRONT_MATTER, ())
    raw = _read(source, parser, earlier)
    excluded_texts = list(raw.excluded_texts)
    blocks_with_items = split_line_items(raw.blocks, raw.source)
    parts = list(_exclude_blocks(blocks_with_items, excluded_texts))
    language, block_languages = _recognise_languages(raw.front_matter, parts)
    if not is_english(language):
        parts = _judge_by_words(_judge_fragments(parts, language), language)
    blocks = tuple(map(_build_block, parts, block_languages, repeat(language)))
    if join_lists:
        blocks = tuple(join_list_items(blocks))
    directives = read_directives(raw.source, raw.front_matter, blocks, excluded_texts)
    document = Document(
        raw.source, raw.front_matter, blocks, tuple(excluded_texts), directives, language
    )
    return document, raw


def _read(source: Source, parser: str, earlier: RawDocument | None) -> RawDocument:
    """Read a source with the reader of its format."""
    if source.format == MARKDOWN:
        from plainlint.document.readers.markdown.reader import read_markdown

        return read_markdown(source, parser, earlier)
    reader = import_module(f"plainlint.document.readers.{source.format}.reader")
    raw: RawDocument = reader.read(source)
    return raw


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
    # The last text outside lists, in an item, in an item of a list in that, and so on.
    last_texts: list[str] = []
    for raw in raw_blocks:
        is_heading = raw.kind is BlockKind.HEADING
        is_reference = references_level > 0 and not is_heading
        prose, links = _exclude_parts(raw, excluded_texts, keep_whole=is_reference)
        if is_heading:
            references_level = follow_references(references_level, raw, prose.text, ENGLISH_WORDS)
        depth = _count_items(raw) if raw.containers else 0
        last_texts += [""] * (depth - len(last_texts))
        above = last_texts[depth - 1] if depth else ""
        last_texts[depth:] = ["" if is_heading else prose.text]
        reason = find_exclusion_reason(
            raw.kind,
            prose.text,
            links,
            in_references=references_level > 0,
            continues=bool(above) and ends_unfinished(above),
        )
        yield _BlockParts(raw, prose, links, reason)


def _count_items(raw: RawBlock) -> int:
    return sum(container.tag == "li" for container in raw.containers)


# Why a block is not scored that is still a part of the text itself.
_RUNNING_TEXT = frozenset({None, ExclusionReason.LABEL, ExclusionReason.FRAGMENT})


def _recognise_languages(
    front_matter: FrontMatter, blocks: Sequence[_BlockParts]
) -> tuple[str, list[str]]:
    """Return the language of the document, and of each block that is not to be scored with it.

    What markup declares for a block counts more than what its words look like.
    """
    declared = next(filter(None, map(choose_declared_language, _iter_languages(front_matter))), "")
    is_running = [block.reason in _RUNNING_TEXT for block in blocks]
    if declared and not is_english(declared):
        return declared, _recognise_others(blocks, is_running, declared)
    texts = [block.prose.text for block in blocks]
    languages = [
        _read_block_language(block.raw) or recognise_language(text) if running else ""
        for block, text, running in zip(blocks, texts, is_running, strict=True)
    ]
    is_prose = [block.reason is None for block in blocks]
    language = declared or recognise_document_language(texts, languages, is_prose)
    if not is_english(language):
        return language, _recognise_others(blocks, is_running, language)
    return language, [
        other if running and other != ENGLISH else ""
        for other, running in zip(fill_gaps(languages), is_running, strict=True)
    ]


def _recognise_others(
    blocks: Sequence[_BlockParts], is_running: Sequence[bool], language: str
) -> list[str]:
    """Return the language of each block that is in another one than its document, not English."""
    own = get_primary_tag(language)
    others = [
        (_read_block_language(block.raw) or recognise_other_language(block.prose.text, own))
        if running
        else ""
        for block, running in zip(blocks, is_running, strict=True)
    ]
    return ["" if get_primary_tag(other) == own else other for other in others]


def _judge_fragments(parts: list[_BlockParts], language: str) -> list[_BlockParts]:
    """Return the blocks, with clauses told from fragments by the grammar of another language."""
    is_clause = get_language(language).is_clause
    if is_clause is None:
        return parts
    return [
        block._replace(
            reason=judge_fragment(block.raw.kind, block.prose.text, block.reason, is_clause)
        )
        for block in parts
    ]


def _judge_by_words(parts: list[_BlockParts], language: str) -> list[_BlockParts]:
    """Return the blocks, with references, credits and buttons told by the words of a language."""
    load_page_words = get_language(language).load_page_words
    if load_page_words is None:
        return parts
    words, references_level = load_page_words(), 0
    judged = []
    for block in parts:
        text, reason = block.prose.text, block.reason
        if block.raw.kind is BlockKind.HEADING:
            references_level = follow_references(references_level, block.raw, text, words)
        elif reason in _RUNNING_TEXT:
            in_references = ExclusionReason.REFERENCES if references_level else None
            reason = in_references or find_page_part(text, words) or reason
        judged.append(block._replace(reason=reason))
    return judged


def _iter_languages(front_matter: FrontMatter) -> Iterator[tuple[str, ...]]:
    """Yield what the front matter declares as language: sites and converters differ in the key."""
    return (front_matter.get_texts(key) for key in ("language", "lang", "inLanguage", "locale"))


def _read_block_language(raw: RawBlock) -> str:
    """Return the language that markup declares for a block: `en` for all English."""
    declared = read_language_tag(raw.language) if raw.language else ""
    return ENGLISH if declared and is_english(declared) else declared


def _build_block(parts: _BlockParts, other_language: str, language: str) -> Block:
    """Build a block of a document in `language`; `other_language` is its own if it differs."""
    raw, prose, links, reason = parts
    if other_language:
        is_in_english = is_english(language)
        reason = ExclusionReason.LANGUAGE if is_in_english else ExclusionReason.OTHER_LANGUAGE
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
    parts = [] if keep_whole else find_excluded_parts(prose.text, links)
    excluded_texts += [
        ExcludedText(
            prose.get_span(part.start, part.end),
            part.reason,
            prose.text[part.start : part.end].replace(OBJECT, ""),
        )
        for part in parts
    ]
    if (parts or OBJECT in prose.text) and (cuts := plan_cuts(prose.text, parts)):
        return remove_ranges(prose, links, cuts)
    return prose, links


def _build_sentences(prose: VisibleText, language: str) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(prose, start, end, tokens)
        for start, end, tokens in _tokenise_sentences(prose.text, language)
    )


# Similar documents share blocks, and a document that is read again keeps most of its blocks.
@remember(1 << 11)
def _tokenise_sentences(text: str, language: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Return the start, end and words of each sentence of a block's text."""
    return tuple(
        (start, end, _find_words(text, start, end))
        for start, end in split_sentences(text, language)
    )


def _find_words(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the words of a sentence; equal words are mostly one string."""
    if start and not text[start - 1].isspace():
        # What is before the sentence may decide whether a point joins letters.
        return tuple(WORD.findall(text, start, end))
    return tuple(chain.from_iterable(_find_chunk_words.map(text[start:end].split())))


# No word has a space inside, and few of the chunks between spaces differ.
@remember_words(1 << 16)
def _find_chunk_words(chunk: str) -> tuple[str, ...]:
    return tuple(WORD.findall(chunk))
