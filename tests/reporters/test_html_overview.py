"""The index and the page of terms: totals, the plot, what was left out, the terms in order."""

import re

import pytest

from plainlint import parse
from plainlint.config.settings import Config
from plainlint.core.audiences import Limits
from plainlint.engine.linter import Linter
from plainlint.engine.result import Grading, Verdict
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.layout import Layout
from plainlint.reporters.html.overview import Overview, build_plot
from plainlint.reporters.html.sentence_level import rate_hardness
from plainlint.reporters.html.terms import build_term_rows
from plainlint.reporters.html.work_items import describe_verdict

LINTER = Linter(Config(), None)
RULES = {rule.id: rule for rule in LINTER.get_running_rules()}
LONG = "The administration of supplementary medication necessitates considerable preparation. "


def entry(name, body, audience="patient"):
    text = f"---\naudienceLevel: {audience}\ntitle: {name}\n---\n\n{body}\n"
    book = HtmlSite(Layout(), LINTER.glossary, None)
    return book.render_document(
        LINTER.lint(parse(text, f"docs/{name}.md").source), name, RULES, None
    )[0]


@pytest.fixture(scope="module")
def entries():
    return (
        entry("easy", "You can eat and drink as you like. " * 6),
        entry("hard", LONG * 6),
        entry("expert", LONG * 6, "technical"),
        entry("short", "Rest well."),
        entry("one", "You may get sepsis. " + "You can eat as you like. " * 6),
        entry("two", "You may get sepsis (a bad illness of the blood). Biopsy hurts." * 2),
    )


def test_totals_and_rules_are_those_of_all_documents(entries):
    shown = Overview(entries).get_template_values()
    assert shown["totals"]["too_hard"] == sum(
        each.grading.verdict is Verdict.TOO_HARD for each in entries
    )
    assert sum(row[2] for row in shown["by_rule"]) == sum(
        sum(e.finding_counts.values()) for e in entries
    )
    assert shown["folders"] == ["docs"]
    assert [each.title for each in shown["ungraded"]] == ["short", "two"]


def test_each_graded_document_is_a_dot_in_the_strip_of_its_readers(entries):
    drawn = build_plot(entries)
    assert [(strip.audience, len(strip.dots)) for strip in drawn.strips] == (
        [("patient", 3), ("technical", 1)]
    )
    patient, technical = drawn.strips
    assert patient.target < patient.most
    assert technical.most is None
    assert patient.summary == "patient: 3 graded, 1 above the limit of grade 8"
    xs = {
        dot.title.partition(":")[0]: float(re.match(r"M([\d.]+)", dot.path)[1])
        for dot in patient.dots
    }
    assert xs["easy"] < patient.most < xs["hard"]


def test_terms_come_in_the_order_of_how_many_documents_leave_them_unexplained(entries):
    rows = {row.name: row for row in build_term_rows(entries)}
    assert [each.title for each in rows["sepsis"].neither] == ["one"]
    assert [each.title for each in rows["sepsis"].explained] == ["two"]
    counts = [len(row.neither) for row in build_term_rows(entries)]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize(
    ("text", "level", "reasons"),
    [
        ("Wash your hands before you eat.", 0, ("6 words",)),
        (
            "Adjuvant pembrolizumab substantially reduced mortality in resectable disease.",
            1,
            ("8 words", "long words", "rare words"),
        ),
        (
            "Discontinuation of anticoagulation necessitates evaluation of hepatic function.",
            3,
            ("8 words", "long words", "nominalisations", "rare words"),
        ),
    ],
)
def test_hardness_is_what_is_above_the_limit(text, level, reasons):
    (sentence,) = parse(text).sentences
    found = rate_hardness(sentence, "en", Limits(64, 85))
    assert (found.level, found.reasons) == (level, reasons)
    assert rate_hardness(sentence, "en", Limits()).level == 0


def test_the_verdict_is_a_sentence_for_writers():
    grading = Grading((15.2, 16.8), Limits(6, 8), Verdict.TOO_HARD)
    assert describe_verdict(grading, "patient", 40) == (
        "Written at about grade 15; patients follow grade 6 to 8. "
        "The first ten sentences below do most of the harm."
    )
