"""Front matter: the YAML head of a document, every key and value with its source span."""

import re
from itertools import islice

import frontmatter
from frontmatter.default_handlers import SafeLoader, YAMLHandler

from plainlint.core.caches import remember
from plainlint.core.source import Source, Span
from plainlint.document.model import FrontMatter, FrontMatterEntry, Problem
from plainlint.document.readers.yaml import YamlError, read_mapping

_BLANK_LINE = re.compile(r"(?:(?<=\n)|(?<=\r)(?!\n))[ \t]*(?![^\r\n])")
_KEY_LINE = re.compile(r"(?<![^\r\n])[ \t]*[\w'\"-]+[ \t]*:(?!\S)")
_REST_OF_LINE = re.compile(r"[ \t]*(?:\r\n?|\n)")


class _Handler(YAMLHandler):
    """A YAML handler for python-frontmatter that loads entries with spans instead of values.

    It reads `yaml`, the head exactly as in the source from offset `base` on, because
    python-frontmatter passes it with other line ends. It collects problems instead of raising,
    because a document with a broken head is still checked.
    """

    FM_BOUNDARY = re.compile(r"(?<![^\r\n])---+[ \t]*(?![^\r\n])")

    def __init__(self, yaml: str, base: int) -> None:
        super().__init__()
        self.yaml = yaml
        self.base = base
        self.problems: list[Problem] = []

    def load(self, fm: str, **_: object) -> dict[str, FrontMatterEntry]:  # noqa: ARG002
        try:
            entries, problems = _read_entries(self.yaml, self.base)
        except YamlError as error:
            self.problems.append(Problem(error.message, error.span))
            return {}
        self.problems.extend(problems)
        return entries


# A document that is checked again usually has the same head.
@remember(64)
def _read_entries(yaml: str, base: int) -> tuple[dict[str, FrontMatterEntry], list[Problem]]:
    return read_mapping(yaml, SafeLoader, base)


def read_front_matter(source: Source) -> tuple[FrontMatter, int]:
    """Return the document's front matter and the offset at which its body starts."""
    first = 1 if source.text.startswith("\ufeff") else 0
    start = len(source.text) - len(source.text[first:].lstrip())
    text = source.text[start:]
    marks = list(islice(_Handler.FM_BOUNDARY.finditer(text), 2))
    if not marks or marks[0].start() != 0:
        return FrontMatter({}, Span(0, 0), source.get_line_span(source.locate(start).line)), first
    opening = Span(start, start + len(marks[0].group().rstrip()))
    if _is_horizontal_rule(source.text, opening.end, start + marks[-1].start()):
        return FrontMatter({}, Span(0, 0), opening), first
    if len(marks) == 1:
        return _read_unclosed(source.text, opening)
    handler = _Handler(text[marks[0].end() : marks[1].start()], start + marks[0].end())
    metadata, _body = frontmatter.parse(text, handler=handler)
    entries = {key: entry for key, entry in metadata.items() if isinstance(entry, FrontMatterEntry)}
    end = start + marks[1].end()
    return FrontMatter(entries, Span(start, end), opening, tuple(handler.problems)), end


def _is_horizontal_rule(text: str, start: int, closing: int) -> bool:
    """Check whether the --- that ends at `start` is a horizontal rule and not the start of a head.

    `closing` is where the next --- begins; it is before `start` if there is none. Prose between
    two rules, with blank lines around it, must not be lost.
    """
    line = _REST_OF_LINE.match(text, start)
    if closing < start:
        return line is None or not _KEY_LINE.match(text, line.end())
    blank = line is not None and _BLANK_LINE.match(text, line.end())
    inside = text[start:closing]
    return bool(blank and inside.strip() and not _KEY_LINE.search(inside))


def _read_unclosed(text: str, opening: Span) -> tuple[FrontMatter, int]:
    """Read a head without its closing line: it ends at the first blank line."""
    blank = _BLANK_LINE.search(text, opening.end + 2)
    end = blank.start() if blank else len(text)
    message = "the front matter opens with --- and never closes; put --- on the line behind it"
    return FrontMatter({}, Span(opening.start, end), opening, (Problem(message, opening),)), end
