"""Statistics: results of a corpus by group, and what is found most, computed by DuckDB."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from plainlint.core.errors import PlainlintError
from plainlint.core.levels import HARDEST, find_value
from plainlint.corpus.manifest import MANIFEST, read_manifest

if TYPE_CHECKING:
    import duckdb

# In megabytes; DuckDB puts what needs more into files.
_MEMORY = 600
_MOST_GROUPS = 25
_MOST_RULES = 20
_MOST_TEXTS = 30
_SAMPLES = 5
# In school grades, or steps of five points of ease: the bars of a distribution; the last one holds
# all that is harder.
LAST_BAR = 18
# In characters: what is shorter is a word or a term, and what is longer a sentence.
_LONGEST_TERM = 40
_TABLE = "results"
_KEY = "hash(source, row)"


class Spread(NamedTuple):
    """How hard the documents of a group are that are on one scale.

    Attributes:
        scale: the name of the scale of ease; empty for school grades.
        easy, median, hard: the number that 1 in 10, half, and 9 in 10 of them do not pass, from the
            easiest on; None without documents.
        bars: how many are at each place from the easiest up to `LAST_BAR`.
    """

    scale: str
    easy: float | None
    median: float | None
    hard: float | None
    bars: Sequence[int]


class Group(NamedTuple):
    """Documents with something in common, such as their language.

    Attributes:
        name: what they have in common.
        documents: how many there are.
        errors: how many could not be checked.
        too_hard: the share that is too hard for its readers, from 0 to 1.
        spreads: how hard they are on each scale that they are on, school grades first.
        samples: some of them, drawn by chance, always the same.
    """

    name: str
    documents: int
    errors: int
    too_hard: float | None
    spreads: Sequence[Spread]
    samples: Sequence[Mapping[str, Any]]


class CommonText(NamedTuple):
    """A text that many findings are about, and in about how many documents it is."""

    text: str
    documents: int
    rule: str = ""


class CorpusStatistics(NamedTuple):
    """All that the report shows.

    Attributes:
        whole: all documents as one group.
        groups: groups of documents, by what they are grouped by.
        rules: the rules with most findings: the number, and the commonest words and terms.
        repeated: sentences that are in many documents, with the rules that report them.
        errors: why documents could not be checked, and how many.
    """

    whole: Group
    groups: Mapping[str, Sequence[Group]]
    rules: Sequence[tuple[str, int, Sequence[CommonText]]]
    repeated: Sequence[CommonText]
    errors: Sequence[CommonText]


def compute_statistics(folder: Path) -> CorpusStatistics:
    """Compute the statistics of a folder of results; they are never in memory as a whole.

    Raises:
        PlainlintError: duckdb is not installed, or the folder has no results in it.
    """
    try:
        import duckdb
    except ImportError as error:
        message = "this report needs one more package: pip install 'plainlint[corpus-report]'"
        raise PlainlintError(message) from error
    if not (folder / MANIFEST).is_file():
        raise PlainlintError(f"{folder}: here are no results of `plainlint corpus`")
    manifest = read_manifest(folder / MANIFEST)
    parts = sorted(map(str, folder.glob("part-*.parquet")))
    if not parts:
        raise PlainlintError(f"{folder}: no documents are checked yet; run `plainlint corpus`")
    with duckdb.connect(config={"memory_limit": f"{_MEMORY}MB"}) as database:
        # The order of rows does not matter, and to keep it takes memory.
        database.sql("SET preserve_insertion_order = false")
        database.read_parquet(parts, union_by_name=True).create_view(_TABLE)
        return _compute(database, manifest)


def _compute(
    database: "duckdb.DuckDBPyConnection", manifest: Mapping[str, Any]
) -> CorpusStatistics:
    columns = set(database.sql(f"SELECT * FROM {_TABLE} LIMIT 0").columns)  # noqa: S608
    (whole,) = _group(database, "'all documents'", manifest, columns)
    expressions = _list_group_expressions(manifest, columns)
    groups = {
        name: _group(database, expression, manifest, columns)
        for name, expression in expressions.items()
    }
    has_findings = "findings" in columns
    return CorpusStatistics(
        whole=whole,
        # One group says no more than all documents do.
        groups={name: found for name, found in groups.items() if len(found) > 1},
        rules=_rank_rules(database) if has_findings else (),
        repeated=_rank_repeated(database) if has_findings else (),
        errors=_rank_errors(database),
    )


def _list_group_expressions(manifest: Mapping[str, Any], columns: set[str]) -> dict[str, str]:
    """Return what documents are grouped by, in words, each with its SQL."""
    given = manifest["columns"]
    kept = [given.get("audience"), *given["kept"]]
    named = {name: _find_column(name, columns) for name in filter(None, kept)}
    found = {name: f"{_quote(column)}::VARCHAR" for name, column in named.items() if column}
    place = _find_column(given.get("id") or "", columns)
    path = f"{_quote(place)}::VARCHAR" if place else "source"
    return {
        **found,
        "language": "language",
        "file": "source",
        "folder": f"regexp_extract({path}, '^(.*)/[^/]*$', 1)",
    }


def _find_column(name: str, columns: set[str]) -> str:
    """Return the column of the results that a column of the input went to; empty if none."""
    return next((column for column in (f"input_{name}", name) if name and column in columns), "")


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _group(
    database: "duckdb.DuckDBPyConnection",
    expression: str,
    manifest: Mapping[str, Any],
    columns: set[str],
) -> list[Group]:
    name = _find_column(manifest["columns"].get("id") or "", columns)
    shown = f"{_quote(name)}::VARCHAR" if name else "NULL"
    # Results of an earlier version have no ease.
    ease, scale = ("ease_low", "scale") if "ease_low" in columns else ("NULL::DOUBLE", "NULL")
    rows = database.sql(
        f"""
        SELECT coalesce({expression}, '(none)'), count(*), count(error),
            avg((verdict = 'too hard')::INT),
            arg_min({{'source': source, 'row': row, 'id': {shown}, 'grade': grade_low,
                'ease': {ease}, 'scale': {scale}, 'verdict': verdict}}, {_KEY}, {_SAMPLES})
        FROM {_TABLE} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_MOST_GROUPS}
        """  # noqa: S608 -- names of columns are quoted
    ).fetchall()
    spreads = _measure_spreads(database, expression, ease, scale)
    return [
        Group(
            name=str(name),
            documents=documents,
            errors=errors,
            too_hard=too_hard,
            spreads=spreads.get(str(name)) or (Spread("", None, None, None, ()),),
            samples=samples or (),
        )
        for name, documents, errors, too_hard, samples in rows
    ]


def _measure_spreads(
    database: "duckdb.DuckDBPyConnection", expression: str, ease: str, scale: str
) -> Mapping[str, Sequence[Spread]]:
    """Return how hard the documents of each group are, by its name.

    Args:
        expression: the SQL of the name.
        ease: the SQL of the ease of a document.
        scale: the SQL of the name of its scale.
    """
    points = find_value(0, is_ease=True) / HARDEST
    hardness = f"coalesce(grade_low, ({find_value(0, is_ease=True)} - {ease}) / {points})"
    bars = ", ".join(
        f"count(*) FILTER (least(greatest(floor(hardness), 0), {LAST_BAR}) = {place})"
        for place in range(LAST_BAR + 1)
    )
    rows = database.sql(
        f"""
        WITH placed AS (
            SELECT coalesce({expression}, '(none)') AS name, coalesce({scale}, '') AS scale,
                {hardness} AS hardness
            FROM {_TABLE}
        )
        SELECT name, scale, quantile_cont(hardness, [0.1, 0.5, 0.9]), [{bars}]
        FROM placed WHERE hardness IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2
        """  # noqa: S608
    ).fetchall()
    spreads: dict[str, list[Spread]] = {}
    for name, found, places, numbers in rows:
        easy, median, hard = (find_value(place, is_ease=bool(found)) for place in places)
        spreads.setdefault(str(name), []).append(Spread(found, easy, median, hard, numbers))
    return spreads


def _rank_rules(
    database: "duckdb.DuckDBPyConnection",
) -> list[tuple[str, int, Sequence[CommonText]]]:
    rows = database.sql(
        f"""
        WITH found AS (SELECT unnest(findings) AS one FROM {_TABLE}),
        texts AS (
            SELECT one.rule AS rule,
                CASE WHEN length(one.text) <= {_LONGEST_TERM} THEN lower(one.text) END AS text,
                count(*) AS times
            FROM found GROUP BY ALL
        )
        SELECT rule, sum(times)::BIGINT AS total,
            max({{'times': times, 'text': text}}, {_MOST_TEXTS})
                FILTER (text != '' AND times > 1)
        FROM texts GROUP BY rule ORDER BY total DESC, rule LIMIT {_MOST_RULES}
        """  # noqa: S608
    ).fetchall()
    return [
        (rule, total, [CommonText(each["text"], each["times"]) for each in texts or ()])
        for rule, total, texts in rows
    ]


def _rank_repeated(database: "duckdb.DuckDBPyConnection") -> list[CommonText]:
    # First the digests alone: millions of sentences that are there once would not fit.
    rows = database.sql(
        f"""
        WITH found AS (SELECT unnest(findings) AS one, {_KEY} AS document FROM {_TABLE}),
        common AS (
            SELECT one.fingerprint AS fingerprint, approx_count_distinct(document) AS documents
            FROM found WHERE length(one.text) > {_LONGEST_TERM}
            GROUP BY 1 HAVING documents > 1 ORDER BY 2 DESC, 1 LIMIT {4 * _MOST_TEXTS}
        )
        SELECT one.text, max(documents),
            string_agg(DISTINCT one.rule, ', ' ORDER BY one.rule)
        FROM found JOIN common ON one.fingerprint = common.fingerprint
        WHERE length(one.text) > {_LONGEST_TERM}
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_MOST_TEXTS}
        """  # noqa: S608
    ).fetchall()
    return [CommonText(text, documents, rule) for text, documents, rule in rows]


def _rank_errors(database: "duckdb.DuckDBPyConnection") -> list[CommonText]:
    rows = database.sql(
        f"SELECT error, count(*) FROM {_TABLE} WHERE error IS NOT NULL "  # noqa: S608
        f"GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_MOST_TEXTS}"
    ).fetchall()
    return [CommonText(*row) for row in rows]
