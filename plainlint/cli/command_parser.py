"""An argument parser for people: errors in one line with the nearest name, options anywhere."""

import argparse
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, NoReturn

from plainlint.core.errors import find_nearest, format_suggestion

# A parsed command line is wrong: the exit code of every usage error.
_USAGE = 2


class CommandParser(argparse.ArgumentParser):
    """A parser whose options can be anywhere among the paths, and are not abbreviated.

    An abbreviation would change its meaning, or lose it, when an option is added.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{"allow_abbrev": False, **settings})

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Parse arguments, and name the first one that this command does not know."""
        arguments = list(args or ())
        # Options of a command that has commands in it are theirs to read.
        if self._subparsers is None:
            arguments = self._move_options_first(arguments)
        parsed, rest = super().parse_known_args(arguments, namespace)
        if rest:
            self.error(self._explain_unknown(rest[0]))
        return parsed, rest

    def list_commands(self) -> dict[str, "Command"]:
        """Return the commands in this one by name; none if it has none."""
        for action in self._actions:
            if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 -- it has no public name
                meanings = {one.dest: one.help or "" for one in action._get_subactions()}  # noqa: SLF001
                parsers = action.choices.items()
                return {name: Command(one, meanings.get(name, "")) for name, one in parsers}
        return {}

    def list_arguments(self) -> list[argparse.Action]:
        """Return the arguments that are no options, in their order."""
        return [action for action in self._actions if not action.option_strings]

    def list_options(self) -> dict[str, str]:
        """Return the names of options with their meanings, without former names."""
        return {
            name: action.help or ""
            for name, action in self._option_string_actions.items()
            if action.help != argparse.SUPPRESS
        }

    def find_option_with_value(self, name: str) -> argparse.Action | None:
        """Return the option of this name if it takes a value."""
        action = self._option_string_actions.get(name)
        return action if action and action.nargs is None else None

    def _move_options_first(self, arguments: Iterable[str]) -> list[str]:
        """Return the arguments with options and their values before all paths."""
        options: list[str] = []
        others: list[str] = []
        rest = iter(arguments)
        for argument in rest:
            if argument == "--":
                return [*options, "--", *others, *rest]
            if not argument.startswith("-") or argument == "-":
                others.append(argument)
                continue
            options.append(argument)
            if self.find_option_with_value(argument):
                value = next(rest, None)
                if value is None:
                    self.error(f"{argument} needs a value")
                options.append(value)
        return [*options, *others]

    def _explain_unknown(self, argument: str) -> str:
        if not argument.startswith("-"):
            return f"unexpected argument '{argument}'"
        name = argument.partition("=")[0]
        nearest = find_nearest(name, self.list_options())
        hint = f"did you mean '{nearest}'?" if nearest else f"'{self.prog} --help' lists them"
        return f"unknown option '{name}'; {hint}"

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        hint = format_suggestion(str(value), action.choices)
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 -- it has no public name
            raise argparse.ArgumentError(None, f"unknown command '{value}'{hint}")
        raise argparse.ArgumentError(action, f"unknown value '{value}'{hint}")

    def error(self, message: str) -> NoReturn:
        """Print one line, and exit with the code of usage errors."""
        text = message.removeprefix("argument ")
        missing = "the following arguments are required: "
        if text.startswith(missing):
            names = text.removeprefix(missing)
            text = f"{names} is missing; '{self.prog} --help' shows what it can be"
        self.exit(_USAGE, f"{self.prog}: {text}\n")


class Command(NamedTuple):
    """A command: its parser and its meaning, which one that is in no list has not."""

    parser: CommandParser
    meaning: str
