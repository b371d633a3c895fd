"""Terms that the readers addressed know: names of services, and lists of what they have."""

import pytest

from plainlint import Config, lint_text

JARGON = Config(select=("jargon/unexplained-term", "jargon/unknown-word"))


def find_jargon(text):
    document = f"---\naudienceLevel: patient\n---\n\n# Your visit\n\n{text}\n"
    return [diagnostic.text for diagnostic in lint_text(document, config=JARGON).diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "You will go to the catheter lab. Ask our cardiac physiologist.",
        "Tell your doctor if you have ever had colitis, uveitis or a stoma.",
        "Do not use it if you have cirrhosis.",
        "Tell us if you:\n\n- have had colitis\n- use a catheter",
        "You can apply for a free card if you have one of these:\n\n- colitis\n- cirrhosis",
        "It is more common if you:\n\n- have colitis\n- are over 60",
        "You are at higher risk if you have cirrhosis.",
        "It is used to treat ankylosing spondylitis.",
        "> It was hard.\n>\n> \u2014 Ann, diagnosed with vascular dementia",
    ],
)
def test_readers_know_the_names_of_services_and_of_what_they_have(text):
    assert find_jargon(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call us if you have dyspnea.", ["dyspnea"]),
        ("Tell your nurse if you have edema or pruritus.", ["edema", "pruritus"]),
        ("The scan may show colitis.", ["colitis"]),
        ("The card is free if you have:\n\n- a wound needing debridement", ["debridement"]),
        ("You are more likely to fall if you have dyspnea.", ["dyspnea"]),
        ("A catheter stays in for a day.", ["catheter"]),
    ],
)
def test_symptoms_and_findings_need_an_explanation(text, found):
    assert find_jargon(text) == found


def test_a_glossary_of_the_users_own_is_always_asked(tmp_path):
    terms = tmp_path / "terms.csv"
    terms.write_text("term,plain\nthyroid,a gland in the neck\n", encoding="utf-8")
    text = "---\naudienceLevel: patient\n---\n\nThe thyroid makes hormones.\n"
    assert not lint_text(text, config=JARGON).diagnostics
    config = JARGON._replace(glossary=(terms,))
    assert lint_text(text, config=config).diagnostics[0].text == "thyroid"
