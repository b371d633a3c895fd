"""Acronyms in a text, their long forms by Schwartz and Hearst, and text that is skipped."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.analysis.glossary.acronyms import (
    find_acronyms,
    find_long_form,
    find_non_acronyms,
    is_spelled_out,
    split_compound,
    strip_plural,
)
from plainlint.document.readers import parse

# Fragments that the patterns look for, mixed with any other text.
TEXTS = st.lists(
    st.sampled_from(
        [
            "NSCLC", "PET-CT", "mRNA", "H&E", "5-FU", "lung cancer", " (", ")", "[", ", or ", " = ",
            "-", "'s", " ", ".", "\u00a0", "ß", "İ", "γ", "é\u0301", "Doe AB, ",
        ]
    )
    | st.text(max_size=3),
    max_size=12,
).map("".join)  # fmt: skip


def marked(text):
    for start, end in reversed(list(find_acronyms(text))):
        text = f"{text[:start]}«{text[start:end]}»{text[end:]}"
    return text


@pytest.mark.parametrize(
    "text",
    [
        "«NSCLC» and «SCLC».",
        "two «CTs», «MABs» and «SPOREs»",
        "«mRNA», «ctDNA», «QoL», «PrEP», «HbA1c»",
        "the «FDA»'s and the «FDA»’s",
        "«H&E» and «Q&A»",
        "«HPV»-related, non-«NSCLC», anti-«PD-1»",
        "«PET-CT», «GM-CSFs» and «5-FU»",
        "«HIV»/«AIDS»",
        "(«COPD»)",
        "«TGF-β» and «PPARγ»",
        # Words of everyday language that are names here.
        "(«COLD») and the «VERY» trial",
        "«FISH», «CHOP», «CAR», «PET» and «ALL»",
    ],
)
def test_acronyms_are_found(text):
    assert marked(re.sub("[«»]", "", text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I had a T-cell count, an X-ray and vitamin D.",
        "Dr. J. K. Doe and J.K. Rowe of the U.S.",
        "McDonald, DeVita, MacMillan, PubMed, YouTube, ClinicalTrials",
        "IMPORTANT and KEYNOTE",
        "pH, mg, kg, 5 Gy, mL",
        "Al-Qa",
        "3D 4G",
        "andIDH",
        # Stress.
        "Take it with FOOD, EVERY day, and keep it DRY.",
    ],
)
def test_other_words_are_not_acronyms(text):
    assert marked(text) == text


@pytest.mark.parametrize(
    ("document", "stretches"),
    [
        ("DO NOT STOP now.", ["DO NOT STOP"]),
        ("CALL US!", ["CALL US!"]),
        ("NSCLC", []),
        ("CR, PR, SD", []),
        ("an MRI or PET scan", []),
        ("By Doe AB, Roe C, et al.: Lung", ["Doe AB, Roe C, et al"]),
        ("aAdapted from Doe AB: Lung", ["Adapted from Doe AB"]),
        ("Ask for it (ih-MA-tih-nib MEH-zih-layt).", ["(ih-MA-tih-nib MEH-zih-layt)"]),
        ("It is (non-small cell) cancer", []),
        ("the *KIT* gene and **NSCLC**", ["KIT"]),
        ("See [the guide to NSCLC for families and for their friends](/x).", ["the guide to NSCLC for families and for their friends"]),
        ("See [NSCLC](/x).", []),
    ],
)  # fmt: skip
def test_stretches_that_are_skipped(document, stretches):
    parsed = parse(document)
    (block,) = parsed.blocks
    assert [
        block.text[start:end] for start, end in find_non_acronyms(parsed.source, block)
    ] == stretches


@pytest.mark.parametrize(
    ("compound", "names"),
    [
        ("NSCLC", {"NSCLC"}),
        ("MABs", {"MAB"}),
        ("PET-CT", {"PET", "CT"}),
        ("GM-CSF", {"GM", "CSF"}),
        ("ALK", set()),
        ("ALK-PET", {"PET"}),
        ("ALK-KIT", set()),
    ],
)
def test_the_acronyms_of_a_compound(compound, names):
    genes = re.compile(r"(?:ALK|KIT)(?!\w)")
    assert split_compound(compound, 0, len(compound), genes) == names


@pytest.mark.parametrize(
    ("acronym", "singular"),
    [("MABs", "MAB"), ("MAB", "MAB"), ("AIDS", "AIDS"), ("s", "s"), ("", "")],
)
def test_the_plural_s_is_stripped(acronym, singular):
    assert strip_plural(acronym) == singular


@pytest.mark.parametrize(
    ("acronym", "text", "expected"),
    [
        ("HMM", "the hidden Markov model", "hidden Markov model"),
        ("NSCLC", "some with non-small cell lung cancer", "non-small cell lung cancer"),
        ("DNA", "from deoxyribonucleic acid", "deoxyribonucleic acid"),
        ("TB", "tuberculosis", "tuberculosis"),
        ("mRNA", "the messenger RNA", "messenger RNA"),
        ("PD-L1", "the programmed death-ligand 1", "programmed death-ligand 1"),
        ("T2DM", "have type 2 diabetes mellitus", "type 2 diabetes mellitus"),
        ("H&E", "stain of hematoxylin and eosin", "hematoxylin and eosin"),
        # A word in between without a letter of the acronym.
        ("NCI", "the National Institute of Cancer Institute", "National Institute of Cancer Institute"),
        ("PFS", "the progression-free survival", "progression-free survival"),
        ("TGF-β", "transforming growth factor beta", "transforming growth factor beta"),
        # The maximum number of words: the smaller of letters + 5 and letters * 2.
        ("AB", "a one two b", "a one two b"),
        ("AB", "a one two three b", ""),
        # Wrong candidates.
        ("CT", "after the treatment", ""),
        ("COPD", "lung disease", ""),
        ("XYZ", "", ""),
        ("NSCLC", "the NSCLC", ""),
        ("HAT", "that hat", ""),
        ("", "text", ""),
        ("AB", "\u0130 a b", ""),
    ],
)  # fmt: skip
def test_long_form(acronym, text, expected):
    assert find_long_form(acronym, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "non-small cell lung cancer («NSCLC»)",
        "non-small cell lung cancer [«NSCLC»]",
        "non-small cell lung cancers (also called «NSCLCs»)",
        "non-small cell lung cancer, or «NSCLC», is",
        "non-small cell lung cancer, called «NSCLC»",
        "non-small cell lung cancer or «NSCLC»",
        "«NSCLC» (non-small cell lung cancer)",
        "«NSCLC» (the non-small cell lung cancer that is frequent)",
        "«NSCLC», or non-small cell lung cancer, is",
        "«NSCLC» or non-small cell lung cancer",
        "«NSCLC» stands for non-small cell lung cancer.",
        "«NSCLC»: non-small cell lung cancer",
        "«NSCLC» – non-small cell lung cancer",
        "«NSCLC»'s (non-small cell lung cancer)",
        '"«NSCLC»" (short for non-small cell lung cancer)',
        "«PO» = by mouth",
        "positron emission tomography (a «PET» scan)",
        "St. Jude Children's Research Hospital («SJCRH»)",
        # Alone in brackets, it is introduced even if letters are missing.
        "fluorouracil («5-FU»)",
        "standard uptake value («SUVmax»)",
    ],
)
def test_spelled_out(text):
    start, end = text.index("«"), text.index("»") - 1
    assert is_spelled_out(re.sub("[«»]", "", text), start, end)


@pytest.mark.parametrize(
    "text",
    [
        "«NSCLC»",
        "You have «NSCLC» in one lung",
        "a serious disease («NSCLC»)",
        "«NSCLC» (see page 3)",
        "«NSCLC», or a cold",
        "non-small cell lung cancer is not «NSCLC»",
        "«OR» = 2.3",
        "a test after surgery («CT», «MRI»)",
    ],
)
def test_not_spelled_out(text):
    start, end = text.index("«"), text.index("»") - 1
    assert not is_spelled_out(re.sub("[«»]", "", text), start, end)


@given(TEXTS)
def test_any_text_is_searched(text):
    done = 0
    for start, end in find_acronyms(text):
        assert done <= start < end <= len(text)
        assert sum(map(str.isupper, text[start:end])) >= 2
        assert not text[end : end + 1].isalnum() or text[end - 1] in "-\u2010\u2011&"
        assert is_spelled_out(text, start, end) in (True, False)
        done = end


@given(st.text(max_size=8), TEXTS)
def test_a_long_form_ends_the_text_and_begins_with_a_word(acronym, text):
    long_form = find_long_form(acronym, text)
    assert text.endswith(long_form)
    assert len(long_form.split()) <= min(len(acronym) + 5, len(acronym) * 2)
