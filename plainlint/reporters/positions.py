"""Positions: convert paths and columns to what other programs expect."""

from pathlib import Path
from urllib.parse import quote

from plainlint.core.caches import remember
from plainlint.core.files import make_relative
from plainlint.core.source import Location, Source, Span


@remember(256)
def make_uri(path: str, root: Path) -> str:
    """Return the path as a URI relative to `root`, or as a file URI if it is outside."""
    inside = make_relative(path, root)
    if Path(inside).is_absolute() or inside.startswith("../"):
        return Path(root, inside).resolve().as_uri()
    return quote(inside.encode("utf-8", errors="surrogateescape"))


def locate_in_bytes(source: Source, offset: int) -> Location:
    """Return the line and column of an offset, both from 1; columns count bytes of UTF-8."""
    line, column = source.locate(offset)
    before = source.text[offset - column + 1 : offset]
    if before.isascii():
        return Location(line, column)
    return Location(line, len(before.encode("utf-8", errors="surrogateescape")) + 1)


def locate_without_bom(source: Source, offset: int) -> tuple[int, Location]:
    """Return an offset and its location as if the file had no byte-order mark."""
    line, column = source.locate(offset)
    bom = int(source.text.startswith("\ufeff"))
    shift = bom if line == 1 else 0
    return max(offset - bom, 0), Location(line, max(column - shift, 1))


def slice_safely(source: Source, span: Span) -> str:
    """Return the text of a span; undecodable bytes become question marks."""
    return source.slice(span).encode("utf-8", errors="replace").decode()
