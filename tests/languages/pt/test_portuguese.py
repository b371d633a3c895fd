"""A page in Portuguese is rated by reading ease, and by nothing that is for English."""

import pytest

from plainlint.config.settings import Config
from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from plainlint.engine.result import Verdict, format_verdict
from plainlint.languages.counts import Counts
from plainlint.languages.pt.formulas import flesch_martins

EASY = (
    "Lave as mãos com água e sabão. Tome o remédio com um copo de água. Coma pouco de cada vez. "
    "Se tiver febre, ligue para o seu médico. Se a dor for forte, vá ao hospital.\n\n"
)
HARD = (
    "A administração intravenosa de medicamentos quimioterápicos frequentemente ocasiona reações "
    "gastrointestinais significativas. Recomenda-se acompanhamento multidisciplinar especializado "
    "durante aproximadamente cinco semanas consecutivas.\n\n"
)


def grade(text):
    source = Source(f"---\naudienceLevel: patient\n---\n\n{text}", "leaflet.md")
    return Linter(Config(), None).lint_and_grade(source)


def test_the_formula_is_that_of_martins_and_others():
    # 10 words a sentence, 2 syllables a word.
    counts = Counts(sentences=2, words=20, syllables=40)
    assert flesch_martins(counts) == pytest.approx(248.835 - 10.15 - 169.2)


@pytest.mark.parametrize(("text", "verdict"), [(EASY, Verdict.ON_TARGET), (HARD, Verdict.TOO_HARD)])
def test_a_verdict_by_reading_ease(text, verdict):
    result, grading = grade(text * 2)
    assert result.language == "pt"
    assert set(result.measures.scores) == {"flesch_martins"}
    assert (grading.verdict, grading.grades) == (verdict, None)
    assert grading.target_text == "65 (at least 50)"
    assert format_verdict(grading.verdict, result.language) == verdict.value


def test_a_hard_page_is_a_finding():
    rules = {item.rule for item in grade(HARD * 2).result.diagnostics}
    assert "readability/grade-level" in rules


def test_the_table_of_scores_says_what_the_number_is(plainlint, tmp_path):
    path = tmp_path / "leaflet.md"
    path.write_text(EASY * 2, encoding="utf-8")
    for _ in range(2):  # the second time from the cache
        table = plainlint("score", str(path)).out
        assert "Portuguese: Flesch's reading ease" in table
        assert "school grade" not in table
