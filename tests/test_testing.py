"""plainlint.testing: test a check in one line."""

from datetime import date
from textwrap import dedent

import pytest

from plainlint import PlainlintError
from plainlint.checks.words import word_list
from plainlint.plugin import (
    Document,
    Hit,
    Limits,
    Passage,
    Sentence,
    Span,
    WordMatch,
    check,
)
from plainlint.testing import assert_finds


@check
def shouting(sentence: Sentence, limits: Limits, *, sign: str = "!"):
    if limits.find_exceeded_limit(sentence.text.count(sign)):
        yield Hit(sentence.span, {"sign": sign})


@check
def long_word(part: Passage, *, length: int = 8):
    for match in __import__("re").finditer(r"\w+", part.text):
        if len(match[0]) >= length:
            yield Hit(part.get_span(*match.span()))


@check
def overlapping(document: Document):
    for span in ((0, 4), (2, 6), (6, 8), (8, 8)):
        yield Hit(Span(*span))


@check
def broken(document: Document):
    yield 1 / 0


@check
def before(document: Document, today: date | None, audience: str, *, day: str):
    if today and today.isoformat() < day and audience == "patient":
        yield Hit(Span(0, 1))


@check
def listed(match: WordMatch, *, words: list[str]):
    yield Hit(match.span)


def test_marked_texts_are_found():
    assert_finds(shouting, "Wash. «Stop!» Then rest. «Now!»\n", limits=Limits(most=0))
    assert_finds(shouting, "Stop! «Why?»", limits={"most": {"general": 0}}, sign="?")
    assert_finds(shouting, "Stop! Why!", limits=Limits(most=1))
    assert_finds(long_word, "# A «wonderful» day\n\nUnder a wonderful sky.", scope="heading")
    assert_finds(listed, "A «side effect» of **«rest»**.", words=("rest", "side effect"))
    assert_finds(word_list, "A «bad» day.", words=["bad"])


def test_the_audience_and_the_date():
    assert_finds(before, "«A» day.", audience="patient", today=date(2026, 1, 1), day="2026-02-01")
    assert_finds(before, "A day.", audience="patient", day="2026-02-01")
    assert_finds(before, "A day.", today=date(2026, 1, 1), day="2026-02-01")
    head = "---\naudienceLevel: patient\n---\n"
    assert_finds(before, f"«-»{head[1:]}A.", today=date(2026, 1, 1), day="2026-02-01")


def test_a_difference_shows_both_texts():
    with pytest.raises(AssertionError) as error:
        assert_finds(shouting, "«Wash.» Stop!\n\nNow «rest.»\n", limits=Limits(most=0))
    assert str(error.value) == dedent(
        """\
        shouting finds something else
        expected: «Wash.» Stop!

                  Now «rest.»
        found:    Wash. «Stop!»

                  Now rest."""
    ).replace("Stop!\n\n", f"Stop!\n{' ' * 10}\n").replace("»\n\n", f"»\n{' ' * 10}\n")


def test_spans_that_overlap_are_shown():
    with pytest.raises(AssertionError, match="found:    «ab«cd»ef»«gh»«»i"):
        assert_finds(overlapping, "abcdefghi")


def test_nothing_is_found_twice():
    with pytest.raises(AssertionError):
        assert_finds(long_word, "A wonderful day.")
    with pytest.raises(AssertionError):
        assert_finds(long_word, "A «wonderful» «day».")


def test_a_check_that_fails_is_a_failed_test():
    with pytest.raises(AssertionError, match=r"broken: .*ZeroDivisionError.*test_testing.py, line"):
        assert_finds(broken, "A.")
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        assert_finds(broken, "«A.»")


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({"lenght": 3}, "unknown key 'lenght'; did you mean 'length'?"),
        ({"length": "3"}, "'length' must be a whole number"),
        ({"scope": "headnig"}, "did you mean 'heading'?"),
        ({"audience": "patients"}, "unknown audience 'patients'; did you mean 'patient'?"),
    ],
)
def test_a_wrong_setting_is_an_error(settings, problem):
    with pytest.raises(PlainlintError) as error:
        assert_finds(long_word, "A.", **settings)
    assert problem in str(error.value)


def test_unpaired_marks_and_missing_annotations_are_errors():
    with pytest.raises(PlainlintError, match="each « needs a »"):
        assert_finds(long_word, "A «wonderful day.")

    def unannotated(word):
        yield Hit(word.span)

    with pytest.raises(PlainlintError, match=r"test_testing.py:\d+: unannotated: the first param"):
        assert_finds(unannotated, "A.")
