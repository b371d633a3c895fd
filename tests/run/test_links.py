"""Links in a checkout of a stranger: nothing outside is read, listed, written or deleted."""

import os
import socket
import subprocess

import pytest

from plainlint import PlainlintError, lint_paths
from plainlint.run.discovery import discover_files

SECRET = "s3cret-token"


@pytest.fixture
def outside(tmp_path_factory):
    """Return a folder outside of the checkout with a secret document."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "secret.md").write_text(f"# {SECRET}\n\nPlease utilize the the {SECRET}.\n")
    return folder


@pytest.fixture
def checkout(tmp_path, write, good):
    """Return a git repository with one document."""
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    write("docs/a.md", good)
    return tmp_path


def check_everything(plainlint):
    for output in ("full", "entries", "json", "sarif", "github", "markdown"):
        called = plainlint("check", ".", "--output-format", output)
        assert SECRET not in called.out + called.err
        assert called.code in {0, 1, 2}
    return called


def test_a_link_to_a_file_outside_is_noted_and_not_read(checkout, outside, plainlint):
    (checkout / "docs/b.md").symlink_to(outside / "secret.md")
    called = check_everything(plainlint)
    assert "docs/b.md: not followed, as this link leads outside ." in called.err


def test_a_link_to_a_folder_outside_is_noted_and_not_listed(checkout, outside, plainlint):
    (checkout / "docs/more").symlink_to(outside)
    called = check_everything(plainlint)
    assert "docs/more: not followed" in called.err
    assert "secret.md" not in called.out + called.err


@pytest.mark.parametrize("target", ["../.git/config", "/proc/self/environ", "/dev/zero"])
def test_links_to_what_is_no_document(checkout, plainlint, target):
    (checkout / "docs/b.md").symlink_to(target)
    called = check_everything(plainlint)
    assert "docs/b.md: not followed" in called.err
    assert "repositoryformatversion" not in called.out


def test_pipes_and_sockets_are_noted_and_not_opened(checkout, plainlint):
    os.mkfifo(checkout / "docs/pipe.md")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(checkout / "docs/socket.md"))
        called = plainlint("check", ".")
    assert "docs/pipe.md: not read, as it is not a regular file" in called.err
    assert "docs/socket.md: not read" in called.err
    assert called.out.startswith("1 document checked")


def test_ignore_files_are_no_pipes_or_links(checkout, outside, plainlint):
    os.mkfifo(checkout / "docs/.gitignore")
    (checkout / ".plainlintignore").symlink_to(outside / "secret.md")
    called = plainlint("check", "docs", ".")
    assert "docs/.gitignore: not read" in called.err
    assert ".plainlintignore: not read" in called.err


@pytest.mark.parametrize("name", ["_config.yml", "docs/_index.md", "docs/.meta.yml", "hugo.toml"])
def test_files_of_a_site_are_not_read_outside(checkout, outside, plainlint, name):
    (outside / "site").write_text(f"---\naudienceLevel: {SECRET}\nreviewDate: {SECRET}\n---\n")
    (checkout / "docs/a.md").write_text("# Care\n\nWash your hands.\n")
    (checkout / name).symlink_to(outside / "site")
    check_everything(plainlint)
    (checkout / name).unlink()
    os.mkfifo(checkout / name)
    check_everything(plainlint)


def test_fix_writes_nothing_outside(checkout, outside, plainlint):
    text = "<!-- plainlint: disable-next-line=jargon -- old -->\nEat a plum.\n"
    (outside / "b.md").write_text(text)
    (checkout / "docs/b.md").symlink_to(outside / "b.md")
    (checkout / "docs/more").symlink_to(outside)
    assert plainlint("check", ".", "--fix").code in {0, 1}
    for name in ("docs/b.md", "docs/more/b.md"):
        called = plainlint("check", name, "--fix")
        assert (called.code, "leads outside" in called.err) == (2, True)
    assert (outside / "b.md").read_text() == text


def test_outputs_are_not_written_through_a_link(checkout, outside, plainlint):
    for name in ("out.sarif", "plainlint-baseline.json", "report.html"):
        (outside / name).write_text("mine")
        (checkout / name).symlink_to(outside / name)
    calls = (
        ("check", ".", "--no-baseline", "--output-format", "sarif=out.sarif"),
        ("baseline", "."),
        ("report", ".", "--single-file", "report.html"),
    )
    for arguments in calls:
        assert plainlint(*arguments).code == 2
    assert {path.read_text() for path in outside.glob("[!s]*")} == {"mine"}


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("glossary", "terms.csv"),
        ("accept", "words.txt"),
        ("rule-folders", "house"),
        ("vale-styles", "style"),
        ("check-files", "checks.py"),
        ("baseline", "known.json"),
    ],
)
@pytest.mark.parametrize("is_link", [True, False])
def test_settings_name_nothing_outside_the_repository(
    checkout, outside, plainlint, key, name, is_link
):
    if "." in name:
        (outside / name).write_text(SECRET)
    else:
        (outside / name).mkdir()
    value = outside / name
    if is_link:
        (checkout / name).symlink_to(value)
        value = name
    (checkout / "plainlint.toml").write_text(f'{key} = "{value}"\n')
    called = plainlint("check", ".")
    assert (called.code, "is outside" in called.err, SECRET in called.err) == (2, True, False)


def test_rule_pages_and_styles_are_not_read_outside(checkout, outside, plainlint, write):
    write("plainlint.toml", 'rule-folders = "rules"\n')
    (checkout / "rules/house").mkdir(parents=True)
    (checkout / "rules/house/page.md").symlink_to(outside / "secret.md")
    called = plainlint("rule", "house/page")
    assert (called.code, "leads outside" in called.err, SECRET in called.out) == (2, True, False)
    write("plainlint.toml", 'vale-styles = "styles"\n')
    (checkout / "styles").mkdir()
    (checkout / "styles/accept.txt").symlink_to(outside / "secret.md")
    called = plainlint("check", ".")
    assert (called.code, "leads outside" in called.err) == (2, True)


def test_what_is_named_is_followed(checkout, outside, plainlint):
    (checkout / "link.md").symlink_to(outside / "secret.md")
    (checkout / "folder").symlink_to(outside)
    for name, path in (("link.md", "link.md"), ("folder", "folder/secret.md")):
        documents = plainlint("check", name, "--output-format", "json").json["documents"]
        assert [document["path"] for document in documents] == [path]


def test_a_pipe_that_is_named_is_read(checkout, plainlint):
    ends = os.pipe()
    os.write(ends[1], b"# Care\n\nWash the the hands.\n")
    os.close(ends[1])
    name = f"/dev/fd/{ends[0]}"
    called = plainlint("check", name, pass_fds=ends[:1])
    os.close(ends[0])
    assert "the the" in called.out


def test_of_two_names_the_real_one_is_reported(checkout, monkeypatch):
    monkeypatch.chdir(checkout)
    (checkout / "current").symlink_to("docs")
    (checkout / "again.md").symlink_to("docs/a.md")
    for paths in (["."], ["current", "docs"], ["again.md", "docs"], ["docs", "again.md"]):
        report = lint_paths(paths, cache=False)
        assert [result.path for result in report.results] == ["docs/a.md"]


def test_a_folder_with_only_links_outside_says_so(tmp_path, outside):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").symlink_to(outside / "secret.md")
    with pytest.raises(PlainlintError, match="leads outside"):
        discover_files([tmp_path / "docs"])
