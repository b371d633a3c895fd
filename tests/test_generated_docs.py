"""The docs generated from rule pages and checks are up to date, complete and correct."""

import inspect

import pytest

from plainlint.config.settings import Config
from plainlint.core.source import decode
from plainlint.engine.linter import Linter
from plainlint.rulebook.check_docs import read_check_doc
from plainlint.rulebook.examples import parse_examples
from plainlint.rulebook.page import Pages, get_shipped_folder, read_page
from plainlint.rulebook.registry import get_check_names, load_check
from plainlint.run.rule_tests import TODAY, lint_example
from tests.conftest import ROOT
from tools.generate_docs import render_files

PAGES = Pages([get_shipped_folder()])
DOCS = {name: read_check_doc(load_check(name)) for name in sorted(get_check_names())}


@pytest.mark.parametrize("path", render_files(), ids=lambda path: path.name)
def test_run_make_docs_if_this_fails(path):
    assert path.read_text(encoding="utf-8") == render_files()[path]


def test_the_command_prints_the_generated_docs(plainlint):
    checks = plainlint("rule", "--checks", cwd=ROOT).out
    assert checks == (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    table = plainlint("rule", "--table", cwd=ROOT).out.replace("](", "](../")
    assert table in (ROOT / "docs" / "built-in-rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCS)
def test_every_setting_of_a_check_is_documented(name):
    assert DOCS[name].summary
    assert DOCS[name].settings.keys() == load_check(name).settings.keys()


@pytest.mark.parametrize("name", DOCS)
def test_settings_are_keyword_only(name):
    check = load_check(name)
    parameters = inspect.signature(check.function).parameters
    assert all(
        parameters[setting].kind is inspect.Parameter.KEYWORD_ONLY for setting in check.settings
    )


@pytest.mark.parametrize("name", [name for name in DOCS if DOCS[name].example[0]])
def test_the_example_of_a_check_is_right(name, write):
    """Check that the rule reports what « » marks, and that its message can use all names."""
    policy, document = DOCS[name].example
    message = " ".join(f"{{{key}}}" for key in DOCS[name].message)
    head = f"check: {name}\nmessage: '{message}'\n{policy}"
    path = write("rules/house/own.md", f"---\n{head}\n---\n```bad\n{document}\n```\n")
    page = read_page(path, "house/own")
    (example,) = parse_examples(page)
    assert lint_example(example, page, Config(), PAGES) == example.expected != ()


def test_the_table_links_only_to_pages_inside_the_folder(plainlint, write, tmp_path):
    write(
        "rules/house/own.md", "---\ncheck: word-list\nwords: [x]\naudience: patient\n---\n# A | B\n"
    )
    write("plainlint.toml", 'rule-folders = ["rules"]\n')
    table = plainlint("rule", "--table").out
    assert "| [house/own](rules/house/own.md) | A \\| B | warning | patient |" in table
    assert "| `readability/long-sentence` | Long sentences | error, warning | all |" in table


def make_source(example):
    return decode(example.text.encode("utf-8", errors="surrogateescape"), "example.md")


def collect_values():
    """Return the names of the values in findings of the shipped examples, by check."""
    linter = Linter(Config(extend_select=tuple(PAGES), default_audience="patient"), TODAY)
    seen: dict[str, set[str]] = {}
    for page in PAGES.values():
        for example in parse_examples(page):
            if not example.good:
                result = linter.lint(make_source(example))
                for diagnostic in result.diagnostics:
                    check = PAGES[diagnostic.rule].policy["check"]
                    # Findings on pages in another language name their readers, too.
                    names = diagnostic.values.keys() - {"audience"}
                    seen.setdefault(check, set()).update(names)
    return seen


def test_every_value_for_a_message_is_documented():
    for check, names in collect_values().items():
        documented = DOCS[check].message.keys()
        required = {"text"} if check == "pattern" else names
        assert required <= documented <= names, check
