"""Former ids of rules: settings and comments may use them, and a note names the present one."""

import pytest

from plainlint import Config, PlainlintError
from plainlint.rulebook.former_names import map_former_ids, update_rule_names
from plainlint.rulebook.page import Pages, get_shipped_folder
from plainlint.rulebook.selection import RuleSet

OLD, NEW = "words/hurry", "words/haste"
_PAGE = f"""---
check: pattern
former_ids: [{OLD}]
patterns: [quickly]
message: This asks for haste.
help: Leave it out.
---
# No haste
"""


@pytest.fixture(autouse=True)
def house(write, good):
    write("a.md", f"{good}\n\nGo home quickly.\n")
    return write(f"house/{NEW}.md", _PAGE).parents[1]


@pytest.fixture
def settle(write):
    return lambda text: write("plainlint.toml", f'rule-folders = "house"\n{text}\n')


def test_each_former_id_leads_to_a_rule(house):
    pages = Pages((get_shipped_folder(), house))
    former = map_former_ids(pages)
    assert former[OLD] == NEW
    assert former.keys().isdisjoint(pages)
    assert set(former.values()) <= set(pages)


@pytest.mark.parametrize(
    "text",
    [
        f'select = ["{OLD}"]',
        f'ignore = ["{OLD}"]',
        f'extend-select = ["{OLD}"]',
        f'[rule."{OLD}"]\nseverity = "info"',
        f'[per-path."*"]\nignore = ["{OLD}"]',
        f'[per-path."*".rule."{OLD}"]\nseverity = "info"',
    ],
)
def test_settings_with_an_old_id_do_what_those_with_the_new_one_do(settle, plainlint, text):
    settle(text.replace(OLD, NEW))
    new = plainlint("check", "a.md", "--output-format", "full")
    assert "now called" not in new.err
    path = settle(text)
    for _ in range(2):  # the second run takes its findings from the cache
        old = plainlint("check", "a.md", "--output-format", "full")
        assert old.out == new.out
        assert old.err.count(f"the rule '{OLD}' is now called '{NEW}'") == 1
        assert path.name in old.err


def test_an_option_may_have_an_old_id(settle, plainlint):
    settle("")
    done = plainlint("check", "a.md", "--select", OLD)
    assert f"[{NEW}]" in done.out
    assert f"the rule '{OLD}' is now called '{NEW}'" in done.err


def test_a_comment_may_have_an_old_id(settle, write, plainlint, good):
    settle("")
    comment = f"<!-- plainlint: disable-file={OLD} -- a fire drill -->"
    write("a.md", f"{good}\n\nGo home quickly.\n\n{comment}\n")
    out = plainlint("check", "a.md", "--output-format", "full").out
    assert NEW not in out
    assert "suppression/" not in out


def test_both_names_of_one_rule_with_settings_are_an_error(house):
    rule = {OLD: {"severity": "info"}, NEW: {"severity": "error"}}
    with pytest.raises(PlainlintError, match=f"'{OLD}' is the old name of the rule '{NEW}'"):
        update_rule_names(Config(rule_folders=house, rule=rule))


def test_programs_may_use_an_old_id(house):
    rules = RuleSet(Config(rule_folders=house, select=(OLD,))).get_running_rules()
    assert [rule.id for rule in rules] == [NEW]


def test_settings_without_old_ids_stay_the_same():
    for config in (Config(), Config(select=("jargon",)), Config(ignore=("house/unknown",))):
        assert update_rule_names(config) is config
