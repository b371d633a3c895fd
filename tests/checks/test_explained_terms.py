"""Terms and acronyms that a definition list or the title of an abbreviation explains."""

import pytest

from plainlint import Config
from plainlint.analysis.glossary.loader import load_default_glossary
from plainlint.api import fix_text, lint_text

RULES = {"jargon/unexplained-term", "jargon/unexpanded-acronym", "jargon/unknown-word"}


def find(text):
    return [
        (diagnostic.rule, diagnostic.text)
        for diagnostic in lint_text(text, config=Config()).diagnostics
        if diagnostic.rule in RULES
    ]


EXPLAINED = [
    "| Step | What happens |\n|---|---|\n| Sorting (leukapheresis) | Cells are taken out |",
    "| Test | What it tells us |\n|---|---|\n| Morphology | The form of the cells |",
    "Ring the acute oncology line.",
    "Sepsis\n: A bad reaction of the body to germs.\n\nCall us if you think of sepsis.",
    "MRA\n: A scan of the blood vessels.\n\nBring the MRA film.",
    "<dl><dt>MRA</dt><dd>A scan of the blood vessels.</dd></dl>",
    'Ask for the <abbr title="magnetic resonance angiogram">MRA</abbr> slot. Bring the MRA film.',
    'You may have <abbr title="a bad reaction to germs">sepsis</abbr>. We treat sepsis.',
]


@pytest.mark.parametrize("text", EXPLAINED)
def test_explained(text):
    assert find(text) == []


def test_a_definition_explains_only_where_it_is():
    text = "We treat sepsis.\n\nSepsis\n: A bad reaction of the body to germs."
    assert find(text) == [("jargon/unexplained-term", "sepsis")]
    assert find("Ask for the <abbr>MRA</abbr> slot.") == [("jargon/unexpanded-acronym", "MRA")]


def test_a_heading_that_asks_about_a_longer_term():
    text = "We treat you with an infusion.\n\n## What is an iron infusion?\n\nA drip into a vein."
    assert find(text) == []


HEAD = "---\naudienceLevel: patient\ntitle: Care\n---\n\n"
TERMS = "jargon/unexplained-term"


def test_plain_words_in_brackets_are_a_fix_that_explains():
    text = HEAD + "\n\n".join(
        f"Your nurse may talk about {name} with you."
        for name in ("aberrant cells", "**intravenous** care", "a regimen")
    )
    fixed = fix_text(text, unsafe=True)
    assert "aberrant (not normal) cells" in fixed
    assert "**intravenous** (into a vein) care" in fixed
    assert not [one for one in lint_text(fixed).diagnostics if one.rule == TERMS]


@pytest.mark.parametrize(
    "text", ['He said: "an aberrant form".', "Some cells (aberrant ones) grow.", "[aberrant](/x)"]
)
def test_a_quotation_a_bracket_and_a_link_are_not_changed(text):
    assert fix_text(HEAD + text, unsafe=True) == HEAD + text


def test_the_plain_words_of_a_term_explain_it():
    left = []
    terms = [term for term in load_default_glossary().terms if len(term.plain.split()) < 3]
    for term in terms[::4]:
        fixed = fix_text(f"{HEAD}Your nurse may talk about {term.name} with you.", unsafe=True)
        found = lint_text(fixed).diagnostics
        left += [fixed.splitlines()[-1] for one in found if one.rule == TERMS and one.fix]
    assert left == []
