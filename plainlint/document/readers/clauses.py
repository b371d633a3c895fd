"""Distinguish clauses from fragments: a list item is a sentence with or without its full stop.

A clause has a finite verb with a subject, or an imperative with an object. The parts of a sentence
are recognised by the closed classes of English words and by their order. A word that is both a noun
and a verb is a verb only where an object follows: "treats the pain".
"""

import re
from collections.abc import Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from plainlint.core.caches import remember

# A shorter text is a label even if it has a verb.
MINIMUM_WORDS = 4
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# What divides a text into parts that may be clauses of their own.
_PART_END = re.compile(r"[.!?;:\u2026]+(?=\W|$)|\s[\u2013\u2014-]\s|\u2014|\n")
# What is no article: grade "A" milk, vitamin A.
_NAME = re.compile(r"[\"\u201c][\w ]{1,40}[\"\u201d]|(?<=[a-z\d] )A\b")
_TOKEN = re.compile(r"[^\W_][\w'-]*|,")
_GERUND = re.compile(r".*[aeiouy].*ing")
# A past form or a participle, unlike "need" and "shed".
_PAST = re.compile(r".*[aeiouy].*[^e]ed")
# A plural, a possessive or the third person of a verb, unlike "press" and "focus".
_ENDING_S = re.compile(r".+[^su'i]s")
_COMMA = frozenset(",")
_ADVERB = re.compile(r".{2,}[^p]ly")
# The letter of a note before its text: "aAdapted".
_NOTE_LETTER = re.compile(r"^[a-z](?=[A-Z])")


class _Words(NamedTuple):
    """The classes of words that clause_words.txt explains, and some that follow from them."""

    subjects: frozenset[str]
    objects: frozenset[str]
    articles: frozenset[str]
    frequency: frozenset[str]
    rates: frozenset[str]
    auxiliaries: frozenset[str]
    modals: frozenset[str]
    have: frozenset[str]
    prepositions: frozenset[str]
    subordinators: frozenset[str]
    questions: frozenset[str]
    relatives: frozenset[str]
    conjunctions: frozenset[str]
    adverbs: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]
    imperatives: frozenset[str]
    particles: frozenset[str]
    openers: frozenset[str]
    finite: frozenset[str]
    # Verbs that are finite behind a noun.
    predicates: frozenset[str]
    # Verbs before the main one of a group: "has not been seen".
    helpers: frozenset[str]
    # Words that are never a verb.
    other: frozenset[str]
    # Words after which a noun follows, not a verb.
    before_noun: frozenset[str]
    # Words that do not follow a modal verb or the subject of a clause.
    no_predicate: frozenset[str]
    # Words before a subject pronoun that does not describe the noun before it.
    before_subject: frozenset[str]


@remember(None)
def _read_words() -> _Words:
    text = Path(__file__).with_name("clause_words.txt").read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    sections = {
        name: frozenset(body.split())
        for name, body in re.findall(r"^\[(.+)\]\n([^\[]*)", lines, re.MULTILINE)
    }
    unite = partial(_unite, sections)
    return _Words(
        **sections,
        predicates=unite("verbs", "finite").union(map(_inflect, sections["verbs"])),
        helpers=unite("auxiliaries", "have"),
        other=unite(
            *("subjects", "objects", "articles", "prepositions", "subordinators", "conjunctions"),
            *("adverbs", "nouns", "auxiliaries"),
        ),
        before_noun=unite("objects", "articles", "prepositions"),
        no_predicate=unite(
            "prepositions", "conjunctions", "objects", "articles", "subordinators"
        ).union(",", [""]),
        before_subject=unite(
            "conjunctions", "subordinators", "adverbs", "auxiliaries", "verbs"
        ).union(","),
    )


def _unite(sections: dict[str, frozenset[str]], *names: str) -> frozenset[str]:
    return frozenset(chain.from_iterable(sections[name] for name in names))


def _inflect(verb: str) -> str:
    """Return the third person of a verb."""
    if verb.endswith(("s", "sh", "ch", "x", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb[-1] == "y" and verb[-2] not in "aeiou" else f"{verb}s"


@remember(1 << 12)
def is_clause(text: str) -> bool:
    """Return whether a text, or a part of it between stops or dashes, is a whole clause."""
    words = _read_words()
    return any(
        len(tokens) >= MINIMUM_WORDS and _is_clause(tokens, words) for tokens in _split_parts(text)
    )


@remember(1 << 12)
def has_subject_and_verb(text: str) -> bool:
    """Return whether a text begins with a clause that has a subject of its own."""
    words = _read_words()
    tokens = next(filter(None, _split_parts(text)), [])
    is_opened = tokens and tokens[0] in words.no_predicate - words.objects - words.articles
    if "," in tokens:
        tokens = tokens[: tokens.index(",")]
    return not is_opened and _has_finite_verb(tokens, words)


def _split_parts(text: str) -> list[list[str]]:
    flat = _BRACKETS.sub(" ", _NAME.sub("name", text.replace("\u2019", "'")))
    flat = _NOTE_LETTER.sub("", flat).lower()
    return list(map(_TOKEN.findall, _PART_END.split(flat)))


def _is_clause(tokens: Sequence[str], words: _Words) -> bool:
    start = 0
    while start < len(tokens) and (
        tokens[start] in words.openers
        or tokens[start] == ","
        or (_ADVERB.fullmatch(tokens[start]) and tokens[start] not in words.verbs)
    ):
        start += 1
    tokens = tokens[start:]
    if len(tokens) <= 1:
        return False
    first, second = tokens[0], tokens[1]
    if first in words.questions and (second in words.auxiliaries or second in words.have):
        return True
    if first in words.prepositions and _has_finite_verb(tokens, words):
        return True
    if first in words.subordinators or first in words.prepositions:
        return any(
            # "If it hurts, rest" can't be a noun.
            _is_main_clause(rest, words) or (len(rest) > 1 and rest[0] in words.imperatives)
            for rest in (tokens[end + 1 :] for end, word in enumerate(tokens) if word == ",")
        )
    return _is_main_clause(tokens, words)


def _is_main_clause(tokens: Sequence[str], words: _Words) -> bool:
    if len(tokens) <= 1 or tokens[0] in words.conjunctions or tokens[0] in words.subordinators:
        return False
    return _is_imperative(tokens, words) or _has_finite_verb(tokens, words)


def _is_imperative(tokens: Sequence[str], words: _Words) -> bool:
    """Return whether the tokens open with an imperative, or with the verb of a question."""
    first, second = tokens[0], tokens[1]
    if first == "don't" or (first == "do" and second == "not"):
        return True
    if (first in words.auxiliaries or first in words.have) and second in words.subjects:
        return True
    if first in words.verbs:
        return second not in words.conjunctions and second != ","
    if first in words.imperatives or first in words.have:
        return (
            second in words.particles
            or second in words.before_noun - words.prepositions
            or second not in words.no_predicate
        )
    return (
        _can_be_verb(first, words)
        and not _ENDING_S.fullmatch(first)
        and not _PAST.fullmatch(first)
        and _opens_object(tokens, 1, words)
    )


def _can_be_verb(token: str, words: _Words) -> bool:
    return (
        token.isalpha()
        and token not in words.other
        and not _GERUND.fullmatch(token)
        and not _ADVERB.fullmatch(token)
    )


def _opens_object(tokens: Sequence[str], index: int, words: _Words) -> bool:
    """Return whether an object begins at `index`, and not a rate such as "a day"."""
    following = tokens[index + 1] if index + 1 < len(tokens) else ""
    return tokens[index] in words.objects or (
        tokens[index] in words.articles
        and following not in words.no_predicate
        and following not in words.rates
    )


def _has_finite_verb(tokens: Sequence[str], words: _Words) -> bool:
    """Return whether a finite verb has a subject before it and is not in a subordinate clause."""
    return _VerbFinder(tokens, words).find_main_verb()


class _VerbFinder:
    """One pass over the tokens of a text without stops."""

    def __init__(self, tokens: Sequence[str], words: _Words) -> None:
        # The empty token at the end saves tests.
        self.tokens = [*tokens, ""]
        self.words = words
        # The token before, and the nearest one that is not an adverb.
        self.before = self.nearest = ""
        # The subordinate clauses that are open and have no verb yet.
        self.pending = 0
        # Whether the next verb is that of "pain that goes away".
        self.is_relative = False
        # Whether a verb after "and" is an infinitive, as in "ways to find and treat it".
        self.is_infinite = False

    def find_main_verb(self) -> bool:
        """Return whether there is a finite verb of the main clause."""
        for index, token in enumerate(self.tokens[:-1]):
            if token in _COMMA:
                self.is_relative = self.is_infinite = False
            elif index and self._opens_clause(index):
                self._open_clause(index)
            elif token in self.words.subjects:
                if not self.pending and self._has_predicate(index):
                    return True
            elif self._is_infinitive(token):
                self.is_infinite = True
            elif (
                index
                and not (self.is_relative and self.nearest in self.words.relatives)
                and self._is_finite(index)
            ):
                if not self.pending:
                    return True
                self.pending -= 1
            self.before = token
            if not _is_adverb(token, self.words):
                self.nearest = token
        return False

    def _opens_clause(self, index: int) -> bool:
        """Return whether a subordinate clause opens here."""
        words, token, after = self.words, self.tokens[index], self.tokens[index + 1]
        if token in words.subordinators:
            # "after you eat", unlike "after the meal"
            return token not in words.prepositions or after in words.subjects
        if token in words.subjects:
            # "the pills you take"
            return not (self.before in words.before_subject or _is_adverb(self.before, words))
        # "the pills your doctor gave you"
        return (
            token in words.objects
            and index > 1
            and self.tokens[index - 2] in words.before_noun - words.prepositions
            and self.before not in words.before_subject | words.prepositions | words.rates
        )

    def _open_clause(self, index: int) -> None:
        words, after = self.words, self.tokens[index + 1]
        if (
            self.tokens[index] in words.relatives
            and after not in words.before_noun | words.subjects
        ):
            self.is_relative = True
        else:
            self.pending += 1

    def _has_predicate(self, index: int) -> bool:
        return "'" in self.tokens[index] or self.tokens[index + 1] not in self.words.no_predicate

    def _is_infinitive(self, token: str) -> bool:
        is_joined = self.is_infinite and self.before in self.words.conjunctions
        return self.before == "to" or is_joined or _GERUND.fullmatch(token) is not None

    def _is_finite(self, index: int) -> bool:
        words, token, after = self.words, self.tokens[index], self.tokens[index + 1]
        before = self.nearest
        # A verb after "and" has the subject of the verb before it.
        if not after or before == "," or before in words.conjunctions or before in words.helpers:
            return False
        if token in words.modals:
            return before not in words.before_noun and after not in words.no_predicate
        if token in words.auxiliaries:
            return True
        if before in words.before_noun:
            return False
        if token in words.have:
            return True
        if self.before in words.frequency and index > 1:
            return _can_be_verb(token, words) and not _PAST.fullmatch(token)
        if token in words.predicates:
            return after != "," and after not in words.conjunctions
        return (
            _can_be_verb(token, words)
            and not before.isdecimal()
            and (_opens_object(self.tokens, index + 1, words) or self._is_past(token, after))
        )

    def _is_past(self, token: str, after: str) -> bool:
        """Distinguish "the trials showed that" from the participle of "the trials shown above"."""
        return _PAST.fullmatch(token) is not None and (
            after == "that"
            or (
                _ENDING_S.fullmatch(self.nearest) is not None
                and after not in self.words.no_predicate
                and not _is_adverb(after, self.words)
            )
        )


def _is_adverb(token: str, words: _Words) -> bool:
    return token in words.adverbs or _ADVERB.fullmatch(token) is not None
