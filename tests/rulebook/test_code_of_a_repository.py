"""Code of a repository: it runs to check, never to inspect, and not where it was not meant."""

import os

import pytest

from plainlint import PlainlintError, lint_file, lint_paths

CODE = """
from pathlib import Path

from plainlint.plugin import Hit, Sentence

(Path(__file__).parent / "ran").touch()


def shouting(sentence: Sentence):
    if "!" in sentence.text:
        yield Hit(sentence.span)
"""
PAGE = """---
check: shouting
message: This shouts.
---

# Calm

```bad
«Stop!»
```

```good
Stop.
```
"""


@pytest.fixture(autouse=True)
def ran(write, good, tmp_path):
    """Write a repository with a custom check; return what it leaves behind when it runs."""
    write("house/calm.py", CODE)
    write("rules/house/calm.md", PAGE)
    write("plainlint.toml", 'rule-folders = "rules"\ncheck-files = "house/calm.py"\n')
    write("docs/a.md", good + "\nStop!\n")
    return tmp_path / "house/ran"


@pytest.fixture
def switched(plainlint):
    def call(value, *arguments):
        return plainlint(*arguments, env={**os.environ, "PLAINLINT_PLUGINS": value})

    return call


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "docs"),
        ("check", "docs", "--diff"),
        ("check", "docs", "--profile"),
        ("score", "docs"),
        ("baseline", "docs"),
        ("report", "docs"),
        ("test",),
        ("rule", "house/calm", "--try", "docs/a.md"),
    ],
)
def test_it_runs_to_check_and_one_line_says_so(plainlint, ran, arguments):
    called = plainlint(*arguments)
    assert called.code in {0, 1}
    assert ran.exists()
    assert called.err.count("checks in Python run from house/calm.py") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("config", "docs/a.md"),
        ("rule",),
        ("rule", "house/calm"),
        ("rule", "--table"),
        ("rule", "--checks"),
        ("rule", "--schema"),
        ("rule", "--html", "pages"),
        ("test", "--list"),
        ("glossary", "show", "sepsis"),
        ("glossary", "harvest", "docs"),
        ("accept", "Xyzol"),
        ("new", "rule", "house/short", "-o", "rules"),
    ],
)
def test_it_never_runs_to_inspect(plainlint, ran, arguments):
    called = plainlint(*arguments)
    assert called.code == 0 or arguments[0] in {"glossary", "accept"}
    assert not ran.exists()


def test_what_can_not_be_shown_without_it_is_named(plainlint):
    assert "house/calm" in plainlint("config", "docs/a.md").out
    assert "left out" in plainlint("rule", "--table").err
    assert plainlint("test", "--list").out == "house/calm\n"


@pytest.mark.parametrize("arguments", [("check", "docs"), ("score", "docs"), ("baseline", "docs")])
def test_switched_off_by_the_user_its_rules_are_left_out_with_a_note(
    plainlint, switched, ran, arguments
):
    for called in (plainlint(*arguments, "--no-plugins"), switched("0", *arguments)):
        assert called.code in {0, 1}
        assert "house/calm does not run: its check is a plug-in" in called.err
    assert not ran.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "docs"),
        ("check", "docs", "--fix"),
        ("check", "docs", "--select", "house/calm"),
        ("score", "docs"),
        ("baseline", "docs"),
        ("report", "docs"),
        ("test",),
    ],
)
def test_switched_off_by_a_default_a_rule_that_needs_it_is_an_error(switched, ran, arguments):
    called = switched("refuse", *arguments)
    assert called.code == 2
    assert "house/calm needs the check 'shouting'" in called.err
    assert "set it to 1" in called.err
    assert not ran.exists()


def test_results_of_an_earlier_run_do_not_hide_the_error(plainlint, switched):
    assert "house/calm" in plainlint("check", "docs").out
    assert switched("refuse", "check", "docs").code == 2


def test_rules_that_need_no_code_run_all_the_same(switched, ran, write):
    for arguments in (("--ignore", "house"), ("--select", "structure"), ("--no-plugins",)):
        assert switched("refuse", "check", "docs", *arguments).code == 0
    write("plainlint.toml", 'check-files = "house/calm.py"\n')
    (ran.parents[1] / "rules/house/calm.md").unlink()
    assert switched("refuse", "check", "docs").code == 0
    assert not ran.exists()


def test_a_wrong_switch_is_an_error(switched):
    called = switched("maybe", "check", "docs")
    assert called.code == 2
    assert "PLAINLINT_PLUGINS must be 0, 1 or refuse, not 'maybe'" in called.err
    assert switched("1", "check", "docs").code in {0, 1}


def test_the_switch_holds_for_programs_too(ran, monkeypatch):
    document = ran.parents[1] / "docs/a.md"
    monkeypatch.setenv("PLAINLINT_PLUGINS", "0")
    rules = {finding.rule for finding in lint_file(document).diagnostics}
    assert "house/calm" not in rules
    monkeypatch.setenv("PLAINLINT_PLUGINS", "refuse")
    with pytest.raises(PlainlintError, match="house/calm needs"):
        lint_paths([document.parents[1]])
    assert not ran.exists()


@pytest.mark.parametrize("is_link", [True, False])
def test_code_outside_never_runs(plainlint, write, ran, tmp_path_factory, is_link):
    outside = tmp_path_factory.mktemp("outside") / "calm.py"
    outside.write_text(CODE)
    (ran.parent / "calm.py").unlink()
    if is_link:
        (ran.parent / "calm.py").symlink_to(outside)
    else:
        write("plainlint.toml", f'rule-folders = "rules"\ncheck-files = "{outside}"\n')
    called = plainlint("check", "docs")
    assert (called.code, "is outside" in called.err) == (2, True)
    assert not outside.with_name("ran").exists()


def test_a_check_file_can_not_end_the_run_as_if_all_were_fine(plainlint, write):
    write("house/calm.py", "raise SystemExit(0)")
    assert plainlint("check", "docs").code == 2
