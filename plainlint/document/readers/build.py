"""Source text to Document: front matter, blocks, visible text, what is left out, sentences."""

from collections.abc import Iterable
from functools import lru_cache

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
from plainlint.document.readers.front_matter import read_front_matter
from plainlint.document.readers.lists import join_list_items
from plainlint.document.readers.raw_block import MAXIMUM_NESTING, RawBlock
from plainlint.document.readers.select_reader import read_blocks
from plainlint.document.readers.sentences import split_sentences
from plainlint.document.visible_text import VisibleText

_NO_FRONT_MATTER = FrontMatter({}, Span(0, 0), Span(0, 0))


def build_document(source: Source, *, join_lists: bool, parser: str) -> Document:
    """What `parse_source` gives."""
    if source.problem:
        return Document(source, _NO_FRONT_MATTER, ())
    front_matter, body_start = read_front_matter(source)
    raws, too_deep = read_blocks(source, body_start, parser)
    if too_deep:
        problem = f"from line {too_deep} on it is nested more than {MAXIMUM_NESTING} levels deep"
        where = source.get_line_span(too_deep)
        source = source._replace(problem=problem, problem_span=where)
    language = front_matter.get_text("language") or "en"
    omissions: list[ExcludedText] = []
    blocks = _build_blocks(raws, language, omissions)
    if join_lists:
        blocks = tuple(join_list_items(blocks))
    directives = read_directives(source, front_matter, blocks, omissions)
    return Document(source, front_matter, blocks, tuple(omissions), directives)


def _build_blocks(
    raws: Iterable[RawBlock], language: str, omissions: list[ExcludedText]
) -> tuple[Block, ...]:
    """The finished blocks; what is left out inside them is added to `omissions`."""
    blocks: list[Block] = []
    references_level = 0
    for raw in raws:
        is_heading = raw.kind is BlockKind.HEADING
        whole = references_level > 0 and not is_heading
        prose, links = _exclude_parts(raw, omissions, whole=whole)
        if is_heading and (not references_level or raw.level <= references_level):
            references_level = raw.level if is_reference_heading(prose.text) else 0
        reason = find_exclusion_reason(
            raw.kind, prose.text, links, in_references=references_level > 0
        )
        sentences = () if reason else _build_sentences(prose, language)
        blocks.append(
            Block(raw.kind, raw.span, prose, raw.level, reason, sentences, links, raw.containers)
        )
    return tuple(blocks)


def _exclude_parts(
    raw: RawBlock, omissions: list[ExcludedText], *, whole: bool
) -> tuple[VisibleText, tuple[Link, ...]]:
    """The block's visible prose and its links; what is left out of it is added to `omissions`.

    Nothing is cut from a block of references: it is left out as a `whole`.
    """
    prose, links = raw.prose, raw.links
    omissions += raw.excluded_texts
    if not whole and (parts := list(find_excluded_parts(prose.text, links))):
        omissions += [
            ExcludedText(prose.get_span(start, end), why, prose.text[start:end])
            for start, end, why in parts
        ]
        prose, links = remove_ranges(prose, links, [(start, end) for start, end, _ in parts])
    return prose, links


def _build_sentences(prose: VisibleText, language: str) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(prose, start, end, prose.get_wrapped_span(start, end), tokens)
        for start, end, tokens in _tokenise_sentences(prose.text, language)
    )


# Documents of one kind share blocks, and a document that is read again has most of its own.
@lru_cache(maxsize=1 << 11)
def _tokenise_sentences(text: str, language: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Start, end and words of each sentence of a block's text."""
    return tuple(
        (start, end, tuple(WORD.findall(text, start, end)))
        for start, end in split_sentences(text, language)
    )
