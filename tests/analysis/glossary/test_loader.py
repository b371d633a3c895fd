"""Glossary files: their formats, the errors they can have, and how they are merged."""

import csv
import io
from importlib.resources import files

import pytest

from plainlint.analysis.glossary.loader import load_default_glossary, load_glossary, parse_glossary
from plainlint.analysis.glossary.model import Glossary, Term, UsageCounts, merge_glossaries
from plainlint.core.errors import PlainlintError

SEPSIS = Term(
    ("sepsis", "septicemia"), "44348", "/sepsis", "blood poisoning", 3, 1, UsageCounts(2, 1)
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "terms.csv",
            (
                "term,aliases,id,url,plain,linked,unlinked,patient\n"
                "sepsis, septicemia ,44348,/sepsis,blood poisoning,3,1,2 1\n"
            ),
        ),
        (
            "TERMS.CSV",
            (
                "plain,term,patient,unlinked,linked,id,url,aliases\r\n"
                '"blood poisoning","sepsis",2 1,1,3,44348,/sepsis,septicemia;\r\n'
            ),
        ),
        (
            "terms.json",
            (
                '[{"term": "sepsis", "aliases": ["septicemia"], "id": 44348, "url": "/sepsis",'
                ' "plain": "blood poisoning", "linked": 3, "unlinked": 1, "patient": [2, 1]}]'
            ),
        ),
        (
            "terms.yaml",
            (
                "terms:\n- term: sepsis\n  aliases: [septicemia]\n  id: 44348\n  url: /sepsis\n"
                "  plain: >\n    blood\n    poisoning\n  linked: 3\n  unlinked: 1\n  patient: [2, 1]\n"
            ),
        ),
        (
            "terms.yml",
            (
                "- {term: sepsis, aliases: [septicemia], id: '44348', url: /sepsis,"
                " plain: blood poisoning, linked: 3, unlinked: 1, patient: [2, 1]}"
            ),
        ),
    ],
)
def test_formats(name, text):
    assert parse_glossary(text, name).terms == (SEPSIS,)


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.csv", "term\n"), ("a.json", "[]"), ("a.json", '{"terms": []}'), ("a.yaml", "terms: []")],
)
def test_an_empty_glossary_is_fine(name, text):
    assert parse_glossary(text, name).terms == ()


def test_a_name_is_one_line():
    (term,) = parse_glossary(
        "- term: >\n    stem\n    cell\n  aliases: ['stem  cells']", "a.yml"
    ).terms
    assert term.names == ("stem cell", "stem cells")


def test_yaml_keeps_values_as_written():
    (term,) = parse_glossary("- term: no\n  id: 0045", "a.yml").terms
    assert (term.name, term.id) == ("no", "0045")


def test_a_cell_may_hold_any_character():
    (term,) = parse_glossary('term,plain\n"sepsis","a\u2028b, c\n""d"""\n', "a.csv").terms
    assert term.plain == 'a\u2028b, c\n"d"'


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "", "a.csv:1: the column 'term' is missing"),
        ("a.csv", "id,plain\n1,x\n", "a.csv:1: the column 'term' is missing"),
        ("a.csv", "term,alias\nx,y\n", "a.csv:1: unknown field 'alias'; did you mean 'aliases'?"),
        ("a.csv", "term|plain\n", "a.csv:1: unknown field 'term|plain'"),
        ("a.csv", "term,id\nx,1\ny\n", "a.csv:3: the row has more or fewer cells than the header"),
        ("a.csv", "term,id\nx,1,2\n", "a.csv:2: the row has more or fewer cells than the header"),
        ("a.csv", 'term,id\n"x,1\n', "a.csv:2: not CSV: unexpected end of data"),
        ("a.csv", "term,id\n  ,1\n", "a.csv:2: the term has no name"),
        ("a.csv", "term,linked\nx,many\n", "a.csv:2: 'linked' must be a whole number"),
        ("a.csv", "term\nx\ny\nX\n", "a.csv:4: 'X' is also a name of 'x' (a.csv:2)"),
        ("a.csv", "term\nx\nx\n", "a.csv:3: 'x' is also a name of 'x' (a.csv:2)"),
        ("a.csv", "term,aliases\nx,z\ny,a;Z\n", "a.csv:3: 'Z' is also a name of 'x' (a.csv:2)"),
        ("a.csv", "term,id\nx,7\ny,7\n", "a.csv:3: '7' is also an id of 'x' (a.csv:2)"),
        ("a.csv", "term,ignore\nx,perhaps\n", "a.csv:2: 'ignore' must be true or false"),
        ("a.csv", "term,patient\nx,7\n", "a.csv:2: 'patient' must be two numbers"),
        (
            "a.json",
            '{"terms": [], "links": [{"word": "a", "form": "/x"}]}',
            "a.json: entry 1: 'form' must be a link target with {id} or {name}",
        ),
        ("a.json", "[\n{,}]", "a.json:2: not JSON: "),
        ("a.json", "{}", "a.json: a glossary must be a list of terms"),
        ("a.json", '"x"', "a.json: a glossary must be a list of terms"),
        ("a.json", '["x"]', "a.json: entry 1: an entry needs keys, such as 'term'"),
        ("a.json", '[{"term": "x"}, {"id": 1}]', "a.json: entry 2: the term has no name"),
        (
            "a.json",
            '[{"trem": "x"}]',
            "a.json: entry 1: unknown field 'trem'; did you mean 'term'?",
        ),
        ("a.json", '[{"term": "x", "aliases": "y"}]', "a.json: entry 1: 'aliases' must be a list"),
        (
            "a.json",
            '[{"term": "x", "linked": [1]}]',
            "a.json: entry 1: 'linked' must be a whole number",
        ),
        ("a.yaml", "", "a.yaml: a glossary must be a list of terms"),
        ("a.yaml", "- term: x\n- : [", "a.yaml:2: not YAML: "),
        ("a.yaml", "- term: \x07", "a.yaml: not YAML: "),
        ("a.yaml", "- x", "a.yaml: entry 1: an entry needs keys, such as 'term'"),
    ],
)
def test_errors_name_file_and_row(name, text, message):
    with pytest.raises(PlainlintError) as error:
        parse_glossary(text, name)
    assert str(error.value).startswith(message)


def test_a_file_from_a_spreadsheet(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_bytes("\ufeffterm,plain\r\nnaïve cell,a cell\r\n".encode())
    assert load_glossary(path).terms == (Term(("naïve cell",), plain="a cell"),)


def test_a_missing_file(tmp_path):
    path = tmp_path / "terms.csv"
    with pytest.raises(PlainlintError, match="the glossary can't be read: No such file"):
        load_glossary(path)


def test_a_file_that_is_not_utf_8(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_bytes(b"term\nna\xefve\n")
    with pytest.raises(PlainlintError, match=r"terms\.csv"):
        load_glossary(path)


def test_a_later_layer_adds_and_wins():
    ours = Glossary((Term(("Sepsis", "septic shock"), url="/ours"), Term(("stent",))))
    (sepsis, stent) = merge_glossaries([Glossary((SEPSIS,)), ours]).terms
    assert sepsis.names[:2] == ("Sepsis", "septic shock")
    # The earlier id leads to another place than the address of the later entry.
    assert (sepsis.id, sepsis.url, sepsis.plain) == ("", "/ours", "blood poisoning")
    assert stent.name == "stent"


def test_the_built_in_glossary_has_no_addresses():
    glossary = load_default_glossary()
    assert {term.url for term in glossary.terms} == {""}
    assert glossary.forms == ()
    assert any(term.id for term in glossary.terms)


def test_a_layer_may_move_a_name_to_another_term():
    first = Glossary((Term(("leukemia",)), Term(("blood cancer", "cancer of the blood"))))
    later = Glossary((Term(("leukemia", "cancer of the blood")),))
    merged = merge_glossaries([first, later])
    assert [term.names for term in merged.terms] == [
        ("leukemia", "cancer of the blood"),
        ("blood cancer",),
    ]
    assert merged.find("Cancer of the blood") is merged.terms[0]


def test_no_layers_give_no_terms():
    assert merge_glossaries([]).terms == ()


def test_lookup_by_any_name_in_any_case():
    glossary = Glossary((SEPSIS,))
    assert glossary.find("SEPTICEMIA") is SEPSIS
    assert glossary.find("stent") is None


def test_the_built_in_glossary():
    glossary = load_default_glossary()
    assert len(glossary.terms) > 800
    sepsis = glossary.find("sepsis")
    assert sepsis is not None
    assert sepsis.plain


def test_the_starter_list_is_sorted_and_every_term_has_plain_words():
    text = (files("plainlint.analysis.glossary") / "starter.en.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    names = [row["term"].lower() for row in rows]
    assert names == sorted(names)
    assert all(row["plain"] for row in rows)


def test_a_file_without_terms_is_an_error(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text("term\n")
    with pytest.raises(PlainlintError, match=r"terms\.csv: the glossary has no terms"):
        load_glossary(path)


def test_a_later_layer_switches_a_term_off():
    off = parse_glossary("term,ignore\nSepsis,true\n", "ours.csv")
    stent = Glossary((Term(("stent",)),))
    assert [term.name for term in merge_glossaries([Glossary((SEPSIS,)), stent, off]).terms] == [
        "stent"
    ]
    again = merge_glossaries([Glossary((SEPSIS,)), off, Glossary((SEPSIS,))])
    assert again.find("sepsis") is not None


def test_two_hundred_thousand_terms():
    text = "term\n" + "".join(f"term number {number}\n" for number in range(200_000))
    assert len(parse_glossary(text, "many.csv").terms) == 200_000
