"""Test what the index, the terms and the rules share in a browser, and the last two by themselves."""

import re

import pytest
from playwright.sync_api import expect

from tests.helpers.axe import find_violations
from tests.reporters.conftest import choose

PAGES = ["index.html", "glossary.html", "rules.html"]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_at_any_width(open_page, ward, name):
    page = open_page(ward / name)
    for width in (320, 390, 768, 1024, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for box in page.locator(".wide:visible, .picks:visible").all():
            assert box.evaluate("e => e.scrollWidth <= e.clientWidth"), width


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 480), (731, 457)])
def test_what_stays_in_sight_leaves_room_for_the_rows(open_page, ward, width, height):
    page = open_page(ward / "index.html", width=width)
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate("scrollTo(0, 1500)")
    box = page.locator(".sift-bar").bounding_box()
    assert box["y"] + box["height"] < 0.15 * height
    stays = page.locator(".sift-bar").evaluate("e => getComputedStyle(e).position") == "sticky"
    assert stays == (width >= 1024)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("colours", [{"color_scheme": "dark"}, {"forced_colors": "active"}])
def test_axe_finds_nothing_in_other_colours(open_page, ward, name, colours):
    page = open_page(ward / name)
    page.emulate_media(**colours)
    assert find_violations(page) == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [390, pytest.param(768, marks=pytest.mark.slow), 1280])
def test_axe_finds_nothing_at_any_width(open_page, ward, name, width):
    assert find_violations(open_page(ward / name, width=width)) == []


def test_a_term_has_words_to_copy_and_leads_to_its_place(open_page, ward):
    page = open_page(ward / "glossary.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    row = page.get_by_role("row", name="biopsy")
    words = row.locator(".say span").inner_text()
    row.get_by_role("button", name="Copy the plain words for biopsy").click()
    assert page.evaluate("navigator.clipboard.readText()") == words
    assert row.get_by_role("button", name="Copy the plain words").inner_text() == "Copied"
    row.locator("summary").click()
    assert "line 9: … medication. You may need a biopsy." in row.inner_text()
    row.get_by_role("link", name="Crizotinib").click()
    page.wait_for_url(re.compile(r"documents/docs-lung-hard\.html#p\d+$"))
    assert "biopsy" in page.locator(".card.open").inner_text()


def test_terms_are_found_and_filtered_by_whether_they_are_explained(open_page, ward):
    page = open_page(ward / "glossary.html")
    choose(page, "Explained?", "Not explained")
    page.get_by_label("Find a term").fill("BIOPSY")
    assert page.locator("#rows tr:visible").count() == 1
    choose(page, "Explained?", "Sometimes")
    assert page.get_by_role("heading", name="No term matches").is_visible()


def test_a_letter_leads_to_the_first_term_that_is_shown(open_page, ward):
    page = open_page(ward / "glossary.html")
    letters = page.get_by_role("navigation", name="Terms by first letter")
    names = page.locator("#rows th")
    used = dict.fromkeys(name[0].upper() for name in names.all_inner_texts())
    assert letters.get_by_role("link").all_inner_texts() == list(used)
    last = list(used)[-1]
    letters.get_by_role("link", name=last).press("Enter")
    assert page.evaluate("document.activeElement.textContent")[0].upper() == last
    # In another order, a letter brings back this one.
    page.get_by_role("button", name="Uses").click()
    letters.get_by_role("link", name=last).click()
    assert names.all_inner_texts() == sorted(names.all_inner_texts(), key=str.lower)
    assert page.locator("th[aria-sort]").count() == 0
    # A filter leaves the letters of its terms; on paper they stand above the terms.
    page.get_by_label("Find a term").fill("biopsy")
    assert letters.get_by_role("link").all_inner_texts() == ["B"]
    page.emulate_media(media="print")
    assert not letters.is_visible()
    mark = page.locator("#rows th:visible").evaluate("e => getComputedStyle(e, '::before').content")
    assert mark.startswith('"B"')


def test_letters_lead_to_terms_without_scripts(open_page, ward):
    page = open_page(ward / "glossary.html", java_script_enabled=False)
    page.get_by_role("navigation", name="Terms by").get_by_role("link", name="B").click()
    assert page.locator("tr:target th").inner_text().startswith("b")


def test_rules_are_found_by_their_words_and_groups_and_open(open_page, ward):
    page = open_page(ward / "rules.html")
    shown = page.locator("summary:visible")
    choose(page, "Group", "Readability")
    assert "Long sentences" in shown.all_inner_texts()
    assert not page.get_by_role("heading", name="Structure").is_visible()
    page.get_by_label("Find a rule").fill("paragraph")
    assert "Long paragraphs" in shown.all_inner_texts()
    assert "/" not in "".join(shown.all_inner_texts())
    page.get_by_text("Long paragraphs").click()
    assert page.get_by_role("article", name="Long paragraphs").is_visible()


def test_a_link_to_a_rule_opens_it_with_and_without_scripts(open_page, ward):
    for options in ({}, {"java_script_enabled": False}):
        page = open_page(ward / "rules.html", "#readability-long-paragraph", **options)
        assert page.get_by_role("article", name="Long paragraphs").is_visible()


def test_the_lists_work_in_one_file_too(open_page, ward):
    page = open_page(ward.parent / "one.html")
    rows = page.locator("tr[data-row]:visible")
    expect(rows).to_have_count(25)
    page.get_by_role("link", name="Show it: 1 review is late.").click()
    expect(rows).to_have_count(1)
    page.go_back()
    page.get_by_role("button", name="Show 25 more").click()
    expect(rows).to_have_count(50)
    page.get_by_role("link", name="Terms", exact=True).click()
    page.get_by_role("radiogroup", name="Explained?").get_by_role("radio", name="Not").check()
    expect(page).to_have_url(re.compile(r"#glossary--\?state=no$"))
    assert set(page.locator("tr[data-row]:visible .v").all_inner_texts()) == {"Not explained"}
    page.get_by_role("link", name="Documents", exact=True).click()
    page.get_by_role("link", name="Audience mismatch", exact=True).click()
    expect(page.get_by_role("article", name="Audience mismatch")).to_be_visible()
    expect(page.locator("article:visible")).to_have_count(1)
