"""Findings on other publishers' pages, judged by someone who saw neither rules nor code.

    python benchmarks/judged_pages.py [FOLDER]                     the figures
    python benchmarks/judged_pages.py FOLDER --sheet SHEET.csv     what is still to be judged

FOLDER (by default `tests/judged_pages`) has the pages and `verdicts.csv`: for each finding of the
first draw a verdict, `right` (a careful editor agrees that the place deserves this message),
`so-so` (true, but not worth a change) or `wrong`, and a reason. Rows of the rule `advice` are about
one piece of advice of a hard sentence. The figures are those of the first draw, with the 95%
interval of Wilson (1927), and how the findings of today compare with it.
"""

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from plainlint import Config
from plainlint.core.diagnostics import Diagnostic
from plainlint.engine.fingerprints import number_fingerprints
from plainlint.engine.linter import Linter
from plainlint.run.discovery import read_source

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "judged_pages"
VERDICTS = ("right", "so-so", "wrong")
TODAY = date(2026, 11, 27)
ADVICE = "advice"
HARD = "readability/hard-sentence"
_INTRODUCTION = "Change first: "
# The standard normal quantile of a 95% interval.
_QUANTILE = 1.96


class Key(NamedTuple):
    """What a verdict is about: a page, a rule and a finding's numbered fingerprint."""

    page: str
    rule: str
    finding: str


class Finding(NamedTuple):
    """A finding or a piece of advice as a judge sees it; lines count from 1."""

    key: Key
    line: int
    text: str
    message: str
    help: str


def main() -> None:
    """Print the figures, or write the sheet of findings that have no verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--sheet", type=Path, metavar="CSV")
    options = parser.parse_args()
    verdicts = read_verdicts(options.folder)
    words, findings = find_all(options.folder)
    if options.sheet:
        write_sheet(options.sheet, [each for each in findings if each.key not in verdicts])
    else:
        print_figures(verdicts, findings, words)


def read_verdicts(folder: Path) -> dict[Key, str]:
    """Return the verdicts of a folder of pages; none if nothing is judged yet."""
    path = folder / "verdicts.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as rows:
        return {
            Key(row["page"], row["rule"], row["finding"]): row["verdict"]
            for row in csv.DictReader(rows)
        }


def find_all(folder: Path) -> tuple[int, list[Finding]]:
    """Return the number of words of all pages, and what is found on them without settings."""
    linter, words, findings = Linter(Config(), TODAY), 0, list[Finding]()
    for path in sorted(folder.rglob("*.md")):
        result = linter.lint(read_source(path))
        words += result.measures.counts.words
        name = path.relative_to(folder).as_posix()
        for diagnostic, fingerprint in number_fingerprints(result.diagnostics):
            findings += _describe(name, diagnostic, fingerprint)
    return words, findings


def _describe(page: str, diagnostic: Diagnostic, fingerprint: str) -> Iterator[Finding]:
    """Yield a finding, and each piece of its advice."""
    line, text = diagnostic.start.line, " ".join(diagnostic.text.split())
    key = Key(page, diagnostic.rule, fingerprint)
    yield Finding(key, line, text, diagnostic.message, diagnostic.help)
    if diagnostic.help.startswith(_INTRODUCTION):
        for number, piece in enumerate(diagnostic.help.removeprefix(_INTRODUCTION).split("; "), 1):
            place = Key(page, ADVICE, f"{fingerprint}/{number}")
            yield Finding(place, line, text, "Change first", piece.removesuffix("."))


def write_sheet(path: Path, findings: Iterable[Finding]) -> None:
    """Write a table with a row for each finding and empty columns for verdict and reason."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*Key._fields, *Finding._fields[1:], "verdict", "reason"])
        for each in findings:
            writer.writerow([*each.key, *each[1:], "", ""])


def print_figures(verdicts: Mapping[Key, str], findings: Sequence[Finding], words: int) -> None:
    """Print the verdicts of the first draw by rule, and how today's findings compare."""
    rules = defaultdict[str, Counter[str]](Counter)
    folders = defaultdict[str, Counter[str]](Counter)
    for key, verdict in verdicts.items():
        rules[key.rule][verdict] += 1
        if key.rule != ADVICE:
            folders[key.page.partition("/")[0]][verdict] += 1
    advice = rules.pop(ADVICE, Counter())
    print(f"first draw: {sum(map(Counter.total, rules.values()))} findings in {words} words")
    print(f"{'rule':34} judged  right  so-so  wrong   right share (95%)    wrong share (95%)")
    for rule, counts in sorted(rules.items(), key=lambda pair: -pair[1].total()):
        print(_format_row(rule, counts))
    whole = sum(rules.values(), Counter[str]())
    print(_format_row("all rules", whole))
    print(_format_row("advice, by the piece", advice))
    for folder, counts in folders.items():
        print(_format_row(f"pages in {folder}", counts))
    print(f"right findings in 1,000 words: {1000 * whole['right'] / max(words, 1):.1f}")
    today = {each.key for each in findings}
    kept = Counter(verdict for key, verdict in verdicts.items() if key in today)
    known = ", ".join(f"{kept[verdict]} {verdict}" for verdict in VERDICTS)
    hard = [each for each in findings if each.key.rule == HARD]
    advised = sum(each.help.startswith(_INTRODUCTION) for each in hard)
    print(f"today: hard sentences with advice: {advised} of {len(hard)}")
    print(f"today: {len(today)} findings and pieces of advice; judged: {known}")


def _format_row(name: str, counts: Counter[str]) -> str:
    total = counts.total()
    numbers = " ".join(f"{counts[verdict]:6}" for verdict in VERDICTS)
    shares = "  ".join(_format_share(counts[verdict], total) for verdict in ("right", "wrong"))
    return f"{name:34} {total:6} {numbers}   {shares}"


def _format_share(count: int, total: int) -> str:
    if not total:
        return f"{'-':>19}"
    low, high = compute_interval(count, total)
    return f"{count / total:6.1%} ({low:4.0%} to {high:4.0%})"


def compute_interval(count: int, total: int) -> tuple[float, float]:
    """Return the 95% interval of a share, by Wilson's score."""
    share, square = count / total, _QUANTILE**2
    middle = (share + square / (2 * total)) / (1 + square / total)
    margin = sqrt(share * (1 - share) / total + square / (4 * total**2))
    margin *= _QUANTILE / (1 + square / total)
    return max(middle - margin, 0.0), min(middle + margin, 1.0)


if __name__ == "__main__":
    main()
