"""The checks of jargon: acronyms, glossary terms and rare words that readers may not know."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from plainlint.analysis.glossary.acronym_rows import find_letter_rows, is_in_row
from plainlint.analysis.glossary.acronyms import (
    find_acronyms,
    find_long_form,
    find_long_forms,
    find_non_acronyms,
    is_in_long_form,
    is_item_in_bracket,
    is_spelled_out,
    is_written_out_in,
    split_compound,
    strip_plural,
)
from plainlint.analysis.glossary.footnotes import find_noted_places
from plainlint.analysis.glossary.inflection import spell_in_country
from plainlint.analysis.glossary.lay_knowledge import (
    KNOWN_FREQUENCY,
    is_in_listed_term,
    is_known_term,
    list_known,
)
from plainlint.analysis.glossary.link_templates import choose_link_template, make_popup_target
from plainlint.analysis.glossary.loader import load_default_glossary
from plainlint.analysis.glossary.mentions import (
    Mention,
    MentionState,
    find_first_mentions,
    is_explained_in,
)
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.names_in_text import find_screen_labels
from plainlint.analysis.glossary.popup_links import change_popup_language
from plainlint.analysis.glossary.rare_words import is_unfamiliar
from plainlint.analysis.glossary.reader_context import find_asked_names, is_known_to_reader
from plainlint.analysis.glossary.relevance import MentionPosition, Relevance, score_relevance
from plainlint.analysis.glossary.senses import is_general_in_cancer, is_near_medicine, names_cancer
from plainlint.analysis.metrics.measures import Measures
from plainlint.checks import Hit, check
from plainlint.checks._term_fixes import make_explaining_fix, make_link_fix
from plainlint.core.audiences import ExceededLimit, Limits
from plainlint.core.diagnostics import Severity
from plainlint.core.errors import PlainlintError
from plainlint.core.formats import make_link_edits
from plainlint.core.source import Source
from plainlint.document.language_tags import get_primary_tag
from plainlint.document.model import Block, Document, ExclusionReason
from plainlint.document.readers.markdown.syntax_kinds import CONTAINER, TEMPLATE, TITLE
from plainlint.languages.base import get_language
from plainlint.languages.files import ENGLISH
from plainlint.languages.frequencies import get_zipf_frequency
from plainlint.languages.known_words import is_listed_word


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
                    and not _names_cancer(document, language)
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
        is_medical(word.lower()) and not _is_frequent(word, language) for word in words
    )


def _is_frequent(word: str, language: str) -> bool:
    return get_zipf_frequency(word.lower(), language) >= KNOWN_FREQUENCY


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


def _names_cancer(document: Document, language: str) -> bool:
    return any(names_cancer(block.text, language) for block in document.blocks)


# The states that give the reader no help, as messages describe them.
_LACKS = {
    MentionState.NEITHER: "no popup link, no plain words",
    MentionState.ON_A_PAGE: "a link to another page, but no popup link and no plain words",
}


@check
def unexplained_term(
    document: Document,
    audience: str,
    glossary: Glossary,
    measures: Measures,
    limits: Limits,
    country: str,
    defined_blocks: frozenset[int],
    language: str,
    *,
    each_section: bool = False,
    page_links: bool = False,
) -> Iterator[Hit]:
    """Report the first mention of each term that has no popup link and no explanation there.

    The limits apply to how much these readers need an explanation, from 0 to 100. Household words
    of the readers' country are not reported, unless a glossary of the user's own has them.

    Args:
        each_section: whether the first mention in each section is checked, not only the first in
            the document.
        page_links: whether terms with a link to another page are also reported, as info.

    Message:
        text: the term as written there.
        term: the term's name in the glossary.
        lacks: what is missing.
        advice: what to write.
        plain: plain words for it, if the glossary has any.
        need: how much the readers need an explanation, from 0 to 100.
        parts: what that number is the sum of.
        limit: the limit that is passed.
    """
    language = get_primary_tag(language)
    country = country if language == ENGLISH else ""
    template = choose_link_template(document, glossary)
    numbers = {id(block): number for number, block in enumerate(document.blocks)}
    about_cancer = _names_cancer(document, language)
    for mention in find_first_mentions(
        document, glossary, each_section=each_section, defined=defined_blocks
    ):
        if mention.state not in _LACKS or (
            mention.state is MentionState.ON_A_PAGE and not page_links
        ):
            continue
        if not about_cancer and is_general_in_cancer(mention.match.term, language):
            continue
        if _is_part_of_long_form(mention, language):
            continue
        position = MentionPosition(measures.counts.words, mention.before)
        text, (start, end) = mention.block.text, mention.match[1:]
        known = _is_built_in(mention, language) and _is_known(text, start, end, country, language)
        relevance = score_relevance(
            mention.match.term, audience, position, is_known=known, language=language
        )
        breach = limits.find_exceeded_limit(relevance.value)
        if breach and not (
            _is_built_in(mention, language)
            and is_known_to_reader(
                document.blocks, numbers[id(mention.block)], start, end, language
            )
        ):
            target = _make_target(mention, template, language)
            yield _make_hit(mention, document.source.format, target, relevance, breach, country)


def _is_part_of_long_form(mention: Mention, language: str) -> bool:
    """Return whether a term is only a part of the long form of an acronym behind it."""
    match, text = mention.match, mention.block.text
    whole = (match.start, match.end)
    return whole not in find_long_forms(text, language) and is_in_long_form(text, *whole, language)


def _make_target(mention: Mention, template: str, language: str) -> str:
    """Return the address of a term's popup in the language of the document, empty if unknown."""
    target = make_popup_target(mention.match.term, template)
    return change_popup_language(target, language) or target


def _is_known(text: str, start: int, end: int, country: str, language: str) -> bool:
    """Return whether most adults know a term at a place of a text."""
    name = text[start:end]
    if language != ENGLISH:
        return is_listed_word(name, language) or (" " not in name and _is_frequent(name, language))
    return is_known_term(name, country) or is_in_listed_term(text, start, end, country)


def _is_built_in(mention: Mention, language: str) -> bool:
    """Return whether only the built-in glossary has a term.

    In a glossary of their own, writers list what they want to have explained.
    """
    term = mention.match.term
    return load_default_glossary(language).find(term.name) == term


def _make_hit(
    mention: Mention,
    input_format: str,
    target: str,
    relevance: Relevance,
    breach: ExceededLimit,
    country: str,
) -> Hit:
    match, prose = mention.match, mention.block.prose
    text = prose.text[match.start : match.end]
    link = make_link_edits(input_format, target)
    plain = spell_in_country(match.term.plain, country)
    values = {
        "text": text,
        "term": match.term.name,
        "lacks": _LACKS[mention.state],
        "advice": _make_advice(text, link, plain),
        "plain": plain,
        "need": round(relevance.value, 1),
        "parts": {name: round(part, 2) for name, part in relevance.parts.items()},
        "limit": breach.limit,
    }
    span = prose.get_span(match.start, match.end)
    if mention.state is MentionState.ON_A_PAGE:
        return Hit(span, values, Severity.INFO)
    fix = make_link_fix(mention, input_format, link) or make_explaining_fix(mention, plain)
    return Hit(span, values, breach.severity, fix=fix)


def _make_advice(text: str, link: tuple[str, str] | None, plain: str) -> str:
    linked = f"link it: {link[0]}{text}{link[1]}" if link else ""
    words = f"say it in plain words: {plain}" if plain else ""
    advice = (
        ", or ".join(filter(None, (linked, words)))
        or "link it to its popup, or explain it in brackets"
    )
    return advice[0].upper() + advice[1:]
