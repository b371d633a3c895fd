"""How many findings touch template code, on pages of other site generators.

    python benchmarks/foreign.py FOLDER [--verbose]

FOLDER has a folder for each dialect, named like the dialect, with pages in which template code
stands between the signs U+27E6 and U+27E7. They are taken out before the check. Each page is read
with `dialect = "auto"`, and once more with the dialect that its folder names.

Prints for each folder: pages; findings on text; those that touch template code, which means that a
word of it is a part of what was found; words of template code that are scored; and words outside of
it that were left out as template code.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plainlint.config.settings import Config
from plainlint.core.dialects import DIALECTS
from plainlint.core.source import Source, Span
from plainlint.core.words import WORD
from plainlint.document.model import Document
from plainlint.engine.linter import Linter
from plainlint.engine.result import Result

_MARK = re.compile("[\u27e6\u27e7]")
# What the pages declare of themselves is not what this is about.
_NOT_ON_TEXT = ("metadata/", "input/", "readability/grade", "readability/difficulty")


class MarkedPage(NamedTuple):
    """A page without its marks, and the spans that they enclosed."""

    path: Path
    text: str
    template: tuple[Span, ...]

    def is_template(self, span: Span) -> bool:
        """Return whether a span is inside template code, or overlaps it."""
        return any(span.start < code.end and code.start < span.end for code in self.template)


def read_page(path: Path) -> MarkedPage:
    """Read a page and take its marks out."""
    pieces = _MARK.split(path.read_bytes().decode())
    edges = [0]
    for piece in pieces:
        edges.append(edges[-1] + len(piece))
    pairs = zip(edges[1:-1:2], edges[2:-1:2], strict=True)
    return MarkedPage(path, "".join(pieces), tuple(Span(start, end) for start, end in pairs))


def list_template_words(page: MarkedPage, document: Document, *, scored: bool) -> Iterator[Span]:
    """Yield the spans of words with a character of template code that a reader sees.

    Syntax that was taken out of a word does not count. With `scored`, of scored words only.
    """
    for block in document.blocks:
        if scored and block.exclusion_reason:
            continue
        for match in WORD.finditer(block.text):
            signs = (block.prose.get_span(at, at + 1) for at in range(*match.span()))
            if any(page.is_template(sign) for sign in signs):
                yield block.prose.get_span(*match.span())


def measure(page: MarkedPage, result: Result) -> tuple[Counter[str], list[str]]:
    """Return the counts of a page, and each fault in words."""
    document = result.document
    visible = list(list_template_words(page, document, scored=False))
    on_text = [
        diagnostic
        for diagnostic in result.diagnostics
        if not diagnostic.rule.startswith(_NOT_ON_TEXT)
        and diagnostic.span.start >= document.front_matter.span.end
    ]
    touching = [
        diagnostic
        for diagnostic in on_text
        if any(
            diagnostic.span.start < word.end and word.start < diagnostic.span.end
            for word in visible
        )
        or any(
            code.start <= diagnostic.span.start and diagnostic.span.end <= code.end
            for code in page.template
        )
    ]
    scored = list(list_template_words(page, document, scored=True))
    lost = [
        span
        for excluded in document.excluded_texts
        for match in WORD.finditer(page.text, *excluded.span)
        if not page.is_template(span := Span(*match.span())) and excluded.reason == "template code"
    ]
    counts = Counter(
        pages=1, findings=len(on_text), touching=len(touching), scored=len(scored), lost=len(lost)
    )
    slice_text = document.source.slice
    faults = [f"touches: {d.rule}: {slice_text(d.span)!r}" for d in touching]
    faults += [f"scored: {slice_text(span)!r}" for span in scored]
    faults += [f"left out: {slice_text(span)!r}" for span in lost]
    return counts, faults


def main() -> None:
    """Print the counts by folder, and in all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--verbose", action="store_true", help="print each fault")
    arguments = parser.parse_args()
    for named in (False, True):
        total: Counter[str] = Counter()
        print("dialect named by the configuration" if named else "dialect = auto")
        for folder in sorted(path for path in arguments.folder.iterdir() if path.is_dir()):
            counts: Counter[str] = Counter()
            dialect = next((name for name in DIALECTS if name in folder.name.split("-")), "auto")
            config = Config(default_audience="patient", dialect=dialect if named else "auto")
            linter = Linter(config, date(2026, 11, 27))
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                page = read_page(path)
                source = Source(page.text, str(path), dialect=config.dialect)
                found, faults = measure(page, linter.lint(source))
                counts += found
                if arguments.verbose:
                    print(*(f"    {path.name}: {fault}" for fault in faults), sep="\n")
            print(_format_row(folder.name, counts))
            total += counts
        print(_format_row("all", total))
        print()


def _format_row(name: str, counts: Counter[str]) -> str:
    share = counts["touching"] / max(counts["findings"], 1)
    return (
        f"{name:20} {counts['pages']:4} pages {counts['findings']:5} findings "
        f"{counts['touching']:4} touch template code ({share:.1%}) "
        f"{counts['scored']:4} of its words scored {counts['lost']:4} other words left out"
    )


if __name__ == "__main__":
    main()
