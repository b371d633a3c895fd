"""Footnotes of a page: the marks in the text, the notes themselves, and the links back."""

import re

from plainlint.document.readers.html.main_part import get_role
from plainlint.document.readers.html.tree import Element

_NUMBERS = r"\d{1,3}(?:\s*[,;\u2013-]\s*\d{1,3})*"
_BRACKETED = re.compile(
    rf"\[\s*(?:(?:note|nb|fn)\.?\s*)?(?:{_NUMBERS}|[a-z]{{1,2}}|[*\u2020\u2021]+)\s*\]"
)
_RAISED = re.compile(rf"[\[(]?(?:{_NUMBERS}|[a-z]|[*\u2020\u2021\u00a7\u00b6]+)[\])]?")
_RAISED_NUMBERS = re.compile(_NUMBERS)
_ARROWS = re.compile(r"[\u21a9\u21b5\u2191\u25b2^]\ufe0e?")
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote"})
_NOTE_TYPES = frozenset({"footnote", "endnote", "rearnote"})
# After these, raised numbers are the mark of a note and not an exponent.
_SENTENCE_SIGNS = '.,;:!?)"\u201d\u2019'


def is_note_mark(element: Element, before: str) -> bool:
    """Check whether a link or raised text is the mark of a footnote, or the link back to it.

    Args:
        before: the last character of the text before it.
    """
    role = get_role(element)
    if role in {"doc-noteref", "doc-backlink"} or "noteref" in _get_types(element):
        return True
    if element.name not in {"a", "sup"}:
        return False
    text = " ".join(element.get_text().split())
    if element.name == "a":
        is_internal = element.attributes.get("href", "").startswith("#")
        return is_internal and bool(_BRACKETED.fullmatch(text) or _ARROWS.fullmatch(text))
    if _BRACKETED.fullmatch(text):
        return True
    has_link = any("#" in link.attributes.get("href", "") for link in element.iter_elements("a"))
    if has_link:
        return _RAISED.fullmatch(text) is not None
    return before in _SENTENCE_SIGNS and _RAISED_NUMBERS.fullmatch(text) is not None


def is_footnote(element: Element) -> bool:
    """Check whether an element declares that it is a footnote."""
    return get_role(element) in _NOTE_ROLES or not _NOTE_TYPES.isdisjoint(_get_types(element))


def find_footnotes(page: Element) -> frozenset[int]:
    """Return the ids of the list items from which a link leads back to the text."""
    found = set()
    stack: list[tuple[Element, int]] = [(page, 0)]
    while stack:
        element, item = stack.pop()
        if element.name == "li":
            item = id(element)
        elif item and element.name == "a" and _is_backlink(element):
            found.add(item)
        stack += [(child, item) for child in element.children if isinstance(child, Element)]
    return frozenset(found)


def _is_backlink(link: Element) -> bool:
    if get_role(link) == "doc-backlink":
        return True
    text = link.get_text().strip()
    return link.attributes.get("href", "").startswith("#") and bool(_ARROWS.fullmatch(text))


def _get_types(element: Element) -> frozenset[str]:
    return frozenset(element.attributes.get("epub:type", "").lower().split())
