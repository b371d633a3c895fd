"""Rules that may still change run only where the settings, or `--preview`, allow previews."""

import pytest

_PAGE = """---
check: pattern
preview: true
patterns: [quickly]
message: This asks for haste.
help: Leave it out.
---
# No haste
"""


@pytest.fixture(autouse=True)
def _folder(write, good):
    write("a.md", f"{good}\n\nGo home quickly.\n")
    write("house/words/haste.md", _PAGE)


@pytest.fixture
def settle(write):
    return lambda *lines: write("plainlint.toml", "\n".join(('rule-folders = "house"', *lines, "")))


def test_a_preview_is_off(plainlint, settle):
    settle()
    assert "words/haste" not in plainlint("check", "a.md").out
    settle("preview = false", 'select = ["words", "jargon"]')
    assert "words/haste" not in plainlint("check", "a.md").out


def test_a_preview_runs_with_the_option_or_the_setting(plainlint, settle):
    settle()
    assert "words/haste" in plainlint("check", "a.md", "--preview").out
    settle("preview = true")
    assert "words/haste" in plainlint("check", "a.md").out
    settle("preview = true", 'ignore = ["words"]')
    assert "words/haste" not in plainlint("check", "a.md").out


@pytest.mark.parametrize("line", ['select = ["words/haste"]', 'extend-select = ["words/haste"]'])
def test_a_preview_that_is_named_but_not_allowed_is_an_error(plainlint, settle, line):
    settle(line)
    done = plainlint("check", "a.md")
    assert done.code == 2
    assert "words/haste is a preview, which may still change" in done.err
    assert plainlint("check", "a.md", "--preview").code != 2
