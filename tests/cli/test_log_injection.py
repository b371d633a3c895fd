"""Documents, paths and settings of strangers give no orders to terminals and runners of CI."""

import re

import pytest

from tests.core.test_inert import CONTROL, has_command

ORDERS = "::add-mask::a ##[error]b ##vso[task.complete]c \x1b]0;d\x07 \x9b2J \u202egfe\x7f"
DOCUMENT = f"""---
title: '{"::error::t"} ##[group]t'
audienceLevel: patient
version: '::warning::v'
---

# ::add-mask::heading ##[add-mask]heading

 \u00a0::stop-commands::pause and the the \u200b::error::x ##\u200b[error]x {ORDERS}

Please utilize ##[ the the ##vso[task.setvariable variable=a] of the patient's SQX.

<!-- plainlint: disable-next-line=::error::no ##[error]no -->
::error::utilize the the, and then {"wash the hands and " * 20} ##[endgroup].

See [SQX](https://example.org/pop-up/::error::) {ORDERS}.
"""
NAMES = (
    "::error::a.md",
    "\n::error::b.md",
    "##[error]c.md",
    " ::d.md",
    "\x1b[2Je.md",
    "f\u202e.md",
)
OWN = {
    "github": re.compile(r"::(error|warning|notice) file=[^\n]*"),
    "azure": re.compile(r"##vso\[task\.logissue type=[^\n]*?\]"),
}


def assert_inert(called, output=""):
    text = called.out.replace("\r\n", "\n")
    if output in OWN:
        text = re.sub(rf"(?m)^{OWN[output].pattern}", "", text)
    for stream in (text, called.err):
        assert not has_command(stream), stream
        assert not CONTROL.search(stream), repr(CONTROL.search(stream))


@pytest.fixture(autouse=True)
def _documents(write):
    for name in ("docs/page.md", *(f"docs/{name}" for name in NAMES)):
        write(name, DOCUMENT)


@pytest.mark.parametrize(
    "output",
    ["entries", "full", "concise", "statistics", "json", "jsonl", "sarif", "github", "gitlab",
     "junit", "checkstyle", "rdjson", "azure", "markdown"],
)  # fmt: skip
def test_every_format(plainlint, tmp_path, output):
    assert_inert(plainlint("check", "docs", "--output-format", output), output)
    # A path may be all that a line begins with.
    assert_inert(plainlint("check", "--output-format", output, cwd=tmp_path / "docs"), output)
    names = plainlint("check", "--output-format", output, "--", *NAMES, cwd=tmp_path / "docs")
    assert_inert(names, output)


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "docs", "--diff", "--unsafe-fixes"),
        ("check", "docs", "--profile"),
        ("check", "docs", "--fix", "--unsafe-fixes"),
        ("score", "docs"),
        ("score", "docs", "--output-format", "json"),
        ("score", "docs/page.md", "--explain"),
        ("score", "docs/page.md", "--sentences"),
        ("baseline", "docs"),
        ("report", "docs"),
        ("glossary", "harvest", "docs"),
        ("config", "docs/\n::error::b.md"),
        ("rule", "structure/repeated-word", "--try", "docs/page.md"),
        ("rule", "--table"),
    ],
)
def test_every_command(plainlint, arguments):
    assert_inert(plainlint(*arguments))


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "\n::error::gone ##[error]\x1b[2J.md"),
        ("check", "--select", "\n::error::rule ##[error]"),
        ("check", "--\n::error::option"),
        ("check", "--jobs", "\n::error::jobs\x1b[2J"),
        ("\n::error::command",),
        ("check", "docs", "--since", "\n::error::revision"),
        ("check", "docs", "--config", "\n::error::config"),
        ("rule", "\n ::error::rule"),
        ("test", "\n::error::rule"),
        ("glossary", "show", "\n::error::term"),
    ],
)
def test_every_error(plainlint, arguments):
    called = plainlint(*arguments)
    assert called.code == 2
    assert_inert(called)


@pytest.mark.parametrize(
    "settings",
    [
        'ignore = ["\\n::error::rule ##[error]\\u001b[2J"]',
        '"\\n::error::key" = 1',
        'glossary = "\\n::error::file"',
        '[rule."structure/repeated-word"]\nmessage = "\\n::error::m ##[error]\\u001b[2J"',
        '[per-path."\\n::error::\\u202e"]\nignore = ["jargon"]',
        "a = '::error::' ##[error]\n::error::toml",
    ],
)
@pytest.mark.parametrize("command", ["check", "config", "rule"])
def test_settings(plainlint, write, settings, command):
    write("plainlint.toml", settings + "\n")
    paths = {"check": ["docs"], "config": ["docs/page.md"], "rule": []}
    assert_inert(plainlint(command, *paths[command]))


def test_pages_and_glossaries(plainlint, write):
    page = f"---\ncheck: word-list\nmessage: '::error::m'\nwords: [plum]\n---\n\n# ::error::t {ORDERS}\n"
    write(
        "rules/house/plum.md", page + f"\n ::error::body ##[error]\n\n```bad\n{ORDERS} «a»\n```\n"
    )
    write("plainlint.toml", 'rule-folders = "rules"\n')
    write("terms.csv", "term,url,plain\nSQX,https://example.org,::error::plain ##[error]\n")
    for arguments in (
        ("rule", "house/plum"), ("rule",), ("rule", "--table"), ("test", "house/plum"),
        ("check", "docs", "--glossary", "terms.csv"),
        ("glossary", "show", "SQX", "docs", "--glossary", "terms.csv"),
        ("glossary", "import", "terms.csv"),
    ):  # fmt: skip
        assert_inert(plainlint(*arguments))


def test_the_diff_can_be_applied(plainlint, write):
    text = "<!-- plainlint: disable-next-line=jargon -- old -->\r\nEat a plum.\r\n"
    write("docs/page.md", text)
    lines = plainlint("check", "docs/page.md", "--diff").out.splitlines(keepends=True)
    assert "-<!-- plainlint: disable-next-line=jargon -- old -->\r\n" in lines
