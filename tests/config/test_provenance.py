"""plainlint config: the settings that apply to a file, and where each is set."""

import pytest

from plainlint import lint_paths, load_config


@pytest.fixture
def chain(write):
    """Write a chain of three files that extend each other, with settings by path in two."""
    write(
        "shared/house.toml",
        'default-audience = "patient"\nfail-on = "warning"\n'
        '[rule."readability/long-sentence".limits]\ntarget.patient = 18\nmost.patient = 28\n'
        '[per-path."doctors/*"]\ndefault-audience = "technical"\nignore = ["jargon"]\n',
    )
    write("team.toml", 'extend = "shared/house.toml"\nignore = ["input"]\n')
    return write(
        "plainlint.toml",
        'extend = ["team.toml"]\nfail-on = "error"\n'
        '[rule."readability/long-sentence".limits.most]\npatient = 25\n'
        '[per-path."doctors/*"]\nignore = ["metadata"]\n'
        '[per-path."doctors/old/*".rule."readability/long-sentence"]\nseverity = "info"\n'
        "easy_extra = 0\n",
    )


def test_every_value_has_its_file_and_line(chain, plainlint, write, good):
    write("doctors/old/a.md", good)
    out = plainlint("config", "doctors/old/a.md").out
    rows = dict(line.rsplit("# ", 1) for line in out.splitlines() if " = " in line)
    lines = {key.strip(): place.rpartition("/")[2] for key, place in rows.items()}
    assert lines['fail-on = "error"'] == "plainlint.toml:2"
    assert lines['default-audience = "technical"'] == "house.toml:7"
    assert lines['rule."readability/long-sentence".limits.target.patient = 18'] == "house.toml:4"
    assert lines['rule."readability/long-sentence".limits.most.patient = 25'] == "plainlint.toml:4"
    assert lines['rule."readability/long-sentence".severity = "info"'] == "plainlint.toml:8"
    assert lines['ignore = ["input", "jargon", "metadata"]'] == "plainlint.toml:6"
    assert lines["baseline-grade-tolerance = 0.5"] == "default"
    assert "rules run on doctors/old/a.md" in out


def test_the_shown_settings_are_those_that_run(chain, write, hard):
    document = write("doctors/old/a.md", hard.replace("audienceLevel: patient\n", ""))
    assert document.exists()
    (result,) = lint_paths([chain.parent]).results
    assert result.audience == "technical"
    assert {(diagnostic.rule, diagnostic.severity) for diagnostic in result.diagnostics} == {
        ("readability/long-sentence", "info")
    }


def test_every_file_of_a_list_is_extended(write):
    write("a.toml", 'ignore = ["jargon"]\ndefault-audience = "patient"\n')
    write("b.toml", 'ignore = ["input"]\n')
    config = load_config(write("plainlint.toml", 'extend = ["a.toml", "b.toml"]\n'))
    assert config.ignore == ("input",)
    assert config.default_audience == "patient"


def test_without_a_file_every_setting_is_a_default(plainlint, write, good):
    write("a.md", good)
    out = plainlint("config", "a.md").out
    assert all(line.endswith("# default") for line in out.splitlines()[:-1])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("max-warnings = -1\n", ":1: 'max-warnings' must be a whole number of 0 or more"),
        ("max-warnings = 1.5\n", "must be a whole number"),
        (
            "baseline-grade-tolerance = true\n",
            "'baseline-grade-tolerance' must be a number of 0 or more",
        ),
        ("baseline = 3\n", "'baseline' must be a text"),
        ("include = 3\n", "'include' must be a list of strings"),
        ('extend-select = ["suppression/missing"]\n', "did you mean 'suppression/missing-reason'?"),
    ],
)
def test_wrong_values(plainlint, write, good, text, problem):
    write("plainlint.toml", text)
    write("a.md", good)
    called = plainlint("check", "a.md")
    assert called.code == 2
    assert problem in called.err
