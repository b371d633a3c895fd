"""Output: a format as the command line names it, and where it goes."""

from argparse import ArgumentTypeError
from typing import NamedTuple

from plainlint.core.errors import did_you_mean
from plainlint.reporters import FORMATS

# Pages in a folder, where all others are one text.
HTML = "html"


class Output(NamedTuple):
    """A format, and the file it goes to; empty for the terminal."""

    name: str
    path: str = ""


def output(text: str) -> Output:
    """Read `NAME` or `NAME=FILE` as the command line has it.

    Raises:
        ArgumentTypeError: there is no such format, or it needs a folder.
    """
    name, _, path = text.partition("=")
    known = [*FORMATS, HTML]
    if name not in known:
        raise ArgumentTypeError(f"unknown format {name!r}{did_you_mean(name, known)}")
    if name == HTML and not path:
        raise ArgumentTypeError("html is a folder of pages: write html=FOLDER")
    return Output(name, path)
