"""YAML as nodes: scalars as written, each with its span; no code is run, nothing is expanded."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from plainlint.core.source import Span
from plainlint.document.model import FrontMatterEntry, Problem, Value
from plainlint.document.readers.plain_data import MAXIMUM_DEPTH

# More nodes than any hand-written head has; nested aliases exceed it at once.
MAXIMUM_NODES = 5_000
_LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
# Tags and anchors before the value itself.
_PROPERTIES = re.compile(r"(?:[!&]\S*\s+)*")
CORE = "tag:yaml.org,2002:"
_ALLOWED_TAGS = frozenset(
    CORE + name
    for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge", "value")
)


class YamlError(Exception):
    """An error for YAML that can't be used: `message` says why, `span` where in the source."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.message = message
        self.span = span


class YamlText:
    """A YAML text that starts at offset `base` of its source.

    `noun` names it in messages; `most_values` is how many values it may hold.
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
        """Return the offset in the text of a mark of the YAML library."""
        # libyaml's `mark.index` counts CRLF as one; its lines and columns are exact.
        line = min(int(mark.line), len(self.lines) - 1)
        return min(self.lines[line] + int(mark.column), len(self.text))

    def get_rest_of_line(self, start: int) -> Span:
        """Return the span from an offset in the text to the end of its line."""
        line_end = _LINE_END.search(self.text, start)
        end = line_end.start() if line_end else len(self.text)
        return self._make_span(start, end)

    def get_span(self, node: Any) -> Span:
        """Return the span of the whole node, with its tag and quotes."""
        start, end = (
            self.get_offset(node.start_mark),
            self.get_offset(_find_last_node(node).end_mark),
        )
        return self._make_span(start, start + len(self.text[start:end].rstrip()))

    def get_value_span(self, node: Any) -> Span:
        """Return the span of the node's value, without tag, anchor and quotes."""
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
    """Return the node whose end is the real end of `node`.

    A block collection itself "ends" where the next key begins, after any comment between them.
    """
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
        if last.start_mark.index <= node.start_mark.index:  # an alias for an earlier node
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
    """Read the entries of a YAML mapping, and the problems with single keys.

    Args:
        text: the YAML text.
        loader: a yaml loader class that resolves only YAML's core types.
        base: the offset of `text` in its source, in code points; spans are source spans.
        noun: the name of the text in messages.
        most_values: how many keys and values it may hold.

    Raises:
        YamlError: the text is not YAML, not a mapping, or uses a refused feature.
    """
    yaml_text = YamlText(text, base, noun, most_values)
    root = compose(yaml_text, loader)
    if root is None:
        return {}, []
    if not isinstance(root, yaml.MappingNode):
        kind = "a list" if isinstance(root, yaml.SequenceNode) else "plain text"
        message = f"{noun} is {kind}; it must be lines of `key: value`"
        raise YamlError(message, yaml_text.get_span(root))
    for node in _iter_nodes(root, yaml_text):
        if node.tag not in _ALLOWED_TAGS:
            tag = node.tag.replace(CORE, "!!")
            raise YamlError(
                f"the YAML tag {tag} is refused; use plain text", yaml_text.get_span(node)
            )
    return _read_entries(root, yaml_text)


def compose(yaml_text: YamlText, loader: Any) -> Any:
    """Return the root node of the text; None if the text is empty.

    Raises:
        YamlError: the text is not YAML.
    """
    try:
        _refuse_depth(yaml_text, loader)
        return yaml.compose(yaml_text.text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        hint = "a value with a colon, a quote or a # in it needs quotes around it"
        span = yaml_text.get_rest_of_line(yaml_text.get_offset(mark) if mark else 0)
        raise YamlError(f"YAML: {error.problem}; {hint}", span) from error
    except yaml.reader.ReaderError as error:
        # libyaml counts this position in bytes.
        start = yaml_text.base + len(yaml_text.text.encode()[: error.position].decode())
        span = Span(start, start + 1)
        raise YamlError(f"YAML: {str(error).partition(chr(10))[0]}", span) from error
    except (yaml.YAMLError, ValueError) as error:
        span = Span(yaml_text.base, yaml_text.base + len(yaml_text.text))
        raise YamlError(f"YAML: {str(error).partition(chr(10))[0]}", span) from error


def _refuse_depth(yaml_text: YamlText, loader: Any) -> None:
    """Raise for deep nesting by reading flat events: composing recurses in C and would crash."""
    depth = 0
    for event in yaml.parse(yaml_text.text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAXIMUM_DEPTH:
            message = f"{yaml_text.noun} is nested more than {MAXIMUM_DEPTH} levels deep"
            raise YamlError(
                message, yaml_text.get_rest_of_line(yaml_text.get_offset(event.start_mark))
            )


def _iter_nodes(root: Any, yaml_text: YamlText) -> Iterator[Any]:
    """Yield every node, as often as aliases repeat it."""
    stack, seen = [root], 0
    while stack:
        node = stack.pop()
        seen += 1
        if seen > yaml_text.most_values:
            limit = f"{yaml_text.most_values:,}"
            message = f"{yaml_text.noun} holds more than {limit} values; aliases multiply it"
            raise YamlError(message, yaml_text.get_span(root))
        yield node
        if isinstance(node, yaml.SequenceNode):
            stack.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            stack.extend(part for pair in node.value for part in pair)


def _read_entries(
    root: Any, yaml_text: YamlText
) -> tuple[dict[str, FrontMatterEntry], list[Problem]]:
    entries: dict[str, FrontMatterEntry] = {}
    problems = []
    for key_node, value_node in root.value:
        key_span = yaml_text.get_value_span(key_node)
        key = str(key_node.value)
        if not isinstance(key_node, yaml.ScalarNode):
            problems.append(Problem("a key must be one word, not a list or a mapping", key_span))
            continue
        if key in entries:
            problems.append(Problem(f"the key `{key}` stands twice; keep one of them", key_span))
            continue
        entries[key] = FrontMatterEntry(
            key, _convert_value(value_node), key_span, yaml_text.get_value_span(value_node)
        )
    return entries, problems


def _convert_value(node: Any) -> Value:
    if isinstance(node, yaml.SequenceNode):
        return tuple(_convert_value(item) for item in node.value)
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _convert_value(value) for key, value in node.value}
    return None if node.tag == CORE + "null" else str(node.value)
