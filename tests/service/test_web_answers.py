"""What the writer's page is told: findings, fixes, comments, files."""

import base64
import re
from datetime import date
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint import Config
from plainlint.core.source import Source, Span
from plainlint.engine.linter import Linter
from plainlint.service.hiding import hide_here
from plainlint.service.web.conversion import convert_html, convert_word_file
from plainlint.service.web.units import EditorUnits
from plainlint.service.web.workspace import restore_line_ends

HEAD = "---\naudienceLevel: patient\ntitle: Pills\n---\n\n"
NAME = "docs/pills.md"
HARD = "The committee subsequently recommends additional investigations before administering it. "
LONG = (
    "Take the pills when you get up, and drink a full glass of water with each of them, because "
    "pain in the gut can be a sign that you had far too little to drink on that day."
)


@pytest.fixture
def file(folder):
    """Return the file, as it is before each test."""
    path = folder / NAME
    path.write_text(f"{HEAD}Subsequent visits are free.\n", encoding="utf-8")
    return path


@pytest.fixture
def page(shared_page, file):
    """Return the page with the file open, and no other text."""
    shared_page.post("/api/open", {"name": NAME})
    return shared_page


def check(page, text, version=1, **more):
    status, view = page.post("/api/check", {"name": NAME, "text": text, "version": version, **more})
    assert status == 200, view
    return view


def to_units(text):
    """Return a text as the editor counts it: one item a unit."""
    return text.encode("utf-16-le")


def cut(text, start, end):
    return to_units(text)[2 * start : 2 * end].decode("utf-16-le")


@pytest.mark.parametrize(
    "before", ["", "Good day 😀 to you. ", "See the 𝐁𝐨𝐥𝐝 word in the café today. "]
)
def test_a_step_is_at_its_words_and_its_fix_replaces_them(page, before):
    text = f"{HEAD}{before}Subsequent visits are free.\n"
    view = check(page, text)
    (card,) = [card for card in view["cards"] if "Later" in str(card["steps"])]
    assert cut(text, card["from"], card["to"]) == "Subsequent visits are free."
    (step,) = card["steps"]
    assert cut(text, step["from"], step["to"]) == "Subsequent"
    (edit,) = step["edits"]
    assert (cut(text, edit["from"], edit["to"]), edit["insert"]) == ("Subsequent", "Later")


def test_an_older_version_is_not_checked(page):
    check(page, "New words.", version=5)
    assert check(page, "Old words.", version=4) == {"late": True}


def test_a_pasted_text_is_checked_for_the_chosen_readers(page):
    asked = {"name": "pasted.md", "text": f"{LONG}\n", "version": 1}
    _, patients = page.post("/api/check", {**asked, "audience": "patient"})
    _, doctors = page.post("/api/check", {**asked, "version": 2, "audience": "technical"})
    assert patients["audience"] == "patient"
    assert any(card["steps"][0]["verb"] == "Split" for card in patients["cards"])
    assert doctors["audience"] == "technical"
    assert not any(card["steps"][0]["verb"] == "Split" for card in doctors["cards"])


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}\n",
        f"Drink a glass of water. {LONG} Rest for a while.\n",
        f"- Rest.\n- {LONG}\n",
        f"{LONG} {LONG.replace('pills', 'drops')}\n",
    ],
)
def test_a_sentence_is_accepted_with_a_reason_and_no_other(page, text):
    text = HEAD + text
    view = check(page, text)
    card = next(card for card in view["cards"] if card["steps"][0]["verb"] == "Split")
    answer = accept(page, card["findings"], reason="the law -- says\nso")
    text = apply(text, answer["edits"])
    assert "-- the law – says so -->" in text
    after = check(page, text, version=2)
    assert len(after["cards"]) == len(view["cards"]) - 1


def accept(page, findings, reason="a quote", **more):
    asked = {"name": NAME, "version": 1, "findings": findings, "reason": reason}
    status, answer = page.post("/api/accept", {**asked, **more})
    assert status == 200, answer
    return answer


def apply(text, edits):
    for edit in reversed(edits):
        text = text[: edit["from"]] + edit["insert"] + text[edit["to"] :]
    return text


def list_words(view):
    """Return the words that findings are on, in text order."""
    return [one["text"] for card in view["cards"] for one in card["findings"]]


@pytest.mark.parametrize(
    ("text", "number", "left"),
    [
        ("Utilise this. You may commence now.\n", 0, ["commence"]),
        ("Utilise this. You may commence now.\n", 1, ["Utilise"]),
        ("You may utilise this or commence now.\n", 0, ["commence"]),
        ("You may utilise this or commence now.\n", 1, ["utilise"]),
        ("Utilise this or commence now.\n", 0, ["commence"]),
        (
            "- Utilise this or commence now.\n- It will facilitate this.\n",
            1,
            ["Utilise", "facilitate"],
        ),
        ("| To utilise this | then commence it |\n|---|---|\n| a | b |\n", 1, ["utilise"]),
    ],
)
def test_one_word_is_accepted_and_no_other(page, text, number, left):
    text = HEAD + text
    view = check(page, text)
    findings = [one for card in view["cards"] for one in card["findings"]]
    answer = accept(page, [findings[number]])
    assert answer["hidden"] == 1
    assert list_words(check(page, apply(text, answer["edits"]), version=2)) == left


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}# Pills\n\nUtilise this.\n\nYou may utilise that. Shall we commence?\n",
        f"{HEAD}- Utilise this.\n- Commence.\n",
        "Utilise this and that.",
        "\n\n    code\n\nUtilise this and that.",
    ],
)
def test_a_rule_is_accepted_on_the_whole_page(page, text):
    view = check(page, text)
    one = next(one for card in view["cards"] for one in card["findings"] if one["text"])
    answer = accept(page, [one], everywhere=True)
    assert answer["hidden"] == one["on_page"]
    (edit,) = answer["edits"]
    assert edit["insert"].strip() == f"<!-- plainlint: disable-file={one['rule']} -- a quote -->"
    changed = apply(text, [edit])
    after = check(page, changed, version=2)
    rules = [left["rule"] for card in (*view["cards"], *view["whole"]) for left in card["findings"]]
    kept = [
        left["rule"] for card in (*after["cards"], *after["whole"]) for left in card["findings"]
    ]
    assert kept == [rule for rule in rules if rule != one["rule"]]


def test_what_is_about_the_whole_page_is_accepted_there(page):
    text = f"{HEAD}{HARD * 9}\n"
    (card,) = check(page, text)["whole"]
    first, *others = card["findings"]
    assert first["weight"] == "Must fix"
    answer = accept(page, [first], everywhere=True)
    (after,) = check(page, apply(text, answer["edits"]), version=2)["whole"]
    assert [one["rule"] for one in after["findings"]] == [one["rule"] for one in others]


def test_a_reason_is_needed(page):
    view = check(page, f"{HEAD}{LONG}\n")
    asked = {"name": NAME, "version": 1, "findings": view["cards"][0]["findings"]}
    status, answer = page.post("/api/accept", {**asked, "reason": "  "})
    assert status == 422
    assert "why" in answer["problem"].lower()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_file_keeps_its_line_ends(page, file, end):
    file.write_bytes(f"\ufeff{HEAD}Rest.\n".replace("\n", end).encode())
    _, opened = page.post("/api/open", {"name": NAME})
    text = opened["text"].replace("Rest.", "Rest well.\n\nDrink.")
    status, _ = page.post("/api/save", {"name": NAME, "text": text, "digest": opened["digest"]})
    assert status == 200
    expected = f"\ufeff{HEAD}Rest well.\n\nDrink.\n".replace("\n", end)
    assert file.read_bytes() == expected.encode()


def test_a_file_that_changed_meanwhile_is_not_overwritten(page, file):
    _, opened = page.post("/api/open", {"name": NAME})
    file.write_text("Theirs.\n")
    asked = {"name": NAME, "text": "Mine.\n", "digest": opened["digest"]}
    status, answer = page.post("/api/save", asked)
    assert status == 409
    assert "someone else" in answer["problem"]
    assert file.read_text(encoding="utf-8") == "Theirs.\n"


def test_a_file_that_is_no_text_is_not_opened(page, file):
    file.write_bytes(b"\x00\xff\xfe")
    status, answer = page.post("/api/open", {"name": NAME})
    assert status == 422
    assert answer["problem"]


def make_word_file():
    word = docx.Document()
    word.add_heading("Pills", 1)
    word.add_paragraph("Take one.")
    word.add_paragraph("with water", style="List Bullet")
    target = BytesIO()
    word.save(target)
    return target.getvalue()


def test_a_word_file_becomes_markdown(page):
    data = base64.b64encode(make_word_file()).decode()
    _, answer = page.post("/api/convert", {"word": data})
    assert answer["text"] == "# Pills\n\nTake one.\n\n- with water\n"
    for broken in ("AAAA", "not base64!"):
        assert page.post("/api/convert", {"word": broken})[0] == 422


def test_what_a_browser_copies_becomes_markdown_without_scripts():
    html = (
        "<html><!--StartFragment--><h2>Pills</h2><p class=MsoNormal>Take <b>one</b> "
        "<a href='https://example.org'>each day</a>.</p><script>evil()</script>"
    )
    text = convert_html(html)
    assert text == "## Pills\n\nTake **one** [each day](https://example.org).\n"


def test_the_text_is_downloaded_as_a_word_file_with_comments(page):
    check(page, f"{HEAD}# Pills\n\nSubsequent visits are free.\n\n1. {LONG}\n")
    status, _, data = page.request(
        "POST",
        "/api/download",
        f'{{"name": "{NAME}", "version": 1, "kind": "word"}}',
        cookie=page.cookie,
        origin=page.origin,
        content_type="application/json",
    )
    assert status == 200
    word = docx.Document(BytesIO(data))
    assert [paragraph.text for paragraph in word.paragraphs][:2] == [
        "Pills",
        "Subsequent visits are free.",
    ]
    comments = [comment.text for comment in word.comments]
    assert any("Say “Later” for “Subsequent”." in comment for comment in comments)
    assert convert_word_file(data).startswith("# Pills")


def test_the_text_is_downloaded_as_a_report(page):
    check(page, f"{HEAD}Subsequent visits are free.\n")
    _, _, data = page.request(
        "POST",
        "/api/download",
        f'{{"name": "{NAME}", "version": 1, "kind": "report"}}',
        cookie=page.cookie,
        origin=page.origin,
        content_type="application/json",
    )
    assert re.search(rb"<h1[^>]*>Pills</h1>", data)


@given(st.text(alphabet="aé😀𝐁\n", max_size=30), st.data())
def test_offsets_of_the_editor_are_utf_16_units(text, data):
    units = EditorUnits(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = units.to_range(Span(start, end))
    assert cut(text, first, last) == text[start:end]
    assert (units.to_offset(first), units.to_offset(last)) == (start, end)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["\n", "\r\n", "\r"]))))
def test_a_text_without_a_change_is_saved_byte_for_byte(lines):
    before = "".join(line + end for line, end in lines)
    text = re.sub(r"\r\n|\r|\n", "\n", before)
    assert restore_line_ends(text, before) == before


def test_a_spanish_page_has_its_number_on_the_scale_of_ease(page):
    head = "---\nlang: es\naudienceLevel: patient\ntitle: Su cita\n---\n\n"
    view = check(page, head + "Tome la pastilla con agua y llame si tiene fiebre.\n")
    ease = view["ease"]
    assert (view["language"], view["verdict"]) == ("es", "demasiado corto para decirlo")
    # Easy is at the left, as with grades.
    assert view["places"]["goal"] == 7
    assert view["places"]["now"] == pytest.approx((100 - ease["value"]) / 5, abs=0.02)
    assert ease["scale"] == "INFLESZ"
    assert ease["value"] > 0
    assert ease["goal"] == "65 (al menos 55)"
    english = check(page, f"{HEAD}Take one pill.\n", version=2)
    assert (english["ease"], english["language"]) == (None, "en")


def test_the_first_comment_that_works_ends_the_search():
    """Each comment that is tried costs a check of the whole text."""
    linter, texts = Linter(Config(), date(2026, 11, 22)), []

    def lint(source):
        texts.append(source.text)
        return linter.lint(source)

    checked = linter.lint(Source(f"{HEAD}Subsequent visits are free.\n", "page.md"))
    (hidden,) = [found for found in checked.diagnostics if found.text == "Subsequent"]
    assert hide_here(checked, [hidden], lint)
    assert len(texts) == 1


def test_what_is_not_on_the_page_gets_no_comment(page):
    text = f"{HEAD}Rest.\n"
    check(page, text)
    named = [{"rule": "plain-language/complex-word", "from": 0, "to": 3}]
    asked = {"name": NAME, "version": 1, "findings": named, "reason": "so", "everywhere": True}
    status, answer = page.post("/api/accept", asked)
    assert status == 422, answer


def test_a_problem_with_a_file_is_said_in_the_language_of_the_page(page):
    status, answer = page.post("/api/open", {"name": "../x.md"}, accept_language="es")
    assert (status, answer["problem"]) == (
        422,
        "../x.md: este archivo no está en las carpetas de esta página",
    )
