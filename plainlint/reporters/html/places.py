"""Places: the cards of a document in the order of its text, with their numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from plainlint.core.diagnostics import Severity
from plainlint.core.source import Source
from plainlint.document.model import Document
from plainlint.reporters.cards import Card, Step

# Of a text that is not on the page, this much is shown on its card.
_EXCERPT = 160
# So many places are ranked on their cards.
_RANKED = 10
# So many reasons are named before they are unfolded.
_TITLES = 2
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_LINK = re.compile(r"\]\(|<a\s")


class NumberedStep(NamedTuple):
    """A step with its number on the card, and the link to put in; empty if there is none."""

    number: int
    step: Step
    link: str


class Place(NamedTuple):
    """A card with its place in the text.

    Attributes:
        number: its number in the text, from 1.
        rank: its place among those to work on first, from 1; 0 if it is not one of them.
        is_rewrite: whether it is one of the sentences to rewrite that the estimate counts.
        unit: what the text is, such as "Paragraph".
        excerpt: the text, if it is not on the page itself, as that of an image is not.
    """

    number: int
    rank: int
    is_rewrite: bool
    unit: str
    excerpt: str
    card: Card
    steps: tuple[NumberedStep, ...]

    @property
    def level(self) -> int:
        """How hard its sentence is, from 0 to 3."""
        hardness = self.card.item.hardness
        return hardness.level if hardness else 0

    @property
    def severity(self) -> str:
        """How severe it is; what no rule reports could be better."""
        return (self.card.item.severity or Severity.INFO).value

    @property
    def name(self) -> str:
        """What it is, in words."""
        return self.card.level or self.unit

    @property
    def shown_rank(self) -> str:
        """Its rank if it is one of the first, such as "4th"; else empty."""
        return f"{self.rank}{_ENDINGS.get(self.rank, 'th')}" if 0 < self.rank <= _RANKED else ""

    @property
    def why(self) -> str:
        """The titles of its first reasons, and how many more there are."""
        titles = list(dict.fromkeys(reason.title for reason in self.card.reasons))
        rest = f", and {len(titles) - _TITLES} more" if len(titles) > _TITLES else ""
        return ", ".join(titles[:_TITLES]) + rest


def number_places(
    document: Document, cards: Iterable[Card], to_rewrite: Mapping[int, int]
) -> tuple[Place, ...]:
    """Number cards in text order; a paragraph comes before its first sentence.

    Args:
        document: the document with their texts.
        cards: the cards of its sentences and blocks, the hardest sentences first.
        to_rewrite: the ranks of the sentences to rewrite, by offset. If it is empty, hard sentences
            are ranked as they come.
    """
    ranked = []
    hard = 0
    for card in cards:
        item = card.item
        assert item.block is not None
        rank = 0
        if item.hardness and to_rewrite:
            sentences = document.blocks[item.block].sentences
            starts = (one.span.start for one in sentences if one.start == item.start)
            rank = to_rewrite.get(next(starts, -1), 0)
        elif item.hardness and item.hardness.level:
            rank = hard = hard + 1
        ranked.append((card, rank))
    ranked.sort(key=lambda pair: (pair[0].item.block, pair[0].item.start, -pair[0].item.end))
    return tuple(
        Place(
            number=number,
            rank=rank,
            is_rewrite=bool(rank and to_rewrite),
            unit=_name_unit(document, card),
            excerpt=_make_excerpt(card),
            card=card,
            steps=tuple(_number_steps(card, document.source)),
        )
        for number, (card, rank) in enumerate(ranked, 1)
    )


def _name_unit(document: Document, card: Card) -> str:
    if card.item.hardness or card.item.block is None:
        return "Sentence"
    return document.blocks[card.item.block].kind.value.capitalize()


def _make_excerpt(card: Card) -> str:
    item = card.item
    if item.start < item.end or not item.findings:
        return ""
    return item.findings[0].text[:_EXCERPT]


def _number_steps(card: Card, source: Source) -> Iterator[NumberedStep]:
    for number, step in enumerate(card.steps, 1):
        yield NumberedStep(number, step, _write_link(step, source))


def _write_link(step: Step, source: Source) -> str:
    """Return the words of a step as the link that its fix makes of them; empty if it makes none."""
    if step.fix is None:
        return ""
    edits = step.fix.edits
    position = min(step.span.start, edits[0].span.start)
    parts: list[str] = []
    for span, text in edits:
        parts += source.text[position : span.start], text
        position = span.end
    whole = "".join(parts) + source.text[position : max(step.span.end, position)]
    return whole if _LINK.search(whole) else ""
