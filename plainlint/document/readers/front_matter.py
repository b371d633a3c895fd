"""Front matter: the head of a document, every key and value with its source span."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from frontmatter.default_handlers import SafeLoader

from plainlint.core.caches import remember
from plainlint.core.source import InheritedValue, Source, Span
from plainlint.document.model import FrontMatter, FrontMatterEntry, Problem
from plainlint.document.readers.bare_head import read_bare_head
from plainlint.document.readers.plain_data import get_head_format
from plainlint.document.readers.yaml import YamlError, read_mapping

_Content: TypeAlias = tuple[dict[str, FrontMatterEntry], list[Problem]]

_BLANK_LINE = re.compile(r"(?:(?<=\n)|(?<=\r)(?!\n))[ \t]*(?![^\r\n])")
_REST_OF_LINE = re.compile(r"[ \t]*(?:\r\n?|\n)")
_OPENING = re.compile(
    r"(?P<mark>---+(?:[ \t]*(?:ya?ml|toml|json)(?![^\s]))?|\+\+\+)[ \t]*(?![^\r\n])"
)
_JSON_OPENING = re.compile(
    r"\{\s*(?:\"(?:[^\"\\\r\n]|\\.)*\"\s*:|\}[ \t]*(?![^\r\n]))|\{[ \t]*[\r\n]\s*['\w-]+[ \t]*:"
)
# The key line that makes a block of lines between two marks a head even below other text.
_USUAL_KEY = re.compile(
    r"(?<![^\r\n])[\"']?(?:audience\w*|title|description|layout|tags|date|status|version|slug"
    r"|permalink|lang|language|weight|draft)[\"']?[ \t]*[:=](?![^\s\"'\[])"
)
_FEWEST_KEYS = 2
_PROSE_LINE = re.compile(r"(?<![^\r\n])[^\W_][^:=\r\n]*(?![^\r\n])")
_BLOCK_SCALAR = re.compile(r"[ \t][|>][-+0-9]*[ \t]*(?:#.*)?$")


class _Fence(NamedTuple):
    """How front matter between two lines of marks is recognised.

    Attributes:
        mark: the line, for messages.
        end: the line that ends it.
        indented_end: the same line with blanks before it.
        key_line: a line with a key.
        after_blank: what goes on with it below a blank line if its end is missing.
    """

    mark: str
    end: re.Pattern[str]
    indented_end: re.Pattern[str]
    key_line: re.Pattern[str]
    after_blank: re.Pattern[str]


_FENCES: Mapping[str, _Fence] = MappingProxyType(
    {
        "-": _Fence(
            "---",
            re.compile(r"(?<![^\r\n])(?:---+|\.\.\.)[ \t]*(?![^\r\n])"),
            re.compile(r"(?<![^\r\n])[ \t]+---+[ \t]*(?![^\r\n])"),
            re.compile(r"(?<![^\r\n])[ \t]*[\w'\"-]+[ \t]*:(?!\S)"),
            re.compile(r"(?!)"),
        ),
        "+": _Fence(
            "+++",
            re.compile(r"(?<![^\r\n])\+\+\+[ \t]*(?![^\r\n])"),
            re.compile(r"(?<![^\r\n])[ \t]+\+\+\+[ \t]*(?![^\r\n])"),
            re.compile(r"(?<![^\r\n])[ \t]*(?:[\w.'\"-]+[ \t]*=|\[)"),
            re.compile(r"\s*(?:[\w.'\"-]+[ \t]*=|\[\[?[\w.'\"-]+\]\]?[ \t]*(?![^\r\n]))"),
        ),
    }
)


def read_front_matter(source: Source) -> tuple[FrontMatter, int]:
    """Return the document's front matter and the offset at which the text below it starts.

    There can be text above it: see `find_text_above`.
    """
    text = source.text
    first = int(text.startswith("\ufeff"))
    top = len(text) - len(text[first:].lstrip())
    start = _skip_comments(text, top)
    head = _read_head(text, start)
    if head is None and (start := _find_displaced_head(text, start)) >= 0:
        head = _read_head(text, start)
        if head is not None:
            message = "text stands above the front matter; put the front matter on the first line"
            head = head._replace(problems=(Problem(message, head.anchor), *head.problems))
    if head is None:
        head = read_bare_head(text, top)
    if head is None:
        return FrontMatter({}, Span(0, 0), source.get_line_span(source.locate(top).line)), first
    return head, head.span.end


def inherit_values(head: FrontMatter, inherited: Iterable[InheritedValue]) -> FrontMatter:
    """Add the keys that a document has from its folder to its own; they are at the anchor."""
    has_head = head.span.start < head.span.end
    values = [value for value in inherited if not (value.without_head and has_head)]
    if not values:
        return head
    entries = {
        key: FrontMatterEntry(key, value, head.anchor, head.anchor) for key, value, _ in values
    }
    return head._replace(entries={**entries, **head.entries})


def find_text_above(source: Source, head: FrontMatter) -> Span:
    """Return the span of comments and text above the front matter; it is empty if none are."""
    start = int(source.text.startswith("\ufeff"))
    end = head.span.start
    return Span(start, end if end > start and source.text[start:end].strip() else start)


def _skip_comments(text: str, start: int) -> int:
    """Return the offset behind the HTML comments and blank lines at `start`."""
    while text.startswith("<!--", start) and (end := text.find("-->", start)) >= 0:
        start = len(text) - len(text[end + 3 :].lstrip())
    return start


def _find_displaced_head(text: str, start: int) -> int:
    """Return where front matter with text above it starts; -1 if there is none.

    Two rules in the text are not front matter: that has lines with keys only, some of them usual.
    """
    for character, fence in _FENCES.items():
        if fence.mark not in text:
            continue
        opening, closing = _find_two_lines(fence.end, text, start)
        if opening is None or closing is None or not opening.group().startswith(character):
            continue
        above = text[: opening.start()]
        inside = text[opening.end() : closing.start()]
        is_code = "```" in above or "~~~" in above or above.count("<!--") > above.count("-->")
        keys = len(fence.key_line.findall(inside))
        if is_code or keys < _FEWEST_KEYS or not _USUAL_KEY.search(inside):
            continue
        has_blank = not all(map(str.strip, inside.splitlines()[1:]))
        if not has_blank and not _PROSE_LINE.search(inside):
            return opening.start()
    return -1


def _find_two_lines(
    pattern: re.Pattern[str], text: str, start: int
) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    matches = pattern.finditer(text, start)
    return next(matches, None), next(matches, None)


def _read_head(text: str, start: int) -> FrontMatter | None:
    """Read the front matter that starts at `start`; return None if none does."""
    if text.startswith("{", start):
        return _read_json_head(text, start)
    opening = _OPENING.match(text, start)
    if opening is None:
        return None
    fence, anchor = _FENCES[text[start]], Span(*opening.span("mark"))
    closing = fence.end.search(text, opening.end())
    if _is_horizontal_rule(text, anchor, closing, fence):
        return None
    for end in _find_indented_ends(text, anchor, closing, fence):
        problem = Problem(
            f"the line {fence.mark} that closes the front matter has blanks before it; remove them",
            Span(end.start() + len(end.group()) - len(end.group().lstrip()), end.end()),
        )
        entries, problems = _read_content(text, anchor, end.start())
        if entries:
            return FrontMatter(entries, Span(start, end.end()), anchor, (problem, *problems))
    if closing is None:
        return _read_unclosed(text, anchor, fence)
    entries, problems = _read_content(text, anchor, closing.start())
    if problems and not entries and _PROSE_LINE.search(text, anchor.end, closing.start()):
        unclosed = _read_unclosed(text, anchor, fence)
        if unclosed.entries and unclosed.span.end < closing.start():
            return unclosed
    return FrontMatter(entries, Span(start, closing.end()), anchor, tuple(problems))


def _is_horizontal_rule(
    text: str, anchor: Span, closing: re.Match[str] | None, fence: _Fence
) -> bool:
    """Check whether the line at `anchor` is a horizontal rule and not the start of a head.

    Prose between two rules, with blank lines around it, must not be lost.
    """
    line = _REST_OF_LINE.match(text, anchor.end)
    if closing is None:
        return line is None or not fence.key_line.match(text, line.end())
    blank = line is not None and _BLANK_LINE.match(text, line.end())
    inside = text[anchor.end : closing.start()]
    return bool(blank and inside.strip() and not fence.key_line.search(inside))


def _find_indented_ends(
    text: str, anchor: Span, closing: re.Match[str] | None, fence: _Fence
) -> Iterator[re.Match[str]]:
    """Yield the first line that would end the head without its indent, outside texts in it."""
    end = closing.start() if closing else len(text)
    for match in fence.indented_end.finditer(text, anchor.end, end):
        indent = len(match.group()) - len(match.group().lstrip())
        if not _is_in_block_scalar(text[anchor.end : match.start()], indent):
            yield match
            return


def _is_in_block_scalar(before: str, indent: int) -> bool:
    """Check whether a line with this indent is in a text of YAML that begins with | or >."""
    for line in reversed(before.splitlines()):
        line_indent = len(line) - len(line.lstrip())
        if line.strip() and line_indent < indent:
            if _BLOCK_SCALAR.search(line):
                return True
            indent = line_indent
    return False


def _read_unclosed(text: str, anchor: Span, fence: _Fence) -> FrontMatter:
    """Read a head without its closing line: it ends at the first blank line."""
    end = len(text)
    for blank in _BLANK_LINE.finditer(text, anchor.end + 2):
        if not fence.after_blank.match(text, blank.end()):
            end = blank.start()
            break
    mark = fence.mark
    message = (
        f"the front matter opens with {mark} and never closes; put {mark} on the line behind it"
    )
    entries, problems = _read_content(text, anchor, end)
    unclosed = Problem(message, anchor)
    return FrontMatter(
        entries, Span(anchor.start, end), anchor, (unclosed, *(problems if entries else ()))
    )


def _read_json_head(text: str, start: int) -> FrontMatter | None:
    """Read the JSON object at `start`; return None if it is other text in braces."""
    from plainlint.document.readers.json import find_object_end

    if not _JSON_OPENING.match(text, start):
        return None
    anchor = Span(start, start + 1)
    end = find_object_end(text, start)
    if end < 0:
        blank = _BLANK_LINE.search(text, start)
        end = blank.start() if blank else len(text)
        message = "the front matter opens with { and never closes; put } on the line behind it"
        return FrontMatter({}, Span(start, end), anchor, (Problem(message, anchor),))
    entries, problems = _read_content(text, anchor, end)
    return FrontMatter(entries, Span(start, end), anchor, tuple(problems))


def _read_content(text: str, anchor: Span, end: int) -> _Content:
    """Read the entries from the opening mark up to `end`, and their problems."""
    form = get_head_format(text[anchor.start : anchor.end])
    start = anchor.start if text[anchor.start] == "{" else anchor.end
    try:
        return _read_entries(form, text[start:end], start)
    except YamlError as error:
        return {}, [Problem(error.message, error.span)]


# A document that is checked again usually has the same head.
@remember(64)
def _read_entries(form: str, text: str, base: int) -> _Content:
    """Read the entries of a head of this format, which starts at offset `base`."""
    if form == "toml":
        from plainlint.document.readers.toml import read_toml

        return read_toml(text, base)
    if form == "json":
        from plainlint.document.readers.json import read_json

        return read_json(text, base)
    return read_mapping(text, SafeLoader, base)
