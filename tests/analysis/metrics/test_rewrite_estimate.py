"""The estimated effect of rewriting sentences plainly."""

from plainlint.analysis.metrics.counts import count_sentence, sum_counts
from plainlint.analysis.metrics.measures import count_needed_rewrites, estimate_rewrite
from plainlint.document.readers import parse
from plainlint.languages.base import get_language
from plainlint.languages.counts import Counts
from plainlint.languages.en.formulas import flesch_kincaid, smog

HARD = "Comprehensive rehabilitation facilitates recuperation after considerable deterioration."
PLAIN = "Wash your hands with soap."
AVERAGES = get_language("en").rewrite


def counts(*sentences):
    return [count_sentence(parse(text).sentences[0]) for text in sentences]


def test_a_hard_sentence_gets_plain_words():
    before, after = counts(HARD)[0], estimate_rewrite(counts(HARD)[0], AVERAGES)
    assert after.words == before.words
    assert flesch_kincaid(after) < 6 < flesch_kincaid(before)
    assert smog(after) < 9 < smog(before)


def test_a_long_sentence_is_split():
    assert estimate_rewrite(Counts(sentences=1, words=36, syllables=40), AVERAGES).sentences == 3


def test_a_plain_sentence_does_not_change():
    assert estimate_rewrite(counts(PLAIN)[0], AVERAGES) == counts(PLAIN)[0]


def test_rewrites_stop_when_the_goal_is_reached():
    ranked = counts(HARD, HARD, HARD, PLAIN)

    def needed(grade):
        return count_needed_rewrites(
            sum_counts(ranked), ranked, AVERAGES, lambda total: flesch_kincaid(total) <= grade
        )

    assert needed(99) == 0
    assert [needed(grade) for grade in (15, 9, 5)] == sorted(needed(grade) for grade in (15, 9, 5))
    assert 0 < needed(9) <= 3
    assert needed(-5) is None
