"""Test the index in a browser: where to start, filters, order, columns, long lists, paper."""

import re

import pytest
from playwright.sync_api import expect

from tests.reporters.conftest import DOCTORS, choose


def list_titles(page):
    """Return the titles of the rows that one sees, in their order."""
    return page.locator("#rows tr:visible th a").all_inner_texts()


def count_of(page, answer):
    """Return the count that a choice shows."""
    return int(page.locator(".pick", has_text=answer).locator("b").inner_text())


@pytest.mark.parametrize(
    ("head", "button", "titles"),
    [
        ("1 page is nearly there.", "Show it: 1 page is nearly there", ["Nearly there"]),
        (
            "1 page may have the wrong readers.",
            "wrong readers",
            [DOCTORS],
        ),
        ("1 review is late.", "Show it: 1 review is late", ["Late"]),
    ],
)
def test_each_line_of_start_here_shows_its_pages(open_page, ward, head, button, titles):
    page = open_page(ward / "index.html")
    start = page.get_by_role("region", name="Start here")
    assert start.get_by_text(head).is_visible()
    start.get_by_role("link", name=button).click()
    expect(page.locator("#rows tr:visible")).to_have_count(1)
    assert list_titles(page) == titles
    assert page.evaluate("document.activeElement.id") == "documents"


def test_start_here_names_the_oldest_review_and_links_it(open_page, ward):
    page = open_page(ward / "index.html")
    line = page.get_by_role("listitem").filter(has_text="review is late")
    assert "The oldest, Late, is 57 days late." in line.inner_text()
    assert line.get_by_role("link", name="Late", exact=True).get_attribute("href")


def test_a_choice_counts_what_it_leaves_and_stays_at_zero(open_page, ward):
    page = open_page(ward / "index.html")
    assert [count_of(page, name) for name in ("On target", "Wrong readers?")] == [56, 1]
    choose(page, "Verdict", "On target")
    assert [count_of(page, name) for name in ("Too hard", "Wrong readers?")] == [3, 0]
    empty = page.locator(".pick", has_text="Wrong readers?")
    assert empty.is_visible()
    assert empty.evaluate("e => getComputedStyle(e).borderStyle") == "dashed"
    assert page.get_by_label("Owner").locator("option").all_inner_texts() == [
        "All (56)",
        "Care team (56)",
        "Dr. Roe (0)",
        "Lung team (0)",
    ]


def test_back_restores_the_filter_before_and_the_one_that_was_left(open_page, ward):
    page = open_page(ward / "index.html")
    choose(page, "Verdict", "Too hard")
    choose(page, "To do", "Review late")
    assert list_titles(page) == ["Late"]
    page.get_by_role("link", name="Late", exact=True).last.click()
    page.wait_for_url("**/documents/*")
    page.go_back()
    assert list_titles(page) == ["Late"]
    assert page.get_by_role("radio", name="Review late").is_checked()
    page.go_back()
    expect(page.locator("#rows tr:visible")).to_have_count(3)
    page.go_back()
    expect(page.locator(".count").get_by_text("60 pages", exact=True)).to_be_visible()


def test_typing_is_one_step_for_back(open_page, ward):
    page = open_page(ward / "index.html")
    choose(page, "Verdict", "On target")
    page.get_by_label("Find a page").press_sequentially("page 5")
    expect(page.locator("#rows tr:visible")).to_have_count(6)
    page.go_back()
    expect(page.locator(".count").get_by_text("60 pages", exact=True)).to_be_visible()


def test_a_filter_without_a_match_says_why_and_can_be_cleared(open_page, ward):
    page = open_page(ward / "index.html")
    choose(page, "Verdict", "On target")
    choose(page, "To do", "Review late")
    assert page.get_by_role("heading", name="No page matches").is_visible()
    assert page.get_by_text("You filter by “On target” and “Review late”.").is_visible()
    page.get_by_role("button", name="Clear both filters").click()
    expect(page.locator(".count").get_by_text("60 pages", exact=True)).to_be_visible()


def test_pages_are_sorted_by_how_bad_their_verdict_is(open_page, ward):
    page = open_page(ward / "index.html")
    first = page.locator("#rows tr").first
    page.get_by_role("button", name="Verdict").click()
    assert "On target" in first.inner_text()
    page.get_by_role("button", name="Verdict").click()
    assert "Too hard" in first.inner_text()
    assert list_titles(page)[:4] == ["Late", DOCTORS, "Crizotinib", "Nearly there"]
    page.go_back()
    page.go_back()
    assert page.locator("th[aria-sort]").inner_text().startswith("Verdict 1st")


def test_owner_and_review_have_columns(open_page, ward):
    page = open_page(ward / "index.html")
    row = page.get_by_role("row", name="Crizotinib")
    assert row.get_by_role("cell", name="Lung team, Dr. Roe").is_visible()
    late = page.get_by_role("row").filter(has=page.get_by_role("link", name="Late", exact=True))
    assert late.get_by_role("cell", name="57 days late").is_visible()
    page.get_by_label("Owner").select_option("lung team")
    assert list_titles(page) == [DOCTORS, "Crizotinib"]


def test_a_phone_has_a_list_to_sort_by_and_short_rows(open_page, ward):
    page = open_page(ward / "index.html", width=390)
    assert not page.locator(".documents thead").is_visible()
    page.get_by_label("Sort by").select_option("Title")
    assert list_titles(page)[0] == "Crizotinib"
    assert "sort=title" in page.url
    short = page.get_by_role("row", name="Page 05")
    lines = "row => row.offsetHeight / parseFloat(getComputedStyle(row).lineHeight)"
    # Three lines and the space around them.
    assert short.evaluate(lines) < 4.5


def test_the_table_is_a_table_on_a_tablet(open_page, ward):
    page = open_page(ward / "index.html", width=768)
    heads = page.locator(".documents thead th:visible").all_inner_texts()
    assert [head.split("\n")[0] for head in heads] == [
        "Page",
        "Verdict 1st",
        "To rewrite 2nd",
        "Grade",
        "Terms to explain",
        "Review due",
    ]


def test_what_is_chosen_is_seen_in_forced_colours(open_page, ward):
    page = open_page(ward / "index.html")
    page.emulate_media(forced_colors="active")
    colours = page.locator(".pick").evaluate_all(
        "all => all.slice(0, 2).map((e) => getComputedStyle(e).backgroundColor)"
    )
    assert colours[0] != colours[1]


def test_a_long_index_is_printed_whole_on_few_sheets(open_page, ward):
    page = open_page(ward / "index.html")
    page.emulate_media(media="print")
    assert page.locator("#rows tr:visible").count() == 60
    assert not page.locator(".pick").first.is_visible()
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) <= 4


def test_a_long_list_is_drawn_25_rows_at_a_time(open_page, ward):
    page = open_page(ward / "index.html")
    rows = page.locator("#rows tr:visible")
    assert rows.count() == 25
    assert page.get_by_text("25 of 60 shown").is_visible()
    page.get_by_role("button", name="Show 25 more").click()
    assert rows.count() == 50
    assert page.evaluate("document.activeElement.textContent") == list_titles(page)[25]
    page.reload()
    assert rows.count() == 50
    page.get_by_role("button", name="Show 10 more").click()
    assert rows.count() == 60
    assert not page.locator(".more").is_visible()
    choose(page, "Verdict", "On target")
    assert rows.count() == 25


def test_without_scripts_all_rows_are_there_and_no_control(open_page, ward):
    page = open_page(ward / "index.html", java_script_enabled=False)
    assert page.locator("#rows tr:visible").count() == 60
    for control in (".pick", ".more", ".selections", ".find"):
        assert not page.locator(control).first.is_visible()


def test_marks_of_the_plot_stand_in_the_band_of_their_verdict(open_page, ward):
    page = open_page(ward / "index.html")
    box = page.locator(".band.on-target").bounding_box()
    right = box["x"] + box["width"]
    for verdict, is_inside in (("on-target", True), ("too-hard", False)):
        for mark in page.locator(f".dot.{verdict}").all():
            assert (mark.bounding_box()["x"] < right) == is_inside


def test_findings_are_listed_by_the_titles_of_rules(open_page, ward):
    page = open_page(ward / "index.html")
    found = page.get_by_role("region", name="What was found")
    assert "readability/" not in found.inner_text()
    found.get_by_role("link", name="Reads like", exact=False).or_(
        found.get_by_role("link", name="Audience mismatch", exact=True)
    ).first.click()
    page.wait_for_url("**/rules.html#*")
    assert page.locator("article:visible").count() == 1
