"""Front matter as data: types of YAML 1.2, and the spans of keys and values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.document.readers import parse
from plainlint.document.readers.front_matter_data import read_front_matter_data


def data(head):
    document = parse(f"---\n{head}\n---\nText.\n")
    front_matter = read_front_matter_data(document.source, document.front_matter)
    texts = {path: document.source.slice(span) for path, span in front_matter.values.items()}
    return front_matter.value, texts


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("5", 5), ("-5", -5), ("1.10", 1.1), ("'5'", "5"), ("true", True), ("False", False),
        ("no", "no"), ("on", "on"), ("~", None), ("", None), ("null", None), ("2026-03-09", "2026-03-09"),
        ("12:30:45", "12:30:45"), (".inf", ".inf"), ("!!str 5", "5"), ("v1", "v1"), ("[1, [a]]", [1, ["a"]]),
        ("{a: {b: 1}}", {"a": {"b": 1}}), ("|\n  one\n  two", "one\ntwo\n"),
    ],
)  # fmt: skip
def test_a_value_has_the_type_that_json_would_have(written, value):
    read = data(f"key: {written}")[0]["key"]
    assert (read, type(read)) == (value, type(value))


def test_every_value_has_its_span():
    value, texts = data("a: '1'\nb:\n  - x  # note\n  - c: {d: é}")
    assert value == {"a": "1", "b": ["x", {"c": {"d": "é"}}]}
    assert texts["a",] == "1"
    assert texts["b", 0] == "x"
    assert texts["b", 1, "c"] == "{d: é}"
    assert texts["b", 1, "c", "d"] == "é"


@pytest.mark.parametrize("text", ["Text.", "---\n---\nText.", "---\na: [\n---\nText."])
def test_without_front_matter_there_is_no_data(text):
    document = parse(text)
    assert read_front_matter_data(document.source, document.front_matter).value == {}


@given(st.text(alphabet="ab:-[]{}&*<!|> '\"#0.\n\t~", max_size=60))
def test_for_any_head_every_span_is_inside_it(head):
    document = parse(f"---\n{head}\n---\nText.\n")
    front_matter = read_front_matter_data(document.source, document.front_matter)
    for span in (*front_matter.keys.values(), *front_matter.values.values()):
        assert 0 <= span.start <= span.end <= document.front_matter.span.end
