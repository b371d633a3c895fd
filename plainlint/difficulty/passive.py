"""Passive verbs of English: a form of "be" or "get" and a participle."""

import re

from plainlint.difficulty.causes import PASSIVE, Cause, Causes

IRREGULAR = (
    "given|taken|seen|done|made|found|shown|known|used|put|cut|sent|told|kept|held|left|brought|"
    "begun|broken|chosen|drawn|driven|eaten|fed|felt|grown|heard|hit|hurt|laid|led|lost|meant|met|paid|"
    "read|run|sewn|shed|shot|shut|split|spread|stopped|stuck|swollen|taught|thought|thrown|torn|"
    "understood|withdrawn|worn|written|built|bought|caught|dealt|fallen|forgotten|frozen|hidden|"
    "spoken|spent|set|overcome|undergone|withheld|undertaken|proven"
)
# Participles that say how something is, not what is done to it.
_STATES = (
    "tired|worried|scared|interested|pleased|bored|excited|confused|married|retired|located|limited|"
    "related|concerned|advanced|aged|experienced|surprised|depressed|embarrassed|relieved|"
    "frightened|prepared|supposed|allowed|ashamed|hundred|crowded"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|am|get|gets|got|getting)"
    # Adverbs, signs and asides between the two leave the verb passive.
    r"(?:\s(?:not|also|often|never|always|still|only|then|now|so|\w+ly)"
    r"|\s?(?:[,;\u2013\u2014]|\([^()]*\)|\[[^\[\]]*\])){0,3}"
    rf"\s(?!(?:{_STATES})\b)(?:\w{{2,}}[^\We]ed|{IRREGULAR})\b"
)


def passive(text: str, language: str) -> Causes:
    """Each passive verb, from its "be" to its participle; none in other languages."""
    if language == "en":
        for match in _PASSIVE.finditer(text):
            yield Cause(PASSIVE, *match.span(), 1.0)
