"""The check hard-sentence: its advice on a hard sentence, and where the advice points."""

import pytest

from plainlint import Config, lint_text

RULE = "readability/hard-sentence"
HARD = "Adjuvant pembrolizumab substantially reduced mortality (HR, 0.58) in resectable NSCLC."


def findings(text, *, audience="patient", **rules):
    config = Config(select=(RULE, "plain-language/complex-word"), rule=rules)
    declared = f"---\naudienceLevel: {audience}\n---\n\n{text}\n"
    diagnostics = lint_text(declared, config=config).diagnostics
    return [diagnostic for diagnostic in diagnostics if diagnostic.rule == RULE]


def test_the_two_heaviest_parts_are_named_with_their_places():
    (finding,) = findings(f"Rest first. {HARD} Then rest again.")
    assert finding.text == HARD
    assert finding.message.startswith("A hard sentence: ")
    assert len(finding.related) == 2
    for place in finding.related:
        assert place.text in HARD
        assert place.text in finding.help


def test_the_advice_gives_a_plain_word():
    (finding,) = findings("They substantially ameliorate it, and consequently alleviate mortality.")
    assert "'ameliorate' -> 'improve'" in finding.help


def test_the_advice_names_whole_terms():
    text = "Absolute neutrophil count deterioration necessitates hospitalization immediately."
    changes = {RULE: {"advice_given": 9}}
    (finding,) = findings(text, **changes)
    assert "'Absolute neutrophil count' is not explained here" in finding.help


def test_the_advice_skips_explained_and_linked_words():
    text = (
        "[Pembrolizumab](https://example.org) and thrombocytopenia (a low number of platelets in the "
        "blood) necessitate 3.5 and 4.5 and 5.5 considerations."
    )
    (finding,) = findings(text, **{RULE: {"advice_given": 9}})
    assert "embrolizumab" not in finding.help
    assert "thrombocytopenia" not in finding.help


def test_spans_are_exact_through_markup():
    (finding,) = findings(
        "Adjuvant *pembrolizumab* lowers `mortality` in **resectable** NSCLC in 4.5."
    )
    assert {"NSCLC", "4.5", "pembrolizumab"} & {place.text for place in finding.related}


@pytest.mark.parametrize(("audience", "severity"), [("patient", "error"), ("general", "warning")])
def test_the_limit_depends_on_the_audience(audience, severity):
    text = f"{HARD[:-1]} and the Kaplan-Meier estimates of 2.5."
    (finding,) = findings(text, audience=audience)
    assert finding.severity == severity


def test_professionals_have_no_limit():
    assert findings(HARD, audience="technical") == []


def test_easy_sentences_pass():
    assert findings("You may feel dizzy. Sit down on the bed and wait until it has passed.") == []


def test_without_the_rule_on_hard_words_the_advice_has_no_plain_word():
    text = f"---\naudienceLevel: patient\n---\n{HARD}"
    (finding,) = lint_text(text, config=Config(select=(RULE,))).diagnostics
    assert "->" not in finding.help
