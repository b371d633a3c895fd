"""Test the page "Over time" and the pages of owners in a browser, with and without scripts."""

import shutil

import pytest

from plainlint.cli.main import run
from tests.conftest import ROOT
from tests.helpers.axe import find_violations
from tests.reporters.conftest import HOSTILE

OWNER = "documents/owner-lung-team.html"
PAGES = ["over-time.html", OWNER, "index.html"]
EVIL_OWNER = "<img src=x onerror='window.hacked=15'>"


def write_site(folder, today, *arguments):
    paths = [str(folder / "docs"), "-o", str(folder / "out"), "--today", today]
    assert run(["report", *paths, "--history", str(folder / "h.jsonl"), *arguments]) == 0


@pytest.fixture(scope="session")
def history_folder(tmp_path_factory):
    """Return a folder with reports of three days; in between a document was rewritten."""
    folder = tmp_path_factory.mktemp("over-time")
    for name in ("lung", "care", EVIL_OWNER):
        (folder / "docs" / name).mkdir(parents=True)
    seed = (ROOT / "seeds" / "types-lung-research-crizotinib.md").read_text()
    document = folder / "docs" / "lung" / "crizotinib.md"
    owned = seed.replace("---\n", "---\nowner: Lung team\n", 1)
    document.write_text(owned)
    shutil.copy(ROOT / "seeds" / "mouth-care-during-chemotherapy.md", folder / "docs" / "care")
    evil = HOSTILE.replace("---\n", f'---\nowner: "{EVIL_OWNER}"\n', 1)
    (folder / "docs" / EVIL_OWNER / "evil.md").write_text(evil)
    write_site(folder, "2026-10-01")
    paragraphs = owned.split("\n\n")
    document.write_text("\n\n".join(paragraphs[:20]))
    write_site(folder, "2026-11-01")
    document.write_text("\n\n".join([*paragraphs[:15], "The committee recommends sepsis."]))
    write_site(folder, "2026-11-22")
    write_site(folder, "2026-11-22", "--single-file", str(folder / "one.html"))
    return folder


@pytest.fixture(scope="session")
def site_over_time(history_folder):
    return history_folder / "out"


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(open_page, site_over_time, name):
    page = open_page(site_over_time / name, color_scheme="light")
    assert find_violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert find_violations(page) == []


def test_axe_finds_nothing_in_each_chart_and_in_the_single_file(open_page, history_folder):
    page = open_page(history_folder / "out" / "over-time.html")
    for label in ("Grade", "Must fix", "Late reviews"):
        page.get_by_text(label, exact=True).first.click()
        assert find_violations(page) == []
    assert find_violations(open_page(history_folder / "one.html", "#over-time--")) == []


@pytest.mark.parametrize("name", PAGES)
def test_no_window_needs_scrolling_sideways(open_page, site_over_time, name):
    page = open_page(site_over_time / name)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    for width in (320, 768, 1024, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", PAGES)
def test_a_page_makes_no_request_and_nothing_hostile_runs(open_page, site_over_time, name):
    page = open_page(site_over_time / name)
    assert page.requests == [(site_over_time / name).as_uri()]
    assert page.problems == []
    assert page.evaluate("window.hacked") is None
    assert page.locator("main img").count() == 0


def test_from_the_index_to_what_changed_and_to_the_page(open_page, site_over_time):
    page = open_page(site_over_time / "index.html")
    page.get_by_role("link", name="See what has changed").click()
    page.get_by_text("Show what is new and gone in Crizotinib").click()
    row = page.locator("tr.named", has_text="Gone:")
    assert row.get_by_text("New: ").is_visible()
    assert row.locator(".gone li").first.inner_text().startswith("Line ")
    page.locator(".changes").get_by_role("link", name="Crizotinib").click()
    assert page.url.endswith("crizotinib.html")


def test_the_charts_are_chosen_by_keyboard_and_without_a_script(open_page, site_over_time):
    page = open_page(site_over_time / "over-time.html", java_script_enabled=False)
    assert page.locator(".of-sentences .lines").is_visible()
    assert not page.locator(".of-grade").is_visible()
    page.get_by_label("Sentences to rewrite").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".of-grade .lines").is_visible()
    assert not page.locator(".of-sentences").is_visible()


def test_easier_and_harder_pages_are_chosen_without_a_script(open_page, site_over_time):
    page = open_page(site_over_time / "over-time.html", java_script_enabled=False)
    titles = page.locator(".usual .changes tbody th:visible")
    assert titles.count() == 1
    chips = page.get_by_role("group", name="Which pages to show")
    counts = {}
    for name in ("Easier", "Harder", "New pages"):
        chips.locator("label", has_text=name).click()
        counts[name] = titles.count()
        assert chips.locator("label", has_text=name).inner_text().endswith(str(counts[name]))
        assert page.locator(".group-of-changes:visible").count() == counts[name]
    assert sorted(counts.values()) == [0, 0, 1]
    # Two days are picked by a script only; all days are in a table.
    assert not page.get_by_label("Compare").is_visible()
    page.get_by_text("Show the grade of each page on each day").click()
    heads = page.locator(".each-day thead th").all_inner_texts()
    assert heads == ["Page", "22 November 2026", "1 November 2026", "1 October 2026"]


def test_any_two_days_are_compared(open_page, site_over_time):
    page = open_page(site_over_time / "over-time.html")
    first, second = page.get_by_label("Compare", exact=True), page.get_by_label("with", exact=True)
    page.locator(".each-day").evaluate("e => (e.open = true)")
    row = page.locator(".each-day tbody tr", has_text="Crizotinib")
    _, between, then = row.locator("td").all_inner_texts()
    first.select_option("1 October 2026")
    second.select_option("1 November 2026")
    assert not page.locator(".usual").is_visible()
    picked = page.locator(".between tbody tr")
    assert picked.count() == 1
    assert picked.locator("td").nth(1).inner_text().split() == [then, "→", ",", "now", between]
    kind = "harder" if float(between) > float(then) else "easier"
    assert picked.locator("td").first.inner_text().endswith(kind)
    counted = {"easier": 0, "harder": 0, kind: 1}
    said = page.locator("form.days [role=status]").inner_text()
    assert said == (
        "1 October 2026 and 1 November 2026: "
        f"{counted['easier']} easier, {counted['harder']} harder."
    )
    assert find_violations(page) == []
    # The order does not matter, and the address keeps the days.
    first.select_option("1 November 2026")
    second.select_option("1 October 2026")
    assert page.locator("form.days [role=status]").inner_text() == said
    page.reload()
    assert page.locator("form.days [role=status]").inner_text() == said
    for width in (320, 768):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.go_back()
    page.go_back()
    second.select_option("1 October 2026")
    first.select_option("1 October 2026")
    assert "differ" in page.locator("form.days [role=status]").inner_text()
    first.select_option("1 November 2026")
    second.select_option("22 November 2026")
    assert page.locator(".usual").is_visible()
    assert page.problems == []


def test_the_table_has_the_numbers_of_the_chart(open_page, site_over_time):
    page = open_page(site_over_time / "over-time.html")
    page.get_by_text("Show these numbers as a table").first.click()
    rows = page.locator(".of-sentences tbody tr")
    days = ["22 November 2026", "1 November 2026", "1 October 2026"]
    assert rows.locator("th").all_inner_texts() == days
    last = page.locator(".of-sentences .name", has_text="lung").inner_html()
    column = page.locator(".of-sentences thead th").all_inner_texts().index("lung") - 1
    assert not page.locator(".key").first.is_visible()
    assert last == f"lung {rows.first.locator('td').nth(column).inner_text()}"


def test_on_paper_all_charts_are_shown_and_no_choice(open_page, site_over_time):
    page = open_page(site_over_time / "over-time.html")
    page.emulate_media(media="print")
    assert page.locator(".measure .lines:visible").count() == 6
    assert not page.locator(".history .chips").is_visible()


def test_lines_are_seen_with_forced_colours(open_page, site_over_time):
    page = open_page(site_over_time / "over-time.html", forced_colors="active")
    styles = "all => all.map(e => getComputedStyle(e).strokeDasharray)"
    dashes = page.locator(".of-sentences .lines .way").evaluate_all(styles)
    assert len(dashes) == len(set(dashes)) > 1
    strokes = "all => all.map(e => getComputedStyle(e).stroke)"
    assert "none" not in page.locator(".of-sentences .lines .way").evaluate_all(strokes)


def test_a_phone_has_the_names_of_the_lines_below_the_chart(open_page, site_over_time):
    page = open_page(site_over_time / "over-time.html", width=360)
    key = page.locator(".of-sentences .key li")
    assert sorted(text.split()[0] for text in key.all_inner_texts())[1:] == ["care", "lung"]
    box = key.first.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
