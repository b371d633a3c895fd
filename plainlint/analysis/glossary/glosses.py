"""Glosses: whether a phrase says what something is, or only counts, judges or points to it.

A gloss is a noun phrase of a category ("a small tube", "one type of treatment that uses light") or
a plain paraphrase ("blood poisoning", "when the body harms itself"). A number, a participle, a
pronunciation, a list, an order to the reader, an opinion and a comparison are not glosses.
"""

import re

from plainlint.analysis.glossary.gloss_words import (
    CATEGORIES,
    DEGREES,
    EVALUATIONS,
    OPINIONS,
    ORDERS,
    POINTERS,
    PRONOUNS,
    TIMES,
    VAGUE,
    WIDE,
)
from plainlint.analysis.glossary.rare_words import is_unfamiliar
from plainlint.core.caches import remember
from plainlint.languages.frequencies import UNLISTED, get_zipf_frequency

_NUMBERS = re.compile(
    r"(?:[\d<>=~≥≤±%$£€]|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|twenty|thirty|forty|fifty|hundred|thousand|half|several|both|all|some|many|most|each|every"
    r"|another|other|any)\b)",
    re.IGNORECASE,
)
_FOR_EXAMPLE = re.compile(r"(?:e\.g|i\.e|cf|viz|vs)\b", re.IGNORECASE)
_MEASURE = re.compile(r"[<>=≤≥]|\d[.,%]\d|\d ?%")
_KINDS = re.compile(
    r"(?:an?|one|any|the|another) (?:[a-z-]+ )?"
    r"(?:type|kind|form|sort|group|class|set|family|series|loss"
    r"|lack|collection|buildup|build-up|mixture|range|piece|amount|layer|part)s? of (?!your\b)[a-z]"
    r"|any (?:of (?:the|a)|[a-z-]+ (?:that|which|of|in)\b)"
    r"|(?:any|some|every)(?:thing|one|body) (?:that|which|who)\b",
    re.IGNORECASE,
)
# "noo-ROP-uh-thee", "as-SY-teez", "say: an-JY-nuh".
_SYLLABLES = re.compile(r"[A-Za-z']{1,7}(?:[-\u00b7\u2010\u2011][A-Za-z']{1,7})+")
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
# What may follow the head of a noun phrase and say more about it.
_MORE = re.compile(
    r" (?:(?:that|which|who|whose|where|when|of|to|for|in|on|from|with|by|inside|around|between"
    r"|near|under|behind|below|above|along|across|through|against|into|onto|off|at|over|during"
    r"|before|after)\b"
    r"|(?:[a-z]+ed|made|given|taken|done|known|found|put|born|held|kept|sent|worn)"
    r" (?:by|in|to|for|from|of|with|on|out|up|into|when|during|as|through|using)\b"
    r"|(?<=[a-z]{3} )(?!(?:bleeding|coating|covering|feeling|hardening|lining|narrowing|opening"
    r"|ring|screening|sling|spring|string|swelling|thickening|thing|thinning|wing)\b)"
    r"[a-z]{2,}ing (?=[a-z]))"
)
_COMPARISON = re.compile(
    r"\bthan\b|^(?:much )?the same\b|^as [a-z]+ as\b|^similar\b"
    r"|^(?:the )?(?:most|least|worst|best|only|next|last|first|second|third|other|main"
    r"|right|wrong|one|ones|latter|former)\b|^(?:the )?[a-z]+est\b(?<!chest)(?<!test)"
)
_LIST = re.compile(r"[^,]+(?:, [^,]+)+,? (?:and|or) |[^,]+, [^,]+, [^,]+$")
# "swelling of the face, lips or throat": what is listed are the places of one thing.
_PARTS = re.compile(
    r"^((?:[a-z-]+ ){1,3}(?:of|in|around|on) (?:the|your) [a-z-]+)"
    r"(?:, [a-z-]+){1,4},? (?:and|or) [a-z-]+$"
)
_ARTICLE = re.compile(r"(?:an?|the|any|your|its|his|her|their) ", re.IGNORECASE)
# "the lower, narrow end of the womb", "small, round glands"
_ADJECTIVES = re.compile(
    r"^((?:(?:an?|the) )?[a-z-]+), (?!(?:which|that|who|and|or|but|an?|the|[a-z]+ed|given)\b)"
    r"(?=[a-z-]+,? [a-z])"
)
_CLAUSE = re.compile(r"(?:when|where|what|how|why) [a-z]", re.IGNORECASE)
_PARTICIPLE = re.compile(r"[a-z]+ed|shown|given|taken|known|seen|done|found|drawn|made|used|yet")
_FEWEST_WORDS = 2
_PLAIN = 3.5


@remember(1 << 13)
def is_gloss(phrase: str) -> bool:
    """Return whether a phrase by itself tells what something is."""
    phrase = _PARTS.sub(r"\1", phrase.strip(" \"'\u201c\u201d\u2018\u2019.,;:"))
    words = [word.lower() for word in _WORD.findall(phrase)]
    if (
        not words
        or phrase.upper() == phrase
        or _FOR_EXAMPLE.match(phrase)
        or _is_pronunciation(phrase)
        or _LIST.match(phrase)
        or _MEASURE.search(phrase)
    ):
        return False
    if _CLAUSE.match(phrase) or _KINDS.match(phrase):
        return True
    if words[0] == "not":
        return len(words) > 1 and not (words[1] in EVALUATIONS or _PARTICIPLE.fullmatch(words[1]))
    if (
        _NUMBERS.match(phrase)
        or re.split("[-\u2019']", words[0])[0] in POINTERS
        or words[0] in ORDERS
        or words[0] in PRONOUNS
        or _COMPARISON.search(phrase.lower())
    ):
        return False
    return _is_plain(phrase, words)


def _is_plain(phrase: str, words: list[str]) -> bool:
    """Return whether a noun phrase is made of everyday words, and is not only a judgement."""
    content = words[1:] if _ARTICLE.match(phrase) else words
    if not content or content[0] in DEGREES:
        return False
    if phrase[0].isupper() and len(words) < _FEWEST_WORDS:
        return False
    empty = EVALUATIONS | OPINIONS | WIDE | TIMES
    if all(word in empty or _singularise(word) in empty or word.endswith("ly") for word in content):
        return False
    if len(content) == 1:
        return not (_is_adverb_or_participle(content[0]) or is_unfamiliar(content[0]))
    head, _ = split_noun_phrase(phrase)
    if _singularise(head) in OPINIONS and _singularise(head) not in CATEGORIES:
        return False
    noun = _singularise(head)
    is_known = noun in CATEGORIES or not is_unfamiliar(head)
    return is_known and any(
        get_zipf_frequency(word) >= _PLAIN and word not in EVALUATIONS for word in content
    )


def _is_adverb_or_participle(word: str) -> bool:
    return word.endswith(("ly", "ed")) and not word.endswith(("belly", "bed", "seed", "blood"))


def _is_pronunciation(phrase: str) -> bool:
    """Return whether a phrase says how a word sounds, syllable by syllable."""
    for match in _SYLLABLES.finditer(phrase):
        parts = re.split(r"[-\u00b7\u2010\u2011]", match[0])
        shouted = any(len(part) > 1 and part.isupper() for part in parts)
        if shouted and not match[0].isupper():
            return True
        if len(parts) > _FEWEST_WORDS and any(
            get_zipf_frequency(part.lower()) <= UNLISTED for part in parts
        ):
            return True
    return False


def split_noun_phrase(phrase: str) -> tuple[str, str]:
    """Return the head noun of a phrase in lower case, and what follows and says more about it.

    >>> split_noun_phrase("a small tube that keeps it open")
    ('tube', ' that keeps it open')
    """
    more = _MORE.search(phrase)
    end = more.start() if more else len(phrase)
    words = _WORD.findall(phrase[:end])
    return (words[-1].lower() if words else ""), phrase[end:]


def _singularise(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    return noun.removesuffix("s") if not noun.endswith("ss") else noun


_BREAK = re.compile(r"[,;:.?!()\u2014]| (?:and|but|or) (?=you\b|it\b|is\b|can\b|may\b)")
_ONE_OF_MANY = re.compile(r"one of (?:two|three|four|many|several|\d)")
_ONE_OF = re.compile(r"one of (?:the|our|your) ")
_TELLING = re.compile(r" (?:of|in|to) (?:(?:the|a|an|your) )?[a-z]+")


@remember(1 << 13)
def is_category(phrase: str, *, general: bool) -> bool:
    """Return whether what follows "is" or "are" defines the subject.

    Args:
        phrase: the text behind the verb, up to the end of the sentence.
        general: whether the subject is the thing in general ("a stent"), not a particular one
            ("your stent", "the stent"), about which a writer says more often how it is.
    """
    lower = phrase.strip(" \"'\u201c\u201d").lower()
    if _CLAUSE.match(lower) or _KINDS.match(lower):
        return True
    first = _BREAK.split(_ADJECTIVES.sub(r"\1 ", lower, count=1))[0]
    if _COMPARISON.search(first) or _ONE_OF_MANY.match(first):
        return False
    first = _ONE_OF.sub("a ", first)
    article = _ARTICLE.match(first)
    content = _WORD.findall(first[article.end() :] if article else first)
    if not content or content[0] == "not" or content[0] in DEGREES:
        return False
    if article is None and content[0] in POINTERS:
        return False
    head, more = split_noun_phrase(first)
    before = content[: content.index(head)] if head in content else []
    if article is None:
        return _is_bare_category(head, before, more, general=general)
    return _is_category_with_article(head, before, more, general=general)


def _is_bare_category(head: str, before: list[str], more: str, *, general: bool) -> bool:
    """Judge "treatment with drugs", "small tubes", "cells that fight germs"."""
    first = before[0] if before else head
    has_clause = re.match(r" (?:that|which)\b", more) is not None
    if has_clause and _is_category_noun(head):
        return True
    if _PARTICIPLE.fullmatch(first) or first.endswith(("ly", "ing")) or first in EVALUATIONS:
        return first in {"swelling", "bleeding", "thinning", "thickening"} and bool(more)
    if _is_category_noun(head):
        return bool(more) or (general and _is_telling(before))
    return has_clause and _is_known_noun(head)


def _is_category_with_article(head: str, before: list[str], more: str, *, general: bool) -> bool:
    """Judge "a small tube", "the outer layer of the skin", "a deadly answer to germs"."""
    noun = _singularise(head)
    if noun in TIMES:
        return False
    if _is_category_noun(head):
        return bool(more) or _is_telling(before) or (general and noun not in VAGUE)
    if noun in OPINIONS:
        is_judged = bool(before) and not _is_telling(before)
        return (
            noun in {"part", "way", "symptom"}
            and not is_judged
            and _TELLING.match(more) is not None
        )
    if noun in DEGREES | EVALUATIONS or _is_adverb_or_participle(head):
        return False
    return bool(more) or (general and _is_known_noun(noun))


def _is_category_noun(head: str) -> bool:
    noun = _singularise(head)
    return noun in CATEGORIES and noun not in OPINIONS


def _is_telling(words: list[str]) -> bool:
    """Return whether adjectives say more than an opinion: "a lung disease", "a rare disease"."""
    return any(word not in EVALUATIONS and not word.endswith("ly") for word in words)


def _is_known_noun(noun: str) -> bool:
    return noun not in OPINIONS | EVALUATIONS and not is_unfamiliar(noun)
