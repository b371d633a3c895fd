"""Passive verbs of English: a form of "be" or "get" and a participle."""

import re

from plainlint.analysis.difficulty.factors import PASSIVE, Factor, Factors
from plainlint.core.nearby import PatternBefore, find_last_end, find_next_start
from plainlint.document.model import WORD

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
_STATES = (
    r"accustomed|addicted|advanced|aged|allied|amazed|annoyed|ashamed|blessed|bloated|bored|"
    r"closed|committed|complicated|concerned|confined|confused|constipated|convinced|crooked|"
    r"crowded|dedicated|dehydrated|delighted|depressed|detached|devoted|disabled|disappointed|"
    r"disinclined|distinguished|distressed|dressed|educated|elevated|embarrassed|enlarged|"
    r"excited|exhausted|experienced|fascinated|frightened|frustrated|gifted|hundred|inclined|"
    r"inflamed|infrared|interested|involved|irritated|jagged|limited|located|married|"
    r"motivated|naked|obsessed|outdated|overwhelmed|pleased|puzzled|qualified|ragged|related|"
    r"relaxed|relieved|rested|retired|satisfied|scared|self-employed|shaped|shocked|sized|"
    r"skilled|sophisticated|stressed|supposed|surprised|talented|thrilled|tired|varied|"
    r"worried|attached to|determined (?:not )?to|done with|"
    r"engaged(?! by\b)|entitled to|opposed to|prepared (?:for|to)|un(?!der|i)\w+ed|"
    r"used to (?:the|an?|my|your|his|her|its|our|their|it|this|that|these|those|\w+ing)"
)
_PARTICIPLE = rf"(?!(?:{_STATES})\b)(?:\w{{2,}}[^\We]ed|{IRREGULAR})\b(?!-)"
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
# Single words first: `re` finds them fast.
_BE = (
    r"\b(?:is|are|was|were|[Bb]e(?:en|ing)?|am|[Gg][eo]t(?:s|ting)?(?! (?:started|used to)\b))"
    r"(?:n['\u2019\u2018]t)?\b"
)
_SHORT_BE = r"(?:['\u2019\u2018](?:re|m)|(?<=\b[Ii]t)['\u2019\u2018]s)\b"
_PASSIVE = re.compile(rf"{_BE}{_BETWEEN}\s{_PARTICIPLE}")
_SHORTENED = re.compile(rf"{_SHORT_BE}{_BETWEEN}\s{_PARTICIPLE}")
# What staff do to the readers of a page, or ask of them. In the past tense it is what they did to
# others, in a study.
_CARE = """
    advised asked attached checked cleaned discharged drained drawn examined fitted given
    implanted informed injected inserted instructed lifted monitored moved numbed placed
    positioned prescribed pumped put referred reminded removed replaced scanned sedated sent
    shaved stitched stretched threaded told transferred transplanted vaccinated warned washed
    weighed
"""
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
    r"^(?:(?:when|where|why|how|who)(?: (?:long|much|many|often|soon|else))? )?"
    rf"(?:is|are|was|were) (?!there\b)(?:[\w\u2019'-]+ ){{1,5}}?{_PARTICIPLE}(?=[^,;:]*\?$)",
    re.IGNORECASE,
)


def find_passives(text: str, language: str) -> Factors:
    """Yield each passive verb, from its "be" to its participle; English only.

    A second participle after the same "be" is part of the first passive. Participles without a
    "be" ("the drug given to you") are ignored.
    """
    if language != "en":
        return
    spans = [
        match.span()
        for match in _PASSIVE.finditer(text)
        if not (_is_after_there(match) or _is_at_end(match))
    ]
    if "'" in text or "\u2019" in text or "\u2018" in text:
        spans = sorted([*spans, *(match.span() for match in _SHORTENED.finditer(text))])
    if text.endswith("?") and (question := _QUESTION.match(text)):
        start, end = question.span()
        if all(end < first or last <= start for first, last in spans):
            spans.insert(0, (start, end))
    for start, end in spans:
        yield Factor(PASSIVE, start, end, 1.0)


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
        participle.lower() in _CARE.split()
        and _PRESENT.match(text, start) is not None
        and not _DOER.match(text, end)
        and find_next_start(_BY, text, end) >= find_next_start(_CLAUSE_ENDS, text, end)
        and not _CAN.match(text, start)
        and find_last_end(_DEFINITION, text, start) <= find_last_end(_CLAUSE_ENDS, text, start)
    )
