"""Changed lines: a check with --since reports only what changed since a git revision."""

import json
import os
import subprocess

import pytest

LONG = "Wash " + "your hands and " * 12 + "then rest until {} o'clock."


@pytest.fixture
def git(tmp_path):
    def call(*arguments, cwd=tmp_path):
        who = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "protocol.file.allow=always")
        done = subprocess.run(["git", *who, *arguments], cwd=cwd, check=True, capture_output=True)
        return done.stdout.decode().strip()

    return call


@pytest.fixture
def repository(git, write, good):
    """Commit two documents with a long sentence each."""
    git("init", "-b", "main")
    write("docs/hands.md", good + "\n" + LONG.format("one") + "\n")
    write('docs/ä "b" c.md', good + "\n" + LONG.format("two") + "\n")
    git("add", ".")
    git("commit", "-m", "start")


@pytest.fixture
def check_since(plainlint):
    def call(*options, revision="HEAD", cwd=None):
        folder = {"cwd": cwd} if cwd else {}
        called = plainlint(
            "check", ".", "--since", revision, "--output-format=jsonl", *options, **folder
        )
        assert called.code in {0, 1}, called.err
        return [json.loads(line) for line in called.out.splitlines()]

    return call


def texts(findings):
    return [
        finding["text"] for finding in findings if finding["rule"] == "readability/long-sentence"
    ]


def test_nothing_changed(repository, check_since):
    assert check_since() == []


def test_uncommitted_staged_and_committed_lines(repository, check_since, git, tmp_path):
    path = tmp_path / 'docs/ä "b" c.md'
    text = path.read_text()
    path.write_text(text + "\n" + LONG.format("three") + "\n")
    assert texts(check_since()) == [LONG.format("three")]
    git("add", ".")
    assert texts(check_since()) == [LONG.format("three")]
    git("commit", "-m", "more")
    assert texts(check_since(revision="HEAD~1")) == [LONG.format("three")]
    assert check_since() == []


def test_lines_that_look_like_a_patch(repository, check_since, write, good, git, tmp_path):
    write(
        "docs/patch.md",
        good + "\n-- a/b\n\n++ b/docs/x.md\n\n@@ -1 +1 @@\n\n" + LONG.format("x") + "\n",
    )
    git("add", ".")
    git("commit", "-m", "patch")
    path = tmp_path / "docs/patch.md"
    path.write_text(path.read_text().replace("-- a/b\n\n++ b/docs/x.md\n\n", "Rest.\n\n"))
    assert texts(check_since()) == []
    path.write_text(path.read_text() + "\n" + LONG.format("y") + "\n")
    assert texts(check_since()) == [LONG.format("y")]


def test_untracked_files_count_and_ignored_ones_do_not(repository, check_since, write, good):
    write("docs/new.md", good + "\n" + LONG.format("new") + "\n")
    write("docs/ignored.md", good + "\n" + LONG.format("no") + "\n")
    write(".gitignore", "ignored.md\n")
    assert texts(check_since()) == [LONG.format("new")]


def test_renames_are_followed(repository, check_since, git, tmp_path):
    git("mv", "docs/hands.md", "docs/clean.md")
    assert check_since() == []
    path = tmp_path / "docs/clean.md"
    path.write_text(path.read_text() + "\n" + LONG.format("late") + "\n")
    assert texts(check_since()) == [LONG.format("late")]


def test_changes_on_main_do_not_count_for_a_branch(repository, check_since, git, tmp_path):
    git("checkout", "-b", "work")
    git("checkout", "main")
    path = tmp_path / "docs/hands.md"
    text = path.read_text()
    path.write_text(text.replace(LONG.format("one"), "Rest."))
    git("commit", "-am", "fixed on main")
    git("checkout", "work")
    assert check_since(revision="main") == []


def test_the_grade_is_reported_if_it_got_worse(repository, check_since, git, write, good, tmp_path):
    hard = "Immunohistochemistry characteristically demonstrates heterogeneous abnormalities. "
    path = write("docs/hard.md", good + "\n" + hard * 20 + "\n")
    git("add", ".")
    git("commit", "-m", "hard")
    select = ("--select", "readability/grade-level")
    text = path.read_text()
    path.write_text(text + "\nRest well. Drink water. Sleep.\n")
    assert check_since(*select) == []
    path.write_text(text.replace("Use soap. ", ""))
    assert [finding["rule"] for finding in check_since(*select)] == ["readability/grade-level"]


def test_front_matter_is_reported_if_it_changed(repository, check_since, tmp_path):
    path = tmp_path / "docs/hands.md"
    text = path.read_text()
    path.write_text(text + "\nRest.\n")
    assert check_since("--select", "metadata") == []
    path.write_text(text.replace("version: v1\n", ""))
    select = ("--select", "metadata/required")
    assert [finding["text"] for finding in check_since(*select)] == ["---"]


def test_from_a_folder_inside_the_repository(repository, check_since, tmp_path):
    path = tmp_path / "docs/hands.md"
    path.write_text(path.read_text() + "\n" + LONG.format("in") + "\n")
    assert texts(check_since(cwd=tmp_path / "docs")) == [LONG.format("in")]


def test_a_comment_for_a_pull_request_has_the_grade_before(repository, plainlint, tmp_path):
    path = tmp_path / "docs/hands.md"
    path.write_text(path.read_text() + "\n" + LONG.format("late") + "\n")
    text = plainlint("check", ".", "--since", "HEAD", "--output-format", "markdown").out
    (row,) = [line for line in text.splitlines() if "hands.md |" in line]
    assert "(harder)" in row
    assert "“Wash your hands" in text


def test_no_repository(plainlint, write, good):
    write("a.md", good)
    called = plainlint("check", ".", "--since", "HEAD")
    assert called.code == 2
    assert "not a git repository" in called.err


def test_no_git(plainlint, write, good):
    write("a.md", good)
    called = plainlint("check", ".", "--since", "HEAD", env={**os.environ, "PATH": "/nowhere"})
    assert called.code == 2
    assert "--since needs git" in called.err


@pytest.mark.parametrize("revision", ["no-such-branch", "--output=x"])
def test_a_missing_revision(repository, plainlint, revision, tmp_path):
    called = plainlint("check", ".", f"--since={revision}")
    assert called.code == 2
    assert f"'{revision}'" in called.err
    assert not (tmp_path / "x").exists()


def test_a_shallow_clone_is_reported(repository, git, plainlint, tmp_path):
    first = git("rev-parse", "HEAD")
    git("commit", "--allow-empty", "-m", "next")
    git("clone", "--depth=1", f"file://{tmp_path}", "clone")
    called = plainlint("check", ".", "--since", first, cwd=tmp_path / "clone")
    assert called.code == 2
    assert "fetch-depth: 0" in called.err
