"""First mentions of terms, and whether the document explains or links them there."""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from plainlint.analysis.glossary.matching import TermMatch, get_matcher, is_acronym
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.core.caches import remember
from plainlint.document.model import Block, BlockKind, Document

# Nouns that go with the term: "metastatic breast cancer (it has spread)".
_TAIL = (
    r"(?: (?!(?:of|in|on|at|by|to|for|from|with|after|before|during|and|or|but|as|if|when|who|which"
    r"|that|is|are|was|can|may|will|has|have|the|an?)\b)[\w-]+){0,3}"
)
_POINTER = (
    r"(?:see|shown|not shown|left|right|top|bottom|fig|figure|page|grade|stage|phase|type|called"
    r"|such as|for example|e\.g|including|like|in|at|about|up to|and|or)\b"
    r"|(?:also )?known as (?-i:[A-Z]{2})"
)
_JUDGEMENT = (
    r"(?:an? |the |one of the |any )?(?:(?!of\b|that\b|which\b)[a-z-]+ ){0,3}"
    r"(?:problem|effect|complication|symptom|sign|concern|worry|risk|reason|option|choice|challenge|emergency|cause|part|result)s?\b"
)
_MANNER = r"(?:very|more|most|not|often|usually|also|common|rare|serious)\b"
_BEFORE = re.compile(
    r"(?:\b(?:called|named|termed|known as|referred to as)(?: (?:an?|the))?(?: [a-z][\w-]*)?"
    r"|\b(?:called|named|termed|known as|referred to as)(?: [\w-]+){1,4} or(?: an?)?"
    r"|\balso (?:called|known as)(?: [\w-]+){2,3}"
    r"|\b(?:the term|means?)(?: (?:an?|the))?"
    rf"|[\w%\u00ae] ?\((?:(?!{_POINTER}|with|of|for|from)[a-z]+ )?)\s?[\"\u201c]?$",
    re.IGNORECASE,
)
# Part of every text that _BEFORE matches, and fast to search.
_NAMING = re.compile(r"\(|called|named|term|known|referred|mean", re.IGNORECASE)
_AFTER = re.compile(
    rf"[\"\u201d]?{_TAIL}(?:"
    rf"\s?\((?!(?i:{_POINTER}))(?:[a-z]+(?!\w)|[^()]*\b[a-z]{{2,}} [a-z]{{2,}}\b)[^()]*\)"
    r"|, (?:also (?:called|known as)|meaning|that is)\b"
    rf"|, (?:which|that) (?:is|are|means?) (?!{_JUDGEMENT}|{_MANNER})"
    r"| ?[\u2014\u2013:] ?(?:an?|the|when)\b"
    # The verbs of a definition, possibly after an acronym in brackets.
    rf"|(?: \([^()]*\){_TAIL})?,? (?:"
    rf"(?:is|are) (?!{_JUDGEMENT})(?:an?|the|when|where|any|one of|called)\b"
    r"|(?:is|are) (?:surgery|treatment|care|drugs|medicines?|swelling|pain|damage)\b"
    r"|(?:is|are) [a-z]+(?: [a-z]+)? that\b"
    r"|(?:is|are|may be) (?:used|done) to\b"
    r"|(?:means?|refers? to|happens? when|occurs? when)\b"
    r"|(?:is|are) made (?:up )?of\b"
    r"|(?:is|are) the (?:inner|outer|upper|lower|middle|front|back) (?:part|layer|end|side)s? of\b"
    r"|that (?:occurs?|happens?|develops?) when\b"
    r"|tells? (?:you|how|what)\b|describes? (?:how|what|the)\b"
    r"|(?:uses?|treats?|combines?|works? by|looks? at|comes? from|helps? (?:the|your|a))\b))",
)
# "An oncologist, a doctor who ..." explains; "After an infusion, a nurse will ..." does not.
_APPOSITION = re.compile(rf"{_TAIL}(?: \([^()]*\))?, (?:an?|another) [a-z]")
_OPENING = re.compile(
    r"\W*(?:after|as|at|because|before|during|for|if|in|since|to|until|when|while|with|without)\b"
    r"[^,]*$",
    re.IGNORECASE,
)
# "Edema, or swelling, ..." explains; "fever, edema, or pain" is a list.
_SYNONYM = re.compile(rf"{_TAIL}, or (?![A-Z]{{2}})[^,;.()]+[,;.]")
_CLAUSE_ENDS = re.compile(r"[.?!:;]")
# At most one word.
_FIRST_WORDS = re.compile(r"\s*\S*\s*")
_LABEL = re.compile(rf"{_TAIL}(?: \([^()]*\))?:\s?\S")
_MOST_BEFORE = 200


@remember(1 << 14)
def is_explained(text: str, start: int, end: int) -> bool:
    """Return whether the text around `start` to `end` (code points) explains the term there."""
    near = text[max(0, start - 40) : start]
    if _NAMING.search(near) and _BEFORE.search(near):
        return True
    if _AFTER.match(text, end):
        return True
    before = _CLAUSE_ENDS.split(text[max(0, start - _MOST_BEFORE) : start])[-1]
    return bool(
        (_APPOSITION.match(text, end) and not _OPENING.match(before))
        or ("," not in before and _SYNONYM.match(text, end))
        or (_FIRST_WORDS.fullmatch(text, 0, start) and _LABEL.match(text, end))
        or (is_acronym(text[start:end]) and _has_long_form(text, start, end))
    )


def _has_long_form(text: str, start: int, end: int) -> bool:
    """Return whether an acronym is followed by its long form in brackets."""
    initial = re.escape(text[start])
    return bool(re.compile(rf" \((?i:{initial})[^()]* [^()]*\)").match(text, end))


# The text between two names for the same thing: "lung cancer (NSCLC)".
_ANOTHER_NAME = re.compile(
    r",? ?\(?(?:or|(?:also )?(?:called|known as))? ?(?:an? |the )?[\"\u201c]?"
)
_LONGER_WORD = re.compile(r"\w{4,}")
_QUESTION = re.compile(r"[^.?!]+\?\s*")
_TITLE_WORDS = 4


class MentionState(StrEnum):
    """The help that readers get at a term's first mention."""

    LINKED = "linked to a popup"
    EXPLAINED = "explained in the text"
    ON_A_PAGE = "explained on a page that it links to"
    NEITHER = "neither"


class Mention(NamedTuple):
    """The first mention of a term in a document; its state is that of its block.

    `before` is the share of the document's blocks before it, from 0 to 1.
    """

    match: TermMatch
    block: Block
    state: MentionState
    before: float


def find_first_mentions(
    document: Document,
    glossary: Glossary,
    *,
    each_section: bool = False,
    fits: Callable[[str, TermMatch], bool] | None = None,
) -> Iterator[Mention]:
    """Yield the first mention of each term in the document, or in each section, in text order.

    Headings, references and code are skipped, as are titles and names in the text, such as
    "Society for Medical Oncology", unless they explain. An explanation counts anywhere in the
    block of the first mention, because the next sentence is a good place for it.

    Args:
        document: the document.
        glossary: the terms to look for.
        each_section: whether each section has its own first mentions.
        fits: decides whether a match in a text is a mention if nothing explains it there; by
            default all matches are.
    """
    seen: set[int] = set()
    find = get_matcher(glossary).find
    titles = {_normalise_title(heading.text) for heading in document.headings}
    for number, block in enumerate(document.blocks):
        if each_section and block.kind is BlockKind.HEADING:
            seen.clear()
        if not block.is_running_text:
            continue
        new = [match for match in find(block.text) if id(match.term) not in seen]
        if new:
            is_title = _normalise_title(block.text) in titles or _is_title(block.text)
            before = number / len(document.blocks)
            mentions = _collect_block_mentions(block, before, new, fits, is_title=is_title)
            seen.update(mentions)
            yield from mentions.values()


def _collect_block_mentions(
    block: Block,
    before: float,
    matches: list[TermMatch],
    fits: Callable[[str, TermMatch], bool] | None,
    *,
    is_title: bool,
) -> dict[int, Mention]:
    """Return the first mention of each term in a block, by the `id` of the term."""
    mentions: dict[int, Mention] = {}
    previous: TermMatch | None = None
    for match in matches:
        is_alias, previous = _is_another_name(block.text, previous, match), match
        first = mentions.get(id(match.term))
        if is_alias or (first and first.state is not MentionState.NEITHER):
            continue
        state = _decide_state(match, block)
        if state is MentionState.NEITHER and (
            is_title or _is_in_name(block.text, match) or (fits and not fits(block.text, match))
        ):
            continue
        mentions[id(match.term)] = (
            first._replace(state=state) if first else Mention(match, block, state, before)
        )
    return mentions


def _normalise_title(text: str) -> str:
    return text.strip(" .:?").lower()


def _is_another_name(text: str, previous: TermMatch | None, match: TermMatch) -> bool:
    """Return whether a mention is only another name for the previous one."""
    if previous is None or previous.term is not match.term:
        return False
    return bool(_ANOTHER_NAME.fullmatch(text, previous.end, match.start))


@remember(1 << 11)
def _is_title(text: str) -> bool:
    """Return whether a text is a single question, or all its longer words are capitalised."""
    return _has_capitals(text) or _QUESTION.fullmatch(text) is not None


def _has_capitals(text: str) -> bool:
    longer = 0
    for match in _LONGER_WORD.finditer(text):
        if not match[0][0].isupper():
            return False
        longer += 1
    return longer >= _TITLE_WORDS


def _decide_state(match: TermMatch, block: Block) -> MentionState:
    if link := block.find_link(match.start, match.end):
        return MentionState.LINKED if read_popup(link) else MentionState.ON_A_PAGE
    return (
        MentionState.EXPLAINED
        if is_explained(block.text, match.start, match.end)
        else MentionState.NEITHER
    )


def _is_in_name(text: str, match: TermMatch) -> bool:
    """Return whether a mention is part of a name, by the capitals in it and around it."""
    phrase = text[match.start : match.end]
    if not (phrase[0].isupper() and phrase[1:2].islower()):
        return False
    before, after = text[max(0, match.start - 30) : match.start], text[match.end : match.end + 60]
    return bool(
        re.search(r" [A-Z][a-z]", phrase)
        or re.match(r" [A-Z][a-z]", after)
        or re.match(r"(?:, [A-Z][a-z]+)+,? and [A-Z]", after)
        or (re.match(r",? (?:and )?[A-Z][a-z]", after) and re.search(r"[A-Z][a-z]+, $", before))
        or re.search(r"\w [A-Z][a-z]+ (?:(?:of|in|for|and) )?$", before)
    )
