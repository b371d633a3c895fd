"""Recall: what an earlier check of a document found, as far as it still holds for a newer text.

Most rules look at one block, sentence, link or section at a time. After an edit, they run only on
those that differ; what they found in the others is shifted to its new place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from operator import eq
from typing import NamedTuple

from plainlint.checks import Context
from plainlint.core.diagnostics import Diagnostic, Edit, Fix, RelatedLocation, Scope
from plainlint.core.source import Source
from plainlint.document.model import Block, BlockKind, Document, Link, Section, Sentence, Word
from plainlint.document.passages import BLOCK_SCOPES, Passage
from plainlint.document.pattern_index import CandidatePassage
from plainlint.document.readers.raw_block import RawDocument
from plainlint.document.word_index import WordMatch
from plainlint.rulebook.rule import Rule

# The parts of a document that lie in one block.
_PARTS_OF_BLOCKS = frozenset({Block, Sentence, Word, Link, Passage, CandidatePassage, WordMatch})
_PARTS_OF_SECTIONS = _PARTS_OF_BLOCKS | {Section}
_SECTION_SCOPES = BLOCK_SCOPES | {"section"}
# What of the context is the same for all texts of a document while its head and settings are.
_SETTINGS = frozenset(
    {
        *("audience", "audiences", "language", "country", "glossary", "plain_words"),
        *("accepted", "rule_names", "today"),
    }
)
# What depends on the whole document, and is compared.
_COMPARED = frozenset({"titles", "introduced", "reported"})


class Kept(NamedTuple):
    """What a check of a document leaves for the next.

    Attributes:
        raw: what was read.
        document: what was checked.
        context: what the checks had besides it.
        found: the findings of rules that look at blocks or sections, by rule, before any gave way.
        reported: the findings that a rule with advice saw, by rule.
    """

    raw: RawDocument
    document: Document
    context: Context
    found: Mapping[str, tuple[Diagnostic, ...]]
    reported: Mapping[str, Sequence[Diagnostic]]


class _Part(NamedTuple):
    """The part of a document that differs from its earlier text.

    Attributes:
        document: the document with only the blocks of this part.
        start: where the part starts in the earlier source. What ends up to here is as it was.
        end: where it ends there. What starts from here on is as it was, but shifted.
    """

    document: Document
    start: int
    end: int


class Recall:
    """The findings of one check, with those of an earlier check that hold for it."""

    def __init__(self, document: Document, context: Context, earlier: Kept | None) -> None:
        self._document, self._context = document, context
        self._found: dict[str, tuple[Diagnostic, ...]] = {}
        self._reported: dict[str, Sequence[Diagnostic]] = {}
        self._earlier = earlier if earlier and _have_equal_settings(earlier, context) else None
        old = self._earlier.document.source.text if self._earlier else document.source.text
        self._shift = len(document.source.text) - len(old)

    def get_kept(self, raw: RawDocument) -> Kept:
        """Return what this check leaves for the next; `raw` is what was read of the document."""
        return Kept(raw, self._document, self._context, self._found, self._reported)

    def holds_for(self, rule: Rule, context: Context) -> bool:
        """Return whether the earlier findings of a rule hold outside of the blocks that differ."""
        return (
            self._earlier is not None
            and rule.id in self._earlier.found
            and self._names_equal_topics(rule, context)
            and ("reported" not in rule.check.context or self._sees_equal_findings(rule, context))
        )

    def _names_equal_topics(self, rule: Rule, context: Context) -> bool:
        """Return whether what a rule knows of the document's topic is as it was."""
        earlier = self._earlier.context if self._earlier else None
        return all(
            name not in rule.check.context or getattr(context, name) == getattr(earlier, name)
            for name in ("titles", "introduced")
        )

    def complete(
        self, rule: Rule, found: Iterable[Diagnostic], context: Context, *, recalled: bool
    ) -> tuple[Diagnostic, ...]:
        """Return the findings of a rule in the whole document, and keep them for the next check.

        Args:
            rule: the rule.
            found: its findings, in the blocks that differ if the others are `recalled`.
            context: what its check had besides the document.
            recalled: whether its earlier findings hold for the other blocks.
        """
        if recalled:
            before, after = self._recall(rule)
            found = (*before, *found, *after)
        found = tuple(found)
        if _is_local(rule) and all(one.scope is not Scope.DOCUMENT for one in found):
            self._found[rule.id] = found
            self._reported[rule.id] = context.reported.findings
        return found

    def get_changed(self, rule: Rule) -> Document:
        """Return the document with only the blocks that a rule must look at again."""
        return self._get_part(rule).document

    def _get_part(self, rule: Rule) -> _Part:
        return self._blocks if _finds_in(rule, _PARTS_OF_BLOCKS, BLOCK_SCOPES) else self._sections

    @cached_property
    def _same(self) -> tuple[int, int]:
        """How many blocks before and after the edit are as they were."""
        if self._earlier is None:
            return 0, 0
        earlier, shift = self._earlier.document, self._shift
        old, new = earlier.blocks, self._document.blocks
        before = sum(1 for _ in takewhile(bool, map(eq, old, new)))
        # An edit of the head that keeps its length may move the lines below.
        end = new[before - 1].span.end if before else 0
        if not earlier.source.text.startswith(self._document.source.text[:end]):
            before = 0
        most = min(len(old), len(new)) - before
        pairs = zip(reversed(old[len(old) - most :]), reversed(new[len(new) - most :]), strict=True)
        texts = earlier.source, self._document.source
        after = takewhile(bool, (_is_shifted(*pair, shift, texts) for pair in pairs))
        return before, sum(1 for _ in after)

    @cached_property
    def _blocks(self) -> _Part:
        return self._make_part(*self._same)

    @cached_property
    def _sections(self) -> _Part:
        """The part from the heading above what differs to the heading below."""
        before, after = self._same
        blocks = self._document.blocks
        heading = BlockKind.HEADING
        above = (index for index in range(before - 1, -1, -1) if blocks[index].kind is heading)
        below = (count for count in range(after, 0, -1) if blocks[-count].kind is heading)
        return self._make_part(next(above, 0), next(below, 0))

    def _make_part(self, before: int, after: int) -> _Part:
        """Return the part without so many blocks at the start and at the end."""
        blocks = self._document.blocks
        middle = blocks[before : len(blocks) - after]
        start = blocks[before - 1].span.end if before else 0
        end = blocks[-after].span.start if after else len(self._document.source.text)
        return _Part(self._document._replace(blocks=middle), start, end - self._shift)

    def _recall(self, rule: Rule) -> tuple[list[Diagnostic], list[Diagnostic]]:
        """Return the findings of a rule before and after the part that differs."""
        assert self._earlier is not None
        found, part = self._earlier.found[rule.id], self._get_part(rule)
        before = [one for one in found if one.span.end <= part.start]
        after = [one for one in found if one.span.start >= part.end]
        return before, [shift_finding(one, self._shift, self._document.source) for one in after]

    def _sees_equal_findings(self, rule: Rule, context: Context) -> bool:
        """Return whether a rule with advice sees what it saw, in the places where it saw it."""
        assert self._earlier is not None
        old, new = self._earlier.reported[rule.id], context.reported.findings
        return len(old) == len(new) and all(map(self._is_the_same, old, new))

    def _is_the_same(self, old: Diagnostic, new: Diagnostic) -> bool:
        if old is new:
            return True
        start = old.span.start
        part = self._blocks
        moved = self._shift if start >= part.end else 0
        within = part.start <= start < part.end
        return (
            (within or start + moved == new.span.start)
            and old.rule == new.rule
            and old.text == new.text
            and old.values == new.values
        )


def _is_local(rule: Rule) -> bool:
    """Return whether a rule finds the same in a section, whatever is in the others."""
    return (
        rule.check.context <= _SETTINGS | _COMPARED
        and not rule.check.foreign
        and rule.most_findings is None
        and _finds_in(rule, _PARTS_OF_SECTIONS, _SECTION_SCOPES)
    )


def _finds_in(rule: Rule, parts: frozenset[type], scopes: frozenset[str]) -> bool:
    """Return whether a rule looks at such parts of a document, in such scopes if it has any."""
    return rule.check.node in parts and (
        not rule.scope or (len(rule.scope) == 1 and rule.scope[0] in scopes)
    )


def _have_equal_settings(earlier: Kept, context: Context) -> bool:
    document = earlier.document
    joined = (sentence.joined_span for block in document.blocks for sentence in block.sentences)
    return not any(joined) and all(
        getattr(earlier.context, name) == getattr(context, name) for name in _SETTINGS
    )


def _is_shifted(old: Block, new: Block, shift: int, sources: tuple[Source, Source]) -> bool:
    """Return whether a block is the same as an older one but for its place in the source."""
    return (
        old.span.start + shift == new.span.start
        and old.span.end + shift == new.span.end
        and old.kind is new.kind
        and old.level == new.level
        and old.exclusion_reason is new.exclusion_reason
        and old.language == new.language
        and old.prose.text == new.prose.text
        and len(old.sentences) == len(new.sentences)
        and len(old.links) == len(new.links)
        and len(old.prose.pieces) == len(new.prose.pieces)
        and sources[0].slice(old.span) == sources[1].slice(new.span)
        and [container.tag for container in old.containers]
        == [container.tag for container in new.containers]
        and all(
            _are_shifted_sentences(*pair) for pair in zip(old.sentences, new.sentences, strict=True)
        )
        and all(_are_shifted_links(*pair, shift) for pair in zip(old.links, new.links, strict=True))
    )


def _are_shifted_sentences(old: Sentence, new: Sentence) -> bool:
    return (
        old.start == new.start
        and old.end == new.end
        and old.tokens == new.tokens
        and new.joined_span is None
    )


def _are_shifted_links(old: Link, new: Link, shift: int) -> bool:
    return (
        old.span.start + shift == new.span.start
        and old.start == new.start
        and old.end == new.end
        and old.href == new.href
        and old.title == new.title
        and old.attributes == new.attributes
    )


def shift_finding(found: Diagnostic, shift: int, source: Source) -> Diagnostic:
    """Return a finding on a text that is now `shift` code points further down in its source."""
    span = found.span.shift(shift)
    return found._replace(
        span=span,
        start=source.locate(span.start),
        end=source.locate(span.end),
        related=tuple(_shift_related(found.related, shift, source)),
        fix=found.fix and _shift_fix(found.fix, shift),
    )


def _shift_related(
    related: Iterable[RelatedLocation], shift: int, source: Source
) -> Iterator[RelatedLocation]:
    for place in related:
        span = place.span.shift(shift)
        yield RelatedLocation(span, source.locate(span.start), place.text)


def _shift_fix(fix: Fix, shift: int) -> Fix:
    edits = tuple([Edit(edit.span.shift(shift), edit.text) for edit in fix.edits])
    return fix._replace(edits=edits)
