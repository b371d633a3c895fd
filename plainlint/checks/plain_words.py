"""plain-words: hard words that have an everyday word for the same."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from plainlint.analysis.glossary.mentions import State, first_mentions
from plainlint.analysis.glossary.model import Glossary, Term
from plainlint.analysis.glossary.plain_words import plain_forms, plain_of
from plainlint.checks import Hit
from plainlint.checks._replacing import in_the_case_of, replacement
from plainlint.document.folding import fold
from plainlint.document.model import BlockKind, Document


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
    words, plain_words = _ready(glossary, tuple(keep), *lists), plain_of(*lists)
    for mention in first_mentions(document, words):
        match, prose = mention.match, mention.block.prose
        text = prose.text[match.start : match.end]
        plain = plain_words.of(text)
        if plain and mention.state is State.NEITHER:
            said = in_the_case_of(text, plain)
            in_html = mention.block.kind is BlockKind.HTML
            fix = None if in_html else replacement(prose, match.start, match.end, said)
            values = {"text": text, "plain": said}
            yield Hit(prose.span(match.start, match.end), values, fix=fix)


@lru_cache(maxsize=8)
def _ready(
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
    forms = plain_forms(verbs, nouns, others, own)
    hard = [Term(tuple(each)) for each in forms.values()]
    known = plain_of(verbs, nouns, others, own).by_form
    names = (name for name in glossary.by_name if name not in known)
    longer = dict.fromkeys((*keep, *(name for name in names if _holds(name, known))))
    return Glossary((*hard, *(Term((name,)) for name in longer)))


def _holds(name: str, forms: Mapping[str, str]) -> bool:
    """Whether a name of several words has one of the forms, of up to three words, in it."""
    words = fold(name).split()
    places = range(len(words) if len(words) > 1 else 0)
    return any(" ".join(words[at : at + most]) in forms for at in places for most in (1, 2, 3))
