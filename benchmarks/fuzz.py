"""Damaged documents: nothing crashes, and what is reported is where it says.

    python benchmarks/fuzz.py [--inputs N] [--seed S]

Each input is made from pieces of Markdown, HTML, front matter and template code that are cut,
repeated and joined at random; its number and the seed make it again. For each one it must hold that

- checking raises no error and gives the same result twice,
- each finding lies in the source, and its text is what stands there,
- both readers of Markdown read the same document,
- what `--fix` leaves has nothing more to fix.

Prints each input that breaks one of these, and how many were run; exits with 1 if any did.
"""

import argparse
import random
import sys
from collections.abc import Iterator

from plainlint import Config
from plainlint.core.source import Source
from plainlint.document.readers import parse_source
from plainlint.engine.fixes import apply_fixes
from plainlint.engine.linter import Linter

PIECES = (
    "---\n", "title: A\n", "audienceLevel: patient\n", "plainlint:\n  disable: [jargon]\n",
    "+++\n", "# Your visit\n", "## ", "### Rest", "\n", "\n\n", "  ", "\t", "\r\n", "\u00a0",
    "\u200b", "\ufeff", "\x00", "Please utilize the COPD inhaler. ",
    "You may get neutropenia (a low count).", "Do not stop, unless ill. ",
    "The dose is given by the nurse at 5.0 mg qd, e.g. at night. ",
    "Call 999 (or 112); rest, eat, and drink.", "- ", "* a\n", "1. ", "> ", "> > ",
    "| a | b |\n|---|---|\n| c | d |\n", "|", "```\n", "~~~ js\n", "    code\n", "[a](b)",
    "[a][b]", "[b]: /c 'd'\n", "![x](y.png)", "<https://a.org>", "[^1]", "[^1]: note\n", "*", "**",
    "_", "`", "``", "~~", "\\", "&amp;", "&#0;", "<!-- plainlint: disable -->",
    "<!-- plainlint: enable=jargon -->", "<!-- plainlint: disable-next-line=x -->\n",
    "<!-- plainlint: disable-line=jargon -->", "<!--", "-->", "<div>", "</div>\n", "<p>shall</p>",
    "<br>", "<a href='b'>", "<abbr title='c'>D</abbr>", "<script>", "{{< a >}}", "{% if %}",
    "{{ b }}", "{a}`b`", ":::note\n", ":::\n", "!!! tip\n", "$x$", "$$\n", "term\n: meaning\n",
    "===\n", "---", "\u4e2d\u6587", "\U0001f600", "caf\u00e9", "\u0301", "\u202e", "::add-mask::x",
    "##vso[x]",
)  # fmt: skip
_MOST_PIECES, _MOST_REPEATS = 40, 6


def make_input(seed: int, number: int) -> str:
    """Return one damaged document; the same for the same numbers."""
    chance = random.Random(f"{seed} {number}")
    parts = []
    for _ in range(chance.randint(1, _MOST_PIECES)):
        piece = chance.choice(PIECES)
        if chance.random() < 1 / 5:
            piece = piece[: chance.randint(0, len(piece))]
        parts.append(piece * (chance.randint(1, _MOST_REPEATS) if chance.random() < 1 / 6 else 1))
    return "".join(parts)


def find_problems(text: str, linter: Linter) -> Iterator[str]:
    """Yield what does not hold for a document."""
    source = Source(text, "input.md")
    result = linter.lint(source)
    if result != linter.lint(source):
        yield "the second result is another one"
    for diagnostic in result.diagnostics:
        start, end = diagnostic.span
        if not 0 <= start <= end <= len(text) or diagnostic.text != text[start:end]:
            yield f"{diagnostic.rule} at {start} to {end} is {diagnostic.text!r}"
    if parse_source(source, parser="auto") != parse_source(source, parser="markdown-it"):
        yield "the readers differ"
    fixed = apply_fixes(source, linter)
    if apply_fixes(fixed, linter).text != fixed.text:
        yield "a second --fix changes more"


def run(inputs: int, seed: int) -> int:
    """Run so many inputs, print what does not hold, and return how many inputs broke a rule."""
    linter, broken = Linter(Config(), None), 0
    for number in range(inputs):
        text = make_input(seed, number)
        try:
            problems = list(find_problems(text, linter))
        except Exception as error:  # noqa: BLE001 - what is looked for
            problems = [f"{type(error).__name__}: {error}"]
        broken += bool(problems)
        for problem in problems:
            print(f"seed {seed}, input {number}: {problem}\n    {text!r}")
    print(f"{inputs} inputs, {broken} with a problem")
    return broken


def main() -> None:
    """Run the inputs that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sys.exit(1 if run(options.inputs, options.seed) else 0)


if __name__ == "__main__":
    main()
