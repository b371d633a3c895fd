"""Split points: where the grammar of a long English sentence lets it be cut in two."""

import re

from plainlint.model import WORD

# Subjects that show that a clause of its own begins.
_SUBJECT = (
    r"(?:I|you|he|she|it|we|they|this|that|these|those|there|the|an?|your|his|her|its|our|their|some|"
    r"many|most|people|patients|doctors|nurses)"
)
# The strongest boundaries first; each begins where the first half ends.
_BOUNDARIES = (
    re.compile(r";|\s?[\u2014]|\s[-\u2013](?=\s)"),
    re.compile(rf",\s(?:and|but|so|or|yet)\s{_SUBJECT}\b"),
    re.compile(r",\s(?:which|who|where|while|whereas|although|because|since|unless|until)\b"),
    re.compile(rf"\s(?:and|but)\s{_SUBJECT}\s\w"),
    re.compile(
        r",?\s(?:because|although|though|whereas|while|unless|until|which|when|if|so that)\b"
    ),
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# Words that each half must have.
_FEWEST = 5


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
