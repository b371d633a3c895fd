"""plainlint init: write a commented configuration file to start from."""

from pathlib import Path

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import InitOptions
from plainlint.config.loader import FILE_NAME
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically


def init(options: InitOptions, _environment: Environment) -> CommandResult:
    """Write plainlint.toml to a folder; an existing file is never overwritten."""
    path = options.folder / FILE_NAME
    if path.exists():
        raise PlainlintError(f"{path}: the file exists already; change it, or delete it first")
    write_atomically(path, Path(__file__).with_name("init.toml").read_text(encoding="utf-8"))
    return CommandResult(f"Wrote {path}. Now run: plainlint check {options.folder}\n")
