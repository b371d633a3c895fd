"""Rule files of a style: YAML, each value as written, each error with its line and key."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.source import Source
from plainlint.document.model import FrontMatterEntry, Value

_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
# Lists of forbidden words may be long; aliases that multiply would be longer still.
_MOST_VALUES = 100_000


class RuleFile(NamedTuple):
    """One rule of a style as written: its id, such as `House.Very`, and its entries."""

    id: str
    source: Source
    entries: Mapping[str, FrontMatterEntry]

    @property
    def style(self) -> str:
        """The style that the rule is of."""
        return self.id.partition(".")[0]

    def locate_line(self, key: str, item: str = "") -> int:
        """The line of a key, or of a text behind it."""
        if key not in self.entries:
            return 1
        span = self.entries[key].key_span
        inside = self.source.text.find(item, span.end) if item else -1
        return self.source.locate(inside if inside >= 0 else span.start).line

    def make_error(self, message: str, key: str, item: str = "") -> PlainlintError:
        """An error with its place; `item` is the text under the key that is wrong."""
        place = f"{self.source.path}:{self.locate_line(key, item)}"
        return PlainlintError(f"{place}: {self.id}: {message}")

    def reject_unknown_keys(self, keys: Iterable[str]) -> None:
        """Refuse other keys than these."""
        allowed = frozenset(keys)
        for key in self.entries:
            if key not in allowed:
                raise self.make_error(f"unknown key '{key}'{format_suggestion(key, allowed)}", key)

    def get_value(self, key: str) -> Value:
        """A value as it is; None if the key is not there or empty."""
        return self.entries[key].value if key in self.entries else None

    def get_text(self, key: str, otherwise: str = "") -> str:
        """A value that is one text."""
        value = self.get_value(key)
        if value is not None and not isinstance(value, str):
            raise self.make_error(f"'{key}' must be a text", key)
        return otherwise if value is None else value

    def require_text(self, key: str) -> str:
        """A text that must be there."""
        text = self.get_text(key)
        if not text:
            raise self.make_error(f"it needs the key '{key}'", key)
        return text

    def get_texts(self, key: str) -> list[str]:
        """A list of texts, or one of a single text; what is empty is left out."""
        value = self.get_value(key)
        listed = (value,) if isinstance(value, str) else value or ()
        if not isinstance(listed, tuple) or not all(isinstance(e, str | None) for e in listed):
            raise self.make_error(f"'{key}' must be a list of texts", key)
        return [each for each in listed if isinstance(each, str) and each.strip()]

    def get_table(self, key: str) -> dict[str, str]:
        """A table of texts."""
        value = self.get_value(key)
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            raise self.make_error(f"'{key}' must be a table", key)
        for name, each in value.items():
            if not isinstance(each, str | None):
                raise self.make_error(f"'{key}': '{name}' must be a text", key, name)
        return {name: each if isinstance(each, str) else "" for name, each in value.items()}

    def get_flag(self, key: str, *, otherwise: bool = False) -> bool:
        """A value that is true or false."""
        text = self.get_text(key).lower()
        if text and text not in _FLAGS:
            raise self.make_error(f"'{key}' must be true or false", key)
        return _FLAGS.get(text, otherwise)

    def get_number(self, key: str, otherwise: float = 0) -> float:
        """A value that is a number."""
        text = self.get_text(key)
        try:
            number = float(text) if text else float(otherwise)
        except ValueError as error:
            raise self.make_error(f"'{key}' must be a number", key) from error
        return int(number) if number.is_integer() else number


def read_text(path: Path) -> str:
    """The text of a style's file.

    Raises:
        PlainlintError: it can't be read.
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
        PlainlintError: it is no YAML, or no table.
    """
    # A run that finds all in its cache reads no rule, so it need not know YAML.
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
