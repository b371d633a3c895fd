"""Advice on a hard sentence: rows, splits and passives, and which advice is chosen."""

import pytest

from plainlint.analysis.difficulty.advice import (
    Advice,
    Prospect,
    advise_on_grammar,
    advise_on_length,
    advise_on_passives,
    advise_on_rows,
    choose_advice,
)
from plainlint.analysis.difficulty.factors import PARTS, Factor
from plainlint.analysis.difficulty.score import iter_factors, sentence_difficulty
from plainlint.core.words import WORD
from plainlint.languages.en.splitting import find_split_point


def make_prospect(*advice: Advice) -> Prospect:
    return Prospect(max(piece.weight for piece in advice), lambda: advice)


def test_the_weightiest_advice_comes_first():
    light, heavy = Advice(0, 4, "a", 0.1), Advice(5, 9, "b", 0.2)
    prospects = [make_prospect(light), make_prospect(heavy)]
    assert choose_advice(prospects, 2) == [heavy, light]
    assert choose_advice(prospects, 1) == [heavy]
    assert choose_advice([make_prospect(light, heavy)], 2) == [heavy, light]


def test_what_weighs_too_little_is_not_looked_for():
    heavy = Advice(5, 9, "b", 0.2)
    unlikely = Prospect(0.1, lambda: pytest.fail("nothing is found here in time"))
    assert choose_advice([unlikely, make_prospect(heavy)], 1) == [heavy]


def test_no_two_pieces_are_on_one_place_or_say_the_same():
    advice = Advice(0, 4, "'Use' it", 0.3)
    near, equal = Advice(2, 6, "b", 0.2), Advice(5, 9, "'use' it", 0.2)
    for other in (near, equal):
        assert choose_advice([make_prospect(advice), make_prospect(other)], 2) == [advice]


# "|" is where a sentence of 20 words or more can be split.
SPLITTABLE = """
You can eat what you like on the day before the test; |you must not drink at all in the morning of it.
You can eat what you like on the day before the test, |but you must not drink at all in the morning of it.
They gave me a new drug in the first week of May, |which made me feel very sick on most of the days.
He must stay in bed for all of the first day at home |because his leg is not well and may begin to bleed.
The nurse will take your blood on the ward at nine |and she will look at it under a lamp in the lab.
The pump sends the drug into your arm through a thin line — |it will beep if the line is bent or it runs dry.
If your leg is red, you should call the ward on the same day, |and a nurse will look at it in the evening.
""".strip().splitlines()

WHOLE = """
It can lead to a low state in which you feel weak and shaky and in which you may fall or pass out soon.
The heart is a pump of which the left half sends blood to the body and of which the right half sends it on.
If you have a fever and you can not keep water down for a day, call the ward and ask for a nurse at once.
Tell your nurse if you feel sick and you can not eat, or if you have pain that does not go away at night.
The liver, which is the largest organ of all and lies on the right side, makes bile for the gut and the blood.
You may have a sore mouth, a dry throat, a cough that is worse at night, and pain that comes and goes a lot.
The new ward — the one that you can see by the lake — will be open to all of you in a week or so from now.
Take the pill at night until the pain in your legs has gone or the doctor says that you can stop it for good.
The cancer is (a) in one node and it is small; or (b) in two nodes and they are large; or (c) in the bone too.
She said "I can not walk as far as I could last year, but I will try to do it again when the days get warm".
""".strip().splitlines()


@pytest.mark.parametrize("marked", SPLITTABLE)
def test_a_long_sentence_is_split_where_both_halves_can_stand_alone(marked):
    first, second = marked.split("|")
    text = first + second
    (advice,) = advise_on_length(text, len(WORD.findall(text)), "en")
    assert advice.start == len(first)
    assert text[advice.start : advice.end] == " ".join(second.split()[:3])
    assert text[advice.start : advice.end] in advice.words


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_that_would_break_is_left_whole(text):
    assert find_split_point(text) is None


def test_shorter_sentences_are_not_split():
    assert not list(
        advise_on_length("You can eat what you like; you must not drink at all.", 12, "en")
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You may have a fever, chills, a cough, and pain.", ["make a list of the 4 items"]),
        ("You may have a fever, chills, a cough, pain or a rash.", ["make a list of the 5 items"]),
        # What they have in common is no item, and pairs are no rows.
        (
            "You may have many signs, including fever, chills, cough, a rash and pain.",
            ["make a list of the 5 items"],
        ),
        ("Tell us about pills for fits, colds, coughs or fever, zinc or iron.", []),
        ("You may have a fever, chills, and pain.", []),
        ("The pill, a new one, shrank it or made it go.", []),
        ("Ask Ann, Bob, Cyd, and Dan.", []),
        ("It has types 6, 11, 16, and 18.", []),
        ("You may be sick, you may be tired, you may itch, and you may sleep.", []),
    ],
)
def test_rows_of_four_or_more_things_are_better_as_a_list(text, words):
    assert [advice.words for advice in advise_on_rows(text, 20, "en")] == words


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The drug is injected into your arm.", ["is injected"]),
        ("You will be asked to lie down.", ["be asked"]),
        ("The drug is injected by a nurse.", []),
        ("It is called a stent.", []),
        ("It is found in the gut.", []),
        ("The drug was given to 40 men.", []),
        ("Some of them can be removed.", []),
        ("It is a test in which a dye is injected.", []),
        ("The heat is given off by day and night.", []),
    ],
)
def test_passives_of_care_are_asked_for_their_doer(text, verbs):
    given = [(text[start:end], words) for start, end, words, _ in advise_on_passives(text, "en")]
    assert given == [(verb, f"say who does it, in place of '{verb}'") for verb in verbs]


LONG = (
    "Puede comer lo que quiera el día antes de la prueba, pero no debe beber nada en la mañana de "
    "la prueba ni tomar café."
)


@pytest.mark.parametrize("code", ["fr", "de", "pt"])
def test_no_grammar_is_looked_for_in_a_language_that_has_none(code):
    english = f"{SPLITTABLE[1]} The drug is injected.".replace("|", "")
    for text in (LONG, english):
        assert list(advise_on_grammar(text, 30, code, has_rows=True)) == []
        assert list(advise_on_length(text, 30, code)) == []
        assert list(advise_on_passives(text, code)) == []


def test_spanish_advice_is_by_spanish_grammar():
    (advice,) = advise_on_length(LONG, 23, "es")
    assert LONG[advice.start : advice.end] == "pero no debe"
    assert list(advise_on_passives("The drug is injected.", "es")) == []


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


@pytest.mark.parametrize("text", SPLITTABLE)
def test_either_half_is_easier(text):
    halves = text.split("|")
    whole = sentence_difficulty("".join(halves)).value
    assert max(sentence_difficulty(half).value for half in halves) < whole
