"""Files for other tools: their commands run, and what they read is what plainlint writes."""

import json
import re
import shlex
import shutil
import subprocess

import pytest
import yaml

from tests.conftest import ROOT

TEMPLATES = ROOT / "templates"
MATCHERS = json.loads((TEMPLATES / "plainlint-problem-matcher.json").read_text())["problemMatcher"]
MEGALINTER = yaml.safe_load(
    next((TEMPLATES / "mega-linter-plugin-plainlint").iterdir()).read_text()
)
TRUNK = yaml.safe_load((TEMPLATES / "trunk" / "plugin.yaml").read_text())


def match(line):
    """Return what GitHub reads in a line of a log; None if nothing."""
    for matcher in MATCHERS:
        (pattern,) = matcher["pattern"]
        if found := re.search(pattern["regexp"], line):
            groups = {key: found[value] for key, value in pattern.items() if key != "regexp"}
            return {"severity": matcher.get("severity"), **groups}
    return None


@pytest.mark.parametrize(
    "name", ["a.md", "folder with spaces/b.md", "a:12:3: error.md", "caf\u00e9 (1).md"]
)
def test_the_problem_matcher_reads_each_finding(plainlint, write, hard, name):
    write(name, f"{hard}\nUtilise 12.5% of it: \u201cerror x\u201d.\n")
    write("plainlint.toml", '[rule."numbers/decimals"]\nseverity = "info"\n')
    findings = [
        json.loads(line)
        for line in plainlint("check", ".", "--output-format", "jsonl").out.splitlines()
    ]
    assert {found["severity"] for found in findings} == {"error", "warning", "info"}
    *lines, total = plainlint("check", ".", "--output-format", "concise").out.splitlines()
    assert match(total) is None
    assert len(lines) == len(findings)
    levels = {"error": "error", "warning": "warning", "info": "notice"}
    for line, found in zip(lines, findings, strict=True):
        read = match(line)
        assert read["severity"] == levels[found["severity"]]
        assert read["code"] == found["rule"]
        if ": error" not in name:
            assert (read["file"], read["line"]) == (name, str(found["line"]))
            assert read["message"] == found["message"]


def test_the_command_that_adds_the_matcher_names_the_file_of_the_docs():
    page = (ROOT / "docs" / "neighbours.md").read_text()
    assert "::add-matcher::.github/plainlint-problem-matcher.json" in page


def test_each_owner_is_another_one():
    owners = [matcher["owner"] for matcher in MATCHERS]
    assert len(owners) == len(set(owners))


def test_megalinter_counts_the_errors_of_its_command(plainlint, write, hard, good, tmp_path):
    (linter,) = MEGALINTER["linters"]
    write("bad.md", f"{hard}\n{hard.splitlines()[-1]}\n")
    write("good.md", good)
    arguments = linter["cli_lint_extra_args"]
    called = plainlint(*arguments, "bad.md", "good.md")
    assert called.code == 1
    counted = re.findall(linter["cli_lint_errors_regex"], called.out)
    total = plainlint("check", ".", "--output-format", "json").json["summary"]["error"]
    assert sum(map(int, counted)) == total > 1
    assert re.findall(linter["cli_lint_errors_regex"], plainlint(*arguments, "good.md").out) == []
    sarif = [part.replace("{{SARIF_OUTPUT_FILE}}", "o.sarif") for part in linter["cli_sarif_args"]]
    plainlint(*arguments, *sarif, "bad.md")
    assert json.loads((tmp_path / "o.sarif").read_text())["version"] == "2.1.0"
    assert linter["config_file_name"] == "plainlint.toml"
    for example in linter["examples"]:
        write("leaflet.md", good)
        assert plainlint(*shlex.split(example)[1:]).code == 0


def test_trunk_reads_sarif_from_its_command(plainlint, write, hard):
    (definition,) = TRUNK["lint"]["definitions"]
    (command,) = definition["commands"]
    write("-bad.md", hard)
    program, *arguments = shlex.split(command["run"].replace("${target}", "-bad.md"))
    assert program == "plainlint"
    called = plainlint(*arguments)
    assert called.code in command["success_codes"]
    assert called.json["runs"][0]["results"]
    version = plainlint(*shlex.split(definition["version_command"]["run"])[1:]).out
    assert re.search(r"\d+\.\d+\.\d+", version)


def test_danger_tells_each_finding_at_its_line(plainlint, write, hard, tmp_path):
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    write("docs/a.md", f"{hard}\nUtilise <script> it, *now*.\n")
    options = ("--output-format", "jsonl", "--exit-zero")
    write("plainlint.jsonl", plainlint("check", "docs", *options).out)
    # Danger gives these three functions to the file.
    harness = (
        "for (const kind of ['fail', 'warn', 'message'])\n"
        "  globalThis[kind] = (...all) => console.log(JSON.stringify([kind, ...all]));\n"
        f"require({str(TEMPLATES / 'dangerfile.js')!r});\n"
    )
    done = subprocess.run(
        ["node", "-e", harness], cwd=tmp_path, capture_output=True, check=True, timeout=60
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    lines = (tmp_path / "plainlint.jsonl").read_text().splitlines()
    findings = list(map(json.loads, lines))
    kinds = {"error": "fail", "warning": "warn", "info": "message"}
    expected = [(kinds[one["severity"]], one["path"], one["line"]) for one in findings]
    assert [(kind, path, line) for kind, _, path, line in told] == expected
    assert not any(re.search(r"(?<!\\)[<*]", text) for _, text, _, _ in told)


def test_reviewdog_gets_a_zero_exit_code_and_its_format(plainlint, write, hard):
    write("docs/a.md", hard)
    called = plainlint("check", "docs", "--output-format", "rdjson", "--exit-zero")
    assert called.code == 0
    assert called.json["source"]["name"] == "plainlint"
