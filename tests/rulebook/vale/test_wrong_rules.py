"""Invalid rules are errors with the file, the line, the key and what to write instead."""

import pytest

from plainlint import PlainlintError
from plainlint.rulebook.selection import RuleSet

WRONG = [
    ("extends: existence\ntokens: [\n", 3, "YAML: "),
    ("- a\n- b\n", 1, "the rule is a list; it must be lines of `key: value`"),
    ("a: &a [x]\nb: !!python/name:os {}\n", 2, "the YAML tag"),
    ("message: x\nmessage: y\n", 2, "the key `message` stands twice"),
    ("message: x\n", 1, "it needs the key 'extends'"),
    ("extends: existence\ntokens: [x]\n", 1, "it needs the key 'message'"),
    ("\nextends: existense\n", 2, "unknown kind 'existense'; did you mean 'existence'?"),
    ("extends: existence\ntoken: [x]\n", 2, "unknown key 'token'; did you mean 'tokens'?"),
    ("extends: existence\nlevel: eror\n", 2, "unknown level 'eror'; did you mean 'error'?"),
    ("extends: existence\ntokens: {a: b}\nmessage: x\n", 2, "'tokens' must be a list of texts"),
    ("extends: existence\nmessage: [x, y]\n", 2, "'message' must be a text"),
    ("extends: existence\nmessage: x\n", 1, "it needs the key 'tokens' or 'raw'"),
    ("extends: existence\nmessage: x\ntokens:\n  - a\n  - (b\n", 5, "the pattern '(b' is wrong: "),
    ("extends: existence\nmessage: x\nraw: [(, b]\n", 3, "the pattern "),
    (
        "extends: existence\nmessage: x\ntokens: [x]\nignorecase: perhaps\n",
        4,
        "'ignorecase' must be true or false",
    ),
    (
        "extends: existence\nmessage: x\ntokens: [x]\nscope:\n  - text\n  - headng\n",
        6,
        "unknown scope 'headng'; did you mean 'heading'?",
    ),
    (
        "extends: existence\nmessage: x\ntokens: [x]\naction: [a]\n",
        4,
        "'action' must be a table with 'name' and 'params'",
    ),
    (
        "extends: existence\nmessage: x\ntokens: [x]\nexceptions:\n  - a\n  - '[b'\n",
        6,
        "the pattern '[b' is wrong: ",
    ),
    ("extends: substitution\nmessage: x\n", 1, "it needs the key 'swap'"),
    ("extends: substitution\nmessage: x\nswap: [a]\n", 3, "'swap' must be a table"),
    ("extends: substitution\nmessage: x\nswap:\n  a: b\n  c[: d\n", 5, "the pattern 'c[' is wrong"),
    ("extends: substitution\nmessage: x\nswap:\n  a: [b]\n", 4, "'swap': 'a' must be a text"),
    ("extends: occurrence\nmessage: x\ntoken: x\n", 1, "it needs the key 'max' or 'min'"),
    ("extends: occurrence\nmessage: x\nmax: many\n", 3, "'max' must be a number"),
    ("extends: occurrence\nmessage: x\nmax: 1\n", 1, "it needs the key 'token'"),
    ("extends: repetition\nmessage: x\n", 1, "it needs the key 'tokens'"),
    ("extends: consistency\nmessage: x\n", 1, "it needs the key 'either'"),
    ("extends: conditional\nmessage: x\nfirst: (\nsecond: y\n", 3, "the pattern '(' is wrong"),
    ("extends: capitalization\nmessage: x\nmatch: '['\n", 3, "the pattern '[' is wrong"),
    ("extends: capitalization\nmessage: x\nmatch: $tittle\n", 3, "unknown style '$tittle'"),
    (
        "extends: metric\nmessage: x\nformula: words /\ncondition: '> 1'\n",
        3,
        "'words /' is not a formula",
    ),
    (
        "extends: metric\nmessage: x\nformula: wrods\ncondition: '> 1'\n",
        3,
        "a formula can't use 'wrods'; did you mean 'words'?",
    ),
    (
        "extends: metric\nmessage: x\nformula: words\ncondition: many\n",
        4,
        "'many' is not a condition; write one such as '> 8'",
    ),
    ("extends: readability\nmessage: x\ngrade: 8\n", 1, "it needs the key 'metrics'"),
    ("extends: readability\nmessage: x\nmetrics: [SMOG]\n", 1, "it needs the key 'grade'"),
    (
        "extends: readability\nmessage: x\nmetrics: [SMOGG]\ngrade: 8\n",
        3,
        "unknown metric 'SMOGG'; did you mean 'SMOG'?",
    ),
]


@pytest.mark.parametrize(("rule", "line", "message"), WRONG, ids=lambda value: str(value)[-30:])
def test_an_invalid_rule_is_an_error_with_its_file_and_line(style, rule, line, message):
    with pytest.raises(PlainlintError) as error:
        RuleSet(style(rule)).get_running_rules()
    place, _, text = str(error.value).partition(": ")
    assert place.endswith(f"styles/House/Own.yml:{line}")
    assert text.startswith(f"House.Own: {message}")


def test_an_invalid_change_in_the_configuration_has_its_line_there(plainlint, write, good):
    write("a.md", good)
    write("styles/House/Very.yml", "extends: existence\nmessage: x\ntokens: [very]\n")
    write("plainlint.toml", 'vale-styles = ["styles/House"]\n[rule."House.Very"]\ntokens = ["x"]\n')
    called = plainlint("check", "a.md")
    assert called.code == 2
    assert "plainlint.toml:3: House.Very: unknown key 'tokens'" in called.err
