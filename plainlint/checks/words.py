"""plain-words: hard words that have an everyday word for the same."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from plainlint.analysis.glossary.mentions import MentionState, find_first_mentions
from plainlint.analysis.glossary.model import Glossary, Term
from plainlint.analysis.glossary.plain_words import get_plain_words, map_plain_forms
from plainlint.checks import Hit, check
from plainlint.core.diagnostics import Edit, Fix
from plainlint.document.folding import fold
from plainlint.document.model import BlockKind, Document
from plainlint.document.visible_text import VisibleText
from plainlint.document.word_index import WordMatch

# Several words, or words about them: a person has to choose.
_CHOICE = re.compile(r"\bor\b|[,;()]")
_VOWEL_SOUND = re.compile(r"(?!uni|us[aeiu]|eu|one\b)[aeiou]|hour|honest", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)([Aa])n? $")


def copy_capital(text: str, words: str) -> str:
    """`words` with a capital if `text` begins with one."""
    return words[0].upper() + words[1:] if words and text[0].isupper() else words


def make_replacement(prose: VisibleText, start: int, end: int, words: str) -> Fix | None:
    """`words` in the place of a visible range, with the article they need.

    None where there is a choice, or markup inside the range.
    """
    if not words or _CHOICE.search(words):
        return None
    text = prose.text[start:end]
    if article := _ARTICLE.search(prose.text[max(0, start - 4) : start]):
        fitting = "an" if _VOWEL_SOUND.match(words) else "a"
        start -= len(article[0])
        words = f"{article[1][0]}{fitting[1:]} {words}"
    span = prose.get_span(start, end)
    if span.end - span.start != end - start:
        return None
    return Fix(f"say '{words}' for '{text}'", (Edit(span, words),), safe=False)


@check
def word_list(found: WordMatch, words: list[str]) -> Iterator[Hit]:
    """Words and phrases to avoid.

    They are found in any case, as whole words.

    Args:
        words: words and phrases.

    Message:
        text: the word as it stands there.
        word: the word as it is listed.

    Example:
        words: [non-compliant, failed]
        ---
        The treatment «failed».
    """
    if found.literal in words:
        yield Hit(found.span, {"text": found.text, "word": found.literal})


@check
def substitution(found: WordMatch, swap: Mapping[str, str]) -> Iterator[Hit]:
    """Words and phrases that have better ones.

    They are found in any case, as whole words. A fix is offered where there is one way to say it.

    Args:
        swap: words, each with what to say.

    Message:
        text: the word as it stands there.
        better: what to say.

    Example:
        swap: {utilise: use}
        ---
        «Utilise» soap.
    """
    better = swap.get(found.literal, "")
    if found.text.lower() != better.lower():
        better = copy_capital(found.text, better)
        passage = found.passage
        at = passage.start
        fix = make_replacement(passage.prose, at + found.start, at + found.end, better)
        yield Hit(found.span, {"text": found.text, "better": better}, fix=fix)


@check
def plain_words(
    document: Document,
    glossary: Glossary,
    verbs: str,
    nouns: str,
    others: str,
    keep: list[str],
    own: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Hit]:
    """The first mention of each hard word, unless it is linked or explained there.

    Args:
        verbs: lines of `hard: plain`; all regular forms are found.
        nouns: the same for nouns.
        others: the same for words that have one form.
        keep: longer names that are right as they are.
        own: further words, or another plain word for one; an empty plain word takes it out.

    Message:
        text: the hard word.
        plain: what to say.
    """
    lists = (verbs, nouns, others, tuple(own.items()))
    words, plain_words = (
        _build_search_glossary(glossary, tuple(keep), *lists),
        get_plain_words(*lists),
    )
    for mention in find_first_mentions(document, words):
        match, prose = mention.match, mention.block.prose
        text = prose.text[match.start : match.end]
        plain = plain_words.find(text)
        if plain and mention.state is MentionState.NEITHER:
            said = copy_capital(text, plain)
            in_html = mention.block.kind is BlockKind.HTML
            fix = None if in_html else make_replacement(prose, match.start, match.end, said)
            values = {"text": text, "plain": said}
            yield Hit(prose.get_span(match.start, match.end), values, fix=fix)


@lru_cache(maxsize=8)
def _build_search_glossary(
    glossary: Glossary,
    keep: tuple[str, ...],
    verbs: str,
    nouns: str,
    others: str,
    own: tuple[tuple[str, str], ...],
) -> Glossary:
    """What to look for: the forms of each hard word.

    Terms that a hard word is part of are looked for too, so that they are found in its place.
    """
    forms = map_plain_forms(verbs, nouns, others, own)
    hard = [Term(tuple(each)) for each in forms.values()]
    known = get_plain_words(verbs, nouns, others, own).by_form
    names = (name for name in glossary.by_name if name not in known)
    longer = dict.fromkeys((*keep, *(name for name in names if _has_form(name, known))))
    return Glossary((*hard, *(Term((name,)) for name in longer)))


def _has_form(name: str, forms: Mapping[str, str]) -> bool:
    """Whether a name of several words has one of the forms, of up to three words, in it."""
    words = fold(name).split()
    places = range(len(words) if len(words) > 1 else 0)
    return any(" ".join(words[at : at + most]) in forms for at in places for most in (1, 2, 3))
