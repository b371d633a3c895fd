"""YAML read as nodes: scalars as written, each with its span, nothing run and nothing expanded."""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

import yaml
from frontmatter.default_handlers import SafeLoader

from plainlint.core.source import Source, Span
from plainlint.document.model import FrontMatter, FrontMatterEntry, Problem, Value

# More nodes than any hand-written head has; aliases that multiply reach it at once.
MAXIMUM_NODES = 5_000
# Deeper than any hand-written head, and shallow enough for code that calls itself on each level.
MAXIMUM_DEPTH = 50
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
# A tag or an anchor, which stand before the value itself.
_PROPERTIES = re.compile(r"(?:[!&]\S*\s+)*")
CORE = "tag:yaml.org,2002:"
_ALLOWED_TAGS = frozenset(
    CORE + name
    for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge", "value")
)


class YamlError(Exception):
    """YAML that can't be used: `message` says why, `span` says where in the source."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.message = message
        self.span = span


class YamlText:
    """The YAML text, its place in the source, what it is called, and how many values it may hold.

    libyaml's `mark.index` counts CRLF as one; its lines and columns are exact.
    """

    def __init__(
        self, text: str, base: int, noun: str = "the front matter", most_values: int = MAXIMUM_NODES
    ) -> None:
        self.text = text
        self.base = base
        self.noun = noun
        self.most_values = most_values
        self.lines = (0, *(match.end() for match in _LINE_END.finditer(text)))

    def get_offset(self, mark: Any) -> int:
        """Where a mark of the YAML library stands in the text."""
        line = min(int(mark.line), len(self.lines) - 1)
        return min(self.lines[line] + int(mark.column), len(self.text))

    def get_rest_of_line(self, start: int) -> Span:
        """From an offset in the text to the end of its line."""
        line_end = _LINE_END.search(self.text, start)
        end = line_end.start() if line_end else len(self.text)
        return self._make_span(start, end)

    def get_span(self, node: Any) -> Span:
        """The node as a whole, with its tag and its quotes."""
        start, end = (
            self.get_offset(node.start_mark),
            self.get_offset(_find_last_node(node).end_mark),
        )
        return self._make_span(start, start + len(self.text[start:end].rstrip()))

    def get_value_span(self, node: Any) -> Span:
        """What the node says: without tag, anchor and quotes."""
        whole = self.get_span(node)
        start, end = whole.start - self.base, whole.end - self.base
        properties = _PROPERTIES.match(self.text, start, end)
        start = properties.end() if properties else start
        if getattr(node, "style", None) in ("'", '"'):
            start, end = start + 1, end - 1
        return self._make_span(start, end)

    def _make_span(self, start: int, end: int) -> Span:
        return Span(self.base + start, self.base + end)


def _find_last_node(node: Any) -> Any:
    """The node whose end is the end of `node`.

    A block collection itself "ends" where the next key begins, behind any comment between them.
    """
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
        if last.start_mark.index <= node.start_mark.index:  # an alias: it stands further up
            return node
        node = last
    return node


def read_mapping(
    text: str,
    loader: Any,
    base: int,
    noun: str = "the front matter",
    most_values: int = MAXIMUM_NODES,
) -> tuple[dict[str, FrontMatterEntry], list[Problem]]:
    """The entries of a YAML mapping and what is wrong with single keys.

    Args:
        text: the YAML, which starts at offset `base` of the source.
        loader: a yaml loader class that resolves no more than YAML's core types.
        base: code points before `text` in its source; all spans count from there.
        noun: what messages call it.
        most_values: how many keys and values it may hold.

    Raises:
        YamlError: the text is not YAML, not a mapping, or uses what is refused.
    """
    place = YamlText(text, base, noun, most_values)
    root = compose(place, loader)
    if root is None:
        return {}, []
    if not isinstance(root, yaml.MappingNode):
        kind = "a list" if isinstance(root, yaml.SequenceNode) else "plain text"
        message = f"{noun} is {kind}; it must be lines of `key: value`"
        raise YamlError(message, place.get_span(root))
    for node in _iter_nodes(root, place):
        if node.tag not in _ALLOWED_TAGS:
            tag = node.tag.replace(CORE, "!!")
            raise YamlError(f"the YAML tag {tag} is refused; use plain text", place.get_span(node))
    return _read_entries(root, place)


def compose(place: YamlText, loader: Any) -> Any:
    """The node of the whole text; None if it has none.

    Raises:
        YamlError: it is not YAML.
    """
    try:
        _refuse_depth(place, loader)
        return yaml.compose(place.text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        hint = "a value with a colon, a quote or a # in it needs quotes around it"
        span = place.get_rest_of_line(place.get_offset(mark) if mark else 0)
        raise YamlError(f"YAML: {error.problem}; {hint}", span) from error
    except yaml.reader.ReaderError as error:
        # libyaml counts this position in bytes.
        at = len(place.text.encode()[: error.position].decode())
        span = Span(place.base + at, place.base + at + 1)
        raise YamlError(f"YAML: {str(error).partition(chr(10))[0]}", span) from error
    except (yaml.YAMLError, ValueError) as error:
        span = Span(place.base, place.base + len(place.text))
        raise YamlError(f"YAML: {str(error).partition(chr(10))[0]}", span) from error


def _refuse_depth(place: YamlText, loader: Any) -> None:
    """Read the YAML as flat events first: making nodes recurses in C, where depth is a crash."""
    depth = 0
    for event in yaml.parse(place.text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAXIMUM_DEPTH:
            message = f"{place.noun} is nested more than {MAXIMUM_DEPTH} levels deep"
            raise YamlError(message, place.get_rest_of_line(place.get_offset(event.start_mark)))


def _iter_nodes(root: Any, place: YamlText) -> Iterator[Any]:
    """Every node, counted as often as an alias repeats it."""
    stack, seen = [root], 0
    while stack:
        node = stack.pop()
        seen += 1
        if seen > place.most_values:
            most = f"{place.most_values:,}"
            message = f"{place.noun} holds more than {most} values; aliases multiply it"
            raise YamlError(message, place.get_span(root))
        yield node
        if isinstance(node, yaml.SequenceNode):
            stack.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            stack.extend(part for pair in node.value for part in pair)


def _read_entries(root: Any, place: YamlText) -> tuple[dict[str, FrontMatterEntry], list[Problem]]:
    entries: dict[str, FrontMatterEntry] = {}
    problems = []
    for key_node, value_node in root.value:
        key_span = place.get_value_span(key_node)
        key = str(key_node.value)
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem("a key must be one word, not a list or a mapping", key_span))
            continue
        if key in entries:
            problems.append(Problem(f"the key `{key}` stands twice; keep one of them", key_span))
            continue
        entries[key] = FrontMatterEntry(
            key, _convert_value(value_node), key_span, place.get_value_span(value_node)
        )
    return entries, problems


def _convert_value(node: Any) -> Value:
    if isinstance(node, yaml.SequenceNode):
        return tuple(_convert_value(each) for each in node.value)
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _convert_value(value) for key, value in node.value}
    return None if node.tag == CORE + "null" else str(node.value)


# The keys and the numbers of list items that lead to a value.
KeyPath: TypeAlias = tuple[str | int, ...]


class FrontMatterData(NamedTuple):
    """What the front matter says, as JSON would have it, and the spans of its keys and values.

    A date is a text, and so is `no`.
    """

    value: Any
    keys: Mapping[KeyPath, Span]
    values: Mapping[KeyPath, Span]


def read_front_matter_data(source: Source, head: FrontMatter) -> FrontMatterData:
    """The data of front matter in which nothing is wrong; without any it is an empty table."""
    data = FrontMatterData({}, {}, {})
    if head.problems or not head.entries:
        return data
    inside = source.slice(Span(head.anchor.end, head.span.end)).rstrip(" \t").rstrip("-")
    place = YamlText(inside, head.anchor.end)
    return data._replace(value=_read_node(compose(place, SafeLoader), place, (), data))


def _read_node(node: Any, place: YamlText, way: KeyPath, data: FrontMatterData) -> Any:
    """The value of a node; the spans of all that is in it are put into `data`."""
    data.values[way] = place.get_value_span(node)  # type: ignore[index]
    if isinstance(node, yaml.SequenceNode):
        return [
            _read_node(each, place, (*way, index), data) for index, each in enumerate(node.value)
        ]
    if isinstance(node, yaml.ScalarNode):
        return _convert_scalar(node)
    found = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key not in found:
            data.keys[*way, key] = place.get_value_span(key_node)  # type: ignore[index]
            found[key] = _read_node(value_node, place, (*way, key), data)
    return found


def _convert_scalar(node: Any) -> str | int | float | bool | None:
    text, kind = str(node.value), node.tag.removeprefix(CORE)
    try:
        if kind == "int":
            return int(text)
        if kind == "float" and math.isfinite(number := float(text)):
            return number
    except ValueError:  # one that only YAML 1.1 takes for a number, such as 12:30
        return text
    if kind == "bool" and text.lower() in ("true", "false"):
        return text.lower() == "true"
    return None if kind == "null" else text
