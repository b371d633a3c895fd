"""Places where readers know a term: in the name of a service, or in a list of what they have.

Who is asked "Do you have colitis?" knows the word from the doctor who found it. A symptom is
another matter: "Call us if you have dyspnea" must say what that is. The same holds for lists of who
is at risk or can have something: "It is free if you have colitis".
"""

import re
from collections.abc import Iterable, Sequence

from plainlint.analysis.glossary.names_in_text import get_reader_words, is_in_service_name
from plainlint.core.nearby import find_last_end
from plainlint.document.model import Block, BlockKind
from plainlint.languages.base import get_language
from plainlint.languages.files import ENGLISH
from plainlint.languages.reader_words import ReaderWords

_STOP = re.compile(r"[.?!]")
# A note on who said something: "- Ann, diagnosed with vascular dementia".
_CREDIT = re.compile(r"\W{0,2}[\u2013\u2014-] ?[A-Z]")
_ITEMS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})
# So many blocks above an item are searched for the text that opens its list.
_MOST_ABOVE = 20


# "What is a stent?", "What does COPD mean?": the text below the heading answers.
_ASKED = re.compile(
    r"\W*(?:so,? )?what(?: exactly)?(?: is| are|['\u2019]s| does| do) (?:an? |the )?"
    r"(?P<name>[^?]+?)(?: mean| stand for)?\??\W*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[()]")
# "What is the treatment for sepsis?" asks something else.
_NO_NAME = re.compile(
    r"\b(?:about|after|and|at|for|from|in|it|my|next|of|on|or|this|to|with|your)\b"
)


def find_asked_names(headings: Iterable[Block], language: str = ENGLISH) -> tuple[str, ...]:
    """Return the names that headings ask about, with what stands in brackets on its own.

    "What is a stoma (ostomy)?" asks about "stoma" and "ostomy".
    """
    texts = [heading.text for heading in headings]
    if language == ENGLISH:
        names = [match["name"] for match in map(_ASKED.fullmatch, texts) if match]
    elif find_asked_name := get_language(language).find_asked_name:
        title = texts[0] if texts else ""
        names = [name for text in texts if (name := find_asked_name(text, title))]
    else:
        names = []
    parts = (part.strip() for name in names for part in _BRACKET.split(name))
    return tuple(part for part in parts if part and not _NO_NAME.search(part))


def is_known_to_reader(
    blocks: Sequence[Block], number: int, start: int, end: int, language: str = ENGLISH
) -> bool:
    """Return whether the readers addressed at a term know it.

    Args:
        blocks: the document's blocks.
        number: the index of the block with the term.
        start: where the term begins in the block's text (code points).
        end: where it ends.
        language: the language of the document.
    """
    text, words = blocks[number].text, get_reader_words(language)
    if is_in_service_name(text, start, end) or _CREDIT.match(text):
        return True
    if words.symptom.fullmatch(text[start:end].split()[-1]):
        return False
    if _is_in_checklist(text, start, words):
        return True
    if blocks[number].kind is not BlockKind.LIST_ITEM:
        return False
    above = blocks[max(0, number - _MOST_ABOVE) : number]
    stem = next((block for block in reversed(above) if block.kind not in _ITEMS), None)
    return (
        stem is not None
        and _is_in_checklist(stem.text, len(stem.text), words)
        and not words.care.search(text, 0, start)
    )


def _is_in_checklist(text: str, place: int, words: ReaderWords) -> bool:
    """Return whether the words before a place, in its sentence, open a checklist."""
    lower = text.lower()
    # A fast exit: few texts have one of these.
    if not any(sign in lower for sign in words.checklist_signs):
        return False
    return find_last_end(words.checklist, text, place) > find_last_end(_STOP, text, place)
