"""plainlint init: a commented configuration file to start from."""

from argparse import Namespace
from pathlib import Path

from plainlint.cli.environment import CommandResult, Environment
from plainlint.config.loader import FILE_NAME
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically


def init(args: Namespace, _surroundings: Environment) -> CommandResult:
    """Write plainlint.toml into a folder; a file that is there stays as it is."""
    path = Path(args.folder) / FILE_NAME
    if path.exists():
        raise PlainlintError(f"{path}: there is one already; change it, or delete it first")
    write_atomically(path, Path(__file__).with_name("init.toml").read_text(encoding="utf-8"))
    return CommandResult(f"Wrote {path}. Now run: plainlint check {args.folder}\n")
