"""The places where a text mentions the terms of a glossary."""

import itertools
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.analysis.glossary.matching import TermMatcher, is_acronym
from plainlint.analysis.glossary.model import Glossary, Term
from plainlint.document.folding import fold


@pytest.mark.parametrize(
    ("terms", "document"),
    [
        # The longest name wins.
        (["marrow", "bone marrow", "bone marrow transplant"], "A «bone marrow transplant» helps."),
        (
            ["marrow", "bone marrow", "bone marrow transplant"],
            "The «bone marrow» and its «marrow».",
        ),
        (["lung cancer", "cancer", "small cell lung cancer"], "Not «lung cancer» but «cancer»."),
        # Of two overlapping names, the first wins.
        (["bone marrow", "marrow transplant"], "A «bone marrow» transplant."),
        # Whole words only.
        (["node"], "«Nodes»: a «node», two «nodes», an anode, a nodeless tree."),
        (["benign"], "«Benign», “«benign»”, («benign»), «benign»/malignant; benignly."),
        (["stent"], "«stent» stent2 2stent stent_a a_stent «stent»."),
        # A hyphenated part may follow; one before makes another word.
        (["metastatic", "HPV"], "A non-metastatic tumor, «HPV»-related; non\N{HYPHEN}metastatic."),
        # Any case, but acronyms need their capitals.
        (["sepsis"], "«Sepsis», «SEPSIS» and «sepsis»."),
        (["World Health Organization / WHO"], "The «WHO» knows who. Who?"),
        (["acute leukemia / ALL"], "«ALL» is not all. All of them have «ALL»."),
        (["mCRPC"], "«mCRPC», not MCRPC."),
        (["PD-1"], "«PD-1», «PD\N{NON-BREAKING HYPHEN}1», not pd-1."),
        # Plural forms.
        (
            ["biopsy", "metastasis", "abscess", "MRI"],
            "«Biopsies», «metastases», «abscesses», «MRIs».",
        ),
        (["x-ray", "pancreas"], "Two «x-rays», one «pancreas», no pancreass."),
        # A possessive is the same word.
        (["oncologist"], "Your «oncologist»'s and your «oncologist»’s nurse."),
        # All kinds of apostrophes, spaces and hyphens are equal.
        (["Barrett's esophagus"], "«Barrett's esophagus», «Barrett’s esophagus»."),
        (["Barrett’s esophagus"], "«Barrett's esophagus», «Barrett’s esophagus»."),
        (["stem cell"], "A «stem\N{NO-BREAK SPACE}cell», a «stem&nbsp;cell», a «stem  cell»."),
        (["non-small cell"], "«non‐small cell», «non‑small cell», «non-small cell»."),
        # Across line breaks and emphasis.
        (["stem cell"], "A «stem\ncell», a «stem\\\ncell»."),
        (["bone marrow"], "The «bone **marrow»** and the *«bone marrow»*."),
        (["bone marrow"], "- The «bone\n  marrow» makes blood."),
        (["bone marrow"], "> The «bone\n> marrow» makes blood."),
        # Characters whose lower case is longer do not shift what follows.
        (["sepsis"], "İİİ «sepsis» in İstanbul: «SEPSIS»."),
        (["İltihap"], "An «İltihap»."),
        (["naïve"], "«Naïve», not cafe\N{COMBINING ACUTE ACCENT}."),
        (["cafe"], "A «cafe», no cafe\N{COMBINING ACUTE ACCENT}."),
        # Not in code, in link targets or in comments.
        (["sepsis"], "`sepsis` [a](/sepsis) <!-- sepsis --> «sepsis»"),
    ],
)
def test_mentions(mentions, terms, document):
    assert mentions(document, *terms) == document


def test_without_terms_there_are_no_mentions(mentions):
    assert mentions("Wash your hands.") == "Wash your hands."


@pytest.mark.parametrize("name", ["ALL", "mRNA", "PD-L1", "HER2", "hCG", "BRCA1/2"])
def test_acronyms(name):
    assert is_acronym(name)


@pytest.mark.parametrize("name", ["all", "Gleason", "p53", "T cell", "B", "PET scan", "Ki-67"])
def test_names_that_are_not_acronyms(name):
    assert not is_acronym(name)


def test_twenty_thousand_names_build_and_match_fast():
    glossary = Glossary(tuple(Term((f"name {n}", f"other {n} name")) for n in range(10_000)))
    text = "Take name 77 and other 9999 name, not name 10000. " * 2_000
    start = process_time()
    matches = TermMatcher(glossary).find(text)
    assert len(matches) == 4_000
    assert process_time() - start < 2


names = st.text("abAB12 -'’İßς\N{COMBINING ACUTE ACCENT}", min_size=1, max_size=6).filter(str.strip)
texts = st.text(
    "abAB12 -'’.İßΣς\n\N{NO-BREAK SPACE}\N{HYPHEN}\N{COMBINING ACUTE ACCENT}", max_size=60
)


def spellings(term):
    return {fold(name + ending) for name in term.names for ending in ("", "s")}


@given(st.lists(names, min_size=1, max_size=8), texts)
def test_every_match_is_a_spelling_of_its_term(names, text):
    matches = TermMatcher(Glossary(tuple(Term((name,)) for name in names))).find(text)
    for match in matches:
        assert 0 <= match.start < match.end <= len(text)
        assert fold(text[match.start : match.end]) in spellings(match.term)
    for first, second in itertools.pairwise(matches):
        assert first.end <= second.start


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text):
    assert len(fold(text)) == len(text)


def test_a_listed_name_wins_over_the_plural_of_another():
    tube = Term(("fallopian tube",), "1")
    tubes = Term(("fallopian tubes",), "2")
    matches = TermMatcher(Glossary((tube, tubes))).find("The fallopian tubes; one fallopian tube.")
    assert [match.term.id for match in matches] == ["2", "1"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hives", "One hive itched."),
        ("biopsies", "A biopsy is next."),
        ("metastasis", "Metastases grow."),
        ("alpha-fetoprotein", "An alpha fetoprotein test."),
        ("high dose", "A high-dose drug."),
        ("virus", "Two viruses spread."),
    ],
)
def test_other_forms_of_a_name(name, text):
    assert len(list(TermMatcher(Glossary((Term((name,)),))).find(text))) == 1


def test_names_that_only_look_plural_keep_their_ending():
    matcher = TermMatcher(Glossary((Term(("abscess",)), Term(("pus",)), Term(("gas",)))))
    assert list(matcher.find("A pu, a ga, an absces.")) == []
