"""The public functions, as programs use them."""

import subprocess
import sys
from datetime import date

import pytest

import plainlint
from plainlint import Config, PlainlintError, fix_text, lint_file, lint_paths, lint_text, parse


def test_lint_text_returns_measures_and_findings(hard):
    result = lint_text(hard, path="hands.md")
    assert result.audience == "patient"
    assert result.measures.counts.sentences == 4
    long = [d for d in result.diagnostics if d.rule == "readability/long-sentence"]
    assert [d.severity for d in long] == ["error"]
    assert hard[long[0].span.start : long[0].span.end] == long[0].text
    assert long[0].path == "hands.md"


def test_lint_text_takes_a_configuration_and_a_date(good):
    text = good.replace(
        "license: cc_by", "license: cc_by\nlastReviewed: 2020-01-01\nreviewFrequency: annual"
    )
    assert lint_text(text, today=date(2020, 12, 31)).diagnostics == ()
    assert [d.rule for d in lint_text(text).diagnostics] == ["metadata/review-overdue"]
    overdue = lint_text(text, today=date(2026, 11, 22)).diagnostics
    assert [d.rule for d in overdue] == ["metadata/review-overdue"]
    config = Config(ignore=("metadata",))
    assert lint_text(text, today=date(2026, 11, 22), config=config).diagnostics == ()


def test_parse_returns_blocks_sentences_words_and_links():
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


def test_a_missing_path_is_an_error():
    with pytest.raises(PlainlintError, match="no such file or folder"):
        lint_paths(["nowhere"])


def test_lint_file_returns_the_same_as_lint_text(write, hard):
    path = write("docs/hands.md", hard)
    today = date(2026, 11, 22)
    assert lint_file(path, today=today) == lint_text(hard, path=path, today=today)


def test_lint_file_takes_the_nearest_configuration_file(write, hard):
    write("plainlint.toml", 'select = ["metadata"]\n')
    write(".git/HEAD", "ref: refs/heads/main\n")
    path = write("docs/hands.md", hard)
    assert lint_file(str(path)).diagnostics == ()
    assert lint_file(path, config=Config()).diagnostics != ()


def test_lint_file_needs_a_file(tmp_path, write):
    for path, problem in ((tmp_path / "no.md", "no such file"), (tmp_path, "this is a folder")):
        with pytest.raises(PlainlintError, match=problem):
            lint_file(path)
    (finding,) = lint_file(write("latin.md", b"caf\xe9")).diagnostics
    assert finding.rule == "input/unreadable"


def test_fix_text_makes_unsafe_fixes_only_if_asked(good):
    text = good.replace("Use soap.", "Utilize soap.")
    assert fix_text(text) == text
    assert fix_text(text, unsafe=True) == text.replace("Utilize", "Use")
    assert fix_text(text, unsafe=True, config=Config(ignore=("plain-language",))) == text


def test_public_names_are_imported_when_they_are_used():
    code = "import plainlint, sys; print([m for m in sys.modules if m.startswith('plainlint.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['plainlint.core']"


def test_everything_public_is_documented():
    for name in plainlint.__all__:
        assert name == "__version__" or getattr(plainlint, name).__doc__


def test_half_a_character_is_no_error():
    (finding,) = lint_text(
        "Please\ud800 utilize it.", config=Config(select=("plain-language",))
    ).diagnostics
    assert finding.text == "utilize"
