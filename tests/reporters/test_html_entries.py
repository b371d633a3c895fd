"""Test the cards of the HTML report: one a sentence, and equal ones in full only once."""

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


def cards(page):
    """Return the text of each card of a page."""
    _, _, after = page.partition('<ol class="cards">')
    _, *parts = after.partition("</section>")[0].split('<li class="card"')
    parts = [f"<{part}" for part in parts]
    return [" ".join(unescape(re.sub(r"<[^>]*>", " ", part)).split()) for part in parts]


def references(page):
    """Return the address and text of each reference to an equal text."""
    return re.findall(r'<p class="same">Same text as in <a href="([^"]*)">([^<]*)</a>', page)


def test_a_sentence_is_one_card_with_what_to_do_before_why(report):
    page = report(a=HEAD + HARD)["docs-a"]
    (card,) = [text for text in cards(page) if "“Utilize”" in text]
    steps, reasons = card.split(" Why: ", 1)
    assert "“Utilize”" in steps
    assert "words in one sentence" not in steps
    assert "words in one sentence" in reasons


def test_a_card_has_its_worst_severity_and_all_its_rules(report):
    page = report(a=HEAD + HARD)["docs-a"]
    ((shown, rules),) = re.findall(r'data-show="([^"]*)" data-kind="([^"]*)"', page)
    assert {"readability/long-sentence", "plain-language/complex-word"} <= set(rules.split())
    assert shown.split()[-1] == "warning"


def test_advice_that_several_causes_share_is_given_once(report):
    page = report(a=HEAD + HARD)["docs-a"]
    (card,) = cards(page)
    assert card.count("Use the plain word here") == 1


def test_each_score_is_one_remark_on_the_whole_page(report):
    page = report(a=HEAD + HARD + "\n" + OTHER)["docs-a"]
    (whole,) = re.findall(r'<section class="whole".*?</section>', page, re.DOTALL)
    assert whole.count("The average sentence has") == 1
    assert whole.count("Flesch reading ease is") == 1
    # The headline says it.
    assert "Reads at grade" not in whole
    assert re.search(r'class="headline">Rewrite', page)


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
    assert references(page) == [("#p1", "line 6 of this page")]


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
