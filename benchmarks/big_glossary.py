"""A glossary of 20,000 names: the time it takes to load, and what it adds to a run.

    python benchmarks/big_glossary.py NAMES [CORPUS]

NAMES is a JSON file that maps names to ids to languages; all its names are compiled into one
glossary. The same documents are checked in turn without any glossary and with it; medians of the
processor's time are printed.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from corpus_path import DEFAULT

from plainlint import Config
from plainlint.analysis.glossary.harvest import import_glossary
from plainlint.analysis.glossary.loader import ENDING, compile_glossary, load_glossary
from plainlint.analysis.glossary.matching import TermMatcher
from plainlint.analysis.glossary.model import Glossary, merge_glossaries
from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from plainlint.run.discovery import read_source

LANGUAGES = ("en", "es")
LOADS, RUNS = 15, 5
# Every so many documents of the corpus are checked.
EVERY = 3


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def check(linter: Linter, sources: list[Source]) -> None:
    for source in sources:
        linter.lint(source)


def glossary_of(names: Path) -> Glossary:
    text = names.read_text(encoding="utf-8")
    return merge_glossaries(import_glossary(text, names.name, language=each) for each in LANGUAGES)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", type=Path)
    parser.add_argument("corpus", nargs="?", type=Path, default=DEFAULT)
    args = parser.parse_args()
    sources = [read_source(path) for path in sorted(args.corpus.rglob("*.md"))[::EVERY]]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"names.{ENDING}"
        path.write_text(compile_glossary(glossary_of(args.names)), encoding="utf-8")
        loaded = load_glossary(path)
        names = sum(len(term.names) for term in loaded.terms)
        loads = [1000 * seconds(lambda: load_glossary(path)) for _ in range(LOADS)]
        builds = [1000 * seconds(lambda: TermMatcher(loaded)) for _ in range(LOADS)]
        print(f"glossary: {len(loaded.terms)} terms, {names} names")
        print(
            f"load, compiled: {median(loads):.1f} ms (min {min(loads):.1f}, max {max(loads):.1f})"
        )
        print(f"make ready to match: {median(builds):.1f} ms, once a run")
        without = Linter(Config(default_glossary=False), None)
        with_it = Linter(Config(default_glossary=False, glossary=(path,)), None)
        check(with_it, sources[:1])
        pairs = [
            (seconds(lambda: check(without, sources)), seconds(lambda: check(with_it, sources)))
            for _ in range(RUNS)
        ]
    ratio = median(big / small for small, big in pairs)
    small, big = (median(column) for column in zip(*pairs, strict=True))
    print(f"{len(sources)} documents: {small:.2f} s without a glossary, {big:.2f} s with it")
    print(f"added: {100 * (ratio - 1):.0f}%, the median of {RUNS} pairs")


if __name__ == "__main__":
    main()
