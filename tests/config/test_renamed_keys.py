"""Former names of keys: they still work, and a note names the new one."""

from typing import Any

import pytest

from plainlint import Config, PlainlintError
from plainlint.config.settings import CONFIG_KEYS, RENAMED_KEYS

_VALUES = {
    "rule-folders": '["house"]',
    "check-files": '["house/checks.py"]',
    "vale-styles": '["house"]',
    "extend-select": '["suppression/missing-reason"]',
    "baseline-grade-tolerance": "1.5",
}
_KEYS = pytest.mark.parametrize(("old", "new"), RENAMED_KEYS.items())


@pytest.fixture(autouse=True)
def _folder(write):
    write("house/checks.py", "")


@_KEYS
def test_an_old_key_sets_what_the_new_one_sets(write, old, new):
    config = Config.load(write("plainlint.toml", f"{new} = {_VALUES[new]}\n"))
    assert config.notes == ()
    assert config != Config(root=config.root, origin=config.origin)
    path = write("plainlint.toml", f"ignore = []\n{old} = {_VALUES[new]}\n")
    assert Config.load(path).replace(notes=()) == config
    assert Config.load(path).notes == (f"{path}:2: the setting '{old}' is now called '{new}'",)


@_KEYS
def test_errors_and_provenance_follow(write, plainlint, good, old, new):
    path = write("plainlint.toml", f"ignore = []\n{old} = true\n")
    with pytest.raises(PlainlintError, match=f":2: '{old}' must be "):
        Config.load(path)
    write("plainlint.toml", f"ignore = []\n{old} = {_VALUES[new]}\n{new} = {_VALUES[new]}\n")
    with pytest.raises(PlainlintError, match=f":2: '{old}' is the old name of '{new}'"):
        Config.load(path)
    write("plainlint.toml", 'extend = "base.toml"\n')
    write("base.toml", f"{old} = {_VALUES[new]}\n")
    (note,) = Config.load(path).notes
    assert note.partition(": ")[0].endswith("base.toml:1")
    if new not in {"check-files", "vale-styles"}:  # nothing that can be run is in them
        rows = plainlint("config", write("a.md", good).name).out.splitlines()
        (row,) = [row for row in rows if row.startswith(new)]
        assert row.endswith("base.toml:1")
        assert not any(row.startswith(f"{old} =") for row in rows)


@_KEYS
def test_an_error_for_programs_names_the_new_key(old, new):
    assert new in CONFIG_KEYS
    settings: dict[str, Any] = {old: ()}
    with pytest.raises(TypeError, match=f"no setting '{old}'; it is now '{new.replace('-', '_')}'"):
        Config(**settings)


def test_an_unknown_key_is_still_an_error(write):
    with pytest.raises(PlainlintError, match="unknown key 'enabled'"):
        Config.load(write("plainlint.toml", "enabled = []\n"))
