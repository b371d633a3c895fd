"""Accepted words: what a list covers, where it counts, and the command that adds to it."""

import pytest

from plainlint import Config, PlainlintError
from plainlint.analysis.glossary.accepted_words import load_word_list, make_accepted_words
from plainlint.core.source import Source
from plainlint.engine.linter import Linter

PAGE = "You may get photopsia from XQZ. We utilize sepsis tests.\n"


@pytest.mark.parametrize("text", ["photopsia", "Photopsia", "photopsias", "photopsia's", "Ward 7"])
def test_forms_that_are_covered(text):
    assert make_accepted_words(("photopsia", "Ward 7"), ()).covers(text)


@pytest.mark.parametrize("text", ["who", "photopsia test", ""])
def test_what_is_not_covered(text):
    assert not make_accepted_words(("WHO", "photopsia"), ()).covers(text)


@pytest.mark.parametrize("text", ["Harbour Trust for Health", "HTH", "NHS"])
def test_the_publisher_is_known_by_its_initials_too(text):
    assert make_accepted_words((), ("Harbour Trust for Health", "NHS Harbour")).covers(text)


def test_no_word_rule_reports_them(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("# ours\nphotopsia\nutilize\nsepsis\nXQZ  # a ward\n", encoding="utf-8")
    select = ("jargon", "plain-language/complex-word")
    without = Linter(Config(select=select), None).lint(Source(PAGE))
    assert [d.text for d in without.diagnostics] == ["photopsia", "XQZ", "utilize", "sepsis"]
    accepting = Linter(Config(select=select, accept=(path,)), None)
    assert accepting.lint(Source(PAGE)).diagnostics == ()


def test_the_publishers_acronym_needs_no_long_form():
    config = Config(select=("jargon/unexpanded-acronym",), publisher=("Harbour Health Trust",))
    assert Linter(config, None).lint(Source("The HHT is here.")).diagnostics == ()


def test_a_list_that_can_not_be_read(tmp_path):
    with pytest.raises(PlainlintError, match="the list can't be read"):
        load_word_list(tmp_path / "none.txt")


def test_accept_adds_to_the_list_of_the_settings(plainlint, tmp_path):
    (tmp_path / "plainlint.toml").write_text('accept = ["house.txt"]', encoding="utf-8")
    (tmp_path / "house.txt").write_text("Xalkori", encoding="utf-8")
    called = plainlint("accept", "Ward 7", "Xalkori")
    assert called.code == 0
    assert called.out.endswith("house.txt: added 'Ward 7'.\n")
    assert (tmp_path / "house.txt").read_text(encoding="utf-8") == "Xalkori\nWard 7\n"
    assert "in the list already" in plainlint("accept", "Xalkori").out


def test_accept_writes_a_list_and_says_how_to_name_it(plainlint, tmp_path):
    called = plainlint("accept", "Xalkori")
    assert 'accept = ["words.txt"]' in called.out
    assert (tmp_path / "words.txt").read_text(encoding="utf-8") == "Xalkori\n"
    assert plainlint("accept", " ").code == 2
