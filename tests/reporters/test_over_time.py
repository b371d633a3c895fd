"""Test the page "Over time": lines by folder, what has changed, and pages of owners."""

from datetime import date
from itertools import pairwise

import pytest

from plainlint import parse
from plainlint.config.settings import Config
from plainlint.engine.linter import Linter
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.changes import (
    EarlierRun,
    list_changes,
    make_earlier_run,
    write_headline,
)
from plainlint.reporters.html.charts import build_charts, group_folders
from plainlint.reporters.html.days import make_day
from plainlint.reporters.html.line_chart import MOST_LINES, Series, draw_line_chart
from plainlint.reporters.html.over_time import (
    Past,
    build_over_time,
    name_findings,
    record_run,
)
from plainlint.reporters.html.owners import list_owners
from plainlint.reporters.html.templating import Layout
from plainlint.rulebook.rule import map_roles
from plainlint.run.comparison import PreviousResult, Trend
from plainlint.run.history import Figures, RunRecord, format_run, parse_run

TODAY = date(2026, 11, 22)
LINTER = Linter(Config(), TODAY)
ROLES = map_roles(LINTER.rule_set.get_running_rules(), "en")
EASY = "You can eat and drink as you like. " * 6
HARD = "The administration of supplementary medication necessitates considerable preparation. " * 6


def summarise(path, body=EASY, head=""):
    text = f"---\naudienceLevel: patient\ntitle: {path}\n{head}---\n\n{body}\n"
    result = LINTER.lint(parse(text, path).source)
    site = HtmlSite(Layout(), LINTER.get_glossary, TODAY)
    return site.render_document(result, path, ROLES, None)[0]


def make_run(day, folders):
    figures = {
        folder: Figures(documents=1, graded=1, to_rewrite=left, grades=(8.0, 9.0))
        for folder, left in folders.items()
    }
    return RunRecord(date.fromisoformat(day), "same", figures, {})


@pytest.mark.parametrize(
    ("folders", "names"),
    [
        (["docs/lung", "docs/breast"], ("breast", "lung")),
        (["docs/lung/a", "docs/lung/b", "docs/breast"], ("breast", "lung")),
        (["docs", "docs/lung"], ("docs", "lung")),
        (["docs"], ("docs",)),
        ([""], ("all pages",)),
        (["", "lung"], ("all pages", "lung")),
        (["/srv/docs/a", "/srv/docs/b"], ("a", "b")),
        (["../docs/a", "../docs/b"], ("a", "b")),
    ],
)
def test_a_line_is_a_folder_below_the_one_that_holds_all(folders, names):
    run = make_run("2026-11-22", dict.fromkeys(folders, 1))
    found, (figures,) = group_folders([run])
    assert found == names
    assert sum(part.documents for part in figures.values()) == len(folders)


def test_the_folders_with_least_to_do_share_a_line_if_there_are_too_many():
    run = make_run("2026-11-22", {f"docs/{number:02}": number for number in range(20)})
    names, (figures,) = group_folders([run])
    assert names == ("15", "16", "17", "18", "19", "other folders")
    assert len(names) == MOST_LINES
    assert figures["other folders"].to_rewrite == sum(range(15))


def test_a_folder_that_comes_later_has_a_line_from_then_on():
    runs = [make_run("2026-11-01", {"a": 4}), make_run("2026-11-08", {"a": 2, "b": 5})]
    names, (sentences, *_) = build_charts(runs)
    assert names == ("a", "b")
    assert sentences.rows == (
        ("8 November 2026", ("2", "5", "7")),
        ("1 November 2026", ("4", "–", "4")),
    )
    assert sentences.chart
    first, second = sentences.chart.lines
    assert first.path.count("L") == 1
    assert second.path == ""
    assert (first.last, first.change) == ("2", "−2 since 1 November 2026")
    assert (second.last, second.change) == ("5", "")


def test_a_chart_without_values_is_not_drawn():
    run = RunRecord(TODAY, "", {"a": Figures(documents=1)}, {})
    _, measures = build_charts([run, run])
    assert {view.name for view in measures if view.chart is None} == {"grade"}


def test_other_settings_are_marked_where_they_begin():
    runs = [make_run("2026-11-01", {"a": 4}), make_run("2026-11-08", {"a": 4})]
    runs[1] = runs[1]._replace(settings="other")
    _, (sentences, *_) = build_charts(runs)
    assert sentences.chart
    assert [text for _, text in sentences.chart.events] == ["other rules or settings"]


def test_lines_differ_in_mark_and_names_do_not_overlap():
    days = [date(2026, 11, 1), date(2026, 11, 8)]
    chart = draw_line_chart(days, [Series(str(number), [3, 3]) for number in range(MOST_LINES)])
    assert len({line.marks[0].path.partition("m")[2] for line in chart.lines}) == MOST_LINES
    places = sorted(line.label_y for line in chart.lines)
    assert all(below - above >= 30 for above, below in pairwise(places))
    assert places[-1] <= 262


def test_many_runs_have_marks_and_dates_that_can_be_told_apart():
    days = [date.fromordinal(TODAY.toordinal() + number) for number in range(500)]
    chart = draw_line_chart(days, [Series("a", list(range(500)))])
    assert len(chart.lines[0].marks) < 60
    assert chart.lines[0].marks[-1].value == "499"
    xs = [x for x, _ in chart.dates]
    assert all(right - left > 60 for left, right in pairwise(xs))


@pytest.mark.parametrize("values", [[0, 0], [5, None], [None, 7], [1, 10**6], [0.5, 0.25]])
def test_every_point_is_inside_the_drawing(values):
    days = [date(2026, 11, 1), date(2026, 11, 8)]
    chart = draw_line_chart(days, [Series("a", values)])
    for mark in chart.lines[0].marks:
        x, y = mark.path.removeprefix("M").partition("m")[0].split()
        assert 50 <= float(x) <= 720
        assert 20 <= float(y) <= 263


def test_what_changed_is_named_from_a_line_of_the_history():
    before = [summarise("docs/a.md", HARD), summarise("docs/b.md")]
    run = parse_run(format_run(record_run(before, Past(date(2026, 11, 1), "same"))))
    now = [summarise("docs/a.md"), summarise("docs/b.md"), summarise("docs/c.md")]
    past = Past(TODAY, "same", (run,), make_earlier_run(run), is_kept=True)
    view = build_over_time(now, past)
    assert view.headline == "1 page got better"
    assert view.compared.startswith("22 November 2026 compared with 1 November 2026: 1 new page")
    assert [(title, len(rows)) for title, rows in view.groups] == [("Better", 1), ("New pages", 1)]
    ((row,), _) = (rows for _, rows in view.groups)
    assert row.what == "now on target"
    assert (row.gone, row.new) == (len(before[0].findings), len(now[0].findings))
    titles = {rule.id: rule.title for rule in LINTER.rule_set.get_running_rules()}
    words = [words for _, words, _ in name_findings(row.findings.gone, titles)]
    assert words[0] == "Grade level"
    assert any(word.startswith("Hard sentences: “The administration of") for word in words)


def test_each_page_is_known_on_each_day():
    easy, hard = summarise("docs/lung/a.md"), summarise("docs/lung/a.md", HARD)
    gone = summarise("docs/b.md")
    runs = [
        record_run([hard, gone], Past(date(2026, 10, 1), "same")),
        record_run([hard], Past(date(2026, 11, 1), "same")),
    ]
    past = Past(TODAY, "same", tuple(runs), make_earlier_run(runs[1]), tuple(map(make_day, runs)))
    view = build_over_time([easy], past)
    assert [(choice.value, choice.rows) for choice in view.choices] == [
        ("easier", 1),
        ("harder", 0),
        ("new", 0),
    ]
    assert view.days
    assert [value for value, _ in view.days.days] == ["2026-11-22", "2026-11-01", "2026-10-01"]
    b, a = view.days.rows
    assert (a.title, b.page, b.title) == (easy.title, "", "docs/b.md")
    assert [bool(day) for day in b.days] == [False, False, True]
    easier, harder, _ = (day.data.split("|") for day in a.days if day)
    assert float(easier[0]) < float(harder[0])
    assert harder[2:] == [str(hard.to_rewrite), str(count_must(hard)), str(len(hard.findings))]


def count_must(summary):
    return summary.tally.count_by_severity()["error"]


def test_two_days_are_not_offered_where_there_are_no_others():
    summary = summarise("docs/a.md")
    run = record_run([summary], Past(date(2026, 11, 1), "same"))
    past = Past(TODAY, "same", (run,), make_earlier_run(run), (make_day(run),))
    assert build_over_time([summary], past).days is None


def test_what_stays_the_same_is_not_listed():
    summary = summarise("docs/a.md", HARD)
    same = PreviousResult(summary.level, summary.findings)
    changes = list_changes([summary], EarlierRun("x", {"docs/a.md": same}), str)
    assert changes == []
    assert write_headline([]) == "No page got better or worse"


def test_the_headline_counts_better_worse_and_both():
    trends = [Trend.BETTER, Trend.BETTER, Trend.WORSE, Trend.MIXED, Trend.NEW]
    assert write_headline(trends) == (
        "2 pages got better, 1 got worse, 1 got both better and worse"
    )


def test_alike_findings_of_a_line_are_named_once():
    (finding, *_) = summarise("docs/a.md", HARD).findings
    ((_, _, count),) = name_findings([finding, finding], {})
    assert count == 2


@pytest.mark.parametrize(
    ("head", "owners"),
    [
        ("owner: Care team\n", ("Care team",)),
        ("reviewer: Ann Lee\n", ("Ann Lee",)),
        ("owner: Care team\nreviewer: Ann  Lee\n", ("Care team", "Ann Lee")),
        ("owner: [Care team, Lung team]\n", ("Care team", "Lung team")),
        ("owner: Care team\nreviewer: care team\n", ("care team",)),
        ("owner:\n  name: Ann Lee\n  email: a@example.org\n", ("Ann Lee",)),
        ("owner:\n  - name: Ann Lee\n  - name: Bo Ek\n", ("Ann Lee", "Bo Ek")),
        ("owner:\n", ()),
        ("owner: ' '\n", ()),
        ("", ()),
    ],
)
def test_the_owners_of_a_document(head, owners):
    assert summarise("docs/a.md", head=head).owners == owners


def test_each_owner_has_a_page_with_what_is_due_first():
    review = "owner: {}\nlastReviewed: {}\nreviewFrequency: annual\n"
    summaries = [
        summarise("docs/a.md", head="owner: Care Team\n"),
        summarise("docs/b.md", head=review.format("care team", "2026-05-01")),
        summarise("docs/c.md", head=review.format("Care Team", "2025-05-01")),
        summarise("docs/d.md", head="owner: '<b>'\n"),
    ]
    markup, care = list_owners(summaries, ["owner-care-team"])
    assert (markup.page, markup.name) == ("owner-b", "<b>")
    assert care.page == "owner-care-team-2"
    assert [summary.path for summary in care.summaries] == ["docs/c.md", "docs/b.md", "docs/a.md"]
    assert care.headline == "3 pages: 0 too hard, 1 with a late review."


def test_each_scale_of_ease_has_a_chart_and_grades_one_if_a_page_has_them():
    spanish = summarise("es/a.md", "Puede comer y beber lo que quiera todos los días. " * 6)
    english = summarise("en/a.md")
    past = Past(TODAY, "", is_kept=True, runs=(make_run("2026-11-01", {"en": 2}),))
    titles = [measure.title for measure in build_over_time([english], past).measures]
    both = build_over_time([english, spanish], past)
    assert [measure.title for measure in both.measures] == [*titles[:2], "INFLESZ", *titles[2:]]
    (ease,) = [measure for measure in both.measures if measure.is_ease]
    assert ease.chart is not None
    assert ease.chart.lines[-1].last == f"{spanish.grading.values[0]:.1f}"
    alone = build_over_time([spanish], Past(TODAY, "", is_kept=True))
    assert "Grade" not in [measure.title for measure in alone.measures]
    assert (both.level_name, alone.level_name) == ("Grade or ease", "Ease")
