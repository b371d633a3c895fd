"""Configuration files: find them upwards from a document, read them, merge those they extend."""

from collections.abc import Iterable
from functools import reduce
from pathlib import Path

from plainlint.config.settings import CONFIG_KEYS, RENAMED_KEYS, Config, get_field, merge_tables
from plainlint.config.validation import ConfigFile, find_line, read_setting
from plainlint.core.errors import PlainlintError
from plainlint.core.files import find_trespass, list_search_folders
from plainlint.core.source import decode

FILE_NAME = "plainlint.toml"
_MAX_EXTENDS = 20
# Settings that come with plainlint, for the pages of one kind of publisher.
PRESETS = ("ama", "eu-trials", "nci", "nhs", "nih", "plain", "who")
# Keys that name other files of settings.
LAYER_KEYS = frozenset({"extend", "preset"})


def find_config(start: Path, named: Iterable[Path] = ()) -> Path | None:
    """Find the nearest plainlint.toml, or pyproject.toml with [tool.plainlint], upwards.

    Args:
        start: a document or folder.
        named: the paths that the user named; see `list_search_folders`.

    Raises:
        PlainlintError: the file is a link that leads outside.
    """
    files = map(find_config_in, list_search_folders(start, named))
    return next(filter(None, files), None)


def find_config_in(folder: Path) -> Path | None:
    """Find the plainlint.toml of a folder, or its pyproject.toml with [tool.plainlint].

    Raises:
        PlainlintError: the file is a link that leads outside.
    """
    candidates = (folder / FILE_NAME, folder / "pyproject.toml")
    file = next(filter(_has_settings, candidates), None)
    if file and (trespass := find_trespass(file, folder)):
        raise PlainlintError(f"{file}: it {trespass}")
    return file


def _has_settings(file: Path) -> bool:
    """Return whether a file exists, and has settings if it is shared with other programs."""
    if not file.is_file():
        return False
    return file.name == FILE_NAME or b"[tool.plainlint" in file.read_bytes()


def load_config(path: str | Path) -> Config:
    """Read a configuration file, and the files that it extends; the same as `Config.load`.

    Raises:
        PlainlintError: the file can't be read, or a key or value is wrong; the message names the
            file, the line and the nearest valid key.
    """
    return reduce(_merge_layer, read_layers(Path(path)), Config())


def read_layers(path: Path, chain: tuple[Path, ...] = ()) -> tuple[ConfigFile, ...]:
    """Read a file and all that it extends, directly or not; each comes after those it overrides.

    Raises:
        PlainlintError: as in `load_config`.
    """
    resolved = path.resolve()
    if resolved in chain or len(chain) > _MAX_EXTENDS:
        names = " -> ".join(file.name for file in (*chain, resolved))
        raise PlainlintError(f"{path}: 'extend' goes round in a circle: {names}")
    file = _read_config_file(path)
    preset = file.data.get("preset")
    presets = [_read_config_file(_find_preset(file, preset))] if preset else []
    base = (
        layer for parent in _list_parents(file) for layer in read_layers(parent, (*chain, resolved))
    )
    return (*presets, *base, file)


def _list_parents(file: ConfigFile) -> list[Path]:
    """Return the files that a file extends."""
    folder = file.path.parent
    for name in file.read_strings("extend"):
        if trespass := find_trespass(folder / name, folder):
            raise file.make_error(f"'extend' names '{name}', which {trespass}", "extend")
    return [folder / name for name in file.read_strings("extend")]


def _find_preset(file: ConfigFile, name: object) -> Path:
    """Return the settings file of a preset."""
    if name not in PRESETS:
        allowed = ", ".join(PRESETS)
        raise file.make_error(f"unknown preset {name!r}; it is one of: {allowed}", "preset")
    return Path(__file__).with_name("presets") / f"{name}.toml"


def _read_config_file(path: Path) -> ConfigFile:
    import tomllib

    try:
        source = decode(path.read_bytes(), str(path))
        if source.problem:
            raise PlainlintError(f"{path}: {source.problem}")
        text = source.text.removeprefix("\ufeff")
        data = tomllib.loads(text)
    except OSError as error:
        raise PlainlintError(f"{path}: can't be read: {error.strerror}") from error
    except tomllib.TOMLDecodeError as error:
        raise PlainlintError(f"{path}: it is not TOML: {error}") from error
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("plainlint", {})
    file = ConfigFile(path, text, data)
    # Only another version may know the other keys, so this comes first.
    if "required-version" in data:
        read_setting(file, "required-version")
    file.check_keys([key for key in data if key not in RENAMED_KEYS], CONFIG_KEYS | LAYER_KEYS)
    for old, new in _list_renamed_keys(file):
        if new in data:
            raise file.make_error(f"'{old}' is the old name of '{new}'; remove one of them", old)
    return file


def _list_renamed_keys(file: ConfigFile) -> list[tuple[str, str]]:
    """Return the keys of a file that have an old name, each with the new one."""
    return [(key, RENAMED_KEYS[key]) for key in file.data if key in RENAMED_KEYS]


def _merge_layer(base: Config, file: ConfigFile) -> Config:
    """Merge a file into `base`: tables key by key, while lists and single values are replaced."""
    values = {get_field(key): read_setting(file, key) for key in file.data if key not in LAYER_KEYS}
    if "audience_aliases" in values:
        values["audience_aliases"] = {**base.audience_aliases, **values["audience_aliases"]}
    if "rule" in values:
        values["rule"] = merge_tables(base.rule, values["rule"])
    if "per_path" in values:
        values["per_path"] = (*base.per_path, *values["per_path"])
    notes = [
        f"{file.locate(old)}: the setting '{old}' is now called '{new}'"
        for old, new in _list_renamed_keys(file)
    ]
    return base.replace(
        **values, root=file.path.parent, origin=str(file.path), notes=(*base.notes, *notes)
    )


def locate_setting(origin: str, *keys: str) -> str:
    """Return the `file:line` of a setting, for a message after the file was read.

    An empty `origin` means that no file has the setting.
    """
    if not origin:
        return "configuration"
    return f"{origin}:{find_line(Path(origin).read_text(encoding='utf-8-sig'), keys)}"
