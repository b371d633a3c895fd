"""The writer's page in a browser: type, see, fix, undo, save, accept, paste, and keys alone."""

import re

import pytest
from playwright.sync_api import expect

from tests.helpers.axe import find_violations
from tests.service.conftest import serving

HEAD = "---\naudienceLevel: patient\ntitle: Pills\n---\n\n"
EASY = "Take one pill each day. Drink a glass of water with it.\n"
HARD = f"{HEAD}# Pills\n\n{EASY}\nGood day 😀. Subsequent visits are free.\n"
TOO_HARD = (
    "The committee subsequently recommends additional investigations before administering it. "
)
LONG = (
    "Take the pills when you get up, and drink a full glass of water with each of them, because "
    "pain in the gut can be a sign that you had far too little to drink on that day."
)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Return the folder that is served to all tests."""
    home = tmp_path_factory.mktemp("written")
    (home / "docs" / "care").mkdir(parents=True)
    (home / "docs" / "pills.md").write_text("Rest.\n")
    return home


@pytest.fixture(scope="module")
def served(home):
    """Serve that folder."""
    with serving(home, "docs") as served:
        served.enter()
        yield served


@pytest.fixture
def folder(home):
    """Return a folder with two pages, as they are before each test."""
    (home / "docs" / "pills.md").write_text(HARD, encoding="utf-8")
    (home / "docs" / "care" / "rest.md").write_text(f"{HEAD}Rest.\n\n{LONG}\n")
    return home


@pytest.fixture
def open_writer(browser, served, folder):
    """Open the page in its own window, and check that it asks no host and breaks no policy."""
    problems, pages = [], []
    cookie, _, value = served.cookie.partition("=")

    def open_in(width=1440, height=900, **options):
        context = browser.new_context(
            viewport={"width": width, "height": height},
            permissions=["clipboard-read", "clipboard-write"],
            **options,
        )
        context.add_cookies([{"name": cookie, "value": value, "url": served.origin}])
        page = context.new_page()
        pages.append(page)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: note(message.text))
        page.on("request", lambda request: note_host(request.url))
        page.goto(served.origin)
        return page

    def note_host(address):
        if not address.startswith((served.origin, "data:", "blob:")):
            problems.append(address)

    def note(text):
        # Chromium reports each answer that refuses something.
        if "the server responded with a status of 4" not in text:
            problems.append(text)

    yield open_in
    for page in pages:
        page.context.close()
    assert not problems


@pytest.fixture
def writer(open_writer):
    """Return the page with one document open."""
    page = open_writer()
    choose(page, "pills.md")
    return page


def choose(page, name):
    page.locator("#files button", has_text=name).click()
    expect(page.locator("#name")).to_have_text(re.compile(f"{re.escape(name)}$"))
    expect(page.locator("#live")).to_be_visible()


def card(page, words):
    return page.locator(".card", has_text=words)


def read_text(page):
    """Return the text in the editor, without the marks that stand in it."""
    return page.evaluate(
        """() => {
          const text = document.querySelector(".cm-content").cloneNode(true);
          for (const mark of text.querySelectorAll("button, .step-number")) mark.remove();
          return [...text.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\\n");
        }"""
    )


def expect_text(page, words):
    """Wait until the text in the editor has these words."""
    for _ in range(100):
        if words in read_text(page):
            return
        page.wait_for_timeout(50)
    raise AssertionError(read_text(page))


def put_caret_after(page, words):
    """Put the caret behind words of the text, as a click does."""
    page.evaluate(
        """(words) => {
          for (const line of document.querySelectorAll(".cm-line")) {
            const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            for (let node; (node = walker.nextNode()); ) {
              const at = node.data.indexOf(words);
              if (at < 0) continue;
              getSelection().collapse(node, at + words.length);
              document.querySelector(".cm-content").focus();
              return;
            }
          }
          throw new Error("not there: " + words);
        }""",
        words,
    )
    page.wait_for_timeout(50)


def test_one_types_and_sees(writer):
    put_caret_after(writer, "with it.")
    writer.keyboard.type(" Approximately two pills are blue.")
    expect(card(writer, "Say “About” for “Approximately”.")).to_have_count(1)
    expect(writer.locator("#saved")).to_have_text("changes not saved")
    expect(writer.locator(".cm-content .words")).to_have_count(2)


def test_the_page_speaks_the_language_of_the_text(open_writer, folder):
    head = "---\nlanguage: es\naudienceLevel: patient\ntitle: Cita\n---\n\n"
    (folder / "docs" / "care" / "rest.md").write_text(
        f"{head}Usted debe ingerir el jarabe con agua.\n", encoding="utf-8"
    )
    page = open_writer()
    title, save = page.locator("#cards-title"), page.locator("#save")
    expect(title).to_contain_text("What to do")
    choose(page, "rest.md")
    expect(title).to_contain_text("Qué hacer")
    expect(save).to_contain_text("Guardar")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    expect(page.locator("#find")).to_have_attribute("placeholder", "Buscar una página")
    expect(card(page, "Diga “tomar”")).to_contain_text("Aceptar con un motivo")
    choose(page, "pills.md")
    expect(title).to_contain_text("What to do")
    expect(card(page, "Subsequent").or_(card(page, "subsequent")).first).to_contain_text(
        "Accept with"
    )


def test_a_page_that_is_done_leads_to_the_next(open_writer, folder):
    (folder / "docs" / "care" / "rest.md").write_text(f"{HEAD}{TOO_HARD * 9}\n")
    page = open_writer()
    # The list of pages knows them a while after it was drawn.
    expect(page.locator("#files .count", has_text=re.compile("[1-9]"))).to_have_count(1)
    choose(page, "pills.md")
    card(page, "Subsequent").get_by_role("button", name="Fix").click()
    done = page.locator("#rows", has_text="Nothing left to fix here")
    done.get_by_role("button", name="rest.md").click()
    expect(page.locator("#name")).to_have_text(re.compile("rest.md$"))


def test_a_fix_is_one_click_and_one_undo(writer):
    card(writer, "Subsequent").get_by_role("button", name="Fix").click()
    expect_text(writer, "Later visits are free.")
    expect(writer.locator("#toast")).to_contain_text("“Subsequent” is now “Later”.")
    expect(card(writer, "Subsequent")).to_have_count(0)
    writer.locator("#toast-undo").click()
    expect_text(writer, "Subsequent visits are free.")
    expect(card(writer, "Subsequent")).to_have_count(1)


def test_a_fix_is_right_while_one_types_above(writer):
    put_caret_after(writer, "Take")
    writer.keyboard.type(" 😀 at least")
    card(writer, "Subsequent").get_by_role("button", name="Fix").click()
    expect_text(writer, "Later visits are free.")
    expect_text(writer, "Take 😀 at least one pill")


def test_words_that_are_composed_are_kept(writer):
    put_caret_after(writer, "with it.")
    client = writer.context.new_cdp_session(writer)
    for text in ("に", "にほ", "にほん"):
        client.send(
            "Input.imeSetComposition",
            {"text": text, "selectionStart": len(text), "selectionEnd": len(text)},
        )
        # A result that comes meanwhile must not end the composition.
        writer.wait_for_timeout(150)
    client.send("Input.insertText", {"text": "日本"})
    expect_text(writer, "with it.日本")
    expect(writer.locator(".cm-content")).not_to_contain_text("にほん")


def test_a_page_is_saved(writer, folder):
    put_caret_after(writer, "with it.")
    writer.keyboard.type(" Rest.")
    writer.keyboard.press("Control+s")
    expect(writer.locator("#saved")).to_have_text("")
    saved = (folder / "docs" / "pills.md").read_text(encoding="utf-8")
    assert saved == HARD.replace("with it.", "with it. Rest.")


@pytest.mark.parametrize(
    ("button", "text", "in_file"),
    [("Keep mine", "Mine.", "Mine."), ("Take theirs", "Theirs.", "Theirs.")],
)
def test_nothing_of_another_writer_is_lost(writer, folder, button, text, in_file):
    path = folder / "docs" / "pills.md"
    put_caret_after(writer, "with it.")
    writer.keyboard.type(" Mine.")
    path.write_text(f"{HEAD}Theirs.\n")
    writer.keyboard.press("Control+s")
    expect(writer.get_by_role("dialog", name="Someone else changed this file")).to_be_visible()
    assert path.read_text() == f"{HEAD}Theirs.\n"
    writer.get_by_role("button", name=button).click()
    expect_text(writer, text)
    expect(writer.locator("#saved")).to_have_text("")
    assert in_file in path.read_text(encoding="utf-8")


def test_changes_stay_when_one_looks_at_another_page(writer):
    put_caret_after(writer, "with it.")
    writer.keyboard.type(" Mine.")
    choose(writer, "rest.md")
    expect_text(writer, "Rest.")
    expect(writer.locator("#files .dirty")).to_have_text("pills.md")
    choose(writer, "pills.md")
    expect_text(writer, "with it. Mine.")


def test_a_sentence_is_accepted_with_a_reason(writer):
    choose(writer, "rest.md")
    card(writer, "Split").get_by_role("button", name="Accept").click()
    dialog = writer.get_by_role("dialog", name="Accept this as it is?")
    expect(dialog.locator("blockquote")).to_contain_text("Take the pills")
    expect(dialog.get_by_role("button", name="Accept and go on")).to_be_disabled()
    dialog.get_by_label("Your reason").fill("The law says so.")
    expect(dialog.locator("#accept-line")).to_contain_text("-- The law says so. -->")
    dialog.get_by_role("button", name="Accept and go on").click()
    expect_text(writer, "The law says so.")
    expect(card(writer, "Split")).to_have_count(0)
    writer.locator("#toast-undo").click()
    expect(card(writer, "Split")).to_have_count(1)


def test_a_text_is_pasted_and_checked_without_a_file(open_writer):
    page = open_writer()
    page.locator("#empty-paste").click()
    dialog = page.get_by_role("dialog", name="Paste or open a text")
    dialog.get_by_role("button", name="Check this text").click()
    expect(dialog.locator("#incoming-problem")).to_contain_text("Paste a text first")
    dialog.get_by_label("Your text").fill(f"{LONG}\n")
    dialog.get_by_label("Who will read it?").select_option("patient")
    dialog.get_by_role("button", name="Check this text").click()
    expect(card(page, "Split")).to_have_count(1)
    page.get_by_label("Written for").select_option("technical")
    expect(card(page, "Split")).to_have_count(0)
    expect(page.locator("#save")).to_be_disabled()


def test_a_text_is_pasted_again_after_the_page_was_loaded_again(open_writer):
    page = open_writer()
    for _ in range(2):
        page.locator("#empty-paste").click()
        page.get_by_label("Your text").fill(f"{LONG}\n")
        page.get_by_role("button", name="Check this text").click()
        expect(card(page, "Split")).to_have_count(1)
        put_caret_after(page, "Take")
        page.keyboard.type("n")
        expect(page.locator("#checking")).to_be_hidden()
        page.once("dialog", lambda dialog: dialog.accept())
        page.reload()


def test_what_is_pasted_from_a_page_becomes_markdown(writer):
    put_caret_after(writer, "with it.")
    writer.evaluate(
        """() => navigator.clipboard.write([new ClipboardItem({
          "text/html": new Blob(["<p>Then <b>rest</b>.</p>"], { type: "text/html" }),
          "text/plain": new Blob(["Then rest."], { type: "text/plain" }),
        })])"""
    )
    writer.keyboard.press("Control+v")
    expect_text(writer, "with it.Then **rest**.")


def test_a_file_is_opened_from_the_computer(open_writer, tmp_path):
    page = open_writer()
    path = tmp_path / "from.html"
    path.write_text(f"<h1>Pills</h1><p>{LONG}</p>")
    page.locator("#empty-paste").click()
    page.locator("#incoming-file").set_input_files(path)
    expect(page.get_by_label("Your text")).to_have_value(re.compile("^# Pills\n\nTake the"))
    page.get_by_role("button", name="Check this text").click()
    expect_text(page, "# Pills")


@pytest.mark.parametrize(
    ("button", "ending"),
    [
        ("The text (Markdown)", "pills.md"),
        ("A Word file with comments", "pills.docx"),
        ("The report", "pills.html"),
    ],
)
def test_the_text_is_downloaded(writer, button, ending):
    expect(card(writer, "Subsequent")).to_have_count(1)
    writer.get_by_role("button", name="Download").click()
    with writer.expect_download() as waiting:
        writer.get_by_role("button", name=button).click()
    assert waiting.value.suggested_filename == ending
    assert waiting.value.path().stat().st_size > 50


def test_the_keyboard_alone_finds_and_fixes(writer):
    expect(card(writer, "Subsequent")).to_have_count(1)
    writer.locator(".cm-content").focus()
    writer.keyboard.press("F8")
    expect(writer.locator(".card.open")).to_contain_text("Subsequent")
    writer.keyboard.press("Control+.")
    expect(writer.locator(":focus")).to_have_text("Fix")
    writer.keyboard.press("1")
    expect_text(writer, "Later visits")
    writer.keyboard.press("F6")
    assert writer.evaluate("document.activeElement.closest('#files') !== null")
    writer.keyboard.press("F6")
    assert writer.evaluate("document.activeElement.closest('#editor') !== null")
    writer.keyboard.press("Control+z")
    expect_text(writer, "Subsequent visits")
    writer.keyboard.press("Escape")
    writer.keyboard.press("Tab")
    assert writer.evaluate("document.activeElement.closest('#editor') === null")


def test_the_address_names_the_page(writer):
    choose(writer, "rest.md")
    writer.reload()
    expect(writer.locator("#name")).to_have_text(re.compile("rest.md$"))
    expect(card(writer, "Split")).to_have_count(1)


def test_it_says_when_plainlint_has_ended(browser, folder):
    context = browser.new_context()
    page = context.new_page()
    with serving(folder, "docs/pills.md") as served:
        page.goto(served.address)
        expect(card(page, "Subsequent")).to_have_count(1)
    put_caret_after(page, "with it.")
    page.keyboard.type(" More.")
    expect(page.locator("#saved")).to_contain_text("Your text is safe here")
    context.close()


def test_a_word_is_accepted_here_or_on_the_whole_page(writer):
    put_caret_after(writer, "with it.")
    writer.keyboard.type(" You may utilise two or commence.")
    card(writer, "commence").get_by_role("button", name="Accept").click()
    dialog = writer.get_by_role("dialog", name="Accept this as it is?")
    dialog.get_by_label("Only “commence”").check()
    dialog.get_by_label("Your reason").fill("A name.")
    dialog.get_by_role("button", name="Accept and go on").click()
    expect_text(writer, "-- A name. -->commence<!--")
    expect(card(writer, "commence")).to_have_count(0)
    expect(card(writer, "utilise")).to_have_count(1)
    writer.locator("#toast-undo").click()
    expect_text(writer, "utilise two or commence.")
    card(writer, "commence").get_by_role("button", name="Accept").click()
    dialog.get_by_label("Everywhere on this page (3 now)").check()
    dialog.get_by_label("Your reason").fill("A quote.")
    expect(dialog.locator("#accept-hidden")).to_have_text("It hides 3 things to do.")
    dialog.get_by_role("button", name="Accept and go on").click()
    expect_text(writer, "---\n\n<!-- plainlint: disable-file=")
    expect(writer.locator(".card")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible_and_fits(open_writer, scheme):
    page = open_writer(1440, 900, color_scheme=scheme)
    choose(page, "pills.md")
    expect(card(page, "Subsequent")).to_have_count(1)
    for width in (1440, 1100, 800, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        if width < 1024:
            page.get_by_role("button", name="What to do").click()
        assert find_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        card(page, "Subsequent").get_by_role("button", name="Accept").click()
        assert find_violations(page) == []
        page.keyboard.press("Escape")
        if width < 1024:
            page.get_by_role("button", name="What to do").click()
            assert find_violations(page) == []


def test_a_narrow_window_has_the_cards_in_a_drawer(open_writer):
    page = open_writer(800, 900)
    page.get_by_role("button", name="Pages").click()
    choose(page, "pills.md")
    button = page.get_by_role("button", name="What to do 1")
    subsequent = card(page, "Subsequent")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(subsequent).to_be_hidden()
    # By its button; Esc gives the focus back.
    button.press("Enter")
    expect(subsequent).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(subsequent).to_be_hidden()
    expect(button).to_be_focused()
    # By the number of a sentence, which stays in sight above.
    page.locator(".cm-content .number").click()
    expect(subsequent).to_be_focused()
    expect(page.locator(".cm-content .sentence").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator(".cm-content .number")).to_be_focused()
    # By the keys of the text.
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+.")
    expect(page.locator(":focus")).to_have_text("Fix")
    page.keyboard.press("1")
    expect_text(page, "Later visits")
    page.keyboard.press("Escape")
    expect(page.locator(".cm-content")).to_be_focused()
    # The list of pages is a menu, by key, too.
    page.keyboard.press("F6")
    page.keyboard.press("F6")
    assert page.evaluate("document.activeElement.closest('#files') !== null")
    page.keyboard.press("Escape")
    expect(page.locator("#files")).to_be_hidden()
    expect(page.get_by_role("button", name="Pages")).to_be_focused()


def test_levels_are_told_apart_without_colours(open_writer, folder):
    (folder / "docs" / "pills.md").write_text(
        f"{HEAD}The neutropenia and thrombocytopenia that were subsequently ascertained require "
        "the cessation of immunosuppressive therapy, notwithstanding prior remission.\n"
    )
    page = open_writer(forced_colors="active")
    choose(page, "pills.md")
    hard = page.locator(".cm-content .sentence.l3").first
    expect(hard).to_be_visible()
    assert find_violations(page) == []
    line = hard.evaluate("element => getComputedStyle(element).borderBottomStyle")
    assert line in {"dotted", "solid", "double"}
