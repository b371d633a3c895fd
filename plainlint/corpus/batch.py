"""batch: the documents of an Arrow table or record batch, checked."""

import os
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from plainlint.config.plugin_switch import PLUGIN_SWITCH, apply_plugin_switch
from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.corpus.rows import DocumentRow, check_row, clean_text, get_linter, make_document

if TYPE_CHECKING:
    import pyarrow as pa

_Data = TypeVar("_Data", "pa.RecordBatch", "pa.Table")
# Documents whose results are kept as Python objects at a time.
_PIECE = 64


class InputColumns(NamedTuple):
    """The names of the columns of documents; None for those that there are not."""

    text: str = "text"
    audience: str | None = None
    language: str | None = None
    id: str | None = None


def batch(  # noqa: PLR0913 -- each is a choice of its own
    data: _Data,
    *,
    text: str = "text",
    audience: str | None = None,
    language: str | None = None,
    id: str | None = None,  # noqa: A002 -- the usual name of such a column
    config: Config | None = None,
    today: date | None = None,
    findings: bool = True,
) -> _Data:
    """Check the documents of an Arrow table or record batch, one a row.

    A row never raises: what goes wrong with it stands in its `error`. A process keeps one linter
    for all calls with the same settings, and nothing of the documents.

    Args:
        data: the documents; it is not changed.
        text: the column of the texts (Markdown), or of the bytes of files.
        audience: the column that says who each document is for; None for the default of the
            settings. Front matter in a text goes first, here and for the language.
        language: the column of language tags; None to recognise the language.
        id: the column of names, for settings by path.
        config: the settings; None for the defaults. No configuration file is looked for.
        today: the date that counts as today for overdue reviews; None for the clock's.
        findings: whether to return all findings, besides the numbers.

    Returns:
        The same kind of data with the same rows: its columns, and `grade_low`, `grade_high`,
        `ease_low`, `ease_high`, `scale`, `words`, `sentences`, `hard_sentences`, `difficulty` (mean
        of the sentences, 0 to 100), `unexplained_terms` (how many), `language`, `verdict`,
        `findings` (a list of structs; spans count code points of the text) and `error`. These
        replace columns of the same names.

    Raises:
        PlainlintError: a column is missing or holds no text; the configuration, a rule page or a
            glossary is wrong; or pyarrow is not installed.
    """
    require_pyarrow()
    columns = InputColumns(text, audience, language, id)
    settings = apply_plugin_switch(config or Config(), os.environ.get(PLUGIN_SWITCH, ""))
    day = today or date.today()  # noqa: DTZ011 -- a review is due on the reader's own calendar
    return _check_data(data, columns, settings, day, with_findings=findings)


def require_pyarrow() -> None:
    """Import pyarrow.

    Raises:
        PlainlintError: it is not installed.
    """
    try:
        import pyarrow  # noqa: F401, ICN001 -- only whether it is there
    except ImportError as error:
        message = "a corpus needs one more package: pip install 'plainlint[corpus]'"
        raise PlainlintError(message) from error


def _check_data(
    data: Any, columns: InputColumns, config: Config, today: date, *, with_findings: bool
) -> Any:
    import pyarrow as pa

    from plainlint.corpus.columns import list_result_fields, make_result_columns

    if not isinstance(data, pa.RecordBatch | pa.Table):
        kind = type(data).__name__
        raise PlainlintError(f"batch takes an Arrow RecordBatch or Table, and this is a {kind}")
    validate_columns(data.schema, columns)
    linter = get_linter(config, today)
    fields = list_result_fields(with_findings=with_findings)
    pieces: list[list[pa.Array]] = [[] for _ in fields]
    for start in range(0, data.num_rows, _PIECE):
        rows = iter_documents(data.slice(start, _PIECE), columns, config)
        results = [check_row(row, linter, with_findings=with_findings) for row in rows]
        arrays = make_result_columns(results, with_findings=with_findings)
        for column, array in zip(pieces, arrays, strict=True):
            column.append(array)
    made = [
        pa.chunked_array(column, field.type) for column, field in zip(pieces, fields, strict=True)
    ]
    if isinstance(data, pa.RecordBatch):
        made = [column.combine_chunks() for column in made]
    names = {field.name for field in fields}
    kept = [field for field in data.schema if field.name not in names]
    schema = pa.schema([*kept, *fields], data.schema.metadata)
    arrays = [data.column(field.name) for field in kept] + made
    return type(data).from_arrays(arrays, schema=schema)


def validate_columns(schema: "pa.Schema", columns: InputColumns, where: str = "") -> None:
    """Check that a table has the columns of documents.

    Args:
        where: the file that the table is in, for messages.

    Raises:
        PlainlintError: a column is missing, or that of the texts holds none.
    """
    place = f"{where}: " if where else ""
    for name in filter(None, columns):
        if name not in schema.names:
            known = format_suggestion(name, schema.names) if schema.names else ""
            raise PlainlintError(f"{place}there is no column {name!r}{known}")
        if schema.names.count(name) > 1:
            raise PlainlintError(f"{place}there are several columns {name!r}; rename one")
    kind = schema.field(columns.text).type
    if not _is_text(kind):
        raise PlainlintError(
            f"{place}the column {columns.text!r} holds {kind}, and no texts; name the right one"
        )


def _is_text(kind: "pa.DataType") -> bool:
    from pyarrow import types

    if types.is_dictionary(kind):
        return _is_text(kind.value_type)
    names = ("string", "large_string", "string_view", "binary", "large_binary", "binary_view")
    return any(getattr(types, f"is_{name}")(kind) for name in (*names, "fixed_size_binary", "null"))


def iter_documents(
    data: "pa.RecordBatch | pa.Table",
    columns: InputColumns,
    config: Config,
    kept: tuple[str, ...] = (),
) -> Iterator[DocumentRow]:
    """Yield the documents of a table, row by row.

    Args:
        kept: columns whose values are kept with each document.
    """
    nothing = [None] * data.num_rows
    found: list[Any] = [data.column(name) if name else nothing for name in columns]
    texts, audiences, languages, names = found
    others = [data.column(name) for name in kept]
    for number in range(data.num_rows):
        values = tuple(column[number].as_py() for column in others)
        try:
            content = texts[number].as_py()
        except UnicodeDecodeError:
            yield DocumentRow(None, "its text is not UTF-8", values)
            continue
        if content is None:
            yield DocumentRow(None, "it has no text", values)
            continue
        name = _get_value(names[number])
        source = make_document(
            content,
            config,
            name=None if name is None else clean_text(str(name)),
            audience=_get_value(audiences[number]),
            language=_get_value(languages[number]),
        )
        yield DocumentRow(source, kept=values)


def _get_value(scalar: Any) -> Any:
    return None if scalar is None else scalar.as_py()
