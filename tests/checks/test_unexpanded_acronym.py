"""The check unexpanded-acronym: what helps the reader, and what is not an acronym."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint import Config, PlainlintError
from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from tests.helpers.spans import mark, unmark

RULE = "jargon/unexpanded-acronym"
POPUP = "/Common/PopUps/popDefinition.aspx?id=44348&version=Patient&language=English"


def findings(document, /, **settings):
    return Linter(Config(select=(RULE,), **settings), None).lint(Source(document)).diagnostics


def mark_findings(document, /, **settings):
    """Return the document with « » around what the rule reports."""
    text, _ = unmark(document)
    return mark(text, [diagnostic.span for diagnostic in findings(text, **settings)])


@pytest.mark.parametrize(
    "document",
    [
        # The first use, once.
        "You have «COPD». With COPD, do not smoke.\n\nTwo COPDs.",
        "- «COPD»\n- COPD and **«NSCLC»**",
        "| Illness | Care |\n|---|---|\n| «COPD» | Rest |",
        "You have «COPD». Chronic obstructive pulmonary disease (COPD) is common.",
        "# COPD\n\nYou have «COPD».",
        "`COPD` and «COPD»",
        "Read [all of the many pages about COPD on our site](/x). You have «COPD».",
        # A compound is reported once, together with its parts.
        "The «PET-MR» shows it. So does a PET.",
        "A «PET»-guided plan",
        # These words are too far above, or are not its words.
        "Chronic obstructive pulmonary disease\n\nA.\n\nB.\n\nC.\n\nYou have «COPD».",
        "Rest and sleep the day away. Your «AST» is high.",
        "| Test | Result |\n|---|---|\n| «ALP» | A little high |",
        # A bracket that is no list of what is before it.
        "Ask for it (this «XQZ»).",
        "Do this at home (but call us about «ALT», or come in, at any time).",
        # Next to something that is not an acronym.
        "The «PICC» gave me a rash.",
        "Call AT ONCE if your «INR» is high.",
        # In brackets, but not a name for what is before it.
        "Tell us if you have this («COPD»).",
    ],
)
def test_acronyms_that_are_reported(document):
    assert mark_findings(document) == document


@pytest.mark.parametrize(
    "document",
    [
        "Chronic obstructive pulmonary disease (COPD) is common. COPD is bad.",
        "COPD (chronic obstructive pulmonary disease) is common.",
        "With COPD, or chronic obstructive pulmonary disease, do not smoke.",
        "You have COPD, and chronic obstructive pulmonary disease (COPD) is common.",
        "# Chronic obstructive pulmonary disease (COPD)\n\nYou have COPD.",
        "---\ntitle: Chronic obstructive pulmonary disease (COPD)\n---\nYou have COPD.",
        ":::{note} About chronic obstructive pulmonary disease (COPD)\nRest.\n:::\n\nYou have COPD.",
        ":::{table} Stages of chronic kidney disease (CKD)\nNone.\n:::\n\nYou have CKD.",
        "| Test | Name |\n|---|---|\n| ALP | Alkaline phosphatase |",
        "| Name | Test |\n|---|---|\n| Alkaline phosphatase | ALP |",
        "You have COPD. It stands for chronic obstructive pulmonary disease.",
        "A DNR order (do not resuscitate) is kept.",
        # Who made a picture, codes of leaflets, postcodes and places.
        "Image: XQZ Photo / CC BY-SA 4.0",
        "Leaflet no: XQZ-12/2024\n\n\u00a9 XQZ Trust 2024",
        "Find us at LS9 7TF, lift XQ, ward XZ.",
        "You have wet macular degeneration, which we shorten to wet MD.",
        "Grommet tube care, often shortened to GTC or GTCare, is easy.",
        "Nasal gastric tube feeding, which is usually referred to as NGTF, is safe.",
        # The rest of a name with a formula in it.
        "You get an H~4~Q~2~-XZSc score.",
        "Look for EXP and LOT 12 on the box.",
        "Say GLARIVO [gla REE voh]. Ring ERIC, The Children's Bowel & Bladder Charity.",
        "It is called **androgen deprivation therapy (ADT)**. ADT makes you hot.",
        # A mark of quality, and studies with a word for their name.
        "Look for the CE mark, and ISO 80369 on the box.",
        "STRIDE-Knee will find out. So will the BEACON trial.",
        # The items of a list in brackets, and names of chemicals.
        "We check your liver (ALT, AST, GGT) every month.",
        "Other staff (nurses, SLTs and OTs) visit too. So does the OT.",
        "Use a spray with DEET.",
        # The words are right above.
        "It is chronic obstructive pulmonary disease. COPD is common.",
        "Chronic obstructive pulmonary disease.\n\nYou have COPD.",
        "The activities of daily living come first. Your ADL score is high.",
        "# eGFR\n\nThe **glomerular filtration rate** is a number.\n\nYour eGFR was 40.",
        "Positron emission tomography (PET) helps. A PET-CT does too.",
        "Monoclonal antibodies (MABs) help. A MAB is given by drip.",
        f"You have [COPD]({POPUP}). COPD is common.",
        "You have [COPD](/lung/copd).",
        "COPD is a disease of the lungs.",
        "We listen to the heart with a small monitor (CTG).",
        "Send in a urine sample (MSU).",
        "A DXA scan (dual energy X-ray absorptiometry) takes ten minutes.",
        # Not acronyms.
        "A CT scan, HIV, DNA, and TV in the US.",
        "Jane Doe, MD, PhD, FACS, CGC (Boston, MA), and John Roe, R.N.",
        "Stage IIIB, stage IVa, phase II, type III",
        "BRCA1, HER2-positive, EGFR, PD-L1, EML4-ALK, BCR-ABL, CYP2C19, V600E",
        "Give 5 MBq/kg, 400 IUs, 3 mL, and KCl.",
        "Ask about SWOG S1234, RTOG 0617, and the TAILORx trial.",
        "In 200 BC. Call 1-800-4-CANCER.",
        "Call from 9 am to 5 pm AEST, or 14:00 EST. Use fluticasone HFA.",
        "You must NOT drive. DO NOT EAT OR DRINK.",
        "STOP SMOKING NOW",
        "The *KIT* gene. Read *JAMA*.",
        # Names and degrees of people, brands, and letters that everyone knows.
        "Ask for ANN BELL. IAN POE is on call, as is Dr SMITH.",
        "Ask Ann Bell, RGN, DipXN, MSc, at the desk.",
        "The Oncotype DX® test, the XQZ™ pump and the WiFi on iOS",
        "Tubes: XQZ MiniTube®, Other XQZ Tube™. Join the free Telefriend PALi service.",
        # Labels.
        "TIP: Bring a coat. HINT! Rest.",
        # The parts of a mixture.
        "He had ABVD (doxorubicin, bleomycin, vinblastine, and dacarbazine).",
        "The CYVE regimen (high-dose cytarabine and etoposide) helps.",
        "Write to abc@NSCLC.org or go to https://NSCLC.org/COPD.",
        "    NSCLC\n",
        "---\nlanguage: fr\n---\nIl a une BPCO.",
    ],
)
def test_acronyms_that_are_not_reported(document):
    assert mark_findings(document) == document


@pytest.mark.parametrize(
    ("audience", "expected"), [("patient", "«NIH»"), ("general", "«NIH»"), ("technical", "NIH")]
)
def test_each_audience_knows_its_own(audience, expected):
    assert (
        mark_findings("The NIH said yes.", default_audience=audience) == f"The {expected} said yes."
    )


def test_letters_that_everyone_in_a_country_knows():
    assert mark_findings("Ask your GP at the NHS.") == "Ask your GP at the NHS."
    page = "---\nlanguage: {}\n---\nAsk your {}."
    assert mark_findings(page.format("en-GB", "GP")).endswith("Ask your GP.")
    assert mark_findings(page.format("en-US", "«GP»")).endswith("Ask your «GP».")


@pytest.mark.parametrize(
    "rows",
    [
        "| | |\n|---|---|\n| **K** | kalix |\n| **LM** | lomix |",
        "- Know the signs.\n- Look for help.\n- Move.",
    ],
)
def test_rows_that_spell_out_the_letters(rows):
    document = f"The drugs in KLM:\n\n{rows}\n\nSo KLM helps, «KLN» does not.\n"
    assert mark_findings(document) == document


def test_letters_that_parents_and_patients_of_a_country_know():
    assert mark_findings("Your A1C and the IEP", country="US") == "Your A1C and the IEP"
    assert mark_findings("Your A1C and the «IEP»", country="CA") == "Your A1C and the «IEP»"


def test_names_of_trials_and_places():
    document = "He is at UC Davis Cancer Center and in the Lung-MAP Trial of «ABX»."
    assert mark_findings(document) == document


def test_a_team_adds_its_own():
    changes = {RULE: {"not_acronyms": {"ours": ["SCCF"]}, "known": {"caregiver": ["COPD"]}}}
    document = "SCCF tells you of COPD and «NSCLC»."
    assert mark_findings(document, rule=changes, default_audience="caregiver") == document


def test_patterns_can_look_at_the_text_around():
    changes = {RULE: {"not_acronyms": {"ours": ["(?<=Club )AB|XY(?= club)"]}}}
    document = "Of «AB» and «XY»."
    assert mark_findings(document, rule=changes) == document
    known = "The Club AB and the XY club. Of AB and XY."
    assert mark_findings(known, rule=changes) == known


def test_without_its_patterns_a_gene_is_an_acronym():
    changes: dict[str, Any] = {RULE: {"not_acronyms": {"genes and proteins": []}}}
    assert mark_findings("DNA and «BRCA1»", rule=changes) == "DNA and «BRCA1»"


def test_a_broken_pattern_is_an_error():
    with pytest.raises(PlainlintError, match="not_acronyms: "):
        findings("COPD", rule={RULE: {"not_acronyms": {"ours": ["("]}}})


@pytest.mark.parametrize(
    ("document", "advice"),
    [
        (
            "You have COPD.",
            "Write chronic obstructive pulmonary disease (COPD), or say in plain words what it is.",
        ),
        (
            "Two COPDs.",
            "Write chronic obstructive pulmonary disease (COPD), or say in plain words what it is.",
        ),
        ("The NET is in the lung.", "Say what it is, or write the long form first, then (NET)."),
        (
            "The NET is a tumor.",
            "Write neuroendocrine tumor (NET), or say in plain words what it is.",
        ),
        ("The scan of your bones shows a low BMD.", "Write bone mineral density (BMD)."),
        ("Get it for your OS.", "Say what it is, or write the long form first, then (OS)."),
        ("You have XQZW.", "Say what it is, or write the long form first, then (XQZW)."),
    ],
)
def test_the_help_gives_the_long_form_if_the_glossary_has_it(document, advice):
    (finding,) = findings(document)
    assert finding.help == advice
    assert f"'{finding.text}' is neither spelled out nor explained" in finding.message


@given(
    st.lists(
        st.sampled_from(["COPD", "*KIT*", "[NSCLC](/x)", " (", ")", "# ", "\n\n", "| ", "&amp;", "<i>"])
        | st.text(max_size=4),
        max_size=15,
    ).map("".join)
)  # fmt: skip
def test_any_document_is_read_and_spans_are_exact(document):
    for diagnostic in findings(document):
        assert document[diagnostic.span.start : diagnostic.span.end] == diagnostic.text
        assert sum(map(str.isupper, diagnostic.text)) >= 2


def test_case_tells_acronyms_apart():
    (finding,) = findings("Your eGFR is low, so your kidneys may be weak.")
    assert "epidermal" not in finding.help
