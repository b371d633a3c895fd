"""Test the handbook of rules: a page per rule, an index with a search, no scripts of pages."""

import re
import tomllib

import pytest

from plainlint import lint_text
from plainlint.config.settings import Config
from plainlint.engine.linter import Linter
from plainlint.rulebook.facts import format_settings_snippet, make_suppression_comments
from plainlint.rulebook.rule import make_rule
from tests.helpers.axe import find_violations
from tests.reporters.conftest import EVIL
from tests.reporters.markup import Markup

RULE_SET = Linter(Config(), None).rule_set
PAGE = f"""\
---
check: word-list
severity: info
message: "'{{text}}' {EVIL}"
audience: [patient]
words: ["<b>zorbify", plain]
---
# Say it {EVIL}

Why {EVIL}.

```bad patient
Please «zorbify» <i>your</i> hands.
```
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return the handbook of the shipped rules and one hostile rule."""
    from plainlint.cli.main import run

    folder = tmp_path_factory.mktemp("site")
    page = folder / "rules" / "house" / "own.md"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE)
    config = folder / "plainlint.toml"
    config.write_text(
        'rule-folders = ["rules"]\n[rule."readability/long-sentence".limits.most]\npatient = 27\n'
    )
    assert run(["rule", "--html", str(folder / "out"), "--config", str(config)]) == 0
    return folder / "out"


def test_each_rule_has_a_page_and_the_index_leads_to_it(site):
    index = Markup((site / "index.html").read_text())
    named = {href for href in index.values("href") if href.startswith("rules/")}
    written = {path.relative_to(site).as_posix() for path in site.glob("rules/*/*.html")}
    assert (
        named == written == {f"rules/{rule_id}.html" for rule_id in [*RULE_SET.pages, "house/own"]}
    )
    for path in site.rglob("*.html"):
        read = Markup(path.read_text())
        assert len(set(read.values("id"))) == len(read.values("id"))
        for href in read.values("href"):
            if not href.startswith(("#", "http")):
                assert (path.parent / href).exists()


def test_a_page_shows_the_limits_in_force_its_source_and_what_to_do(site):
    page = (site / "rules/readability/long-sentence.html").read_text()
    assert re.search(r"most</th><td class=\"n\">27</td>", page)
    assert "Source: Federal plain language guidelines" in page
    assert "limits.most = {patient = 27, caregiver = 30, general = 40}" in page
    assert "plainlint: disable-next-line=readability/long-sentence -- say why" in page
    assert "<mark>«If you feel dizzy" in page


def test_marked_text_stays_text_and_nothing_from_a_page_runs(site):
    page = (site / "rules/house/own.html").read_text()
    assert "Please <mark>«zorbify»</mark> &lt;i&gt;your&lt;/i&gt; hands." in page
    assert "Bad, for patient readers" in page
    assert "&lt;b&gt;zorbify" in page
    tags = [tag for tag, _ in Markup(page).elements]
    assert tags.count("script") == tags.count("style") == 1
    assert "default-src 'none'" in page


def test_only_changed_pages_are_written_and_only_its_own_removed(plainlint, write, tmp_path):
    page = write("rules/house/own.md", PAGE)
    write("plainlint.toml", 'rule-folders = ["rules"]\n')
    assert plainlint("rule", "--html", "out").out == "out/index.html\n"
    mine = write("out/rules/house/mine.html", "mine")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.glob("out/**/*.html")}
    page.unlink()
    plainlint("rule", "--html", "out")
    after = {path: path.stat().st_mtime_ns for path in tmp_path.glob("out/**/*.html")}
    assert [path.name for path in before.keys() - after.keys()] == ["own.html"]
    assert [path.name for path in after if after[path] != before[path]] == ["index.html"]
    assert mine.read_text() == "mine"
    write("other/index.html", "mine")
    refused = plainlint("rule", "--html", "other")
    assert (refused.code, "index.html" in refused.err) == (2, True)


@pytest.mark.parametrize("rule_id", RULE_SET.pages)
def test_the_settings_snippet_matches_the_page(rule_id):
    page, rule = RULE_SET.pages[rule_id], RULE_SET.every_rule[rule_id]
    settings = tomllib.loads(format_settings_snippet(rule, page))
    assert settings.get("ignore", settings.get("extend-select")) == [rule_id]
    again = make_rule(page, settings["rule"][rule_id])
    assert (again.limits, again.message, again.severity) == (
        rule.limits,
        rule.message,
        rule.severity,
    )


@pytest.mark.parametrize(
    ("rule_id", "text"),
    [
        ("plain-language/shall", "{}\nYou shall rest.\n"),
        ("structure/skipped-level", "# A\n\n{}\n### Rest\n"),
        ("metadata/required", "---\nstatus: active\n---\n{}\nRest.\n"),
    ],
)
def test_each_comment_hides_what_the_rule_finds(rule_id, text):
    config = Config(select=(rule_id,))
    assert lint_text(text.format(""), config=config).diagnostics
    for comment in make_suppression_comments(RULE_SET.every_rule[rule_id]):
        # A comment for its line stands at the end of it.
        is_behind = "disable-line" in comment
        hidden = f"{text.format('').rstrip()} {comment}\n" if is_behind else text.format(comment)
        assert lint_text(hidden, config=config).diagnostics == ()


def test_no_comment_hides_findings_on_comments_or_unreadable_files():
    rules = RULE_SET.every_rule
    assert (
        make_suppression_comments(rules["suppression/unused"])
        == make_suppression_comments(rules["input/unreadable"])
        == []
    )


def test_the_search_hides_rules_and_empty_folders(open_page, site):
    page = open_page(site / "index.html")
    page.get_by_label("Words in a rule").fill("long-")
    visible = page.locator("[data-row]:visible .path").all_inner_texts()
    assert set(visible) >= {"readability/long-sentence", "readability/long-paragraph"}
    assert page.locator("h2", has_text="readability").is_visible()
    assert not page.locator("h2", has_text="suppression").is_visible()
    page.get_by_label("Words in a rule").fill('such as "click here"')
    visible = page.locator("[data-row]:visible .path").all_inner_texts()
    assert visible == ["structure/link-text"]
    page.get_by_role("button", name="Show all").click()
    page.get_by_label("Kind of check").select_option("word-list")
    assert "house/own" in page.locator("[data-row]:visible .path").all_inner_texts()
    page.get_by_label("Readers").select_option("technical")
    assert "house/own" not in page.locator("[data-row]:visible .path").all_inner_texts()
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("link", name="Long sentences").click()
    assert page.locator("h1").inner_text() == "Long sentences"
    page.get_by_role("link", name="All rules").click()
    assert page.locator("h1").inner_text() == "Rules"
    assert page.problems == []


NAMES = [
    "index",
    "rules/house/own",
    "rules/readability/grade-level",
    "rules/plain-language/complex-word",
]


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_and_no_window_is_too_narrow(open_page, site, name):
    path = site / f"{name}.html"
    page = open_page(path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.requests == [path.as_uri()]
    assert find_violations(page) == []
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 1280, "height": 900})
    assert find_violations(page) == []
