"""Loading: find files upwards, merge them, and name file, line and nearest key in errors."""

from pathlib import Path

import pytest

from plainlint import PlainlintError, lint_paths, load_config
from plainlint.config import loader
from plainlint.config.loader import PRESETS, find_config
from plainlint.config.settings import Config
from plainlint.rulebook.selection import RuleSet


def collect_rules(report):
    return {diagnostic.rule for diagnostic in report.diagnostics}


def test_the_nearest_file_upwards_is_used(write, good):
    write("plainlint.toml", 'ignore = ["metadata"]\n')
    near = write("docs/plainlint.toml", 'select = ["metadata"]\n')
    document = write("docs/deep/hands.md", good)
    assert find_config(document, [near.parents[1]]) == near


def test_pyproject_is_used_if_it_has_the_table(write, good):
    project = write("pyproject.toml", '[tool.plainlint]\nselect = ["metadata/value"]\n')
    write("docs/pyproject.toml", "[project]\nname = 'x'\n")
    document = write("docs/hands.md", good.replace("status: active", "status: on"))
    assert find_config(document, [project.parent]) == project
    assert collect_rules(lint_paths([project.parent])) == {"metadata/value"}


def test_select_and_ignore_take_rules_and_categories(write, hard):
    write("plainlint.toml", 'select = ["readability"]\nignore = ["readability/long-sentence"]\n')
    document = write("hands.md", f"{hard}\n{'Physiotherapists necessitate rehabilitation. ' * 20}")
    rules = collect_rules(lint_paths([document]))
    assert rules
    assert all(rule.startswith("readability/") for rule in rules)
    assert "readability/long-sentence" not in rules


def test_limits_change_without_copying_a_page(write, hard):
    document = write("hands.md", hard)
    write(
        "plainlint.toml",
        'select = ["readability/long-sentence"]\n'
        '[rule."readability/long-sentence".limits]\ntarget.patient = 45\nmost.patient = 50\n',
    )
    assert collect_rules(lint_paths([document])) == set()


def test_a_severity_set_by_the_user_counts_for_both_tiers(write, hard):
    document = write("hands.md", hard)
    write("plainlint.toml", '[rule."readability/long-sentence"]\nseverity = "info"\n')
    (result,) = lint_paths([document]).results
    severities = {d.severity for d in result.diagnostics if d.rule == "readability/long-sentence"}
    assert severities == {"info"}


def test_per_path_settings_override_the_rest(write, hard):
    write(
        "plainlint.toml",
        '[per-path."doctors/*"]\ndefault-audience = "technical"\nignore = ["metadata"]\n'
        '[rule."readability/long-sentence"]\neasy_extra = 0\n'
        '[per-path."doctors/short/*.md".rule."readability/long-sentence".limits.most]\n'
        "technical = 10\n",
    )
    bare = hard.replace("audienceLevel: patient\n", "")
    document = write("doctors/hands.md", bare)
    short = write("doctors/short/hands.md", bare)
    lay_person = write("hands.md", hard)
    results = {result.path: result for result in lint_paths([document, short, lay_person]).results}
    assert results[str(document)].audience == "technical"
    assert {d.rule for d in results[str(document)].diagnostics} == {"readability/long-sentence"}
    assert {d.severity for d in results[str(document)].diagnostics} == {"warning"}
    assert "error" in {d.severity for d in results[str(short)].diagnostics}
    assert results[str(lay_person)].audience == "patient"


def test_a_file_overrides_the_file_that_it_extends(write):
    write(
        "base.toml",
        'ignore = ["jargon"]\ndefault-audience = "patient"\n[audience-aliases]\nkin = "caregiver"\n',
    )
    path = write(
        "plainlint.toml",
        'extend = "base.toml"\nignore = ["input"]\n[audience-aliases]\nmd = "technical"\n',
    )
    config = load_config(path)
    assert config.ignore == ("input",)
    assert config.default_audience == "patient"
    assert config.audience_aliases["kin"] == "caregiver"
    assert config.audience_aliases["md"] == "technical"
    assert config.audience_aliases["healthprofessional"] == "technical"


def test_aliases_and_the_default_audience(write, good):
    write("plainlint.toml", 'default-audience = "caregiver"\n[audience-aliases]\nKin = "patient"\n')
    alias = write("alias.md", good.replace("audienceLevel: patient", "audienceLevel: kin"))
    silent = write("silent.md", good.replace("audienceLevel: patient\n", ""))
    results = lint_paths([alias, silent]).results
    assert [result.audience for result in results] == ["patient", "caregiver"]
    assert results[0].diagnostics == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("# a\nselct = []\n", ":2: unknown key 'selct'; did you mean 'select'?"),
        ("select = 3\n", ":1: 'select' must be a list of strings"),
        (
            "\ndefault-audience = 'patients'\n",
            ":2: unknown audience 'patients'; did you mean 'patient'?",
        ),
        ("fail-on = 'erro'\n", ":1: unknown severity 'erro'; did you mean 'error'?"),
        ("list-sentences = 'together'\n", ":1: 'list-sentences' must be 'apart' or 'joined'"),
        ("parser = 'pyromark'\n", ":1: 'parser' must be 'auto' or 'markdown-it'"),
        ("default-glossary = 1\n", ":1: 'default-glossary' must be true or false"),
        ("glossary = ['none.csv']\n", ":1: 'glossary' names "),
        ("[audience-aliases]\nkin = 'family'\n", ":2: unknown audience 'family'"),
        ("[per-path.'x/**']\nignroe = []\n", ":2: unknown key 'ignroe'; did you mean 'ignore'?"),
        ("rule = 3\n", ":1: 'rule' must be a table"),
        ("select = [\n", "it is not TOML"),
        ("extend = 'plainlint.toml'\n", "goes round in a circle"),
    ],
)
def test_errors_name_file_line_and_nearest_key(write, text, problem):
    path = write("plainlint.toml", text)
    with pytest.raises(PlainlintError) as error:
        load_config(path)
    assert str(error.value).startswith(str(path))
    assert problem in str(error.value)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[rule."readability/long-sentense"]\n', "did you mean 'readability/long-sentence'?"),
        (
            '[rule."readability/long-sentence"]\nlimit = 3\n',
            "unknown key 'limit'; did you mean 'limits'?",
        ),
        ('[rule."readability/long-sentence".limits.moost]\npatient = 3\n', "did you mean 'most'?"),
        (
            '[rule."readability/long-sentence".limits.most]\npatients = 3\n',
            "did you mean 'patient'?",
        ),
        (
            '[rule."readability/long-sentence".limits.most]\npatient = "3"\n',
            "must be a table of tables of numbers",
        ),
        ('[rule."readability/long-sentence"]\nseverity = "fatal"\n', "unknown severity 'fatal'"),
        ('select = ["jargn"]\n', "unknown rule 'jargn'; did you mean 'jargon'?"),
    ],
)
def test_errors_in_overrides_of_rules(plainlint, write, good, text, problem):
    write("plainlint.toml", text)
    write("hands.md", good)
    called = plainlint("check", "hands.md")
    assert called.code == 2
    assert problem in called.err
    assert "plainlint.toml" in called.err
    assert len(called.err.splitlines()) == 1


def test_a_preset_lies_below_the_file_that_names_it(tmp_path):
    file = tmp_path / "plainlint.toml"
    file.write_text('preset = "nhs"\ndefault-audience = "caregiver"\n')
    config = load_config(file)
    assert config.default_audience == "caregiver"
    assert config.rule["readability/grade-level"]["limits"]["most"]["general"] == 8
    assert config.root == tmp_path


@pytest.mark.parametrize("name", PRESETS)
def test_each_preset_has_a_source_and_settings_that_run(tmp_path, name):
    file = Path(loader.__file__).with_name("presets") / f"{name}.toml"
    assert file.read_text().startswith("# ")
    (tmp_path / "plainlint.toml").write_text(f'preset = "{name}"\n')
    assert RuleSet(Config.load(tmp_path / "plainlint.toml")).get_running_rules()


@pytest.mark.parametrize(("name", "most"), [("ama", 6), ("nih", 8), ("nhs", 8), ("eu-trials", 8)])
def test_presets_set_the_grade_of_their_publisher(tmp_path, name, most):
    file = tmp_path / "plainlint.toml"
    file.write_text(f'preset = "{name}"\n')
    limits = RuleSet(Config.load(file)).every_rule["readability/grade-level"].limits
    assert {limits[audience].most for audience in ("patient", "caregiver", "general")} == {most}


def test_an_unknown_preset_is_named_with_its_line(tmp_path):
    file = tmp_path / "plainlint.toml"
    file.write_text('select = []\npreset = "nsh"\n')
    with pytest.raises(PlainlintError, match=r"plainlint\.toml:2: .*'nsh'.* nhs"):
        load_config(file)
