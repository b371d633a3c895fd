"""unknown-word: words that look like jargon, are in no glossary, and are left unexplained."""

import re
from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.glossary.explanations import is_explained
from plainlint.glossary.matching import matcher
from plainlint.glossary.medical_parts import SHORTEST
from plainlint.glossary.medicines import is_named_medicine
from plainlint.glossary.model import Glossary
from plainlint.glossary.unknown import is_unknown
from plainlint.model import Block, Document

_LONG_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_LONGER_WORD = re.compile(r"[^\W\d_]{4,}")
# Letters and digits that a word next to them shows to be a gene, and does not say so.
_GENE = re.compile(
    r"(?<![\w-])[A-Z]{2,6}-?\d{1,3}[A-Z]?\d?(?=[*_]?[ -](?:mutations?|fusions?"
    r"|variants?|rearrangements?|positive|negative|mutated|mutant|amplified|inhibitors?)\b)"
)


def unknown_word(document: Document, glossary: Glossary, known: list[str]) -> Iterator[Hit]:
    """The first use of each rare word that has no link and no words that explain it.

    The words of the document's title are what the whole document explains.

    Args:
        known: words that these readers know, in lower case.
    """
    seen = {_singular(word) for word in known}
    titles = [heading.text for heading in document.headings if heading.level == 1]
    for title in (document.front_matter.text("title"), *titles):
        seen.update(map(_singular, _LONG_WORD.findall(title)))
    for block in document.blocks:
        if not block.is_running_text or _is_names(block.text):
            continue
        new = [match for match in _candidates(block.text) if _singular(match[0]) not in seen]
        if not new:
            continue
        taken = _taken(block, glossary)
        for match in new:
            if _singular(match[0]) in seen:
                continue
            seen.add(_singular(match[0]))
            inside = any(start < match.end() and match.start() < end for start, end in taken)
            if not inside and not _is_clear(block.text, match):
                yield Hit(block.prose.span(*match.span()), {"text": match[0]})


def _singular(word: str) -> str:
    lower = word.lower()
    return f"{lower[:-3]}y" if lower.endswith("ies") else lower.removesuffix("s")


def _is_clear(text: str, word: re.Match[str]) -> bool:
    return is_named_medicine(text, *word.span()) or is_explained(text, *word.span())


def _candidates(text: str) -> Iterator[re.Match[str]]:
    """The rare words of a text, those of compounds apart, and the genes."""
    yield from _GENE.finditer(text)
    for word in _LONG_WORD.finditer(text):
        capital = word[0][0].isupper()
        if is_unknown(word[0]) or (
            capital and is_unknown(word[0].lower()) and _begins_sentence(text, word.start())
        ):
            yield word


def _is_names(text: str) -> bool:
    """Whether a text is several words with capitals, as titles and names of brands are."""
    words = _LONGER_WORD.findall(text)
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'(\u201c\u2018*")
    return not before or before[-1] in ".?!:"


def _taken(block: Block, glossary: Glossary) -> list[tuple[int, int]]:
    """The stretches that a link or the name of a term covers."""
    links = [(link.start, link.end) for link in block.links]
    return links + [(match.start, match.end) for match in matcher(glossary).find(block.text)]
