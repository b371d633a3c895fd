"""Test the calendar of reviews by the rules of RFC 5545."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint import parse
from plainlint.config.settings import Config
from plainlint.engine.linter import Linter
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.templating import Layout
from plainlint.reporters.ics import escape_text, fold_line, format_calendar
from plainlint.rulebook.rule import map_roles

TODAY = date(2026, 11, 22)
LINTER = Linter(Config(), TODAY)
ROLES = map_roles(LINTER.rule_set.get_running_rules(), "en")


def summarise(title, reviewed="2026-03-01", path="docs/a.md", owner="Care team"):
    text = (
        f'---\naudienceLevel: patient\ntitle: "{title}"\nowner: "{owner}"\n'
        f"lastReviewed: {reviewed}\nreviewFrequency: annual\n---\n\nRest well.\n"
    )
    result = LINTER.lint(parse(text, path).source)
    summary, _ = HtmlSite(Layout(), LINTER.get_glossary, TODAY).render_document(
        result, "a", ROLES, None
    )
    return summary


def read_calendar(text):
    """Return the properties of each event, and check the form of all lines."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    assert {"VERSION:2.0", "PRODID:-//plainlint//reviews//EN"} <= set(lines)
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT")
    events: list[dict[str, str]] = []
    for line in lines[1:-1]:
        assert re.match(r"[A-Z-]+(?:;VALUE=DATE)?:", line), line
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif line == "END:VEVENT":
            assert {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY"} <= events[-1].keys()
        elif events:
            events[-1][name] = unescape(value)
    return events


def unescape(value):
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def test_a_review_is_an_event_all_day_long():
    (event,) = read_calendar(format_calendar([summarise("Mouth care")], TODAY))
    assert event["DTSTART;VALUE=DATE"] == "20270301"
    assert event["SUMMARY"] == "Review: Mouth care"
    assert "File: docs/a.md\n" in event["DESCRIPTION"]
    assert event["DESCRIPTION"].endswith("Owner: Care team")
    assert event["DTSTAMP"] == "20261122T000000Z"


def test_a_late_review_says_so():
    (event,) = read_calendar(format_calendar([summarise("Mouth care", "2025-01-31")], TODAY))
    assert event["SUMMARY"] == "Late review: Mouth care"
    assert event["DTSTART;VALUE=DATE"] == "20260131"


def test_an_event_keeps_its_id_when_its_day_changes_and_no_two_share_one():
    first, second, other = (
        read_calendar(format_calendar([summary], TODAY))[0]["UID"]
        for summary in (
            summarise("Mouth care"),
            summarise("Mouth care, again", "2026-09-09"),
            summarise("Mouth care", path="docs/b.md"),
        )
    )
    assert first == second != other


def test_a_document_without_a_review_has_no_event():
    assert read_calendar(format_calendar([summarise("Mouth care", "never")], TODAY)) == []


@pytest.mark.parametrize(
    "title", ["A; b, c \\\\ d", "é" * 80, "👩‍⚕️ " * 30, "x" * 200, "END:VEVENT", "a\\nb: c\\r\\nd"]
)
def test_any_title_is_one_property(title):
    summary = summarise(title)
    (event,) = read_calendar(format_calendar([summary], TODAY))
    assert event["SUMMARY"] == f"Review: {summary.title}".replace("\r", "\ufffd")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_folded_lines_are_short_and_unfold_to_the_same(text):
    line = text.replace("\r", "").replace("\n", "")
    folded = fold_line(line)
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == line


@given(st.text(st.characters(exclude_categories=["C"]) | st.just("\n")))
def test_escaped_text_is_one_line_and_comes_back(text):
    escaped = escape_text(text)
    assert "\n" not in escaped
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", escaped)
    assert unescape(escaped) == text
