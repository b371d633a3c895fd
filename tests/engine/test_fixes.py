"""Test fixes: a term's first mention gets its popup link, and nothing else changes."""

import pytest
from hypothesis import example, given, settings

from plainlint import Config
from plainlint.core.source import Source
from plainlint.document.readers import parse
from plainlint.engine.fixes import apply_fixes, diff
from plainlint.engine.linter import Linter
from tests.document.readers.documents import DOCUMENT

URL = "/Common/PopUps/popDefinition.aspx?id=CDR0000044348&version=Patient&language=English"

FORM = "/Common/PopUps/popDefinition.aspx?id=CDR{id:0>10}&version=Patient&language=English"


@pytest.fixture(scope="module")
def linter(tmp_path_factory):
    """Return a linter that only looks for a few terms."""
    path = tmp_path_factory.mktemp("glossary") / "terms.csv"
    path.write_text(
        f"term,url,plain\nsepsis,{URL},a deadly infection\nblood clot,{URL}2,a lump of blood\n"
        f"word,{URL}3,a thing to say\nplainless,,a term without a link\n"
    )
    config = Config(select=("jargon/unexplained-term",), default_glossary=False, glossary=(path,))
    return Linter(config, None)


def fix(text, linter):
    return apply_fixes(Source(text), linter).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Watch for sepsis at home.", "Watch for [sepsis](U) at home."),
        ("Watch for **sepsis** at home.", "Watch for **[sepsis](U)** at home."),
        ("Watch for *sepsis at home*.", "Watch for *[sepsis](U) at home*."),
        ("A *blood* clot may form.", "A [*blood* clot](U2) may form."),
        ("A blood\nclot may form.", "A [blood\nclot](U2) may form."),
        ("> A blood\n> clot may form.", "> A [blood\n> clot](U2) may form."),
        ("- Watch for sepsis", "- Watch for [sepsis](U)"),
        ("| a \\| b | Watch for sepsis |\n|-|-|\n", "| a \\| b | Watch for [sepsis](U) |\n|-|-|\n"),
        ("Watch for sepsis[^1].\n\n[^1]: Call us.\n", "Watch for [sepsis](U)[^1].\n\n[^1]: Call us.\n"),
        ("Watch for sepsis  \nat home.  \n", "Watch for [sepsis](U)  \nat home.  \n"),
        ("Sepsis kills. Sepsis is fast.", "[Sepsis](U) kills. Sepsis is fast."),
        ("\ufeffWatch for sepsis.\r\n\r\nCall us. \r\n", "\ufeffWatch for [sepsis](U).\r\n\r\nCall us. \r\n"),
    ],
)  # fmt: skip
def test_the_first_mention_is_linked(linter, before, after):
    expected = after.replace("(U", f"({URL}")
    assert fix(before, linter) == expected
    assert fix(expected, linter) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Watch for `sepsis`.",
        "# Sepsis",
        "[Sepsis](/sepsis) kills.",
        f"[Sepsis]({URL}) kills.",
        "Sepsis is a deadly infection.",
        "<p>Watch for sepsis at home.</p>",
        "Ask what plainless means to them.",
        "[Read on about sepsis at home](/x)",
    ],
)
def test_explained_and_unlinkable_mentions_are_unchanged(linter, text):
    assert fix(text, linter) == text


@settings(max_examples=60)
@given(DOCUMENT)
@example("un*believ*able caf&eacute; &#233;t&#xE9;")
def test_fixes_keep_the_visible_text_and_a_second_run_changes_nothing(text):
    # Declared, as "un été" in the text that follows would make the page a French one.
    term = "---\nlanguage: en\n---\n\nSome sepsis here.\n\n"
    linter = Linter(Config(select=("jargon",), link_form=FORM), None)
    once = apply_fixes(Source(term + text), linter)
    assert [b.text for b in parse(once.text).blocks] == [b.text for b in parse(term + text).blocks]
    assert apply_fixes(once, linter).text == once.text
    assert "[sepsis](" in once.text


def test_a_diff_shows_the_change(linter):
    before = Source("One.\n\nWatch for sepsis.\n", "care.md")
    assert diff(before, apply_fixes(before, linter)) == (
        "--- care.md\n+++ care.md\n@@ -1,3 +1,3 @@\n One.\n \n"
        f"-Watch for sepsis.\n+Watch for [sepsis]({URL}).\n"
    )


def test_check_diff_writes_nothing_and_fix_writes_in_place(plainlint, write, good):
    write("plainlint.toml", f'link-form = "{FORM}"\n')
    path = write("hands.md", (good + "\nWatch for sepsis.\n").replace("\n", "\r\n"))
    path.chmod(0o640)
    before = path.read_bytes()
    diff_run = plainlint("check", "hands.md", "--diff")
    assert diff_run.code == 1
    assert "+Watch for [sepsis](" in diff_run.out
    assert path.read_bytes() == before
    fix_run = plainlint("check", "hands.md", "--fix", "--fail-on", "warning")
    assert fix_run.code == 0
    assert "hands.md" in fix_run.err
    assert b"Watch for [sepsis](" in path.read_bytes()
    assert path.read_bytes().count(b"\r\n") == before.count(b"\r\n")
    assert path.stat().st_mode & 0o777 == 0o640
    assert plainlint("check", "hands.md", "--diff").out == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("An adverse event came up.", "A side effect came up."),
        ("We saw an adverse event.", "We saw a side effect."),
        ("It may *facilitate* rest.", "It may *help* rest."),
        ("The drug was administered.", "The drug was given."),
        (
            "\u201cIt may facilitate rest,\u201d he said.",
            "\u201cIt may facilitate rest,\u201d he said.",
        ),
        # A choice between plain words is left to a person.
        ("We went via the lift.", "We went via the lift."),
    ],
)
def test_a_plain_word_is_an_unsafe_fix(before, after):
    config = Config(select=("plain-language/complex-word",), default_audience="patient")
    plain = Linter(config, None)
    assert apply_fixes(Source(before), plain).text == before
    assert apply_fixes(Source(before), plain, unsafe=True).text == after


@pytest.mark.parametrize(
    ("settings", "before", "after"),
    [
        # The built-in glossary has an id for sepsis, but no page to link to.
        ({}, "Watch for sepsis.", "Watch for sepsis."),
        ({"link_form": "/words/{name}"}, "Watch for sepsis.", "Watch for [sepsis](/words/sepsis)."),
        ({"link_form": "/w?id={id}"}, "Watch for sepsis.", "Watch for [sepsis](/w?id=44348)."),
        # The form that a document uses comes first.
        (
            {"link_form": "/words/{name}"},
            f"[Germs]({URL.replace('44348', '45214')}) spread. Watch for sepsis.",
            f"[Germs]({URL.replace('44348', '45214')}) spread. Watch for [sepsis]({URL}).",
        ),
        # Other links are not popups.
        ({}, "[Germs](/germs) spread. Watch for sepsis.", "[Germs](/germs) spread. Watch for sepsis."),
    ],
)  # fmt: skip
def test_links_are_written_only_in_a_form_that_is_in_use(settings, before, after):
    config = Config(select=("jargon/unexplained-term",), default_audience="patient", **settings)
    assert apply_fixes(Source(before), Linter(config, None)).text == after


def test_an_address_of_ones_own_glossary_wins_over_a_built_in_id(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text("term,url\nsepsis,https://a.org/sepsis\n")
    config = Config(
        select=("jargon/unexplained-term",), default_audience="patient", glossary=(path,)
    )
    text = f"[Germs]({URL.replace('44348', '45214')}) spread. Watch for sepsis."
    assert "[sepsis](https://a.org/sepsis)" in apply_fixes(Source(text), Linter(config, None)).text


@pytest.mark.parametrize(("name", "is_safe"), [("OS", False), ("PSs", False), ("NSCLC", True)])
def test_a_link_on_two_letters_is_not_safe(tmp_path, name, is_safe):
    path = tmp_path / "terms.csv"
    path.write_text(f"term,url\n{name},/words\n")
    config = Config(
        select=("jargon/unexplained-term",), default_glossary=False, glossary=(path,),
        rule={"jargon/unexplained-term": {"limits": {"target": {"general": 0}}}},
    )  # fmt: skip
    text = f"The cancer drug can change {name} in some patients."
    linter = Linter(config, None)
    assert (apply_fixes(Source(text), linter).text != text) == is_safe
    assert f"[{name}](/words)" in apply_fixes(Source(text), linter, unsafe=True).text


def test_rule_settings_for_sections_and_pages(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text(f"term,url\nsepsis,{URL}\n")
    text = "# A\n\nWatch for sepsis.\n\n# B\n\nTreat sepsis at once."
    rule = {"jargon/unexplained-term": {"each_section": True, "page_links": True}}
    config = Config(
        select=("jargon/unexplained-term",), default_glossary=False, glossary=(path,), rule=rule
    )
    after = apply_fixes(Source(text), Linter(config, None)).text
    assert after.count(f"[sepsis]({URL})") == 2
    (finding,) = Linter(config, None).lint(Source("Read of [sepsis](/care).")).diagnostics
    assert (finding.severity.value, finding.fix) == ("info", None)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Watch for sepsis at home.", '<p>Watch for <a href="U">sepsis</a> at home.'),
        ("<p>Watch for <b>sepsis</b>.", '<p>Watch for <b><a href="U">sepsis</a></b>.'),
        ("<p>A <b>big blood</b> clot may form.", "<p>A <b>big blood</b> clot may form."),
        ('<p>Watch for <a href="x">sepsis</a>.', '<p>Watch for <a href="x">sepsis</a>.'),
        ("<pre>sepsis</pre><h2>Sepsis</h2>", "<pre>sepsis</pre><h2>Sepsis</h2>"),
    ],
)
def test_a_page_in_html_gets_links_in_html(before, after, linter):
    fixed = apply_fixes(Source(before, format="html"), linter).text
    assert fixed.replace(URL.replace("&", "&amp;"), "U") == after
