"""Explanations: whether a text says in words what a term means.

The patterns are those of patient leaflets. A judgement ("is a serious problem") explains nothing,
nor does a bracket that only points elsewhere ("see page 3") or gives another name.
"""

import re
from functools import lru_cache

from plainlint.glossary.name_forms import is_acronym

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
# What is in every text that _BEFORE matches, quick to look for.
_NAMING = re.compile(r"\(|called|named|term|known|referred|mean", re.IGNORECASE)
_AFTER = re.compile(
    rf"[\"\u201d]?{_TAIL}(?:"
    rf"\s?\((?!(?i:{_POINTER}))(?:[a-z]+(?!\w)|[^()]*\b[a-z]{{2,}} [a-z]{{2,}}\b)[^()]*\)"
    r"|, (?:also (?:called|known as)|meaning|that is)\b"
    rf"|, (?:which|that) (?:is|are|means?) (?!{_JUDGEMENT}|{_MANNER})"
    r"| ?[\u2014\u2013:] ?(?:an?|the|when)\b"
    # The verbs of a definition, perhaps behind an acronym in brackets.
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


@lru_cache(maxsize=1 << 14)
def is_explained(text: str, start: int, end: int) -> bool:
    """Whether the text explains the term at `start` to `end` where it stands."""
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
        or (is_acronym(text[start:end]) and _spelled_out(text, start, end))
    )


def _spelled_out(text: str, start: int, end: int) -> bool:
    """Whether an acronym is followed by its long form in brackets."""
    initial = re.escape(text[start])
    return bool(re.compile(rf" \((?i:{initial})[^()]* [^()]*\)").match(text, end))
