"""What lay readers know, in one table: words, terms and acronyms that are reported or left alone.

To change it, add a row and see whether the criterion of `lay_knowledge` already has it right. Only if
frequency is wrong about a word does it belong in one of the two lists beside that module.
"""

import pytest

from plainlint import Config
from plainlint.analysis.glossary.lay_knowledge import is_known_term
from plainlint.core.errors import PlainlintError
from plainlint.core.source import Source
from plainlint.engine.linter import Linter

RULES = ("jargon/unknown-word", "jargon/unexplained-term", "jargon/unexpanded-acronym")
LINTER = Linter(Config(select=RULES, default_audience="patient"), None)

EVERYWHERE = """
acne, AIDS, allergy, anaemia, anemia, anesthetic, antibiotics, antidepressants, antihistamines,
antiseptic, appendicitis, arthritis, asthma, bandage, birth control, bladder, blood pressure,
blood transfusion, blood sugar, bladder infection, bruise, cancer, cardiologist, cataract,
chemotherapy, chlamydia, cholesterol, concussion, contraception, contraceptive pill, COVID-19, CT,
dehydration, dermatologist, diabetes, diarrhoea, DIY, DNA, dementia, earwax, eczema, email,
epilepsy, fatigue, fracture, general anaesthetic, general anesthetic, gluten, heart attack,
hepatitis, herpes, HIV, hormones, immune system, indigestion, infertility, inhaler, insomnia,
insulin, iOS, kidney infection, kidney transplant, liver, measles, menopause, migraine, MRI,
nosebleed, obesity, painkiller, paralysed, PIN, pneumonia, prostate, side effects, skin cancer,
steroid, surgery, syringe, testosterone, thyroid, thyroid gland, transplant, tuberculosis, tumour,
ulcer, UNICEF, vaccine, virus, vitamin, X-ray
"""
IN_SOME_COUNTRIES = {
    "A&E": "GB IE",
    "acetaminophen": "US CA",
    "bulk billing": "AU",
    "CDC": "US",
    "diapers": "US CA",
    "DVLA": "GB",
    "DWP": "GB",
    "ER": "US CA",
    "FDA": "US",
    "GP": "GB IE AU NZ IN",
    "HSE": "IE",
    "kaimoana": "NZ",
    "nappies": "GB IE AU NZ",
    "NDIS": "AU",
    "NHS": "GB",
    "Pap smear": "US",
    "paracetamol": "GB IE AU NZ IN",
    "popsicles": "US CA",
    "PPS": "IE",
    "smear test": "GB IE",
}
COUNTRIES = ("GB", "IE", "AU", "NZ", "IN", "US", "CA")
NOWHERE = """
abdomen, ablation, adjuvant, afebrile, albumin, angiogram, arrhythmia, ascites, atrial
fibrillation, benign, bilateral, bilirubin, biopsy, bone marrow suppression, bronchospasm,
cachexia, carcinoma, chronic, cirrhosis, CKD, colectomy, comorbidity, contraindicated, COPD,
creatinine, cytokine, distal, diuretic, dysphagia, dyspnea, ECG, eclampsia, edema, efficacy, eGFR,
ejection fraction, embolism, endometrium, erythema, excipient, febrile, fibrosis, gastric, GFR,
HbA1c, hematuria, hepatic, hypertension, hypotension, idiopathic, INR, interstitial, intravenous,
intubation, ischemia, laparoscopy, lesion, leukocyte, lumpectomy, median, metastatic, mortality,
myocardial infarction, necrosis, neoplasm, nephropathy, neurologist, neutropenia, NSAID, oedema,
oophorectomy, palliative, parenteral, paresthesia, perioperative, PICC, prognosis, prophylaxis,
protocol, proximal, pruritus, PTSD, pulmonary, renal, resection, risk factor, sepsis, serum,
stenosis, stent, subcutaneous, syncope, systemic, tachycardia, thrombocytopenia, thrombosis,
titrate, tonsillectomy, topical, urticaria, vascular, venous
"""


def split_row(table):
    return [" ".join(entry.split()) for entry in table.split(",")]


def reported_texts(word, country=""):
    """Return what the three rules report in a patient page about other things."""
    language = f"en-{country}" if country else "en"
    page = (
        f"---\nlang: {language}\n---\n\n# Your visit\n\nPlease ask the nurse about {word} there.\n"
    )
    return [finding.text for finding in LINTER.lint(Source(page)).diagnostics]


@pytest.mark.parametrize("country", ["", "GB", "US", "AU"])
@pytest.mark.parametrize("word", split_row(EVERYWHERE))
def test_known_everywhere(word, country):
    assert reported_texts(word, country) == []


@pytest.mark.parametrize("word", IN_SOME_COUNTRIES)
def test_known_in_some_countries(word):
    known_in = IN_SOME_COUNTRIES[word].split()
    assert [country for country in COUNTRIES if is_known_term(word, country)] == [
        country for country in COUNTRIES if country in known_in
    ]
    # Nobody knows where the readers are: what is known somewhere is not reported.
    assert reported_texts(word) == []
    assert reported_texts(word, known_in[0]) == []


@pytest.mark.parametrize("word", split_row(NOWHERE))
def test_not_known(word):
    assert reported_texts(word) != []


@pytest.mark.parametrize(
    ("word", "is_known"),
    [
        # Words that no list here has: frequent ones, their forms, and a known word with a plain noun.
        ("nutrition", True),
        ("surgeries", True),
        ("lung transplant", True),
        ("brain injury", True),
        # A rare word, a rare one with a plain noun, and frequent words that make an opaque term.
        ("chorioamnionitis", False),
        ("periprosthetic infection", False),
        ("vital capacity", False),
        ("clearance rate", False),
        ("stable disease", False),
        ("complete response", False),
        ("primary cancer", False),
    ],
)
def test_the_criterion_on_words_that_are_not_listed(word, is_known):
    assert is_known_term(word) is is_known


@pytest.mark.parametrize(
    ("settings", "language", "found"),
    [
        ({}, "en", []),
        ({"country": "us"}, "en", ["GP"]),
        ({"country": "UK"}, "en", []),
        # The document knows better than the configuration.
        ({"country": "US"}, "en-NZ", []),
        # No list has Sweden: what is known in any country counts as known.
        ({"country": "SE"}, "en", []),
    ],
)
def test_the_country_of_the_readers(settings, language, found):
    page = f"---\nlang: {language}\n---\n\nAsk your GP today.\n"
    config = Config(select=RULES, default_audience="patient", **settings)
    assert [f.text for f in Linter(config, None).lint(Source(page)).diagnostics] == found


def test_presets_name_a_country(tmp_path):
    file = tmp_path / "plainlint.toml"
    file.write_text('preset = "nhs"\n')
    assert Config.load(file).country == "GB"
    file.write_text('preset = "nci"\n')
    assert Config.load(file).country == "US"
    file.write_text('preset = "nhs"\ncountry = "IE"\n')
    assert Config.load(file).country == "IE"


def test_a_wrong_country_is_an_error():
    with pytest.raises(PlainlintError, match="'country' must be two letters, such as 'GB'"):
        Config(country="England")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Clinics, teams and therapies are called so.
        ("Phone the anticoagulation clinic at noon.", []),
        ("Anticoagulation Clinic staff will call.", []),
        ("Please go to our oncology unit.", []),
        ("Ask for the haematology registrar, or phone our nephrology fellow.", []),
        ("You may get cognitive behavioural therapy (CBT) soon.", []),
        ("You will see the palliative care team.", []),
        # Labels on a screen, however they are marked.
        ("Tap **Prophylaxis** and wait.", []),
        ('Choose "My NSTEMI" and wait.', []),
        ("Go to **Menu** > **Immunoglobulins** to see them.", []),
        ("Use the **Neutropenia** tab.", []),
        # Part of a longer term that all know.
        ("His cardiac arrest was in May.", []),
        ("It is used for hormone replacement therapy.", []),
        # Letters that are stressed, or the rest of a name.
        ("Reply CANCEL to the message.", []),
        ("You may get an ACE inhibitor.", []),
        ("Get the RSV vaccine and the JE jab.", []),
        ("Take Effexor XR at noon.", []),
        ("You shouldn't worry, and mustn\u2019t smoke.", []),
        # A list in which other items are names.
        ("Medicines such as amitriptyline, gabapentin or pregabalin help.", []),
        # None of these is a name.
        ("It is **neutropenia** that we watch.", ["neutropenia"]),
        ("You have neutropenia in the clinic.", ["neutropenia"]),
        ("Ask about CBT today.", ["CBT"]),
    ],
)
def test_names_stay(text, found):
    config = Config(select=RULES, default_audience="patient")
    page = f"# Your visit\n\n{text}\n"
    assert [f.text for f in Linter(config, None).lint(Source(page)).diagnostics] == found


@pytest.mark.parametrize(
    ("language", "advice"),
    [("en", "a tumor"), ("en-US", "a tumor"), ("en-GB", "a tumour"), ("en-AU", "a tumour")],
)
def test_advice_is_spelled_as_in_the_country(tmp_path, language, advice):
    glossary = tmp_path / "terms.csv"
    glossary.write_text("term,plain\nzygoma growth,a tumor\n")
    config = Config(select=RULES[1:2], default_audience="patient", glossary=(glossary,))
    page = f"---\nlang: {language}\n---\n\nYou have a zygoma growth there.\n"
    (finding,) = Linter(config, None).lint(Source(page)).diagnostics
    assert finding.help is not None
    assert advice in finding.help.split(": ")[1].rstrip(".").split(", ")
