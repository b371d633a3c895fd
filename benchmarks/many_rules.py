"""Eight hundred rules of words: what they cost beside a single one.

    python benchmarks/many_rules.py [CORPUS]

Each rule has ten words or phrases of its own, half of the rules with substitutes. The same
documents are checked in turn by the usual rules and one of these, and by the usual rules and all;
medians of the processor's time are printed. Once the words are in no document, which is what the
rules themselves cost, and once all of them are, which is what thousands of findings cost.
"""

import tempfile
import time
from pathlib import Path
from random import Random
from statistics import median

from corpus_path import corpus_files

from plainlint import Config
from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from plainlint.run.discovery import read_source

RULES, WORDS, RUNS, EVERY = 800, 10, 5, 6
# Shorter words are in every document, which no team would forbid.
SHORTEST = 8


def write_rules(folder: Path, words: list[str]) -> None:
    random = Random(1)
    (folder / "own").mkdir()
    for number in range(RULES):
        listed = [" ".join(random.sample(words, random.choice((1, 2)))) for _ in range(WORDS)]
        if number % 2:
            policy = "check: word-list\nwords:\n" + "".join(f'  - "{each}"\n' for each in listed)
        else:
            swaps = "".join(f'  "{each}": better\n' for each in dict.fromkeys(listed))
            policy = f"check: substitution\nswap:\n{swaps}"
        page = f'---\n{policy}message: "Not {{text}}."\n---\n'
        (folder / "own" / f"rule-{number}.md").write_text(page, encoding="utf-8")


def check(linter: Linter, sources: list[Source]) -> tuple[float, int]:
    """The seconds for all documents, and how many of the findings are the new rules'."""
    began = time.process_time()
    results = [linter.lint(source) for source in sources]
    seconds = time.process_time() - began
    found = (each.rule for result in results for each in result.diagnostics)
    return seconds, sum(rule.startswith("own/") for rule in found)


def linters(folder: Path) -> tuple[Linter, Linter]:
    """One with a single rule of the folder, and one with all of them."""
    one = Config(rule_folders=(folder,), ignore=tuple(f"own/rule-{n}" for n in range(1, RULES)))
    return Linter(one, None), Linter(Config(rule_folders=(folder,)), None)


def compared(title: str, words: list[str], sources: list[Source]) -> None:
    """Print what all rules take beside one of them."""
    with tempfile.TemporaryDirectory() as name:
        write_rules(Path(name), words)
        both = linters(Path(name))
        for linter in both:
            check(linter, sources[:1])
        runs = [[check(linter, sources) for linter in both] for _ in range(RUNS)]
    first, all_ = (median(run[which][0] for run in runs) for which in (0, 1))
    more, found = f"{all_ / first - 1:.1%} more", runs[0][1][1] - runs[0][0][1]
    print(f"{title}: {first:.2f} s with one rule, {all_:.2f} s with {RULES}, {more}", end="")
    print(f" and {found:,} findings more")


def main() -> None:
    sources = [read_source(path) for path in corpus_files(__doc__)[::EVERY]]
    seen = {word for source in sources for word in source.text.split() if word.isalpha()}
    words = sorted(word for word in seen if len(word) >= SHORTEST)
    print(f"{len(sources)} documents")
    compared("words of which hardly any comes up", [f"{word}q" for word in words], sources)
    compared("words from the documents, as many as there are", words, sources)


if __name__ == "__main__":
    main()
