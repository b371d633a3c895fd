"""The public functions, as a program would use them."""

from datetime import date

import pytest

import plainlint
from plainlint import Config, PlainlintError, lint_paths, lint_text, parse


def test_lint_text_gives_measures_and_findings(hard):
    result = lint_text(hard, path="hands.md")
    assert result.audience == "patient"
    assert result.measures.counts.sentences == 4
    long = [d for d in result.diagnostics if d.rule == "readability/long-sentence"]
    assert [d.severity for d in long] == ["error"]
    assert hard[long[0].span.start : long[0].span.end] == long[0].text
    assert long[0].path == "hands.md"


def test_lint_text_takes_a_configuration_and_a_day(good):
    text = good.replace(
        "license: cc_by", "license: cc_by\nlastReviewed: 2020-01-01\nreviewFrequency: annual"
    )
    assert lint_text(text, today=date(2020, 12, 31)).diagnostics == ()
    assert [d.rule for d in lint_text(text).diagnostics] == ["metadata/review-overdue"]
    overdue = lint_text(text, today=date(2026, 11, 22)).diagnostics
    assert [d.rule for d in overdue] == ["metadata/review-overdue"]
    config = Config(ignore=("metadata",))
    assert lint_text(text, today=date(2026, 11, 22), config=config).diagnostics == ()


def test_parse_gives_blocks_sentences_words_and_links():
    document = parse("# Care\n\nWash *well*. See [why](/why).\n")
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]
    assert [sentence.text for sentence in document.sentences] == ["Wash well.", "See why."]
    assert [word.text for word in document.sentences[0].words] == ["Wash", "well"]
    assert [link.href for link in document.links] == ["/why"]


def test_lint_paths_reports_file_by_file(write, good, hard):
    write("docs/b.md", hard)
    write("docs/a.md", good)
    write("docs/notes.txt", "not Markdown")
    report = lint_paths([write("docs/a.md", good).parent])
    assert [result.path[-4:] for result in report.results] == ["a.md", "b.md"]
    assert report.tally.count_by_severity()["error"] >= 1


def test_a_missing_path_is_an_error_to_catch():
    with pytest.raises(PlainlintError, match="no such file or folder"):
        lint_paths(["nowhere"])


def test_everything_public_is_documented():
    for name in plainlint.__all__:
        assert name == "__version__" or getattr(plainlint, name).__doc__
