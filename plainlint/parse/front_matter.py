"""Front matter: the YAML head of a document, every key and value with its place in the source."""

import re
from itertools import islice

import frontmatter
from frontmatter.default_handlers import SafeLoader, YAMLHandler

from plainlint.model import Entry, FrontMatter, Problem
from plainlint.parse.yaml_nodes import YamlError, read_mapping
from plainlint.source import Source, Span

_BLANK_LINE = re.compile(r"^[ \t]*\r?$", re.MULTILINE)
_KEY_LINE = re.compile(r"\s*[\w'\"-]+[ \t]*:(\s|$)")


class _Handler(YAMLHandler):
    """python-frontmatter's YAML handler, loading entries with spans instead of values.

    It keeps what went wrong instead of raising, because a document with a broken head is still
    checked.
    """

    FM_BOUNDARY = re.compile(r"^---+[ \t]*\r?$", re.MULTILINE)

    def __init__(self, base: int) -> None:
        super().__init__()
        self.base = base
        self.problems: list[Problem] = []

    def load(self, fm: str, **_: object) -> dict[str, Entry]:
        try:
            entries, problems = read_mapping(fm, SafeLoader, self.base)
        except YamlError as error:
            self.problems.append(Problem(error.message, error.span))
            return {}
        self.problems.extend(problems)
        return entries


def read_front_matter(source: Source) -> tuple[FrontMatter, int]:
    """The document's front matter, and the offset at which its body starts."""
    start = 1 if source.text.startswith("\ufeff") else 0
    start += len(source.text[start:]) - len(source.text[start:].lstrip())
    text = source.text[start:]
    marks = list(islice(_Handler.FM_BOUNDARY.finditer(text), 2))
    if not marks or marks[0].start() != 0:
        return FrontMatter({}, Span(0, 0), source.line_span(source.locate(start).line)), 0
    opening = Span(start, start + len(marks[0].group().rstrip()))
    if len(marks) == 1:
        return _unclosed(source.text, opening)
    handler = _Handler(base=start + marks[0].end())
    found, _body = frontmatter.parse(text, handler=handler)
    entries = {key: entry for key, entry in found.items() if isinstance(entry, Entry)}
    end = start + marks[1].end()
    return FrontMatter(entries, Span(start, end), opening, tuple(handler.problems)), end


def _unclosed(text: str, opening: Span) -> tuple[FrontMatter, int]:
    """A head without its closing line, or just a horizontal rule at the top of a page."""
    if not _KEY_LINE.match(text, opening.end):
        return FrontMatter({}, Span(0, 0), opening), 0
    blank = _BLANK_LINE.search(text, opening.end + 2)
    end = blank.start() if blank else len(text)
    message = "the front matter opens with --- and never closes; put --- on the line behind it"
    return FrontMatter({}, Span(opening.start, end), opening, (Problem(message, opening),)), end
