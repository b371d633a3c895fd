"""batch: Arrow in, the same kind out, with a result in each row and nothing raised for one."""

import subprocess
import sys
from datetime import date

import pyarrow as pa
import pytest

import plainlint
from plainlint.core.caches import list_caches
from tests.corpus.helpers import DOCUMENTS

TODAY = date(2026, 11, 22)
NUMBERS = [
    "grade_low",
    "grade_high",
    "ease_low",
    "ease_high",
    "scale",
    "words",
    "sentences",
    "hard_sentences",
    "difficulty",
]
RESULTS = [*NUMBERS, "unexplained_terms", "language", "verdict", "findings", "error"]


def check_texts(*texts, **options):
    return plainlint.batch(pa.table({"text": texts}), today=TODAY, **options).to_pylist()


@pytest.fixture
def check_rows():
    return lambda data: plainlint.batch(data, today=TODAY).to_pylist()


@pytest.mark.parametrize("make", [pa.table, pa.RecordBatch.from_pydict])
def test_results_are_columns_behind_those_of_the_data(make):
    data = make({"id": list(DOCUMENTS), "text": list(DOCUMENTS.values())})
    checked = plainlint.batch(data, today=TODAY)
    assert type(checked) is type(data)
    assert checked.schema.names == ["id", "text", *RESULTS]
    hard, plain, spanish, _ = checked.to_pylist()
    assert hard["verdict"] == "too hard"
    assert plain["grade_low"] < hard["grade_low"] <= hard["grade_high"]
    assert plain["difficulty"] < hard["difficulty"]
    assert (plain["words"], plain["sentences"], plain["hard_sentences"]) == (16, 3, 0)
    assert hard["hard_sentences"] == 1
    assert (spanish["language"], spanish["grade_low"]) == ("es", None)
    assert (spanish["scale"], hard["scale"], hard["ease_low"]) == ("INFLESZ", None, None)
    assert spanish["ease_low"] <= spanish["ease_high"]
    assert checked.column("error").null_count == len(DOCUMENTS)


def test_findings_are_those_of_check(write, plainlint, check_rows):
    for name, text in DOCUMENTS.items():
        write(name, text)
    data = pa.table({"id": list(DOCUMENTS), "text": list(DOCUMENTS.values())})
    checked = {row["id"]: row for row in check_rows(data)}
    arguments = ("--output-format", "json", "--today", str(TODAY))
    found = plainlint("check", *DOCUMENTS, *arguments).json["documents"]
    assert sum(len(document["diagnostics"]) for document in found) > 8
    for document in found:
        row = checked[document["path"]]
        fields = row["findings"][0].keys()
        expected = [{name: one[name] for name in fields} for one in document["diagnostics"]]
        assert row["findings"] == expected
        assert row["words"] == document["counts"]["words"]
        assert row["language"] == document["language"]


def test_columns_say_who_a_text_is_for_and_in_which_language():
    data = pa.table(
        {
            "text": ["Rest well.", "Rest well.", "---\naudienceLevel: technical\n---\nRest well."],
            "readers": ["patient", "nobody", "patient"],
            "tag": ["en-GB", "de", None],
        }
    )
    rows = plainlint.batch(data, audience="readers", language="tag", today=TODAY).to_pylist()
    assert [row["language"] for row in rows] == ["en-GB", "de", "en"]
    rules = [{finding["rule"] for finding in row["findings"]} for row in rows]
    unknown_audience = "metadata/audience-level"
    assert [unknown_audience in found for found in rules] == [False, True, False]


def test_the_name_of_a_row_chooses_settings_by_path():
    drafts = plainlint.PathConfig("drafts/", ignore=("metadata",))
    config = plainlint.Config(select=("metadata",), per_path=(drafts,))
    data = pa.table({"text": ["Rest."] * 2, "page": ["drafts/a.html", "https://a.org/b.html"]})
    rows = plainlint.batch(data, id="page", config=config, today=TODAY).to_pylist()
    assert [len(row["findings"]) for row in rows] == [0, 1]


def test_without_findings_there_is_no_such_column():
    data = pa.table({"text": list(DOCUMENTS.values())})
    with_findings = plainlint.batch(data, today=TODAY)
    without = plainlint.batch(data, today=TODAY, findings=False)
    assert without == with_findings.drop_columns(["findings"])


def test_a_row_without_a_text_has_an_error_and_the_others_their_results():
    texts = pa.array([b"Rest well.", None, b"caf\xe9 and tea", b"\0\1\2"], pa.binary())
    rows = plainlint.batch(pa.table({"text": texts}), today=TODAY).to_pylist()
    assert [row["error"] is None for row in rows] == [True, False, False, False]
    assert rows[1]["error"] == "it has no text"
    assert rows[1]["words"] is rows[1]["findings"] is None
    assert "not UTF-8" in rows[2]["error"]
    assert [finding["rule"] for finding in rows[2]["findings"]] == ["input/unreadable"]


def test_text_that_is_not_utf8_in_a_column_of_texts_is_an_error():
    wrong = pa.Array.from_buffers(
        pa.string(), 2, pa.array([b"caf\xe9", b"tea"], pa.binary()).buffers()
    )
    checked = plainlint.batch(pa.table({"text": wrong}), today=TODAY)
    assert checked.column("error").to_pylist() == ["its text is not UTF-8", None]


def test_a_setting_that_is_wrong_for_one_row_is_the_error_of_that_row():
    wrong = {"readability/grade-level": {"fewest_words": "many"}}
    config = plainlint.Config(per_path=(plainlint.PathConfig("drafts/", rule=wrong),))
    data = pa.table({"text": ["Rest."] * 2, "page": ["drafts/a.md", "live/a.md"]})
    wrong_one, right_one = plainlint.batch(data, id="page", config=config).to_pylist()
    assert "fewest_words" in wrong_one["error"]
    assert (wrong_one["words"], right_one["words"], right_one["error"]) == (None, 1, None)


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.binary(),
        pa.dictionary(pa.int32(), pa.string()),
    ],
)
def test_any_column_of_texts_will_do(kind):
    texts = pa.array(["Rest well.", "Sleep."]).cast(kind)
    checked = plainlint.batch(pa.table({"text": texts}), today=TODAY)
    assert checked.column("words").to_pylist() == [2, 1]


def test_slices_chunks_and_empty_data_are_fine():
    table = pa.concat_tables(
        [pa.table({"text": ["One.", "Two a."]}), pa.table({"text": ["A b c."]})]
    )
    assert plainlint.batch(table.slice(1), today=TODAY).column("words").to_pylist() == [2, 3]
    empty = plainlint.batch(table.slice(0, 0), today=TODAY)
    assert empty.schema == plainlint.batch(table, today=TODAY).schema


def test_results_replace_columns_of_their_names():
    data = pa.table({"text": ["Rest well."], "language": ["xx"], "note": ["n"]})
    (row,) = plainlint.batch(data, today=TODAY).to_pylist()
    assert (row["language"], row["note"]) == ("en", "n")
    again = plainlint.batch(plainlint.batch(data, today=TODAY), today=TODAY)
    assert again.to_pylist() == [row]


@pytest.mark.parametrize(
    ("data", "options", "message"),
    [
        (pa.table({"text": ["a"]}), {"audience": "reader"}, "there is no column 'reader'"),
        (pa.table({"texts": ["a"]}), {}, "'text'; did you mean 'texts'"),
        (pa.table({"text": [1]}), {}, "'text' holds int64, and no texts"),
        ({"text": ["a"]}, {}, "RecordBatch or Table, and this is a dict"),
        (pa.table({"text": ["a"]}), {"config": plainlint.Config(select=("x/y",))}, "x/y"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(data, options, message):
    with pytest.raises(plainlint.PlainlintError, match=message):
        plainlint.batch(data, **options)


def test_one_linter_is_kept_and_no_document():
    for _ in range(3):
        check_texts("Rest well. " * 50)
    kept = {cache.name: cache.entries for cache in list_caches()}
    assert kept["plainlint.corpus.rows._make_linter"] == 1


def test_without_pyarrow_the_message_names_the_extra(tmp_path):
    code = (
        "import sys; sys.modules['pyarrow'] = None; import plainlint\n"
        "try: plainlint.batch(None)\nexcept plainlint.PlainlintError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "pip install 'plainlint[corpus]'" in done.stdout, done.stderr


def test_plainlint_does_not_import_pyarrow_by_itself():
    code = "import sys; from plainlint import *; print('pyarrow' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "False", done.stderr
