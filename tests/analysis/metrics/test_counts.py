"""Counts of small documents, checked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.analysis.metrics.counts import count_sentence, count_word, sum_counts
from plainlint.analysis.metrics.measures import measure
from plainlint.document.readers import parse
from plainlint.languages.counts import Counts


def counts(text):
    return measure(parse(text)).counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Counts()),
        ("# Only a heading", Counts()),
        ("Wash your hands.", Counts(1, 3, 3, 0, 13, 0, 0)),
        ("Wash your hands. Rest.", Counts(2, 4, 4, 0, 17, 0, 0)),
        # A hyphenated word is one word; its parts are familiar.
        ("Take the after-dinner pill.", Counts(1, 4, 7, 1, 22, 0, 0)),
        # A number is a word, read aloud: three hundred fifty.
        ("Take 350 now.", Counts(1, 3, 7, 1, 10, 0, 0)),
        ("It is 7.7 or 65%.", Counts(1, 5, 13, 2, 10, 0, 0)),
        # An acronym is read letter by letter.
        ("He has NSCLC now.", Counts(1, 4, 8, 1, 13, 1, 1)),
        # An apostrophe belongs to its word.
        ("The nurse's hand didn’t hurt.", Counts(1, 5, 7, 0, 22, 0, 0)),
        # Long words: crizotinib has four syllables, is not familiar, hence complex.
        ("Take crizotinib.", Counts(1, 2, 5, 1, 14, 1, 1)),
        # Long and familiar: not complex.
        ("A banana yesterday.", Counts(1, 3, 7, 2, 16, 0, 0)),
        # Short and not familiar: difficult, not complex.
        ("A stent.", Counts(1, 2, 2, 0, 6, 1, 0)),
    ],
)
def test_counts(text, expected):
    assert counts(text)._replace(usual_syllables=0, squared_letters=0) == expected


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("Take a banana.", 5),
        # 350, 7.7 and 65% have one syllable each, and so have NSCLC and T790M.
        ("Take 350 or 7.7 of 65%.", 6),
        ("He has NSCLC with T790M.", 5),
    ],
)
def test_usual_calculators_give_numbers_and_acronyms_one_syllable(text, usual):
    assert counts(text).usual_syllables == usual


def test_markup_counts_nothing():
    plain = "Wash your hands with soap."
    assert counts("**Wash** [your](/a/long/address) hands<br>with `code` *soap*.") == counts(plain)


def test_text_that_is_not_scored_counts_nothing():
    prose = "Wash your hands with soap."
    around = f"---\ntitle: Hand washing now.\n---\n# Wash them now.\n\n{prose}\n\n    Code is here."
    assert counts(around) == counts(prose)


numbers = st.integers(0, 10**6)
many_counts = st.builds(Counts, *[numbers] * 7)


@given(many_counts, many_counts)
def test_one_part_replaces_another(first, second):
    assert sum_counts([first, second]) == sum_counts([second, first])
    assert sum_counts([first, second]).replace_part(second, Counts()) == first
    assert sum_counts([first, first]).replace_part(first, second) == sum_counts([first, second])


def test_the_sum_of_the_sentences_is_the_document():
    document = parse("Wash your hands. Take crizotinib twice a day, as 350 others do.\n\nRest.")
    assert sum_counts(map(count_sentence, document.sentences)) == measure(document).counts


def test_the_hardest_sentences_come_first():
    long = (
        "You may eat and drink and sit and talk and read and play and sing and then you may sleep."
    )
    longer = f"{long[:-1]} until it is day again and the sun is in the sky and it is hot."
    measures = measure(parse(f"Rest now. {long} Eat well. {longer} Sit down."))
    assert [sentence.text for sentence in measures.find_hardest(9)] == [longer, long]
    assert [sentence.text for sentence in measures.find_hardest(1)] == [longer]
    assert measures.find_hardest(0) == ()


def test_the_only_sentence_is_the_hardest_unless_it_is_plain():
    hard = "Comprehensive rehabilitation facilitates recuperation."
    assert [sentence.text for sentence in measure(parse(hard)).find_hardest(3)] == [hard]
    assert measure(parse("Rest now.")).find_hardest(3) == ()


def test_equal_sentences_have_no_hardest():
    assert measure(parse("Rest now. Rest now. Rest now.")).find_hardest(3) == ()
    assert measure(parse("")).find_hardest(3) == ()


def test_the_sum_of_the_words_is_the_sentence():
    many = " ".join(["Crizotinib", "350", "NSCLC", "well-being"] * 5000)
    (sentence,) = parse(f"{many}.").sentences
    words = [count_word(token) for token in sentence.tokens]
    assert count_sentence(sentence) == (1, 20_000, *map(sum, zip(*words, strict=True)))
