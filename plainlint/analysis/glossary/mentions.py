"""First mentions of terms, and whether the document explains or links them there."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from plainlint.analysis.glossary.definitions import is_explained_below
from plainlint.analysis.glossary.explained import (
    find_asked_terms,
    find_linked_terms,
    find_own_blocks,
    get_family,
    has_popup,
    is_explained_soon,
    is_match_explained,
    list_families,
)
from plainlint.analysis.glossary.explaining_tables import find_defined_blocks
from plainlint.analysis.glossary.footnotes import find_noted_places
from plainlint.analysis.glossary.matching import TermMatch, get_matcher
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.names_in_text import (
    find_screen_labels,
    get_mention_words,
    is_in_service_name,
)
from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.analysis.glossary.senses import is_medical_sense
from plainlint.core.caches import remember
from plainlint.core.ranges import Ranges
from plainlint.document.language_tags import get_primary_tag
from plainlint.document.model import Block, BlockKind, Document
from plainlint.languages.files import ENGLISH

_LONGER_WORD = re.compile(r"\w{4,}")
_QUESTION = re.compile(r"[^.?!]+\?\s*")
_TITLE_WORDS = 4
# In code points: the words before a term that may make it a part of a name.
_NEAR = 60


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


def _is_not_of_name(text: str, match: TermMatch, language: str) -> bool:
    """Return whether a mention is not part of the name of a service or of an organ's cancer.

    Who reads about "pancreatic cancer" need not know first what the pancreas is.
    """
    words = get_mention_words(language)
    if is_in_service_name(text, match.start, match.end) or words.service_before.search(
        text[max(0, match.start - _NEAR) : match.start]
    ):
        return False
    name = text[match.start : match.end].lower()
    is_adjective = name.endswith(words.organ_ends) and name != match.term.names[0].lower()
    # A cell or an item that is only the adjective: "Pancreatic".
    is_alone = len(name) == len(text)
    return not (is_adjective and (is_alone or words.illness_behind.match(text, match.end)))


def find_first_mentions(
    document: Document,
    glossary: Glossary,
    *,
    each_section: bool = False,
    any_sense: bool = False,
    defined: frozenset[int] | None = None,
    fits: Callable[[str, TermMatch], bool] | None = None,
) -> Iterator[Mention]:
    """Yield the first mention of each term in the document, or in each section, in text order.

    Headings, references and code are skipped, as are titles and names in the text, such as
    "Society for Medical Oncology", unless they explain. An explanation counts anywhere in the
    block of the first mention, because the next sentence is a good place for it, in the items of a
    list below it, and below a heading that asks what the term is.

    Args:
        document: the document.
        glossary: the terms to look for.
        each_section: whether each section has its own first mentions.
        any_sense: whether names also count where they are everyday words.
        defined: the indexes of the blocks that a definition list or a table explains, if they are
            known.
        fits: decides whether a match in a text is a mention if nothing explains it there; by
            default all are that are not part of a name.
    """
    seen: set[int] = set()
    defined = find_defined_blocks(document) if defined is None else defined
    find = get_matcher(glossary).find
    language = get_primary_tag(document.language)
    decide = partial(_decide_state, language=language)
    fits = fits or partial(_is_not_of_name, language=language)
    noted = find_noted_places(document)
    titles = {_normalise_title(heading.text) for heading in document.headings}
    asked = find_asked_terms(document, find, language)
    own_blocks: Mapping[int, Sequence[Block]] = {}
    if language != ENGLISH:
        # A list at the top may lead to the section that explains.
        own_blocks = find_own_blocks(find, document.blocks)
    above = ""
    families: set[str] = set()
    for number, block in enumerate(document.blocks):
        if each_section and block.kind is BlockKind.HEADING:
            seen.clear()
            families.clear()
        if block.kind is BlockKind.HEADING:
            above = block.text
        if not block.is_running_text:
            seen |= find_linked_terms(find, block, language)
            continue
        found = find(block.text)
        new = [
            match
            for match in found
            if id(match.term) not in seen
            and get_family(match.term) not in families
            and (
                any_sense
                or (language != ENGLISH and has_popup(block, match))
                or is_medical_sense(block.text, match, found, above, language)
            )
        ]
        above = block.text if block.text.count(" ") >= _TITLE_WORDS else above
        if new:
            is_title = _normalise_title(block.text) in titles or _is_title(block.text)
            before = number / len(document.blocks)
            mentions = _collect_block_mentions(
                block,
                before,
                new,
                _never_fits if is_title else fits,
                language,
                decide=(
                    _decide_explained
                    if number in defined
                    else partial(_decide_noted, noted[number], decide)
                    if number in noted
                    else decide
                ),
            )
            for key, mention in mentions.items():
                if mention.state is MentionState.NEITHER and (
                    key in asked
                    or is_explained_soon(
                        find, mention.match.term, document.blocks, number, own_blocks, language
                    )
                    or (
                        language == ENGLISH
                        and is_explained_below(document.blocks, number, *_get_names(mention))
                    )
                ):
                    mentions[key] = mention._replace(state=MentionState.EXPLAINED)
            seen.update(mentions)
            families |= list_families(
                (mention.match.term for mention in mentions.values()), language
            )
            yield from mentions.values()


def _get_names(mention: Mention) -> tuple[str, str]:
    """Return a term as its block writes it, and the plain words for it."""
    match = mention.match
    return mention.block.text[match.start : match.end], match.term.plain


def _collect_block_mentions(
    block: Block,
    before: float,
    matches: list[TermMatch],
    fits: Callable[[str, TermMatch], bool],
    language: str,
    *,
    decide: Callable[[TermMatch, Block], MentionState],
) -> dict[int, Mention]:
    """Return the first mention of each term in a block, by the `id` of the term."""
    mentions: dict[int, Mention] = {}
    previous: TermMatch | None = None
    labels = Ranges(find_screen_labels(block, language))
    for match in matches:
        is_alias, previous = _is_another_name(block.text, previous, match, language), match
        first = mentions.get(id(match.term))
        if is_alias or (first and first.state is not MentionState.NEITHER):
            continue
        state = decide(match, block)
        if state is MentionState.NEITHER and (
            _is_name(block, match, labels, language) or not fits(block.text, match)
        ):
            continue
        mentions[id(match.term)] = (
            first._replace(state=state) if first else Mention(match, block, state, before)
        )
    return mentions


def _normalise_title(text: str) -> str:
    return text.strip(" .:?").lower()


def _never_fits(_text: str, _match: TermMatch) -> bool:
    """Return that a match in a title is not a mention."""
    return False


def _is_another_name(
    text: str, previous: TermMatch | None, match: TermMatch, language: str
) -> bool:
    """Return whether a mention is only another name for the previous one."""
    if previous is None or previous.term is not match.term:
        return False
    between = get_mention_words(language).another_name
    return between.fullmatch(text, previous.end, match.start) is not None


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


def _decide_explained(_match: TermMatch, _block: Block) -> MentionState:
    return MentionState.EXPLAINED


def _decide_noted(
    places: frozenset[int],
    decide: Callable[[TermMatch, Block], MentionState],
    match: TermMatch,
    block: Block,
) -> MentionState:
    """Return the state of a mention in a block with marks of notes that explain, at `places`."""
    state = decide(match, block)
    is_noted = state is MentionState.NEITHER and match.end in places
    return MentionState.EXPLAINED if is_noted else state


# "Antígeno prostático específico ([PSA](psa.html))".
_SHORT_FORM = re.compile(r" \([^()]{2,10}\)")


def _decide_state(match: TermMatch, block: Block, language: str) -> MentionState:
    end = match.end
    if language != ENGLISH and (short_form := _SHORT_FORM.match(block.text, end)):
        end = short_form.end()
    if link := block.find_link(match.start, end):
        return MentionState.LINKED if read_popup(link) else MentionState.ON_A_PAGE
    has_meaning = block.find_title(match.start, match.end) or is_match_explained(
        match, block, language
    )
    return MentionState.EXPLAINED if has_meaning else MentionState.NEITHER


_CAPITALISED = r"[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]+"


def _is_name(block: Block, match: TermMatch, labels: Ranges, language: str) -> bool:
    """Return whether a mention is part of a name, or in a label, which stay as they are."""
    return _has_capitals_around(block.text, match, language) or labels.overlap(
        match.start, match.end
    )


def _has_capitals_around(text: str, match: TermMatch, language: str) -> bool:
    """Return whether a mention is part of a name, by the capitals in it and around it."""
    phrase = text[match.start : match.end]
    if not (phrase[0].isupper() and phrase[1:2].islower()):
        return False
    before, after = text[max(0, match.start - 30) : match.start], text[match.end : match.end + 60]
    words = get_mention_words(language)
    joined = words.joined_capitals
    return bool(
        (words.capital_is_name and re.search(r"[a-z\u00df-\u00ff],? $", before))
        or re.search(rf" {_CAPITALISED}", phrase)
        or re.match(rf" {_CAPITALISED}", after)
        or re.match(rf"(?:, {_CAPITALISED})+,? {joined}[A-Z]", after)
        or (
            re.match(rf",? (?:{joined})?{_CAPITALISED}", after)
            and re.search(rf"{_CAPITALISED}, $", before)
        )
        or re.search(rf"\w {_CAPITALISED} {words.name_before}$", before)
    )
