"""plainlint new: write a rule page to start from, with examples that pass."""

import re
from pathlib import Path

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import NewOptions, load_settings
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
_DEFAULT_FOLDER = Path("rules")


def new(options: NewOptions, environment: Environment) -> CommandResult:
    """Write the page to the folder of rules; an existing page is never overwritten."""
    if not _ID.fullmatch(options.id):
        message = (
            f"{options.id!r} is not an id; write category/name in small letters: house/short-words"
        )
        raise PlainlintError(message)
    folders = load_settings(options.config, environment.note).rule_folders
    folder = options.folder or next(iter(folders), _DEFAULT_FOLDER)
    path = folder / f"{options.id}.md"
    if path.exists():
        raise PlainlintError(f"{path}: the page exists already; change it, or delete it first")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlainlintError(f"{path.parent}: can't be created: {error.strerror}") from error
    write_atomically(path, Path(__file__).with_name("rule_page.md").read_text(encoding="utf-8"))
    return CommandResult(f"Wrote {path}.{_explain_next_step(folder, folders)}\n")


def _explain_next_step(folder: Path, folders: tuple[Path, ...]) -> str:
    """Return what to do next: add the folder to the settings if needed, then run the test."""
    is_set = folder.resolve() in [path.resolve() for path in folders]
    setting = f'rule-folders = ["{folder.as_posix()}"]'
    step = "" if is_set else f" Add its folder to plainlint.toml: {setting}."
    return f"{step} Then run: plainlint test {folder.as_posix()}"
