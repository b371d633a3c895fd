"""Definitions: which texts around a term explain it, and which only look like it."""

import pytest

from plainlint.analysis.glossary.definitions import is_explained, is_explained_below
from plainlint.document.readers import parse
from tests.helpers.spans import unmark


def explains(marked, plain=""):
    """Return whether a text explains the term between « and »."""
    text, ((start, end),) = unmark(marked)
    return is_explained(text, start, end, plain)


@pytest.mark.parametrize(
    "text",
    [
        "«Edema» is swelling from fluid.",
        "«Edema» (swelling) is common.",
        "«Edema», or swelling, is common.",
        "You may get swelling («edema»).",
        "You may get «edema» (your legs swell).",
        "You may get «edema», which is swelling.",
        "You may get «edema». This is swelling from fluid.",
        "You may get «edema». That means that fluid builds up.",
        "Swelling is called «edema».",
        "Doctors call this «edema».",
        "Fluid builds up in your legs. This is called «edema».",
        "Fluid builds up in your legs. This is «edema».",
        "The medical name for this is «edema».",
        "A «stent» is a small tube.",
        "A «stent» is a tiny mesh tube that holds it open.",
        "A «stent», a thin tube, goes in.",
        "A «stent» (a thin tube) goes in.",
        "We put in a thin tube, or «stent», to help.",
        "We put in a thin tube (a «stent»).",
        "We put in a thin tube called a «stent».",
        "Your «spleen» is an organ in your belly.",
        "The «spleen» is an organ that cleans blood.",
        "«Sepsis» is one kind of blood poisoning.",
        "«Sepsis» is a type of illness that can kill.",
        "«Sepsis» happens when germs get into the blood.",
        "«Sepsis» means that germs are in the blood.",
        "«Sepsis», also known as blood poisoning, can kill.",
        "«Sepsis», that is, blood poisoning, can kill.",
        "«Sepsis» refers to blood poisoning.",
        "«Sepsis»: blood poisoning.",
        "«Oligospermia»: fewer sperm than expected.",
        "You may get «osteoradionecrosis», where the jaw bone does not heal.",
        "«Platelets» help blood to clot.",
        "They may give you «TPT» – tablets that prevent the illness.",
        "We use «statins» — pills that lower the fat in your blood.",
        "You get a «PICC» - a line which goes into a vein.",
        "Boils and «abscesses» are lumps filled with pus.",
        "You may get «angioedema» (swelling of the face, lips, tongue or throat).",
        "«Biopsy». We may take a sample the size of a grain.",
        "It is an «antiepileptic» medicine used to treat fits.",
        "The tubes are small. Other names are grommets and «myringotomy» tubes.",
        "«Sepsis». A reaction to germs has begun.",
        "«Spasticity». Tight muscles can be stretched.",
        "«Dysarthria». Slurred speech gets better with practice.",
        "«Hemianopia». Loss of half of your sight makes it hard to read.",
        "You may have «obstructive» sleep apnea, when large tonsils block the throat.",
        "We look for urinary «retention», when urine stays in the bladder.",
        "Doctors call the swelling from fluid «edema».",
        "The legs swell (you may also hear dropsy or «edema»).",
        "Work out what you can do on a bad day. That is your «baseline».",
        "«Sepsis» – blood poisoning that spreads fast.",
        "«Pruritus», an itch, is common.",
        "«Pruritus» (itching) is common.",
        "«Pruritus» (or itching) is common.",
        "«Pruritus» (also called itching) is common.",
        "«Pruritus» is the medical term for itching.",
        "A «hematoma» is a bruise.",
        "An «oncologist» is a doctor who treats cancer.",
        "Your «oncologist», a doctor who treats cancer, will see you.",
        "Your «oncologist» (cancer doctor) will see you.",
        "«Benign» (not cancer) lumps are safe.",
        "The lump is «benign». This means it is not cancer.",
        "«Hypertension» (high blood pressure) is common.",
        "You may have high blood pressure («hypertension»).",
        "«Dialysis» is a way to clean your blood.",
        "«Dialysis» is used to clean your blood.",
        "«Dialysis» is a process in which a machine cleans your blood.",
        "«Ascites» is when fluid fills your belly.",
        "«Ascites» is fluid in the belly.",
        "«Ascites» is a buildup of fluid.",
        "«Xerostomia» (dry mouth) is common.",
        "«Xerostomia», a dry mouth, is common.",
        "«Xerostomia» is a dry mouth.",
        "«Alopecia» (hair loss) may start soon.",
        "«Alopecia» is the loss of hair.",
        "«Anemia» is a lack of red blood cells.",
        "«Anemia» (a low number of red blood cells) makes you tired.",
        "«Anemia» (too few red blood cells) makes you tired.",
        "«Neuropathy» (damage to the nerves) may hurt.",
        "«Neuropathy» is damage to the nerves.",
        "«Angina» is chest pain.",
        "«Angina» is a pain in the chest.",
        "«Angina» is a kind of chest pain.",
        "An «ECG» is a test that shows how your heart beats.",
        "«Jaundice» makes your skin yellow.",
        "The «trachea» (windpipe) is a tube.",
        "The «trachea», or windpipe, is a tube.",
        "«Insomnia» (trouble sleeping) is common.",
        "«Insomnia» means trouble sleeping.",
        "«Dysphagia» (when it is hard to swallow) is common.",
        "«Metastatic» (it has spread) cancer is hard to cure.",
        "Cancer that has spread («metastatic») is hard to cure.",
        "They use «lidocaine», a drug that numbs the skin.",
        "They use «lidocaine» (a drug to numb the skin).",
        "Take an «antiemetic», which is a drug for nausea.",
        "Take an «antiemetic» (anti-sickness drug).",
        "Take an «antipyretic», a medicine that lowers a fever.",
        "We use a «laparoscope», a thin tube with a light.",
        "We use a «laparoscope». It is a thin tube with a light.",
        "«Febrile» means having a fever.",
        "«Incontinence» (leaking urine) is common.",
        "«Incontinence», or not being able to hold your urine, is common.",
        "«Thrombosis» (blood clots) can happen.",
        "You could get a blood clot («thrombosis») in your leg.",
        "You could get a blood clot, also called «thrombosis».",
        "You could get a blood clot (also called «thrombosis»).",
        "You could get blood clots, known as «thrombosis», in your leg.",
    ],
)
def test_a_category_or_plain_words_explain(text):
    assert explains(text)


@pytest.mark.parametrize(
    "text",
    [
        "You may get «edema», or see a nurse.",
        "You may get «edema», or none at all.",
        "You may get «edema», or worse.",
        "If you have «edema», or your legs hurt, ring us.",
        "If you get «edema», or if you feel faint, ring.",
        "You may get «cystitis», or a fever.",
        "You may get «cystitis», or some pain.",
        "Your «stent» is a touch loose.",
        "Your «stent» is a lot better today.",
        "The «cysts» are a great deal smaller.",
        "The «lesion» is somewhat sore.",
        "Your «edema» is no worse than before.",
        "Your «edema» is less than last week.",
        "Your «edema» is the least of it.",
        "The «cyst» is the largest one we found.",
        "The «cyst» is the only one.",
        "The «cyst» is one of three on the arm.",
        "The «cyst» is as big as a pea.",
        "Tell us about «edema», a cough or pain.",
        "Tell us about «edema», a cough, or pain.",
        "Watch for «edema», an itch and a rash.",
        "We looked at «sepsis» (12 people) in men.",
        "We looked at «sepsis» (both sexes).",
        "We looked at «sepsis» (p < .05).",
        "We looked at «sepsis» (treated).",
        "She has «sepsis» (confirmed).",
        "She has «sepsis» (mild).",
        "He has «angina» (an-JY-nuh).",
        "He has «angina» (say: an-jy-nuh).",
        "He has «dyspnea» (DISP-nee-uh) at night.",
        "He has «dyspnea» (disp-NEE-uh; see the word list).",
        "The «cyst» is a pain.",
        "The «cyst» is a worry for him.",
        "«Sepsis» is a worry.",
        "«Sepsis» is a shock to all.",
        "The «stent» is a good idea.",
        "Your «biopsy» is a week away.",
        "Your «biopsy» is at noon.",
        "Your «biopsy» is the day after.",
        "The «biopsy» was a success.",
        "«Edema» is common.",
        "«Edema» is normal.",
        "«Edema» is treatable.",
        "«Edema» is caused by heat.",
        "«Edema» is swollen.",
        "«Edema» is not rare.",
        "Ask about «edema» (you may have it).",
        "Ask about «edema» (call us).",
        "Ask about «edema» (fever, rash, pain).",
        "Other problems («edema») can come up.",
        "Side effects («edema», rash) can come up.",
        "Some people get «edema», and a few faint.",
        "You may have «sepsis». It is a big risk.",
        "You may have «sepsis». This is bad.",
        "You may have «sepsis». This is one of the reasons to call.",
        "You may have «sepsis». It is the same as before.",
        "High counts may mean «sepsis».",
        "Ask about «thrombosis», a bad one.",
        "The «hernia» is a bit of a bother.",
        "His «hernia» is a big one.",
        "His «hernia» is a fresh one.",
        "The «hernia» was a mess.",
        "The «ulcer» is a sight.",
        "The «polyp» is a shade darker.",
        "We took out the «polyp» (left side).",
        "We took out the «polyp» (last week).",
        "We took out the «polyp» (at night).",
        "He had «angina» (again).",
        "He had «angina» (twice).",
        "He had «angina» (like his dad).",
        "He had «angina» (a lot).",
        "He had «angina» (more than once).",
        "You may get «edema», or you may not.",
        "You may get «edema», or feel sick.",
        "You may get «edema», or wait a week.",
        "You may get «edema», or nothing.",
        "You may need a «stent», or surgery.",
        "You may need a «biopsy», or a new test.",
        "The «embolism» is the reason for your stay.",
        "The «embolism» is a thing of the past.",
        "The «embolism» is a big deal.",
        "«Embolism» is a topic for your next visit.",
        "His «fistula» is the same size.",
        "His «fistula» is the first of two.",
        "The «fistula» is a little red.",
        "The «fistula» is a few days old.",
        "Your «catheter» is an hour late.",
        "A «catheter» is a must.",
        "Your «catheter» is the wrong size.",
        "Your «catheter» is the best we have.",
        "Your «catheter» is the one on the left.",
        "The «spasms» are a nuisance.",
        "The «spasms» are the worst at night.",
        "Ask about «sciatica», a rash or a cough.",
        "Ask for «dialysis», another day.",
        "After the «biopsy», a nurse helps you.",
        "With «edema», a sock can help.",
        "«Spasticity». Regular stretching may help.",
        "«Spasticity». Strong painkillers may be given.",
        "«Anesthesia». Sore throats are common.",
        "You may have «edema», when needed.",
        "Tell us about your «edema», when you come in.",
        "You get an «infusion», when the nurse is ready.",
    ],
)
def test_what_only_looks_like_a_definition(text):
    assert not explains(text)


def test_two_meanings_with_their_names():
    text = "It goes under the tongue (sublingual) or on the inside of the cheek («buccal» route)."
    assert explains(text)


def test_the_glossary_tells_a_meaning_from_another_thing():
    text = "Ask about «thrombosis», or a blood clot."
    assert explains(text, plain="a clot in a vein")
    assert not explains(text, plain="redness of the skin")


def test_an_item_of_the_list_below():
    blocks = parse("You may get edema:\n\n- Edema: swelling\n- Rest.\n\nBe well.\n").blocks
    assert is_explained_below(blocks, 0, "edema")
    assert not is_explained_below(blocks, 0, "sepsis")
    assert not is_explained_below(blocks, 1, "edema")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("We numb the skin with a «local anaesthetic».", "medicine that numbs a part"),
        ("You have a «gastrostomy tube», or G-tube. It goes through the skin.", ""),
        ("He wears a «catheter». It drains the urine into a bag.", ""),
        ("You take a «bisphosphonate». It slows the loss of bone.", ""),
        ("«Chemotherapy» kills cancer cells.", ""),
        ("We use «genome» sequencing, which reads nearly all of your DNA.", ""),
        ("The study is «double-blind»: neither you nor the doctor will know.", ""),
        ("The lump is «malignant»: it can spread.", ""),
        ("«NSAIDs» like ibuprofen can harm you.", "a drug for pain and swelling"),
        ("Don't take «opioids» (such as morphine).", "a strong drug for pain"),
        ("«Intravenous» sedation: the drug is put into a vein.", "into a vein"),
        ("«Arthralgia» is common. You feel pain in your joints.", "joint pain"),
        ("Low bone density, or «osteopenia»", "low density of the bones"),
        (
            "Babies with «risk factors», such as toxoplasmosis, a cleft palate or Down syndrome, wait.",
            "something that raises the chance of a disease",
        ),
        (
            "You may have «late effects» such as tiredness and memory loss.",
            "a health problem that starts long after treatment",
        ),
    ],
)
def test_what_a_thing_does_and_plain_words_close_by_explain(text, plain):
    assert explains(text, plain)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("You have a «catheter». It costs nothing.", ""),
        ("We use a «local anaesthetic». Your hand may be numb.", "medicine that numbs a part"),
        ("Your «stem cell» goes through several steps.", ""),
        ("The «cyst» was removed. It measures 5 cm.", ""),
        ("The reason is «sepsis»: call your doctor, who will help.", ""),
        ("The reason is «sepsis»: you will need to stay.", ""),
        ("The reason is «sepsis»: it can come on fast.", ""),
        ("«NSAIDs» like naproxen can harm you.", "a drug for pain and swelling"),
        ("«NSAIDs» like ibuprofen can harm you.", ""),
        ("It may cause «arthralgia». Rest the joint.", "joint pain"),
        ("The pain is gone. «Arthralgia» is rare. Rest the joint.", "joint pain"),
        (
            "«Mutations» in one gene, which half of all people have, can in some change its growth.",
            "a change in a gene",
        ),
        ("You may get a cough, blood clots, or «thrombosis»", "a clot in a vein"),
        ("You may get a high fever, or «thrombosis»", "a clot in a vein"),
        ("Cancer can spread. «Malignancy» is rare.", "cancer"),
        (
            "Babies with «risk factors», such as toxoplasmosis or cytomegalovirus, come back.",
            "something that raises the chance of a disease",
        ),
        (
            "It covers «risk factors», including the care of the heart and the lung.",
            "something that raises the chance of a disease",
        ),
        (
            "Babies with «risk factors» such as jaundice wait.",
            "something that raises the chance of a disease",
        ),
    ],
)
def test_what_explains_nothing_near_a_term(text, plain):
    assert not explains(text, plain)
