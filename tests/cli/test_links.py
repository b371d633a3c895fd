"""Links from rule ids to rule pages, on terminals that show them."""

import os
import pty
import re
import subprocess
import sys

import pytest

from plainlint.cli.links import wants_links
from plainlint.core.inert import make_inert
from plainlint.reporters.rule_links import RuleLinks
from plainlint.reporters.style import Style
from plainlint.rulebook.page import get_shipped_folder
from tests.conftest import ROOT

LINK = re.compile(r"\x1b\]8;;([!-~]*)\x1b\\([^\x1b]*)\x1b\]8;;\x1b\\")
RULE = "readability/long-sentence"
PAGE = (get_shipped_folder() / f"{RULE}.md").as_uri()


def read_link(text):
    """Return the address and the text of the first link."""
    return LINK.findall(text)[0]


@pytest.mark.parametrize(
    ("variables", "color", "is_terminal", "wanted"),
    [
        ({"VTE_VERSION": "7200"}, "auto", True, True),
        ({"VTE_VERSION": "4800"}, "auto", True, False),
        ({"TERM_PROGRAM": "iTerm.app"}, "auto", True, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "auto", True, False),
        ({"TERM": "xterm-kitty"}, "auto", True, True),
        ({"WT_SESSION": "a"}, "auto", True, True),
        ({"TERM": "xterm-256color"}, "auto", True, False),
        ({"TERM": "tmux-256color", "VTE_VERSION": "7200"}, "auto", True, False),
        ({"TERM": "dumb", "VTE_VERSION": "7200"}, "auto", True, False),
        ({"VTE_VERSION": "7200", "CI": "true"}, "auto", True, False),
        ({"VTE_VERSION": "7200"}, "auto", False, False),
        ({"VTE_VERSION": "7200"}, "never", True, False),
        ({"VTE_VERSION": "7200", "NO_COLOR": "1"}, "auto", True, False),
        ({"VTE_VERSION": "7200", "FORCE_HYPERLINK": "0"}, "auto", True, False),
        ({"FORCE_HYPERLINK": "1"}, "auto", False, True),
        ({"FORCE_HYPERLINK": ""}, "auto", False, True),
        ({"FORCE_HYPERLINK": "1", "NO_COLOR": "1"}, "auto", True, False),
        ({"FORCE_HYPERLINK": "1"}, "never", True, False),
    ],
)
def test_links_are_for_terminals_that_show_them(variables, color, is_terminal, wanted):
    assert wants_links(variables, color=color, is_terminal=is_terminal) is wanted


@pytest.mark.parametrize("form", ["entries", "full", "concise", "statistics"])
def test_each_text_format_links_rules(plainlint, write, hard, form):
    write("a.md", hard)
    options = ("check", "a.md", "--select", RULE, "--output-format", form)
    linked = plainlint(*options, env={**os.environ, "FORCE_HYPERLINK": "1"}).out
    assert read_link(linked) == (PAGE, RULE)
    # Links take no columns, and nothing else changes.
    assert LINK.sub(r"\2", linked) == plainlint(*options).out
    # From the cache, and with colours.
    coloured = plainlint(*options, "--color=always", env={**os.environ, "FORCE_HYPERLINK": "1"})
    assert read_link(coloured.out) == (PAGE, RULE)


def test_programs_and_files_get_no_links(plainlint, write, hard, tmp_path):
    write("a.md", hard)
    environment = {**os.environ, "FORCE_HYPERLINK": "1"}
    outputs = ("--output-format", "json", "--output-format", "full=out.txt")
    called = plainlint("check", "a.md", *outputs, env=environment)
    assert "\x1b" not in called.out + (tmp_path / "out.txt").read_text()
    assert "]8;;" not in plainlint("check", "a.md").out


def test_links_lead_to_where_the_team_publishes_its_rules(plainlint, write, hard):
    write("a.md", hard)
    write("plainlint.toml", 'rules-url = "https://example.org/rules/{rule}?from=a b"\n')
    options = ("check", "a.md", "--select", RULE, "--output-format", "concise")
    linked = plainlint(*options, env={**os.environ, "FORCE_HYPERLINK": "1"}).out
    assert read_link(linked)[0] == f"https://example.org/rules/{RULE}?from=a%20b"


def test_own_pages_win_and_rules_without_a_page_have_no_link(tmp_path):
    own = tmp_path / "house rules"
    (own / "readability").mkdir(parents=True)
    (own / f"{RULE}.md").write_text("")
    links = RuleLinks("", (own, get_shipped_folder()))
    assert links.find(RULE) == (own / f"{RULE}.md").as_uri()
    assert "house%20rules" in links.find(RULE)
    assert links.find("Vale.Terms") == ""
    assert Style(rule_links=links).link_rule("Vale.Terms") == "Vale.Terms"
    assert RuleLinks("javascript:{rule}", ()).find(RULE) == ""


def test_no_text_of_a_stranger_becomes_a_link(plainlint, write, good):
    evil = "\x1b]8;;https://evil.example\x1b\\click\x1b]8;;\x1b\\"
    write("a.md", f"{good}\nUtilise {evil} it.\n")
    environment = {**os.environ, "FORCE_HYPERLINK": "1"}
    for form in ("entries", "full", "concise", "statistics"):
        out = plainlint("check", "a.md", "--output-format", form, env=environment).out
        assert "\x1b]8;;https://evil" not in out
    assert Style().link_rule(evil).count("\x1b") == 0


def test_only_links_to_the_web_and_to_files_pass_the_seal():
    ours = Style(rule_links=RuleLinks("https://example.org/{rule}")).link_rule("a/b")
    assert make_inert(ours) == ours
    assert "\x1b" not in make_inert("\x1b]8;;javascript:alert(1)\x1b\\a")
    assert "\x1b" not in make_inert("\x1b]0;title\x07")


def test_a_terminal_gets_links(tmp_path, hard):
    (tmp_path / "a.md").write_text(hard)
    main, end = pty.openpty()
    keep = {name: os.environ[name] for name in ("PATH", "XDG_CACHE_HOME") if name in os.environ}
    environment = {**keep, "TERM": "xterm-kitty", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "plainlint", "check", "a.md", "--select", RULE]
    subprocess.run(
        command, cwd=tmp_path, stdout=end, stderr=subprocess.PIPE, env=environment, check=False
    )
    os.close(end)
    out = os.read(main, 1 << 16).decode()
    assert read_link(out) == (PAGE, RULE)
