"""hard-sentence: what it says of a hard sentence, and where."""

import pytest

from plainlint import Config, lint_text

RULE = "readability/hard-sentence"
HARD = "Adjuvant pembrolizumab substantially reduced mortality (HR, 0.58) in resectable NSCLC."


def findings(text, *, audience="patient", **rules):
    config = Config(select=(RULE, "plain-language/complex-word"), rule=rules)
    declared = f"---\naudienceLevel: {audience}\n---\n\n{text}\n"
    return [each for each in lint_text(declared, config=config).diagnostics if each.rule == RULE]


def test_the_two_heaviest_parts_are_named_with_their_places():
    (finding,) = findings(f"Rest first. {HARD} Then rest again.")
    assert finding.text == HARD
    assert finding.message.startswith("A hard sentence: ")
    assert len(finding.related) == 2
    for place in finding.related:
        assert place.text in HARD
        assert place.text in finding.help


def test_a_plain_word_is_given():
    (finding,) = findings("They substantially ameliorate it, and consequently alleviate mortality.")
    assert "'ameliorate' -> 'improve'" in finding.help


def test_a_term_is_named_whole():
    text = "Absolute neutrophil count deterioration necessitates hospitalization immediately."
    changes = {RULE: {"advice_given": 9}}
    (finding,) = findings(text, **changes)
    assert "'Absolute neutrophil count' is not explained here" in finding.help


def test_what_is_explained_or_linked_is_not_named():
    text = (
        "[Pembrolizumab](https://example.org) and thrombocytopenia (a low number of platelets in the "
        "blood) necessitate 3.5 and 4.5 and 5.5 considerations."
    )
    (finding,) = findings(text, **{RULE: {"advice_given": 9}})
    assert "embrolizumab" not in finding.help
    assert "thrombocytopenia" not in finding.help


def test_spans_reach_through_markup():
    (finding,) = findings(
        "Adjuvant *pembrolizumab* lowers `mortality` in **resectable** NSCLC in 4.5."
    )
    assert {"NSCLC", "4.5", "pembrolizumab"} & {place.text for place in finding.related}


@pytest.mark.parametrize(("audience", "severity"), [("patient", "error"), ("general", "warning")])
def test_the_limit_is_that_of_the_readers(audience, severity):
    text = f"{HARD[:-1]} and the Kaplan-Meier estimates of 2.5."
    (finding,) = findings(text, audience=audience)
    assert finding.severity == severity


def test_professionals_have_no_limit():
    assert findings(HARD, audience="technical") == []


def test_easy_sentences_pass():
    assert findings("You may feel dizzy. Sit down on the bed and wait until it has passed.") == []


def test_without_the_rule_on_hard_words_none_is_given():
    text = f"---\naudienceLevel: patient\n---\n{HARD}"
    (finding,) = lint_text(text, config=Config(select=(RULE,))).diagnostics
    assert "->" not in finding.help
