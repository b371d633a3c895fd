"""Test a document's page in a browser: its verdict, its cards, its filter, paper, and keys."""

import re

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT
from tests.helpers.axe import find_violations
from tests.reporters.conftest import CRIZOTINIB, write_report

NARROW = [390, 768]


def in_view(page, selector):
    return page.locator(selector).first.evaluate(
        "e => e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().top < innerHeight"
    )


def get_focus(page):
    """Return the number of the place in the text that has the focus; None if there is none."""
    return page.evaluate(
        "document.activeElement.matches('.text a.n') ? document.activeElement.dataset.p : null"
    )


def count_sheets(page):
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


def write_page(folder, text, name="page"):
    """Write the report on one text, and return the page of it."""
    (folder / "docs").mkdir()
    (folder / "docs" / f"{name}.md").write_text(text)
    write_report(folder, "-o", folder / "out")
    return folder / "out" / "documents" / f"docs-{name}.html"


@pytest.fixture(scope="session")
def hard_page(tmp_path_factory):
    """Return the page of a document with 300 sentences, 250 of them hard."""
    hard = (
        "The multidisciplinary committee subsequently recommended number {} of the additional "
        "investigations before the administration of immunosuppressive medication commenced.\n\n"
    )
    easy = "Your nurse will help you wash your skin on day {} of your stay.\n\n"
    body = "".join(hard.format(number) for number in range(250))
    body += "".join(easy.format(number) for number in range(50))
    head = "---\ntitle: Hard\naudienceLevel: patient\n---\n\n# Hard\n\n"
    return write_page(tmp_path_factory.mktemp("hard"), head + body)


def test_the_headline_says_how_many_sentences_to_rewrite_and_the_button_opens_the_first(
    open_page, site
):
    page = open_page(site / CRIZOTINIB)
    box = page.locator(".verdict")
    expect(box.get_by_role("heading", name="Too hard for patients")).to_be_visible()
    expect(box).to_contain_text("Rewrite these 22 of 44 sentences to reach grade 8.")
    expect(box).to_contain_text("The goal is grade 6, the limit is 8.")
    page.get_by_role("link", name="Start with the hardest").click()
    expect(page.locator(".card.open")).to_contain_text("Rewrite 1st")
    assert in_view(page, ".s.open")


def test_the_headline_is_true_of_a_page_with_250_hard_sentences(open_page, hard_page):
    page = open_page(hard_page)
    headline = page.locator(".headline").inner_text()
    (needed,) = re.findall(r"Rewrite these (\d+) of 300 sentences to reach grade 8\.", headline)
    page.get_by_text("To rewrite").click()
    expect(page.locator(".at")).to_have_text(f"{needed} places")
    assert page.locator('.card[data-show~="rewrite"]').count() == int(needed)
    assert 100 < int(needed) <= 250


def test_each_finding_on_the_whole_page_is_told_once_the_weightiest_first(open_page, site):
    page = open_page(site / CRIZOTINIB)
    whole = page.get_by_role("region", name="About the whole page")
    weights = [text.strip() for text in whole.locator(".tag").all_inner_texts()]
    assert weights == sorted(weights, key=["Must fix", "Should fix", "Could fix"].index)
    told = [text.strip() for text in whole.locator("li > div > p").all_inner_texts()]
    assert len(set(told)) == len(told) > 1
    assert page.get_by_text("The average sentence has").count() == 1
    assert page.get_by_text("The review was due on").count() == 1


def test_a_sentence_has_one_card_with_its_steps_and_reasons_that_are_folded(open_page, site):
    page = open_page(site / CRIZOTINIB)
    card = page.locator(".card", has_text="Rewrite 4th")
    expect(card).to_contain_text(re.compile(r"Very hard\s+39 words · line 37"))
    expect(card).to_contain_text("Must fix")
    steps = card.get_by_role("list", name="Do this").get_by_role("listitem")
    assert 1 <= steps.count() <= 4
    verbs = card.locator(".do b").all_inner_texts()
    assert {"Split", "Explain"} <= set(verbs)
    assert verbs[0] == "Split"
    assert not card.get_by_text("words in one sentence").is_visible()
    card.get_by_text("Why:").click()
    assert card.get_by_text("words in one sentence").is_visible()
    assert card.get_by_role("link", name="Long sentences").get_attribute("href").startswith("../")


def test_what_to_do_is_in_ink(open_page, site):
    page = open_page(site / CRIZOTINIB)
    colours = page.locator(".do span").evaluate_all(
        "all => [...new Set(all.map((one) => getComputedStyle(one).color))]"
    )
    assert colours == [page.locator("h1").evaluate("one => getComputedStyle(one).color")]


def test_the_words_of_a_step_are_copied(open_page, site):
    page = open_page(site / CRIZOTINIB)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy Later").click()
    expect(page.locator("#status")).to_have_text("Copied: Later")
    assert page.evaluate("navigator.clipboard.readText()") == "Later"


def test_the_popup_link_of_a_term_is_copied(open_page, tmp_path):
    link = "/Common/PopUps/popDefinition.aspx?id={}&version=Patient&language=en"
    text = (
        "---\ntitle: Blood\naudienceLevel: patient\n---\n\n# Blood\n\nYou may get a "
        f"[biopsy]({link.format('CDR0000045164')}) first. The nurse may look for sepsis.\n"
    )
    page = open_page(write_page(tmp_path, text))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    expect(page.locator(".do")).to_contain_text("Or link it to its popup.")
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#status")).to_contain_text("Copied: [sepsis](/Common/PopUps/")


def test_on_a_wide_screen_text_and_cards_are_side_by_side(open_page, site):
    page = open_page(site / CRIZOTINIB, width=1024)
    text, cards = page.locator(".reading").bounding_box(), page.locator(".drawn").bounding_box()
    assert text["x"] + text["width"] <= cards["x"]
    page.locator(".text a.n[data-p='9']").click()
    card = page.locator(".card.open")
    expect(card).to_have_attribute("id", "p9")
    expect(card).to_be_in_viewport()
    expect(page.locator(".s.open .k").first).to_be_visible()


def test_the_cards_follow_the_text_and_the_text_follows_the_cards(open_page, site):
    page = open_page(site / CRIZOTINIB)
    page.locator(".text a.n[data-p='30']").evaluate("e => e.scrollIntoView({block: 'start'})")
    expect(page.locator("#p30")).to_be_in_viewport()
    page.locator("#p30 .what").click(position={"x": 200, "y": 10})
    expect(page.locator("#s30").first).to_be_in_viewport()
    expect(page.locator("#p30.open")).to_be_visible()


@pytest.mark.parametrize("width", NARROW)
def test_on_a_narrow_screen_a_card_opens_over_the_text_and_closes_to_its_number(
    open_page, site, width
):
    page = open_page(site / CRIZOTINIB, width=width)
    number = page.locator(".text a.n[data-p='4']")
    number.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Very hard")
    assert dialog.bounding_box()["height"] <= 450
    assert not dialog.evaluate("e => e.matches(':modal')")
    assert get_focus(page) == "4"
    assert number.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert dialog.evaluate("e => e.contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert get_focus(page) == "4"
    assert page.locator("#p4").count() == 1


def test_tab_goes_from_a_number_through_its_card_to_the_next_number(open_page, site):
    for width in (390, 1280):
        page = open_page(site / CRIZOTINIB, "#s4", width=width)
        page.wait_for_function("document.activeElement.dataset.p === '4'")
        for _ in range(12):
            page.keyboard.press("Tab")
            if get_focus(page):
                break
            assert page.evaluate("Boolean(document.activeElement.closest('#p4, dialog'))")
        assert get_focus(page) == "5"


def test_a_sentence_is_a_target_for_a_thumb(open_page, site):
    page = open_page(site / CRIZOTINIB, width=390, has_touch=True)
    page.locator("#s5").first.scroll_into_view_if_needed()
    page.locator(".s.l2[data-p='5']").last.tap()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("button", name="Next").last.click()
    expect(page.get_by_role("dialog")).to_contain_text("6 of 38")


def test_filter_and_place_are_in_the_address(open_page, site):
    page = open_page(site / CRIZOTINIB)
    page.get_by_text("Must fix 14").click()
    page.get_by_label("Kind").select_option(label="Hard words with a plain alternative (8)")
    page.keyboard.press("j")
    place = page.locator(".at").inner_text()
    shared = open_page(site / CRIZOTINIB, page.evaluate("location.hash"))
    expect(shared.locator(".at")).to_have_text(place)
    assert shared.get_by_label("Must fix").is_checked()
    kept = '.card[data-kind~="plain-language/complex-word"][data-show~="error"]'
    shown = shared.locator(".card:visible").count()
    assert shown == shared.locator(kept).count() > 0
    assert shared.locator(".text a.n:visible").count() == shown
    assert shared.locator(".card.open").count() == 1


def test_back_returns_to_the_place_with_its_filter(open_page, site):
    page = open_page(site / CRIZOTINIB)
    page.get_by_text("Must fix 14").click()
    numbers = page.locator(".text a.n:visible")
    first, other = (numbers.nth(index).get_attribute("data-p") for index in (1, 3))
    numbers.nth(1).click()
    numbers.nth(3).click()
    page.go_back()
    expect(page.locator(".card.open")).to_have_attribute("data-p", first)
    page.go_forward()
    expect(page.locator(".card.open")).to_have_attribute("data-p", other)
    page.locator(".card.open .why summary").click()
    page.locator(".card.open .why a").first.click()
    page.wait_for_url("**/rules.html*")
    page.go_back()
    expect(page.locator(".card.open")).to_have_attribute("data-p", other)
    assert page.get_by_label("Must fix").is_checked()


def test_the_number_on_a_card_over_the_text_keeps_the_filter(open_page, site):
    page = open_page(site / CRIZOTINIB, "#s4?show=error", width=390)
    page.get_by_role("dialog").locator(".n").click()
    assert "show=error" in page.evaluate("location.hash")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_an_address_with_values_that_do_not_exist_shows_everything(open_page, site):
    page = open_page(site / CRIZOTINIB, "#s99?show=odd&kind=odd&order=odd&tab=odd")
    expect(page.locator(".at")).to_have_text("38 places")
    assert page.get_by_label("All 38").is_checked()
    assert page.problems == []


def test_a_card_over_the_text_is_gone_on_another_page_of_the_same_file(open_page, one_file):
    page = open_page(one_file, "#docs-types-lung-research-crizotinib--s4", width=390)
    expect(page.get_by_role("dialog")).to_be_visible()
    page.evaluate("location.hash = '#index--'")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_tab_of_a_narrow_screen_and_the_order_are_in_the_address(open_page, site):
    page = open_page(site / CRIZOTINIB, width=390)
    assert not page.locator(".drawn").is_visible()
    page.get_by_role("tab", name="What to do").click()
    page.locator("[name=order]").select_option("hardest")
    assert not page.locator(".text").is_visible()
    expect(page.locator(".card").first).to_contain_text("Rewrite 1st")
    shared = open_page(site / CRIZOTINIB, page.evaluate("location.hash"), width=390)
    assert shared.get_by_role("tab", name="What to do").get_attribute("aria-selected") == "true"
    expect(shared.locator(".card").first).to_contain_text("Rewrite 1st")
    shared.get_by_role("tab", name="What to do").focus()
    shared.keyboard.press("ArrowLeft")
    assert shared.locator(".text").is_visible()


def test_a_count_of_nothing_stays_and_is_dashed(open_page, site):
    page = open_page(site / CRIZOTINIB)
    page.get_by_label("Kind").select_option(label="Long paragraphs (2)")
    chip = page.locator(".chips label", has_text="Must fix")
    expect(chip).to_contain_text("0")
    assert chip.evaluate("e => getComputedStyle(e).borderStyle") == "dashed"


def test_keys_step_copy_and_close_and_can_be_turned_off(open_page, site):
    page = open_page(site / CRIZOTINIB)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(page.locator(".at")).to_have_text("Place 1 of 38")
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.name") == "show"
    page.locator(".keys summary").click()
    page.get_by_label("Use letter keys").uncheck()
    page.keyboard.press("j")
    expect(page.locator(".at")).to_have_text("Place 1 of 38")
    page.keyboard.press("Escape")
    assert not page.get_by_label("Use letter keys").is_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".at")).to_have_text("38 places")


def test_the_words_of_the_page_have_no_ids_arrows_or_backticks(open_page, site):
    page = open_page(site / CRIZOTINIB)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate("document.querySelector('.text').remove()")
    words = page.locator("body").inner_text()
    labels = page.eval_on_selector_all(
        "[aria-label], [title]", "all => all.map(e => e.ariaLabel + ' ' + e.title)"
    )
    options = page.locator("option").all_inner_texts()
    for text in (words, *labels, *options):
        assert not re.search(r"->|→|`", text)
        assert not re.search(r"\b(jargon|readability|plain-language|metadata|numbers)/", text)
    assert "Say “Later” for “Subsequent”." in words
    assert "difficulty-" not in words


def test_the_legend_explains_just_the_marks_that_the_text_has(open_page, site, tmp_path):
    legend = open_page(site / CRIZOTINIB).locator(".legend")
    for words in ("a bit hard", "very hard", "has advice", "a place to split"):
        expect(legend).to_contain_text(words)
    head = "---\ntitle: Sleep\naudienceLevel: patient\n---\n\n# Sleep\n\n"
    plain = open_page(write_page(tmp_path, head + "Subsequent visits are free.\n"))
    expect(plain.locator(".legend")).to_have_text(re.compile(r"^\s*word has advice\s*$"))


def test_paper_has_tick_boxes_before_the_first_ten_and_no_controls(open_page, site):
    page = open_page(site / CRIZOTINIB)
    page.emulate_media(media="print")
    first = page.get_by_role("region", name="Rewrite these first")
    assert first.locator(".tick:visible").count() == first.locator("li:visible").count() == 10
    expect(first.locator("li").first).to_contain_text("Despite this limitation")
    expect(first.locator("li").first).to_contain_text("Split")
    assert page.locator(".text").is_visible()
    assert page.locator(".legend").is_visible()
    for control in ("nav", "form", ".copy", ".why", ".card", ".go"):
        assert not page.locator(control).first.is_visible()
    assert page.locator("button:visible").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_the_seed_document_fits_on_six_sheets(open_page, site, width):
    assert count_sheets(open_page(site / CRIZOTINIB, "#s4", width=width)) <= 6


@pytest.fixture
def alone(tmp_path):
    """Return the single file of one document."""
    (tmp_path / "docs").mkdir()
    text = (ROOT / "seeds/types-lung-research-crizotinib.md").read_text()
    (tmp_path / "docs" / "one.md").write_text(text)
    write_report(tmp_path, "--single-file", tmp_path / "one.html")
    return tmp_path / "one.html"


def test_a_document_that_is_mailed_alone_has_no_dead_link(open_page, alone):
    page = open_page(alone)
    assert page.locator("header, nav").count() == 0
    hrefs = page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))")
    for href in hrefs:
        is_here = href.startswith("#") and page.locator(f"[id='{href[1:]}']").count() == 1
        assert is_here or href.startswith(("http:", "https:", "mailto:"))
    page.locator(".card .why summary").first.click()
    assert len(page.locator(".card .why p").first.inner_text().split()) > 8
    assert find_violations(page) == []
    assert page.problems == []


def test_a_large_page_draws_25_cards_at_a_time(open_page, hard_page):
    page = open_page(hard_page)
    assert page.locator(".card:visible").count() == 25
    page.get_by_role("button", name="Show 25 more").click()
    assert page.locator(".card:visible").count() == 50
    page.locator(".text a.n[data-p='230']").evaluate("e => e.click()")
    expect(page.locator("#p230")).to_be_in_viewport()
    assert page.locator(".card:visible").count() <= 50
    page.get_by_role("button", name="Show 25 before").click()
    expect(page.locator("#p210")).to_be_visible()


def test_without_scripts_the_text_and_all_cards_are_visible(open_page, hard_page):
    page = open_page(hard_page, java_script_enabled=False)
    assert page.locator(".text").is_visible()
    assert page.locator(".card:visible").count() == page.locator(".card").count() >= 250
    for control in (".bar", ".tabs", ".copy", ".order"):
        assert page.locator(f"{control}:visible").count() == 0
    narrow = open_page(hard_page, width=390, java_script_enabled=False)
    assert narrow.locator(".card:visible").count() >= 250


def test_a_page_of_a_megabyte_can_be_used_at_once(open_page, documents):
    text = (documents / "docs" / "types-lung-research-crizotinib.md").read_text()
    body = text.split("---\n", 2)[2]
    (documents / "large").mkdir()
    (documents / "large" / "large.md").write_text(text + body * (1_100_000 // len(body)))
    write_report(documents, "-o", documents / "large", paths=["large"])
    page = open_page(documents / "large" / "index.html")
    # The CPU time of the page: the browser shares the machine with other tests.
    clock = page.context.new_cdp_session(page)
    clock.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto((documents / "large" / "documents" / "large-large.html").as_uri())
    page.keyboard.press("j")
    expect(page.locator(".card.open")).to_be_visible()
    page.locator("[name=kind]").select_option("readability/long-paragraph")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.evaluate("new Promise((done) => requestAnimationFrame(done))")
    metrics = clock.send("Performance.getMetrics")["metrics"]
    (seconds,) = [metric["value"] for metric in metrics if metric["name"] == "TaskDuration"]
    assert 0.05 < seconds < 10


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"width": 390}, {"width": 768}])
def test_axe_finds_nothing_with_an_open_card(open_page, site, options):
    page = open_page(site / CRIZOTINIB, "#s4", **options)
    expect(page.locator(".card.open")).to_be_visible()
    assert find_violations(page) == []


def test_axe_finds_nothing_in_the_list_of_cards_and_in_forced_colours(open_page, site):
    page = open_page(site / CRIZOTINIB, "#?tab=cards", width=390)
    assert find_violations(page) == []
    page.emulate_media(forced_colors="active")
    assert find_violations(page) == []


def test_a_page_with_nothing_to_fix_says_so(open_page, tmp_path):
    head = "---\ntitle: Sleep\naudienceLevel: patient\n---\n\n# Sleep\n\n"
    page = open_page(
        write_page(
            tmp_path,
            head + "Go to bed at ten in the evening. Read a good book in your bed.\n\n" * 9,
        )
    )
    expect(page.locator(".verdict")).to_contain_text("On target for patients")
    expect(page.locator(".verdict")).to_contain_text("Nothing is left to fix in the text.")
    assert page.locator("form.bar").count() == 0
    assert page.problems == []


def test_a_page_for_other_readers_asks_one_question_and_folds_the_rest(open_page, tmp_path):
    text = (
        "---\ntitle: Lung Cancer Treatment, Health Professional Version\naudienceLevel: patient\n"
        "---\n\n# Lung cancer\n\nAdministration of supplementary intravenous chemotherapy "
        "necessitates considerable preparation. Subsequent laboratory examinations determine "
        "whether immediate hospitalization remains necessary. Individual physiological "
        "characteristics significantly influence tolerability throughout administration.\n"
    )
    page = open_page(write_page(tmp_path, text))
    expect(page.get_by_role("heading", name="Is this page for patients?")).to_be_visible()
    assert not page.locator(".card").first.is_visible()
    page.get_by_text("Show what to change if it is for patients").click()
    assert page.locator(".card").first.is_visible()
    assert find_violations(page) == []
    page.emulate_media(media="print")
    assert page.locator(".first").is_visible()


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
    first = page.locator(".card").first
    assert not first.locator(".do").is_visible()
    first.get_by_role("button", name="Show here what to do").press("Enter")
    assert first.locator(".do").is_visible()
    assert first.get_by_role("button", expanded=True).is_visible()


def test_an_equal_sentence_leads_to_its_first_place(open_page, repeated):
    page = open_page(repeated)
    page.locator(".same a").first.click()
    page.wait_for_url("**/docs-a.html#p1")
    assert page.locator("#p1.open .do").is_visible()


def test_an_equal_sentence_is_printed_in_full(open_page, repeated):
    page = open_page(repeated)
    page.emulate_media(media="print")
    assert page.locator(".first .todo").first.is_visible()
    assert not page.locator(".same").first.is_visible()


def test_axe_finds_nothing_in_a_page_with_equal_sentences(open_page, repeated):
    page = open_page(repeated)
    assert find_violations(page) == []
    page.locator(".same button").first.press("Enter")
    assert find_violations(page) == []
