"""Discovery: ignore files as git reads them, patterns, links, lists and standard input."""

import json
import os
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainlint import PlainlintError
from plainlint.core.gitignore import is_ignored, read_patterns
from plainlint.run.discovery import discover_files
from plainlint.run.file_filter import FileFilter


def names(folder, selection=None):
    return [
        path.relative_to(folder).as_posix() for path in discover_files([folder], selection).files
    ]


def test_ignore_files_count_from_their_own_folder(write, tmp_path):
    write(".gitignore", "build/\n/top.md\n*.tmp.md\n!keep.tmp.md\n")
    write("docs/.gitignore", "local.md\n")
    write("docs/.plainlintignore", "drafts\n!local.md\n")
    for name in (
        "build/a.md", "top.md", "docs/top.md", "docs/x.tmp.md", "docs/keep.tmp.md",
        "docs/local.md", "docs/drafts/a.md", "local.md",
    ):  # fmt: skip
        write(name, "x")
    assert names(tmp_path) == ["docs/keep.tmp.md", "docs/local.md", "docs/top.md", "local.md"]


def test_ignore_files_above_count_up_to_the_top_of_the_repository(write, tmp_path):
    write(".gitignore", "*.md\n")
    write("repo/.gitignore", "secret.md\n")
    write("repo/.git/info/exclude", "mine.md\n")
    for name in ("a.md", "secret.md", "mine.md"):
        write(f"repo/docs/{name}", "x")
    assert names(tmp_path / "repo/docs") == ["a.md"]


def test_a_named_file_is_checked_even_if_ignored(write, tmp_path, plainlint, good):
    write(".gitignore", "docs/\n")
    path = write("docs/a.md", good)
    assert discover_files([path]).files == (path,)
    assert names(tmp_path / "docs") == ["a.md"]
    called = plainlint("check", "docs/a.md", "--force-exclude")
    assert called.out == "0 documents checked: no findings.\n"
    assert "docs/a.md: excluded" in called.err


def test_include_and_exclude(write, tmp_path):
    for name in ("a.md", "b.txt", "old/c.md", "docs/old/d.md", "docs/e.MD"):
        write(name, "x")
    assert names(tmp_path) == ["a.md", "docs/e.MD", "docs/old/d.md", "old/c.md"]
    assert names(tmp_path, FileFilter(exclude=("/old",), root=tmp_path)) == [
        "a.md", "docs/e.MD", "docs/old/d.md",
    ]  # fmt: skip
    assert names(tmp_path, FileFilter(include=("*.txt", "docs/**/*.md"), root=tmp_path)) == [
        "b.txt", "docs/old/d.md",
    ]  # fmt: skip


def test_patterns_of_the_settings_count_from_their_file(write, plainlint, good, tmp_path):
    write("plainlint.toml", 'exclude = ["docs/old"]\ninclude = ["*.md", "*.txt"]\n')
    for name in ("docs/a.md", "docs/b.txt", "docs/old/c.md"):
        write(name, good)
    for folder, paths in ((tmp_path, ["docs"]), (tmp_path / "docs", ["."])):
        data = plainlint("check", *paths, "--output-format=json", cwd=folder).json
        assert data["summary"]["documents"] == 2
    data = plainlint("check", ".", "--exclude", "*.txt", "--output-format=json").json
    assert [document["path"] for document in data["documents"]] == ["docs/a.md"]


def test_a_folder_with_only_ignored_files_is_an_error(write, tmp_path):
    write(".gitignore", "*\n")
    write("a.md", "x")
    with pytest.raises(PlainlintError, match="that are not ignored or excluded"):
        discover_files([tmp_path])


def test_links(write, tmp_path):
    write("docs/a.md", "x")
    write("elsewhere/b.md", "x")
    (tmp_path / "docs/again.md").symlink_to("a.md")
    (tmp_path / "docs/other.md").symlink_to("a.md")
    (tmp_path / "docs/round").symlink_to(".")
    (tmp_path / "docs/out").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "docs/broken.md").symlink_to("nowhere.md")
    discovered = discover_files([tmp_path / "docs"])
    assert [path.name for path in discovered.files] == ["a.md", "broken.md"]
    assert len(discovered.notes) == 4


@pytest.mark.parametrize("ends", ["\n", "\0", "\r\n"])
def test_a_list_of_files(plainlint, write, good, ends):
    for name in ("a.md", "b c.md", "d.md"):
        write(name, good)
    listed = f"b c.md{ends}a.md{ends}"
    write("list", listed)
    for called in (
        plainlint("check", "--files-from", "list", "--output-format=json"),
        plainlint("check", "--files-from=-", "--output-format=json", input=listed.encode()),
    ):
        assert [document["path"] for document in called.json["documents"]] == ["b c.md", "a.md"]
    missing = plainlint("check", "--files-from", "list", "gone.md")
    assert (missing.code, missing.err) == (2, "plainlint: gone.md: no such file or folder\n")


def test_text_on_standard_input(plainlint, write, hard):
    write("plainlint.toml", '[per-path."quiet/*"]\nignore = ["readability"]\n')
    loud = plainlint("check", "--stdin-filename", "a.md", input=hard.encode())
    assert loud.code == 1
    assert "a.md:15:1: error" in loud.out
    assert plainlint("check", "--stdin-filename", "quiet/a.md", input=hard.encode()).code == 0
    fix = plainlint("check", "--stdin-filename", "a.md", "--fix", input=hard.encode())
    assert (fix.code, "use --diff" in fix.err) == (2, True)


PARTS = st.sampled_from(
    ["a", "b", "ab", "*", "?", "**", "a*", "[ab]", "[!a]", "\\a", "a b", "[a-b]x"]
)
LINE = st.builds(
    lambda bang, first, parts, last: bang + first + "/".join(parts) + last,
    st.sampled_from(["", "!"]),
    st.sampled_from(["", "/"]),
    st.lists(PARTS, min_size=1, max_size=3),
    st.sampled_from(["", "/", " ", "\\ ", "\r"]),
)
PATHS = [
    "a",
    "b",
    "ab",
    "a b",
    "bx",
    "a/a",
    "a/b",
    "b/ab",
    "ab/a",
    "a/b/a",
    "a/ab/b",
    "b/a/b/ab",
    "a /b",
]


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ignored")
    subprocess.run(["git", "init", "-q", folder], check=True)
    return folder


def ignored(path, file):
    """Return whether a file or a folder above it is ignored."""
    parts = path.split("/")
    above = ("/".join(parts[:n]) for n in range(1, len(parts)))
    return any(is_ignored(folder, (file,), is_folder=True) for folder in above) or is_ignored(
        path, (file,), is_folder=False
    )


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(LINE, min_size=1, max_size=4))
def test_patterns_match_as_in_git(repository, lines):
    text = "\n".join(lines)
    (repository / ".gitignore").write_bytes(text.encode())
    done = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin", "-z"],
        cwd=repository,
        input="\0".join(PATHS).encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull},
    )
    expected = set(done.stdout.decode().split("\0")) - {""}
    file = read_patterns(text)
    assert {path for path in PATHS if ignored(path, file)} == expected, json.dumps(lines)
