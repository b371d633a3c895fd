"""The reference of settings: every key of `plainlint.toml`, from the class that holds them."""

import inspect
import re
from collections.abc import Mapping
from enum import Enum
from typing import Any

from plainlint.config.loader import FILE_NAME, LAYER_KEYS, PRESETS
from plainlint.config.settings import CONFIG_KEYS, PATH_KEYS, RENAMED_KEYS, Config, get_field

_LAYERS = {
    "extend": "Other settings files that this one adds to or overrides.",
    "preset": f"Settings for one kind of publisher: {', '.join(f'`{name}`' for name in PRESETS)}.",
}
_ATTRIBUTE = re.compile(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", re.MULTILINE)


def render_settings() -> str:
    """Return the page of all settings as Markdown."""
    meanings = read_meanings()
    defaults = Config()
    rows = [f"| `{key}` |  | {_LAYERS[key]} |" for key in sorted(LAYER_KEYS)]
    rows += [
        f"| `{key}` | {_format_default(getattr(defaults, get_field(key)))} | "
        f"{meanings[get_field(key)]} |"
        for key in sorted(CONFIG_KEYS)
    ]
    former = [f"| `{old}` | `{new}` |" for old, new in RENAMED_KEYS.items()]
    lines = [
        "# All settings",
        "",
        f"These are the keys of `{FILE_NAME}`, and of `[tool.plainlint]` in `pyproject.toml`.",
        "[Settings](../settings.md) shows how to use them. `plainlint init` writes a file with all",
        "of them. `plainlint config FILE` shows those that apply to a file. In Python, the names",
        "have `_` for `-`, and None stands for a key that is left out.",
        "",
        "| key | default | what it is |",
        "|---|---|---|",
        *rows,
        "",
        "## Settings for some documents",
        "",
        '`[per-path."PATTERN"]` takes these keys: '
        + ", ".join(f"`{key}`" for key in sorted(PATH_KEYS))
        + ".",
        "",
        "## Changes to a rule",
        "",
        '`[rule."ID"]` takes each key that the front matter of the rule\'s page has, such as',
        "`severity`, `limits`, `audience` or `message`. [Your own rules](../rules.md) explains",
        "them, and [checks](../checks.md) has the keys of each check.",
        "",
        "## Former names",
        "",
        "A file may still use these. A note then names the new one.",
        "",
        "| former | now |",
        "|---|---|",
        *former,
    ]
    return "\n".join(lines) + "\n"


def read_meanings() -> Mapping[str, str]:
    """Return what each field of the settings means, from the class's docstring."""
    docs = Config.__doc__ or ""
    return {
        name: text[:1].upper() + " ".join(text[1:].split()).replace("|", "\\|")
        for name, text in _ATTRIBUTE.findall(inspect.cleandoc(docs))
    }


def _format_default(value: Any) -> str:
    if value is None or value == "" or (isinstance(value, Mapping | tuple) and not value):
        return ""
    if isinstance(value, Mapping):
        return ", ".join(f"`{key} = {item}`" for key, item in value.items())
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value.value if isinstance(value, Enum) else value}`"
