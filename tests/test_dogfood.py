"""plainlint passes its own checks: its pages, messages and good seed documents."""

import re
from datetime import date

import pytest

from plainlint import Config, lint_text
from plainlint.analysis.metrics.measures import measure
from plainlint.core.audiences import Limits
from plainlint.core.diagnostics import Severity
from plainlint.document.readers import parse
from plainlint.engine.linter import Linter
from plainlint.engine.result import Grading, Verdict
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.templating import Layout
from plainlint.reporters.html.verdict import write_headline
from plainlint.rulebook.page import Pages, get_shipped_folder, is_translation
from tests.conftest import ROOT, TODAY

# docs/decisions is for engineers, so its pages are not held to grade 8; grades are for English.
DOCS = [path for path in (ROOT / "docs").rglob("*.md") if path.parent.name != "decisions"]
RULE_PAGES = [path for path in get_shipped_folder().rglob("*.md") if not is_translation(path)]
PAGES = sorted([ROOT / "README.md", *DOCS, *RULE_PAGES])
CLEAN = [
    "mouth-care-during-chemotherapy.md",
    "helping-someone-after-surgery.md",
    "dose-adjustment-in-renal-impairment.md",
    "awkward-markdown.md",
]


def get_grade(measures):
    """Return the lowest estimate of the grade; there must be one."""
    assert measures.grades is not None
    low, _high = measures.grades
    return low


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_are_written_at_grade_eight_or_easier(path):
    # A rule for Spanish documents says so in its front matter, and is written in English.
    text = path.read_text(encoding="utf-8").replace("\nlanguage: es\n", "\nlanguage: en\n")
    assert get_grade(measure(parse(text))) <= 8


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted(DOCS)], ids=lambda path: path.stem)
def test_docs_have_no_errors_for_the_general_reader(path):
    settings = Config(default_audience="general")
    result = lint_text(path.read_text(encoding="utf-8"), config=settings)
    errors = [found for found in result.diagnostics if found.severity is Severity.ERROR]
    assert [(found.start.line, found.message) for found in errors] == []


def test_the_readme_is_a_screen_and_a_half():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 65


def test_messages_are_written_at_grade_eight_or_easier():
    pages = list(Pages([get_shipped_folder()]).values())
    keys = ("message", "help", "step")
    words = " ".join(str(page.policy.get(key, "")) for page in pages for key in keys)
    assert get_grade(measure(parse(words))) <= 8


def test_the_writers_page_is_written_at_grade_eight_or_easier():
    static = ROOT / "plainlint" / "service" / "web" / "static"
    page = re.sub(r"<[^>]+>", "\n", (static / "index.html").read_text(encoding="utf-8"))
    scripts = [(static / f"{name}.js").read_text("utf-8") for name in ("app", "dialogs", "server")]
    said = re.findall(r'"([A-Z][^"\n]+[.!?])"', "\n".join(scripts))
    sentences = [line for line in page.splitlines() if line.rstrip().endswith((".", "?"))]
    assert len(said) > 6
    assert get_grade(measure(parse("\n\n".join([*sentences, *said])))) <= 8


def summarise():
    """Return what the report keeps of a document."""
    linter = Linter(Config(), None)
    source = parse("---\naudienceLevel: patient\n---\n\nRest well.\n").source
    return HtmlSite(Layout(), linter.get_glossary, None).render_document(
        linter.lint(source), "page", {}, None
    )[0]


def test_the_report_is_written_at_grade_eight_or_easier():
    templates = (ROOT / "plainlint" / "reporters" / "html" / "templates").glob("*.j2")
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(templates))
    # Values that are filled in, and texts in separate elements, are not sentences of a template.
    runs = re.split(r"<[^<>]*>", re.sub(r"\{\{.*?\}\}", "7", re.sub(r"\{%.*?%\}", "", text)))
    sentences = [run.strip() for run in runs if run.strip().endswith((".", "?"))]
    assert len(sentences) > 10
    for verdict in Verdict:
        grading = Grading((12.0, 14.0), Limits(6, 8), verdict)
        headline = write_headline(summarise()._replace(grading=grading, to_rewrite=5), 3)
        sentences += [headline.task, headline.facts]
    assert get_grade(measure(parse("\n\n".join(sentences)))) <= 8


@pytest.mark.parametrize("name", CLEAN)
def test_the_good_seed_documents_pass_every_rule(name):
    text = (ROOT / "seeds" / name).read_bytes().decode()
    assert lint_text(text, today=date.fromisoformat(TODAY)).diagnostics == ()


def test_the_seed_document_is_far_above_its_readers_and_overdue():
    text = (ROOT / "seeds" / "types-lung-research-crizotinib.md").read_bytes().decode()
    result = Linter(Config(), date.fromisoformat(TODAY)).lint(parse(text).source)
    assert result.measures.counts.sentences == 44
    assert get_grade(result.measures) > 15
    rules = {(diagnostic.rule, diagnostic.severity.value) for diagnostic in result.diagnostics}
    assert ("readability/grade-level", "error") in rules
    assert ("metadata/review-overdue", "warning") in rules
