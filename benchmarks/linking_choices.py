"""What editors linked: the corpus without its popup links, in folds, and the terms they chose."""

import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from plainlint import Config
from plainlint.analysis.glossary.harvest import harvest
from plainlint.analysis.glossary.mentions import Mention, find_first_mentions
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.analysis.glossary.relevance import MentionPosition
from plainlint.analysis.metrics.measures import measure
from plainlint.core.audiences import DEFAULT_AUDIENCE, Audiences
from plainlint.core.source import Source
from plainlint.document.model import Document, Link
from plainlint.document.readers import parse_source
from plainlint.run.discovery import read_source

FOLDS = 5
AUDIENCES = Audiences(Config().audience_aliases, DEFAULT_AUDIENCE)


class Page(NamedTuple):
    """A document, the same without popup links, the ids that its editor linked, and its fold.

    `for_patients` goes by the file's name: "hp" in it marks a page for health professionals.
    """

    document: Document
    bare: Document
    linked: frozenset[str]
    for_patients: bool
    fold: int


class Choice(NamedTuple):
    """The first mention of a term on a page without links, and whether the editor linked it."""

    mention: Mention
    place: MentionPosition
    linked: bool


def pages(files: list[Path]) -> list[Page]:
    """The documents in random folds, the same at each run."""
    folds = [index % FOLDS for index in range(len(files))]
    random.Random(1).shuffle(folds)
    return [_page(path, fold) for path, fold in zip(files, folds, strict=True)]


def _page(path: Path, fold: int) -> Page:
    document = parse_source(read_source(path))
    linked = frozenset(identity for _, identity in popups(document))
    patients = "hp" not in path.stem.split("-")
    return Page(document, parse_source(stripped(document)), linked, patients, fold)


def popups(document: Document) -> Iterator[tuple[Link, str]]:
    """The popup links with a usable id, and the id."""
    for link in document.links:
        popup = read_popup(link)
        if popup is not None and popup.id:
            yield link, popup.id


def stripped(document: Document) -> Source:
    """The source with every popup link replaced by its text."""
    text = document.source.text
    for link, _ in sorted(popups(document), key=lambda pair: pair[0].span, reverse=True):
        inner = document.source.slice(link.text_span)
        text = text[: link.span.start] + inner + text[link.span.end :]
    return Source(text, document.source.path)


def glossaries(corpus: Iterable[Page]) -> list[Glossary]:
    """For each fold a glossary harvested from the others."""
    corpus = list(corpus)
    return [
        harvest((page.document for page in corpus if page.fold != fold), AUDIENCES)
        for fold in range(FOLDS)
    ]


def choices(page: Page, glossary: Glossary) -> list[Choice]:
    """The terms of the glossary that the page without links mentions."""
    words = measure(page.bare).counts.words
    return [
        Choice(
            mention, MentionPosition(words, mention.before), mention.match.term.id in page.linked
        )
        for mention in find_first_mentions(page.bare, glossary)
    ]
