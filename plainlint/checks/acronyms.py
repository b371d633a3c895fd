"""The check unexpanded-acronym: acronyms without their words where they first appear."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from plainlint.analysis.glossary.acronym_rows import find_letter_rows, is_in_row
from plainlint.analysis.glossary.acronyms import (
    find_acronyms,
    find_long_form,
    find_non_acronyms,
    is_item_in_bracket,
    is_spelled_out,
    is_written_out_in,
    split_compound,
    strip_plural,
)
from plainlint.analysis.glossary.explained import is_explained_in, iter_next_blocks
from plainlint.analysis.glossary.footnotes import find_noted_places
from plainlint.analysis.glossary.inflection import spell_in_country
from plainlint.analysis.glossary.lay_knowledge import is_frequent, list_known
from plainlint.analysis.glossary.loader import load_default_glossary
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.names_in_text import find_screen_labels
from plainlint.analysis.glossary.rare_words import is_unfamiliar
from plainlint.analysis.glossary.reader_context import find_asked_names
from plainlint.analysis.glossary.senses import is_about_cancer, is_near_medicine, names_cancer
from plainlint.checks import Hit, check
from plainlint.core.errors import PlainlintError
from plainlint.core.source import Source
from plainlint.document.language_tags import get_primary_tag
from plainlint.document.model import Block, BlockKind, Document, ExclusionReason
from plainlint.document.readers.markdown.syntax_kinds import CONTAINER, TEMPLATE, TITLE
from plainlint.languages.base import get_language
from plainlint.languages.files import ENGLISH


@check
def unexpanded_acronym(
    document: Document,
    glossary: Glossary,
    audience: str,
    country: str,
    defined_blocks: frozenset[int],
    language: str,
    *,
    known: Mapping[str, list[str]] = MappingProxyType({}),
    not_acronyms: Mapping[str, list[str]],
    known_in: Mapping[str, list[str]] = MappingProxyType({}),
) -> Iterator[Hit]:
    """Report the first use of each acronym that has no long form, explanation or link there.

    Args:
        known: more acronyms that need no long form, by audience, and for `everyone`.
        not_acronyms: regular expressions, by kind, for what only looks like an acronym; they can
            look at the text around it. A match is not an acronym in the rest of the document.
        known_in: more acronyms that all adults of a country know, by country, such as GB. Those of
            all countries count for readers of a country that is not known.

    Message:
        text: the acronym.
        advice: what to write.
        long_form: the long form, if the glossary has it.
    """
    language = get_primary_tag(language)
    places = (country,) if country in known_in else known_in
    country = country if language == ENGLISH else ""
    seen = {*known.get("everyone", ()), *known.get(audience, ()), *document.abbreviations}
    # What adults know of English words says nothing of another language.
    seen.update(list_known(country) if language == ENGLISH else ())
    for place in places:
        seen.update(known_in[place])
    seen.update(_find_spelled_out(document.front_matter.get_text("title"), language))
    seen.update(_find_brands(document, language))
    seen.update(_find_headed(document, language))
    asked = find_asked_names(document.headings, language)
    seen.update(
        strip_plural(name[start:end])
        for name in asked
        for start, end in find_acronyms(name, language)
    )
    not_acronym = _compile_not_acronyms(not_acronyms)
    noted = find_noted_places(document)
    captions = [text for text in document.excluded_texts if text.reason in _TITLED]
    for number, block in enumerate(document.blocks):
        while captions and captions[0].span.start < block.span.start:
            seen.update(_find_spelled_out(captions.pop(0).text, language))
        if block.exclusion_reason in _READ_OVER:
            seen.update(_find_spelled_out(block.text, language))
            seen.update(_find_titled(block))
        if block.is_running_text:
            uses = find_acronyms(block.text, language)
            firsts = _find_first_uses(document.source, block, uses, seen, not_acronym, language)
            for start, end in firsts:
                text = block.text[start:end]
                if (
                    number in defined_blocks
                    or end in noted.get(number, ())
                    or is_item_in_bracket(block.text, start, end, language)
                    or is_in_row(strip_plural(text), document.blocks, number, language)
                    or _is_written_out_above(document.blocks, number, start, end, language)
                    or (
                        language != ENGLISH
                        and _is_written_out_soon(document.blocks, number, text, language)
                    )
                ):
                    continue
                if letters := find_letter_rows(strip_plural(text), document.blocks[number + 1 :]):
                    seen.update(letters)
                    continue
                name = strip_plural(text)
                is_medical = len(text) > _AMBIGUOUS or is_near_medicine(
                    block.text, start, end, language=language
                )
                long_form = _find_long_form(name, glossary, language) if is_medical else ""
                if (
                    long_form
                    and _is_only_in_cancer(name, glossary, language)
                    and not is_about_cancer(document.blocks, language)
                ):
                    long_form = ""
                long_form = spell_in_country(long_form, country)
                is_hard = _has_hard_word(long_form, language, country)
                advice = _advise_on_acronym(name, long_form, is_hard=is_hard)
                values = {"text": text, "advice": advice, "long_form": long_form}
                yield Hit(block.prose.get_span(start, end), values)


def _has_hard_word(phrase: str, language: str, country: str) -> bool:
    """Return whether few readers know a word of a phrase in a language."""
    if language == ENGLISH:
        return any(is_unfamiliar(word, country) for word in re.findall(r"[a-z]+", phrase))
    words = re.findall(r"[^\W\d_]+", phrase)
    is_medical = get_language(language).is_medical
    return is_medical is not None and any(
        is_medical(word.lower()) and not is_frequent(word, language) for word in words
    )


def _advise_on_acronym(name: str, long_form: str, *, is_hard: bool) -> str:
    """Return what to write for an acronym; few readers gain by a long form in hard words."""
    if not long_form:
        return f"Say what it is, or write the long form first, then ({name})"
    plain = ", or say in plain words what it is" if is_hard else ""
    return f"Write {long_form} ({name}){plain}"


# Syntax that can have a caption or a title: ":::{table} Stages of a disease (SOD)", or a short code
# with `title="Stages of a disease (SOD)"`.
_TITLED = frozenset((CONTAINER, TEMPLATE, TITLE))
# Parts that are not scored, but that readers see.
_READ_OVER = frozenset(
    (
        ExclusionReason.HEADING,
        ExclusionReason.NAVIGATION,
        ExclusionReason.CREDIT,
        ExclusionReason.CITATION,
    )
)
# So many blocks above an acronym readers remember its words.
_REMEMBERED = 3


def _is_written_out_above(
    blocks: Sequence[Block], number: int, start: int, end: int, language: str
) -> bool:
    """Return whether the words of an acronym are right above it, without the acronym."""
    text = blocks[number].text
    above = (block.text for block in blocks[max(0, number - _REMEMBERED) : number])
    texts = (text[:start], *above)
    return any(is_written_out_in(text[start:end], each, language) for each in texts)


def _is_written_out_soon(blocks: Sequence[Block], number: int, acronym: str, language: str) -> bool:
    """Return whether one of the next blocks writes an acronym out, as another cell of its row."""
    below = [*iter_next_blocks(blocks, number)]
    in_row = [block for block in below[:_REMEMBERED] if block.kind is BlockKind.TABLE_CELL]
    if any(is_written_out_in(acronym, block.text, language) for block in in_row):
        return True
    name = strip_plural(acronym)
    return any(name in _find_spelled_out(block.text, language) for block in below)


# So many letters stand for many things, and for a medical one only next to a word of medicine.
_AMBIGUOUS = 3


def _compile_not_acronyms(kinds: Mapping[str, list[str]]) -> re.Pattern[str]:
    patterns = [pattern for kind in kinds.values() for pattern in kind]
    try:
        return re.compile(rf"(?:{'|'.join(patterns) or '(?!)'})s?(?!\w)")
    except re.error as error:
        raise PlainlintError(f"not_acronyms: {error.pattern!r}: {error.msg}") from error


def _find_spelled_out(text: str, language: str) -> set[str]:
    return {
        strip_plural(text[start:end])
        for start, end in find_acronyms(text, language)
        if is_spelled_out(text, start, end, language)
    }


def _find_titled(block: Block) -> set[str]:
    """Return the acronyms of a block that markup explains, as `<abbr title>` does."""
    text = block.text
    return {strip_plural(text[w.start : w.end].strip()) for w in block.prose.wrappers if w.title}


def _find_first_uses(
    source: Source,
    block: Block,
    uses: Sequence[tuple[int, int]],
    seen: set[str],
    not_acronym: re.Pattern[str],
    language: str,
) -> Iterator[tuple[int, int]]:
    """Yield the first uses that do not help the reader, and add all acronyms to `seen`."""
    text = block.text
    if not uses:
        return
    uses_of = defaultdict[str, list[tuple[int, int]]](list)
    for start, end in uses:
        uses_of[strip_plural(text[start:end])].append((start, end))
    exempt_ranges = (
        (*find_non_acronyms(source, block, language), *find_screen_labels(block, language))
        if uses_of.keys() - seen
        else ()
    )
    exempt = {offset for start, end in exempt_ranges for offset in range(start, end)}
    for start, end in uses:
        name = strip_plural(text[start:end])
        if name in seen:
            continue
        if start in exempt:
            # What is in a label or a name may be spelled out there all the same.
            seen.update([name] if is_spelled_out(text, start, end, language) else ())
            continue
        names = split_compound(text, start, end, not_acronym)
        if not (new := names - seen):
            # The name of a gene or a trial is not an acronym elsewhere either.
            seen.update(() if names else [name])
            continue
        seen.update(new, [name])
        after = bisect_right(block.sentences, start, key=lambda sentence: sentence.end)
        sentence_end = block.sentences[after].end if after < len(block.sentences) else len(text)
        in_sentence = [use for use in uses_of[name] if start <= use[0] < sentence_end]
        # Spanish acronyms are often explained in the sentence behind.
        near = in_sentence if language == ENGLISH else uses_of[name]
        if not any(_is_clear_acronym(block, *use, language) for use in near):
            yield start, end


_BRAND = re.compile(r"\b([A-Z][A-Z0-9-]+) ?[\u00ae\u2122]")


def _find_brands(document: Document, language: str) -> list[str]:
    """Return the names of products, as "PDQ®" is, wherever the sign stands; none in English."""
    return [] if language == ENGLISH else _BRAND.findall(document.source.text)


def _find_headed(document: Document, language: str) -> Iterator[str]:
    """Yield the acronyms in headings below the title, whose text explains them; none in English."""
    for heading in document.headings if language != ENGLISH else ():
        if heading.level > 1:
            for start, end in find_acronyms(heading.text, language):
                yield strip_plural(heading.text[start:end])


def _is_clear_acronym(block: Block, start: int, end: int, language: str) -> bool:
    """Return whether a use is spelled out, explained in words or in a link."""
    if block.find_link(start, end) or block.find_title(start, end):
        return True
    return is_spelled_out(block.text, start, end, language) or is_explained_in(
        block.text, start, end, language
    )


def _find_long_form(name: str, glossary: Glossary, language: str) -> str:
    term = glossary.find(name)
    # Case tells acronyms apart: eGFR is no EGFR.
    names = term.names if term and name in term.names else ()
    return next((other for other in names if find_long_form(name, other, language)), "")


def _is_only_in_cancer(name: str, glossary: Glossary, language: str) -> bool:
    """Return whether the letters of a term of the built-in glossary stand for something in cancer.

    Elsewhere they stand for something else, as NET and TTP do.
    """
    term = glossary.find(name)
    return (
        term is not None
        and load_default_glossary(language).find(term.name) == term
        and any(names_cancer(words, language) for words in (term.plain, *term.names))
    )
