"""The checks of jargon: acronyms, glossary terms and rare words that readers may not know."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from plainlint.analysis.glossary.acronyms import (
    find_acronyms,
    find_letter_rows,
    find_long_form,
    find_non_acronyms,
    is_spelled_out,
    split_compound,
    strip_plural,
)
from plainlint.analysis.glossary.link_templates import choose_link_template, make_popup_target
from plainlint.analysis.glossary.matching import get_matcher, is_acronym
from plainlint.analysis.glossary.mentions import (
    Mention,
    MentionState,
    find_first_mentions,
    is_explained,
)
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.rare_words import SHORTEST, is_named_medicine, is_unknown
from plainlint.analysis.glossary.relevance import MentionPosition, Relevance, score_relevance
from plainlint.analysis.metrics.measures import Measures
from plainlint.checks import Hit, check
from plainlint.core.audiences import ExceededLimit, Limits
from plainlint.core.caches import remember
from plainlint.core.diagnostics import Edit, Fix, Severity
from plainlint.core.errors import PlainlintError
from plainlint.core.source import Source, Span
from plainlint.document.model import Block, BlockKind, Document


@check
def unexpanded_acronym(
    document: Document,
    glossary: Glossary,
    audience: str,
    *,
    known: Mapping[str, list[str]],
    not_acronyms: Mapping[str, list[str]],
) -> Iterator[Hit]:
    """Report the first use of each acronym that has no long form, explanation or link there.

    Args:
        known: the acronyms that need no long form, by audience, and for `everyone`.
        not_acronyms: regular expressions, by kind, for what only looks like an acronym; they can
            look at the text around it. A match is not an acronym in the rest of the document.

    Message:
        text: the acronym.
        advice: what to write.
    """
    seen = {*known.get("everyone", ()), *known.get(audience, ())}
    seen.update(_find_spelled_out(document.front_matter.get_text("title")))
    not_acronym = _compile_not_acronyms(not_acronyms)
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            seen.update(_find_spelled_out(block.text))
        if block.is_running_text:
            for start, end in _find_first_uses(document.source, block, seen, not_acronym):
                text = block.text[start:end]
                if letters := find_letter_rows(strip_plural(text), document.blocks[number + 1 :]):
                    seen.update(letters)
                    continue
                values = {"text": text, "advice": _advise_on_acronym(strip_plural(text), glossary)}
                yield Hit(block.prose.get_span(start, end), values)


def _compile_not_acronyms(kinds: Mapping[str, list[str]]) -> re.Pattern[str]:
    patterns = [pattern for kind in kinds.values() for pattern in kind]
    try:
        return re.compile(rf"(?:{'|'.join(patterns) or '(?!)'})s?(?!\w)")
    except re.error as error:
        raise PlainlintError(f"not_acronyms: {error.pattern!r}: {error.msg}") from error


def _find_spelled_out(text: str) -> set[str]:
    return {
        strip_plural(text[start:end])
        for start, end in find_acronyms(text)
        if is_spelled_out(text, start, end)
    }


def _find_first_uses(
    source: Source, block: Block, seen: set[str], not_acronym: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Yield the first uses that do not help the reader, and add all acronyms to `seen`."""
    text, uses_of = block.text, defaultdict[str, list[tuple[int, int]]](list)
    for start, end in (uses := list(find_acronyms(text))):
        uses_of[strip_plural(text[start:end])].append((start, end))
    exempt_ranges = find_non_acronyms(source, block) if uses_of.keys() - seen else ()
    exempt = {offset for start, end in exempt_ranges for offset in range(start, end)}
    for start, end in uses:
        name = strip_plural(text[start:end])
        if name in seen or start in exempt:
            continue
        names = split_compound(text, start, end, not_acronym)
        if not (new := names - seen):
            # The name of a gene or a trial is not an acronym elsewhere either.
            seen.update(() if names else [name])
            continue
        seen.update(new, [name])
        ends = (sentence.end for sentence in block.sentences)
        sentence_end = next((stop for stop in ends if start < stop), len(text))
        in_sentence = [use for use in uses_of[name] if start <= use[0] < sentence_end]
        if not any(_is_clear_acronym(block, *use) for use in in_sentence):
            yield start, end


def _is_clear_acronym(block: Block, start: int, end: int) -> bool:
    """Return whether a use is spelled out, explained in words or in a link."""
    if block.find_link(start, end):
        return True
    in_bracket = block.text[start - 1 : start] in {"(", "["}
    spelled_out = is_spelled_out(block.text, start, end)
    return spelled_out or (not in_bracket and is_explained(block.text, start, end))


def _advise_on_acronym(name: str, glossary: Glossary) -> str:
    term = glossary.find(name)
    names = term.names if term else ()
    long_form = next((other for other in names if find_long_form(name, other)), "")
    if long_form:
        return f"Write {long_form} ({name})"
    return f"Write the long form first, then ({name})"


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
    *,
    each_section: bool = False,
    page_links: bool = False,
) -> Iterator[Hit]:
    """Report the first mention of each term that has no popup link and no explanation there.

    The limits apply to how much these readers need an explanation, from 0 to 100.

    Args:
        each_section: whether the first mention in each section is checked, not only the first in
            the document.
        page_links: whether terms with a link to another page are also reported, as info.

    Message:
        text: the term as written there.
        term: the term's name in the glossary.
        lacks: what is missing.
        advice: what to write.
        need: how much the readers need an explanation, from 0 to 100.
        parts: what that number is the sum of.
        limit: the limit that is passed.
    """
    template = choose_link_template(document, glossary)
    for mention in find_first_mentions(document, glossary, each_section=each_section):
        if mention.state not in _LACKS or (
            mention.state is MentionState.ON_A_PAGE and not page_links
        ):
            continue
        position = MentionPosition(measures.counts.words, mention.before)
        relevance = score_relevance(mention.match.term, audience, position)
        if breach := limits.find_exceeded_limit(relevance.value):
            target = make_popup_target(mention.match.term, template)
            yield _make_hit(mention, target, relevance, breach)


def _make_hit(mention: Mention, target: str, relevance: Relevance, breach: ExceededLimit) -> Hit:
    match, prose = mention.match, mention.block.prose
    text = prose.text[match.start : match.end]
    values = {
        "text": text,
        "term": match.term.name,
        "lacks": _LACKS[mention.state],
        "advice": _make_advice(text, target, match.term.plain),
        "need": round(relevance.value, 1),
        "parts": {name: round(part, 2) for name, part in relevance.parts.items()},
        "limit": breach.limit,
    }
    span = prose.get_span(match.start, match.end)
    if mention.state is MentionState.ON_A_PAGE:
        return Hit(span, values, Severity.INFO)
    return Hit(span, values, breach.severity, fix=_make_link_fix(mention, target))


_SHORT_ACRONYM = 2


def _make_link_fix(mention: Mention, url: str) -> Fix | None:
    """Return a fix that links the mention; None where Markdown can't have a link."""
    match, prose = mention.match, mention.block.prose
    text = prose.text[match.start : match.end]
    if not url or mention.block.kind is BlockKind.HTML or "[" in text or "]" in text:
        return None
    start, end = prose.get_span(match.start, match.end)
    if end - start != match.end - match.start:
        start, end = prose.get_wrapped_span(match.start, match.end)
    target = f"<{url}>" if set(" ()") & set(url) else url
    edits = (Edit(Span(start, start), "["), Edit(Span(end, end), f"]({target})"))
    # Two letters have too many meanings: OS is overall survival, and what a phone runs on.
    is_ambiguous = is_acronym(text) and len(strip_plural(text)) <= _SHORT_ACRONYM
    return Fix(f"link '{text}' to its popup", edits, safe=not is_ambiguous)


def _make_advice(text: str, url: str, plain: str) -> str:
    link = f"link it: [{text}]({url})" if url else ""
    words = f"say it in plain words: {plain}" if plain else ""
    return (
        ", or ".join(filter(None, (link, words)))
        or "link it to its popup, or explain it in brackets"
    )


_LONG_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_LONGER_WORD = re.compile(r"[^\W\d_]{4,}")
# Letters and digits that are the name of a gene, as the word behind them shows.
_GENE = re.compile(
    r"[A-Z](?<![\w-][A-Z])[A-Z]{1,5}-?\d{1,3}[A-Z]?\d?(?=[*_]?[ -](?:mutations?|fusions?"
    r"|variants?|rearrangements?|positive|negative|mutated|mutant|amplified|inhibitors?)\b)"
)
_BEFORE_SENTENCE = re.compile(r"(?:^|[.?!:])[ \"'(\u201c\u2018*]*\Z")


@check
def unknown_word(document: Document, glossary: Glossary, *, known: list[str]) -> Iterator[Hit]:
    """Report the first use of each rare word that has no link and no explanation there.

    Words of the document's title are not reported: the whole document explains them.

    Args:
        known: words that these readers know, in lower case.

    Message:
        text: the word.
    """
    seen = {_strip_plural(word) for word in known}
    titles = [heading.text for heading in document.headings if heading.level == 1]
    for title in (document.front_matter.get_text("title"), *titles):
        seen.update(map(_strip_plural, _LONG_WORD.findall(title)))
    for block in document.blocks:
        if not block.is_running_text or _has_only_names(block.text):
            continue
        new = [
            match for match in _find_candidates(block.text) if _strip_plural(match[0]) not in seen
        ]
        if not new:
            continue
        covered = _find_covered_ranges(block, glossary)
        for match in new:
            if _strip_plural(match[0]) in seen:
                continue
            seen.add(_strip_plural(match[0]))
            is_covered = any(start < match.end() and match.start() < end for start, end in covered)
            if not is_covered and not _is_clear(block.text, match):
                yield Hit(block.prose.get_span(*match.span()), {"text": match[0]})


def _strip_plural(word: str) -> str:
    lower = word.lower()
    return f"{lower[:-3]}y" if lower.endswith("ies") else lower.removesuffix("s")


def _is_clear(text: str, word: re.Match[str]) -> bool:
    return is_named_medicine(text, *word.span()) or is_explained(text, *word.span())


@remember(1 << 12)
def _find_candidates(text: str) -> tuple[re.Match[str], ...]:
    """Return the rare words of a text, each part of a compound on its own, and the genes."""
    genes = tuple(_GENE.finditer(text))
    if not any(map(_is_possibly_unknown, _LONG_WORD.findall(text))):
        return genes
    rare = (word for word in _LONG_WORD.finditer(text) if _is_possibly_unknown(word[0]))
    return genes + tuple(
        word
        for word in rare
        if is_unknown(word[0]) or _BEFORE_SENTENCE.search(text, 0, word.start())
    )


@remember(1 << 16)
def _is_possibly_unknown(word: str) -> bool:
    """Return whether a word is unknown, either as written or in lower case."""
    return is_unknown(word) or (word[0].isupper() and is_unknown(word.lower()))


def _has_only_names(text: str) -> bool:
    """Return whether a text is several words with capitals, such as a title or brand names."""
    count = 0
    for word in _LONGER_WORD.finditer(text):
        if not word[0][0].isupper():
            return False
        count += 1
    return count > 1


def _find_covered_ranges(block: Block, glossary: Glossary) -> list[tuple[int, int]]:
    """Return the ranges of the block's text that links and names of terms cover."""
    links = [(link.start, link.end) for link in block.links]
    return links + [(match.start, match.end) for match in get_matcher(glossary).find(block.text)]
