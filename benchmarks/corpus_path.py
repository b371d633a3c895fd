"""Where the documents for benchmarks are: the argument, or ../shared/corpus."""

import argparse
import sys
from pathlib import Path

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "corpus"


def corpus_files(description: str) -> list[Path]:
    """The Markdown files of the corpus that the command line names; exits when there are none."""
    return corpus_and_options(argparse.ArgumentParser(description=description))[0]


def corpus_and_options(
    parser: argparse.ArgumentParser,
) -> tuple[list[Path], argparse.Namespace]:
    """The same, with the parser's own arguments."""
    parser.add_argument("corpus", nargs="?", type=Path, default=DEFAULT)
    options = parser.parse_args()
    corpus = options.corpus
    files = sorted(corpus.rglob("*.md"))
    if not files:
        sys.exit(f"No Markdown files in {corpus}: name the folder of the corpus as the argument.")
    return files, options
