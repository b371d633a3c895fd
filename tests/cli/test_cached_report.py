"""The cache of the report: pages of unchanged documents are kept, and are never stale."""

import pytest


@pytest.fixture
def folder(plainlint, write, good, hard, tmp_path):
    """Write a report on two documents."""
    write("docs/a.md", good)
    write("docs/b.md", hard)
    assert plainlint("report", "docs", "-o", "pages").code == 0
    return tmp_path / "pages"


def texts(folder):
    return {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}


def test_a_second_run_writes_the_same(plainlint, folder):
    before = texts(folder)
    plainlint("report", "docs", "-o", "pages")
    assert texts(folder) == before
    plainlint("report", "docs", "-o", "fresh", "--no-cache")
    assert texts(folder.parent / "fresh") == before


def test_a_changed_document_gets_a_new_page_and_a_new_row(plainlint, write, folder, good):
    before = texts(folder)
    write("docs/a.md", good.replace("Wash your hands.", "Immunosuppression exacerbates sepsis."))
    plainlint("report", "docs", "-o", "pages")
    after = texts(folder)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"docs-a.html", "index.html", "glossary.html"}


@pytest.mark.parametrize(
    "spoil",
    [lambda page: page.unlink(), lambda page: page.write_text(page.read_text()[:500])],
)
def test_a_missing_or_changed_page_is_written_again(plainlint, folder, spoil):
    before = texts(folder)
    spoil(folder / "documents" / "docs-a.html")
    plainlint("report", "docs", "-o", "pages")
    assert texts(folder) == before


def test_another_folder_gets_all_pages(plainlint, folder):
    plainlint("report", "docs", "-o", "elsewhere")
    assert texts(folder.parent / "elsewhere") == texts(folder)


# A note with a comment that hides a finding, one in Latin-1, and one whose head can't be read.
_NOTES = {
    "docs/hidden.md": b"A note.\n\n<!-- plainlint: disable=plain-language/complex-word -- the label "
    b"says so -->\nUtilise the spoon, and commence at once.\n",
    "docs/latin.md": "Un café pour le caf\u00e9, dit-elle.\n".encode("latin-1"),
    "docs/head.md": b"---\ntitle: [open\n---\n\nTake the tablets with milk.\n",
}


def test_after_a_check_the_report_is_the_same(plainlint, write, good, hard, tmp_path):
    for name, data in {**_NOTES, "docs/a.md": good, "docs/b.md": hard}.items():
        write(name, data)
    plainlint("check", "docs")
    plainlint("report", "docs", "-o", "pages")
    plainlint("report", "docs", "-o", "fresh", "--no-cache")
    assert texts(tmp_path / "pages") == texts(tmp_path / "fresh")


def test_after_a_check_no_rule_runs_again(plainlint, write, good, tmp_path):
    write("docs/a.md", good)
    write("plainlint.toml", 'rule-folders = ["rules"]\ncheck-files = ["counting.py"]\n')
    write(
        "counting.py",
        "from plainlint.plugin import Document, Hit, check\n\n\n@check\ndef count(document: Document):\n"
        "    with open('runs.txt', 'a') as runs:\n        runs.write('.')\n    return ()\n",
    )
    write(
        "rules/house/count.md",
        "---\ncheck: count\nseverity: info\nmessage: Counted\n---\n\n# Count\n",
    )
    assert plainlint("check", "docs").code == 0
    assert plainlint("report", "docs", "-o", "pages").code == 0
    assert (tmp_path / "runs.txt").read_text() == "."
