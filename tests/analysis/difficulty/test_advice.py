"""Advice on a hard sentence: the largest parts first, each with its place."""

import pytest

from plainlint.analysis.difficulty.advice import HardTerm, advise_on_sentence, find_split_point
from plainlint.analysis.difficulty.factors import PARTS, Factor
from plainlint.analysis.difficulty.score import iter_factors, sentence_difficulty
from plainlint.document.model import WORD


def _unlisted(start, end):
    return HardTerm(start, end, listed=False, is_explained=lambda: False)


class FakeLookup:
    """The everyday words for some words of a text, and the terms that words belong to."""

    def __init__(self, text, plain=(), term=None):
        self.text, self.words = text, dict(plain)
        self.term = term or _unlisted

    def plain(self, start, end):
        return self.words.get(self.text[start:end], "")


def pieces(text, limit=2, **options):
    lookup = FakeLookup(text, **options)
    return [
        (text[a:b], words)
        for a, b, words in advise_on_sentence(text, len(WORD.findall(text)), "en", lookup, limit)
    ]


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("It is a thrombosis.", "thrombosis", "'thrombosis' is not explained here"),
        ("He has an NSCLC.", "NSCLC", "write out 'NSCLC'"),
        ("It was 7.75 then.", "7.75", "round '7.75', or say what it means"),
        ("Go in (by the door).", "(by the door)", "in brackets: say it in its own sentence"),
        ("The pill was taken.", "was taken", "'was taken': say who does it"),
        ("It is unbelievable.", "unbelievable", "find a shorter word for 'unbelievable'"),
        (
            "You may feel sick after the long drive home, so you should have a friend with you.",
            "home",
            "17 words: split after 'home'",
        ),
    ],
)
def test_each_part_has_its_advice(text, place, words):
    assert (place, words) in pieces(text, limit=len(PARTS))


def test_the_largest_parts_come_first():
    text = "Carcinomatosis of the NSCLC was found in the bed (by me)."
    assert pieces(text) == [
        ("Carcinomatosis", "'Carcinomatosis' is not explained here"),
        ("NSCLC", "write out 'NSCLC'"),
    ]


def test_words_with_a_plain_word_come_first():
    plain = {"substantially": "much"}
    advice = pieces("Pembrolizumab substantially helps.", plain=plain)
    assert ("substantially", "'substantially' -> 'much'") in advice


def test_a_very_long_sentence_gets_advice_on_where_to_split_it():
    text = (
        "Pembrolizumab lowers mortality in thrombocytopenia, and the nurses will see you on the "
        "ward each day so that you are well and can go home in a day or two."
    )
    assert pieces(text)[1] == ("thrombocytopenia", "30 words: split after 'thrombocytopenia'")


def test_explained_terms_need_no_advice():
    def term(start, end):
        return HardTerm(start, end, listed=True, is_explained=lambda: True)

    assert pieces("It is a thrombosis.", term=term) == []


def test_an_easy_sentence_needs_no_advice():
    assert pieces("Go home now.") == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("You can eat what you like today; you must not drink at all.", "You can eat what you like today"),
        ("You can eat what you like now, but you must not drink at all.", "You can eat what you like now"),
        ("They gave me a new drug, which made me feel very sick.", "They gave me a new drug"),
        ("He must stay in bed all day because his leg is not well.", "He must stay in bed all day"),
        ("A nurse takes your blood and she looks at it then.", "A nurse takes your blood"),
        ("He said that because of the long drive (and the heat) he slept.", None),
        ("We saw Dr. Lund of the old city ward and her many friends there.", None),
        ("You can eat a lot of bread, fish, and the salad you like.", None),
        ("The new ward—the one by the lake—will be open in a week.", None),
        ("Go now, but do call.", None),
    ],
)  # fmt: skip
def test_split_points(text, first):
    end = find_split_point(text)
    assert (text[:end] if end else None) == first


HARD = """
Adjuvant pembrolizumab (Keytruda) substantially reduced mortality in NSCLC — by 0.42 — which was \
confirmed in 2021, 2022, and 2023; an evaluation followed.
Discontinuation of an NSAID, however, necessitates consultation (by phone), because thrombosis, \
bleeding, and stroke were reported in ≥ 5.5% of patients.
""".strip().splitlines()


@pytest.mark.parametrize("text", HARD)
@pytest.mark.parametrize("part", PARTS[1:])
def test_removing_a_factor_makes_a_sentence_easier(text, part):
    factors = [factor for factor in iter_factors(text) if factor.part == part]
    assert factors
    for factor in factors:
        assert sentence_difficulty(without(text, factor)).value < sentence_difficulty(text).value


def without(text: str, factor: Factor) -> str:
    return text[: factor.start] + text[factor.end :]


@pytest.mark.parametrize("text", HARD)
def test_either_half_is_easier(text):
    end = find_split_point(text)
    assert end
    whole = sentence_difficulty(text).value
    assert max(sentence_difficulty(half).value for half in (text[:end], text[end:])) < whole
