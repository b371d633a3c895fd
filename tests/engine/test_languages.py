"""Documents in other languages: their sentences are cut and counted, but nothing is graded."""

import pytest

from plainlint.config.settings import Config
from plainlint.core.source import Source
from plainlint.document.model import ExclusionReason
from plainlint.engine.linter import Linter
from plainlint.engine.result import Verdict
from plainlint.rulebook.page import get_category

SPANISH = (
    "La herida debe estar siempre limpia y seca. Lávese las manos antes de tocarla. Cambie la venda "
    "una vez al día, y si ve sangre o pus, vaya al hospital lo antes posible.\n"
)
ENGLISH = "Keep the wound clean and dry. Wash your hands before you touch it.\n"


def lint(text, **settings):
    return Linter(Config(**settings), None).lint_and_grade(Source(text, "leaflet.md"))


@pytest.mark.parametrize(
    ("head", "body", "language"),
    [
        ("", SPANISH, "es"),
        ("", ENGLISH, "en"),
        ("language: es", SPANISH, "es"),
        ("language: fr", ENGLISH, "fr"),
        ("language: en-US", ENGLISH, "en-US"),
        ("language: English", ENGLISH, "en"),
        ("language: Español", SPANISH, "es"),
        ("language:", SPANISH, "es"),
        ("", f"{ENGLISH}\n{SPANISH}", "es"),
        ("", f"{SPANISH}\n{ENGLISH * 3}", "en"),
        (
            "",
            "- Ibuprofeno\n- Lávese las manos\n- Cambie la venda y llame al médico\n- Descanse por la tarde\n",
            "es",
        ),
        ("", "Ibuprofen. Metformin.\n", "en"),
        ("", "", "en"),
        ("", "手术后请保持伤口干燥。每天换一次药。\n", "zh"),
    ],
)
def test_declared_language_wins_over_the_recognised_one(head, body, language):
    result, _ = lint(f"---\n{head}\n---\n\n{body}")
    assert result.language == result.document.language == language


def test_other_languages_have_counts_but_no_grade():
    result, grading = lint(SPANISH)
    assert result.measures.counts.sentences == 3
    assert result.measures.scores == {}
    assert result.measures.grades is grading.grades is None
    assert grading.verdict is Verdict.NOT_SCORED


def test_formulas_of_own_pages_do_not_grade_other_languages(tmp_path):
    folder = tmp_path / "rules" / "own"
    folder.mkdir(parents=True)
    page = "---\ncheck: score\nmetrics: [{}]\nlimits: {{most: {{general: -50}}}}\nmessage: Hard.\n---\n\n# Hard\n"
    for name, metric in (("grade", "smog"), ("mean", "(smog + ari) / 2"), ("words", "words")):
        (folder / f"{name}.md").write_text(page.format(metric), encoding="utf-8")
    settings = {"rule_folders": (tmp_path / "rules",)}
    found = {
        text: [
            item.rule
            for item in lint(text, **settings).result.diagnostics
            if get_category(item.rule) == "own"
        ]
        for text in (SPANISH, ENGLISH)
    }
    assert found == {SPANISH: ["own/words"], ENGLISH: ["own/grade", "own/mean", "own/words"]}


def test_blocks_of_other_languages_are_excluded_from_english_documents():
    block = "Utilize this. Пейте тёплый чай каждый день. Отдыхайте два дня дома."
    result, _ = lint(f"{ENGLISH * 9}\n{SPANISH}\n{block}\n\n- {SPANISH}")
    blocks = result.document.blocks
    assert [(part.language, part.exclusion_text) for part in blocks] == [
        ("", ""),
        ("es", "not English: es"),
        ("ru", "not English: ru"),
        ("es", "not English: es"),
    ]
    assert all(part.exclusion_reason is ExclusionReason.LANGUAGE for part in blocks[1:])
    assert not any(part.sentences for part in blocks[1:])
    assert all(
        item.span.end < blocks[1].span.start for item in result.diagnostics if item.scope == "text"
    )


def test_formats_say_that_it_is_not_scored(plainlint, tmp_path):
    path = tmp_path / "leaflet.md"
    path.write_text(SPANISH * 3, encoding="utf-8")
    for arguments in (("score",), ("score", "--explain"), ("check", "--output-format", "markdown")):
        assert "not scored: es" in plainlint(*arguments, str(path), "--no-cache").out
    called = plainlint("score", str(path), "--output-format", "json", "--no-cache")
    (document,) = called.json["documents"]
    assert (document["language"], document["scores"]) == ("es", {})
    assert document["verdict"] == "not scored"
    assert len(document["sentences"]) == 9
    plainlint("report", str(path), "-o", str(tmp_path / "report"), "--no-cache")
    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "report").rglob("*.html")]
    assert sum("not scored: es" in page for page in pages) == 2
