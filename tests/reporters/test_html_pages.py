"""Test the report as files: names, determinism, updates, comparison, single file."""

import re
import shutil
import subprocess
import sys

import pytest

from plainlint.reporters.html.templating import Layout, name_pages
from tests.conftest import ROOT, TODAY
from tests.reporters.conftest import HOSTILE
from tests.reporters.markup import Markup


def pages(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")
    }


def test_page_names_are_plain_and_unique():
    paths = ["a/b.md", "A b.md", "é.md", "index.md", "a--b.md", "x" * 400]
    *names, longest = name_pages(paths).values()
    assert names == ["a-b", "a-b-2", "document", "index-2", "a-b-3"]
    assert len(longest) < 200


def test_links_between_pages():
    assert Layout().href("index", "a", "s1") == "documents/a.html#s1"
    assert Layout().href("a", "rules", "r") == "../rules.html#r"
    assert Layout().href("a", "b") == "../documents/b.html"
    assert Layout(single=True).href("a", "rules", "r") == "#rules--r"


def test_the_report_is_the_same_whenever_it_is_made(plainlint, tmp_path):
    for name in ("first", "second"):
        plainlint("report", "seeds", "--today", TODAY, "-o", tmp_path / name, cwd=ROOT)
    assert pages(tmp_path / "first") == pages(tmp_path / "second")
    assert not any(
        re.search(rb"20\d\d-\d\d-\d\d at", page) for page in pages(tmp_path / "first").values()
    )


def test_many_documents_are_reported_by_several_processes(plainlint, write, good, tmp_path):
    for number in range(70):
        write(f"docs/{number}.md", good.replace("title: Clean hands", f"title: Page {number}"))
    assert plainlint("report", "docs", "-o", "out").code == 0
    titles = re.findall(
        r'documents/docs-(\d+).html"[^>]*>Page (\d+)<', (tmp_path / "out/index.html").read_text()
    )
    assert len(titles) == 70
    for name, title in titles:
        assert name == title
        assert (
            f'<h1 id="title">Page {title}</h1>'
            in (tmp_path / f"out/documents/docs-{name}.html").read_text()
        )


def test_a_stamp_says_when_and_by_which_version(plainlint, write, good, tmp_path):
    write("a.md", good)
    plainlint("report", "a.md", "-o", "out", "--stamp")
    assert re.search(
        r"plainlint [\d.]+ on 20\d\d-\d\d-\d\d at \d\d:\d\d\.",
        (tmp_path / "out/index.html").read_text(),
    )


def test_only_changed_pages_are_written_again_and_stale_ones_removed(
    plainlint, write, good, tmp_path
):
    a, b = write("docs/a.md", good), write("docs/b.md", good)
    plainlint("report", "docs", "-o", "out")
    write("out/documents/mine.html", "my own")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.html")}
    a.write_text(good + "\nDrink some water.\n")
    b.unlink()
    plainlint("report", "docs", "-o", "out")
    after = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.html")}
    assert sorted(path.name for path in before.keys() - after.keys()) == ["docs-b.html"]
    changed = sorted(path.name for path in after if after[path] != before[path])
    assert changed == ["docs-a.html", "index.html"]
    assert (tmp_path / "out/documents/mine.html").read_text() == "my own"


def test_a_page_that_plainlint_did_not_write_is_left_alone(plainlint, write, good, tmp_path):
    write("a.md", good)
    mine = write("out/index.html", "my own")
    called = plainlint("report", "a.md", "-o", "out")
    assert called.code == 2
    assert "index.html" in called.err
    assert mine.read_text() == "my own"


@pytest.mark.parametrize("line", ["../victim.html", "/etc/victim.html", "victim.txt"])
def test_a_forged_list_of_pages_removes_nothing_else(plainlint, write, good, tmp_path, line):
    write("a.md", good)
    victims = [write(name, "x") for name in ("victim.html", "out/victim.txt")]
    write("out/plainlint-pages.txt", f"{line}\n")
    assert plainlint("report", "a.md", "-o", "out").code == 0
    assert all(victim.exists() for victim in victims)


def test_compare_says_what_is_better_worse_new_and_gone(plainlint, write, good, hard, tmp_path):
    for name, text in {"better": hard, "worse": good, "same": good, "gone": good}.items():
        write(f"docs/{name}.md", text)
    last = plainlint("check", "docs", "--output-format", "json").out
    write("last.json", last)
    write("docs/better.md", good)
    write("docs/worse.md", hard)
    write("docs/new.md", good)
    (tmp_path / "docs/gone.md").unlink()
    assert plainlint("report", "docs", "--compare", "last.json", "-o", "out").code == 0
    index = (tmp_path / "out/index.html").read_text()
    trends = dict(
        re.findall(r'data-change="([^"]+)"><th[^>]*><a href="documents/docs-(\w+)', index)
    )
    assert trends == {"better": "better", "worse": "worse", "same": "same", "new": "new"}
    assert re.search(r"<li>docs/gone\.md was in the last run", index)
    assert "1 better, 1 worse" in " ".join(index.split())


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("{", "JSON"),
        ("[]", ""),
        ('{"documents": [1]}', ""),
        ("\xff", "UTF-8"),
        (None, ""),
    ],
)
def test_a_bad_file_to_compare_with_is_named(plainlint, write, good, content, part):
    write("a.md", good)
    if content is not None:
        write("last.json", content.encode("latin-1"))
    called = plainlint("report", "a.md", "--compare", "last.json", "-o", "out")
    assert called.code == 2
    assert "last.json" in called.err
    assert part in called.err


def test_every_link_inside_the_report_has_a_target(plainlint, write, tmp_path):
    write("docs/evil.md", HOSTILE)
    write("docs/hard.md", (ROOT / "seeds/types-lung-research-crizotinib.md").read_bytes())
    plainlint("report", "docs", "-o", "out")
    plainlint("report", "docs", "--single-file", "one.html")
    files = [*(tmp_path / "out").rglob("*.html"), tmp_path / "one.html"]
    read = {path: Markup(path.read_text()) for path in files}
    for path, markup in read.items():
        assert len(set(markup.values("id"))) == len(markup.values("id"))
        for href in markup.values("href"):
            if href.startswith(("http", "mailto:")):
                continue
            name, _, place = href.partition("#")
            target = (path.parent / name).resolve() if name else path
            anchor = place.partition("?")[0]
            assert not anchor or anchor in read[target].values("id")


def test_a_hostile_document_adds_no_element_and_no_link(plainlint, write, tmp_path):
    write("evil.md", HOSTILE)
    plainlint("report", "evil.md", "-o", "out")
    for path in (tmp_path / "out").rglob("*.html"):
        read = Markup(path.read_text())
        tags = [tag for tag, _ in read.elements]
        assert tags.count("script") == tags.count("style") == tags.count("main") == 1
        assert not {"img", "iframe", "object", "embed", "base", "link"} & set(tags)
        assert not [
            name for _, attributes in read.elements for name in attributes if name[:2] == "on"
        ]
        assert not [
            href
            for href in read.values("href")
            if re.match(r"\s*(javascript|data|vbscript)", href, re.IGNORECASE)
        ]


def test_a_change_of_style_alone_reaches_every_page(tmp_path):
    copy = tmp_path / "code"
    for name in ("plainlint", "rules"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, "-m", "plainlint", "report", str(ROOT / "seeds"), "-o", "out"]
    for colour in ("#123456", "#654321"):
        with (copy / "plainlint/reporters/html/lists.css").open("a") as style:
            style.write(f".mine {{ color: {colour}; }}\n")
        subprocess.run(command, cwd=copy, check=True, capture_output=True)
        read = pages(copy / "out")
        assert all(colour.encode() in page for page in read.values())
    assert {"index.html", "glossary.html", "rules.html"} < read.keys()
