"""Checks of words: words to avoid, and words to replace with better or plainer ones."""

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from plainlint.analysis.glossary.mentions import MentionState, find_first_mentions
from plainlint.analysis.glossary.model import Glossary, Term
from plainlint.analysis.glossary.plain_words import get_plain_words, map_plain_forms
from plainlint.analysis.people import is_about_person
from plainlint.checks import Hit, check
from plainlint.core.caches import remember
from plainlint.core.diagnostics import Edit, Fix
from plainlint.document.folding import fold
from plainlint.document.model import BlockKind, Document
from plainlint.document.visible_text import VisibleText
from plainlint.document.word_index import WordMatch

# A replacement with alternatives or remarks: a person has to choose.
_CHOICE = re.compile(r"\bor\b|[,;()]")
_VOWEL_SOUND = re.compile(r"(?!uni|us[aeiu]|eu|one\b)[aeiou]|hour|honest", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)([Aa])n? $")


def copy_capital(text: str, words: str) -> str:
    """Return `words` with a capital if `text` begins with one."""
    return words[0].upper() + words[1:] if words and text[0].isupper() else words


def make_replacement(prose: VisibleText, start: int, end: int, words: str) -> Fix | None:
    """Return a fix that replaces a visible range with `words`, and corrects the article before.

    Return None if there is a choice of words, or markup inside the range.
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
def word_list(match: WordMatch, *, words: list[str]) -> Iterator[Hit]:
    """Report words and phrases to avoid.

    They match as whole words, in any case.

    Args:
        words: words and phrases.

    Message:
        text: the word as written there.
        word: the word as listed.

    Example:
        words: [non-compliant, failed]
        ---
        The treatment «failed».
    """
    if match.literal in words:
        yield Hit(match.span, {"text": match.text, "word": match.literal})


@check
def substitution(
    match: WordMatch, *, swap: Mapping[str, str], of_people: Collection[str] = ()
) -> Iterator[Hit]:
    """Report words and phrases that have better ones.

    They match as whole words, in any case. There is a fix if there is only one better word.

    Args:
        swap: words, each with the better word.
        of_people: those of them that are verbs, and count only where a person is the subject or an
            illness the object.

    Message:
        text: the word as written there.
        better: the better word.

    Example:
        swap: {utilise: use}
        ---
        «Utilise» soap.
    """
    better, passage = swap.get(match.literal, ""), match.passage
    start, end = passage.start + match.start, passage.start + match.end
    if match.literal in of_people and not is_about_person(passage.prose.text, start, end):
        return
    if match.text.lower() != better.lower():
        better = copy_capital(match.text, better)
        fix = make_replacement(passage.prose, start, end, better)
        yield Hit(match.span, {"text": match.text, "better": better}, fix=fix)


@check
def plain_words(
    document: Document,
    glossary: Glossary,
    *,
    verbs: str,
    nouns: str,
    others: str,
    keep: list[str],
    own: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Hit]:
    """Report the first mention of each hard word, unless it is linked or explained there.

    Args:
        verbs: lines of `hard: plain`; all regular forms of the hard word match.
        nouns: the same for nouns.
        others: the same for words with only one form.
        keep: longer names that are right as they are.
        own: more words, or another plain word for one; an empty plain word removes the hard word.

    Message:
        text: the hard word.
        plain: the plain word.
    """
    lists = (verbs, nouns, others, tuple(own.items()))
    search_glossary = _build_search_glossary(glossary, tuple(keep), *lists)
    plain_words = get_plain_words(*lists)
    for mention in find_first_mentions(document, search_glossary, any_sense=True):
        match, prose = mention.match, mention.block.prose
        text = prose.text[match.start : match.end]
        plain = plain_words.find(text)
        if plain and mention.state is MentionState.NEITHER:
            plain = copy_capital(text, plain)
            in_html = mention.block.kind is BlockKind.HTML
            fix = None if in_html else make_replacement(prose, match.start, match.end, plain)
            values = {"text": text, "plain": plain}
            yield Hit(prose.get_span(match.start, match.end), values, fix=fix)


@remember(8)
def _build_search_glossary(
    glossary: Glossary,
    keep: tuple[str, ...],
    verbs: str,
    nouns: str,
    others: str,
    own: tuple[tuple[str, str], ...],
) -> Glossary:
    """Return a glossary of the forms of each hard word.

    Longer terms that contain a hard word are included, so that they match in its place.
    """
    forms = map_plain_forms(verbs, nouns, others, own)
    hard_words = [Term(tuple(plain_by_form)) for plain_by_form in forms.values()]
    plain_by_form = get_plain_words(verbs, nouns, others, own).by_form
    names = (name for name in glossary.by_name if name not in plain_by_form)
    longer = dict.fromkeys((*keep, *(name for name in names if _has_form(name, plain_by_form))))
    return Glossary((*hard_words, *(Term((name,)) for name in longer)))


def _has_form(name: str, forms: Mapping[str, str]) -> bool:
    """Return whether a name of several words contains one of the forms, of up to three words."""
    words = fold(name).split()
    starts = range(len(words) if len(words) > 1 else 0)
    return any(" ".join(words[i : i + count]) in forms for i in starts for count in (1, 2, 3))
