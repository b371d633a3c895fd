"""Completion: what may come next on a command line, from the parser of arguments itself.

The script of each shell is a few lines that ask plainlint at each press of Tab, so what they offer
never lags behind the program, and knows the rules of the folder.
"""

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from plainlint.cli.command_parser import CommandParser
from plainlint.reporters import FORMATS

# What the shell itself completes.
FILES, FOLDERS = "files", "folders"
_WORDS = "words"
# What stands for a value in help texts, and what it is; others are free text.
_FILE_NAMES = frozenset(["FILE", "PATH", "IN", "JSON"])
_FOLDER_NAMES = frozenset(["FOLDER", "OUT"])
_RULE_NAMES = frozenset(["RULES", "ID"])
_FORMAT_NAME = "NAME[=FILE]"


class Candidate(NamedTuple):
    """A word that may come next, and what it means."""

    word: str
    meaning: str = ""


class Completion(NamedTuple):
    """What may come next.

    Attributes:
        kind: `files` or `folders` if the shell must find them, else `words`.
        candidates: the words, those that begin as the current one.
    """

    kind: str = _WORDS
    candidates: tuple[Candidate, ...] = ()

    def format(self) -> str:
        """Return a line with the kind, and one for each word, with its meaning behind a tab."""
        rows = (f"{word}\t{meaning}".rstrip() for word, meaning in self.candidates)
        return "".join(f"{row}\n" for row in (self.kind, *rows))


class _State(NamedTuple):
    """Where a command line has come to.

    Attributes:
        parser: that of the command, or of all commands.
        option: the option whose value comes next.
        only_arguments: whether `--` has ended the options.
        position: how many arguments there were.
    """

    parser: CommandParser
    option: argparse.Action | None = None
    only_arguments: bool = False
    position: int = 0

    def take(self, word: str) -> "_State | None":
        """Return the state behind a word; None if there is no such command."""
        if self.option:
            return self._replace(option=None)
        if word == "--" and not self.only_arguments:
            return self._replace(only_arguments=True)
        if word.startswith("-") and len(word) > 1 and not self.only_arguments:
            return self._replace(option=self.parser.find_option_with_value(word))
        if commands := self.parser.list_commands():
            return _State(commands[word].parser) if word in commands else None
        return self._replace(position=self.position + 1)


def complete(
    parser: CommandParser, words: Sequence[str], list_rules: Callable[[], Iterable[str]]
) -> Completion:
    """Return what may come next on a command line.

    Args:
        parser: the parser of all commands.
        words: the words behind the program's name; the last one is what has been typed of the
            current word, perhaps nothing.
        list_rules: returns the rules and categories.
    """
    state: _State | None = _State(parser)
    for word in words[:-1]:
        # bash takes `=` for a word of its own.
        if state and word != "=":
            state = state.take(word)
    if state is None:
        return Completion()
    current = words[-1].removeprefix("=")
    if state.option:
        return _complete_value(state.option, current, list_rules)
    if current.startswith("-") and not state.only_arguments:
        return _complete_option(state.parser, current, list_rules)
    if commands := state.parser.list_commands():
        return _match(current, {name: one.meaning for name, one in commands.items() if one.meaning})
    action = _choose_positional(state.parser.list_arguments(), state.position)
    return _complete_value(action, current, list_rules) if action else Completion()


def _complete_option(
    parser: CommandParser, current: str, list_rules: Callable[[], Iterable[str]]
) -> Completion:
    """Return the names of options, or the values of one that ends in `=`."""
    name, sign, value = current.partition("=")
    option = parser.find_option_with_value(name) if sign else None
    if option is None:
        return _match(current, parser.list_options())
    completion = _complete_value(option, value, list_rules)
    candidates = [one._replace(word=f"{name}={one.word}") for one in completion.candidates]
    return completion._replace(candidates=tuple(candidates))


def _choose_positional(actions: Sequence[argparse.Action], position: int) -> argparse.Action | None:
    """Return the argument at a position; one that takes many words takes all that follow."""
    for index, action in enumerate(actions):
        if index == position or action.nargs in {"*", "+"}:
            return action
    return None


def _complete_value(
    action: argparse.Action, current: str, list_rules: Callable[[], Iterable[str]]
) -> Completion:
    name = str(action.metavar or action.dest).upper()
    if action.choices is not None:
        return _match(current, dict.fromkeys(map(str, action.choices), ""))
    if name in _RULE_NAMES:
        # Rules may be given as a list.
        start, comma, last = current.rpartition(",")
        names = (f"{start}{comma}{rule}" for rule in list_rules())
        return _match(f"{start}{comma}{last}", dict.fromkeys(names, ""))
    if name == _FORMAT_NAME:
        return _match(current, dict.fromkeys((*FORMATS, "html="), ""))
    if name in _FILE_NAMES:
        return Completion(FILES)
    return Completion(FOLDERS) if name in _FOLDER_NAMES else Completion()


def _match(current: str, meanings: Mapping[str, str]) -> Completion:
    """Return the words that begin as the current one."""
    return Completion(
        candidates=tuple(
            Candidate(word, " ".join(meaning.replace("%%", "%").split()))
            for word, meaning in meanings.items()
            if word.startswith(current)
        )
    )
