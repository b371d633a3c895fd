"""Test the index and the page of terms: totals, plot, notes, order of terms."""

import pytest

from plainlint import parse
from plainlint.config.settings import Config
from plainlint.core.audiences import Limits
from plainlint.engine.linter import Linter
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.folders import name_folders
from plainlint.reporters.html.overview import Overview
from plainlint.reporters.html.plot import build_plots
from plainlint.reporters.html.templating import Layout
from plainlint.reporters.html.terms import build_term_rows, make_terms_values
from plainlint.reporters.work_items import rate_hardness

LINTER = Linter(Config(), None)
LONG = "The administration of supplementary medication necessitates considerable preparation. "


def summarise(name, body, audience="patient"):
    text = f"---\naudienceLevel: {audience}\ntitle: {name}\n---\n\n{body}\n"
    site = HtmlSite(Layout(), LINTER.get_glossary, None)
    result = LINTER.lint(parse(text, f"docs/{name}.md").source)
    rules = {r.id: r for r in LINTER.rule_set.get_rules_for_path(result.path, result.language)}
    summary, _ = site.render_document(result, name, rules, None)
    return summary


@pytest.fixture(scope="module")
def summaries():
    return (
        summarise("easy", "You can eat and drink as you like. " * 6),
        summarise("hard", LONG * 6),
        summarise("expert", LONG * 6, "technical"),
        summarise("short", "Rest well."),
        summarise("one", "You may get sepsis. " + "You can eat as you like. " * 6),
        summarise("two", "You may get sepsis (a bad illness of the blood). Biopsy hurts." * 2),
    )


def test_totals_and_rules_cover_all_documents(summaries):
    values = Overview(summaries).get_template_values()
    assert values["headline"] == "1 of 6 pages is too hard for its readers"
    counted = sum(count for *_, count, _ in values["by_rule"])
    assert counted == sum(sum(summary.tally.findings.values()) for summary in summaries)
    assert [summary.title for summary in values["ungraded"]] == ["short", "two"]


SPANISH = "Puede comer y beber lo que quiera todos los días. " * 6
HARD_SPANISH = (
    "La administración concomitante de medicamentos requiere una monitorización exhaustiva. " * 6
)


def test_pages_on_a_scale_of_ease_have_a_plot_of_their_own_with_the_easy_ones_at_the_left(
    summaries,
):
    easy, hard = summarise("facil", SPANISH), summarise("dificil", HARD_SPANISH)
    grades, ease = build_plots((*summaries, hard, easy))
    assert (grades,) == build_plots(summaries)
    assert (ease.scale, ease.ticks[0][1], ease.ticks[-1][1]) == ("INFLESZ", "100", "0")
    (strip,) = ease.strips
    target, below = strip.bands
    xs = [float(dot.path.removeprefix("M").partition(" ")[0]) for dot in strip.dots]
    assert strip.limit == below.right
    assert xs[0] < target.right < strip.limit < xs[1]
    assert strip.summary == "patient: 2 graded, INFLESZ, 1 below the limit of 55"


def test_the_index_names_what_its_pages_have(summaries):
    easy, hard = summarise("facil", SPANISH), summarise("dificil", HARD_SPANISH)

    def name(*pages):
        return Overview(pages).get_template_values()["level_name"]

    assert (name(*summaries), name(easy, hard), name(*summaries, easy)) == (
        ("Grade", "Ease", "Grade or ease")
    )
    low = hard.grading.values[0]
    assert easy.grading.hardness < hard.grading.hardness == pytest.approx((100 - low) / 5)


def test_every_graded_document_is_a_dot_in_the_strip_of_its_audience(summaries):
    (drawn,) = build_plots(summaries)
    assert [(strip.audience, len(strip.dots)) for strip in drawn.strips] == (
        [("patient", 3), ("technical", 1)]
    )
    patient, technical = drawn.strips
    target, above = patient.bands
    assert (target.verdict, above.verdict) == ("on-target", "above-target")
    assert target.right == above.left < above.right == patient.limit
    assert (technical.bands, technical.limit) == ((), None)
    assert patient.summary == "patient: 3 graded, 1 above the limit of grade 8"
    xs = {
        dot.title.partition(":")[0]: float(dot.path.removeprefix("M").partition(" ")[0])
        for dot in patient.dots
    }
    assert xs["easy"] < target.right < above.right < xs["hard"]


@pytest.mark.parametrize(
    ("folders", "names"),
    [
        (["docs/lung", "docs/breast"], ["lung", "breast"]),
        (["docs", "docs/lung/tests"], ["", "lung/tests"]),
        (["docs"], [""]),
        (["", "lung"], ["", "lung"]),
        (["/srv/docs/a", "/srv/docs/b"], ["a", "b"]),
        (["../docs", "../documents"], ["docs", "documents"]),
        (["/srv/a", "b"], ["/srv/a", "b"]),
    ],
)
def test_folders_are_named_below_the_one_that_holds_all(summaries, folders, names):
    entries = [
        summaries[0]._replace(path=f"{folder}/a.md" if folder else "a.md") for folder in folders
    ]
    folder_names = name_folders(entries)
    assert [folder_names.name(entry.folder) for entry in entries] == names


def test_terms_have_their_documents_by_state(summaries):
    rows = {row.name: row for row in build_term_rows(summaries)}
    assert [place.summary.title for place in rows["sepsis"].neither] == ["one"]
    assert [place.summary.title for place in rows["sepsis"].explained] == ["two"]


def test_terms_come_from_a_to_z_whatever_their_accents(summaries):
    (place, *_) = build_term_rows(summaries)[0].neither
    names = ["zona", "ñandú", "Nervio", "órgano", "5-HT3", "oído", "álcali"]
    summary = place.summary._replace(terms=tuple(place.use._replace(name=name) for name in names))
    rows = build_term_rows([summary])
    assert [(row.letter, row.name) for row in rows] == [
        ("#", "5-HT3"),
        ("A", "álcali"),
        ("N", "Nervio"),
        ("Ñ", "ñandú"),
        ("O", "oído"),
        ("O", "órgano"),
        ("Z", "zona"),
    ]
    letters = make_terms_values([summary])["letters"]
    assert [letter.name for letter in letters] == list("#ABCDEFGHIJKLMNÑOPQRSTUVWXYZ")
    assert [letter.name for letter in letters if letter.is_used] == list("#ANÑOZ")


@pytest.mark.parametrize(
    ("text", "level", "words"),
    [
        ("Wash your hands before you eat.", 0, 6),
        ("Adjuvant pembrolizumab substantially reduced mortality in resectable disease.", 1, 8),
        (
            "Discontinuation of anticoagulation necessitates re-evaluation of hepatic dysfunction.",
            3,
            8,
        ),
    ],
)
def test_hardness_depends_on_the_limits(text, level, words):
    (sentence,) = parse(text).sentences
    hardness = rate_hardness(sentence, "en", Limits(64, 85))
    assert (hardness.level, hardness.words) == (level, words)
    assert rate_hardness(sentence, "en", Limits()).level == 0
