"""The folder of a report in a stranger's checkout: nothing but pages of plainlint is touched."""

import pytest


@pytest.fixture(autouse=True)
def _document(write, good):
    write("docs/a.md", good)


def test_a_list_that_names_other_files_deletes_and_replaces_nothing(plainlint, write):
    index = write("out/index.html", "mine")
    other = write("out/other.html", "mine")
    write("out/plainlint-pages.txt", "index.html\nother.html\n")
    called = plainlint("report", "docs", "-o", "out")
    assert (called.code, "did not write this file" in called.err) == (2, True)
    index.unlink()
    assert plainlint("report", "docs", "-o", "out").code == 0
    assert other.read_text() == "mine"
    assert plainlint("report", "docs", "-o", "out").code == 0


@pytest.mark.parametrize("name", ["index.html", "plainlint-pages.txt", "documents"])
def test_links_below_the_folder_are_refused(plainlint, tmp_path, tmp_path_factory, name):
    outside = tmp_path_factory.mktemp("outside")
    plainlint("report", "docs", "-o", "out")
    pages = sorted(
        path.relative_to(tmp_path / "out") for path in (tmp_path / "out").rglob("*.html")
    )
    folders = {page.parts[0] for page in pages if len(page.parts) > 1}
    if name == "documents" and not folders:
        pytest.skip("all pages are in one folder")
    place = tmp_path / "out" / (folders.pop() if name == "documents" else name)
    if place.is_dir():
        place.rename(outside / "pages")
        target = outside / "pages"
    else:
        place.rename(outside / "kept")
        target = outside / "kept"
    place.symlink_to(target)
    before = {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()}
    for arguments in (
        ("report", "docs", "-o", "out"),
        ("check", "docs", "--output-format", "html=out"),
    ):
        called = plainlint(*arguments)
        assert (called.code, "this is a link" in called.err) == (2, True)
    assert before == {path: path.read_bytes() for path in outside.rglob("*") if path.is_file()}


def test_stale_pages_behind_a_link_stay(plainlint, tmp_path, tmp_path_factory, write):
    outside = tmp_path_factory.mktemp("outside")
    page = '<!doctype html>\n<meta name="generator" content="plainlint">\n'
    (outside / "old.html").write_text(page)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/more").symlink_to(outside)
    (tmp_path / "out/old.html").symlink_to(outside / "old.html")
    write("out/plainlint-pages.txt", "more/old.html\nold.html\n../docs/a.md\n/etc/x.html\n")
    assert plainlint("report", "docs", "-o", "out").code == 0
    assert (outside / "old.html").read_text() == page


def test_the_folder_that_is_named_may_be_a_link(plainlint, tmp_path, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (tmp_path / "out").symlink_to(outside)
    assert plainlint("report", "docs", "-o", "out").code == 0
    assert (outside / "index.html").exists()


@pytest.mark.parametrize("arguments", [(), ("--update",), ("--accept", "0123456789abcdef")])
@pytest.mark.parametrize("content", ["mine\n", "{}\n", "[1]\n", '{"version": 1}\n'])
def test_a_baseline_replaces_nothing_but_a_baseline(plainlint, write, arguments, content):
    path = write("notes.json", content)
    called = plainlint("baseline", "docs", "--baseline", "notes.json", *arguments)
    assert called.code == 2
    assert path.read_text() == content
    assert "Traceback" not in called.err
