"""A change of a stranger can't hide from --since, and git runs nothing that the change brings."""

import json
import os
import subprocess

import pytest

BAD = "Wash " + "your hands and " * 12 + "then rest."


@pytest.fixture
def git(tmp_path):
    def call(*arguments, cwd=tmp_path):
        who = ("-c", "user.name=a", "-c", "user.email=a@b", "-c", "protocol.file.allow=always")
        done = subprocess.run(["git", *who, *arguments], cwd=cwd, check=True, capture_output=True)
        return done.stdout.decode().strip()

    return call


@pytest.fixture(autouse=True)
def repository(git, write, good, tmp_path):
    git("init", "-b", "main")
    write("docs/hands.md", good)
    git("add", ".")
    git("commit", "-m", "start")
    return tmp_path


@pytest.fixture
def found(plainlint):
    """Return the long sentences that `check --since HEAD` reports."""

    def call(*paths, cwd=None, **environment):
        options = {"cwd": cwd} if cwd else {}
        command = ("check", *(paths or ["."]), "--since", "HEAD", "--output-format=jsonl")
        called = plainlint(*command, env={**os.environ, **environment}, **options)
        assert called.code in {0, 1}, called.err
        rows = map(json.loads, called.out.splitlines())
        return [row["text"] for row in rows if row["rule"] == "readability/long-sentence"]

    return call


@pytest.mark.parametrize(
    "attributes",
    ["-diff", "binary", "diff=hide", "ident", "working-tree-encoding=UTF-16", "text eol=crlf",
     "filter=hide", "export-ignore linguist-generated -text"],
)  # fmt: skip
def test_attributes_of_the_change_hide_nothing(repository, git, write, found, good, attributes):
    ran = repository / "ran"
    for key in ("diff.hide.textconv", "diff.hide.command", "filter.hide.clean"):
        git("config", key, f"touch {ran}; git show HEAD:docs/hands.md #")
    write(".gitattributes", f"*.md {attributes}\n")
    write("docs/hands.md", f"{good}\n{BAD}\n")
    assert found() == [BAD]
    git("-c", "filter.hide.clean=cat", "add", ".gitattributes")
    ran.unlink(missing_ok=True)
    assert found() == [BAD]
    assert not ran.exists()


def test_ident_keywords_hide_nothing(git, write, found, good):
    write("docs/id.md", f"{good}\n$Id$\n")
    write(".gitattributes", "*.md ident\n")
    git("add", ".")
    git("commit", "-m", "id")
    write("docs/id.md", f"{good}\n$Id: {BAD} $\n")
    assert len(found()) == 1


@pytest.mark.parametrize("end", ["", "\n", "\r", "\r\n"])
@pytest.mark.parametrize("end_before", ["", "\n", "\r", "\r\n"])
def test_any_end_of_the_last_line(git, write, found, good, end_before, end):
    text = good.rstrip("\n").replace("\n", end_before or "\n")
    write("docs/hands.md", text + end_before)
    git("add", ".")
    git("commit", "--allow-empty", "-m", "end")
    write("docs/hands.md", good.rstrip("\n") + f"\n\n{BAD}{end}")
    assert found() == [BAD]


def test_lines_that_end_in_a_return_alone(git, write, found, good):
    text = good.replace("\n", "\r")
    write("docs/hands.md", text)
    git("commit", "-am", "returns")
    write("docs/hands.md", f"{text}\r{BAD}\r")
    assert found() == [BAD]


@pytest.mark.parametrize("name", ["core.fsmonitor", "core.hooksPath", "diff.external"])
def test_git_runs_no_programs_of_its_configuration(repository, git, write, found, good, name):
    ran = repository / "ran"
    hook = write("hooks/post-index-change", f"#!/bin/sh\ntouch {ran}\n")
    hook.chmod(0o755)
    git("config", name, str(hook.parent if name == "core.hooksPath" else hook))
    write("docs/hands.md", f"{good}\n{BAD}\n")
    ran.unlink(missing_ok=True)
    assert found() == [BAD]
    assert found(GIT_EXTERNAL_DIFF=str(hook)) == [BAD]
    assert not ran.exists()


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_flags_of_the_index_hide_nothing(git, write, found, good, flag):
    git("update-index", flag, "docs/hands.md")
    write("docs/hands.md", f"{good}\n{BAD}\n")
    assert found() == [BAD]


def test_a_nul_hides_nothing(git, write, plainlint, good):
    write("docs/hands.md", f"{good}\n\0\n{BAD}\n")
    called = plainlint("check", ".", "--since", "HEAD")
    assert (called.code, "NUL" in called.out) == (1, True)


def test_submodules_are_compared_with_their_commits(
    git, write, found, good, tmp_path_factory, plainlint
):
    origin = tmp_path_factory.mktemp("origin")
    git("init", "-b", "main", cwd=origin)
    (origin / "a.md").write_text(good)
    (origin / "b.md").write_text(f"{good}\n{BAD}\n")
    git("add", ".", cwd=origin)
    git("commit", "-m", "start", cwd=origin)
    git("submodule", "add", str(origin), "shared")
    assert found() == [BAD]
    git("commit", "-am", "shared pages")
    assert found() == []
    write("shared/a.md", f"{good}\n{BAD}\n")
    assert found() == [BAD]
    git("update-index", "--cacheinfo", f"160000,{'1' * 40},shared")
    git("commit", "-m", "a commit that is not here")
    called = plainlint("check", ".", "--since", "HEAD")
    assert "all of this submodule is reported" in called.err
    assert called.out.count("docs/") == 0
    assert "shared/b.md" in called.out


def test_named_files_that_are_not_checked_are_named(write, plainlint, good, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "x.md"
    other.write_text(good)
    write(".gitignore", "draft.md\n")
    write("draft.md", f"{good}\n{BAD}\n")
    called = plainlint("check", "docs/hands.md", other, "draft.md", "--since", "HEAD")
    assert f"{other}: not checked, as it is outside the repository" in called.err
    assert "not checked, as unchanged since HEAD: docs/hands.md" in called.err
    assert "draft.md" in called.out


def test_in_a_hook_of_git(repository, write, found, good):
    write("docs/hands.md", f"{good}\n{BAD}\n")
    assert found(GIT_DIR=str(repository / ".git"), GIT_INDEX_FILE=".git/index") == [BAD]
