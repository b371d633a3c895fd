"""Formulas against values computed by hand, and against textstat on the same counts."""

from math import isnan, sqrt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainlint.analysis.metrics.measures import measure
from plainlint.analysis.metrics.registry import get_metric
from plainlint.document.readers import parse
from plainlint.languages.counts import Counts
from plainlint.languages.en.familiarity import is_familiar
from plainlint.languages.en.formulas import FORMULAS

SEEDS = Path(__file__).parents[3] / "seeds"
# 10 sentences of 100 words and 150 syllables.
COUNTS = Counts(10, 100, 150, 20, 450, 30, 15)


@pytest.mark.parametrize(
    ("name", "score"),
    [
        ("flesch_reading_ease", 206.835 - 10.15 - 126.9),
        ("flesch_kincaid", 3.9 + 17.7 - 15.59),
        ("smog", 1.0430 * sqrt(60) + 3.1291),
        ("gunning_fog", 0.4 * (10 + 15)),
        ("coleman_liau", 0.0588 * 450 - 0.296 * 10 - 15.8),
        ("ari", 4.71 * 4.5 + 5 - 21.43),
        ("dale_chall", 0.1579 * 30 + 0.496 + 3.6365),
    ],
)
def test_by_hand(name, score):
    assert FORMULAS[name](COUNTS) == pytest.approx(score, abs=1e-12)


def test_dale_chall_adds_nothing_up_to_five_per_cent():
    assert FORMULAS["dale_chall"](Counts(10, 100, difficult=5)) == pytest.approx(0.7895 + 0.496)
    assert FORMULAS["dale_chall"](Counts(10, 100, difficult=6)) == pytest.approx(
        0.9474 + 0.496 + 3.6365
    )


@pytest.mark.parametrize("name", FORMULAS)
@pytest.mark.parametrize("counts", [Counts(), Counts(words=3), Counts(sentences=1)])
def test_without_prose_the_score_is_nan(name, counts):
    assert isnan(FORMULAS[name](counts))


def test_a_text_without_prose_has_no_scores():
    assert measure(parse("# Heading\n\n    code")).scores == {}


# Our name, textstat's name, and textstat's score minus ours as a function of our counts.
TEXTSTAT = [
    ("flesch_reading_ease", "flesch_reading_ease", lambda _: 0),
    ("flesch_kincaid", "flesch_kincaid_grade", lambda _: 0),
    ("smog", "smog_index", lambda _: 0),
    ("gunning_fog", "gunning_fog", lambda _: 0),
    ("dale_chall", "dale_chall_readability_score", lambda _: 0),
    # textstat has 0.058 for the published 0.0588.
    ("coleman_liau", "coleman_liau_index", lambda c: -0.0008 * 100 * c.letters / c.words),
    # textstat counts the full stops as characters.
    ("ari", "automated_readability_index", lambda c: 4.71 * c.sentences / c.words),
]


@pytest.fixture(scope="module", autouse=True)
def our_word_list():
    """Give textstat our familiar words: its own list has no inflected forms."""
    from textstat.backend.validations import _is_difficult_word

    class Familiar:
        def __contains__(self, word):
            return is_familiar(word)

    original = _is_difficult_word.get_lang_easy_words
    _is_difficult_word.get_lang_easy_words = lambda _language: Familiar()
    yield
    _is_difficult_word.get_lang_easy_words = original


def assert_same_as_textstat(text):
    # Random words may look like another language.
    measures = measure(parse(f"---\nlanguage: en\n---\n{text}"))
    for ours, theirs, deviation in TEXTSTAT:
        score = get_metric(f"textstat.{theirs}")(measures)
        expected = measures.scores[ours] + deviation(measures.counts)
        assert score == pytest.approx(expected, abs=1e-9), ours


WORDS = [
    "wash", "your", "hands", "cancer", "chemotherapy", "doctors", "nausea", "crizotinib", "stent",
    "yesterday", "family", "walking", "medicine", "lungs", "eaten", "physiotherapy", "the",
]  # fmt: skip
sentences = st.lists(st.sampled_from(WORDS), min_size=3, max_size=25).map(
    lambda words: " ".join(words).capitalize() + "."
)


@settings(max_examples=40)
@given(st.lists(sentences, min_size=1, max_size=12))
def test_random_sentences_score_as_in_textstat(sentences):
    assert_same_as_textstat("\n\n".join(sentences))


def test_a_document_scores_as_in_textstat():
    text = (SEEDS / "helping-someone-after-surgery.md").read_text(encoding="utf-8")
    long = [sentence.text for sentence in parse(text).sentences if len(sentence.tokens) > 2]
    plain = [
        " ".join("".join(filter(str.isalpha, word)) for word in sentence.split())
        for sentence in long
    ]
    assert len(plain) >= 10
    assert_same_as_textstat("\n\n".join(f"{sentence}." for sentence in plain))
