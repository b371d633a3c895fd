"""What became of every character of the documents in a folder, by reason.

    python benchmarks/coverage_of_text.py [--draw N] [--seed S] [FOLDER]

Prints how many characters are prose, are excluded or are markup, each by reason, and every stretch
that is none of these. `--draw N` prints N random stretches of each reason with their lines, for a
person to judge. Marks ⟦ ⟧ around template code are taken out first.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus_path import corpus_and_options

from plainlint.core.formats import recognise_format
from plainlint.core.source import RawFile, Source
from plainlint.document.coverage import UNACCOUNTED, Fate, find_coverage
from plainlint.document.readers import decode_file, parse_source

_LONGEST = 160


def read_source(path: Path) -> Source:
    """Return the text of a file without the marks around template code."""
    file = RawFile(str(path), path.read_bytes(), format=recognise_format(path.name))
    source = decode_file(file)
    return source._replace(text=source.text.replace("⟦", "").replace("⟧", ""))


def format_rows(stretches: Mapping[Fate, list[str]], counts: Counter[Fate]) -> Iterator[str]:
    """Yield a line for each fate: characters, their share, stretches."""
    total = counts.total()
    for fate, count in sorted(counts.items(), key=lambda item: (item[0].treatment, -item[1])):
        share = f"{count:>12,} {100 * count / total:7.3f}% {len(stretches[fate]):>9,}"
        yield f"{share}  {fate.treatment}: {fate.reason}".rstrip(" :")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--draw", type=int, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=0)
    _, options = corpus_and_options(parser)
    files = sorted(path for path in options.corpus.rglob("*.*") if recognise_format(path.name))
    counts = Counter[Fate]()
    stretches: dict[Fate, list[str]] = {}
    for path in files:
        source = read_source(path)
        coverage = find_coverage(parse_source(source))
        counts.update(coverage.count_characters())
        for span, fate in coverage.stretches:
            line = source.locate(span.start).line
            text = f"{path}:{line}: {source.slice(span)[:_LONGEST]!r}"
            stretches.setdefault(fate, []).append(text)
    print(
        f"{len(files):,} documents, {counts.total():,} characters, white space between not counted"
    )
    print("\n".join(format_rows(stretches, counts)))
    print(f"unaccounted: {counts[UNACCOUNTED]:,} characters")
    print("\n".join(stretches.get(UNACCOUNTED, ())))
    draw = random.Random(options.seed)
    for fate, texts in sorted(stretches.items()) if options.draw else ():
        print(f"\n{fate.treatment}: {fate.reason}")
        print("\n".join(draw.sample(texts, min(options.draw, len(texts)))))
    sys.exit(bool(counts[UNACCOUNTED]))


if __name__ == "__main__":
    main()
