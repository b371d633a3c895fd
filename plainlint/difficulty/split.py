"""Split points: where the grammar of a long English sentence lets it be cut in two."""

import re
from functools import lru_cache

from plainlint.document.model import WORD

# Subjects that show that a clause of its own begins; a noun does if its verb follows soon.
_PRONOUN = r"(?:I|you|he|she|it|we|they|there)"
_VERB = r"(?:is|are|was|were|has|have|had|may|might|can|could|will|would|should|must|do|does|did)"
_NOUN = (
    r"(?:the|an?|your|his|her|its|our|their|this|that|these|those|some|many|most|people|patients)"
    rf"(?=(?:\s[\w-]+){{1,4}}?\s{_VERB}\b)"
)
_SUBJECT = rf"(?:{_PRONOUN}\b|{_NOUN})"
# The strongest boundaries first; each begins where the first half ends.
_BOUNDARIES = (
    re.compile(r";(?=\s)"),
    re.compile(rf",\s(?:and|but|so|yet)\s{_SUBJECT}"),
    re.compile(r",\s(?:which|who|where|while|whereas|although|because|since|unless|until)\b"),
    re.compile(rf"\s(?:and|but)\s{_PRONOUN}\s\w"),
    re.compile(
        r",?\s(?:because|although|though|whereas|while|unless|until|which|when|if|so that)\b"
    ),
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# Words that each half must have.
_FEWEST = 5


@lru_cache(maxsize=1 << 12)
def split_point(text: str) -> int | None:
    """Where the first of two sentences could end (a code point), or None if nowhere.

    Of the boundaries of the strongest kind that there is, it is the one nearest to the middle.
    """
    inside = [match.span() for match in _BRACKETS.finditer(text)]
    middle = len(text) / 2
    for boundary in _BOUNDARIES:
        ends = [
            match.start()
            for match in boundary.finditer(text)
            if not any(start < match.start() < end for start, end in inside)
            and len(WORD.findall(text[: match.start()])) >= _FEWEST
            and len(WORD.findall(text[match.start() :])) >= _FEWEST
        ]
        if ends:
            return min(ends, key=lambda end: abs(end - middle))
    return None
