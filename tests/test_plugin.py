"""plainlint.plugin: one import for a check in Python."""

from textwrap import dedent

from plainlint import plugin
from plainlint.document.targets import SCOPED_TARGETS, TARGETS


def test_every_target_and_type_of_settings_can_be_imported():
    assert {target.__name__ for target in (*TARGETS, *SCOPED_TARGETS)} <= set(plugin.__all__)
    for name in plugin.__all__:
        assert getattr(plugin, name).__doc__


def test_a_check_needs_no_other_import(write, plainlint, good):
    write("my_checks.py", dedent(plugin.__doc__.partition("\n\n")[2].partition("\n\nThe ann")[0]))
    write("rules/house/calm.md", "---\ncheck: shouting\nmessage: \"'{sign}' shouts.\"\n---\n")
    write("plainlint.toml", 'rule-folders = ["rules"]\ncheck-files = ["my_checks.py"]\n')
    write("a.md", good + "\nStop! Then rest!\n")
    out = plainlint("check", "--output-format", "concise", "a.md").out
    assert "a.md:15:1: warning house/calm '!' shouts." in out
    assert "a.md:15:7: warning house/calm '!' shouts." in out
