"""Formats for other programs: each holds to its own schema or reader, whatever is in the text."""

import json
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote

import pytest
from junitparser import JUnitXml
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif

from plainlint.reporters import FORMATS

# Text that breaks out of most formats: their own signs, a control character, wide characters.
NASTY = "Wash %0A::error::x ]]> <b>&amp;\"'; ##vso[x] @all | 😀 \x0c " + "your hands " * 20 + "now."


@pytest.fixture
def documents(write, good, hard):
    write("docs/hands, 100%: ä.md", hard + f"\n{NASTY}\n")
    write("docs/good.md", good)
    write("docs/bad.md", b"---\ntitle: x\n---\nNa\xefve.\n")
    write("docs/marked.md", ("\ufeff" + hard + f"\n{NASTY}\n").replace("\n", "\r\n"))


@pytest.fixture
def shown(plainlint, documents):
    def show(name, *options, **more):
        return plainlint("check", "docs", "--output-format", name, *options, **more).out

    return show


def findings(shown):
    return [json.loads(line) for line in shown("jsonl").splitlines()]


def test_jsonl_is_a_finding_a_line(shown):
    found = findings(shown)
    assert len(found) > 5
    assert all(each["path"].startswith("docs") and each["fingerprint"] for each in found)


def test_sarif_holds_to_the_schema(shown):
    text = shown("sarif")
    run = Sarif.model_validate_json(text).runs[0]
    assert len(run.results) == len(findings(shown))
    assert run.columnKind.value == "unicodeCodePoints"
    assert "security-severity" not in text
    for rule in run.tool.driver.rules:
        assert rule.help.text
        assert rule.helpUri is None or str(rule.helpUri).startswith("https://")
    for result in run.results:
        assert run.tool.driver.rules[result.ruleIndex].id == result.ruleId


def test_sarif_regions_are_exact(shown, tmp_path):
    for result in json.loads(shown("sarif"))["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        path = tmp_path / unquote(place["artifactLocation"]["uri"])
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
        start = region["charOffset"]
        marked = text[start : start + region["charLength"]]
        if path.name != "bad.md":
            assert marked == region["snippet"]["text"]
        line = re.split(r"\r\n|\n", text)[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 :].startswith(marked.splitlines()[0])


def test_sarif_has_fixes_suppressions_and_states(plainlint, write, good):
    long = "Wash " + "your hands " * 25 + "now."
    write("plainlint.toml", 'link-form = "/words/{id}"\n')
    write("a.md", f"{good}\nIt may lead to sepsis.\n\n{long}\n")
    plainlint("baseline", ".")
    write(
        "a.md",
        f"{good}\nIt may lead to sepsis.\n\n<!-- plainlint: disable=readability -- a quote -->\n\n"
        f"Then {long}\n\n<!-- plainlint: enable -->\n\nAlso {long}\n",
    )
    shown = plainlint("check", "a.md", "--output-format", "sarif", "--sarif-all").out
    run = json.loads(shown)["runs"][0]
    by_state = {r.get("baselineState"): r for r in run["results"]}
    assert by_state["new"]["ruleId"] == "readability/long-sentence"
    assert by_state["unchanged"]["ruleId"] == "jargon/unexplained-term"
    assert by_state["absent"]["ruleId"] == "readability/long-sentence"
    (suppressed,) = [r for r in run["results"] if "suppressions" in r]
    assert suppressed["suppressions"][0]["justification"] == "a quote"
    inserted = by_state["unchanged"]["fixes"][0]["artifactChanges"][0]["replacements"]
    assert [each["insertedContent"]["text"][:2] for each in inserted] == ["[", "]("]
    Sarif.model_validate(json.loads(plainlint("check", ".", "--output-format", "sarif").out))


def test_sarif_fingerprints_outlive_edits_elsewhere(plainlint, write, hard):
    def prints():
        options = ("--output-format", "sarif", "--select", "readability/long-sentence")
        out = plainlint("check", "a.md", *options).out
        results = json.loads(out)["runs"][0]["results"]
        return {r["partialFingerprints"]["plainlint/v1"] for r in results}

    write("a.md", hard)
    before = prints()
    write("a.md", hard.replace("# Clean hands", "# Clean hands\n\nRest well. Drink water."))
    assert prints() == before


def test_sarif_links_to_published_pages(shown, write):
    write("plainlint.toml", 'rules-url = "https://example.org/rules/{rule}.html"\n')
    rules = json.loads(shown("sarif"))["runs"][0]["tool"]["driver"]["rules"]
    assert {r["helpUri"] for r in rules} == {
        f"https://example.org/rules/{r['id']}.html" for r in rules
    }


COMMAND = re.compile(
    r"::(error|warning|notice) ((?:file|line|endLine|title|col|endColumn)=[^,:\r\n]*,?)+::[^\r\n]*"
)


def test_github_shows_ten_of_each_level_and_the_rest_in_the_summary(
    plainlint, write, hard, tmp_path
):
    long = hard.splitlines()[-1]
    write("a, b%.md", hard + f"\n{long}\n" * 15)
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    called = plainlint(
        "check",
        "a, b%.md",
        "--output-format=github",
        env={**os.environ, "GITHUB_STEP_SUMMARY": str(summary)},
    )
    *commands, last = called.out.splitlines()
    assert all(COMMAND.fullmatch(line) for line in commands)
    assert sum(line.startswith("::error ") for line in commands) == 10
    assert last.endswith("more entries are in the summary of this step.")
    assert "file=a%2C b%25.md" in commands[0]
    text = summary.read_text()
    assert text.startswith("before\n## plainlint")
    assert "What to fix first" in text


def test_github_text_can_not_start_a_command(shown):
    for line in shown("github").splitlines()[:-1]:
        assert COMMAND.fullmatch(line)
        assert "%0A::error" not in line.replace("%250A", "")


def test_azure_escapes_what_ends_a_property(shown):
    lines = shown("azure").splitlines()
    assert len(lines) == len(findings(shown))
    pattern = re.compile(r"##vso\[task\.logissue ((?:[a-z]+=[^;\]]*;)+)\][^\r\n]*")
    for line in lines:
        match = pattern.fullmatch(line)
        assert match
        keys = dict(pair.split("=", 1) for pair in match[1].strip(";").split(";"))
        assert keys.keys() == {"type", "sourcepath", "linenumber", "columnnumber", "code"}
        assert keys["type"] in {"error", "warning"}
    assert any("100%AZP25" in line for line in lines)


def test_gitlab_has_the_keys_of_code_quality(shown):
    issues = json.loads(shown("gitlab"))
    assert len(issues) == len(findings(shown))
    assert len({each["fingerprint"] for each in issues}) == len(issues)
    for each in issues:
        assert each.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not each["location"]["path"].startswith(("/", "./"))
        assert each["location"]["lines"]["begin"] >= 1


def test_junit_is_read_by_a_reader_of_it(shown, tmp_path):
    text = shown("junit")
    file = tmp_path / "junit.xml"
    file.write_text(text)
    whole = JUnitXml.fromfile(str(file))
    assert whole.failures == len(findings(shown)) == sum(suite.failures for suite in whole)
    suites = {suite.name: suite for suite in whole}
    assert suites["docs/good.md"].failures == 0
    assert suites["docs/good.md"].tests == 1
    assert whole.tests == sum(len(list(suite)) for suite in whole)


def test_checkstyle_is_a_file_element_a_document(shown):
    root = ET.fromstring(shown("checkstyle"))
    assert root.tag == "checkstyle"
    assert len(root) == 4
    errors = [error for file in root for error in file]
    assert len(errors) == len(findings(shown))
    for error in errors:
        assert error.attrib.keys() == {"line", "column", "severity", "message", "source"}
        assert error.get("severity") in {"error", "warning", "info"}


def test_rdjson_counts_bytes(shown, tmp_path):
    diagnostics = json.loads(shown("rdjson"))["diagnostics"]
    found = findings(shown)
    assert len(diagnostics) == len(found)
    for each, finding in zip(diagnostics, found, strict=True):
        assert each["severity"] in {"ERROR", "WARNING", "INFO"}
        data = (tmp_path / each["location"]["path"]).read_bytes()
        start, end = each["location"]["range"]["start"], each["location"]["range"]["end"]
        lines = data.split(b"\n")
        if start["line"] == end["line"]:
            marked = lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1]
            assert marked.decode("utf-8", errors="replace") == finding["text"]


def test_markdown_shows_the_text_and_no_markup_of_it(shown):
    text = shown("markdown")
    assert text.startswith("## plainlint\n\n4 documents checked: ")
    assert "\\<b\\>" in text
    assert "@all" not in text


def test_several_formats_at_once(plainlint, documents, tmp_path):
    called = plainlint(
        "check", "docs", "--output-format=concise", "--output-format=sarif=out.sarif",
        "--output-format=junit=junit.xml", "--output-format=html=pages",
    )  # fmt: skip
    assert called.code == 1
    assert "error" in called.out
    assert json.loads((tmp_path / "out.sarif").read_text())["version"] == "2.1.0"
    assert (tmp_path / "junit.xml").exists()
    assert "marked.md" in (tmp_path / "pages/documents/docs-marked.html").read_text()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_of_nothing(plainlint, write, name):
    write("list.txt", "")
    called = plainlint("check", "--files-from", "list.txt", "--output-format", name)
    assert (called.code, called.err) == (0, "")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--output-format", "sarfi"], "did you mean 'sarif'?"),
        (["--output-format", "html"], "html=FOLDER"),
        (
            ["--output-format=json", "--output-format=sarif"],
            "only one format can go to the terminal",
        ),
        (["--output-format=json=no/such/folder"], "can't be written"),
    ],
)
def test_outputs_that_can_not_be(plainlint, documents, options, says):
    called = plainlint("check", "docs", *options)
    assert called.code == 2
    assert says in called.err
    assert not Path("no").exists()
