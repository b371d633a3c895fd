"""Test tables: no cell is a formula, and what is written can be read back."""

import csv
import io
import xml.etree.ElementTree as ET
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint import Config, parse
from plainlint.core.errors import PlainlintError
from plainlint.engine.linter import Linter
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.templating import Layout
from plainlint.reporters.tables import (
    Table,
    escape_cell,
    format_csv,
    format_xlsx,
    make_document_table,
)

NOW = datetime(2026, 11, 22, 9, 30)  # noqa: DTZ001
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0-1",
    "\ufeff=1",
    "＝1",
    "＠a",
    '=HYPERLINK("https://example.org")',
    "\tplain",
    "\rplain",
]
cells = st.text() | st.builds(
    "{}{}".format, st.sampled_from(["=", "+", "-", "@", "\t", "\r"]), st.text()
)


def read_csv(text):
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


NAMESPACE = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def read_xlsx(data):
    """Return the cells of each sheet as texts, and check that no cell is a formula or a link."""
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        strings = ET.fromstring(book.read("xl/sharedStrings.xml")).findall("s:si", NAMESPACE)
        shared = ["".join(part.itertext()) for part in strings]
        sheets = []
        for name in sorted(names):
            sheet = ET.fromstring(book.read(name))
            assert not sheet.findall(".//s:f", NAMESPACE)
            assert not sheet.findall(".//s:hyperlink", NAMESPACE)
            rows = []
            for row in sheet.findall(".//s:row", NAMESPACE):
                values = []
                for cell in row.findall("s:c", NAMESPACE):
                    value = cell.findtext("s:v", "", NAMESPACE)
                    values.append(shared[int(value)] if cell.get("t") == "s" else value)
                rows.append(values)
            sheets.append(rows)
        return sheets


@pytest.mark.parametrize("text", FORMULAS)
def test_what_begins_like_a_formula_gets_an_apostrophe(text):
    assert escape_cell(text).startswith("'")


@pytest.mark.parametrize("text", ["", "Mouth care", "a=b", "'quoted'", "3 - 4", "½", "…"])
def test_other_texts_stay(text):
    assert escape_cell(text) == text


@given(cells)
def test_no_cell_begins_like_a_formula(text):
    cell = escape_cell(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert not cell.startswith(("\t", "\r"))


@given(st.lists(st.tuples(cells, cells)))
def test_csv_is_read_back_as_it_was_escaped(rows):
    table = Table("Any", (("One", 9), ("Two", 9)), rows)
    head, *read = read_csv(format_csv(table))
    assert head == ["One", "Two"]
    assert read == [list(map(escape_cell, row)) for row in rows]


@given(st.lists(st.tuples(cells.filter(str.strip)), min_size=1, max_size=4))
def test_xlsx_has_texts_and_no_formula(rows):
    (sheet,) = read_xlsx(format_xlsx([Table("Any", (("One", 9),), rows)], NOW))
    assert sheet == [["One"], *([escape_cell(text)] for (text,) in rows)]


def test_numbers_and_dates_stay_numbers_and_dates():
    row = (-3, 9.5, date(2026, 11, 22), None, "x")
    columns = tuple((name, 9) for name in "abcde")
    table = Table("Any", columns, [row])
    assert read_csv(format_csv(table))[1] == ["-3", "9.5", "2026-11-22", "", "x"]
    (sheet,) = read_xlsx(format_xlsx([table], NOW))
    assert sheet[1] == ["-3", "9.5", "46348", "x"]


def test_the_same_tables_are_the_same_spreadsheet():
    table = Table("Any", (("a", 9),), [("x",)])
    assert format_xlsx([table], NOW) == format_xlsx([table], NOW)


def test_a_table_that_is_too_long_for_a_sheet_is_an_error():
    table = Table("Any", (("a", 9),), [("x",)] * 1_048_576)
    with pytest.raises(PlainlintError, match="use --csv instead"):
        format_xlsx([table], NOW)


def test_ease_has_columns_of_its_own_and_limits_are_those_of_the_page():
    linter = Linter(Config(), None)
    site = HtmlSite(Layout(), linter.get_glossary, None)

    def summarise(text):
        head = "---\naudienceLevel: patient\ntitle: Page\n---\n\n"
        result = linter.lint(parse(f"{head}{text * 6}\n", "page.md").source)
        running = linter.rule_set.get_rules_for_path(result.path, result.language)
        rules = {rule.id: rule for rule in running}
        return site.render_document(result, "page", rules, None)[0]

    def read(*summaries):
        head, *rows = read_csv(format_csv(make_document_table(summaries)))
        return [dict(zip(head, row, strict=True)) for row in rows]

    english = summarise("You can eat and drink as you like. ")
    spanish = summarise("Puede comer y beber lo que quiera todos los días. ")
    (alone,) = read(english)
    assert not [title for title in alone if "ease" in title]
    first, second = read(english, spanish)
    assert (first["Limit"], first["Scale of ease"], first["Lower ease"]) == ("8", "", "")
    assert (second["Goal"], second["Limit"], second["Lower grade"]) == ("65", "55", "")
    assert second["Scale of ease"] == "INFLESZ"
    assert float(second["Lower ease"]) <= float(second["Higher ease"])
