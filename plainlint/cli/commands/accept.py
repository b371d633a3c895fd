"""plainlint accept: add names and house words to the list of words that no rule reports."""

from pathlib import Path

from plainlint.analysis.glossary.accepted_words import load_word_list
from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import AcceptOptions, load_settings
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically

_DEFAULT_NAME = "words.txt"


def accept(options: AcceptOptions, environment: Environment) -> CommandResult:
    """Append words to the list that the settings name last; without one, write words.txt."""
    config = load_settings(options.config, environment.note)
    path = config.accept[-1] if config.accept else config.root / _DEFAULT_NAME
    words = tuple(" ".join(word.split()) for word in options.words)
    for word in words:
        if not word or "#" in word:
            raise PlainlintError(f"'{word}' is not a word or a phrase")
    listed = load_word_list(path) if path.exists() else ()
    new = [word for word in dict.fromkeys(words) if word not in listed]
    if new:
        _append_lines(path, new)
    setting = "" if config.accept else _explain_setting(path)
    return CommandResult(f"{path}: {_describe_added(new)}.{setting}\n")


def _append_lines(path: Path, words: list[str]) -> None:
    old = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    start = f"{old.rstrip()}\n" if old.strip() else ""
    write_atomically(path, start + "".join(f"{word}\n" for word in words))


def _describe_added(words: list[str]) -> str:
    if not words:
        return "all words are in the list already"
    return f"added {', '.join(repr(word) for word in words)}"


def _explain_setting(path: Path) -> str:
    return f' Name the list in plainlint.toml: accept = ["{path.name}"]'
