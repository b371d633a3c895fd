"""Explanations of terms: where they stand, and elsewhere in the document.

In other languages than English, a title, a heading, a link above and the next paragraphs explain
too.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, pairwise

from plainlint.analysis.glossary.acronyms import is_spelled_out
from plainlint.analysis.glossary.definitions import is_explained
from plainlint.analysis.glossary.matching import TermMatch
from plainlint.analysis.glossary.model import Term
from plainlint.analysis.glossary.names_in_text import get_mention_words
from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.analysis.glossary.reader_context import find_asked_names
from plainlint.document.folding import strip_accents
from plainlint.document.model import Block, BlockKind, Document
from plainlint.languages.base import get_language
from plainlint.languages.explanations import is_explained_by_signs
from plainlint.languages.files import ENGLISH

# In other languages than English, so many blocks below a mention are read for its explanation.
_MOST_SOON = 6


def is_explained_soon(
    find: Callable[[str], Sequence[TermMatch]],
    term: Term,
    blocks: Sequence[Block],
    number: int,
    own_blocks: Mapping[int, Sequence[Block]],
    language: str,
) -> bool:
    """Return whether one of the next blocks explains or links a term, or one below its heading."""
    if get_language(language).is_explained is None:
        return False
    own = own_blocks.get(id(term), ())
    return any(
        match.term is term
        and (is_match_explained(match, block, language) or has_popup(block, match))
        for block in chain(iter_next_blocks(blocks, number), own)
        for match in find(block.text)
    )


# "Metástasis" and "metastásico".
_FAMILY = 8


def get_family(term: Term) -> str:
    """Return what the names of a noun and of its adjective have in common."""
    name = term.names[0].lower()
    return _cut_ending(name) if name.isalpha() else name


def list_families(terms: Iterable[Term], language: str) -> set[str]:
    """Return the families that terms explain: "remisión completa" says what "remisión" is.

    English terms explain themselves alone.
    """
    if language == ENGLISH:
        return set()
    return {
        family
        for term in terms
        for family in (get_family(term), _cut_ending(term.names[0].lower().split()[0]))
    }


def _cut_ending(word: str) -> str:
    return strip_accents(word)[:_FAMILY]


def find_linked_terms(
    find: Callable[[str], Sequence[TermMatch]], block: Block, language: str
) -> set[int]:
    """Return the terms in a block's links to other pages, by `id`: "[Biopsia](biopsia.html)".

    In English, links in lists of links do not count.
    """
    if language == ENGLISH or not block.links:
        return set()
    return {
        id(match.term)
        for match in find(block.text)
        if (link := block.find_link(match.start, match.end)) and not link.href.startswith("#")
    }


def has_popup(block: Block, match: TermMatch) -> bool:
    """Return whether a mention is in a link to a popup."""
    link = block.find_link(match.start, match.end)
    return link is not None and read_popup(link) is not None


def find_asked_terms(
    document: Document, find: Callable[[str], Sequence[TermMatch]], language: str
) -> set[int]:
    """Return the terms that a heading or the title explains, by `id`.

    "What is an iron infusion?" also says what an infusion is.
    """
    names = find_asked_names(document.headings, language)
    asked = {id(match.term) for name in names for match in find(name)}
    if language != ENGLISH:
        is_defined = _defines_title(document, language)
        asked |= {
            id(match.term)
            for title in document.titles
            for match in find(title)
            if is_defined
            or (
                title[match.start : match.end].isupper()
                and is_spelled_out(title, match.start, match.end, language)
            )
        }
    return asked


def _defines_title(document: Document, language: str) -> bool:
    """Return whether the paragraph below the title says what it names, as in an encyclopedia."""
    defines = get_mention_words(language).defines_title.match
    below = pairwise(block for block in document.blocks if block.is_running_text or block.level)
    return any(title.level == 1 and defines(first.text) for title, first in below)


def find_own_blocks(
    find: Callable[[str], Sequence[TermMatch]], blocks: Sequence[Block]
) -> Mapping[int, Sequence[Block]]:
    """Return the first block below each heading that names a term, by the `id` of the term."""
    own: defaultdict[int, list[Block]] = defaultdict(list)
    for heading, below in pairwise(blocks):
        if heading.kind is BlockKind.HEADING:
            for match in find(heading.text):
                own[id(match.term)].append(below)
    return own


def iter_next_blocks(blocks: Sequence[Block], number: int) -> Iterator[Block]:
    """Yield the blocks of text below a block that readers reach soon, such as a table's note."""
    below = (blocks[index] for index in range(number + 1, len(blocks)))
    texts = (block for block in below if block.is_running_text)
    yield from islice(texts, _MOST_SOON)
    if blocks[number].kind is BlockKind.TABLE_CELL:
        yield from islice((block for block in texts if block.kind is not BlockKind.TABLE_CELL), 1)


def is_match_explained(match: TermMatch, block: Block, language: str) -> bool:
    """Return whether a block explains the term that it mentions there."""
    return is_explained_in(block.text, match.start, match.end, language, match.term.plain)


def is_explained_in(text: str, start: int, end: int, language: str, plain: str = "") -> bool:
    """Return whether a text in a language explains the term from `start` to `end` (code points).

    Args:
        text: the text of a block.
        start: where the term begins.
        end: where it ends.
        language: the primary tag of the text's language.
        plain: plain words for the term, if any are known.
    """
    if explains := get_language(language).is_explained:
        return explains(text, start, end)
    if language == ENGLISH:
        return is_explained(text, start, end, plain)
    return is_explained_by_signs(text, start, end)
