"""The words around a place in a text, and what they say about the word there."""

import re
from typing import NamedTuple

from plainlint.languages.base import WordClass
from plainlint.languages.en.word_classes import is_of_class


def split_words(words: str) -> frozenset[str]:
    """Return the words of a text that lists them."""
    return frozenset(words.split())


_TOKEN = re.compile(r"[\w%]+(?:['\u2019-]\w+)*|[^\w\s]")
_REACH = 160
_CLOSED: tuple[WordClass, ...] = (
    "be",
    "have",
    "modal",
    "pronoun",
    "determiner",
    "preposition",
    "conjunction",
    "adverb",
    "number",
)
_ALSO_CLOSED = split_words("""
    do does did don't doesn't didn't done to not please let let's there ago etc e.g i.e vs
""")
_BE = split_words("""
    it's that's there's he's she's what's who's you're they're we're i'm get gets got
    getting
""")
_HAVE = split_words("i've you've we've they've")
# "15 mm or more constituted": these stand alone, too.
_COMPARING = frozenset({"more", "most"})
_POSSESSIVES = split_words("my your his her its our their whose")
_ARTICLES = frozenset({"a", "an"})


class WordContext(NamedTuple):
    """The tokens of the clause before and after a word, in lower case; punctuation is a token.

    `before` ends next to the word, `after` begins next to it. `opening` is the first token of the
    sentence.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    opening: str

    @property
    def previous(self) -> str:
        """The token before the word; empty at the start of a clause."""
        return self.before[-1] if self.before else ""

    @property
    def next(self) -> str:
        """The token after the word; empty at the end of a sentence."""
        return self.after[0] if self.after else ""

    @property
    def governor(self) -> str:
        """The token before the word and the adverbs that go with it."""
        return next((token for token in reversed(self.before) if not is_adverb(token)), "")

    @property
    def is_clause_start(self) -> bool:
        """Whether nothing of the clause is before the word."""
        return not is_word(self.previous)

    @property
    def has_noun_after(self) -> bool:
        """Whether a word that is not a function word follows, as a noun does after an adjective."""
        return is_open(self.next)

    @property
    def is_predicate(self) -> bool:
        """Whether a form of "be" governs the word."""
        return is_be(self.governor) or self.governor in _LINKING

    @property
    def is_after_article(self) -> bool:
        """Whether "a" or "an" is right before the word."""
        return self.previous in _ARTICLES


_LINKING = split_words("""
    become becomes became becoming feel feels felt look looks looked remain remains
    remained seem seems seemed stay stays stayed
""")


def read_context(text: str, start: int, end: int) -> WordContext:
    """Return the context of a range of a text (code points)."""
    before = text[max(0, start - _REACH) : start]
    after = text[end : end + _REACH]
    ends = [match.end() for match in re.finditer(r"[.!?]\s|\n|[:;\u2022\ufffc]", before)]
    before = before[ends[-1] :] if ends else before
    stop = re.search(r"[.!?](?:\s|$)|\n", after)
    after = after[: stop.start()] if stop else after
    tokens = tuple(_normalise(token) for token in _TOKEN.findall(before))
    return WordContext(
        tokens, tuple(map(_normalise, _TOKEN.findall(after))), next(iter(tokens), "")
    )


def _normalise(token: str) -> str:
    return token.lower().replace("\u2019", "'")


_MORE_ADVERBS = split_words("""
    not early far much well best better all both first later
""")


def is_word(token: str) -> bool:
    """Return whether a token is a word or a number, not a sign."""
    return token[:1].isalnum()


def is_adverb(token: str) -> bool:
    """Return whether a token is an adverb, by list or ending, or "not"."""
    return token in _MORE_ADVERBS or is_of_class(token, "adverb") if token else False


def is_open(token: str) -> bool:
    """Return whether a token is a noun, a verb or an adjective, and not a function word."""
    return (
        is_word(token)
        and not token[0].isdigit()
        and token not in _ALSO_CLOSED
        and token not in _MORE_ADVERBS
        and token not in _BE
        and token not in _HAVE
        and not any(is_of_class(token, word_class) for word_class in _CLOSED)
    )


def is_be(token: str) -> bool:
    """Return whether a token is a form of "be", or of "get" before a participle."""
    return token in _BE or is_of_class(token, "be") if token else False


def is_have(token: str) -> bool:
    """Return whether a token is a form of "have"."""
    return token in _HAVE or is_of_class(token, "have") if token else False


def is_determiner(token: str) -> bool:
    """Return whether a token opens a noun phrase: an article, a possessive, a number, "some"."""
    return bool(token) and (
        (is_of_class(token, "determiner") and token not in _COMPARING)
        or is_of_class(token, "number")
        or token.endswith("'s")
    )


def is_possessive(token: str) -> bool:
    """Return whether a token says whose: "your", "the child's"."""
    return token in _POSSESSIVES or token.endswith(("'s", "s'"))
