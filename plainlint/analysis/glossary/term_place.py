"""The place of a term in a text, as definitions look at it."""

import re
from typing import NamedTuple

# Nouns that go with the term: "metastatic breast cancer (it has spread)".
TAIL = (
    r"(?: (?!(?:of|in|on|at|by|to|for|from|with|after|before|during|and|or|but|as|if|when|who|which"
    r"|that|is|are|was|can|may|will|has|have|the|an?)\b)[\w-]+){0,3}"
)
QUOTE = r"[\"\u201d\u2019]?"
_CLAUSE_ENDS = re.compile(r"[.?!:;]\s")
MOST_BEFORE = 200


class TermPlace(NamedTuple):
    """A term in a text: what is before it in its clause, and what follows in its sentence."""

    text: str
    start: int
    end: int
    plain: str

    @property
    def term(self) -> str:
        """The term as written."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The text before the term in its clause."""
        return _CLAUSE_ENDS.split(self.text[max(0, self.start - MOST_BEFORE) : self.start])[-1]

    @property
    def is_general(self) -> bool:
        """Whether the term is meant in general ("a stent"), not one of them ("your stent")."""
        opening = self.before.strip(' "\u201c*-').lower()
        return not opening or bool(
            re.fullmatch(r"(?:an?|most|many|all|some)?(?: ?[a-z-]+){0,2}", opening)
            and not re.match(
                r"(?:the|this|that|these|those|your|his|her|my|our|their|its)\b", opening
            )
        )
