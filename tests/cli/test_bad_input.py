"""Bad input ends in a finding or in one clear line, and other files are still checked."""

import os

import pytest


def get_findings(called, name):
    """Return the findings on one document from JSON output."""
    documents = {document["path"]: document for document in called.json["documents"]}
    return documents[name]["diagnostics"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"Na\xefve cells.\n", "byte 0xEF has no meaning there"),
        ("Wash.".encode("utf-16"), "not"),
        (b"Wash\x00 your hands.\n", "NUL byte"),
        (("> " * 300 + "deep\n").encode(), "nested more than 100 levels deep"),
        (("".join("  " * n + "- a\n" for n in range(200))).encode(), "nested more than 100"),
    ],
)
def test_an_unreadable_file_is_one_finding(plainlint, write, good, content, problem):
    write("docs/bad.md", content)
    write("docs/good.md", good)
    called = plainlint("check", "docs", "--output-format", "json")
    assert called.code == 1
    (finding,) = get_findings(called, "docs/bad.md")
    assert finding["rule"] == "input/unreadable"
    assert problem in finding["message"]
    assert get_findings(called, "docs/good.md") == []


def test_a_file_that_can_not_be_opened(plainlint, write, good, tmp_path):
    write("docs/good.md", good)
    (tmp_path / "docs/gone.md").symlink_to("nowhere.md")
    (tmp_path / "docs/loop.md").symlink_to("loop.md")
    called = plainlint("check", "docs", "--output-format", "json")
    for name in ("docs/gone.md", "docs/loop.md"):
        (finding,) = get_findings(called, name)
        assert "it can't be opened: " in finding["message"]
    assert get_findings(called, "docs/good.md") == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission(plainlint, write, good):
    write("secret.md", good).chmod(0)
    called = plainlint("check", "secret.md", "--output-format", "json")
    (finding,) = get_findings(called, "secret.md")
    assert "Permission denied" in finding["message"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("---\ntitle: Hands\nstatus: active\n\nWash.\n", "never closes"),
        ("---\n- a\n- b\n---\nWash.\n", "is a list"),
        ("---\njust words\n---\nWash.\n", "plain text"),
        ("---\ntitle: a: b\n---\nWash.\n", "needs quotes"),
        ("---\ntitle: a\ntitle: b\n---\nWash.\n", "`title` stands twice"),
        ("---\nx: !!python/object/apply:os.system ['true']\n---\nWash.\n", "is refused"),
        (
            (
                "---\na: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\nWash.\n"
            ),
            "aliases multiply",
        ),
    ],
)
def test_broken_front_matter_is_a_finding_with_its_line(plainlint, write, content, problem):
    write("bad.md", content)
    called = plainlint("check", "bad.md", "--output-format", "json")
    findings = get_findings(called, "bad.md")
    broken = [f for f in findings if f["rule"] == "metadata/front-matter"]
    assert len(broken) == 1
    assert problem in broken[0]["message"]
    assert 1 <= broken[0]["line"] <= content.count("\n")


@pytest.mark.parametrize("content", ["", "\n\n", "Wash", "\ufeff", "---\n---\n", "# \n", "|\n|-\n"])
def test_nearly_empty_documents_are_checked(plainlint, write, content):
    write("small.md", content)
    called = plainlint("check", "small.md", "--output-format", "json")
    assert called.code == 1
    rules = {f["rule"] for f in get_findings(called, "small.md")}
    assert rules - {"structure/empty-heading"} == {"metadata/audience-level"}
    assert "too short to say" in plainlint("score", "small.md").out


def test_a_file_of_megabytes(plainlint, write, good):
    write("big.md", good + ("Wash your hands with soap. " * 19 + "\n\n") * 4_000)
    called = plainlint("check", "big.md", "--output-format", "json")
    assert called.code == 0
    assert called.json["documents"][0]["counts"]["sentences"] == 76_003


def test_a_folder_without_documents(plainlint, tmp_path):
    (tmp_path / "empty").mkdir()
    called = plainlint("check", "empty")
    assert (called.code, called.out) == (2, "")
    assert called.err == "plainlint: empty: no Markdown files in this folder\n"


def test_a_path_that_does_not_exist(plainlint):
    called = plainlint("check", "nowhere.md")
    assert called.code == 2
    assert called.err == "plainlint: nowhere.md: no such file or folder\n"


def test_a_link_to_its_own_folder_is_noted_and_not_followed(plainlint, write, good, tmp_path):
    write("docs/hands.md", good)
    (tmp_path / "docs/again").symlink_to(tmp_path / "docs")
    called = plainlint("check", "docs")
    assert called.code == 0
    assert "1 document checked" in called.out
    assert "docs/again: not followed, as it links to docs" in called.err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (
            ("check", "--select", "readabilty"),
            "unknown rule 'readabilty'; did you mean 'readability'?",
        ),
        (("check", "--today", "soon"), "'soon' is not a date; write it as 2026-03-09"),
        (("rule", "jargon/unexplaned-term"), "did you mean 'jargon/unexplained-term'?"),
        (("score", ".", "--explain"), "name one file, not a folder or several"),
        (("check", "--glossary", "none.csv"), "none.csv: the glossary can't be read"),
        (("check", "--config", "none.toml"), "none.toml: can't be read"),
        (("chekc",), "unknown command 'chekc'"),
    ],
)
def test_usage_errors_name_the_fix(plainlint, write, good, arguments, problem):
    write("hands.md", good)
    called = plainlint(*arguments)
    assert called.code == 2
    assert problem in called.err


LONG = "é" * 200


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", LONG],
        ["score", f"{LONG}.md"],
        ["check", "a.md", "--baseline", LONG],
        ["baseline", LONG],
        ["report", "a.md", "-o", LONG],
        ["glossary", "harvest", LONG, "-o", "g.json"],
    ],
)
def test_a_name_that_no_disk_has_is_one_line(plainlint, write, good, arguments):
    write("a.md", good)
    called = plainlint(*arguments)
    assert called.code == 2
    assert called.err.startswith("plainlint: ")
    assert LONG[:50] in called.err
    assert called.err.count("\n") == 1


@pytest.mark.parametrize("key", ["glossary", "accept", "rules", "extend", "baseline"])
def test_a_name_in_the_settings_that_no_disk_has_is_one_line(plainlint, write, good, key):
    write("a.md", good)
    value = f'"{LONG}"' if key in {"extend", "baseline"} else f'["{LONG}"]'
    write("plainlint.toml", f"{key} = {value}\n")
    called = plainlint("check", "a.md")
    assert called.code == 2
    assert called.err.startswith("plainlint: ")
    assert called.err.count("\n") == 1


def test_a_long_text_in_the_settings_is_no_name_of_a_file(plainlint, write, good):
    write("a.md", good)
    write("plainlint.toml", f'[rule."plain-language/complex-word"]\nhelp = "{LONG}"\n')
    assert plainlint("check", "a.md").code == 0
