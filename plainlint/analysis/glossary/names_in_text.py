"""Names that a text uses as they are: of services and therapies, and labels on a screen."""

import re

from plainlint.analysis.glossary.acronyms import find_long_form
from plainlint.core.caches import remember
from plainlint.document.model import Block
from plainlint.languages.base import get_language
from plainlint.languages.files import ENGLISH
from plainlint.languages.mentions import SIGNS_ONLY, MentionWords
from plainlint.languages.reader_words import NO_READER_WORDS, ReaderWords

# Words between that belong to the name.
_NOUNS = (
    r"(?:[ -](?!(?:of|in|on|at|by|to|for|from|with|and|or|is|are|was|were|can|may|will|has|have|the"
    r"|an?)\b)[\w-]+){0,2}"
)
# Where readers go, and who sees them there: "the anticoagulation clinic", "our oncology unit". The
# words of the second pattern have other senses too: "the catalytic unit".
_CLINIC = re.compile(
    rf"(?: and [\w-]+)?{_NOUNS}[ -](?:clinic|ward|department|dept|helpline|hotline|nurse|team"
    r"|lab|laborator(?:y|ies)|physiologist|consultant|specialist|technician|fellow|registrar"
    r"|resident|trainee)s?\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    rf"{_NOUNS}[ -](?:unit|centre|center|service|programme|program|hub|suite|register|scheme)s?\b",
    re.IGNORECASE,
)
# A kind of ward, whoever's it is: "a neonatal intensive care unit".
_CARE_UNIT = re.compile(
    r"[ -](?:[\w-]+ ){0,2}?(?:(?:intensive|critical|special|intermediate|coronary) care(?: baby)?"
    r"|high[ -]dependency) units?\b",
    re.IGNORECASE,
)
# "ring the oncology line": who answers; an "arterial line" is another thing.
_LINE = re.compile(rf"{_NOUNS}[ -]line\b", re.IGNORECASE)
_RING = re.compile(
    r"\b(?:ring|call|phone|contact|on) (?:our|your|the) (?:[\w-]+[ -]){0,2}\Z", re.IGNORECASE
)
_THE = re.compile(r"\b(?:our|your|this|the|[A-Z][a-z]+) (?:[\w-]+[ -]){0,2}\Z")
_OUR = re.compile(r"\b(?:our|your|at the|to the) (?:[\w-]+[ -]){0,2}\Z", re.IGNORECASE)
_THERAPY = re.compile(
    rf"{_NOUNS}[ -](?:therap(?:y|ies)|training|counsell?ing|programme|program)"
    r" \((?P<short>[A-Z][A-Za-z-]*[A-Z])s?\)"
)
_WAY = re.compile(r"[>\u203a\u2192\u00bb] ?\Z")
_QUOTED = re.compile(r"[\"\u201c\u00ab]([^\"\u201c\u201d\u00ab\u00bb]{2,60})[\"\u201d\u00bb]")
_MARKED = frozenset({"strong", "em"})
_JOINTS = frozenset({" ", "-"})
# In code points: the words before a name that say what it is, and the longest label.
_NEAR, _LONGEST_LABEL = 40, 60


@remember(1 << 6)
def get_mention_words(language: str) -> MentionWords:
    """Return the words of a language around terms; signs alone if they are not known."""
    load_mention_words = get_language(language).load_mention_words
    return load_mention_words() if load_mention_words else SIGNS_ONLY


@remember(1 << 6)
def get_reader_words(language: str) -> ReaderWords:
    """Return the words of a language to its readers; none if they are not known."""
    load_reader_words = get_language(language).load_reader_words
    return load_reader_words() if load_reader_words else NO_READER_WORDS


def is_in_service_name(text: str, start: int, end: int) -> bool:
    """Return whether a word is part of the name of a service, or of a therapy with its short form.

    >>> text = "Phone the anticoagulation clinic."
    >>> is_in_service_name(text, 10, 25)
    True
    """
    # A fast exit: the name goes on behind the word.
    if text[end : end + 1] not in _JOINTS:
        return False
    before = text[max(0, start - _NEAR) : start]
    if _CLINIC.match(text, end) and _THE.search(before):
        return True
    if (_UNIT.match(text, end) and _OUR.search(before)) or _CARE_UNIT.match(text, end):
        return True
    if _LINE.match(text, end) and _RING.search(before):
        return True
    therapy = _THERAPY.match(text, end)
    if not therapy:
        return False
    name = text[max(0, start - _NEAR) : therapy.start("short") - 2]
    return bool(find_long_form(therapy["short"], name))


def find_screen_labels(block: Block, language: str = ENGLISH) -> tuple[tuple[int, int], ...]:
    """Return the ranges of a block's text that are labels of buttons and pages on a screen.

    They are marked or quoted, and readers must find them as they are: "tap **Prescriptions**".
    """
    text, words = block.text, get_reader_words(language)
    labels = [(w.start, w.end) for w in block.prose.wrappers if w.tag in _MARKED]
    labels += [match.span(1) for match in _QUOTED.finditer(text)]
    return tuple(
        [
            (start, end)
            for start, end in labels
            if end - start <= _LONGEST_LABEL and _is_label(text, start, end, words)
        ]
    )


def _is_label(text: str, start: int, end: int, words: ReaderWords) -> bool:
    before = text[max(0, start - _NEAR) : start]
    return bool(
        words.label_before.search(before)
        or _WAY.search(before)
        or words.label_behind.match(text, end)
    )
