"""The check unexplained-term: glossary terms that nothing explains where they stand first."""

import re
from collections.abc import Iterator

from plainlint.analysis.glossary.acronyms import (
    find_long_forms,
    is_in_long_form,
)
from plainlint.analysis.glossary.inflection import spell_in_country
from plainlint.analysis.glossary.lay_knowledge import (
    is_frequent,
    is_in_listed_term,
    is_known_term,
)
from plainlint.analysis.glossary.link_templates import choose_link_template, make_popup_target
from plainlint.analysis.glossary.loader import load_default_glossary
from plainlint.analysis.glossary.mentions import (
    Mention,
    MentionState,
    find_first_mentions,
)
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.popup_links import change_popup_language
from plainlint.analysis.glossary.reader_context import is_known_to_reader
from plainlint.analysis.glossary.relevance import MentionPosition, Relevance, score_relevance
from plainlint.analysis.glossary.senses import is_about_cancer, is_general_in_cancer
from plainlint.analysis.metrics.measures import Measures
from plainlint.checks import Hit, check
from plainlint.checks._term_fixes import make_explaining_fix, make_link_fix
from plainlint.core.audiences import ExceededLimit, Limits
from plainlint.core.diagnostics import Severity
from plainlint.core.formats import make_link_edits
from plainlint.document.language_tags import get_primary_tag
from plainlint.document.model import Document
from plainlint.languages.files import ENGLISH
from plainlint.languages.known_words import is_listed_word

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
    about_cancer = is_about_cancer(document.blocks, language)
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


# "Antígenos leucocitarios humanos (HLA)".
_LONGER_NAME = re.compile(r"(?: [^\W\d_]+){1,3} \([A-Z][A-Z0-9-]+\)")


def _is_part_of_long_form(mention: Mention, language: str) -> bool:
    """Return whether a term is only a part of the long form of an acronym behind it."""
    match, text = mention.match, mention.block.text
    whole = (match.start, match.end)
    if language != ENGLISH and _LONGER_NAME.match(text, match.end):
        return True
    return whole not in find_long_forms(text, language) and is_in_long_form(text, *whole, language)


def _make_target(mention: Mention, template: str, language: str) -> str:
    """Return the address of a term's popup in the language of the document, empty if unknown."""
    target = make_popup_target(mention.match.term, template)
    return change_popup_language(target, language) or target


def _is_known(text: str, start: int, end: int, country: str, language: str) -> bool:
    """Return whether most adults know a term at a place of a text."""
    name = text[start:end]
    if language != ENGLISH:
        return is_listed_word(name, language) or (" " not in name and is_frequent(name, language))
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
