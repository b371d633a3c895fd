"""Vale's scopes: the parts of a document that a selector such as `heading & ~link` matches."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.source import Span
from plainlint.document.model import Block, Document
from plainlint.document.passages import SCOPES, Passage, iter_excluded, make_plain_passage
from plainlint.document.scopes import parse_scope, select_passages

# What marks a selector of Vale in the scope of a rule page.
PREFIX = "vale: "

# The names that a selector can use. Those for source code, captions and formats other than Markdown
# match nothing in our documents.
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
    """A passage, Vale's names for it (`own`), and those for it and its containers (`around`)."""

    own: frozenset[str]
    around: frozenset[str]
    passage: Passage


def find_scope_passages(document: Document, scope: tuple[str, ...]) -> Iterator[Passage]:
    """Yield the passages of a rule's scope, which can have our scopes and Vale's selectors."""
    selectors = [name.removeprefix(PREFIX) for name in scope if name.startswith(PREFIX)]
    if selectors:
        yield from _match_selectors(document, selectors)
    yield from select_passages(document, (name for name in scope if not name.startswith(PREFIX)))


def validate_scope(scope: str) -> None:
    """Check that a scope is valid.

    Raises:
        PlainlintError: the scope is invalid; the message says why.
    """
    if not scope.startswith(PREFIX):
        parse_scope(scope)
    elif name := find_unknown_name(scope):
        raise PlainlintError(f"unknown scope '{name}'{format_suggestion(name, NAMES)}", "scope")


def find_unknown_name(selector: str) -> str:
    """Return the first name in a selector that Vale does not have; empty if it has all."""
    names = (name for part in _parse_selector(selector.removeprefix(PREFIX)) for name in part[1])
    return next((name for name in names if name not in NAMES), "")


def _parse_selector(selector: str) -> list[tuple[bool, list[str]]]:
    """Return the parts of a selector: whether each must match or must not, and its names."""
    parts = [part.strip() for part in selector.split("&")]
    return [(part[:1] != "~", part.removeprefix("~").strip().split(".")) for part in parts]


def _match_selectors(document: Document, selectors: list[str]) -> Iterator[Passage]:
    parsed = [_parse_selector(selector) for selector in selectors]
    used_names = frozenset(name for parts in parsed for _, names in parts for name in names)
    seen = set()
    for unit in _iter_units(document, used_names):
        key = (id(unit.passage.prose), unit.passage.start, unit.passage.end)
        if key not in seen and any(_matches_parts(unit, parts) for parts in parsed):
            seen.add(key)
            yield unit.passage


def _matches_parts(unit: _Unit, parts: list[tuple[bool, list[str]]]) -> bool:
    for is_wanted, names in parts:
        if is_wanted and not unit.own.issuperset(names):
            return False
        if not is_wanted and (unit.around.issuperset(names) or unit.own & {"raw", "summary"}):
            return False
    return True


def _iter_units(document: Document, used_names: frozenset[str]) -> Iterator[_Unit]:
    """Yield the units of a document; those of the whole file only if the selectors name them."""
    for block in document.blocks:
        if (block.is_running_text or block.level) and block.text:
            yield from _iter_block_units(block)
    for name, reason in (("text attr alt", "image text"), ("code", "code")):
        yield from (_make_unit(name, (), passage) for passage in iter_excluded(document, reason))
    if "raw" in used_names:
        text = document.source.text
        for passage in make_plain_passage(text, Span(0, len(text))):
            yield _make_unit("raw", (), passage)
    if "summary" in used_names:
        for passage in SCOPES["document"](document):
            yield _make_unit("summary", (), passage)


def _iter_block_units(block: Block) -> Iterator[_Unit]:
    """Yield the block as a whole, its sentences, and the links and emphasis in it."""
    prose = block.prose
    tags = [container.tag for container in block.containers]
    around = " ".join(_TAGS[tag] for tag in tags if tag in _TAGS).split()
    if block.level:
        around += ["heading", f"h{block.level}"]
    whole = Passage(prose, 0, len(prose.text), block.span)
    yield _make_unit("text", around, whole)
    if not around:
        yield _make_unit("paragraph", (), whole)
    for sentence in block.sentences:
        yield _Unit(
            _MARKDOWN | {"sentence"},
            frozenset(around) | {"sentence"},
            Passage(sentence.prose, sentence.start, sentence.end, sentence.span),
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
