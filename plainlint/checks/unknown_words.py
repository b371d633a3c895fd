"""The check of words that readers are unlikely to know and that no glossary has."""

import re
from collections.abc import Iterator

from plainlint.analysis.glossary.accepted_words import AcceptedWords
from plainlint.analysis.glossary.acronyms import is_italic
from plainlint.analysis.glossary.definitions import is_explained, is_explained_below
from plainlint.analysis.glossary.explaining_tables import find_explained_cells
from plainlint.analysis.glossary.lay_knowledge import is_in_listed_term, is_technical
from plainlint.analysis.glossary.matching import get_matcher
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.names_in_text import find_screen_labels, is_in_service_name
from plainlint.analysis.glossary.rare_words import (
    has_medical_part,
    is_drug_name,
    is_named_medicine,
    is_unfamiliar,
)
from plainlint.checks import Hit, check
from plainlint.core.caches import remember
from plainlint.core.source import Source
from plainlint.document.language import recognise_language
from plainlint.document.language_tags import ENGLISH, is_english
from plainlint.document.model import Block, Document

# Letters without a digit, dot or sign of an address next to them.
_WORD = re.compile(r"(?<![\w.@\\'\u2019_#&=])[^\W\d_]{5,}(?![\w@\\_=]|\.\w|['\u2019]t\b)")
_LETTERS = re.compile(r"[^\W\d_]{5,}")
_LONGER_WORD = re.compile(r"[^\W\d_]{4,}")
_BEFORE_SENTENCE = re.compile(r"(?:^|[.?!:])[ \"'(\u201c\u2018*]*\Z")
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
    *,
    known: list[str],
) -> Iterator[Hit]:
    """Report the first use of each unfamiliar word that has no link and no explanation there.

    Neighbours that are unfamiliar too are reported together, as is the noun that an adjective goes
    with. Words of the document's title are not reported: the whole document explains them.

    Args:
        known: words that these readers know, in lower case.

    Message:
        text: the word, or the term that it is part of.
    """
    seen = {_strip_plural(word) for word in known}
    for title in document.titles:
        seen.update(map(_strip_plural, _WORD.findall(title)))
    defined = document.defined_terms | find_explained_cells(document.blocks)
    for number, block in enumerate(document.blocks):
        if not block.is_running_text or _has_only_names(block.text):
            continue
        new = [
            match
            for match in _find_candidates(block.text, country)
            if _strip_plural(match[0]) not in seen and not accepted.covers(match[0])
        ]
        if not new:
            continue
        names = _find_names(document.source, block)
        terms = [(term.start, term.end) for term in get_matcher(glossary).find(block.text)]
        done = 0
        for match in new:
            if _strip_plural(match[0]) in seen:
                continue
            seen.add(_strip_plural(match[0]))
            start, end = match.span()
            if start < done or _overlaps([*names, *terms], start, end):
                continue
            if _is_part_of_name(block.text, match, terms) or is_in_listed_term(
                block.text, start, end, country
            ):
                continue
            end = done = _extend_term(block.text, match, new, names, terms)
            seen.update(map(_strip_plural, _WORD.findall(block.text, start, end)))
            if number not in defined and not _is_clear(
                document, number, (start, match.end()), (start, end)
            ):
                yield Hit(block.prose.get_span(start, end), {"text": block.text[start:end]})


def _extend_term(
    text: str,
    word: re.Match[str],
    new: list[re.Match[str]],
    names: list[tuple[int, int]],
    terms: list[tuple[int, int]],
) -> int:
    """Return the end of the term that an unfamiliar word opens.

    If an adjective is before a term of the glossary, both are one term, which the rule on glossary
    terms may report in its place.
    """
    end, last = word.end(), word[0]
    while following := next((match for match in new if match.start() == end + 1), None):
        if text[end] not in " -" or _overlaps([*names, *terms], end + 1, following.end()):
            break
        end, last = following.end(), following[0]
    for _ in range(_MOST_NOUNS):
        noun = _NOUN.match(text, end)
        if not noun or not _ADJECTIVE.fullmatch(last.lower()):
            break
        if _overlaps([*names, *terms], end, noun.end()):
            stop = next((stop for start, stop in terms if start == end + 1), end)
            return end if _overlaps(names, end, stop) else stop
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


def _is_part_of_name(text: str, word: re.Match[str], terms: list[tuple[int, int]]) -> bool:
    """Return whether a word is the rest of a name, or an adjective before a disease.

    The rules on acronyms and on terms report these.
    """
    before = _NAME_BEFORE.search(text, max(0, word.start() - _NEAR), word.end())
    if before and before.end() == word.start():
        return True
    # "Anticoagulation Clinic" at the start of a sentence.
    if word[0][0].isupper() and _NAME_GOES_ON.match(text, word.end()):
        return True
    if is_in_service_name(text, *word.span()):
        return True
    after = next((text[start:end] for start, end in terms if start == word.end() + 1), "")
    return bool(_DISEASE.fullmatch(after.lower()) and _OF_DISEASE.fullmatch(word[0].lower()))


def _is_titled(text: str, end: int, titles: tuple[str, ...]) -> bool:
    """Return whether an acronym of the title follows, which stands for what the page explains."""
    short = _SHORT_FORM.match(text, end)
    return bool(short and any(re.search(rf"\b{re.escape(short[1])}\b", title) for title in titles))


def _overlaps(ranges: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in ranges)


def _strip_plural(word: str) -> str:
    lower = word.lower()
    return f"{lower[:-3]}y" if lower.endswith("ies") else lower.removesuffix("s")


def _is_clear(
    document: Document, number: int, word: tuple[int, int], term: tuple[int, int]
) -> bool:
    """Return whether a word is a medicine's name, or is explained, alone or as part of its term."""
    text = document.blocks[number].text
    if is_named_medicine(text, *word) or _is_titled(text, term[1], document.titles):
        return True
    return any(
        is_explained(text, *span) or is_explained_below(document.blocks, number, text[slice(*span)])
        for span in {word, term}
    )


@remember(1 << 12)
def _find_candidates(text: str, country: str) -> tuple[re.Match[str], ...]:
    """Return the unfamiliar words of a text, each part of a compound on its own."""
    rare = {word for word in set(_LETTERS.findall(text)) if _is_possibly_rare(word, country)}
    if not rare:
        return ()
    foreign = _find_foreign_quotations(text)
    return tuple(
        word
        for word in _WORD.finditer(text)
        if word[0] in rare
        and not _overlaps(foreign, *word.span())
        and (word[0].islower() or _BEFORE_SENTENCE.search(text, 0, word.start()))
    )


@remember(1 << 16)
def _is_possibly_rare(word: str, country: str) -> bool:
    """Return whether a word is unfamiliar, or would be at the start of a sentence.

    There it may also be a name, unless it is a word of medicine.
    """
    lower = word.lower()
    if not is_unfamiliar(lower, country):
        return False
    is_medical = has_medical_part(lower) or is_technical(lower)
    return word == lower or (word == lower.capitalize() and is_medical and not is_drug_name(lower))


_QUOTATION = re.compile(
    r"[\"\u201c\u00ab]([^\"\u201c\u201d\u00ab\u00bb]+ [^\"\u201c\u201d\u00ab\u00bb]+)"
    r"[\"\u201d\u00bb]"
)


def _find_foreign_quotations(text: str) -> list[tuple[int, int]]:
    """Return the ranges of quotations in another language."""
    return [
        match.span()
        for match in _QUOTATION.finditer(text)
        if not is_english(recognise_language(match[1]) or ENGLISH)
    ]


def _has_only_names(text: str) -> bool:
    """Return whether a text is several words with capitals, such as a title or brand names."""
    count = 0
    for word in _LONGER_WORD.finditer(text):
        if not word[0][0].isupper():
            return False
        count += 1
    return count > 1


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
