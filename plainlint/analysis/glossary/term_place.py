"""The place of a term in a text, as definitions look at it."""

import re
from typing import NamedTuple

from plainlint.languages.en.familiarity import iter_stems

# Nouns that go with the term: "metastatic breast cancer (it has spread)".
TAIL = (
    r"(?: (?!(?:of|in|on|at|by|to|for|from|with|after|before|during|and|or|but|as|if|when|who|which"
    r"|that|is|are|was|can|may|will|has|have|the|an?)\b)[\w-]+){0,3}"
)
QUOTE = r"[\"\u201d\u2019]?"
_CLAUSE_ENDS = re.compile(r"[.?!:;]\s")
MOST_BEFORE = 200


class TermPlace(NamedTuple):
    """A term in a text, from `start` to `end`.

    `plain` has plain words for it, if any are known, `before` the text before it in its clause.
    """

    text: str
    start: int
    end: int
    plain: str
    before: str

    @property
    def term(self) -> str:
        """The term as written."""
        return self.text[self.start : self.end]

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


def find_term_place(text: str, start: int, end: int, plain: str) -> TermPlace:
    """Return the place of a term, with the text before it in its clause."""
    before = _CLAUSE_ENDS.split(text[max(0, start - MOST_BEFORE) : start])[-1]
    return TermPlace(text, start, end, plain, before)


def share_word(phrase: str, plain: str) -> bool:
    """Return whether two phrases share a word of content, or forms of one."""
    return bool(_stem_words(phrase) & _stem_words(plain))


_SHORTEST_CONTENT = 4


def _stem_words(phrase: str) -> set[str]:
    words = re.findall(r"[a-z]{4,}", phrase.lower())
    return {
        stem
        for word in words
        for stem in (word, *iter_stems(word))
        if len(stem) >= _SHORTEST_CONTENT
    }
