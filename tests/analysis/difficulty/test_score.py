"""Difficulty of a sentence: the parts, their sum, and that more hard words never lower it."""

import time
from math import exp, log1p

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plainlint import sentence_difficulty
from plainlint.analysis.difficulty.factors import PARTS
from plainlint.analysis.difficulty.score import load_weights, sum_factor_amounts

EASY = "Call us if you have a fever."
HARD = "Adjuvant pembrolizumab substantially reduced mortality (HR, 0.58) in resectable NSCLC."


def test_the_parts_add_up_to_the_value():
    difficulty = sentence_difficulty(HARD)
    assert sum(difficulty.parts.values()) == pytest.approx(difficulty.value)
    assert tuple(difficulty.parts) == PARTS
    assert min(difficulty.parts.values()) >= 0
    assert difficulty.value < 100


@pytest.mark.parametrize("text", [EASY, HARD, "Give 5 mg/kg of p53 on 2 of 28 days, ≥ 3 times."])
def test_the_value_is_made_of_the_weighted_amounts(text):
    weights = load_weights()
    load = sum(weights[part] * amount for part, amount in sum_factor_amounts(text).items())
    assert sentence_difficulty(text).value == pytest.approx(100 * (1 - exp(-load)))


def test_hard_is_far_above_easy():
    assert sentence_difficulty(EASY).value < 20
    assert sentence_difficulty(HARD).value > 70


def test_no_text_has_no_difficulty():
    assert sentence_difficulty("").value == 0
    assert sum(sentence_difficulty("").parts.values()) == 0


@pytest.mark.parametrize(
    ("part", "text", "amount"),
    [
        ("length", "You can go home.", 4),
        ("long words", "The operation begins.", 2),
        ("jargon", "It is a thrombosis.", 1),
        ("jargon", "You get crizotinib.", 1),
        ("jargon", "It is a wonderful day.", 0),
        ("acronyms", "It is an NSCLC.", 1),
        ("acronyms", "Take GM-CSFs now.", 1),
        ("nesting", "Rest (if you can).", 2),
        ("nesting", "Eat fish, eggs, beans, and rice.", 1),
        ("nesting", "Some stay—most go; it pays 1,000 now.", 2),
        ("passive", "The drug is slowly given to you.", 1),
        ("passive", "You are tired.", 0),
        ("nominalisations", "The evaluation is done.", 1),
    ],
)
def test_amounts(part, text, amount):
    assert sum_factor_amounts(text)[part] == amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("It grew by 0.7 cm.", 1),
        ("It was ≥ 5.5 cm.", 2),
        ("They had 10 mg/kg.", 1.25),
        ("Wait for 10 days.", 0.25),
        ("Call 0800-555-0142.", 0.25),
        ("Add 3/4 of a cup.", 0.5),
        ("Add ¾ of a cup.", 0.25),
        ("Add 1½ of a cup.", 0.25),
        ("Come on 5/12/2025.", 0.75),
    ],
)
def test_everyday_numbers_weigh_less_than_others(text, amount):
    assert sum_factor_amounts(text)["numbers and symbols"] == log1p(amount)


def test_each_further_number_adds_less():
    one, two, three = (
        sum_factor_amounts(text)["numbers and symbols"]
        for text in ("0.1", "0.1 0.2", "0.1 0.2 0.3")
    )
    assert one > two - one > three - two > 0


def rarity(text):
    return sum_factor_amounts(text)["rare words"]


def test_a_rare_word_weighs_more_than_a_common_one():
    common, rarer, rarest = (rarity(f"It is {word}.") for word in ("big", "dizzy", "ovine"))
    assert common == 0 < rarer < rarest == 3


@pytest.mark.parametrize("word", ["KRAS", "p53", "imatinib", "IL6-like", "5-fluorouracil"])
def test_genes_and_medicines_are_rare_words(word):
    assert rarity(word) >= 3


@pytest.mark.parametrize(
    "text", ["36 of 1,250", "the 1960s", "2024-05-05", "9:30", "7th", "5.5%", "¼"]
)
def test_numbers_and_dates_are_not_rare_words(text):
    assert rarity(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "EGFR, ALK, ROS1 and BRAF are tested.",
        "Mutations in KRAS, TP53 and SMAD4 were seen.",
        "They look at IDH1, TERT, ATRX, and PTEN.",
    ],
)
def test_a_short_sentence_full_of_genes_is_hard(text):
    assert sentence_difficulty(text).value > 55


@pytest.mark.parametrize(
    "text",
    [
        "Bring your keys, a warm coat, some water, a book, a pen, some money, and a list of names.",
        "You can eat bread, rice, eggs, fish, milk, cheese, soup, fruit, and ice cream.",
        "Call us on any day, at any time, and we will help you, your wife, your son, or a friend.",
    ],
)
def test_a_long_list_of_common_words_is_easy(text):
    assert sentence_difficulty(text).value < 35


def test_other_languages_have_the_parts_that_carry_over():
    difficulty = sentence_difficulty(
        "La chimiothérapie (CT) réduit la mortalité de 4,5 %.", "fr-CA"
    )
    assert {name for name, part in difficulty.parts.items() if part} == {
        "length",
        "long words",
        "rare words",
        "acronyms",
        "numbers and symbols",
        "nesting",
    }
    unlisted = sentence_difficulty("Aldatenahigabe pentsatzen", "eu").parts
    assert unlisted["rare words"] == 0 < unlisted["long words"]


def test_every_part_has_a_weight():
    assert tuple(load_weights()) == PARTS
    assert min(load_weights().values()) > 0


WORDS = st.sampled_from(
    [
        "you",
        "take",
        "the",
        "drug",
        "with",
        "care",
        "when",
        "it",
        "hurts",
        "treatment",
        "carcinoma",
        "NSCLC",
        "0.5",
        "was",
        "given",
        "evaluation",
    ]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=30)
HARDER = st.sampled_from(
    ["carcinomatosis", "heterogeneity", "NSCLC", "4.7", "(often)", "— rarely —", "; so", "≥"]
)


@given(SENTENCES, HARDER, st.integers(0, 30))
@example(["was", "given"], "(often)", 1)
def test_adding_something_hard_always_raises_the_difficulty(words, harder, place):
    before = sentence_difficulty(" ".join(words) + ".")
    after = sentence_difficulty(" ".join([*words[:place], harder, *words[place:]]) + ".")
    assert after.value > before.value


@given(st.text(), st.sampled_from(["en", "es", "ja", ""]))
def test_any_text_has_a_value(text, language):
    difficulty = sentence_difficulty(text, language)
    assert 0 <= difficulty.value <= 100


def test_an_ordinary_sentence_takes_microseconds():
    text = (
        "Most people feel better in a week, but call us if you have a fever or the pain gets worse."
    )
    sentence_difficulty(text)
    times = []
    for _ in range(200):
        sentence_difficulty.cache_clear()
        began = time.process_time()
        sentence_difficulty(text)
        times.append(time.process_time() - began)
    assert min(times) < 100e-6
