"""The check plain-words: forms, capitals, explained words, and the list of words itself."""

import re
from collections import Counter

import pytest

from plainlint import Config, lint_text
from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from plainlint.languages.en.syllables import count_syllables
from plainlint.rulebook.page import get_shipped_folder, read_page

RULE = "plain-language/complex-word"
PAGE = read_page(get_shipped_folder() / f"{RULE}.md", RULE)
GROUPS = {
    group: [tuple(line.split(": ", 1)) for line in PAGE.policy[group].splitlines()]
    for group in ("verbs", "nouns", "mass_nouns", "adjectives", "modifiers", "adverbs", "others")
}
# Without the plain words for another use, and without the place of an object.
ENTRIES = [
    (word, plain.partition(" | ")[0].replace("… ", ""))
    for group in GROUPS.values()
    for word, plain in group
]


def findings(text, **own):
    config = Config(select=(RULE,), default_audience="patient", rule={RULE: {"own": own}})
    return Linter(config, None).lint(Source(text)).diagnostics


def suggestions(text, **own):
    """Return the hard words that are reported, with the plain words."""
    return [
        (finding.text, finding.message.rpartition("say: ")[2][:-1])
        for finding in findings(text, **own)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We administer it.", [("administer", "give")]),
        ("She administers it.", [("administers", "gives")]),
        ("It was administered.", [("administered", "given")]),
        ("We are administering it.", [("administering", "giving")]),
        ("It recurred.", [("recurred", "came back")]),
        # The plain words stand close by already.
        ("Rest for the remainder of the day.", []),
        ("Rest. Use the remainder of the soap.", [("remainder", "rest")]),
        ("Take a break if you have a fracture.", []),
        ("He is undergoing surgery.", [("undergoing", "having")]),
        ("He adhered to it.", [("adhered to", "stuck to")]),
        ("He is making use of it.", [("making use of", "using")]),
        ("Two physicians came.", [("physicians", "doctors")]),
        ("Call about adverse events.", [("adverse events", "side effects")]),
        ("There are other maladies.", [("maladies", "illnesses")]),
        ("Physicians came.", [("Physicians", "Doctors")]),
        ("Prior to surgery, rest.", [("Prior to", "Before")]),
        ("We utilise oedema cream.", [("utilise", "use"), ("oedema", "swelling")]),
        ("It is an adverse drug reaction.", [("adverse drug reaction", "side effect")]),
        ("Rest prior\nto surgery.", [("prior\nto", "before")]),
        ("Rest **prior** to surgery.", [("prior** to", "before")]),
        ("- renal problems", [("renal", "kidney")]),
    ],
)
def test_a_hard_word_and_its_plain_word(text, expected):
    assert suggestions(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# Renal care\n\nRest well.",
        "Type `renal` here.",
        "    renal renal\n",
        "Go to https://example.org/renal today.",
        "## References\n\nNg P. Renal care. 2011.",
        "His renal (kidney) function is low.",
        "He has hypertension, which is high blood pressure.",
        "He has [hypertension](/hypertension).",
        "He has [hypertension](/Common/PopUps/popDefinition.aspx?id=CDR0000458089&version=Patient).",
        "He has renal cell cancer.",
        "The disease is sexually transmitted.",
        "Write your initials here.",
        "Rest PRIOR TO surgery.",
        '"Administer it," she said.',
        "Ask Dr. Initial at the Facilitate Clinic.",
        "The cost far exceeded it, and was exceeded by it.",
        "The administration and the adrenal gland.",
        "---\naudienceLevel: technical\n---\nAdminister it.",
        "---\nlanguage: es\n---\nNo es fatal.",
        "",
    ],
)
def test_words_that_are_not_reported(text):
    assert suggestions(text) == []


def test_an_explanation_counts_for_the_text_after_it():
    assert suggestions("He has renal (kidney) disease.\n\nHis renal team will call.") == []
    assert suggestions("His renal team will call.\n\nHe has renal (kidney) disease.") != []


def test_only_the_first_mention_is_reported():
    (finding,) = findings("Physicians help.\n\nAsk a physician.\n\nThe physician knows.")
    assert finding.start.line == 1


def test_a_project_adds_changes_and_removes_words():
    own = {"phlebotomist": "blood drawer", "renal": "kidney-related", "physician": ""}
    text = "A phlebotomist and a physician looked at his renal tests."
    assert suggestions(text, **own) == [
        ("phlebotomist", "blood drawer"),
        ("renal", "kidney-related"),
    ]


def test_the_list_is_long_and_has_no_duplicates():
    assert len(ENTRIES) >= 420
    counts = Counter(word for word, _ in ENTRIES)
    assert [word for word, count in counts.items() if count > 1] == []
    assert all(group == sorted(group) for group in GROUPS.values())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry[0])
def test_an_entry_has_two_different_texts(entry):
    word, plain = entry
    assert re.fullmatch(r"[a-z][a-z' -]*", word)
    assert re.fullmatch(r"[a-z][a-z', -]*[a-z]", plain)
    assert word != plain


def test_no_plain_word_is_itself_on_the_list():
    hard = {word for word, _ in ENTRIES}
    assert [entry for entry in ENTRIES if entry[1] in hard] == []


def test_plain_words_are_shorter():
    def length(text):
        return sum(map(count_syllables, text.split()))

    shorter = [word for word, plain in ENTRIES if length(plain) < length(word)]
    assert len(shorter) >= 0.85 * len(ENTRIES)


def test_no_plain_word_is_long_in_itself():
    long = {word for _, plain in ENTRIES for word in plain.split() if count_syllables(word) > 3}
    assert long == {"cholesterol", "regularly"}


@pytest.mark.parametrize(
    "text",
    [
        # Household words, and words so common that a change is a matter of taste.
        "Ask your psychiatrist about contraception.",
        "Call us immediately if it gets extremely sore.",
        # Fixed names.
        "The plan needs prior authorization.",
        "It may cause persistent pulmonary hypertension of the newborn (PPHN).",
    ],
)
def test_words_that_stay(text):
    document = f"---\naudienceLevel: patient\n---\n{text}\n"
    config = Config(select=("plain-language/complex-word",))
    assert not lint_text(document, config=config).diagnostics
