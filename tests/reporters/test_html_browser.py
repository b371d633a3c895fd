"""Test the HTML report in a browser: sorting, filters, keyboard, accessibility, safety, print."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT
from tests.reporters.conftest import CRIZOTINIB, choose, find_violations, write_report

PAGES = ["index.html", CRIZOTINIB, "glossary.html", "rules.html"]
HOSTILE_PAGE = "documents/docs-img-src-x-onerror-window-hacked-14.html"


def texts(locator):
    return [text.strip() for text in locator.all_inner_texts()]


def rows(page):
    return texts(page.locator("#rows tr:not([hidden]) th a"))


def in_view(page, selector):
    return page.locator(selector).evaluate(
        "e => e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().top < innerHeight"
    )


def test_a_click_on_a_column_sorts_by_it_and_another_reverses_it(open_page, site):
    page = open_page(site / "index.html")
    grades = (
        "[...document.querySelectorAll('#rows td:nth-of-type(3)')].map(e => Number(e.dataset.v))"
    )
    page.get_by_role("button", name="Grade").click()
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    assert page.evaluate(grades) == sorted(page.evaluate(grades))
    page.get_by_role("button", name="Grade").click()
    assert page.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    assert page.evaluate(grades) == sorted(page.evaluate(grades), reverse=True)


def test_a_filtered_and_sorted_view_can_be_shared_by_its_address(open_page, site):
    page = open_page(site / "index.html")
    page.get_by_label("Readers", exact=True).select_option("patient")
    page.get_by_label("Find a page").fill("DOCS")
    page.get_by_role("button", name="Terms to explain").click()
    chosen = rows(page)
    assert "Crizotinib for Advanced Non-Small Cell Lung Cancer - NCI" in chosen
    assert "Helping Someone After Surgery" not in chosen
    assert page.get_by_text(f"{len(chosen)} of 9 pages").is_visible()
    shared = open_page(site / "index.html", page.evaluate("location.hash"))
    assert rows(shared) == chosen
    assert shared.get_by_label("Readers", exact=True).input_value() == "patient"
    shared.get_by_role("button", name="Show all").click()
    expect(shared.locator("#rows tr:not([hidden])")).to_have_count(9)


def test_documents_are_filtered_by_verdict(open_page, site):
    page = open_page(site / "index.html")
    choose(page, "Verdict", "Too hard")
    assert "Crizotinib for Advanced Non-Small Cell Lung Cancer - NCI" in rows(page)
    assert "Nearly there" not in rows(page)


def test_documents_are_filtered_by_the_title_of_a_rule(open_page, site):
    page = open_page(site / "index.html")
    page.get_by_label("Rule", exact=True).select_option("Front matter (1)")
    assert rows(page) == ["Wash Your Hands"]


def test_the_number_of_documents_with_a_rule_shows_them(open_page, site):
    page = open_page(site / "index.html")
    page.get_by_role("link", name="the 1 page with Front matter").click()
    assert rows(page) == ["Wash Your Hands"]


def test_from_the_list_to_the_place_in_the_text_and_back(open_page, site):
    page = open_page(site / CRIZOTINIB)
    first = page.locator(".place").first
    assert not page.locator(".text").is_visible()
    first.get_by_role("link", name="in the text").click()
    assert page.get_by_role("tab", name="The text").get_attribute("aria-selected") == "true"
    assert in_view(page, "#s1")
    page.wait_for_function("document.activeElement.textContent === '1'")
    page.keyboard.press("Enter")
    assert in_view(page, "#p1")
    assert page.evaluate("document.activeElement.id") == "p1"


def test_a_filter_by_rule_applies_in_the_list_and_in_the_text(open_page, site):
    page = open_page(site / CRIZOTINIB, "?#")
    page.get_by_label("Rule", exact=True).select_option("readability/long-paragraph")
    assert page.locator(".place:visible").count() == 2
    page.get_by_role("tab", name="The text").click()
    assert page.locator(".text a.n:visible").count() == 2
    assert "rule=readability%2Flong-paragraph" in page.evaluate("location.hash")
    page.get_by_label("How bad").select_option("error")
    assert page.get_by_text(re.compile(r"^0 of \d+ entries")).is_visible()


def test_everything_can_be_done_by_keyboard(open_page, site):
    page = open_page(site / CRIZOTINIB)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "p1"
    page.get_by_role("tab", name="What to work on").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".text").is_visible()
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.className") == "n"
    assert page.get_by_role("tooltip").is_visible()
    page.keyboard.press("Escape")
    assert not page.get_by_role("tooltip").is_visible()


def test_the_letter_keys_can_be_turned_off_and_do_not_disturb_typing(open_page, site):
    page = open_page(site / CRIZOTINIB)
    page.get_by_label("Keys J").uncheck()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.className") != "place"


def test_a_finding_on_the_whole_document_leads_to_its_worst_sentences(open_page, site):
    page = open_page(site / CRIZOTINIB)
    page.locator(".place", has_text="Reads at grade").get_by_role(
        "link", name="Entry 1", exact=True
    ).click()
    assert page.evaluate("document.activeElement.id") == "p1"


@pytest.fixture(scope="session")
def repeated(tmp_path_factory):
    """Return the page of a document with a sentence that an earlier document has, too."""
    folder = tmp_path_factory.mktemp("repeated")
    text = (ROOT / "seeds/types-lung-research-crizotinib.md").read_text()
    (folder / "docs").mkdir()
    for name in ("a.md", "b.md"):
        (folder / "docs" / name).write_text(text)
    write_report(folder, "-o", folder / "out")
    return folder / "out" / "documents" / "docs-b.html"


def test_what_to_do_about_an_equal_sentence_is_shown_on_demand(open_page, repeated):
    page = open_page(repeated)
    first = page.locator(".place").first
    assert not first.locator(".found").is_visible()
    assert first.locator("blockquote").bounding_box()["height"] < 40
    first.get_by_role("button", name="Show here what to do").press("Enter")
    assert first.locator(".found").is_visible()
    assert first.get_by_role("button", expanded=True).is_visible()


def test_an_equal_sentence_leads_to_its_first_place(open_page, repeated):
    page = open_page(repeated)
    page.locator(".same a").first.click()
    assert page.url.endswith("docs-a.html#p1")
    assert page.locator("#p1 .found").is_visible()


def test_an_equal_sentence_is_printed_in_full(open_page, repeated):
    page = open_page(repeated)
    page.emulate_media(media="print")
    assert page.locator("#p1 .found").is_visible()
    assert not page.locator("#p1 .same button").is_visible()


def test_axe_finds_nothing_in_a_page_with_equal_sentences(open_page, repeated):
    page = open_page(repeated)
    assert find_violations(page) == []
    page.locator(".same button").first.click()
    assert find_violations(page) == []


def test_a_tip_says_what_is_wrong_with_the_sentence_under_the_pointer(open_page, site):
    page = open_page(site / CRIZOTINIB, "#s1")
    page.locator("#s1").hover()
    assert "words in one sentence" in page.get_by_role("tooltip").inner_text()


@pytest.mark.parametrize("name", [*PAGES, HOSTILE_PAGE])
def test_axe_finds_nothing(open_page, site, name):
    assert find_violations(open_page(site / name)) == []


@pytest.mark.parametrize("name", ["index.html", CRIZOTINIB])
def test_axe_finds_nothing_in_dark_mode(open_page, site, name):
    assert find_violations(open_page(site / name, "#s1", color_scheme="dark")) == []


def test_axe_finds_nothing_in_the_single_file(open_page, one_file):
    assert find_violations(open_page(one_file)) == []


def test_axe_would_find_something(open_page, write):
    path = write("bad.html", "<!doctype html><title>Bad</title><img src='data:,'>")
    assert "image-alt" in dict(find_violations(open_page(path)))


@pytest.mark.parametrize("name", [*PAGES, HOSTILE_PAGE])
def test_a_page_makes_no_request_and_has_no_error(open_page, site, name):
    page = open_page(site / name)
    assert page.requests == [(site / name).as_uri()]
    assert page.problems == []


def test_nothing_from_a_hostile_document_runs(open_page, site, one_file):
    for path in (site / HOSTILE_PAGE, site / "index.html", one_file):
        page = open_page(path)
        page.evaluate("for (const e of document.querySelectorAll('[hidden]')) e.hidden = false")
        for element in page.locator("main a:visible").all()[:5]:
            element.hover()
        assert page.evaluate("window.hacked") is None
        assert page.locator("script").count() == 1
        assert page.locator("img, iframe, object, svg[onload], [onclick], [onerror]").count() == 0
        assert page.locator("main").count() == 1
        hrefs = page.eval_on_selector_all(
            "a[href]", "all => all.map(a => new URL(a.getAttribute('href'), a.baseURI).protocol)"
        )
        assert set(hrefs) <= {"file:", "http:", "https:", "mailto:"}
        assert page.problems == []


def test_a_printed_page_has_the_list_and_the_text_and_no_controls(open_page, site):
    page = open_page(site / CRIZOTINIB)
    page.emulate_media(media="print")
    assert page.locator(".places").is_visible()
    assert page.locator(".text").is_visible()
    for control in ("nav", "form", ".tabs", ".copy"):
        assert not page.locator(control).first.is_visible()


@pytest.mark.parametrize("name", [*PAGES, f"{CRIZOTINIB}#s1", HOSTILE_PAGE])
def test_a_window_of_320_pixels_needs_no_scrolling_sideways(open_page, site, name):
    name, _, place = name.partition("#")
    page = open_page(site / name, f"#{place}", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_page_of_a_megabyte_opens_scrolls_and_filters_in_time(open_page, documents):
    text = (documents / "docs" / "types-lung-research-crizotinib.md").read_text()
    body = text.split("---\n", 2)[2]
    (documents / "large").mkdir()
    (documents / "large" / "large.md").write_text(text + body * (1_100_000 // len(body)))
    write_report(documents, "-o", documents / "large", paths=["large"])
    page = open_page(documents / "large" / "documents" / "large-large.html")
    start = time.monotonic()
    page.get_by_label("Rule", exact=True).select_option("readability/long-paragraph")
    page.keyboard.press("Tab")
    page.get_by_role("tab", name="The text").click()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.evaluate("new Promise((done) => requestAnimationFrame(done))")
    assert time.monotonic() - start < 10


def test_dark_mode_is_followed(open_page, site):
    colours = {
        open_page(site / "index.html", color_scheme=scheme).evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for scheme in ("light", "dark")
    }
    assert len(colours) == 2


def test_the_single_file_shows_one_page_at_a_time(open_page, one_file):
    page = open_page(one_file)
    assert page.locator(".page:visible").count() == 1
    page.get_by_role("row").get_by_role("link", name="Crizotinib for Advanced").click()
    expect(page.locator("h1:visible")).to_have_text(re.compile("^Crizotinib"))
    page.locator(".place:visible").first.get_by_role("link", name="in the text").click()
    page.wait_for_function("document.activeElement.textContent === '1'")
    page.get_by_role("link", name="Documents", exact=True).click()
    page.get_by_label("Readers", exact=True).select_option("caregiver")
    shared = open_page(one_file, page.evaluate("location.hash"))
    assert texts(shared.locator("tr:visible th[scope=row] a"))[0] == "Helping Someone After Surgery"


def test_without_scripts_everything_is_visible(open_page, site):
    page = open_page(site / CRIZOTINIB, java_script_enabled=False)
    assert page.locator(".places").is_visible()
    assert page.locator(".text").is_visible()
    assert not page.locator(".tabs").is_visible()


def test_a_mark_of_the_plot_opens_its_document(open_page, site):
    page = open_page(site / "index.html")
    page.locator(".plot").get_by_role("link", name="Crizotinib").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*")
    assert "Crizotinib" in page.locator("h1").inner_text()


def test_axe_finds_nothing_in_forced_colours(open_page, site):
    page = open_page(site / "index.html")
    page.emulate_media(forced_colors="active")
    assert find_violations(page) == []


@pytest.mark.parametrize(("name", "most"), [(CRIZOTINIB, 6), ("index.html", 8)])
def test_a_page_is_printed_on_few_sheets(open_page, site, name, most):
    printed = open_page(site / name).pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= most
