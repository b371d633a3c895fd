"""Explained or not: what a document does for the reader where it first mentions a term."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from plainlint.document.model import Block, BlockKind, Document
from plainlint.glossary.explanations import is_explained
from plainlint.glossary.matching import Match, matcher
from plainlint.glossary.model import Glossary
from plainlint.glossary.popups import read_popup

# What stands between a name and another name for the same: "lung cancer (NSCLC)".
_ANOTHER_NAME = re.compile(
    r",? ?\(?(?:or|(?:also )?(?:called|known as))? ?(?:an? |the )?[\"\u201c]?"
)
_LONGER_WORD = re.compile(r"\w{4,}")
_QUESTION = re.compile(r"[^.?!]+\?\s*")
_TITLE_WORDS = 4


class State(StrEnum):
    """What is done for the reader at a term's first mention."""

    LINKED = "linked to a popup"
    EXPLAINED = "explained in the text"
    ON_A_PAGE = "explained on a page that it links to"
    NEITHER = "neither"


class Mention(NamedTuple):
    """The first mention of a term in a document; its state is that of its block.

    `before` is the share of the document's blocks that stand before it, from 0 to 1.
    """

    match: Match
    block: Block
    state: State
    before: float


def first_mentions(
    document: Document, glossary: Glossary, *, each_section: bool = False
) -> Iterator[Mention]:
    """The first mention of each term in the document, or in each section, in text order.

    Headings, references and code are not looked at, nor are titles and names in the text, such
    as "Society for Medical Oncology", unless they explain. An explanation counts anywhere in the
    block of the first mention, for the next sentence is a good place for it.
    """
    seen: set[int] = set()
    find = matcher(glossary).find
    titles = {_title(heading.text) for heading in document.headings}
    for number, block in enumerate(document.blocks):
        if each_section and block.kind is BlockKind.HEADING:
            seen.clear()
        if not block.is_running_text:
            continue
        new = [match for match in find(block.text) if id(match.term) not in seen]
        if new:
            is_title = _title(block.text) in titles or _is_title(block.text)
            before = number / len(document.blocks)
            mentions = _in_block(block, before, new, is_title=is_title)
            seen.update(mentions)
            yield from mentions.values()


def _in_block(
    block: Block, before: float, matches: list[Match], *, is_title: bool
) -> dict[int, Mention]:
    """The first of the matches of each term, by the term's identity, with the block's state."""
    mentions: dict[int, Mention] = {}
    last: Match | None = None
    for match in matches:
        again, last = _is_another_name(block.text, last, match), match
        known = mentions.get(id(match.term))
        if again or (known and known.state is not State.NEITHER):
            continue
        state = _state(match, block)
        if state is State.NEITHER and (is_title or _in_name(block.text, match)):
            continue
        mentions[id(match.term)] = (
            known._replace(state=state) if known else Mention(match, block, state, before)
        )
    return mentions


def _title(text: str) -> str:
    return text.strip(" .:?").lower()


def _is_another_name(text: str, last: Match | None, match: Match) -> bool:
    """Whether a mention only gives the last one another name."""
    if last is None or last.term is not match.term:
        return False
    return bool(_ANOTHER_NAME.fullmatch(text, last.end, match.start))


@lru_cache(maxsize=1 << 11)
def _is_title(text: str) -> bool:
    """Whether a text is a lone question, or all its longer words have a capital."""
    return _has_capitals(text) or _QUESTION.fullmatch(text) is not None


def _has_capitals(text: str) -> bool:
    longer = 0
    for match in _LONGER_WORD.finditer(text):
        if not match[0][0].isupper():
            return False
        longer += 1
    return longer >= _TITLE_WORDS


def _state(match: Match, block: Block) -> State:
    if link := block.link_at(match.start, match.end):
        return State.LINKED if read_popup(link) else State.ON_A_PAGE
    return State.EXPLAINED if is_explained(block.text, match.start, match.end) else State.NEITHER


def _in_name(text: str, match: Match) -> bool:
    """Whether a mention is part of a name: capitals in it, or in the words beside it."""
    found = text[match.start : match.end]
    if not (found[0].isupper() and found[1:2].islower()):
        return False
    before, after = text[max(0, match.start - 30) : match.start], text[match.end : match.end + 60]
    return bool(
        re.search(r" [A-Z][a-z]", found)
        or re.match(r" [A-Z][a-z]", after)
        or re.match(r"(?:, [A-Z][a-z]+)+,? and [A-Z]", after)
        or (re.match(r",? (?:and )?[A-Z][a-z]", after) and re.search(r"[A-Z][a-z]+, $", before))
        or re.search(r"\w [A-Z][a-z]+ (?:(?:of|in|for|and) )?$", before)
    )
