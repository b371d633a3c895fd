"""Advice on a hard sentence, from the findings of other rules in it and from its grammar.

The places of all advice here are those of the source.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from string import Formatter
from typing import NamedTuple

from plainlint.analysis.difficulty.advice import (
    Advice,
    Prospect,
    advise_on_grammar,
    compute_phrase_load,
)
from plainlint.analysis.glossary.acronyms import is_in_long_form
from plainlint.analysis.glossary.explained import is_explained_in
from plainlint.analysis.glossary.matching import get_matcher
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.rare_words import is_named_medicine
from plainlint.core.caches import remember
from plainlint.core.diagnostics import Diagnostic
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.ranges import Ranges
from plainlint.core.reported import ReportedFindings
from plainlint.core.source import Span
from plainlint.core.text import fill_template
from plainlint.core.words import WORD
from plainlint.document.folding import fold, strip_accents
from plainlint.document.language_tags import get_primary_tag
from plainlint.document.model import Block, BlockKind, Sentence
from plainlint.languages.base import get_language


class AdvisingFindings(NamedTuple):
    """The findings of a document that give advice.

    Attributes:
        findings: the findings.
        titles: the document's titles; what they name is its topic.
        introduced: the folded words that the document introduces; learned words of their families
            need no advice.
        templates: their advice by rule, with names of their values in braces.
        again: the rules whose advice also holds for equal words further down.
        language: the document's language, an IETF tag.
        on_words: the advice on a rare word that no rule reports, with `{text}`; empty for none.
            With it, a plainer word weighs what it takes away.
    """

    findings: ReportedFindings
    titles: tuple[str, ...]
    introduced: frozenset[str]
    templates: Mapping[str, str]
    again: frozenset[str]
    language: str
    on_words: str = ""

    def iter_prospects(self, block: Block, sentence: Sentence) -> Iterator[Prospect]:
        """Yield the advice that the findings in a sentence may give, but not on its links.

        So may findings above the sentence on words that it repeats.
        """
        links = block.links
        for finding in self.findings.iter_within(sentence.span):
            start, end = finding.span
            if not links or not any(
                link.span.start < end and start < link.span.end for link in links
            ):
                yield self._make_prospect(finding, sentence)
        text, origin = sentence.text, sentence.start
        for finding, start, end in self.findings.find_repeats(text, sentence.span.start):
            if finding.rule in self.again and not (
                (links and block.find_link(origin + start, origin + end))
                or is_in_long_form(text, start, end, get_primary_tag(self.language))
                or (self.on_words and self._is_explained(block, origin + start, origin + end))
            ):
                yield self._make_prospect(finding, sentence, (origin + start, origin + end))

    def repeat(self, advice: Iterable[Advice], sentence: Sentence) -> bool:
        """Return whether another rule says each piece of advice, in the sentence or above it."""
        spans = [finding.span for finding in self.findings.iter_within(sentence.span)]
        repeats = self.findings.find_repeats(sentence.text, sentence.span.start)
        spans += [
            sentence.prose.get_span(sentence.start + start, sentence.start + end)
            for _, start, end in repeats
        ]
        return all(Span(piece.start, piece.end) in spans for piece in advice)

    def _make_prospect(
        self, finding: Diagnostic, sentence: Sentence, repeat: tuple[int, int] | None = None
    ) -> Prospect:
        text = str(finding.values.get("text", finding.text))
        weight = self._weigh(finding, text)
        return Prospect(weight, partial(self._find_advice, finding, sentence, repeat))

    def _weigh(self, finding: Diagnostic, text: str) -> float:
        """Return the load that advice on a text can take away."""
        weight = compute_phrase_load(text, self.language)
        plain = finding.values.get("plain" if "plain" in self._get_names(finding) else "better")
        if self.on_words and isinstance(plain, str):
            return max(weight - compute_phrase_load(plain, self.language), 0)
        return weight

    def _get_names(self, finding: Diagnostic) -> frozenset[str]:
        return _find_names(self.templates[finding.rule])

    def iter_word_prospects(
        self, block: Block, sentence: Sentence, glossary: Glossary
    ) -> Iterator[Prospect]:
        """Yield advice on the rare learned words of a sentence that no rule reports.

        Terms have a rule of their own, which knows where they are explained.
        """
        language = get_language(get_primary_tag(self.language))
        if not self.on_words or language.is_learned is None:
            return
        reported = [finding.span for finding in self.findings.iter_within(sentence.span)]
        text, origin = sentence.text, sentence.start
        head = headwords.end() if (headwords := _HEADWORDS.match(text)) else 0
        asides = Ranges(match.span() for match in _ASIDE.finditer(text))
        terms = Ranges((term.start, term.end) for term in get_matcher(glossary).find(block.text))
        for match in WORD.finditer(text):
            word = match[0]
            if (
                not language.is_learned(word)
                or _is_of_family(word, self.introduced)
                or terms.overlap(origin + match.start(), origin + match.end())
            ):
                continue
            place = sentence.prose.get_span(origin + match.start(), origin + match.end())
            if (
                match.end() < head
                or asides.overlap(*match.span())
                or is_in_long_form(text, *match.span(), language.code)
                or any(span.start < place.end and place.start < span.end for span in reported)
                or block.find_link(origin + match.start(), origin + match.end())
                or self._is_explained(block, origin + match.start(), origin + match.end())
            ):
                continue
            weight = compute_phrase_load(word, self.language)
            words = fill_template(self.on_words, {"text": word})
            yield Prospect(weight, partial(iter, (Advice(*place, words, weight),)))

    def _is_explained(self, block: Block, start: int, end: int) -> bool:
        return is_explained_in(block.text, start, end, get_primary_tag(self.language))

    def _find_advice(
        self, finding: Diagnostic, sentence: Sentence, repeat: tuple[int, int] | None
    ) -> Iterator[Advice]:
        """Yield the advice of a finding, unless a value in it is missing or empty.

        It is for the place of the finding, or for the visible range that repeats its words.
        """
        values, template = finding.values, self.templates[finding.rule]
        names = _find_names(template)
        if not names <= values.keys():
            unknown = sorted(names - values.keys())
            problem = f"'advice_from' can't contain {{{unknown[0]}}}"
            raise PlainlintError(problem + format_suggestion(unknown[0], values), "advice_from")
        text = str(values.get("text", finding.text))
        if (
            all(values[name] for name in names)
            and not _is_named(text, self.titles)
            and not _is_clear(finding, sentence.text)
        ):
            place = sentence.prose.get_span(*repeat) if repeat else finding.span
            words = " ".join(fill_template(template, values).split())
            yield Advice(*place, words, self._weigh(finding, text))


@remember(None)
def _find_names(template: str) -> frozenset[str]:
    """Return the names in braces of a template."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


# "A harmful change (pathogenic variant)": the name for what the words before it say.
_ASIDE = re.compile(r"\([^()]*\)")
# "Stoma (bag): an opening ...": what stands before the colon is what the sentence explains.
_HEADWORDS = re.compile(r"(?:[^\s:]+ ){0,8}[^\s:]+: ")


def _is_clear(finding: Diagnostic, sentence: str) -> bool:
    """Return whether a finding is on the name of a medicine, or on what the sentence explains."""
    text = str(finding.values.get("text", ""))
    start = sentence.find(text)
    if not text or start < 0:
        return False
    head = _HEADWORDS.match(sentence) if ": " in sentence else None
    return (head is not None and start < head.end()) or is_named_medicine(
        sentence, start, start + len(text)
    )


@remember(1 << 12)
def _is_named(text: str, titles: tuple[str, ...]) -> bool:
    """Return whether all words of a text are in the titles, in any case and number."""
    return _list_words(titles).issuperset(_list_words((text,)))


# "Tiroideo" on a page about hypothyroidism.
_FAMILY = 5


@remember(1 << 12)
def _is_of_family(word: str, introduced: frozenset[str]) -> bool:
    """Return whether the first letters of a word are in one of others."""
    start = strip_accents(word)[:_FAMILY]
    return any(start in strip_accents(other) for other in introduced)


@remember(1 << 8)
def _list_words(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the words of texts in one case and number."""
    return frozenset(_strip_plural(word) for text in texts for word in WORD.findall(fold(text)))


def _strip_plural(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


# Blocks that are better without a list inside.
_ITEMS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})


def iter_grammar_prospects(block: Block, sentence: Sentence, language: str) -> Iterator[Prospect]:
    """Yield the advice that the length, the rows and the passives of a sentence may give."""
    has_rows = block.kind not in _ITEMS
    text, words = sentence.text, len(sentence.tokens)
    for prospect in advise_on_grammar(text, words, language, has_rows=has_rows):
        find = partial(_find_in_source, prospect, sentence)
        yield Prospect(prospect.bound, find, prospect.divides)


def _find_in_source(prospect: Prospect, sentence: Sentence) -> Iterator[Advice]:
    """Yield what a prospect finds in the text of a sentence, with its places in the source."""
    origin = sentence.start
    for advice in prospect.find():
        span = sentence.prose.get_span(origin + advice.start, origin + advice.end)
        yield Advice(span.start, span.end, advice.words, advice.weight)
