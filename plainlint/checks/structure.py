"""Checks of structure: the length of paragraphs and sections, and the levels of headings."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainlint.checks import Hit, check
from plainlint.core.audiences import Limits
from plainlint.core.regex import Regex, compile_pattern
from plainlint.core.source import Source, Span
from plainlint.core.words import WORD
from plainlint.document.model import Block, BlockKind, Document, ExcludedText, Section

_NO_SPACE = re.compile(r"#{1,6}[^\s#]")

# The part of an image in Markdown that has no text.
_EMPTY_IMAGE = re.compile(r"!\[\s*\][(\[]?")


@check
def paragraph_length(block: Block, limits: Limits) -> Iterator[Hit]:
    """Report paragraphs, or other blocks of prose, with more words than the limit.

    Message:
        words: how many words the paragraph has.
        limit: the limit that is passed.
        sentences: how many sentences the paragraph has.

    Example:
        limits:
          most: {general: 4}
        ---
        Wash your hands.

        «Wash your hands. Use soap.»
    """
    words = sum(len(sentence.tokens) for sentence in block.sentences)
    if breach := limits.find_exceeded_limit(words):
        values = {"words": words, "limit": breach.limit, "sentences": len(block.sentences)}
        yield Hit(block.span, values, breach.severity)


@check
def section_length(section: Section, limits: Limits, *, bold_parts: bool = False) -> Iterator[Hit]:
    """Report headings with more words below them, up to the next heading, than the limit.

    Lists count, tables do not. A section without a heading is reported at its first block.

    Args:
        bold_parts: whether a block that begins in bold begins a part; then the longest counts.

    Message:
        words: how many words the section has.
        limit: the limit that is passed.
    """
    parts = [0]
    for block in section.blocks:
        if bold_parts and _begins_in_bold(block):
            parts.append(0)
        if block.is_running_text and block.kind is not BlockKind.TABLE_CELL:
            parts[-1] += _count_words(block)
    words = max(parts)
    if breach := limits.find_exceeded_limit(words):
        yield Hit(section.blocks[0].span, {"words": words, "limit": breach.limit}, breach.severity)


def _count_words(block: Block) -> int:
    in_sentences = sum(len(sentence.tokens) for sentence in block.sentences)
    return in_sentences or len(WORD.findall(block.text))


def _begins_in_bold(block: Block) -> bool:
    return any(each.tag == "strong" and each.start == 0 for each in block.prose.wrappers)


@check
def heading_structure(
    document: Document,
    *,
    one_title: bool = False,
    no_skips: bool = False,
    needs_text: bool = False,
    needs_space: bool = False,
    apart: Sequence[Regex] = (),
) -> Iterator[Hit]:
    """Report headings of a wrong level, and those without a text or a space after the number signs.

    Args:
        one_title: whether to report every heading of level 1 but the first. A heading right below
            another of level 1 is part of the same title.
        no_skips: whether to report headings more than one level below the heading before.
        needs_text: whether to report headings without text, code or a described image.
        needs_space: whether to report headings such as `##Soap`, which many programs show as text.
        apart: patterns for whole headings that may skip a level, such as those of references.

    Message:
        text: the heading.
        level: the level of the heading.
        before: the level of the heading before it.

    Example:
        no_skips: true
        ---
        # Clean hands

        ### «Soap»
    """
    if one_title:
        yield from _find_further_titles(document.blocks)
    if no_skips:
        yield from _find_skips(document.headings, apart)
    if needs_text:
        for heading in document.headings:
            if _is_empty(heading, document.excluded_texts):
                yield _make_hit(heading, 0)
    if needs_space:
        yield from _find_without_space(document.headings, document.source)


_SPACED = re.compile(r"#{1,6}[ \t]")


def _find_without_space(headings: tuple[Block, ...], source: Source) -> Iterator[Hit]:
    """Yield the headings without a space, unless the page has several and no other ones.

    Its site then has a program that needs no space, such as kramdown for Jekyll and Govspeak.
    """
    found = [heading for heading in headings if _is_space_missing(heading, source)]
    if len(found) == 1 or any(_SPACED.match(source.text, each.span.start) for each in headings):
        yield from (_make_hit(heading, 0) for heading in found)


def _find_skips(headings: tuple[Block, ...], apart: Sequence[Regex]) -> Iterator[Hit]:
    patterns = [compile_pattern(rf"^(?:{pattern})$") for pattern in apart]
    outline = (
        heading
        for heading in headings
        if not any(pattern.matches(heading.text.strip()) for pattern in patterns)
    )
    for above, heading in pairwise(outline):
        if heading.level > above.level + 1:
            yield _make_hit(heading, above.level)


def _is_empty(heading: Block, excluded_texts: tuple[ExcludedText, ...]) -> bool:
    """Return whether a heading has no text, code, template or described image."""
    return not heading.text.strip() and not any(
        excluded.text.strip()
        for excluded in excluded_texts
        if heading.span.start <= excluded.span.start < heading.span.end
        and "comment" not in excluded.reason.lower()
    )


def _is_space_missing(heading: Block, source: Source) -> bool:
    start = heading.span.start
    line_start = source.get_line_span(source.locate(start).line).start
    return (
        _NO_SPACE.match(source.text, start) is not None
        and not source.text[line_start:start].strip()
        and not heading.text.startswith("#")
    )


def _find_further_titles(blocks: tuple[Block, ...]) -> Iterator[Hit]:
    titles = [number for number, block in enumerate(blocks) if block.level == 1]
    for number in titles[1:]:
        if blocks[number - 1].level != 1:
            yield _make_hit(blocks[number], 1)


def _make_hit(heading: Block, before: int) -> Hit:
    values = {"text": heading.text, "level": heading.level, "before": before}
    return Hit(heading.span, values)


@check
def image_without_text(document: Document) -> Iterator[Hit]:
    """Report images without a text that says what they show.

    An empty `alt` in HTML says that an image is decoration; such an image is not reported unless it
    is all that a link shows.

    Message:
        text: the image as written there, up to its target.

    Example:
        severity: warning
        ---
        Wash your hands. «![](»hands.png)
    """
    for excluded in document.excluded_texts:
        if excluded.reason == "image text" and not excluded.text.strip():
            start, end = excluded.span
            opening = _EMPTY_IMAGE.match(document.source.text, start, end)
            span = Span(start, opening.end() if opening else end)
            yield Hit(span, {"text": document.source.slice(span)})
