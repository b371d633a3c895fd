"""Spanish documents from end to end: the scale, its band, the limits and the findings."""

from datetime import date

import pytest

from plainlint.config.settings import Config
from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from plainlint.engine.result import GradedResult, Verdict, format_verdict
from plainlint.run.serialization import UnpackedResult, pack

_HARD = """
La administración concomitante de inhibidores potentes incrementa la exposición sistémica al
fármaco. La toxicidad hematológica se observó en la mayoría de los sujetos tratados. Se recomienda
la monitorización periódica de las transaminasas durante la fase de inducción.
"""
_EASY = """
Le pondrán la medicina por un tubo fino en el brazo. Una enfermera estará con usted todo el rato.
Dígale si siente calor o mareo. Ella puede parar el goteo. Dos horas después se va a casa.
"""


def _lint(text: str, head: str = "audienceLevel: patient") -> GradedResult:
    return Linter(Config(), date(2026, 11, 28)).lint_and_grade(
        Source(f"---\n{head}\n---\n{text}", "hoja.md")
    )


@pytest.mark.parametrize(
    "declared", ["language: es", "lang: es-MX", "language: Español", "title: x"]
)
def test_a_spanish_page_is_graded_on_the_inflesz_scale(declared: str) -> None:
    result, grading = _lint(_EASY, f"audienceLevel: patient\n{declared}")
    assert grading.ease is not None
    assert grading.ease.low == result.measures.scores["inflesz"]
    assert grading.grade_text.startswith("INFLESZ ")
    assert grading.grade_text.endswith(", muy fácil")
    assert grading.target_text == "65 (at least 55)"
    assert grading.verdict is Verdict.ON_TARGET
    assert grading.grades is None


def test_a_hard_page_is_too_hard_and_says_so_in_spanish() -> None:
    result, grading = _lint(_HARD)
    assert grading.verdict is Verdict.TOO_HARD
    assert grading.ease is not None
    assert grading.ease.band == "muy difícil"
    finding = next(one for one in result.diagnostics if one.rule == "readability/grade-level")
    assert "INFLESZ" in finding.message
    assert "frases" in finding.help


def test_a_page_between_target_and_limit_is_below_its_target() -> None:
    text = f"{_EASY}\n{_HARD}"
    _, grading = _lint(text)
    assert grading.verdict is Verdict.ABOVE_TARGET
    assert format_verdict(grading.verdict, "es") == "below target"
    assert format_verdict(grading.verdict, "en") == "above target"


def test_professionals_have_no_limit() -> None:
    _, grading = _lint(_HARD, "audienceLevel: technical")
    assert grading.verdict is Verdict.NO_LIMIT


def test_a_page_in_a_language_without_formulas_is_not_scored() -> None:
    _, grading = _lint("Bonjour. Prenez un comprimé par jour.", "language: fr")
    assert grading.verdict is Verdict.NOT_SCORED
    assert grading.ease is None


def test_rare_words_make_a_sentence_hard_and_length_alone_does_not() -> None:
    long = "Si se marea por la mañana, " + "y luego se va a la casa de su madre y come, " * 4
    rare = "La profilaxis antiemética conlleva efectos extrapiramidales infrecuentes e idiosincrásicos."
    result, _ = _lint(f"{long}descanse.\n\n{rare}")
    hard = [one.text for one in result.diagnostics if one.rule == "readability/hard-sentence"]
    assert hard == [rare]


def test_a_packed_result_keeps_the_scale() -> None:
    graded = _lint(_EASY)
    summary = pack(graded._replace(result=graded.result.summarise()))
    unpacked = UnpackedResult(summary, None)  # type: ignore[arg-type]
    assert unpacked.grading == graded.grading
    assert unpacked.measures.ease == graded.result.measures.ease
