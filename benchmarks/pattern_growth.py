"""Documents that repeat what patterns look for: each takes time in proportion to its size.

    python benchmarks/pattern_growth.py [--every N]

Every compiled pattern of the package, and every pattern of a shipped rule page, gives the fixed
texts in it. Each text is repeated to an English and a Spanish document, alone and with signs
between, and checked as a whole, so that a pattern meets only what it can meet: many look at a few
words around a place. A document that takes long is checked again at half and at twice its size.

Prints the texts whose time grows by more than that, and how many were tried; exits with 1 if any
does. `--every 20` tries a twentieth of the texts.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from pkgutil import walk_packages
from re import _parser as parser  # type: ignore[attr-defined]
from time import process_time
from typing import Any

import plainlint
from plainlint import Config
from plainlint.core.nearby import PatternBefore
from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from plainlint.rulebook.rule import Rule

SIZE = 8_000
# Prose of this size takes a tenth of it, in seconds.
_LONG = 0.5
# Twice the size takes at most so many times as long.
MOST_TIMES = 2.3
_JOINTS = ("", " ", ", ", "\n", " a ")
_SIGNS = (*" a1A,.-(['\"/<&|:*_`~#>\n\t\u00e9\u2019\u4e2d", "a ", "Ab ", "1 ", "a, ", "- a\n", "> ")
_HEADS = (
    "# Your visit\n\nHello there you.",
    "---\nlang: es\n---\n# Su visita\n\nHola, aqu\u00ed estamos para usted.",
)
_SKIPPED = ("plainlint.__main__", "plainlint.run.pytest_plugin")


def list_texts() -> list[str]:
    """Return the fixed texts of all patterns, and single signs, each once."""
    texts = dict.fromkeys(_SIGNS)
    for pattern in sorted({*_iter_patterns(), *_iter_rule_patterns()}):
        texts.update(dict.fromkeys(_find_literals(pattern)))
    return list(texts)


def _iter_patterns() -> Iterator[str]:
    """Yield the patterns that are constants of a module, also inside of collections."""
    for module in walk_packages(plainlint.__path__, "plainlint."):
        if module.name not in _SKIPPED:
            for value in vars(import_module(module.name)).values():
                yield from _iter_inside(value, 3)


def _iter_inside(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, re.Pattern | PatternBefore) and isinstance(value.pattern, str):
        yield value.pattern
    elif depth and isinstance(value, dict):
        for part in value.values():
            yield from _iter_inside(part, depth - 1)
    elif depth and isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from _iter_inside(part, depth - 1)


def _iter_rule_patterns() -> Iterator[str]:
    rules: tuple[Rule, ...] = Linter(Config(), None).rule_set.get_running_rules()
    for rule in rules:
        yield from rule.patterns


def _find_literals(pattern: str) -> list[str]:
    """Return the texts that a pattern has letter by letter, in all of its branches."""
    try:
        parsed = parser.parse(pattern)
    except re.error:
        # A pattern for RE2 or `regex` only.
        return []
    found: list[str] = []
    _collect(parsed, found)
    return found


def _collect(parsed: Any, found: list[str]) -> None:
    run = ""
    for operation, value in parsed:
        if str(operation) == "LITERAL":
            run += chr(value)
            continue
        if run:
            found.append(run)
            run = ""
        for part in value if isinstance(value, list | tuple) else (value,):
            for branch in part if isinstance(part, list) else (part,):
                if isinstance(branch, parser.SubPattern):
                    _collect(branch, found)
    if run:
        found.append(run)


def measure(head: str, unit: str, size: int, linter: Linter) -> float:
    """Return how many seconds it takes to check a document of one repeated text."""
    text = f"{head}\n\n{(unit * (size // len(unit) + 1))[:size]}\n"
    started = process_time()
    linter.lint(Source(text))
    return process_time() - started


def grows(head: str, unit: str, linter: Linter) -> bool:
    """Return whether a document takes long, and longer than in proportion to its size."""
    if measure(head, unit, SIZE, linter) < _LONG:
        return False
    # A slow moment of the machine is no fault of a pattern.
    return all(
        measure(head, unit, 2 * SIZE + attempt, linter)
        > MOST_TIMES * measure(head, unit, SIZE + attempt, linter)
        for attempt in (1, 2)
    )


def run(every: int) -> int:
    """Try the texts, print those that grow, and return how many do."""
    linter, tried, growing = Linter(Config(), None), 0, 0
    for text in list_texts()[::every]:
        for head, joint in product(_HEADS, _JOINTS):
            tried += 1
            if grows(head, text + joint, linter):
                growing += 1
                # Another size, because what was read is remembered.
                seconds = measure(head, text + joint, SIZE + 3, linter)
                print(f"{text + joint!r}: {seconds:.1f} s", flush=True)
    print(f"{tried} documents, {growing} that take too long")
    return growing


def main() -> None:
    """Try what the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--every", type=int, default=1)
    sys.exit(1 if run(options.parse_args().every) else 0)


if __name__ == "__main__":
    main()
