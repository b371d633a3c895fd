"""The check hard-sentence: its advice on a hard sentence, and where the advice points."""

import pytest

from plainlint import Config, lint_text

RULE = "readability/hard-sentence"
WORDS = "plain-language/complex-word"
HARD = "Adjuvant pembrolizumab substantially reduced mortality (HR, 0.58) in resectable NSCLC."
# Every sentence is hard.
EVERY = {
    "limits": {"target": {"patient": 0}},
    "advice_given": 9,
    "advice_share": 0,
    "tolerance": 0,
}


def findings(text, *, audience="patient", title="", **rules):
    config = Config(select=(RULE, WORDS, "jargon", "plain-language/wordy-phrase"), rule=rules)
    declared = f"---\ntitle: {title}\naudienceLevel: {audience}\n---\n\n{text}\n"
    diagnostics = lint_text(declared, config=config).diagnostics
    return [diagnostic for diagnostic in diagnostics if diagnostic.rule == RULE]


def advice(text, **options):
    return [finding.values["advice"] for finding in findings(text, **{RULE: EVERY}, **options)]


def test_advice_names_its_places():
    (finding,) = findings(f"Rest first. {HARD} Then rest again.")
    assert finding.text == HARD
    assert finding.message.startswith("A hard sentence: ")
    assert len(finding.related) == 2
    for place in finding.related:
        assert place.text in HARD
        assert place.text in finding.help


def test_what_other_rules_report_is_advice():
    (text,) = advice("They ameliorate it due to the fact that the neutropenia is severe.")
    assert "say 'improve' for 'ameliorate'" in text
    assert "say 'because' for 'due to the fact that'" in text
    assert "explain 'neutropenia'" in text


def test_a_rule_that_does_not_run_gives_no_advice():
    document = f"---\naudienceLevel: patient\n---\n{HARD}"
    (finding,) = lint_text(document, config=Config(select=(RULE,))).diagnostics
    assert finding.help == "The sentence is hard."


def test_ingredients_are_as_they_must_be():
    listed = "Contains also: dextrose, microcrystalline cellulose, carmellose sodium, fructose"
    assert not findings(f"{listed}, phenylethyl alcohol, sorbitol, polysorbate, purified water.")


def test_what_changes_little_is_no_advice():
    text = "Neutropenia, thrombocytopenia and hypoalbuminemia are frequently transient."
    (all_of_it,) = advice(text)
    assert "say 'often' for 'frequently'" in all_of_it
    (finding,) = findings(text, **{RULE: {**EVERY, "advice_share": 0.1}})
    assert "often" not in finding.values["advice"]
    assert "explain 'Neutropenia'" in finding.values["advice"]


def test_a_sentence_without_end_has_advice():
    (finding,) = findings(f"{'Neutropenia and hypoalbuminemia are bad, ' * 200} and so on.")
    assert finding.values["difficulty"] == 100


def test_equal_words_further_down_get_the_advice_too():
    first, second = advice("We utilize a cup. Then utilize it again.")
    assert "say 'use' for 'utilize'" in first
    assert "say 'use' for 'utilize'" in second


def test_the_same_thing_is_said_once():
    (text,) = advice("You utilize a cup, they utilize a bowl, and we utilize it too.")
    assert text.count("'utilize'") == 1


@pytest.mark.parametrize(
    "text",
    [
        "[Neutropenia](https://example.org) can come after the third week.",
        "It is [due to the fact that](https://example.org) he left.",
        "Neutropenia of the third week: There are too few white blood cells.",
        "Neutropenia (a low number of white blood cells) can come after the third week.",
        "Ask Ann Bell, MD, RN, on ward III, or call 0800 555 0142 by 4 May.",
        "Take 12.5 mg / day of Zelkoran with food in Portlaoise.",
        "The clinic gave them trabectedin (Zelkoran) for a year.",
        "They look for KRAS, BRAF and HER2 in the B7-1 trial.",
    ],
)
def test_names_numbers_and_what_is_explained_get_no_advice(text):
    assert advice(text) == ["The sentence is hard"]


def test_the_topic_of_the_page_gets_no_advice():
    assert advice("Lymphedema is a swelling.", title="Lymphedema") == ["The sentence is hard"]


def test_a_long_sentence_without_advice_is_only_called_long():
    text = " ".join(["We sat by the old mill near the lake of the town in the green vale"] * 2)
    assert advice(f"{text}.") == ["The sentence is long: 32 words"]


def test_only_a_row_outside_lists_is_to_become_a_list():
    text = (
        "In the first days at home you may have a fever, a cough, a sore throat, and pain in the legs "
        "when you go up the stairs."
    )
    assert advice(text) == ["Change first: make a list of the 4 items"]
    assert advice(f"- {text}") == ["The sentence is long: 27 words"]


def test_spans_are_exact_through_markup():
    (finding,) = findings("We *utilize* it.", **{RULE: EVERY})
    assert [place.text for place in finding.related] == ["utilize"]


def test_advice_can_name_only_values_of_the_rule():
    settings = {**EVERY, "advice_from": {WORDS: "{plane}"}}
    with pytest.raises(Exception, match=r"plane.*did you mean 'plain'"):
        findings("We utilize it.", **{RULE: settings})


def test_advice_can_come_only_from_rules_there_are():
    with pytest.raises(Exception, match="unknown rule 'plain-language/complex-wort'"):
        findings("We.", **{RULE: {"advice_from": {"plain-language/complex-wort": "x"}}})


@pytest.mark.parametrize(("audience", "severity"), [("patient", "error"), ("general", "warning")])
def test_the_limit_depends_on_the_audience(audience, severity):
    text = f"{HARD[:-1]} and the Kaplan-Meier estimates of 2.5."
    (finding,) = findings(text, audience=audience)
    assert finding.severity == severity


def test_professionals_have_no_limit():
    assert findings(HARD, audience="technical") == []


def test_easy_sentences_pass():
    assert findings("You may feel dizzy. Sit down on the bed and wait until it has passed.") == []


def test_a_sentence_of_names_may_be_a_little_above_the_target():
    text = "Your vaccination will be recorded on the Australian Immunisation Register (AIR)."
    assert findings(text, **{RULE: {"tolerance": 0}})
    assert not findings(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # One thing to change, which its own finding says already, or none.
        ("They ameliorate it for the boy with the red hat.", 0),
        ("We sat by the old mill near the lake.", 0),
        # Two things that make it hard together, or one that only the sentence says.
        ("They ameliorate it due to the fact that he fell.", 1),
        (
            f"You may have {'a fever, a cough, a sore throat, and pain in the legs, and ' * 2} chills.",
            1,
        ),
    ],
)
def test_advice_that_only_repeats_may_need_more_than_one_piece(text, count):
    assert len(findings(text, **{RULE: {**EVERY, "advice_repeated": 2}})) == count
