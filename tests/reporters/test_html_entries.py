"""Test the entries of the HTML report: one a sentence, and equal ones in full only once."""

import re
from html import unescape

import pytest

HEAD = "---\ntitle: Sleep\naudienceLevel: patient\n---\n\n"
HARD = (
    "Utilize the inhaler in accordance with the instructions that the respiratory physician gave "
    "you, and subsequently commence the exercises that were demonstrated at the clinic.\n"
)
OTHER = "Patients should discontinue the medication prior to the procedure.\n"


@pytest.fixture
def report(plainlint, write, tmp_path):
    """Return the pages, by name, of a report on documents by name."""

    def make_report(*arguments, **texts):
        for name, text in texts.items():
            write(f"docs/{name}.md", text)
        assert plainlint("report", "docs", "-o", "out", *arguments).code == 0
        return {path.stem: path.read_text() for path in (tmp_path / "out").rglob("*.html")}

    return make_report


def entries(page):
    """Return the text of each entry of a page."""
    parts = re.findall(r'<li class="place.*?</li>\n(?=<li class="place|</ol>)', page, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]*>", " ", part)).split()) for part in parts]


def references(page):
    """Return the address and text of each reference to an equal text."""
    return re.findall(r'<p class="same">Same text as in <a href="([^"]*)">([^<]*)</a>', page)


def test_a_sentence_is_one_entry_with_what_to_do_first(report):
    page = report(a=HEAD + HARD)["docs-a"]
    (entry,) = [text for text in entries(page) if "Utilize" in text]
    first, others = entry.split(" Also: ")
    assert "words in one sentence" in others
    assert first.count("Why it matters") == 1
    assert others.count("Why it matters") > 3


def test_an_entry_has_its_worst_severity_and_all_its_rules(report):
    page = report(a=HEAD + HARD)["docs-a"]
    rules, severity = re.findall(r'data-rule="([^"]*)" data-severity="(\w+)"', page)[0]
    assert {"readability/long-sentence", "plain-language/complex-word"} <= set(rules.split("|"))
    assert severity == "warning"


def test_advice_that_several_causes_share_is_given_once(report):
    page = report(a=HEAD + HARD)["docs-a"]
    (entry,) = [text for text in entries(page) if "Utilize" in text]
    assert entry.count("Use the plain word here") == 1


def test_the_scores_are_one_entry_with_one_list_of_sentences(report):
    page = report(a=HEAD + HARD + "\n" + OTHER)["docs-a"]
    (scores,) = [text for text in entries(page) if "Reads at grade" in text]
    assert "The average sentence has" in scores
    assert "Flesch reading ease is" in scores
    assert scores.count("Rewrite these sentences, in this order:") == 1
    _, links = scores.split("sentences, in this order:")
    assert links.count("Line 6: Utilize the inhaler") == 1


def test_counts_are_those_of_the_terminal(report, plainlint):
    pages = report(a=HEAD + HARD, b=HEAD + OTHER)
    printed = plainlint("check", "docs").out.splitlines()[-1]
    assert re.search(r"\d entries \(\d+ findings\)", printed)
    counts, end, _ = printed.partition(" of them.")
    assert f"{counts}{end}" in pages["index"]


def test_what_most_calculators_show_is_on_the_page(report, plainlint):
    page = report(a=HEAD + HARD)["docs-a"]
    (shown,) = re.findall(r"Most calculators show Flesch-Kincaid [\d.]+", page)
    assert shown in plainlint("score", "docs/a.md").out


def test_an_equal_sentence_refers_to_the_first_place(report):
    pages = report(a=HEAD + HARD, b=HEAD + "Rest.\n\n" + HARD, c=HEAD + OTHER)
    assert references(pages["docs-a"]) == references(pages["docs-c"]) == []
    assert references(pages["docs-b"]) == [("../documents/docs-a.html#p1", "docs/a.md, line 6")]
    assert "1 shown before" in pages["index"]


def test_an_equal_sentence_on_the_same_page_refers_up(report):
    twice = "The nurse came to the house, and the man took a walk, and " * 3 + "then it was late.\n"
    page = report("--select", "readability", a=HEAD + twice + "\nRest.\n\n" + twice)["docs-a"]
    assert references(page) == [("#p1", "docs/a.md, line 6")]


def test_what_to_do_stays_on_the_page_behind_a_reference(report):
    page = report(a=HEAD + HARD, b=HEAD + HARD)["docs-b"]
    (folded,) = re.findall(r'<div class="folded">.*?<!--fold /1-->', page, re.DOTALL)
    assert "words in one sentence" in folded


def test_references_follow_the_documents_of_the_run(report, tmp_path):
    def read_b():
        return references(report()["docs-b"])

    report(b=HEAD + HARD, c=HEAD + OTHER)
    assert read_b() == []
    report(a=HEAD + HARD)
    assert read_b() == [("../documents/docs-a.html#p1", "docs/a.md, line 6")]
    report(a=HEAD + "Rest well.\n\n" + HARD)
    assert read_b() == [("../documents/docs-a.html#p1", "docs/a.md, line 8")]
    (tmp_path / "docs/a.md").unlink()
    assert read_b() == []


def test_a_page_with_references_is_not_written_again(report, tmp_path):
    report(a=HEAD + HARD, b=HEAD + HARD)
    page = tmp_path / "out/documents/docs-b.html"
    before = page.stat().st_mtime_ns, page.read_bytes()
    report()
    report("--no-cache")
    assert (page.stat().st_mtime_ns, page.read_bytes()) == before


def test_one_file_has_references_inside_it(plainlint, write, tmp_path):
    write("docs/a.md", HEAD + HARD)
    write("docs/b.md", HEAD + HARD)
    plainlint("report", "docs", "--single-file", "one.html")
    page = (tmp_path / "one.html").read_text()
    assert references(page) == [("#docs-a--p1", "docs/a.md, line 6")]
    assert 'id="docs-a--p1"' in page


def test_a_text_or_a_path_that_looks_like_a_mark_changes_nothing(report):
    mark = "<!--fold 1--> `<!--fold /1-->` \\<!--fold 1--\\> \n\n```\n<!--fold 1-->\n```\n\n"
    pages = report(**{"a": HEAD + HARD, "b<!--fold 1-->": HEAD + mark + HARD})
    page = pages["docs-b-fold-1"]
    assert len(references(page)) == 1
    assert page.count("<!--fold 1-->") == page.count("<!--fold /1-->") == 1
