"""Explained or not: what a text does for the reader where it first mentions a term."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from plainlint.glossary.matching import Match, is_acronym, matcher
from plainlint.glossary.model import Glossary
from plainlint.glossary.popups import read_popup
from plainlint.model import Block, Document

_BEFORE = re.compile(
    r"(?:\b(?:called|named|termed|known as|referred to as|the term|means?)"
    r"(?: (?:an?|the))?|[\w%\u00ae] ?\()\s?[\"\u201c]?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\"\u201d]?(?:"
    r"\s?\((?:[a-z][\w-]*[^()]*|an? [^()]+|[^()]*\b[a-z]{2,} [a-z]{2,}\b[^()]*)\)"
    r"|,? (?:is|are) (?:an?|the|when|where|any|one of|called)\b"
    r"|,? (?:means?|refers? to|happens? when|occurs? when)\b"
    r"|, (?:which|that) (?:is|are|means?)\b"
    r"|, (?:or|also (?:called|known as)|meaning|that is)\b"
    r"|, an? [a-z]"
    r"| ?[\u2014\u2013:] ?(?:an?|the|when)\b)",
)


class State(StrEnum):
    """What is done for the reader at a term's first mention."""

    LINKED = "linked to a popup"
    EXPLAINED = "explained in the text"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Mention:
    """The first mention of a term in a document."""

    match: Match
    block: Block
    state: State


def first_mentions(document: Document, glossary: Glossary) -> Iterator[Mention]:
    """The first mention of each term outside headings, references and code, in text order."""
    seen: set[int] = set()
    find = matcher(glossary).find
    for block in document.blocks:
        if not block.is_running_text:
            continue
        for match in find(block.text):
            if id(match.term) not in seen:
                seen.add(id(match.term))
                yield Mention(match, block, _state(match, block))


def _state(match: Match, block: Block) -> State:
    for link in block.links:
        if link.start < match.end and match.start < link.end:
            return State.LINKED if read_popup(link) else State.EXPLAINED
    text = block.text
    if _BEFORE.search(text, max(0, match.start - 40), match.start):
        return State.EXPLAINED
    if _AFTER.match(text, match.end):
        return State.EXPLAINED
    acronym = is_acronym(text[match.start : match.end])
    return State.EXPLAINED if acronym and _spelled_out(text, match) else State.NEITHER


def _spelled_out(text: str, match: Match) -> bool:
    """Whether an acronym is followed by its long form in brackets."""
    return text[match.end : match.end + 2] == " (" and text[match.end + 2 : match.end + 3].isalpha()
