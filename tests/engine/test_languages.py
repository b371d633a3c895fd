"""Documents in other languages: their sentences are cut and counted, but nothing is graded."""

import pytest

from plainlint.config.settings import Config
from plainlint.core.source import Source
from plainlint.document.model import ExclusionReason
from plainlint.engine.linter import Linter
from plainlint.engine.result import Verdict, format_verdict
from plainlint.rulebook.page import get_category

SPANISH = (
    "La herida debe estar siempre limpia y seca. Lávese las manos antes de tocarla. Cambie la venda "
    "una vez al día, y si ve sangre o pus, vaya al hospital lo antes posible.\n"
)
FRENCH = (
    "La plaie doit toujours être propre et sèche. Lavez vos mains avant de la toucher. Changez le pansement "
    "une fois par jour, et si vous voyez du sang ou du pus, allez à l'hôpital.\n"
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
        ("language: es_MX", ENGLISH, "es-MX"),
        ("language: EN_gb", SPANISH, "en-GB"),
        ("language: [es]", ENGLISH, "es"),
        ("language: [en, es]", SPANISH, "es"),
        ("language: [en, es]", ENGLISH, "en"),
        ("language: und", SPANISH, "es"),
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
    result, grading = lint(FRENCH)
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


def test_languages_without_a_list_of_words_are_not_graded_either():
    welsh = (
        "Cadwch y clwyf yn lân ac yn sych. Golchwch eich dwylo cyn i chi gyffwrdd â'r rhwymyn. "
        "Newidiwch y rhwymyn unwaith y dydd, ac os gwelwch waed neu grawn, ewch i'r ysbyty.\n\n"
    )
    result, grading = lint(welsh * 3)
    assert result.language == "und"
    assert result.measures.counts.sentences == 9
    assert grading.grades is None
    assert format_verdict(grading.verdict, result.language) == "not scored: not English"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Lavez-vous les mains avec de l'eau et du savon avant de toucher la plaie.",
            "no grade for fr",
        ),
        ("如果您有发烧或咳嗽，请打电话给您的医生。每天洗手，多喝水，好好休息。", "not scored: zh"),
        ("อาบน้ำทุกวันและดื่มน้ำมาก ๆ พักผ่อนให้เพียงพอ และโทรหาแพทย์หากมีไข้", "not scored: th"),
    ],
)
def test_languages_without_spaces_are_not_scored_and_others_have_no_grade(text, verdict):
    result, grading = lint(text)
    assert format_verdict(grading.verdict, result.language) == verdict


def test_there_is_no_target_for_other_languages():
    assert lint(ENGLISH).grading.target_text != "-"
    assert lint(FRENCH).grading.target_text == "-"


def test_short_blocks_have_the_language_around_them():
    result, _ = lint(
        f"{ENGLISH * 9}\n{SPANISH}\n- Metformina 500 mg\n\n{SPANISH}\n- Ibuprofen 400 mg"
    )
    assert [block.language for block in result.document.blocks] == ["", "es", "es", "es", ""]


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


def test_formats_say_that_it_has_no_grade(plainlint, tmp_path):
    path = tmp_path / "leaflet.md"
    path.write_text(FRENCH * 3, encoding="utf-8")
    for arguments in (("score",), ("score", "--explain"), ("check", "--output-format", "markdown")):
        assert "no grade for fr" in plainlint(*arguments, str(path), "--no-cache").out
    called = plainlint("score", str(path), "--output-format", "json", "--no-cache")
    (document,) = called.json["documents"]
    assert (document["language"], document["scores"]) == ("fr", {})
    assert document["verdict"] == "not scored"
    assert len(document["sentences"]) == 9
    assert "Flesch" not in plainlint("score", str(path), "--no-cache").out
    plainlint("report", str(path), "-o", str(tmp_path / "report"), "--no-cache")
    pages = [page.read_text(encoding="utf-8") for page in (tmp_path / "report").rglob("*.html")]
    assert sum("no grade for fr" in page.lower() for page in pages) == 2


def test_a_baseline_keeps_no_grade_of_another_language(plainlint, tmp_path):
    """A document was graded as English before it was translated."""
    path, baseline = tmp_path / "leaflet.md", tmp_path / "baseline.json"
    path.write_text(ENGLISH * 9, encoding="utf-8")
    arguments = (str(path), "--baseline", str(baseline), "--no-cache")
    plainlint("baseline", *arguments)
    path.write_text(FRENCH * 9, encoding="utf-8")
    table = plainlint("check", *arguments, "--output-format", "markdown").out
    assert "| - | no grade for fr | - |" in table
