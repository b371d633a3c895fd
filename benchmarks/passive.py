"""Precision and recall of passive verbs, on sentences that were labelled before any was checked.

    python benchmarks/passive.py [CORPUS]

`passive_sentences.txt` holds 200 sentences of our own; `passive_sentences.csv` says where 200 more
are in a corpus, and where the participles end in each. What they showed has been mended since;
`passive_fresh.csv` has 100 that were drawn after that. What is found is right if it ends with a
participle that is labelled.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from corpus_path import corpus_files

from plainlint.document.readers import parse_source
from plainlint.engine.fingerprints import digest
from plainlint.languages.en.passive import find_passives
from plainlint.run.discovery import read_source

HERE = Path(__file__).parent


class Labelled(NamedTuple):
    """A sentence, and where the participles of its passive verbs end."""

    text: str
    ends: frozenset[int]


def main() -> None:
    """Print what is wrong and missed, and the figures for either list."""
    paths = {path.name: path for path in corpus_files(__doc__ or "")}
    report("sentences of our own", list(own()))
    report("sentences of the corpus", list(drawn(paths, "passive_sentences.csv")))
    report("fresh sentences of the corpus", list(drawn(paths, "passive_fresh.csv")))


def own() -> Iterator[Labelled]:
    """The sentences whose participles stand in « »."""
    for line in _rows("passive_sentences.txt"):
        pieces = line.replace("»", "«").split("«")
        closed = range(2, len(pieces), 2)
        ends = frozenset(len("".join(pieces[:index])) for index in closed)
        yield Labelled("".join(pieces), ends)


def drawn(paths: dict[str, Path], rows: str) -> Iterator[Labelled]:
    """The sentences of the corpus, as far as they still stand there."""
    for line in _rows(rows):
        name, start, name_of_text, *ends = line.split(",")
        if name in paths:
            sentences = parse_source(read_source(paths[name])).sentences
            text = next((s.text for s in sentences if s.span.start == int(start)), "")
            if digest(text) == name_of_text:
                yield Labelled(text, frozenset(map(int, ends)))


def report(title: str, sentences: list[Labelled]) -> None:
    """Print one list's misses and its figures."""
    right = wrong = missed = 0
    for text, ends in sentences:
        found = {end for _, end in find_passives(text)}
        for end in sorted(found ^ ends):
            print(f"{'missed' if end in ends else 'wrong'}: {text[:end]}|{text[end:]}")
        right += len(found & ends)
        wrong += len(found - ends)
        missed += len(ends - found)
    if not right:
        print(f"{title}: none is here")
        return
    shares = f"precision {right / (right + wrong):.3f}, recall {right / (right + missed):.3f}"
    print(f"{len(sentences)} {title}, {right + missed} passive verbs: {shares}")


def _rows(name: str) -> Iterator[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return (line for line in lines if not line.startswith("#"))


if __name__ == "__main__":
    main()
