"""Names, medicines in lists, and words that their place explains: what jargon rules leave alone."""

import pytest

from plainlint import Config
from plainlint.core.source import Source
from plainlint.engine.linter import Linter

CONFIG = Config(
    select=("jargon/unknown-word", "jargon/unexplained-term", "jargon/unexpanded-acronym"),
    default_audience="patient",
)


def jargon(text):
    return [found.text for found in Linter(CONFIG, None).lint(Source(text)).diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        # An example after an everyday class, or after what the medicines are for.
        "Painkillers such as etoricoxib may upset your stomach.",
        "You take medicines for high blood pressure (e.g. lercanidipine or moxonidine).",
        "Steroids, for example fludrocortisone, are kept in the fridge.",
        # The list of medicines that a doctor must know of.
        "**Other medicines.** Problems can occur with verapamil, digoxin and edoxaban.",
        "You may be sensitive to mercaptopurine.",
        # The rest of a name.
        "Bring your co-beneldopa with you.",
        # A dose.
        "The nurse gives 40 micrograms.",
        # Forms and compounds of known words.
        "The sauce thickens and the muscle stiffens.",
        "Drink whitecurrant juice.",
        # The sentence defines it.
        "An infusion is fluid given through a needle into a vein.",
        # What the page is called elsewhere.
        "Other names: Hyperuricosuria, urate stones",
        # A variant of a gene.
        "You may be tested for the HLA-A\\*3101 gene.",
        "Save the list as a CSV.",
    ],
)
def test_clear_where_they_stand(text):
    assert jargon(f"# Your visit\n\n{text}\n") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Problems such as bronchospasm can follow.", ["bronchospasm"]),
        ("Tablets contain excipients.", ["excipients"]),
        ("You may get pemphigus or dermatomyositis.", ["pemphigus", "dermatomyositis"]),
    ],
)
def test_still_found(text, found):
    assert jargon(f"# Your visit\n\n{text}\n") == found


def test_column_that_says_what_for():
    table = "# Your visit\n\n| Name | {} |\n| --- | --- |\n| Sulfinpyrazone, gastrocytes | Gout |\n"
    assert jargon(table.format("Taken for")) == []
    assert jargon(table.format("Shelf")) == ["gastrocytes"]


def test_letters_in_a_wide_table():
    rows = "| B | Breathing | now |\n| U | Upright | then |\n| D | Drink | last |\n"
    page = f"# Your visit\n\nThink of BUD:\n\n| Letter | Step | When |\n| --- | --- | --- |\n{rows}"
    assert jargon(page) == []


def test_cancers_named_by_their_organ():
    assert jargon("# Your visit\n\n- ovarian, pancreatic or breast cancer\n- Pancreatic\n") == []
    assert jargon("# Your visit\n\nYou have a pancreatic leak.\n") == ["pancreatic"]


def test_heading_in_the_line():
    page = "# Your visit\n\n**{}.** {} It may be slow.\n"
    assert jargon(page.format("Sepsis", "A reaction to germs has begun.")) == []
    assert jargon(page.format("Sepsis", "The nurse looks at you.")) == ["Sepsis"]


def test_adjective_and_noun_of_one_disease():
    assert jargon("# Your visit\n\nYou have ulcerative colitis.\n") == ["colitis"]


def test_acronym_of_the_title():
    assert jargon("# Living with MS\n\nYou have multiple sclerosis (MS).\n") == []


def test_general_words_of_cancer_care():
    assert jargon("# Gallstones\n\nWith antibiotics, recurrence is rare.\n") == []
    assert jargon("# After cancer\n\nWith this drug, recurrence is rare.\n") == ["recurrence"]


@pytest.mark.parametrize(
    "text",
    [
        # Part of a word, and words that are not the writer's.
        "You mustn't, needn't and shouldn't do it.",
        'Grant said: "My mates thought I was always bludging on them."',
        # What a medicine must name.
        "The other ingredients are macrogol, hypromellose and crospovidone.",
        "Contains also: dextrose, microcrystalline cellulose, carmellose, purified water.",
        "*Medicine:* tamoxifen for some women.",
        # Its formal name behind the plain one, and forms of known words.
        "Laser (selective laser trabeculoplasty, or SLT) takes a few minutes.",
        "Put on an elasticised bandage.",
        # Medicines in a text about treatment, in a cell, and with several brands.
        "- **Relief:** albuterol (ProAir, Ventolin)",
        "| If permethrin isn't suitable |\n|---|\n| Weekly paclitaxel |",
        "You may get antibiotics. Most people have piperacillin.",
        # The name of what is in front of it.
        "A clot in the leg (deep vein thrombosis or DVT) can be treated.",
        "We put in a clear plastic lens (an intraocular lens or IOL).",
        "Gel in the vagina (dinoprostone, Prostin) may help.",
        # What it is, or what is done in it.
        "It sits in the interstitial fluid, the fluid around your cells.",
        "You may have a coronectomy, in which the crown is removed.",
        "The thyroid makes thyroxine (T4), which controls the speed of the body.",
    ],
)
def test_words_that_need_no_explanation(text):
    assert jargon(f"# Your visit\n\n{text}\n") == []


def test_a_long_form_is_one_term():
    text = "An apnoea-hypopnoea index (AHI) over 15 is high. He had pre-eclampsia.\n"
    assert jargon(f"# Your visit\n\n{text}") == ["apnoea-hypopnoea index", "pre-eclampsia"]


def test_household_words_need_no_popup():
    text = (
        "---\nlanguage: en-GB\n---\n\n# Your visit\n\nA thyroid problem may need an anaesthetic.\n"
    )
    assert jargon(text) == []
