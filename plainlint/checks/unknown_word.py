"""unknown-word: words that look like jargon, are in no glossary, and are left unexplained."""

import re
from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.glossary.explanations import is_explained
from plainlint.glossary.matching import matcher
from plainlint.glossary.model import Glossary
from plainlint.glossary.unknown import is_gene, is_unknown
from plainlint.model import WORD, Block, Document

# What says that letters and digits are a gene.
_GENE_WORD = re.compile(
    r"(?:[*_]?[ -](?:genes?|mutations?|proteins?|fusions?|variants?|rearrangements?|positive"
    r"|negative|mutated|mutant|amplified|inhibitors?)\b)",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"[^\W_]+")


def unknown_word(document: Document, glossary: Glossary, known: list[str]) -> Iterator[Hit]:
    """The first use of each rare word that has no link and no words that explain it.

    Args:
        known: words that these readers know, in lower case.
    """
    seen = {word.lower() for word in known}
    for block in document.blocks:
        if not block.is_running_text:
            continue
        new = [match for match in _candidates(block.text) if match[0].lower() not in seen]
        if not new:
            continue
        taken = _taken(block, glossary)
        for match in new:
            if match[0].lower() in seen:
                continue
            seen.add(match[0].lower())
            inside = any(start < match.end() and match.start() < end for start, end in taken)
            if not inside and not is_explained(block.text, *match.span()):
                yield Hit(block.prose.span(*match.span()), {"text": match[0]})


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """The rare words of a text, those of compounds apart, and the genes."""
    for word in WORD.finditer(text):
        if is_gene(word[0]):
            if _GENE_WORD.match(text, word.end()):
                yield word
            continue
        first = _begins_sentence(text, word.start())
        for part in _SPOKEN.finditer(text, *word.span()):
            if is_unknown(part[0].lower() if first and part.start() == word.start() else part[0]):
                yield part


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'(\u201c\u2018*")
    return not before or before[-1] in ".?!:"


def _taken(block: Block, glossary: Glossary) -> list[tuple[int, int]]:
    """The stretches that a link or the name of a term covers."""
    links = [(link.start, link.end) for link in block.links]
    return links + [(match.start, match.end) for match in matcher(glossary).find(block.text)]
