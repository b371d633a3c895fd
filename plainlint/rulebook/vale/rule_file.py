"""Rule files of a style: YAML with values as written, and errors with their lines and keys."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.source import Source
from plainlint.document.model import FrontMatterEntry, Value

_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
# Enough for long lists of words, and a guard against YAML aliases that multiply.
_MOST_VALUES = 100_000


class RuleFile(NamedTuple):
    """A rule of a style as written, with an id such as `House.Very`."""

    id: str
    source: Source
    entries: Mapping[str, FrontMatterEntry]

    @property
    def style(self) -> str:
        """The name of the rule's style."""
        return self.id.partition(".")[0]

    def locate_line(self, key: str, item: str = "") -> int:
        """Return the line of a key, or of a text after it; 1 if the key is missing."""
        if key not in self.entries:
            return 1
        span = self.entries[key].key_span
        offset = self.source.text.find(item, span.end) if item else -1
        return self.source.locate(offset if offset >= 0 else span.start).line

    def make_error(self, message: str, key: str, item: str = "") -> PlainlintError:
        """Return an error with its file and line; `item` is the wrong text in the key's value."""
        place = f"{self.source.path}:{self.locate_line(key, item)}"
        return PlainlintError(f"{place}: {self.id}: {message}")

    def reject_unknown_keys(self, keys: Iterable[str]) -> None:
        """Raise an error if the rule has any other keys."""
        allowed = frozenset(keys)
        for key in self.entries:
            if key not in allowed:
                raise self.make_error(f"unknown key '{key}'{format_suggestion(key, allowed)}", key)

    def get_value(self, key: str) -> Value:
        """Return a value as written; None if the key is missing or empty."""
        return self.entries[key].value if key in self.entries else None

    def get_text(self, key: str, otherwise: str = "") -> str:
        """Return a value that must be a text."""
        value = self.get_value(key)
        if value is not None and not isinstance(value, str):
            raise self.make_error(f"'{key}' must be a text", key)
        return otherwise if value is None else value

    def require_text(self, key: str) -> str:
        """Return a text that must not be missing or empty."""
        text = self.get_text(key)
        if not text:
            raise self.make_error(f"it needs the key '{key}'", key)
        return text

    def get_texts(self, key: str) -> list[str]:
        """Return a list of texts, without empty ones; a single text is a list of one."""
        value = self.get_value(key)
        items = (value,) if isinstance(value, str) else value or ()
        if not isinstance(items, tuple) or not all(isinstance(i, str | None) for i in items):
            raise self.make_error(f"'{key}' must be a list of texts", key)
        return [item for item in items if isinstance(item, str) and item.strip()]

    def get_table(self, key: str) -> dict[str, str]:
        """Return a table of texts."""
        value = self.get_value(key)
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            raise self.make_error(f"'{key}' must be a table", key)
        for name, text in value.items():
            if not isinstance(text, str | None):
                raise self.make_error(f"'{key}': '{name}' must be a text", key, name)
        return {name: text if isinstance(text, str) else "" for name, text in value.items()}

    def get_flag(self, key: str, *, otherwise: bool = False) -> bool:
        """Return a value that must be true or false."""
        text = self.get_text(key).lower()
        if text and text not in _FLAGS:
            raise self.make_error(f"'{key}' must be true or false", key)
        return _FLAGS.get(text, otherwise)

    def get_number(self, key: str, otherwise: float = 0) -> float:
        """Return a value that must be a number."""
        text = self.get_text(key)
        try:
            number = float(text) if text else float(otherwise)
        except ValueError as error:
            raise self.make_error(f"'{key}' must be a number", key) from error
        return int(number) if number.is_integer() else number


def read_text(path: Path) -> str:
    """Read the text of a style's file.

    Raises:
        PlainlintError: the file can't be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PlainlintError(f"{path}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PlainlintError(f"{path}: it is not UTF-8") from error


def read_rule(path: Path, text: str, rule_id: str) -> RuleFile:
    """Read one rule.

    Raises:
        PlainlintError: the text is not valid YAML, or not a table.
    """
    # If all results are in the cache, no rule is read, and YAML need not be imported.
    from frontmatter.default_handlers import SafeLoader

    from plainlint.document.readers.yaml import YamlError, read_mapping

    source = Source(text, str(path))
    try:
        entries, problems = read_mapping(
            text, SafeLoader, 0, noun="the rule", most_values=_MOST_VALUES
        )
    except YamlError as error:
        line = source.locate(error.span.start).line
        raise PlainlintError(f"{path}:{line}: {rule_id}: {error.message}") from error
    for problem in problems:
        line = source.locate(problem.span.start).line
        raise PlainlintError(f"{path}:{line}: {rule_id}: {problem.message}")
    return RuleFile(rule_id, source, entries)
