"""Tables of documents and of findings, as CSV and as a spreadsheet (.xlsx).

No cell is a formula: a program for spreadsheets runs what begins like one, and documents come from
anywhere (https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import NamedTuple, TypeAlias
from unicodedata import normalize

from plainlint.core.diagnostics import Severity
from plainlint.core.errors import PlainlintError
from plainlint.core.text import replace_invalid_characters
from plainlint.reporters.html.summary import DocumentSummary

Cell: TypeAlias = str | int | float | date | None

# What begins a formula; the wide forms of these signs do so in East Asian versions, too.
_STARTS = ("=", "+", "-", "@")
# Characters in a cell: Excel allows 32,767, with the sign in front.
_LONGEST = 32_000
# Rows of a sheet, with its head.
_MOST_ROWS = 1_048_576
_WEIGHTS = {
    Severity.ERROR: "Must fix",
    Severity.WARNING: "Should fix",
    Severity.INFO: "Could fix",
}


class Table(NamedTuple):
    """A table: its name, and its columns, each with its title and its width in characters."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: Sequence[tuple[Cell, ...]]


def escape_cell(text: str) -> str:
    """Return a text as a cell that no program takes for a formula.

    An apostrophe in front marks it as text. Control characters are replaced.
    """
    clean = replace_invalid_characters(text)[:_LONGEST]
    visible = (sign for sign in clean if sign.isprintable() and not sign.isspace())
    start = normalize("NFKC", next(visible, ""))
    return f"'{clean}" if start.startswith(_STARTS) or text.startswith(("\t", "\r")) else clean


def make_document_table(summaries: Iterable[DocumentSummary]) -> Table:
    """Return a row for each document.

    Goal and limit are on the scale of the document. The columns for scales of ease are there if a
    document is on one.
    """
    rows = list(summaries)
    columns: tuple[tuple[str, int], ...] = (
        ("Title", 44), ("Path", 36), ("Readers", 12), ("Language", 10), ("Verdict", 16),
        ("Lower grade", 12), ("Higher grade", 12), ("Goal", 8), ("Limit", 8), ("Sentences", 10),
        ("Sentences to rewrite", 19), ("Hard sentences", 15), ("Terms not explained", 18),
        ("Must fix", 9), ("Should fix", 10), ("Could fix", 10), ("Owner", 24), ("Review due", 12),
        ("Review late", 12), ("Problem", 30),
    )  # fmt: skip
    cells = [_make_document_row(summary) for summary in rows]
    if any(summary.grading.ease for summary in rows):
        columns = (*columns, ("Scale of ease", 12), ("Lower ease", 12), ("Higher ease", 12))
        cells = [
            (*row, *_make_ease_cells(summary)) for row, summary in zip(cells, rows, strict=True)
        ]
    return Table("Documents", columns, cells)


def _make_document_row(summary: DocumentSummary) -> tuple[Cell, ...]:
    low, high = summary.grading.grades or (None, None)
    return (
        summary.title,
        summary.path,
        summary.audience,
        summary.language,
        summary.verdict_text,
        low if low is None else round(low, 1),
        high if high is None else round(high, 1),
        summary.grading.limits.target,
        summary.grading.limit,
        summary.counts.sentences,
        summary.to_rewrite,
        summary.hard,
        summary.unexplained_terms,
        *summary.tally.count_by_severity().values(),
        summary.owner,
        summary.review.due,
        "yes" if summary.review.overdue else "no",
        summary.problem,
    )


def _make_ease_cells(summary: DocumentSummary) -> tuple[Cell, ...]:
    ease = summary.grading.ease
    return (ease.scale, round(ease.low, 1), round(ease.high, 1)) if ease else (None, None, None)


def make_finding_table(summaries: Iterable[DocumentSummary], titles: Mapping[str, str]) -> Table:
    """Return a row for each finding; `titles` are those of rules, by id."""
    columns = (
        ("Path", 36), ("Line", 6), ("Column", 8), ("Weight", 11), ("Rule", 32), ("Rule id", 32),
        ("What is wrong", 60), ("What to do", 60), ("Text", 60), ("Fingerprint", 18),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            summary.path,
            finding.line,
            finding.column,
            _WEIGHTS[finding.severity],
            titles.get(finding.rule, finding.rule),
            finding.rule,
            finding.message,
            finding.help,
            finding.text,
            finding.fingerprint,
        )
        for summary in summaries
        for finding in summary.findings
    ]
    return Table("Findings", columns, rows)


def format_csv(table: Table) -> str:
    """Return a table as CSV (RFC 4180); the mark at its start tells Excel that it is UTF-8."""
    text = StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow([title for title, _ in table.columns])
    writer.writerows([list(map(_make_csv_cell, row)) for row in table.rows])
    return f"\ufeff{text.getvalue()}"


def _make_csv_cell(cell: Cell) -> str | int | float:
    if isinstance(cell, int | float):
        return cell
    return escape_cell(cell) if isinstance(cell, str) else "" if cell is None else cell.isoformat()


def require_xlsxwriter() -> None:
    """Check that spreadsheets can be written.

    Raises:
        PlainlintError: the package is not installed.
    """
    try:
        import xlsxwriter  # noqa: F401
    except ImportError as error:
        message = "--xlsx needs one more package: pip install 'plainlint[xlsx]'"
        raise PlainlintError(message) from error


def format_xlsx(tables: Iterable[Table], now: datetime) -> bytes:
    """Return a spreadsheet with a sheet for each table, the same bytes for the same tables.

    Args:
        now: the time at which the file says that it was made.

    Raises:
        PlainlintError: a table has more rows than a sheet.
    """
    from xlsxwriter import Workbook

    data = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with Workbook(data, options) as book:
        book.set_properties({"created": now.replace(tzinfo=None)})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for table in tables:
            if len(table.rows) >= _MOST_ROWS:
                message = f"a sheet has no room for {len(table.rows):,} rows; use --csv instead"
                raise PlainlintError(message)
            sheet = book.add_worksheet(table.name)
            for number, (title, width) in enumerate(table.columns):
                sheet.write_string(0, number, title, head)
                sheet.set_column(number, number, width)
            for row, column, cell in _iter_cells(table):
                if isinstance(cell, str):
                    sheet.write_string(row, column, escape_cell(cell))
                elif isinstance(cell, int | float):
                    sheet.write_number(row, column, cell)
                elif cell is not None:
                    sheet.write_datetime(row, column, datetime.combine(cell, datetime.min.time()))
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    return data.getvalue()


def _iter_cells(table: Table) -> Iterator[tuple[int, int, Cell]]:
    """Yield the cells with their row and column; the head is row 0."""
    for row, cells in enumerate(table.rows, 1):
        for column, cell in enumerate(cells):
            yield row, column, cell
