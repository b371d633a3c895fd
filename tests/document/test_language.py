import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.document.language import (
    fill_gaps,
    recognise_document_language,
    recognise_language,
)


def _read_samples():
    text = Path(__file__).with_name("language_samples.txt").read_text(encoding="utf-8")
    for language, body in re.findall(r"^\[(.+)\]\n([^\[]*)", text, re.MULTILINE):
        for block in body.split("\n"):
            if block:
                yield language, block


SAMPLES = list(_read_samples())
# Many sentences of these languages have the same function words.
RELATIVES = {"no": "da"}
ENGLISH = Path(__file__).with_name("english_samples.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("language", dict.fromkeys(language for language, _ in SAMPLES))
def test_blocks_are_recognised(language):
    blocks = [block for its, block in SAMPLES if its == language]
    found = {block: recognise_language(block) for block in blocks}
    missed = [block for block in blocks if not found[block]]
    assert len(missed) <= len(blocks) / 30, missed
    assert {*found.values()} <= {language, "", RELATIVES.get(language, "")}, found


def test_there_are_enough_samples():
    languages = [language for language, _ in SAMPLES]
    assert all(languages.count(language) == 30 for language in ("es", "fr", "de", "pt", "it", "nl"))
    assert len(ENGLISH) >= 60


def test_english_is_never_taken_for_another_language():
    found = {block: recognise_language(block) for block in ENGLISH}
    assert {
        block: language for block, language in found.items() if language not in ("en", "")
    } == {}


def test_parts_of_english_blocks_are_not_taken_for_another_language():
    parts = [part for block in ENGLISH for part in re.split(r"(?<=[.,]) ", block)]
    # Quotations in another language are another language.
    quoted = ("“", "”", "¿")
    found = {
        part: recognise_language(part) for part in parts if not any(sign in part for sign in quoted)
    }
    assert {part: language for part, language in found.items() if language not in ("en", "")} == {}


@given(st.text())
def test_any_text_has_a_language_or_none(text):
    assert re.fullmatch(r"[a-z]{2}|", recognise_language(text))


@given(st.lists(st.sampled_from(ENGLISH + [block for _, block in SAMPLES])))
def test_a_document_has_the_language_of_one_of_its_blocks(texts):
    languages = [recognise_language(text) for text in texts]
    unknown = [text for text, language in zip(texts, languages, strict=True) if not language]
    together = recognise_language("\n".join(unknown)[:4000])
    is_prose = [True] * len(texts)
    found = recognise_document_language(texts, languages, is_prose)
    assert found in {*languages, together, "en", "und"} - {""}


@pytest.mark.parametrize(
    "text", ["de la que " * 20_000, "é" * 100_000, "я a" * 40_000, "¿" * 99_999]
)
def test_time_is_linear(text):
    start = process_time()
    recognise_language(text)
    assert process_time() - start < 2


def test_capitals_are_acronyms():
    assert recognise_language("UND, DER, QUE, POR, MUY, VOUS, AVEC, DANS, EST") == ""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        # A name in another language, or a word of one, does not change that of the text.
        ("请联系の先生，手术后保持伤口干燥，每天换药一次。", "zh"),
        ("يشرب المريض كوبا من الماء كل ساعة كما وصف الدكتور پارسا في العيادة.", "ar"),
        ("Принимайте таблетку утром, как сказал доктор Коваленків на приёме в больнице.", "ru"),
        # Relatives that share a script.
        ("Узимајте лек сваког јутра са чашом воде и јавите се лекару.", "sr"),
        ("Прымайце лекі кожную раніцу і піце больш вады ў спякоту.", "be"),
        ("Вземайте лекарството сутрин с вода и се обадете, ако ви боли гърлото.", "bg"),
        ("हर सुबह एक गिलास पानी के साथ दवा लें और आराम करें।", "hi"),
        ("हरेक बिहान एक गिलास पानीसँग औषधि खानु पर्छ र आराम गर्नुहोस्।", "ne"),
        ("ওষুধ খাওয়ার পরে এক গ্লাস জল পান করুন।", "bn"),
        ("በየቀኑ ጠዋት አንድ ጽላት በውሃ ይውሰዱ።", "am"),
        # Accents as separate signs, and soft hyphens.
        ("Lleve la medicacio\u0301n que toma cada di\u0301a, y no coma nada.", "es"),
        ("Neh\xadmen Sie die Tab\xadlette mor\xadgens mit einem Glas Was\xadser.", "de"),
        # Capitals for stress.
        ("LÁVESE LAS MANOS ANTES DE TOCAR LA HERIDA Y DESPUÉS TAMBIÉN", "es"),
        # Commands and names among the words.
        ("Ejecute plainlint check README.md --fix y espere hasta que el programa termine.", "es"),
        (
            "Der Arzt verschreibt Ibuprofen, Metformin oder Lisinopril, wenn nichts anderes hilft.",
            "de",
        ),
    ],
)
def test_signs_and_forms_of_writing(text, language):
    assert recognise_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "(1 - sa) * d + (1 - da) * s + sa * da * B(s, d)",
        "Wang Wei (王伟), Li Na (李娜), Kim Min-ji (김민지)",
        "Kovalenko O, Коваленко О, clinic, Kyiv Road",
        "Call 公 now to ask for help with your bill.",
    ],
)
def test_formulas_and_names_in_other_scripts_are_not_another_language(text):
    assert recognise_language(text) in ("", "en")


WELSH = (
    "Cadwch y clwyf yn lân ac yn sych. Golchwch eich dwylo cyn i chi gyffwrdd â'r rhwymyn. "
    "Newidiwch y rhwymyn unwaith y dydd, ac os gwelwch waed neu grawn, ewch i'r ysbyty ar unwaith. "
)
DRUGS = "Metformin lowers glucose. Lisinopril relaxes arteries. Warfarin thins blood. "


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([WELSH], "en"),
        ([WELSH] * 2, "und"),
        ([WELSH] * 2 + ["Keep the wound clean and dry."], "und"),
        ([WELSH, "Keep the wound clean and dry with soap." * 9], "en"),
        ([DRUGS * 9], "en"),
        (["Wash hands. Wear gloves. Avoid alcohol. Drink water. Eat fruit."] * 9, "en"),
        (["Talk to a doctor at a clinic, or go to a hospital in case of a fever."] * 9, "en"),
        (["Ana Gómez. Luis de la Cruz. Eva van Dijk. " * 30], "en"),
    ],
)
def test_sentences_without_english_words_are_undetermined(texts, expected):
    languages = [recognise_language(text) for text in texts]
    assert recognise_document_language(texts, languages, [True] * len(texts)) == expected


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (["es", "", "", "es"], ["es", "es", "es", "es"]),
        (["en", "", "es"], ["en", "", "es"]),
        (["fr", "", "es"], ["fr", "", "es"]),
        (["", "es", ""], ["", "es", ""]),
        (["en", "", "en"], ["en", "", "en"]),
        ([], []),
    ],
)
def test_gaps_have_the_language_around_them(languages, expected):
    assert fill_gaps(languages) == expected
