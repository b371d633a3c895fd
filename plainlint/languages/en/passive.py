"""Passive verbs of English: a form of "be" or "get" and a participle."""

import re
from collections.abc import Iterator

from plainlint.core.caches import remember
from plainlint.core.nearby import PatternBefore, find_last_end, find_next_start
from plainlint.core.words import WORD

IRREGULAR = (
    "agreed|beaten|begun|bent|bitten|blown|borne|bought|bound|bred|broken|brought|built|burnt|cast|"
    "caught|chosen|cut|dealt|done|drawn|driven|drunk|dug|eaten|fed|felt|forbidden|foreseen|"
    "forgiven|forgotten|fought|found|freed|frozen|given|ground|grown|guaranteed|heard|held|hidden|"
    "hit|hung|hurt|kept|known|laid|led|left|lent|lit|lost|made|meant|met|misled|mistaken|"
    "misunderstood|outgrown|overcome|overridden|overseen|overtaken|paid|proven|put|read|rebuilt|"
    "redone|run|said|seen|sent|set|sewn|shaken|shed|shot|shown|shut|sold|sought|spent|split|"
    "spoken|spread|spun|stolen|struck|stung|swept|taken|taught|thought|thrown|told|torn|"
    "undergone|understood|undertaken|undone|upheld|used|withdrawn|withheld|won|worn|woven|written"
)
# Participles that describe a state, not an action, and words that only look like participles.
_STATES = """
    accustomed addicted advanced aged allied amazed annoyed ashamed blessed bloated bored closed
    committed complicated concerned confined confused constipated convinced crooked crowded
    dedicated dehydrated delighted depressed detached devoted disabled disappointed disinclined
    distinguished distressed dressed educated elevated embarrassed enlarged excited exhausted
    experienced fascinated frightened frustrated gifted hundred inclined inflamed infrared
    interested involved irritated jagged limited located married motivated naked obsessed outdated
    overwhelmed pleased puzzled qualified ragged related relaxed relieved rested retired satisfied
    scared shaped shocked sized skilled sophisticated stressed supposed surprised talented thrilled
    tired varied worried
"""
_STATE_WORDS = frozenset(_STATES.split())
_STATE = re.compile(
    r"(?:attached to|determined (?:not )?to|done with|engaged(?! by\b)|entitled to|opposed to"
    r"|prepared (?:for|to)|un(?!der|i)\w+ed"
    r"|used to (?:the|an?|my|your|his|her|its|our|their|it|this|that|these|those|\w+ing))\b"
)
# Whether a word is a participle is looked up: as a pattern its list would take long to compile.
_LAST = r"(?P<last>\w+)\b(?!-)"
_IRREGULAR = frozenset(IRREGULAR.split("|"))
_REGULAR = re.compile(r"\w{2,}[^\We]ed")
_ADVERB = (
    r"(?:(?:more|most|less|least|so|too|very) )?"
    r"(?:all|almost|already|also|always|best|both|even|ever|first|just|last|later|never|not|now|"
    r"often|once|only|soon|sometimes|still|then|therefore|thus|twice|usually|yet|\w+ly|"
    r"at (?:first|least|most|times)|in (?:general|part|(?:most|many|some|rare) cases)|on average)"
)
# Adverbs and asides may stand between the two.
_BETWEEN = (
    rf"(?:\s{_ADVERB}|\s?,[^,;.]{{1,40}},|\s?[\u2013\u2014][^\u2013\u2014.]{{1,40}}[\u2013\u2014]"
    r"|\s?\([^()]*\)|\s?\[[^\[\]]*\]){0,3}"
)
# The first letter before all else, so that `re` skips straight to the next one.
_BE = (
    r"[iawBbGg](?<!\w[iawBbGg])(?:(?<=i)s|(?<=a)(?:re|m)|(?<=w)(?:as|ere)|(?<=[Bb])e(?:en|ing)?"
    r"|(?<=[Gg])[eo]t(?:s|ting)?(?! (?:started|used to)\b))(?:n['\u2019\u2018]t)?\b"
)
_SHORT_BE = r"['\u2019\u2018](?:re|m|s(?<=\b[Ii]t['\u2019\u2018]s))\b"
_PASSIVE = re.compile(rf"{_BE}{_BETWEEN}\s{_LAST}")
_SHORTENED = re.compile(rf"{_SHORT_BE}{_BETWEEN}\s{_LAST}")
# What staff do to the readers of a page, or ask of them. In the past tense it is what they did to
# others, in a study.
_CARE_WORDS = """
    advised asked attached checked cleaned discharged drained drawn examined fitted given
    implanted informed injected inserted instructed lifted monitored moved numbed placed
    positioned prescribed pumped put referred reminded removed replaced scanned sedated sent
    shaved stitched stretched threaded told transferred transplanted vaccinated warned washed
    weighed
"""
_CARE = frozenset(_CARE_WORDS.split())
_PRESENT = re.compile(r"(?:is|are|be|being|am|['\u2019](?:re|m|s))\b", re.IGNORECASE)
# What says who or what does it, or gives the participle another meaning.
_DOER = re.compile(r" with (?:surgery|an? operation)\b| (?:off|up|rise|way)\b")
_BY = re.compile(r"\bby\b")
# "A test in which a dye is injected" says what a thing is, not what happens to the reader.
_DEFINITION = re.compile(r"\bin which\b")
_CLAUSE_ENDS = re.compile(r"[,;:]")
# What can be done is a question of the thing, not of a doer.
_CAN = PatternBefore(r"\b(?:can|could|cannot|can't|can\u2019t|to)(?: not| only)? ", case=False)
# In a question the subject is between the two: "When is the test done?"
_QUESTION = re.compile(
    r"(?:(?:when|where|why|how|who)(?: (?:long|much|many|often|soon|else))? )?"
    r"(?:is|are|was|were) (?!there\b)",
    re.IGNORECASE,
)
_SUBJECT_WORD = re.compile(r"[\w\u2019'-]+ ")
_LAST_WORD = re.compile(_LAST)
_LONGEST_SUBJECT = 5


# A hard sentence is rated and then gets advice.
@remember(1 << 6)
def find_passives(text: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of each passive verb, from its "be" to its participle.

    A second participle after the same "be" is part of the first passive. Participles without a
    "be" ("the drug given to you") are ignored.
    """
    spans = [
        match.span()
        for match in _iter_passives(_PASSIVE, text)
        if not (_is_after_there(match) or _is_at_end(match))
    ]
    if "'" in text or "\u2019" in text or "\u2018" in text:
        spans = sorted([*spans, *(match.span() for match in _iter_passives(_SHORTENED, text))])
    end = _find_end_in_question(text) if text.endswith("?") else None
    if end and all(end < first for first, _ in spans):
        spans.insert(0, (0, end))
    return tuple(spans)


_PARTS_OF_WORD = re.compile(r"\w+")


def may_be_participle(word: str) -> bool:
    """Return whether a word may be the participle of a passive; a text without one has none."""
    lower = word.lower()
    parts = (lower,) if lower.isalnum() else _PARTS_OF_WORD.findall(lower)
    return any(part.endswith("ed") or part in _IRREGULAR for part in parts)


def _iter_passives(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern whose last word is a participle."""
    position = 0
    while match := pattern.search(text, position):
        if _is_participle(text, *match.span("last")):
            yield match
            position = match.end()
        else:
            position = match.start() + 1


def _is_participle(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    return (
        (word in _IRREGULAR or _REGULAR.fullmatch(word) is not None)
        and word not in _STATE_WORDS
        and not _STATE.match(text, start)
    )


def _find_end_in_question(text: str) -> int | None:
    """Return where the passive of a question ends that the subject divides, if it has one."""
    opening = _QUESTION.match(text)
    subject = opening and _SUBJECT_WORD.match(text, opening.end())
    for _ in range(_LONGEST_SUBJECT):
        if not subject:
            return None
        position = subject.end()
        last = _LAST_WORD.match(text, position)
        if last and _is_participle(text.lower(), *last.span()):
            return None if _CLAUSE_ENDS.search(text, last.end()) else last.end()
        subject = _SUBJECT_WORD.match(text, position)
    return None


# "You are done." says that you have finished; "You are done in an hour" is nobody's sentence.
_FINISHED = re.compile(r"(?:determined|done|finished|lost|set)\Z")
_PERSON = PatternBefore(r"\b(?:I|you|we|they|he|she)(?: (?:all|both))?\s", case=False)
_END = re.compile(r"\s*(?:[.,;:!?)]|$|(?:and|but|or|so|when|if|for (?:the day|now|today))\b)")


def _is_at_end(match: re.Match[str]) -> bool:
    """Return whether a person has come to an end: "when you are done"."""
    return bool(
        _FINISHED.search(match[0])
        and _PERSON.match(match.string, match.start())
        and _END.match(match.string, match.end())
    )


def _is_after_there(match: re.Match[str]) -> bool:
    """Return whether the verb belongs to "there": "there are increased risks"."""
    return match.string.endswith(("there ", "There "), 0, match.start())


def hides_helper(text: str, start: int, end: int) -> bool:
    """Return whether a passive names a deed of care, and its clause does not say who does it.

    Other passives have no doer that readers need: "is called", "is found in", "was tested".
    """
    *_, participle = WORD.findall(text, start, end)
    return (
        participle.lower() in _CARE
        and _PRESENT.match(text, start) is not None
        and not _DOER.match(text, end)
        and find_next_start(_BY, text, end) >= find_next_start(_CLAUSE_ENDS, text, end)
        and not _CAN.match(text, start)
        and find_last_end(_DEFINITION, text, start) <= find_last_end(_CLAUSE_ENDS, text, start)
    )
