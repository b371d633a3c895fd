"""Test what the index says first: its headline, where to start, who owns a page, how late it is."""

from datetime import date

import pytest

from plainlint import parse
from plainlint.config.settings import Config
from plainlint.core.audiences import Limits
from plainlint.engine.linter import Linter
from plainlint.engine.result import Ease, Grading, Verdict
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.overview import Overview
from plainlint.reporters.html.plot import build_bands, scale_hardness
from plainlint.reporters.html.start import list_start_lines, list_tasks, write_headline
from plainlint.reporters.html.summary import get_owners, pack_summary, unpack_summary
from plainlint.reporters.html.templating import Layout
from plainlint.rulebook.rule import map_roles
from tests.reporters.conftest import NEARLY_THERE

CARE_LUNG_AND_ROE = ("Care team", "Lung team", "Dr. Roe")
TODAY = date(2026, 11, 22)
LINTER = Linter(Config(), TODAY)
ROLES = map_roles(LINTER.rule_set.get_running_rules(), "en")
EASY = "You can eat and drink as you like. " * 6
HARD = "The administration of supplementary medication necessitates considerable preparation. " * 6


def summarise(text, name="page", *lines):
    """Return the summary of a page for patients with lines of its own in its front matter."""
    head = "\n".join(["audienceLevel: patient", f"title: {name}", *lines])
    source = parse(f"---\n{head}\n---\n\n{text}\n", f"docs/{name}.md").source
    site = HtmlSite(Layout(), LINTER.get_glossary, TODAY)
    summary, _ = site.render_document(LINTER.lint(source), name, ROLES, None)
    return summary


def say(line):
    """Return a line of "Start here" as one reads it."""
    first = f" {line.first.title}{line.rest}" if line.first else ""
    return f"{line.head} {line.reason}{first}"


def test_where_to_start_has_one_line_each_and_none_without_pages():
    body = NEARLY_THERE.partition("# ")[2]
    near = [summarise(body, "near"), summarise(body, "nearer")]
    wrong = summarise(HARD, "For doctors")
    late = summarise(EASY, "late", "lastReviewed: 2026-08-21", "reviewFrequency: quarterly")
    lines = list_start_lines([*near, wrong, late])
    left, few = near[0].to_rewrite, "5 sentences or fewer. Begin with"
    advice = "It reads like pages for doctors. Check the line that says who it is for."
    assert list(map(say, lines)) == [
        f"2 pages are nearly there. Each needs {few} near: {left} sentences.",
        f"1 page may have the wrong readers. {advice}",
        "1 review is late. The oldest, late, is 1 day late.",
    ]
    assert list_start_lines([summarise(EASY)]) == []


def test_if_no_page_is_nearly_there_the_least_work_of_those_too_hard_comes_first():
    pages = [summarise(HARD * 4, "long"), summarise(HARD * 2, "short"), summarise(EASY)]
    (line,) = list_start_lines(pages)
    assert line.filter == ("verdict", "too hard")
    assert say(line) == f"2 pages are too hard. Begin with short: {pages[1].to_rewrite} sentences."


def test_a_page_that_may_have_the_wrong_readers_is_not_nearly_there():
    body = NEARLY_THERE.partition("# ")[2]
    summary = summarise(body, "For doctors")
    assert summary.wrong_readers
    assert list_tasks(summary) == ["wrong-readers"]


def test_wrong_readers_are_known_by_the_role_of_a_rule_and_not_by_its_name():
    other = Linter(Config(ignore=("metadata/audience-mismatch",)), TODAY)
    source = parse(f"---\naudienceLevel: patient\ntitle: For doctors\n---\n\n{HARD}\n").source
    roles = map_roles(other.rule_set.get_running_rules(), "en")
    site = HtmlSite(Layout(), other.get_glossary, TODAY)
    summary, _ = site.render_document(other.lint(source), "page", roles, None)
    assert not summary.wrong_readers
    assert summarise(HARD, "For doctors").wrong_readers


@pytest.mark.parametrize(
    ("texts", "headline"),
    [
        ([HARD, HARD, EASY], "2 of 3 pages are too hard for their readers"),
        ([HARD], "1 of 1 page is too hard for its readers"),
        ([EASY, EASY], "No page of 2 is too hard for its readers"),
        (["Rest well."], "1 page checked"),
        ([], "0 pages checked"),
    ],
)
def test_the_headline_is_the_result(texts, headline):
    assert write_headline(list(map(summarise, texts))) == headline


@pytest.mark.parametrize(
    ("lines", "owners"),
    [
        (["owner: Care team"], ("Care team",)),
        (["reviewer: Dr. Roe"], ("Dr. Roe",)),
        (["owner: [Care team, Lung team]", "reviewer: Dr. Roe"], CARE_LUNG_AND_ROE),
        (["owner: Dr. Roe", "reviewer: dr. roe"], ("dr. roe",)),
        (["owner:", "reviewer: Dr. Roe"], ("Dr. Roe",)),
        (["owner: {name: Roe}"], ("Roe",)),
        ([], ()),
    ],
)
def test_who_looks_after_a_page(lines, owners):
    summary = summarise(EASY, "page", *lines)
    assert summary.owners == owners
    text = "---\n" + "\n".join(lines) + "\n---\nRest.\n"
    assert get_owners(parse(text).front_matter) == owners
    assert unpack_summary(pack_summary(summary)) == summary


@pytest.mark.parametrize(
    ("reviewed", "days"),
    [("2026-08-22", 0), ("2026-08-21", 1), ("2026-06-26", 57), ("2026-11-01", 0)],
)
def test_a_review_is_late_from_the_day_after_it_was_due(reviewed, days):
    lines = (f"lastReviewed: {reviewed}", "reviewFrequency: quarterly")
    summary = summarise(EASY, "page", *lines)
    assert (summary.review.days_late, summary.review.overdue) == (days, days > 0)


@pytest.mark.parametrize(
    "limits",
    [
        Limits(target=6, most=8, margin=1),
        Limits(target=6, most=8),
        Limits(most=9, margin=1),
        Limits(target=7),
        Limits(),
    ],
)
def test_the_bands_of_the_plot_are_those_of_the_verdicts(limits):
    bands = build_bands(Grading((5.0, 6.0), limits, Verdict.ON_TARGET))
    for tenth in range(200):
        grade = tenth / 10
        exceeded = limits.find_exceeded_limit(grade)
        band = next((band.verdict for band in bands if scale_hardness(grade) <= band.right), "")
        if exceeded is None:
            assert band == ("on-target" if bands else "")
        elif exceeded.limit == limits.target:
            assert band == ("above-target" if limits.most else "")
        else:
            assert band == ""


def test_owners_that_differ_in_case_alone_are_one_choice():
    pages = (summarise(EASY, "a", "owner: Care Team"), summarise(EASY, "b", "owner: Care team"))
    others = (summarise(EASY, "c", "reviewer: Dr. Roe"),)
    (owner,) = Overview(pages + others).get_template_values()["selections"]
    assert owner[2] == [("care team", "Care team", 2, ""), ("dr. roe", "Dr. Roe", 1, "")]


def test_an_index_of_one_folder_and_one_kind_of_readers_asks_no_more():
    values = Overview((summarise(EASY), summarise(EASY, "two"))).get_template_values()
    assert values["selections"] == []
    assert [question[0] for question in values["questions"]] == ["verdict", "task"]


@pytest.mark.parametrize(
    "limits", [Limits(target=65, least=55, margin=2), Limits(target=65, least=55), Limits(least=50)]
)
def test_the_bands_of_a_scale_of_ease_are_those_of_the_verdicts(limits):
    grading = Grading(None, limits, Verdict.ON_TARGET, Ease("INFLESZ", 70, 75, "fácil"))
    bands = build_bands(grading)
    for tenth in range(1000):
        ease = tenth / 10
        exceeded = limits.find_exceeded_limit(ease)
        x = scale_hardness(grading.place(ease))
        band = next((band.verdict for band in bands if x <= band.right), "")
        if exceeded is None:
            assert band == "on-target"
        elif exceeded.limit == limits.target:
            assert band == "above-target"
        else:
            # A hundredth of a point may be less than a tenth of a unit of the drawing.
            assert band == "" or x in {band.right for band in bands}
