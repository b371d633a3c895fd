"""Test the verdict box: one sentence that says what to do about a whole document."""

import pytest

from plainlint import parse
from plainlint.config.settings import Config
from plainlint.core.audiences import Limits
from plainlint.engine.linter import Linter
from plainlint.engine.result import Ease, Grading, Verdict
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.templating import Layout
from plainlint.reporters.html.verdict import write_headline

TEXT = "---\naudienceLevel: patient\ntitle: Sleep\n---\n\n" + "Go to bed at ten.\n\n" * 12


@pytest.fixture(scope="module")
def summary():
    """Return the summary of a document with 12 sentences."""
    linter = Linter(Config(), None)
    rules = {rule.id: rule for rule in linter.rule_set.get_running_rules()}
    site = HtmlSite(Layout(), linter.get_glossary, None)
    return site.render_document(linter.lint(parse(TEXT).source), "sleep", rules, None)[0]


def write(summary, verdict, needed=None, grades=(15.2, 16.8), places=3):
    grading = Grading(grades, Limits(6, 8), verdict)
    return write_headline(summary._replace(grading=grading, to_rewrite=needed), places)


@pytest.mark.parametrize(
    ("needed", "task"),
    [
        (5, "Rewrite these 5 of 12 sentences to reach grade 8."),
        (1, "Rewrite 1 of 12 sentences to reach grade 8."),
        (12, "Rewrite all 12 sentences to reach grade 8."),
        (None, "Rewrite as many sentences as you can to come close to grade 8."),
    ],
)
def test_a_page_that_is_too_hard_says_how_many_sentences_to_rewrite(summary, needed, task):
    headline = write(summary, Verdict.TOO_HARD, needed)
    assert headline.verdict == "Too hard for patients"
    assert headline.task == task
    assert headline.facts.startswith("It now reads at grade 15 to 17.")
    assert headline.facts.endswith("The goal is grade 6, the limit is 8.")


def test_within_the_limit_the_goal_is_what_to_reach(summary):
    headline = write(summary, Verdict.ABOVE_TARGET, 2, (7.5, 7.6))
    assert headline.verdict == "Above the goal for patients"
    assert headline.task == "Rewrite these 2 of 12 sentences to reach grade 6."
    assert "at grade 8." in headline.facts


@pytest.mark.parametrize(
    ("verdict", "places", "task"),
    [
        (Verdict.ON_TARGET, 0, "Nothing is left to fix in the text."),
        (Verdict.ON_TARGET, 1, "1 place could still be better."),
        (Verdict.NO_LIMIT, 3, "It reads at grade 15 to 17."),
        (Verdict.TOO_SHORT, 3, "This page has 60 words. That is too few for a grade."),
        (Verdict.NOT_SCORED, 3, "There are no grades for its language, so this page has none."),
        (Verdict.UNREADABLE, 0, "This file could not be read."),
    ],
)
def test_other_pages_say_what_is_true_of_them(summary, verdict, places, task):
    assert write(summary, verdict, places=places).task.startswith(task)


def test_a_page_for_other_readers_asks_who_it_is_for(summary):
    headline = write(summary._replace(wrong_readers=True), Verdict.TOO_HARD, 5)
    assert headline.verdict == "Is this page for patients?"
    assert headline.task == "It reads like a page for doctors and nurses."
    assert "audienceLevel: technical" in headline.facts


def test_the_scale_shows_the_goal_the_limit_and_this_page(summary):
    scale = write(summary, Verdict.TOO_HARD, 5).scale
    assert scale is not None
    assert scale.goal is not None
    assert scale.limit is not None
    assert 0 < scale.goal < scale.limit < scale.start
    assert {"0", "6", "8", "20"} <= {number for _, number in scale.ticks}
    assert write(summary, Verdict.TOO_SHORT).scale is None


@pytest.mark.parametrize("low", [1.0, 4.0, 5.5, 7.0, 8.2, 9.0, 12.0, 19.5, 30.0])
def test_the_names_on_the_scale_do_not_touch(summary, low):
    verdict = Verdict.TOO_HARD if low > 8 else Verdict.ON_TARGET
    scale = write(summary, verdict, 5, (low, low + 1)).scale
    assert scale is not None
    assert scale.limit is not None
    assert 0 <= scale.name <= 320 - 58
    assert scale.name + 58 <= scale.limit or scale.name >= scale.limit + 34
    assert not scale.has_target or scale.name > 62


def write_ease(summary, verdict, needed=None, low=48.2):
    grading = Grading(None, Limits(65, None, 55), verdict, Ease("INFLESZ", low, 52.0, "difícil"))
    changed = summary._replace(grading=grading, to_rewrite=needed, uncertain=False)
    return write_headline(changed, 3)


def test_a_page_on_a_scale_of_ease_says_what_to_do_as_one_with_a_grade_does(summary):
    headline = write_ease(summary, Verdict.TOO_HARD, 5)
    assert headline.verdict == "Too hard for patients"
    assert headline.task == "Rewrite these 5 of 12 sentences to reach INFLESZ 55."
    assert headline.facts == (
        "It now reads at INFLESZ 48.2 to 52.0, difícil. The goal is 65 or more, the limit is 55."
    )
    headline = write_ease(summary, Verdict.ABOVE_TARGET, 2, 60.0)
    assert headline.verdict == "Below the goal for patients"
    assert headline.task == "Rewrite these 2 of 12 sentences to reach INFLESZ 65."


def test_the_drawing_of_a_scale_of_ease_has_easy_at_the_left_too(summary):
    scale = write_ease(summary, Verdict.TOO_HARD, 5, 20.0).scale
    assert 0 < scale.goal < scale.limit < scale.start + scale.width
    assert [number for _, number in scale.ticks] == ["100", "65", "55", "40", "20", "0"]
    assert scale.label.startswith("Ease from 100 to 0. ")
