"""The check unknown-word: unexplained words that look like jargon and are in no glossary."""

import re
from collections.abc import Iterator
from functools import lru_cache

from plainlint.analysis.glossary.matching import get_matcher
from plainlint.analysis.glossary.mentions import is_explained
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.rare_words import SHORTEST, is_named_medicine, is_unknown
from plainlint.checks import Hit, check
from plainlint.document.model import Block, Document

_LONG_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_LONGER_WORD = re.compile(r"[^\W\d_]{4,}")
# Letters and digits that are the name of a gene, as the word behind them shows.
_GENE = re.compile(
    r"[A-Z](?<![\w-][A-Z])[A-Z]{1,5}-?\d{1,3}[A-Z]?\d?(?=[*_]?[ -](?:mutations?|fusions?"
    r"|variants?|rearrangements?|positive|negative|mutated|mutant|amplified|inhibitors?)\b)"
)
_BEFORE_SENTENCE = re.compile(r"(?:^|[.?!:])[ \"'(\u201c\u2018*]*\Z")


@check
def unknown_word(document: Document, glossary: Glossary, *, known: list[str]) -> Iterator[Hit]:
    """Report the first use of each rare word that has no link and no explanation there.

    Words of the document's title are not reported: the whole document explains them.

    Args:
        known: words that these readers know, in lower case.

    Message:
        text: the word.
    """
    seen = {_strip_plural(word) for word in known}
    titles = [heading.text for heading in document.headings if heading.level == 1]
    for title in (document.front_matter.get_text("title"), *titles):
        seen.update(map(_strip_plural, _LONG_WORD.findall(title)))
    for block in document.blocks:
        if not block.is_running_text or _has_only_names(block.text):
            continue
        new = [
            match for match in _find_candidates(block.text) if _strip_plural(match[0]) not in seen
        ]
        if not new:
            continue
        covered = _find_covered_ranges(block, glossary)
        for match in new:
            if _strip_plural(match[0]) in seen:
                continue
            seen.add(_strip_plural(match[0]))
            is_covered = any(start < match.end() and match.start() < end for start, end in covered)
            if not is_covered and not _is_clear(block.text, match):
                yield Hit(block.prose.get_span(*match.span()), {"text": match[0]})


def _strip_plural(word: str) -> str:
    lower = word.lower()
    return f"{lower[:-3]}y" if lower.endswith("ies") else lower.removesuffix("s")


def _is_clear(text: str, word: re.Match[str]) -> bool:
    return is_named_medicine(text, *word.span()) or is_explained(text, *word.span())


@lru_cache(maxsize=1 << 12)
def _find_candidates(text: str) -> tuple[re.Match[str], ...]:
    """Return the rare words of a text, each part of a compound on its own, and the genes."""
    genes = tuple(_GENE.finditer(text))
    if not any(map(_is_possibly_unknown, _LONG_WORD.findall(text))):
        return genes
    rare = (word for word in _LONG_WORD.finditer(text) if _is_possibly_unknown(word[0]))
    return genes + tuple(
        word
        for word in rare
        if is_unknown(word[0]) or _BEFORE_SENTENCE.search(text, 0, word.start())
    )


@lru_cache(maxsize=1 << 16)
def _is_possibly_unknown(word: str) -> bool:
    """Return whether a word is unknown, either as written or in lower case."""
    return is_unknown(word) or (word[0].isupper() and is_unknown(word.lower()))


def _has_only_names(text: str) -> bool:
    """Return whether a text is several words with capitals, such as a title or brand names."""
    count = 0
    for word in _LONGER_WORD.finditer(text):
        if not word[0][0].isupper():
            return False
        count += 1
    return count > 1


def _find_covered_ranges(block: Block, glossary: Glossary) -> list[tuple[int, int]]:
    """Return the ranges of the block's text that links and names of terms cover."""
    links = [(link.start, link.end) for link in block.links]
    return links + [(match.start, match.end) for match in get_matcher(glossary).find(block.text)]
