"""Harvest: a glossary learned from the popup links that documents already have."""

from pathlib import Path

import pytest

from plainlint.analysis.glossary.file_format import serialise_glossary
from plainlint.analysis.glossary.harvest import harvest as harvest_for
from plainlint.analysis.glossary.loader import parse_glossary
from plainlint.analysis.glossary.model import Glossary, Term, UsageCounts
from plainlint.config.settings import Config
from plainlint.core.audiences import DEFAULT_AUDIENCE, Audiences
from plainlint.document.readers import parse

ROOT = Path(__file__).parents[3]
AUDIENCES = Audiences(Config().audience_aliases, DEFAULT_AUDIENCE)
PAGE = "/Common/PopUps/popDefinition.aspx"


def linked(text, number=44348):
    return f"[{text}]({PAGE}?id={number}&version=Patient&language=English)"


def harvest(documents):
    return harvest_for(documents, AUDIENCES)


def harvested(*documents):
    return harvest(map(parse, documents)).terms


def names(*documents):
    return [term.names for term in harvested(*documents)]


def test_a_link_becomes_a_term():
    (term,) = harvested(f"He has {linked('sepsis')} now.")
    url = f"{PAGE}?id=44348&version=Patient&language=English"
    assert term == Term(("sepsis",), "44348", url, "", 1, 0, UsageCounts(1, 1))


def test_the_most_frequent_text_is_the_name():
    both = f"{linked('septicemia')}, {linked('sepsis')}."
    assert names(both, f"Again {linked('sepsis')}.") == [("sepsis", "septicemia")]


def test_links_mentions_and_documents_are_counted():
    (term,) = harvested(f"{linked('sepsis')} {linked('Sepsis')}", linked("sepsis"), "Sepsis kills.")
    assert (term.linked, term.unlinked) == (3, 1)
    assert term.patient == UsageCounts(documents=3, linked_in=2)


def test_documents_for_professionals_are_counted_separately():
    popup = linked("sepsis").replace("version=Patient", "version=HealthProfessional")
    declared = "---\naudienceLevel: technical\n---\nWe saw sepsis."
    (term,) = harvested(popup, declared, "He has sepsis.")
    assert (term.technical, term.patient) == (UsageCounts(2, 1), UsageCounts(1, 0))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sepsis", "sepsis"),
        ("*sepsis*", "sepsis"),
        ("sepsis.", "sepsis"),
        ("“sepsis”", "sepsis"),
        ("stem\ncell", "stem cell"),
        ("Crohn’s Disease", "crohn's disease"),
        ("NSCLC", "NSCLC"),
        ("EGFR Gene", "EGFR gene"),
    ],
)
def test_how_a_link_text_becomes_a_name(text, name):
    assert names(f"He has {linked(text)}.") == [(name,)]


@pytest.mark.parametrize(
    "text",
    [
        "here", "Click here", "this page", "more", "Learn more about it", "See the definition",
        "definition", "[1]", "12", "...", "Enlarge",
        "one two three four five six seven eight nine",
    ],
)  # fmt: skip
def test_texts_that_are_not_terms(text):
    assert names(f"Read {linked(text)}.") == []


@pytest.mark.parametrize("document", ["[sepsis](/care/sepsis)", f"[sepsis]({PAGE}?id=x)", ""])
def test_links_that_are_not_popups(document):
    assert names(document) == []


def test_a_text_belongs_to_the_id_that_it_links_to_most():
    text = f"{linked('sepsis')} {linked('sepsis')} {linked('sepsis', 7)} {linked('poisoning', 7)}"
    assert [(term.id, term.names) for term in harvested(text)] == [
        ("7", ("poisoning",)),
        ("44348", ("sepsis",)),
    ]


def test_the_order_of_the_documents_does_not_matter():
    first = f"{linked('sepsis')} {linked('stent', 7)} {linked('graft', 8)}"
    second = f"{linked('septicemia')} {linked('stents', 7)} {linked('stent', 9)} {linked('Sepsis')}"
    assert harvested(first, second) == harvested(second, first)


def test_a_harvest_reads_back_as_a_glossary():
    glossary = harvest([parse(f"{linked('sepsis')} {linked('NSCLC “x”', 7)} {linked('naïve', 8)}")])
    assert parse_glossary(serialise_glossary(glossary), "terms.json").terms == glossary.terms


def test_a_glossary_is_written_whole():
    glossary = Glossary(
        (Term(("sepsis", "SEPSIS x"), "1", "/x", "blood poisoning", 2, 1, UsageCounts(3, 1)),)
    )
    assert parse_glossary(serialise_glossary(glossary), "terms.json").terms == glossary.terms


def test_an_empty_harvest_reads_back():
    assert parse_glossary(serialise_glossary(harvest([])), "terms.json").terms == ()


def test_each_term_has_its_own_line():
    lines = serialise_glossary(
        harvest([parse(f"{linked('sepsis')} {linked('stent', 7)}")])
    ).splitlines()
    assert sum('"term": "' in line for line in lines) == 2


def test_the_shipped_seeds_match_their_documents():
    documents = (
        parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "seeds").glob("*.md"))
    )
    shipped = ROOT / "plainlint" / "analysis" / "glossary" / "seeds.json"
    assert serialise_glossary(harvest(documents)) == shipped.read_text(encoding="utf-8")
