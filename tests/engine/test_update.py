"""Test updates: a text that is checked after an edit has the result of a text that is new."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint import Config
from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from plainlint.engine.recall import Recall
from plainlint.engine.update import Checked, update

LINTER = Linter(Config(default_audience="patient"), date(2026, 11, 22))
HARD = (
    "Following the administration of the intravenous chemotherapy, which the multidisciplinary "
    "oncology team determines, patients may subsequently experience considerable fatigue, nausea, "
    "and a temporary reduction of circulating neutrophils."
)
HARD_IN_SPANISH = (
    "La proliferación de células leucémicas condiciona la insuficiencia medular y la "
    "sintomatología hemorrágica, con ascitis."
)
PIECES = [
    "---\ntitle: After surgery\naudienceLevel: patient\n---\n",
    "---\naudienceLevel: technical\n---\n",
    "\n\n## What to do at home\n\n",
    "\n\n# About neutropenia\n\n",
    "\n\n## References\n\n",
    "\n\n",
    "Wash your hands.\n",
    f"{HARD}\n",
    "Call the the nurse if you have a fever in order to get help. ",
    "One in 10 people feel sick. Of 1 in 25 people we know more.",
    "- Rest.\n- Drink water.\n\n",
    "1. Take the NSAID\n2. take 2.50 mg\n\n",
    "| Dose | When |\n|---|---|\n| 5 mg | q.d. |\n\n",
    "> Take care of the catheter.\n\n",
    "```\ncode\n",
    "<div hidden>\n\n",
    "</div>\n\n",
    "<!-- plainlint: disable=jargon -->\n\n",
    "<!-- plainlint: enable -->\n\n",
    "[a stent](/popup/term/stent) and metastasis",
    "[1]: https://example.org\n\n",
    "---\nlanguage: es\naudienceLevel: patient\n---\n",
    f"{HARD_IN_SPANISH}\n\n",
    "\n\n## Leucemia y ascitis\n\n",
    "- [Ascitis](/ascitis) y [células leucémicas](/leucemia)\n\n",
    "El líquido del vientre se llama ascitis. Usted tiene ascitis y anemia.\n\n",
    "Lávese las manos antes de comer y después de ir al baño con agua y jabón.\n\n",
    "**The MRI** (magnetic resonance imaging) *is* safe\n",
    "<br>",
    "é ",
]
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)
edits = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from([*PIECES, *"a #\n-`.é"])),
    min_size=1,
    max_size=4,
)


def check_again(text: str, earlier: Checked | None = None) -> Checked:
    return update(LINTER, Source(text, "page.md"), earlier)


def replace_range(text: str, place: float, length: int, inserted: str) -> str:
    """Return the text with something else from a place on, given as a share of it."""
    start = round(place * len(text))
    return text[:start] + inserted + text[start + length :]


@given(texts, edits)
def test_an_update_is_the_same_as_a_check(text, edits):
    checked = check_again(text)
    for place, length, inserted in edits:
        text = replace_range(text, place, length, inserted)
        checked = check_again(text, checked)
        whole, result = LINTER.lint(Source(text, "page.md")), checked.graded.result
        assert result.diagnostics == whole.diagnostics
        assert result.suppressed == whole.suppressed
        assert result.measures == whole.measures
        assert [block[:7] for block in result.document.blocks] == [
            block[:7] for block in whole.document.blocks
        ]


PAGE = f"""---
title: After surgery
audienceLevel: patient
---
# After surgery

Wash your hands.

## At home

{HARD} Call the nurse.

- Rest in in bed.

## Later

Take the medicine q.d. until the check-up.
"""


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Call the nurse", "Call the doctor", [f"{HARD} Call the doctor."]),
        ("in in bed", "in bed", ["Rest in bed."]),
        ("After surgery\n\n", "After surgery\n\nEat.\n\n", ["Eat."]),
        ("Wash your hands.\n\n", "", []),
        ("## Later", "## Then", ["Then"]),
    ],
)
def test_only_blocks_that_differ_are_checked_again(old, new, changed):
    before = check_again(PAGE)
    text = PAGE.replace(old, new)
    document = LINTER.lint(Source(text, "page.md")).document
    recall = Recall(document, before.kept.context, before.kept)
    rule = LINTER.rule_set.every_rule["readability/long-sentence"]
    assert [block.text for block in recall.get_changed(rule).blocks] == changed


def test_a_rule_on_sections_looks_at_those_that_differ():
    before = check_again(PAGE)
    document = LINTER.lint(Source(PAGE.replace("in in", "in"), "page.md")).document
    recall = Recall(document, before.kept.context, before.kept)
    rule = LINTER.rule_set.every_rule["structure/section-length"]
    assert [block.text for block in recall.get_changed(rule).blocks] == [
        "At home",
        f"{HARD} Call the nurse.",
        "Rest in bed.",
    ]


def test_lines_move_with_an_edit_of_the_same_length():
    before = check_again(PAGE)
    edited = PAGE.replace("After surgery\naud", "After\n sugery\naud")
    whole = LINTER.lint(Source(edited, "page.md"))
    assert len(edited) == len(PAGE)
    assert check_again(edited, before).graded.result.diagnostics == whole.diagnostics


def test_another_audience_checks_everything():
    before = check_again(PAGE)
    after = check_again(PAGE.replace("audienceLevel: patient", "audienceLevel: general"), before)
    assert {finding.audience for finding in after.graded.result.diagnostics} == {"general"}


def test_another_linter_checks_everything():
    before = check_again(PAGE)
    strict = Linter(Config(default_audience="patient", select=("structure",)), None)
    after = update(strict, Source(PAGE, "page.md"), before)
    rules = {finding.rule for finding in after.graded.result.diagnostics}
    assert rules == {"structure/repeated-word"}


def test_a_word_that_a_new_heading_introduces_changes_the_advice_below():
    head = "---\nlanguage: es\naudienceLevel: patient\n---\n# Su visita\n\n"
    before = check_again(f"{head}{HARD_IN_SPANISH}\n")
    after = check_again(f"{head}## Leucemia\n\n{HARD_IN_SPANISH}\n", before)
    assert "leucémicas" in list_advice(before)
    assert "leucémicas" not in list_advice(after)


def list_advice(checked: Checked) -> str:
    rule = "readability/hard-sentence"
    return " ".join(each.help for each in checked.graded.result.diagnostics if each.rule == rule)


def test_a_term_that_is_explained_above_changes_the_advice_below():
    """Advice on a hard sentence comes from findings that may be in other blocks."""
    text = PAGE.replace("Wash your hands.", "Wash the catheter.") + f"\n{HARD}\n"
    before = check_again(text)
    edited = text.replace("Wash the catheter", "Wash the catheter (a thin tube)")
    after = check_again(edited, before)
    whole = LINTER.lint(Source(edited, "page.md"))
    assert after.graded.result.diagnostics == whole.diagnostics
