"""Each document has the settings nearest to it; nothing above the repository is read."""

import subprocess

import pytest

from plainlint import PlainlintError, lint_paths
from plainlint.config.loader import find_config

REPEATED = "\nDrink the the tea.\n"


@pytest.fixture
def two(write, good):
    """Write two folders with settings of their own, and one page in each."""
    for name, ignored in (("one", "structure"), ("two", "metadata")):
        write(f"{name}/{name}.md", good + REPEATED)
        write(f"{name}/plainlint.toml", f'ignore = ["{ignored}"]\n')


def count_repeated(called):
    """Return how many repeated words each document has."""
    return {
        document["path"]: sum(
            finding["rule"] == "structure/repeated-word" for finding in document["diagnostics"]
        )
        for document in called.json["documents"]
    }


@pytest.mark.parametrize("paths", [("one", "two"), ("two", "one"), (".",), ("two/two.md", "one")])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_order_of_paths_does_not_count(plainlint, two, paths, jobs):
    options = ("--output-format", "json", "--jobs", jobs)
    expected = {"one/one.md": 0, "two/two.md": 1}
    assert count_repeated(plainlint("check", *paths, *options)) == expected
    # The second run has its results from the cache.
    assert count_repeated(plainlint("check", *paths, *options)) == expected


def test_a_named_file_of_settings_is_for_all(plainlint, two):
    called = plainlint("check", ".", "--config", "one/plainlint.toml", "--output-format", "json")
    assert count_repeated(called) == {"one/one.md": 0, "two/two.md": 0}


def test_other_commands_follow(plainlint, two, tmp_path):
    diff = plainlint("check", ".", "--statistics").out
    assert "1  structure/repeated-word" in diff
    assert plainlint("report", ".", "-o", "out").code == 0
    pages = {path.name: path.read_text() for path in (tmp_path / "out/documents").glob("*.html")}
    repeated = [name for name, text in pages.items() if "#structure-repeated-word" in text]
    assert any("two" in name for name in repeated)
    assert not any("one" in name for name in repeated)
    report = lint_paths([tmp_path / "two", tmp_path / "one"])
    assert [d.path.rpartition("/")[2] for d in report.diagnostics if "repeated" in d.rule] == [
        "two.md"
    ]


def test_files_are_excluded_by_their_nearest_settings(plainlint, two, write, good):
    write("one/drafts/draft.md", good)
    write("two/drafts/draft.md", good)
    write("one/plainlint.toml", 'exclude = ["drafts/"]\n')
    called = plainlint("check", ".", "--output-format", "json")
    names = [document["path"] for document in called.json["documents"]]
    assert names == ["one/one.md", "two/drafts/draft.md", "two/two.md"]
    called = plainlint("check", ".", "--exclude", "two/drafts", "--output-format", "json")
    assert [document["path"] for document in called.json["documents"]] == [
        "one/one.md",
        "two/two.md",
    ]


def test_the_search_ends_at_the_top_of_the_repository(write, good, tmp_path):
    write("plainlint.toml", 'ignore = ["structure"]\n')
    document = write("checkout/docs/a.md", good)
    (tmp_path / "checkout/.git").mkdir()
    assert find_config(document, [tmp_path]) is None
    inside = write("checkout/plainlint.toml", "")
    assert find_config(document) == inside


def test_without_a_repository_it_ends_at_the_higher_of_path_and_folder(
    write, good, tmp_path, monkeypatch
):
    above = write("plainlint.toml", "")
    document = write("docs/deep/a.md", good)
    monkeypatch.chdir(tmp_path / "docs")
    assert find_config(document) is None
    assert find_config(document, [tmp_path / "docs/deep"]) is None
    assert find_config(document, [tmp_path]) == above
    monkeypatch.chdir(tmp_path)
    assert find_config(document, [tmp_path / "docs/deep"]) == above


def test_extend_leads_nowhere_outside(write, good, tmp_path):
    write("secret.toml", "")
    document = write("checkout/a.md", good)
    write("checkout/plainlint.toml", 'extend = "../secret.toml"\n')
    (tmp_path / "checkout/.git").mkdir()
    with pytest.raises(PlainlintError, match=r"plainlint.toml:1: 'extend' names .* outside"):
        lint_paths([document])


def test_settings_that_are_a_link_out_of_the_repository(write, good, tmp_path):
    document = write("checkout/a.md", good)
    (tmp_path / "checkout/.git").mkdir()
    (tmp_path / "checkout/plainlint.toml").symlink_to(write("secret.toml", ""))
    with pytest.raises(PlainlintError, match="outside"):
        lint_paths([document])


def test_files_about_the_project_are_passed_over_and_named(plainlint, write, good, tmp_path):
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    for name in ("README.md", "CHANGELOG.md", "LICENSE.md", "Contributing.md", "README.de.md"):
        write(name, "# Tool\n\nText.\n")
    write("SECURITY.md", good)
    write("docs/README.md", good)
    write("page.md", good)
    called = plainlint("check", ".", "--output-format", "json")
    names = [document["path"] for document in called.json["documents"]]
    assert names == ["SECURITY.md", "docs/README.md", "page.md"]
    (line,) = called.err.splitlines()
    assert line == (
        "plainlint: not checked, as about the project: CHANGELOG.md, Contributing.md, LICENSE.md,"
        " README.de.md, README.md; name them to check them"
    )
    assert "1 document checked" in plainlint("check", "README.md").out


def test_per_path_and_exclude_have_the_same_patterns(plainlint, write, good):
    for name in ("a/x.md", "a/deep/y.md", "b/a/z.md"):
        write(name, good + REPEATED)
    for pattern in ("a", "a/", "/a", "a/*.md", "a/**/*.md", "**/a/*.md", "y.md", "*.md", "b/*"):
        write("plainlint.toml", f'[per-path."{pattern}"]\nignore = ["structure"]\n')
        found = count_repeated(plainlint("check", ".", "--output-format", "json"))
        quiet = {path for path, count in found.items() if not count}
        write("plainlint.toml", "")
        write("c.md", good)
        called = plainlint("check", ".", "--exclude", pattern, "--output-format", "json")
        left = {document["path"] for document in called.json["documents"]} if called.out else set()
        assert quiet - {"c.md"} == found.keys() - {"c.md"} - left, pattern
