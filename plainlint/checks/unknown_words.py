"""The check of words that readers are unlikely to know and that no glossary has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from plainlint.analysis.glossary.accepted_words import AcceptedWords
from plainlint.analysis.glossary.acronyms import find_long_form_at, is_italic
from plainlint.analysis.glossary.definitions import is_explained, is_explained_below
from plainlint.analysis.glossary.ingredients import is_ingredient_list
from plainlint.analysis.glossary.lay_knowledge import is_in_listed_term, is_technical
from plainlint.analysis.glossary.matching import get_matcher
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.names_in_text import find_screen_labels, is_in_service_name
from plainlint.analysis.glossary.rare_words import (
    is_medicine_name,
    is_named_medicine,
    is_unfamiliar,
)
from plainlint.analysis.glossary.reader_context import find_asked_names, is_known_to_reader
from plainlint.analysis.glossary.related_words import has_related_word
from plainlint.checks import Hit, check
from plainlint.core.caches import remember, remember_words
from plainlint.core.nearby import PatternBefore
from plainlint.core.ranges import Ranges
from plainlint.core.source import Source
from plainlint.document.language import recognise_language
from plainlint.document.language_tags import is_english
from plainlint.document.model import Block, Document
from plainlint.document.quotations import find_quotations
from plainlint.languages.base import WordClass
from plainlint.languages.en.medical_parts import has_medical_part
from plainlint.languages.en.word_classes import is_of_class
from plainlint.languages.files import ENGLISH

# Letters without a digit, dot or sign of an address next to them; no "mustn" of "mustn't".
_WHOLE_WORD = re.compile(
    r"(?<![\w.@\\'\u2019_#&=])[^\W\d_]{5,}(?![\w@\\_=]|\.\w|(?<=n)['\u2019]t\b)"
)
_LETTERS = re.compile(r"[^\W\d_]{5,}")
_LONGER_WORD = re.compile(r"[^\W\d_]{4,}")
_BEFORE_SENTENCE = PatternBefore(r"(?:^|[.?!:])[ \"'(\u201c\u2018*]*")
_NAME_BEHIND = re.compile(r" [A-Z]\w*[A-Z]")
_SHORT_FORM = re.compile(r" \(([A-Z][A-Za-z\d-]*[A-Z\d])s?\)")
# In code points: longer than the part of a name before a word.
_NEAR = 24
# "arterial line": an adjective made from a noun belongs to the noun behind it.
_ADJECTIVE = re.compile(r"[a-z]+(?:al|ar|ary|ic|oid|ous)")
_NOUN = re.compile(
    r" (?!(?:and|are|as|at|but|by|can|for|from|has|have|if|in|is|may|of|on|or|than|that|the|then|to"
    r"|was|were|when|which|who|will|with|today|now|again|soon)\b)[a-z]{3,}(?![\w-])"
)


@check
def unknown_word(
    document: Document,
    glossary: Glossary,
    accepted: AcceptedWords,
    country: str,
    defined_blocks: frozenset[int],
    *,
    known: list[str],
) -> Iterator[Hit]:
    """Report the first use of each unfamiliar word that has no link and no explanation there.

    Neighbours that are unfamiliar too are reported together, as is the noun that an adjective goes
    with. Words of the document's title are not reported: the whole document explains them. Nor are
    those of a heading that asks what they are.

    Args:
        known: words that these readers know, in lower case.

    Message:
        text: the word, or the term that it is part of.
    """
    seen = {_strip_plural(word) for word in known}
    for text in (*document.titles, *find_asked_names(document.headings)):
        seen.update(map(_strip_plural, _WHOLE_WORD.findall(text)))
    for number, rare in _find_rare_words(document, country):
        block = document.blocks[number]
        # Most blocks repeat words that are reported above.
        unseen = {
            word for word in rare if _strip_plural(word) not in seen and not accepted.covers(word)
        }
        new = _find_words(block.text, frozenset(unseen)) if unseen else ()
        if not new or _has_only_names(block.text) or is_ingredient_list(block.text):
            continue
        names = _find_names(document.source, block)
        found = get_matcher(glossary).find(block.text)
        terms = {term.start: term.end for term in found}
        beside = _Neighbours(
            unknown={match.start(): match for match in new},
            names=Ranges(names),
            terms=terms,
            named_or_terms=Ranges([*names, *terms.items()]),
        )
        done = 0
        for match in new:
            if _strip_plural(match[0]) in seen:
                continue
            seen.add(_strip_plural(match[0]))
            start, end = match.span()
            if start < done or beside.named_or_terms.overlap(start, end):
                continue
            if _is_part_of_name(block.text, match, terms) or is_in_listed_term(
                block.text, start, end, country
            ):
                continue
            start, end = _find_term(block.text, match, beside)
            done = end
            seen.update(map(_strip_plural, _WHOLE_WORD.findall(block.text, start, end)))
            if number not in defined_blocks and not _is_clear(
                document, number, match.span(), (start, end)
            ):
                yield Hit(block.prose.get_span(start, end), {"text": block.text[start:end]})


def _find_term(text: str, word: re.Match[str], beside: "_Neighbours") -> tuple[int, int]:
    """Return the range of the term that an unfamiliar word belongs to.

    It is the long form of an acronym in brackets behind it, else the word and what it goes with.
    """
    if form := find_long_form_at(text, word.start()):
        return form
    if _CLASS_HEAD.fullmatch(word[0]):
        return _find_class_start(text, word.start(), beside), word.end()
    hyphenated = _HYPHENATED.match(text, word.start())
    start = hyphenated.start() if hyphenated else word.start()
    return start, _extend_term(text, word, beside)


# A class of medicines has its name from what is before these: "proton pump inhibitors".
_CLASS_HEAD = re.compile(r"(?:inhibitor|agonist|antagonist)s?", re.IGNORECASE)
_WORD_BEFORE = PatternBefore(r"(?<![^\s(])[A-Za-z][\w-]*[ -]")
_MOST_BEFORE = 3
_NOT_IN_NAMES: tuple[WordClass, ...] = (
    "adverb", "be", "conjunction", "determiner", "have", "ing-form", "modal", "number",
    "participle", "preposition", "pronoun",
)  # fmt: skip
_OTHER_WORDS = frozenset(
    (
        "avoid", "called", "common", "different", "drug", "get", "give", "include", "like",
        "medicine", "need", "new", "newer", "older", "prescribe", "start", "stop",
        "take", "tried", "try", "use",
    )
)  # fmt: skip


def _find_class_start(text: str, start: int, beside: "_Neighbours") -> int:
    """Return where the name of a class of medicines starts, whose last word starts at `start`."""
    for _ in range(_MOST_BEFORE):
        word = _WORD_BEFORE.match(text, start, max(0, start - _NEAR))
        name = word[0][:-1].lower() if word else ""
        if (
            not word
            or name.removesuffix("s") in _OTHER_WORDS
            or any(is_of_class(name, each) for each in _NOT_IN_NAMES)
            or beside.named_or_terms.overlap(word.start(), word.end() - 1)
        ):
            break
        start = word.start()
    return start


class _Neighbours(NamedTuple):
    """What else is in the text of an unfamiliar word: others of them, names, and known terms.

    Unfamiliar words and terms are listed by their starts.
    """

    unknown: Mapping[int, re.Match[str]]
    names: Ranges
    terms: Mapping[int, int]
    named_or_terms: Ranges


def _extend_term(text: str, word: re.Match[str], beside: _Neighbours) -> int:
    """Return the end of the term that an unfamiliar word opens.

    If an adjective is before a term of the glossary, both are one term, which the rule on glossary
    terms may report in its place.
    """
    end, last = word.end(), word[0]
    while following := beside.unknown.get(end + 1):
        if text[end] not in " -" or beside.named_or_terms.overlap(end + 1, following.end()):
            break
        end, last = following.end(), following[0]
    for _ in range(_MOST_NOUNS):
        noun = _NOUN.match(text, end)
        if not noun or not _ADJECTIVE.fullmatch(last.lower()):
            break
        if is_of_class(noun[0].strip(), "participle"):
            break
        if beside.named_or_terms.overlap(end, noun.end()):
            stop = beside.terms.get(end + 1, end)
            return end if beside.names.overlap(end, stop) else stop
        end, last = noun.end(), noun[0].strip()
    return end


# "ulcerative colitis"
_OF_DISEASE = re.compile(r"[a-z]+(?:al|ar|ary|ic|ive|oid|ous)")
_DISEASE = re.compile(r"[a-z]+(?:itis|osis|aemia|emia|pathy|penia)")
# "Co-trimoxazole", "ACE inhibitors": the rest of a name.
_NAME_BEFORE = re.compile(
    r"\b[Cc]o-(?=\w)|\b[A-Z]{2,}(?:-[A-Z\d]+)? (?=(?:inhibitor|agonist|antagonist)s?\b)"
)


_NAME_GOES_ON = re.compile(r" (?:(?:of|and|for) )?[A-Z][a-z]")
# "coenzyme Q10": a letter and a number tell one substance from others.
_NUMBERED = re.compile(r" [A-Z]\d{1,3}\b")


def _is_part_of_name(text: str, word: re.Match[str], terms: Mapping[int, int]) -> bool:
    """Return whether a word is the rest of a name, or an adjective before a disease.

    The rules on acronyms and on terms report these.
    """
    before = _NAME_BEFORE.search(text, max(0, word.start() - _NEAR), word.end())
    if before and before.end() == word.start():
        return True
    # "Anticoagulation Clinic" at the start of a sentence.
    if word[0][0].isupper() and _NAME_GOES_ON.match(text, word.end()):
        return True
    if is_in_service_name(text, *word.span()) or _NUMBERED.match(text, word.end()):
        return True
    after = text[word.end() + 1 : terms.get(word.end() + 1, 0)]
    return bool(_DISEASE.fullmatch(after.lower()) and _OF_DISEASE.fullmatch(word[0].lower()))


def _is_titled(text: str, end: int, document: Document) -> bool:
    """Return whether an acronym of the title follows, which stands for what the page explains."""
    short = _SHORT_FORM.match(text, end)
    if not short:
        return False
    name = re.compile(rf"\b{re.escape(short[1])}\b")
    return any(name.search(title) for title in document.titles)


def _strip_plural(word: str) -> str:
    lower = word.lower()
    return f"{lower[:-3]}y" if lower.endswith("ies") else lower.removesuffix("s")


def _is_clear(
    document: Document, number: int, word: tuple[int, int], term: tuple[int, int]
) -> bool:
    """Return whether a word is a medicine's name, or is explained, alone or as part of its term."""
    text = document.blocks[number].text
    if is_named_medicine(text, *word) or _is_titled(text, term[1], document):
        return True
    if is_known_to_reader(document.blocks, number, *term) or has_related_word(text, *word):
        return True
    return any(
        is_explained(text, *span) or is_explained_below(document.blocks, number, text[slice(*span)])
        for span in {word, term}
    )


def _find_rare_words(document: Document, country: str) -> Iterator[tuple[int, set[str]]]:
    """Yield the numbers of blocks with words that may be unfamiliar, and these words.

    Each part of a compound is a word of its own.
    """
    # Fragments have no sentences.
    tokens: dict[int, list[Sequence[str]]] = {
        number: [sentence.tokens for sentence in block.sentences] or [_LETTERS.findall(block.text)]
        for number, block in enumerate(document.blocks)
        if block.is_running_text
    }
    distinct = set[str]().union(*chain.from_iterable(tokens.values()))
    found = zip(distinct, _list_rare_words.map(distinct, country), strict=True)
    rare = {token: words for token, words in found if words}
    for number, lists in tokens.items():
        if not all(map(rare.keys().isdisjoint, lists)):
            here = rare.keys() & chain.from_iterable(lists)
            yield number, set[str]().union(*[rare[token] for token in here])


@remember(1 << 12)
def _find_words(text: str, words: frozenset[str]) -> tuple[re.Match[str], ...]:
    """Return where a text has the words, but not in a name or in what somebody says."""
    found = [word for word in _WHOLE_WORD.finditer(text) if word[0] in words]
    speech = _find_speech(text) if found else Ranges(())
    return tuple(
        word
        for word in found
        if not speech.overlap(*word.span())
        and (
            word[0].islower()
            or (
                _BEFORE_SENTENCE.match(text, word.start())
                and not _NAME_BEHIND.match(text, word.end())
            )
        )
    )


@remember_words(1 << 16)
def _list_rare_words(compound: str, country: str) -> tuple[str, ...]:
    """Return the words of a compound that may be unfamiliar."""
    letters = _LETTERS.findall(compound)
    return tuple([word for word in letters if _is_possibly_rare(word, country)])


def _is_possibly_rare(word: str, country: str) -> bool:
    """Return whether a word is unfamiliar and one of medicine or science.

    Other rare words are foods, plants and words of other languages more often than jargon.
    """
    lower = word.lower()
    if word not in {lower, lower.capitalize()} or is_medicine_name(lower):
        return False
    # In this order, because most rare words are no words of medicine.
    return (has_medical_part(lower) or is_technical(lower)) and is_unfamiliar(lower, country)


# A quotation of so many words is what somebody said.
_SPOKEN = 5
_QUOTATION = re.compile(
    r"[\"\u201c\u00ab](?=[^\"\u201c\u201d\u00ab\u00bb]+? [^\"\u201c\u201d\u00ab\u00bb])"
    r"([^\"\u201c\u201d\u00ab\u00bb]++)[\"\u201d\u00bb]"
)


def _find_speech(text: str) -> Ranges:
    """Return the ranges of quotations that are sentences or in another language."""
    foreign = [
        match.span()
        for match in _QUOTATION.finditer(text)
        if not is_english(recognise_language(match[1]) or ENGLISH)
    ]
    said = [
        (start, end)
        for start, end in find_quotations(text)
        if len(text[start:end].split()) >= _SPOKEN
    ]
    return Ranges([*foreign, *said])


def _has_only_names(text: str) -> bool:
    """Return whether a text is several words with capitals, such as a title or brand names."""
    count = 0
    for word in _LONGER_WORD.finditer(text):
        if not word[0][0].isupper():
            return False
        count += 1
    return count > 1


# "pre-" of "pre-eclampsia"
_HYPHENATED = PatternBefore(r"(?<![\w-])[A-Za-z]+-")
# An adjective may have another one behind it: "peripheral nervous system".
_MOST_NOUNS = 2
# The name of a species: "Helicobacter pylori", "H. pylori".
_SPECIES = re.compile(r"[A-Z][a-z]*\.? [a-z]+(?: [a-z.]+)*")


def _find_names(source: Source, block: Block) -> list[tuple[int, int]]:
    """Return the ranges of the block's text with a link, title, label or name of a species."""
    marked = (
        (start, end)
        for start, end, span, _, title in block.prose.wrappers
        if title or (is_italic(source, span) and _SPECIES.fullmatch(block.text[start:end]))
    )
    links = ((link.start, link.end) for link in block.links)
    return [*links, *marked, *find_screen_labels(block)]
