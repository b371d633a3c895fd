"""Vale's scopes: which parts of a document a selector such as `heading & ~link` stands for."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.source import Span
from plainlint.document.model import Block, Document
from plainlint.document.passages import SCOPES, Passage, iter_excluded, make_plain_passage
from plainlint.document.scopes import parse_scope, select_passages

# What stands before a selector of Vale in the scope of a rule page.
PREFIX = "vale: "

# Names that a selector may have in it. Those of source code, captions and other files than Markdown
# stand for nothing in a document of ours.
_HEADINGS = tuple(f"h{level}" for level in range(1, 7))
NAMES = frozenset(
    (
        *("text", "heading", "paragraph", "sentence", "list", "blockquote", "table", "header"),
        *("cell", "caption", "figure", "link", "strong", "emphasis", "code", "attr", "alt", "raw"),
        *("summary", "md", "html", "rst", "adoc", "org", "txt", "xml", "dita", "comment", "line"),
        *("block", "frontmatter", "title", "pre", "docstring"),
        *_HEADINGS,
    )
)
_MARKDOWN = frozenset({"md"})
_TAGS = {"li": "list", "blockquote": "blockquote", "th": "table header", "td": "table cell"}
_WRAPPERS = {"em": "emphasis", "strong": "strong"}


class _Unit(NamedTuple):
    """A passage with Vale's names for it, and for it and all that it stands in."""

    own: frozenset[str]
    around: frozenset[str]
    passage: Passage


def find_scope_passages(document: Document, scope: tuple[str, ...]) -> Iterator[Passage]:
    """The passages of a rule's scope: ours by their names, Vale's by selectors."""
    selectors = [each.removeprefix(PREFIX) for each in scope if each.startswith(PREFIX)]
    if selectors:
        yield from _match_selectors(document, selectors)
    yield from select_passages(document, (each for each in scope if not each.startswith(PREFIX)))


def validate_scope(scope: str) -> None:
    """Check that a rule page may name a scope.

    Raises:
        PlainlintError: it is none; the message says why.
    """
    if not scope.startswith(PREFIX):
        parse_scope(scope)
    elif name := find_unknown_name(scope):
        raise PlainlintError(f"unknown scope '{name}'{format_suggestion(name, NAMES)}", "scope")


def find_unknown_name(selector: str) -> str:
    """The first name in a selector that Vale does not have; empty if it has them all."""
    names = (name for part in _parse_selector(selector.removeprefix(PREFIX)) for name in part[1])
    return next((name for name in names if name not in NAMES), "")


def _parse_selector(selector: str) -> list[tuple[bool, list[str]]]:
    """What a selector asks for: of each part whether it is wanted, and its names."""
    parts = [part.strip() for part in selector.split("&")]
    return [(part[:1] != "~", part.removeprefix("~").strip().split(".")) for part in parts]


def _match_selectors(document: Document, selectors: list[str]) -> Iterator[Passage]:
    wanted = [_parse_selector(each) for each in selectors]
    seen = set()
    asked = frozenset(name for parts in wanted for _, names in parts for name in names)
    for unit in _iter_units(document, asked):
        place = (id(unit.passage.prose), unit.passage.start, unit.passage.end)
        if place not in seen and any(_matches_parts(unit, parts) for parts in wanted):
            seen.add(place)
            yield unit.passage


def _matches_parts(unit: _Unit, parts: list[tuple[bool, list[str]]]) -> bool:
    for is_wanted, names in parts:
        if is_wanted and not unit.own.issuperset(names):
            return False
        if not is_wanted and (unit.around.issuperset(names) or unit.own & {"raw", "summary"}):
            return False
    return True


def _iter_units(document: Document, asked: frozenset[str]) -> Iterator[_Unit]:
    """All units of a document; those of the whole file only if they are asked for by name."""
    for block in document.blocks:
        if (block.is_running_text or block.level) and block.text:
            yield from _iter_block_units(block)
    for name, reason in (("text attr alt", "image text"), ("code", "code")):
        yield from (_make_unit(name, (), each) for each in iter_excluded(document, reason))
    text = document.source.text
    if "raw" in asked:
        yield from (
            _make_unit("raw", (), each) for each in make_plain_passage(text, Span(0, len(text)))
        )
    if "summary" in asked:
        yield from (_make_unit("summary", (), each) for each in SCOPES["document"](document))


def _iter_block_units(block: Block) -> Iterator[_Unit]:
    """The block as a whole, its sentences, and the links and emphasis in it."""
    prose = block.prose
    around = " ".join(_TAGS[each.tag] for each in block.containers if each.tag in _TAGS).split()
    if block.level:
        around += ["heading", f"h{block.level}"]
    whole = Passage(prose, 0, len(prose.text), block.span)
    yield _make_unit("text", around, whole)
    if not around:
        yield _make_unit("paragraph", (), whole)
    for each in block.sentences:
        yield _Unit(
            _MARKDOWN | {"sentence"},
            frozenset(around) | {"sentence"},
            Passage(each.prose, each.start, each.end, each.span),
        )
    for link in block.links:
        if link.start < link.end:
            inside = Passage(prose, link.start, link.end, link.text_span)
            yield _Unit(_MARKDOWN | {"link"}, frozenset(around) | {"link"}, inside)
    for wrapper in prose.wrappers:
        if wrapper.tag in _WRAPPERS and wrapper.start < wrapper.end:
            span = prose.get_span(wrapper.start, wrapper.end)
            inside = Passage(prose, wrapper.start, wrapper.end, span)
            name = _WRAPPERS[wrapper.tag]
            yield _Unit(_MARKDOWN | {name}, frozenset(around) | {name}, inside)


def _make_unit(names: str, around: Iterable[str], passage: Passage) -> _Unit:
    own = _MARKDOWN.union(names.split(), around)
    return _Unit(own, own, passage)
