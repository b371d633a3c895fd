"""Configuration files: plainlint.toml or [tool.plainlint], found upwards, checked key by key."""

from functools import reduce
from pathlib import Path

from plainlint.config.settings import (
    CONFIG_KEYS,
    Config,
    merge_tables,
)
from plainlint.config.validation import READERS, ConfigFile, find_line
from plainlint.core.errors import PlainlintError

FILE_NAME = "plainlint.toml"
_MAX_EXTENDS = 20


def find_config(start: Path) -> Path | None:
    """The nearest plainlint.toml, or pyproject.toml with [tool.plainlint], from `start` upwards."""
    folder = start.absolute() if start.is_dir() else start.absolute().parent
    for each in (folder, *folder.parents):
        if (each / FILE_NAME).is_file():
            return each / FILE_NAME
        project = each / "pyproject.toml"
        if project.is_file() and b"[tool.plainlint" in project.read_bytes():
            return project
    return None


def load_config(path: Path) -> Config:
    """The configuration in a file, laid over those that it extends.

    Raises:
        PlainlintError: the file can't be read, or a key or value is wrong; the message names the
            file, the line and the nearest valid key.
    """
    return reduce(_merge_layer, read_layers(path), Config())


def read_layers(path: Path, chain: tuple[Path, ...] = ()) -> tuple[ConfigFile, ...]:
    """A file and all that it extends, directly or not, each behind those that it lies over.

    Raises:
        PlainlintError: as in `load_config`.
    """
    here = path.resolve()
    if here in chain or len(chain) > _MAX_EXTENDS:
        names = " -> ".join(each.name for each in (*chain, here))
        raise PlainlintError(f"{path}: 'extend' goes round in a circle: {names}")
    file = _read_config_file(path)
    below = (
        layer
        for parent in file.read_strings("extend")
        for layer in read_layers(path.parent / parent, (*chain, here))
    )
    return (*below, file)


def _read_config_file(path: Path) -> ConfigFile:
    import tomllib

    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        raise PlainlintError(f"{path}: can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PlainlintError(f"{path}: it is not UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise PlainlintError(f"{path}: it is not TOML: {error}") from error
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("plainlint", {})
    file = ConfigFile(path, text, data)
    file.check_keys(data, CONFIG_KEYS | {"extend"})
    return file


def _merge_layer(base: Config, file: ConfigFile) -> Config:
    """`base` with what the file sets; tables are merged, lists and single values replaced."""
    set_here = {key: read(file) for key, read in READERS.items() if key in file.data}
    values = {key.replace("-", "_"): value for key, value in set_here.items()}
    if "audience_aliases" in values:
        values["audience_aliases"] = {**base.audience_aliases, **values["audience_aliases"]}
    if "rule" in values:
        values["rule"] = merge_tables(base.rule, values["rule"])
    if "per_path" in values:
        values["per_path"] = (*base.per_path, *values["per_path"])
    return base._replace(**values, root=file.path.parent, origin=str(file.path))


def locate_setting(origin: str, *keys: str) -> str:
    """`file:line` of a setting, for messages about it that come up later.

    A configuration that no file holds has an empty `origin` and is named as such.
    """
    if not origin:
        return "configuration"
    return f"{origin}:{find_line(Path(origin).read_text(encoding='utf-8-sig'), keys)}"
