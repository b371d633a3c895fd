"""Checks of the language of a document."""

from collections import Counter
from collections.abc import Iterator, Sequence

from plainlint.checks import Hit, check
from plainlint.core.caches import remember
from plainlint.core.words import WORD
from plainlint.document.language import recognise_language
from plainlint.document.language_tags import choose_declared_language, get_primary_tag
from plainlint.document.model import Document
from plainlint.languages.base import get_language


@check
def declared_language(
    document: Document,
    *,
    keys: Sequence[str],
    alike: Sequence[str],
    fewest_words: int,
    share: float,
) -> Iterator[Hit]:
    """Report a document whose text is in another language than it declares.

    Args:
        keys: the keys of the front matter that may declare a language; the first one counts.
        alike: groups of tags, with spaces between them, that a text can't tell apart.
        fewest_words: a text with fewer words in a known language says nothing.
        share: how much of these words is in one other language, from 0 to 1.

    Message:
        declared: the language that the front matter declares.
        found: the language of the text.

    Example:
        keys: [language]
        alike: []
        fewest_words: 5
        share: 0.8
        ---
        ---
        language: «es»
        ---
        Wash your hands with soap and warm water before you eat.
    """
    head = document.front_matter
    key = next((key for key in keys if choose_declared_language(head.get_texts(key))), None)
    if key is None or head.is_inherited(key):
        return
    declared = get_primary_tag(choose_declared_language(head.get_texts(key)))
    words: Counter[str] = Counter()
    for block in document.blocks:
        if language := recognise_language(block.text):
            words[get_primary_tag(language)] += _count_words(block.text)
    if words.total() < fewest_words:
        return
    found, count = words.most_common(1)[0]
    is_alike = any({declared, found} <= set(group.split()) for group in alike)
    if found != declared and not is_alike and count >= share * words.total():
        names = get_language(declared).name, get_language(found).name
        yield Hit(head.get_span(key), {"declared": names[0], "found": names[1]})


@remember(1 << 11)
def _count_words(text: str) -> int:
    return len(WORD.findall(text))
