"""Exclusions: the blocks, and the parts of a block, that are not scored."""

import re
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import TypeAlias

from plainlint.document.model import BlockKind, ExclusionReason, Link
from plainlint.document.readers.addresses import BARE_WEB, BARE_WEB_END, PHONE, PHONE_GROUPS, WEB
from plainlint.document.readers.clauses import has_subject_and_verb, is_clause
from plainlint.document.readers.cuts import CLOSERS, END_MARKS, ExcludedPart, PartKind
from plainlint.document.readers.raw_block import RawBlock
from plainlint.document.visible_text import OBJECT
from plainlint.languages.en.page_words import WORDS as ENGLISH_WORDS
from plainlint.languages.page_words import MOST_NAVIGATION, PageWords

# The space before a mark is excluded with it.
CITATION = re.compile(r"\[\d{1,3}(?:[ \u00a0]?[,\-\u2013][ \u00a0]?\d{1,3})*\]")
# The number of a paper in brackets: "(PMID: 123)", "(see doi:10.1000/x)".
IDENTIFIER = re.compile(
    r" ?\((?:[^()]{0,40}\s)?(?:PMID|PMCID|[Dd][Oo][Ii])\b:?\s?(?:[^()]|\([^()]*\)){1,120}\)"
)
# A target whose link began in an earlier paragraph, so that Markdown sees no link.
STRAY_TARGET = re.compile(r"\]\((?:https?:|/|#|mailto:)[^\s()]*\)")
_ENDS = tuple(END_MARKS)
# An image or an address may stand after the end of a text.
_CLOSERS = CLOSERS + OBJECT
# A line with fewer words and no full stop is a label, a byline or a button, not a sentence.
_LABEL_WORDS = 8
_SENTENCE_WORDS = 4
# A line in small letters that goes on from the line above its list is part of that sentence, unless
# it is a clause of its own that is longer than a sentence should be (GOV.UK: 25 words).
_CONTINUING_WORDS = 25
# A name such as "iPhone", or a note behind its letter: neither goes on from a line above.
_CAPITAL_INSIDE = re.compile(r"[a-z]+[A-Z]")
_FRAGMENTS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.FOOTNOTE})
_JOURNAL = re.compile(r";(?<=\b(?:19|20)\d\d;)\s?\d+(?:\(\d+\))?:\d")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
# The text before and after a link that is not part of a sentence.
_BEFORE_BUTTON = re.compile(rf"(?:^|.*[{END_MARKS}|\u00b7])[{re.escape(_CLOSERS)}]*", re.DOTALL)
_AFTER_BUTTON = re.compile(rf"[\s{OBJECT}]*(?:$|[{END_MARKS}|\u00b7\u00bb\u2192>(\[]|[^\W\d_a-z])")
_SPACES = (" ", "\u00a0")
_WINDOW = 8


# (pattern, kind of part, reason)
_Kind: TypeAlias = tuple[re.Pattern[str], PartKind, str]
_CITATIONS = (CITATION, PartKind.NOTE_MARK, "citation mark")
_IDENTIFIERS = (IDENTIFIER, PartKind.NOTE_MARK, "citation mark")
_WEB_ADDRESSES, _BARE_ADDRESSES = (
    (pattern, PartKind.OBJECT, "web or e-mail address") for pattern in (WEB, BARE_WEB)
)
# By the text that must be present for the pattern to be tried.
_KINDS: tuple[tuple[str, _Kind], ...] = (
    ("[", _CITATIONS),
    ("PM", _IDENTIFIERS),
    ("doi", _IDENTIFIERS),
    ("DOI", _IDENTIFIERS),
    ("](", (STRAY_TARGET, PartKind.OTHER, "link target")),
    ("://", _WEB_ADDRESSES),
    ("www.", _WEB_ADDRESSES),
    ("@", _WEB_ADDRESSES),
)
# By a pattern that must match first.
_TESTED_KINDS: tuple[tuple[re.Pattern[str], _Kind], ...] = (
    (BARE_WEB_END, _BARE_ADDRESSES),
    (PHONE_GROUPS, (PHONE, PartKind.OBJECT, "phone number")),
)


_ARROWS = r">\u203a\u00bb\u2192/|"
_BREADCRUMB = re.compile(rf"[^\n{_ARROWS}]+(?: [{_ARROWS}] [^\n{_ARROWS}]+){{2,}}")


def find_excluded_parts(text: str, links: Sequence[Link]) -> list[ExcludedPart]:
    """Return the visible ranges of a block that are not prose, with the reason, in text order."""
    kinds = [kind for needle, kind in _KINDS if needle in text]
    kinds += [kind for test, kind in _TESTED_KINDS if test.search(text)]
    found = [
        ExcludedPart(match.start() - _count_space_before(text, match), match.end(), kind, reason)
        for pattern, kind, reason in kinds
        for match in pattern.finditer(text)
    ]
    if links:
        found += [
            ExcludedPart(link.start, link.end, PartKind.OTHER, "navigation")
            for link in links
            if link.start < link.end and _is_button(text, link)
        ]
    parts: list[ExcludedPart] = []
    for part in sorted(found, key=itemgetter(0, 1)):
        if not parts or part.start >= parts[-1].end:
            parts.append(part)
    return parts


def _count_space_before(text: str, mark: re.Match[str]) -> int:
    """Return 1 if the space before a citation mark is excluded with it, else 0."""
    return int(mark.re is CITATION and text[mark.start() - 1 : mark.start()] in _SPACES)


def _is_button(text: str, link: Link) -> bool:
    """Check whether a link is site navigation and not part of a sentence."""
    if not _is_navigation(link.text, ENGLISH_WORDS):
        return False
    before = text[max(link.start - _WINDOW, 0) : link.start]
    after = text[link.end : link.end + _WINDOW]
    return bool(_BEFORE_BUTTON.fullmatch(before) and _AFTER_BUTTON.match(after))


def follow_references(level: int, heading: RawBlock, text: str, words: PageWords) -> int:
    """Return the level of the heading of references that a heading is or stands below; else 0."""
    if level and heading.level > level:
        return level
    return heading.level if words.references.fullmatch(text) else 0


def find_exclusion_reason(
    kind: BlockKind,
    text: str,
    links: tuple[Link, ...],
    *,
    in_references: bool,
    continues: bool = False,
) -> ExclusionReason | None:
    """Return why a whole block is not scored; None for prose.

    Args:
        continues: whether it is a list item that may go on from an unfinished line above its list.
    """
    if kind is BlockKind.HEADING:
        return ExclusionReason.HEADING
    if kind is BlockKind.CODE:
        return ExclusionReason.CODE
    if not text.strip():
        return ExclusionReason.NO_TEXT
    if in_references:
        return ExclusionReason.REFERENCES
    if ";" in text and _JOURNAL.search(text):
        return ExclusionReason.CITATION
    if reason := find_page_part(text, ENGLISH_WORDS):
        return reason
    if _has_only_links(text, links) or _is_breadcrumb(text, links):
        return ExclusionReason.NAVIGATION
    return _find_fragment_reason(kind, text, continues=continues)


def find_page_part(text: str, words: PageWords) -> ExclusionReason | None:
    """Return which part of a page around its text this is, by the words of a language, or None."""
    signs = words.citation_signs
    if (not signs or any(map(text.__contains__, signs))) and words.citation.search(text):
        return ExclusionReason.CITATION
    if words.credit.match(text):
        return ExclusionReason.CREDIT
    return ExclusionReason.NAVIGATION if _is_navigation(text, words) else None


def _is_navigation(text: str, words: PageWords) -> bool:
    label = text.strip()
    return len(label) <= MOST_NAVIGATION and words.navigation.fullmatch(label) is not None


def _has_only_links(text: str, links: tuple[Link, ...]) -> bool:
    """Check whether the block is only link text without a sentence in it."""
    if not links or _has_end_mark(text):
        return False
    starts = [0, *(link.end for link in links)]
    ends = [*(link.start for link in links), len(text)]
    between = (text[start:end] for start, end in zip(starts, ends, strict=True))
    return not _LETTER_OR_DIGIT.search("".join(between))


def _is_breadcrumb(text: str, links: tuple[Link, ...]) -> bool:
    """Check whether the block is the way to a page: links, with the name of the page behind."""
    is_way = len(links) > 1 and not _has_end_mark(text)
    return is_way and _BREADCRUMB.fullmatch(text) is not None


def _has_end_mark(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_ENDS)


def ends_unfinished(text: str) -> bool:
    """Check whether a line leads in to the list below it: "Call us if", "The signs are:"."""
    end = text.rstrip(_CLOSERS)[-1:]
    return end != "" and (end == ":" or end not in END_MARKS)


def _find_fragment_reason(kind: BlockKind, text: str, *, continues: bool) -> ExclusionReason | None:
    """Return why a text is not a sentence, or None.

    A list item or a cell must be a whole sentence or clause; a paragraph may lack its full stop.
    """
    words = len(text.split())
    if kind in _FRAGMENTS:
        is_sentence = words >= _SENTENCE_WORDS and _is_sentence(text, words, continues=continues)
        return None if is_sentence else ExclusionReason.FRAGMENT
    return None if _has_end_mark(text) or words >= _LABEL_WORDS else ExclusionReason.LABEL


def judge_fragment(
    kind: BlockKind,
    text: str,
    reason: ExclusionReason | None,
    is_clause_of_language: Callable[[str], bool],
) -> ExclusionReason | None:
    """Return why a text of another language than English is not scored, given the reason so far.

    List items and cells without a full stop are clauses by the grammar of their language.
    """
    if kind not in _FRAGMENTS or reason not in (None, ExclusionReason.FRAGMENT):
        return reason
    is_sentence = len(text.split()) >= _SENTENCE_WORDS and (
        _has_end_mark(text) or is_clause_of_language(text)
    )
    return None if is_sentence else ExclusionReason.FRAGMENT


def _is_sentence(text: str, words: int, *, continues: bool) -> bool:
    start = text.lstrip(_CLOSERS + "\u201c(")
    if not start[:1].islower():
        return _has_end_mark(text) or is_clause(text)
    if continues and not _CAPITAL_INSIDE.match(start):
        return words >= _CONTINUING_WORDS and has_subject_and_verb(text)
    return is_clause(text)
