"""Relevance: what raises and what lowers the need for an explanation."""

import pytest

from plainlint.analysis.glossary.model import Term, UsageCounts
from plainlint.analysis.glossary.relevance import (
    MentionPosition,
    load_default_weights,
    score_relevance,
)
from plainlint.languages.en.medical_parts import has_medical_part, is_drug_name

GUIDE, NOTE = 6000, 500


def value(term, audience="patient", place=None):
    return score_relevance(term, audience, place).value


def test_rare_words_need_more_than_common_ones():
    assert value(Term(("thoracotomy",))) > value(Term(("surgery",)))


def test_a_common_word_stays_below_every_limit():
    assert value(Term(("cell",))) < 30
    assert value(Term(("cytopenia",))) > 50


def test_plain_words_in_the_glossary_raise_relevance():
    assert value(Term(("chronic",), plain="long-lasting")) > value(Term(("chronic",)))


def test_editors_links_outweigh_the_form_of_a_word():
    often, rarely = UsageCounts(40, 36), UsageCounts(40, 1)
    assert value(Term(("cell",), patient=often)) > 60
    assert value(Term(("thoracotomy",), patient=rarely)) < 20


def test_each_audience_has_its_own_editors():
    term = Term(("stent",), patient=UsageCounts(40, 36), technical=UsageCounts(40, 1))
    assert value(term) == value(term, "caregiver") == value(term, "general")
    assert value(term) > value(term, "technical")


def test_long_guides_explain_more_and_ends_of_pages_less():
    term = Term(("stent",), patient=UsageCounts(10, 5))
    start = value(term, place=MentionPosition(GUIDE, 0.3))
    assert start > value(term, place=MentionPosition(NOTE, 0.3))
    assert start > value(term, place=MentionPosition(GUIDE, 0.95))


@pytest.mark.parametrize("place", [None, MentionPosition(0, 0.0), MentionPosition(10**6, 1.0)])
@pytest.mark.parametrize(
    "use", [UsageCounts(), UsageCounts(1, 0), UsageCounts(1, 1), UsageCounts(10**6, 10**6)]
)
def test_the_value_is_a_percentage_with_named_parts(use, place):
    relevance = score_relevance(Term(("NSCLC",), patient=use), "patient", place)
    assert 0 < relevance.value < 100
    assert ("links elsewhere" in relevance.parts) == bool(use.documents)


def test_the_built_in_weights():
    weights = load_default_weights()
    assert len(weights.page) == len(weights.words) + 1
    assert {len(row) for row in weights.page} == {len(weights.places) + 1}
    assert weights.familiarity["frequency"] < 0 < weights.links


@pytest.mark.parametrize("word", ["cytopenia", "gastrectomy", "hyperglycemia", "crizotinib"])
def test_medical_parts(word):
    assert has_medical_part(word)


@pytest.mark.parametrize("word", ["doctor", "coma", "surgery", "morning", "hospital", "breathing"])
def test_words_without_medical_parts(word):
    assert not has_medical_part(word)


def test_names_of_medicines():
    assert is_drug_name("pembrolizumab")
    assert not is_drug_name("gastritis")
