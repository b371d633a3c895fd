"""Places: paths and columns as the programs that read a report count them."""

from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from plainlint.core.files import make_relative
from plainlint.core.source import Location, Source, Span


@lru_cache(maxsize=256)
def make_uri(path: str, root: Path) -> str:
    """The path as a URI reference, or as a file URI if it lies outside the folder of the run."""
    inside = make_relative(path, root)
    if Path(inside).is_absolute() or inside.startswith("../"):
        return Path(root, inside).resolve().as_uri()
    return quote(inside.encode("utf-8", errors="surrogateescape"))


def locate_in_bytes(source: Source, offset: int) -> Location:
    """Line and column of an offset, columns in bytes of UTF-8."""
    line, column = source.locate(offset)
    before = source.text[offset - column + 1 : offset]
    if before.isascii():
        return Location(line, column)
    return Location(line, len(before.encode("utf-8", errors="surrogateescape")) + 1)


def locate_without_bom(source: Source, offset: int) -> tuple[int, Location]:
    """An offset and its place as if the file had no byte-order mark."""
    line, column = source.locate(offset)
    mark = int(source.text.startswith("\ufeff"))
    shift = mark if line == 1 else 0
    return max(offset - mark, 0), Location(line, max(column - shift, 1))


def slice_safely(source: Source, span: Span) -> str:
    """The text that a span covers; bytes that are no text become the replacement character."""
    return source.slice(span).encode("utf-8", errors="replace").decode()
