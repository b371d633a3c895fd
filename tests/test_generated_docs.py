"""What is made of the rule pages and the checks is fresh, whole and true."""

import pytest

from docs.made import made
from plainlint.config.settings import Config
from plainlint.core.source import decode
from plainlint.engine.linter import Linter
from plainlint.rulebook.check_docs import read_check_doc
from plainlint.rulebook.examples import parse_examples
from plainlint.rulebook.page import Pages, get_shipped_folder, read_page
from plainlint.rulebook.registry import get_check_names, load_check
from plainlint.run.rule_tests import TODAY, lint_example
from tests.conftest import ROOT

PAGES = Pages([get_shipped_folder()])
VERBS = {name: read_check_doc(load_check(name)) for name in sorted(get_check_names())}


@pytest.mark.parametrize("path", made(), ids=lambda path: path.name)
def test_run_make_docs_if_this_fails(path):
    assert path.read_text(encoding="utf-8") == made()[path]


def test_the_command_prints_what_is_written(plainlint):
    verbs = plainlint("rule", "--verbs", cwd=ROOT).out
    assert verbs == (ROOT / "docs" / "verbs.md").read_text(encoding="utf-8")
    table = plainlint("rule", "--table", cwd=ROOT).out.replace("](", "](../")
    assert table in (ROOT / "docs" / "built-in-rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", VERBS)
def test_a_check_says_what_each_of_its_settings_means(name):
    assert VERBS[name].summary
    assert VERBS[name].settings.keys() == load_check(name).settings.keys()


@pytest.mark.parametrize("name", [name for name in VERBS if VERBS[name].example[0]])
def test_the_example_of_a_check_is_right(name, write):
    """Its rule finds what « » marks, and its message may name all that the docstring says."""
    policy, document = VERBS[name].example
    message = " ".join(f"{{{key}}}" for key in VERBS[name].message)
    head = f"check: {name}\nmessage: '{message}'\n{policy}"
    path = write("rules/house/own.md", f"---\n{head}\n---\n```bad\n{document}\n```\n")
    page = read_page(path, "house/own")
    (example,) = parse_examples(page)
    assert lint_example(example, page, Config(), PAGES) == example.expected != ()


def test_a_table_leads_to_pages_inside_the_folder_alone(plainlint, write, tmp_path):
    write(
        "rules/house/own.md", "---\ncheck: word-list\nwords: [x]\naudience: patient\n---\n# A | B\n"
    )
    write("plainlint.toml", 'rules = ["rules"]\n')
    told = plainlint("rule", "--table").out
    assert "| [house/own](rules/house/own.md) | A \\| B | warning | patient |" in told
    assert "| `readability/long-sentence` | Long sentences | error, warning | all |" in told


def source_of(example):
    return decode(example.text.encode("utf-8", errors="surrogateescape"), "example.md")


def values_seen():
    """For each check that a shipped rule uses, the names that its examples' findings have."""
    linter = Linter(Config(enable=tuple(PAGES), default_audience="patient"), TODAY)
    seen = {}
    for page in PAGES.values():
        for example in parse_examples(page):
            if not example.good:
                result = linter.lint(source_of(example))
                for each in result.diagnostics:
                    check = PAGES[each.rule].policy["check"]
                    seen.setdefault(check, set()).update(each.values)
    return seen


def test_a_check_names_all_that_a_message_may_have():
    for check, names in values_seen().items():
        own = {"text"} if check == "pattern" else names
        assert own <= VERBS[check].message.keys(), check
        assert VERBS[check].message.keys() <= names, check
