"""--show-files and --show-settings: what a check would do, without doing it."""

import subprocess

import pytest


@pytest.fixture
def tree(write, tmp_path, good):
    write("docs/a.md", good)
    write("docs/old/b.md", good)
    write("docs/picture.png", b"")
    write("docs/page.html", "<p>Rest.</p>")
    write("docs/.hidden/c.md", good)
    write("docs/build/d.md", good)
    write("docs/draft.md", good)
    write(".gitignore", "build/\n")
    write(".plainlintignore", "draft.md\n")
    (tmp_path / "docs" / "link.md").symlink_to(tmp_path / "docs" / "a.md")
    return tmp_path


def test_files_that_would_be_checked_and_why_others_are_not(plainlint, tree, write):
    write("plainlint.toml", 'exclude = ["old/"]\n')
    called = plainlint("check", "docs", "--show-files")
    assert (called.code, called.err) == (0, "")
    assert called.out == (
        "docs/a.md\n"
        "\n"
        "Not checked:\n"
        "docs/.hidden: a hidden folder\n"
        "docs/build: ignored by .gitignore\n"
        "docs/draft.md: ignored by .plainlintignore\n"
        "docs/link.md: not followed, as it links to docs/a.md; that has its turn\n"
        "docs/old: excluded by 'exclude' or --exclude\n"
        "docs/page.html: not Markdown\n"
        "docs/picture.png: not Markdown\n"
        "\n"
        "1 document would be checked.\n"
    )


def test_other_reasons(plainlint, tree, write):
    named = plainlint("check", "docs/*.md", "docs/draft.md", "--show-files", "--quiet").out
    assert "docs/picture.png: it does not match the pattern\n" in named
    assert named.startswith("docs/a.md\ndocs/draft.md\n")
    forced = plainlint("check", "docs/draft.md", "--force-exclude", "--show-files").out
    assert "docs/draft.md: excluded by the settings or an ignore file\n" in forced
    write(".git/HEAD", "")
    write("README.md", "# Leaflets\n")
    project = plainlint("check", ".", "--show-files")
    assert "README.md: about the project; name it to check it\n" in project.out
    write("plainlint.toml", 'include = ["*.html"]\n')
    included = plainlint("check", "docs", "--show-files").out
    assert included.startswith("docs/page.html\n")
    assert "docs/a.md: not in 'include'\n" in included


def test_nothing_to_check_is_shown_and_no_error(plainlint, write):
    write("docs/a.txt", "Rest.")
    called = plainlint("check", "docs", "--show-files")
    assert called.code == 0
    assert called.out == (
        "\nNot checked:\ndocs/a.txt: not Markdown\n\n0 documents would be checked.\n"
    )
    assert plainlint("check", "nowhere", "--show-files").code == 2


def test_with_since_unchanged_files_are_named(plainlint, write, tmp_path, good):
    write("a.md", good)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "a"]):
        subprocess.run([*git, *arguments], cwd=tmp_path, check=True)
    write("b.md", good)
    out = plainlint("check", ".", "--since", "HEAD", "--show-files").out
    assert out.startswith("b.md\n")
    assert "a.md: unchanged since HEAD\n" in out


def test_the_files_are_those_that_a_check_reads(plainlint, tree):
    shown = plainlint("check", ".", "--show-files").out.partition("\n\n")[0].splitlines()
    checked = plainlint("check", ".", "--output-format", "json").json["documents"]
    assert shown == [document["path"] for document in checked]


def test_settings_of_all_files_with_their_places(plainlint, write, good):
    write("plainlint.toml", 'country = "GB"\n[per-path."old/*"]\ndefault-audience = "technical"\n')
    write("a.md", good)
    write("b.md", good)
    write("old/c.md", good)
    out = plainlint("check", ".", "--show-settings", "--select", "jargon").out
    first, second = (part.splitlines() for part in out.split("\n\n"))
    assert first[:2] == ["# a.md", "# b.md"]
    assert second[0] == "# old/c.md"
    rows = {line.partition(" = ")[0]: " ".join(line.split()) for line in first}
    assert rows["country"].startswith('country = "GB" #')
    assert rows["country"].endswith("plainlint.toml:1")
    assert rows["select"] == 'select = ["jargon"] # command line'
    assert rows["parser"] == 'parser = "auto" # default'
    assert any("default-audience" in line and "plainlint.toml:3" in line for line in second)
    assert first[-1].startswith("# 5 of ")
