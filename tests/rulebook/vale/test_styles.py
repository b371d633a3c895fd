"""Styles: how rules are named, read, changed and ignored, and errors in them."""

import pytest

from plainlint import Config, lint_text
from plainlint.rulebook.selection import RuleSet
from plainlint.rulebook.vale.styles import Styles
from plainlint.run.digests import make_run_key

VERY = "extends: existence\nmessage: \"Leave out '%s'.\"\nlevel: error\ntokens: [very]\n"


@pytest.fixture
def project(write, good):
    """Write a style of two rules and a document, and return a function that configures them."""
    write("styles/House/Very.yml", VERY)
    write(
        "styles/House/Commas.yml",
        "extends: occurrence\nmessage: Too many.\nscope: sentence\nmax: 1\ntoken: ','\n",
    )
    write("a.md", good + "\nIt is very, very, very good.\n")
    return lambda *lines: write(
        "plainlint.toml", "\n".join(('vale-styles = ["styles/House"]', *lines, ""))
    )


def concise(called):
    return [line.split(" ", 1)[1] for line in called.out.splitlines() if line.startswith("a.md:")]


def test_a_style_is_run_with_the_other_rules(plainlint, project):
    project()
    called = plainlint("check", "--output-format", "concise", "a.md")
    assert (called.code, called.err) == (1, "")
    assert sum("House.Very" in line for line in concise(called)) == 3
    assert sum("House.Commas" in line for line in concise(called)) == 1


def test_rules_of_a_style_are_selected_and_changed_by_name(plainlint, project):
    project(
        'select = ["House"]',
        '[rule."House.Very"]',
        'severity = "info"',
        "message = \"Not '{text}'.\"",
        '[rule."House.Commas".limits.most]',
        "general = 2",
        "patient = 2",
    )
    called = plainlint("check", "--output-format", "concise", "a.md")
    assert called.code == 0
    assert concise(called) == ["info House.Very Not 'very'."] * 3
    project('ignore = ["House.Very"]', 'select = ["House"]')
    called = plainlint("check", "--output-format", "concise", "a.md")
    assert ["House.Commas" in line for line in concise(called)] == [True]


def test_a_comment_in_the_document_hides_a_rule_or_the_whole_style(write):
    folder = write("styles/House/Very.yml", VERY).parent
    for name in ("House.Very", "House"):
        text = f"A very good one.\n\n<!-- plainlint: disable={name} -- a quote -->\n\nA very old one.\n"
        config = Config(select=("House",), vale_styles=(folder,))
        assert [finding.start.line for finding in lint_text(text, config=config).diagnostics] == [1]


def test_a_rule_can_be_looked_at_and_tried(plainlint, project):
    project()
    shown = plainlint("rule", "House.Very")
    assert "# Very" in shown.out
    assert "    tokens: [very]" in shown.out
    assert "House.Very" in plainlint("rule").out
    tried = plainlint("rule", "House.Commas", "--try", "a.md")
    assert "Too many." in tried.out
    assert "House.Very" not in tried.out


def test_rules_that_cannot_be_run_are_listed_in_one_line(plainlint, write, good):
    write("a.md", good)
    write("styles/House/Spell.yml", "extends: spelling\nmessage: x\nfilters: [a]\n")
    write("styles/House/Order.yml", "# Words\nextends: 'sequence' # tagged\nmessage: x\n")
    write("styles/House/Code.yml", "message: x\nextends: script\nscript: |\n  x\n")
    write("styles/House/Child.yml", "extends: House.Very\n")
    write("styles/House/Noun.yml", "extends: substitution\nmessage: x\npos: NN\nswap: {a: b}\n")
    write("styles/House/Very.yml", VERY)
    write("plainlint.toml", 'vale-styles = ["styles/House"]\n')
    note = (
        "plainlint: rules of Vale styles that don't run: House.Child (House.Very), House.Code (script),"
        " House.Noun (pos), House.Order (sequence), House.Spell (spelling)\n"
    )
    for _ in ("first", "from the cache"):
        called = plainlint("check", "a.md")
        assert (called.code, called.err) == (0, note)


def test_a_folder_of_styles_is_all_of_them(write):
    write("styles/One/Very.yml", VERY)
    write("styles/Two/Very.yml", VERY)
    folder = write("styles/config/views/Page.yml", "engine: x\n").parents[2]
    assert set(Styles([folder])) == {"One.Very", "Two.Very"}


def test_a_vocabulary_is_accepted_and_rejected(write):
    write("styles/House/Caps.yml", "extends: existence\nmessage: \"'%s'\"\ntokens: ['[A-Z]{3,}']\n")
    write(
        "styles/House/All.yml",
        "extends: existence\nmessage: \"'%s'\"\nvocab: false\ntokens: ['[A-Z]{4,}']\n",
    )
    words = write("words/accept.txt", "# Ours\nMRI\n\n(?i)petscan\nCity Hospital\n").parent
    write("words/reject.txt", "ward\n")
    config = Config(
        select=("House", "Vale"), vale_styles=(words, words.parent / "styles" / "House")
    )
    text = "An MRI, a DNA, a PETSCAN. The ward of the city hospital or City Hospital.\n"
    diagnostics = lint_text(text, config=config).diagnostics
    assert [(diagnostic.rule, diagnostic.message) for diagnostic in diagnostics] == [
        ("House.Caps", "'DNA'"),
        ("House.All", "'PETSCAN'"),
        ("Vale.Avoid", "Avoid using 'ward'."),
        ("Vale.Terms", "Use 'City Hospital' instead of 'city hospital'."),
    ]


def test_the_files_of_a_style_count_for_the_cache(write):
    folder = write("styles/House/Very.yml", VERY).parent
    config = Config(vale_styles=(folder,))
    before = make_run_key(config, None)
    assert make_run_key(config, None) == before
    write("styles/House/Very.yml", VERY.replace("very", "really"))
    changed = make_run_key(config, None)
    assert changed != before
    write("styles/House/accept.txt", "MRI\n")
    assert make_run_key(config, None) not in {before, changed}


def test_an_invalid_rule_that_is_ignored_is_not_read(style):
    config = style("extends: existence\n", ignore=("House.Own",))
    assert RuleSet(config).get_running_rules() == ()


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "styles/House', which does not exist"),
        ({"styles/House": "x"}, "styles/House', which is not a folder"),
        ({"styles/House/read.me": "x"}, "styles/House: a style is a folder of rules (.yml)"),
        ({"styles/House/Own.yml": b"\xff"}, "Own.yml: it is not UTF-8"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_folder_that_is_not_a_style_is_an_error(plainlint, write, good, files, message):
    write("a.md", good)
    write("plainlint.toml", 'vale-styles = ["styles/House"]\n')
    for name, content in files.items():
        write(name, content)
    called = plainlint("check", "a.md")
    assert called.code == 2
    assert message in called.err
