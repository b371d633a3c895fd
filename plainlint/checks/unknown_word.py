"""unknown-word: words that look like jargon, are in no glossary, and are left unexplained."""

import re
from collections.abc import Iterator
from functools import lru_cache

from plainlint.checks import Hit
from plainlint.glossary.explanations import is_explained
from plainlint.glossary.matching import matcher
from plainlint.glossary.medical_parts import SHORTEST
from plainlint.glossary.model import Glossary
from plainlint.glossary.unknown import is_unknown
from plainlint.model import Block, Document

_LONG_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
# Letters and digits, with a word next to them that says that they are a gene.
_GENE = re.compile(
    r"[A-Z](?<![\w-][A-Z])[A-Z]{1,5}-?\d{1,3}[A-Z]?\d?(?=[*_]?[ -](?:genes?|mutations?|proteins?"
    r"|fusions?|variants?|rearrangements?|positive|negative|mutated|mutant|amplified|inhibitors?)\b)"
)
_BEFORE_SENTENCE = re.compile(r"(?:^|[.?!:])[ \"'(\u201c\u2018*]*\Z")


def unknown_word(document: Document, glossary: Glossary, known: list[str]) -> Iterator[Hit]:
    """The first use of each rare word that has no link and no words that explain it.

    Args:
        known: words that these readers know, in lower case.

    Message:
        text: the word.
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


@lru_cache(maxsize=1 << 12)
def _candidates(text: str) -> tuple[re.Match[str], ...]:
    """The rare words of a text, those of compounds apart, and the genes."""
    genes = tuple(_GENE.finditer(text))
    if not any(map(_may_be_unknown, _LONG_WORD.findall(text))):
        return genes
    rare = (word for word in _LONG_WORD.finditer(text) if _may_be_unknown(word[0]))
    return genes + tuple(
        word
        for word in rare
        if is_unknown(word[0]) or _BEFORE_SENTENCE.search(text, 0, word.start())
    )


@lru_cache(maxsize=1 << 16)
def _may_be_unknown(word: str) -> bool:
    """Whether a word is unknown, or is if its capital only shows that a sentence begins."""
    return is_unknown(word) or (word[0].isupper() and is_unknown(word.lower()))


def _taken(block: Block, glossary: Glossary) -> list[tuple[int, int]]:
    """The stretches that a link or the name of a term covers."""
    links = [(link.start, link.end) for link in block.links]
    return links + [(match.start, match.end) for match in matcher(glossary).find(block.text)]
