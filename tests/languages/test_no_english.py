"""No English is left in what is said about a Spanish document.

Checks and readers compose some of their values in English, and the table of a language's phrases
translates them. The first test collects those phrases from the code, so that a new one can't be
forgotten; the second looks at real findings.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainlint import Config
from plainlint.core.audiences import DEFAULT_AUDIENCE
from plainlint.core.source import InheritedValue, RawFile
from plainlint.document.model import ExclusionReason
from plainlint.document.readers import decode_file
from plainlint.engine.linter import Linter
from plainlint.languages.phrases import translate
from plainlint.reporters.cards import make_card
from plainlint.reporters.work_items import choose_limits, gather_work_items
from plainlint.rulebook.examples import parse_examples
from plainlint.rulebook.page import Pages, get_shipped_folder
from plainlint.rulebook.rule import map_roles
from plainlint.run.rule_tests import TODAY
from tests.conftest import ROOT

PACKAGE = ROOT / "plainlint"
# Whose texts become values of messages, or reasons in the report.
SPEAKERS = sorted(
    {
        *(PACKAGE / "checks").glob("[a-z]*.py"),
        *(PACKAGE / "checks" / name for name in ("_sentence_advice.py", "_term_fixes.py")),
        PACKAGE / "checks" / "_json_schema.py",
        *(PACKAGE / "analysis" / "difficulty").glob("*.py"),
        *(PACKAGE / "document" / "readers").rglob("*.py"),
        *(PACKAGE / "core" / name for name in ("files.py", "formats.py", "source.py")),
        PACKAGE / "document" / "unclosed.py",
        PACKAGE / "engine" / "isolation.py",
    }
    # Word lists of a language, and names in other formats.
    - {
        PACKAGE / "document" / "readers" / "abbreviations.py",
        PACKAGE / "document" / "readers" / "sentences.py",
        PACKAGE / "document" / "readers" / "docx" / "styles.py",
    }
)
# Texts that are compared or joined, and errors for the author of a rule.
UNSEEN = {
    "whole number",
    "needs 7",
    '7 annotate "',
    "et al",
    "7 markdown",
    "7 or ",
    "its top",
    "there is no rule '7'7",
    "unknown word '7'7",
    "'advice_from' can't contain {7}",
    "a JSON Schema needs another package: pip install 'plainlint[schema]'",
    "7: this is not a valid JSON Schema, at 7: 7",
    "7:7: this is not valid JSON: 7",
}
# Errors for the author of a rule or of a settings file end the run.
ERRORS = {"PlainlintError", "re.compile", "compile_pattern"}
_PHRASE = re.compile(r"(?:[A-Za-z]+,?|7) [a-z]{2,}")
# Patterns, and names of HTML.
_CODE = re.compile(r"[|\\^$]|\(\?|\b(?:br|iframe)\b|<a ")
_MOST_WORDS = 20


def collect_phrases(path: Path) -> Iterator[str]:
    """Yield the texts of a module that people may read, with 7 for each part that differs."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {id(part) for node in ast.walk(tree) for part in _iter_unseen_parts(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        elif isinstance(node, ast.JoinedStr):
            text = "".join(map(_format_part, node.values))
        else:
            continue
        # What begins with a sign follows another phrase.
        text = re.sub(r"^(?=[ ,;:])", "7", text)
        if (
            _PHRASE.search(text)
            and not _CODE.search(text)
            and len(text.split()) < _MOST_WORDS
            and text not in UNSEEN
        ):
            yield text


def _iter_unseen_parts(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef):
        first = node.body[0]
        if isinstance(first, ast.Expr):
            yield first.value
        if isinstance(node, ast.FunctionDef) and node.returns is not None:
            yield from ast.walk(node.returns)
    if isinstance(node, ast.JoinedStr):
        yield from node.values
    is_error = isinstance(node, ast.Raise) or (
        isinstance(node, ast.Call) and ast.unparse(node.func) in ERRORS
    )
    # An error of YAML or of a check is a finding.
    if is_error and not re.search("YamlError|CheckError", ast.unparse(node)):
        yield from ast.walk(node)


def _format_part(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    is_quoted = isinstance(part, ast.FormattedValue) and part.conversion == ord("r")
    return "'7'" if is_quoted else "7"


@pytest.mark.parametrize("path", SPEAKERS, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_phrase_of_the_code_is_in_the_table(path):
    missing = {text for text in collect_phrases(path) if translate(text, "es") == text}
    assert missing == set(), "add these to plainlint/languages/es/phrases.json"


def test_every_reason_for_no_score_is_in_the_table():
    reasons = {reason.value for reason in ExclusionReason}
    assert {reason for reason in reasons if translate(reason, "es") == reason} == set()


SHIPPED = Pages([get_shipped_folder()])
# Words of English that are no words of Spanish, and that no message can do without for long.
ENGLISH = re.compile(
    r"\b(?:the|is|are|of|and|with|not|it|its|this|that|for|to|by|or|must|write|say|words?|lines?|"
    r"from|in|on|which|missing|block|readers|page|sentences?|change|first|more|split)\b",
    re.IGNORECASE,
)
# What is quoted from the text, from settings or from files, in whatever language it is.
QUOTED = re.compile(
    r"[a-z-]+/[a-z-]+|\bWord\b|\bdisable[a-z-]*|'[^']*'|`[^`]*`|“[^”]*”|«[^»]*»|<[^>]*>|\([^()]*\)|\[[^]]*\]"
)
BAD = [
    pytest.param(page, example, id=f"{page.name}:{example.line}")
    for page in SHIPPED.iter_translations()
    if page.language == "es"
    for example in parse_examples(page)
    if not example.good
]


@pytest.mark.parametrize(("page", "example"), BAD)
def test_no_finding_of_a_spanish_page_speaks_english(page, example):
    said = list(iter_said(example.text, page.id, example.audience))
    assert said, "the example must find something"
    for text in said:
        assert not ENGLISH.search(QUOTED.sub("", text)), text


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("---\naudienceLevel: [patient, nurse]\n---\nLávese.\n", "metadata/audience-level"),
        ("---\naudienceLevel: []\n---\nLávese.\n", "metadata/audience-level"),
        ("---\ntitle: a: b\n---\nLávese.\n", "metadata/front-matter"),
        ("---\ntitle: A\ntitle: B\n---\nLávese.\n", "metadata/front-matter"),
        ("---\n- uno\n---\nLávese.\n", "metadata/front-matter"),
        ("---\ntitle: A\n\nLávese las manos.\n", "metadata/front-matter"),
        ("+++\ntitle = A\n+++\nLávese.\n", "metadata/front-matter"),
        ('{"title": A}\n\nLávese.\n', "metadata/front-matter"),
        ("Lávese\x00.\n", "input/unreadable"),
        ("> " * 200 + "Lávese.\n", "input/unreadable"),
        ("Lávese. <!-- un comentario sin fin\n", "structure/unclosed"),
        ("Lávese.\n\n```\ncódigo sin fin\n", "structure/unclosed"),
        ("<!-- plainlint: hide -->\nLávese.\n", "suppression/unknown-rule"),
        ("<!-- plainlint: disable= -->\nLávese.\n", "suppression/unknown-rule"),
    ],
)
def test_no_problem_of_a_file_is_described_in_english(text, rule):
    said = list(iter_said(text, rule))
    assert said, "the text must have a finding of the rule"
    for one in said:
        assert not ENGLISH.search(QUOTED.sub("", one)), one


def iter_said(text: str, rule: str, audience: str = "patient") -> Iterator[str]:
    """Yield what findings of a rule on a Spanish document say, and what its cards tell to do."""
    config = Config(
        extend_select=(rule,),
        default_audience=None if audience == DEFAULT_AUDIENCE else audience,
        rule={rule: {"gives_way_to": []}},
        lang="es",
    )
    linter = Linter(config, TODAY)
    data = text.encode("utf-8", "surrogateescape")
    result = linter.lint(
        decode_file(RawFile("pagina.md", data, inherited=(InheritedValue("language", "es"),)))
    )
    rules = {one.id: one for one in linter.rule_set.get_rules_for_path(result.path, "es")}
    for finding in result.diagnostics:
        if finding.rule == rule:
            yield from (finding.message, finding.help)
            if finding.fix:
                yield finding.fix.title
    limits = choose_limits(result, map_roles(rules.values(), "es"))
    for item in gather_work_items(result, limits).all:
        for step in make_card(item, rules).steps:
            if any(finding.rule == rule for finding in item.findings):
                yield step.words
