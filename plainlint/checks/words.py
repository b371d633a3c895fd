"""Checks of words: words to avoid, and words to replace with better or plainer ones."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from plainlint.analysis.glossary.acronyms import is_in_long_form
from plainlint.analysis.glossary.inflection import spell_in_country
from plainlint.analysis.glossary.lay_knowledge import is_listed
from plainlint.analysis.glossary.matching import TermMatch
from plainlint.analysis.glossary.mentions import MentionState, find_first_mentions
from plainlint.analysis.glossary.model import Glossary, Term
from plainlint.analysis.glossary.plain_words import WordLists, get_plain_words, map_readings
from plainlint.analysis.glossary.replacement import Replacement, adjust_article, copy_capital
from plainlint.analysis.glossary.word_fit import fit_plain_word
from plainlint.analysis.people import is_about_person
from plainlint.checks import Hit, check
from plainlint.core.caches import remember
from plainlint.core.diagnostics import Edit, Fix
from plainlint.core.nearby import PatternBefore
from plainlint.core.regex import Regex, compile_pattern
from plainlint.document.folding import fold
from plainlint.document.language_tags import get_primary_tag, is_english
from plainlint.document.model import BlockKind, Document
from plainlint.document.quotations import is_quoted
from plainlint.document.visible_text import VisibleText
from plainlint.document.word_index import WordMatch

# A replacement with alternatives or remarks: a person has to choose.
_ANYTHING = Regex()
_CHOICE = re.compile(r"\bor\b|[,;()]")


def make_replacement(prose: VisibleText, start: int, end: int, words: str) -> Fix | None:
    """Return a fix that replaces a visible range with `words`, and corrects the article before.

    Return None if there is a choice of words, or markup inside the range.
    """
    is_exact = bool(words) and not _CHOICE.search(words)
    replacement = Replacement(start, end, words, words, is_exact)
    return _make_fix(prose, adjust_article(replacement, prose.text))


def _make_fix(prose: VisibleText, replacement: Replacement) -> Fix | None:
    start, end, words, _, is_exact = replacement
    span = prose.get_span(start, end)
    if not is_exact or span.end - span.start != end - start:
        return None
    text = prose.text[start:end]
    return Fix(f"say '{words}' for '{text}'", (Edit(span, words),), safe=False)


@check
def word_list(
    match: WordMatch, *, words: list[str], skip_quotations: bool = False
) -> Iterator[Hit]:
    """Report words and phrases to avoid.

    They match as whole words, in any case.

    Args:
        words: words and phrases.
        skip_quotations: whether words in quotation marks are right as they are.

    Message:
        text: the word as written there.
        word: the word as listed.

    Example:
        words: [non-compliant, failed]
        ---
        The treatment «failed».
    """
    if match.literal in words and not (skip_quotations and _is_quoted_match(match)):
        yield Hit(match.span, {"text": match.text, "word": match.literal})


def _is_quoted_match(match: WordMatch) -> bool:
    start = match.passage.start
    return is_quoted(match.passage.prose.text, start + match.start, start + match.end)


@check
def substitution(
    match: WordMatch,
    *,
    swap: Mapping[str, str],
    skip_quotations: bool = False,
    of_people: Sequence[str] = (),
    ambiguous: Sequence[str] = (),
    only_after: Regex = _ANYTHING,
    not_before: Sequence[Regex] = (),
) -> Iterator[Hit]:
    """Report words and phrases that have better ones.

    They match as whole words, in any case. There is a fix if there is only one better word.

    Args:
        swap: words, each with the better word.
        of_people: those of them that are verbs, and count only where a person is the subject or an
            illness the object.
        skip_quotations: whether words in quotation marks are right as they are.
        ambiguous: those of the words that have other meanings, too.
        only_after: a pattern that must match in the text before an ambiguous word.
        not_before: patterns for what follows a word that is right.

    Message:
        text: the word as written there.
        better: the better word.

    Example:
        swap: {utilise: use}
        ---
        «Utilise» soap.
    """
    better, passage = swap.get(match.literal, ""), match.passage
    prose, start, end = passage.prose, passage.start + match.start, passage.start + match.end
    before, after = passage.text[: match.start], passage.text[match.end :]
    if (
        (match.literal in ambiguous and not compile_pattern(only_after).matches(before))
        or (match.literal in of_people and not is_about_person(prose.text, start, end))
        or any(compile_pattern(pattern).matches(after) for pattern in not_before)
        or (skip_quotations and is_quoted(prose.text, start, end))
    ):
        return
    if match.text.lower() != better.lower():
        better = copy_capital(match.text, better)
        fix = make_replacement(prose, start, end, better)
        yield Hit(match.span, {"text": match.text, "better": better}, fix=fix)


# "postpartum thyroiditis": part of the name.
_DISEASE_BEHIND = re.compile(r" [a-z]{3,}(?:itis|osis|a?emia|pathy|oma|tension)\b")
# "varicella-zoster": half of a name, unlike "medication-related".
_COMPOUND = re.compile(r"-(?!(?:based|free|induced|like|related|style|type|wide)\b)[a-z]")
# What a law requires is not what it needs.
_LAW_BEFORE = PatternBefore(r"\b(?:laws?|rules?|regulations?|polic(?:y|ies)|Act) ")


@check
def plain_words(
    document: Document,
    glossary: Glossary,
    country: str,
    defined_blocks: frozenset[int],
    language: str,
    *,
    verbs: str,
    nouns: str,
    mass_nouns: str = "",
    adjectives: str = "",
    modifiers: str = "",
    adverbs: str = "",
    others: str,
    keep: list[str],
    own: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Hit]:
    """Report the first mention of each hard word, unless it is linked or explained there.

    The plain word is given in the form that fits. Words in quotations, in capitals and in names
    are not reported, nor are words in a place where the plain word can't stand.

    Args:
        verbs: lines of `hard: plain`; all forms of the hard word match, in American and British
            spelling. After a bar, the plain words for the passive, `-` for none.
        nouns: the same for nouns with a singular and a plural.
        mass_nouns: the same for nouns with one form, such as illnesses.
        adjectives: the same for adjectives.
        modifiers: the same for adjectives whose plain word is a noun before another noun.
        adverbs: the same for adverbs.
        others: the same for phrases. After a bar, the words if the subject is not a person.
        keep: longer names and phrases that are right as they are.
        own: more words, or another plain word for one; an empty plain word removes the hard word.

    Message:
        text: the hard word.
        plain: the plain word.
    """
    lists = WordLists(
        verbs=verbs,
        nouns=nouns,
        mass_nouns=mass_nouns,
        adjectives=adjectives,
        modifiers=modifiers,
        adverbs=adverbs,
        others=others,
        own=tuple(own.items()),
        language=get_primary_tag(language),
    )
    if not is_english(language):
        country = ""
    search_glossary = _build_search_glossary(glossary, tuple(keep), lists)
    words = get_plain_words(lists)

    def fits(text: str, match: TermMatch) -> bool:
        name = text[match.start : match.end]
        if not words.get_readings(name):
            return True
        if (is_english(language) and is_listed(name, country)) or is_in_long_form(
            text, match.start, match.end, words.language
        ):
            return False
        if _DISEASE_BEHIND.match(text, match.end) or _LAW_BEFORE.match(text, match.start):
            return False
        if _COMPOUND.match(text, match.end):
            return False
        return fit_plain_word(text, match.start, match.end, words) is not None

    for mention in find_first_mentions(
        document, search_glossary, any_sense=True, defined=defined_blocks, fits=fits
    ):
        match, prose = mention.match, mention.block.prose
        replacement = fit_plain_word(prose.text, match.start, match.end, words)
        if replacement:
            replacement = replacement._replace(
                words=spell_in_country(replacement.words, country),
                plain=spell_in_country(replacement.plain, country),
            )
        if replacement and mention.state is MentionState.NEITHER:
            in_html = mention.block.kind is BlockKind.HTML
            values = {"text": prose.text[match.start : match.end], "plain": replacement.plain}
            fix = None if in_html else _make_fix(prose, replacement)
            yield Hit(prose.get_span(match.start, match.end), values, fix=fix)


@remember(8)
def _build_search_glossary(glossary: Glossary, keep: tuple[str, ...], lists: WordLists) -> Glossary:
    """Return a glossary of the forms of each hard word.

    Longer terms that contain a hard word are included, so that they match in its place.
    """
    readings = map_readings(lists)
    hard_words = [Term(tuple(dict(pairs))) for pairs in readings.values() if pairs]
    plain_by_form = get_plain_words(lists).by_form
    names = (name for name in glossary.by_name if name not in plain_by_form)
    longer = dict.fromkeys((*keep, *(name for name in names if _has_form(name, plain_by_form))))
    return Glossary((*hard_words, *(Term((name,)) for name in longer)))


def _has_form(name: str, forms: Mapping[str, object]) -> bool:
    """Return whether a name of several words contains one of the forms, of up to three words."""
    words = fold(name).split()
    starts = range(len(words) if len(words) > 1 else 0)
    return any(" ".join(words[i : i + count]) in forms for i in starts for count in (1, 2, 3))
