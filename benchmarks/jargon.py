"""Jargon against editors: terms found again, popup links read, and the links that --fix puts back.

    python benchmarks/jargon.py [CORPUS]

Five-fold over documents: a fold's popup links are taken out of its documents, the glossary is
harvested from the other folds, and what plainlint does is held against what the editors did.
"""

import random
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpus_path import corpus_files

from plainlint import Config
from plainlint.discovery import read_source
from plainlint.fixing import fixed
from plainlint.glossary.harvest import harvest, to_json
from plainlint.glossary.matching import Matcher
from plainlint.glossary.model import Glossary
from plainlint.glossary.popups import read_popup
from plainlint.linter import Linter
from plainlint.model import Document, Link
from plainlint.parse import parse_source
from plainlint.source import Source

FOLDS = 5
# --fix is tried on every so many documents: each is read a dozen times.
FIX_EVERY = 8
RAW_POPUP = re.compile(
    r"\]\((?=[^()\s]*popDefinition)[^()\s]*?[?&]id=(?:CDR)?0*(\d+)[^()\s]*?version=(\w+)"
    r"[^()\s]*?language=(\w+)",
    re.IGNORECASE,
)
AUDIENCES = {"patient": "patient", "healthprofessional": "technical"}


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


def links(documents: list[Document]) -> None:
    """Popup links as a plain search sees them, against those that were read."""
    seen = right = 0
    for document in documents:
        raw = [
            (number, AUDIENCES[version.lower()], language.lower()[:2])
            for number, version, language in RAW_POPUP.findall(document.source.text)
        ]
        read = [popup for link in document.links if (popup := read_popup(link))]
        found = {(popup.id, popup.audience, popup.language) for popup in read}
        seen += len(raw)
        right += sum(each in found for each in raw)
    print(f"popup links read to the right id, audience and language: {right} of {seen}")


def recall(document: Document, bare: Document, glossary: Glossary) -> tuple[int, int]:
    """(linked terms of the glossary that are found again, all of them)."""
    known = {term.id for term in glossary.terms}
    find = Matcher(glossary).find
    found = {
        match.term.id
        for block in bare.blocks
        if block.is_running_text
        for match in find(block.text)
    }
    linked = {identity for _, identity in popups(document)} & known
    return len(linked & found), len(linked)


def put_back(document: Document, bare: Source, linter: Linter) -> tuple[int, int, bool]:
    """(links put back byte for byte, links put where the editor had one, nothing else changed)."""
    once = fixed(bare, linter)
    after, before = parse_source(once), parse_source(bare)
    same = [s.text for s in after.sentences] == [s.text for s in before.sentences]
    rest = fixed(once, linter).text == once.text
    inserted, written = first_links(after), first_links(document)
    places = [
        identity
        for identity, (place, _) in written.items()
        if identity in inserted and inserted[identity][0] == place
    ]
    back = sum(inserted[identity] == written[identity] for identity in places)
    return back, len(places), same and rest


def first_links(document: Document) -> dict[str, tuple[tuple[int, int], str]]:
    """For each id its first popup link: (block, place in the block's visible text), and source."""
    first: dict[str, tuple[tuple[int, int], str]] = {}
    for number, block in enumerate(document.blocks):
        for link in block.links:
            popup = read_popup(link)
            if popup is not None and popup.id:
                first.setdefault(popup.id, ((number, link.start), document.source.slice(link.span)))
    return first


def main() -> None:
    documents = [parse_source(read_source(path)) for path in corpus_files(__doc__ or "")]
    links(documents)
    folds = [index % FOLDS for index in range(len(documents))]
    random.Random(1).shuffle(folds)
    found = asked = back = tried = fixes = sound = 0
    for fold in range(FOLDS):
        glossary = harvest(d for d, f in zip(documents, folds, strict=True) if f != fold)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "glossary.json"
            path.write_text(to_json(glossary), encoding="utf-8")
            select = ("jargon/unexplained-term",)
            config = Config(select=select, default_glossary=False, glossary=(path,))
            linter = Linter(config, None)
            held_out = [d for d, f in zip(documents, folds, strict=True) if f == fold]
            for number, document in enumerate(held_out):
                bare = stripped(document)
                hits, all_of_them = recall(document, parse_source(bare), glossary)
                found, asked = found + hits, asked + all_of_them
                if number % FIX_EVERY == 0:
                    good, links_tried, kept = put_back(document, bare, linter)
                    back, tried = back + good, tried + links_tried
                    fixes, sound = fixes + 1, sound + kept
    print(f"linked terms of the glossary found again: {100 * found / asked:.1f}% of {asked}")
    print(f"--fix: same words and sentences, nothing on a second run: {sound} of {fixes} documents")
    print(f"--fix: the editor's link, byte for byte: {100 * back / tried:.1f}% of {tried}")


if __name__ == "__main__":
    main()
