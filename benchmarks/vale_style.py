"""A style of 185 rules of Vale: how long the corpus takes with it, and how long without.

    python benchmarks/vale_style.py [--style FOLDER ...] [CORPUS]

The style is made anew from rarer words of the corpus. Kinds and sizes of its rules, and the shapes
of their regular expressions, are those of public styles. `--style` measures other styles instead.

Each run is one `plainlint check` as a process, by all cores, without a cache; they take turns.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from statistics import median

from corpus_path import corpus_and_options

from plainlint.rulebook.vale.styles import Styles

RUNS = 3
SHORTEST, FEW = 5, 10
# How many rules of each kind; 185 in all.
KINDS = {
    "words": 84,
    "patterns": 46,
    "substitution": 34,
    "metric": 7,
    "capitalization": 4,
    "conditional": 3,
    "occurrence": 3,
    "repetition": 2,
    "consistency": 2,
}
# How many tokens a list of words has: most are short, a few have hundreds.
SIZES = (1, 2, 3, 5, 6, 8, 8, 10, 12, 15, 20, 25, 40, 60, 110, 700)
# Shapes of tokens in rules that look for signs and numbers, not for words.
SIGNS = (
    r"\d{{1,2}}[AP]M\b",
    r"\d+(?:st|nd|rd|th)\b",
    r"\d+(?:kg|ml|mg)",
    r"\b\d+\s?-\s?\d+\b",
    r"[a-z][.?!] {{2,}}[A-Z]",
    r"\b(?:[A-Z]\.){{3,}}",
    r"\b\w+\(s\)",
    r"\s[^\s-]+ly-",
    r"\w+!(?:\s|$)",
    r'"[^"]+"[.,?]',
    r"\$[\d]* ?(?:dollars|usd)",
    r"(?:^|\s)(?:{0}|{1})\s",
    r"(?:{0}|{1})\s\d+\s?-\s?\d+",
    r"(?<!non-){0}(?!-{1})",
    r"\b{0}(?= (?:and|or) {1})",
    r"^{0},",
)
SHAPES = ("{0}", "{0}", "{0} {1}", "{0}s?", "{0}(?:ed|ing)?", "(?:{0}|{1})", "{0} ?{1}", "{0}[ei]s")


def write_style(folder: Path, words: list[str]) -> None:
    """The rules of all kinds, each in a file of its own."""
    random = Random(1)
    for kind, number in KINDS.items():
        for index in range(number):
            rule = RULES[kind](random, words, index)
            head = (
                f"message: \"Look at '%s'.\"\nlevel: {random.choice(('warning', 'suggestion'))}\n"
            )
            (folder / f"{kind.title()}{index}.yml").write_text(head + rule, encoding="utf-8")


def _pattern(random: Random, words: list[str], shapes: tuple[str, ...]) -> str:
    text = random.choice(shapes).format(*random.sample(words, 2))
    return "'" + text.replace("'", "''") + "'"


def _listed(patterns: Iterator[str]) -> str:
    return "".join(f"  - {each}\n" for each in patterns)


def _words(random: Random, words: list[str], index: int) -> str:
    tokens = (_pattern(random, words, SHAPES) for _ in range(SIZES[index % len(SIZES)]))
    return f"extends: existence\nignorecase: true\ntokens:\n{_listed(tokens)}"


def _patterns(random: Random, words: list[str], index: int) -> str:
    shapes = (SIGNS[index % len(SIGNS)], random.choice(SIGNS))
    tokens = (_pattern(random, words, shapes) for _ in range(2))
    scope = random.choice(("text", "text", "text", "heading", "sentence"))
    case = str(index % 3 == 0).lower()
    head = f"extends: existence\nnonword: true\nscope: {scope}\nignorecase: {case}\n"
    return f"{head}tokens:\n{_listed(tokens)}"


def _substitution(random: Random, words: list[str], index: int) -> str:
    keys = {_pattern(random, words, SHAPES) for _ in range(SIZES[(index * 3) % len(SIZES)])}
    swap = "".join(f"  {key}: {random.choice(words)}\n" for key in sorted(keys))
    action = "action: {name: replace}\n"
    return f"extends: substitution\nignorecase: true\n{action}swap:\n{swap}"


def _metric(_random: Random, _words: list[str], index: int) -> str:
    formula = "0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59"
    return f"extends: metric\nformula: {formula}\ncondition: '> {8 + index}'\n"


def _capitalization(_random: Random, _words: list[str], index: int) -> str:
    match = ("$sentence", "$title")[index % 2]
    return f"extends: capitalization\nscope: heading\nmatch: {match}\nexceptions: [NCI, Medicare]\n"


def _conditional(_random: Random, _words: list[str], _index: int) -> str:
    second = r"(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)"
    return f"extends: conditional\nfirst: '\\b([A-Z]{{3,5}})\\b'\nsecond: '{second}'\n"


def _occurrence(_random: Random, _words: list[str], index: int) -> str:
    return f"extends: occurrence\nscope: sentence\nmax: {20 + index}\ntoken: '\\b(\\w+)\\b'\n"


def _repetition(_random: Random, _words: list[str], index: int) -> str:
    token = (r"[^\s]+", r"\b\w+\b")[index % 2]
    return f"extends: repetition\nalpha: true\nignorecase: true\ntokens:\n  - '{token}'\n"


def _consistency(random: Random, words: list[str], _index: int) -> str:
    pairs = "".join(f"  {one}: {one[:-1]}\n" for one in random.sample(words, 10))
    return f"extends: consistency\nignorecase: true\neither:\n{pairs}"


RULES = {
    "words": _words,
    "patterns": _patterns,
    "substitution": _substitution,
    "metric": _metric,
    "capitalization": _capitalization,
    "conditional": _conditional,
    "occurrence": _occurrence,
    "repetition": _repetition,
    "consistency": _consistency,
}


def rarer_words(files: list[Path]) -> list[str]:
    """The words that are in one of the files and in few others, as words to avoid mostly are."""
    seen = Counter(
        word
        for path in files
        for word in {each.lower() for each in path.read_text(encoding="utf-8").split()}
    )
    return sorted(
        word
        for word, number in seen.items()
        if number <= FEW and word.isalpha() and word.isascii() and len(word) >= SHORTEST
    )


def seconds(corpus: str, settings: Path) -> tuple[float, float]:
    """Wall time of one `plainlint check`, and the processor time of all cores."""
    options = ["--no-cache", "--output-format", "json", "--config", str(settings)]
    command = [sys.executable, "-m", "plainlint", "check", *options, corpus]
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        sys.exit(f"plainlint failed with exit code {process.returncode}")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--style", action="append", type=Path, default=[])
    files, options = corpus_and_options(parser)
    corpus = os.path.commonpath([str(path.parent) for path in files])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "Made").mkdir()
        write_style(folder / "Made", rarer_words(files))
        styles = [path.resolve() for path in options.style] or [folder / "Made"]
        plain, styled = folder / "plain.toml", folder / "styled.toml"
        plain.write_text("", encoding="utf-8")
        styled.write_text(f"vale-styles = {list(map(str, styles))}\n", encoding="utf-8")
        rules = len(Styles(styles))
        runs = [[seconds(corpus, each) for each in (plain, styled)] for _ in range(RUNS)]
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    print(f"{len(files)} documents, {cores} cores, {RUNS} runs")
    for title, each in zip(
        ("without", f"with {rules} rules"), zip(*runs, strict=True), strict=True
    ):
        wall, work = zip(*each, strict=True)
        print(f"{title}: {spread(wall)} by the clock, {spread(work)} of the processors")


def spread(values: Iterable[float]) -> str:
    """The median, with the least and the most."""
    listed = sorted(values)
    return f"{median(listed):.1f} s (min {listed[0]:.1f}, max {listed[-1]:.1f})"


if __name__ == "__main__":
    main()
