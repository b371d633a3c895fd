"""Test the HTML report in a browser: sorting, filters, keyboard, accessibility, safety, print."""

import re

import pytest
from playwright.sync_api import expect

from tests.helpers.axe import find_violations
from tests.reporters.conftest import CRIZOTINIB, choose

PAGES = ["index.html", CRIZOTINIB, "glossary.html", "rules.html"]
HOSTILE_PAGE = "documents/docs-img-src-x-onerror-window-hacked-14.html"


def texts(locator):
    return [text.strip() for text in locator.all_inner_texts()]


def rows(page):
    return texts(page.locator("#rows tr:not([hidden]) th a"))


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


# Lists are looked at in `test_html_lists_browser`, at several widths.
@pytest.mark.parametrize("name", [CRIZOTINIB, HOSTILE_PAGE])
def test_axe_finds_nothing(open_page, site, name):
    assert find_violations(open_page(site / name)) == []


@pytest.mark.parametrize("name", ["index.html", CRIZOTINIB])
def test_axe_finds_nothing_in_dark_mode(open_page, site, name):
    assert find_violations(open_page(site / name, "#s1", color_scheme="dark")) == []


def test_axe_finds_nothing_in_the_single_file(open_page, one_file):
    assert find_violations(open_page(one_file)) == []


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


@pytest.mark.parametrize("name", [*PAGES, f"{CRIZOTINIB}#s1", HOSTILE_PAGE])
def test_a_window_of_320_pixels_needs_no_scrolling_sideways(open_page, site, name):
    name, _, place = name.partition("#")
    page = open_page(site / name, f"#{place}", width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


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
    page.locator(".card:visible .n").first.click()
    page.wait_for_function("document.activeElement.textContent === '1'")
    page.get_by_role("navigation").get_by_role("link", name="Documents").click()
    page.get_by_label("Readers", exact=True).select_option("caregiver")
    shared = open_page(one_file, page.evaluate("location.hash"))
    assert texts(shared.locator("tr:visible th[scope=row] a"))[0] == "Helping Someone After Surgery"


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
