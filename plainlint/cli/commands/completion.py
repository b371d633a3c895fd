"""plainlint completion: the script that lets a shell complete commands, options and rules."""

from pathlib import Path

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import CompletionOptions


def completion(options: CompletionOptions, _environment: Environment) -> CommandResult:
    """Return the script of a shell."""
    script = Path(__file__).with_name("completion_scripts") / f"plainlint.{options.shell}"
    return CommandResult(script.read_text(encoding="utf-8"))
