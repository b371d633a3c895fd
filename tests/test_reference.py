"""The reference names every command, option, setting, rule, check and public name there is."""

import re

import pytest

import plainlint
from plainlint import plugin, testing
from plainlint.cli.parser import build_parser
from plainlint.config.loader import LAYER_KEYS
from plainlint.config.settings import CONFIG_KEYS, PATH_KEYS
from plainlint.rulebook.page import Pages, get_shipped_folder
from plainlint.rulebook.registry import get_check_names
from tests.conftest import ROOT
from tools.reference_commands import iter_commands, list_actions
from tools.reference_python import list_public_names

COMMANDS = dict(iter_commands(build_parser()))


def read(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def list_rows(text):
    """Return the first cell of each row of all tables."""
    return re.findall(r"^\| (.*?) \|", text, re.MULTILINE)


def test_every_command_is_there():
    assert re.findall(r"^## plainlint (.+)$", read("reference/commands.md"), re.MULTILINE) == [
        *COMMANDS
    ]
    assert {"check", "demo", "glossary harvest", "new rule", "corpus report"} <= COMMANDS.keys()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_there_and_says_what_it_does(name):
    section = re.split(r"^## ", read("reference/commands.md"), flags=re.MULTILINE)
    (own,) = [part for part in section if part.startswith(f"plainlint {name}\n")]
    rows = list_rows(own)[1:]
    actions = list_actions(COMMANDS[name])
    assert len(rows) == len(actions)
    for row, action in zip(rows, actions, strict=True):
        assert all(f"`{option}`" in row for option in action.option_strings)
        assert action.help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_task(name):
    assert f"plainlint {name}" in read("guides/tasks.md")


def test_every_setting_is_there():
    text = read("reference/settings.md")
    keys = {row.strip("`") for row in list_rows(text)}
    assert keys >= CONFIG_KEYS | LAYER_KEYS
    assert all(f"`{key}`" in text for key in PATH_KEYS)
    for row in re.findall(r"^\| `.*", text.partition("## Settings for some")[0], re.MULTILINE):
        assert len(row.split("|")[3].split()) > 2, row


def test_every_rule_is_there():
    rows = list_rows(read("built-in-rules.md"))[1:]
    assert [row.partition("]")[0].removeprefix("[") for row in rows] == sorted(
        Pages([get_shipped_folder()])
    )


def test_every_check_is_there():
    assert set(re.findall(r"^## `?([\w-]+)`?$", read("checks.md"), re.MULTILINE)) >= set(
        get_check_names()
    )


def test_every_public_name_is_there_and_says_what_it_is():
    sections = re.split(r"^### ", read("reference/python.md"), flags=re.MULTILINE)[1:]
    found = [section.splitlines()[0] for section in sections]
    assert found == [
        f"{module.__name__}.{name}"
        for module in (plainlint, plugin, testing)
        for name in list_public_names(module)
    ]
    assert all(len(section.split()) > 6 for section in sections)
