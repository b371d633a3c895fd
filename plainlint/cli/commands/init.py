"""plainlint init: write a commented configuration file to start from."""

from pathlib import Path

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import InitOptions
from plainlint.config.loader import FILE_NAME, PRESETS
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.core.files import write_atomically

_PRESET = '# preset = "plain"\n'
_QUESTION = f"Whose pages are these most like? {', '.join(PRESETS)}, or Enter for none: "


def init(options: InitOptions, environment: Environment) -> CommandResult:
    """Write plainlint.toml to a folder; an existing file is never overwritten."""
    path = options.folder / FILE_NAME
    if path.exists():
        raise PlainlintError(f"{path}: the file exists already; change it, or delete it first")
    preset = options.preset or environment.ask(_QUESTION).strip().lower()
    if preset and preset not in PRESETS:
        raise PlainlintError(f"unknown preset {preset!r}{format_suggestion(preset, PRESETS)}")
    text = Path(__file__).with_name("init.toml").read_text(encoding="utf-8")
    write_atomically(path, text.replace(_PRESET, f'preset = "{preset}"\n') if preset else text)
    return CommandResult(f"Wrote {path}. Now run: plainlint check {options.folder}\n")
