"""The reference of commands: every option of the parser, and the exit codes."""

import argparse
import signal
from collections.abc import Iterator

from plainlint.cli.environment import FINDINGS, OK, USAGE
from plainlint.cli.interrupt import INTERRUPTED
from plainlint.cli.parser import build_parser

_EXIT_CODES = {
    OK: "The run passes.",
    FINDINGS: "There are findings that make the run fail. See [when a run fails](../ci.md).",
    USAGE: "An option, a setting or a rule page is wrong, or plainlint itself failed on a page.",
    INTERRUPTED: "You stopped the run with Ctrl-C.",
    128 + signal.SIGPIPE: "The program that read the output closed it, such as `head`.",
    128 + signal.SIGTERM: "The system or another program stopped the run.",
}


def iter_commands(parser: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield each command that does something, with its name and its parser."""
    inner = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    for action in inner:
        # One without a line in the help is for programs.
        for listed in action._choices_actions:
            yield from iter_commands(action.choices[listed.dest])
    if not inner:
        yield parser.prog.partition(" ")[2], parser


def list_actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return the arguments of a command, without those that are hidden from users."""
    return [action for action in parser._actions if action.help != argparse.SUPPRESS]


def render_commands() -> str:
    """Return the page of all commands as Markdown."""
    parser = build_parser()
    summaries = _summarise(parser)
    lines = [
        "# Commands",
        "",
        "`plainlint COMMAND --help` prints the same. Options may stand before or after the files.",
        "[Commands by task](../guides/tasks.md) lists them by what you want to do.",
    ]
    for name, command in iter_commands(parser):
        summary = summaries.get(command.prog, "")
        lines += ["", f"## plainlint {name}", "", f"{_capitalise(summary)}.", ""]
        lines += [
            f"    {_format_usage(name, command)}",
            "",
            "| argument | what it does |",
            "|---|---|",
        ]
        lines += [f"| {_name(action)} | {_describe(action)} |" for action in list_actions(command)]
    return "\n".join(lines) + "\n"


def render_exit_codes() -> str:
    """Return the page of exit codes as Markdown."""
    rows = [f"| {code} | {meaning} |" for code, meaning in _EXIT_CODES.items()]
    lines = [
        "# Exit codes",
        "",
        "A script or a CI job sees from the exit code how a run ended.",
        "",
        "| code | meaning |",
        "|---|---|",
        *rows,
        "",
        "Another signal gives 128 plus its number. `--fail-on` and `--max-warnings` say which",
        "findings make a run fail.",
    ]
    return "\n".join(lines) + "\n"


def _summarise(parser: argparse.ArgumentParser) -> dict[str, str]:
    """Return the line that the help of the whole program has on each command."""
    summaries = {}
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                command = action.choices[choice.dest]
                summaries[command.prog] = choice.help or ""
                summaries.update(_summarise(command))
    return summaries


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]


def _format_usage(name: str, command: argparse.ArgumentParser) -> str:
    """Return how to call a command; what may be left out is in square brackets."""
    forms = {"*": "[{} ...]", "+": "{} ...", "?": "[{}]"}
    arguments = [action for action in list_actions(command) if not action.option_strings]
    shown = [forms.get(str(action.nargs), "{}").format(_get_value(action)) for action in arguments]
    return " ".join(["plainlint", name, "[OPTIONS]", *shown])


def _get_value(action: argparse.Action) -> str:
    """Return the name or the choices of the value that an argument takes; empty for none."""
    if isinstance(action.metavar, str):
        return action.metavar
    if action.choices:
        return f"{{{','.join(action.choices)}}}"
    return "" if action.option_strings else action.dest.upper()


def _name(action: argparse.Action) -> str:
    value = _get_value(action).replace("|", "\\|")
    names = ", ".join(f"`{name}`" for name in action.option_strings)
    return " ".join(filter(None, (names, value and f"`{value}`")))


def _describe(action: argparse.Action) -> str:
    return _capitalise((action.help or "").replace("%%", "%")).replace("|", "\\|")
