"""Introduced words: what a document says in headings, links and heads of entries.

A reader meets such a word with what it means, or can look it up there.
"""

import re

from plainlint.core.words import WORD
from plainlint.document.folding import fold
from plainlint.document.language_tags import get_primary_tag
from plainlint.document.model import Block, Document
from plainlint.languages.base import get_language

# "Presión sistólica: la de arriba", "Inmunoterapia. Tratamiento en el que".
_HEAD = re.compile(r"(?:[^\s:.]+ ){0,6}[^\s:.]+[:.] (?=\S)")


def find_introduced_words(document: Document) -> frozenset[str]:
    """Return the folded words that a document introduces.

    There are none in a language whose learned words are not known: nothing would look for them.
    """
    if get_language(get_primary_tag(document.language)).is_learned is None:
        return frozenset()
    texts = [*document.titles, *(heading.text for heading in document.headings)]
    for block in document.blocks:
        texts += [link.text for link in block.links]
        texts.append(_find_head(block))
    return frozenset(word for text in texts for word in WORD.findall(fold(text)))


def _find_head(block: Block) -> str:
    head = _HEAD.match(block.text) if block.is_running_text else None
    return head[0] if head else ""
