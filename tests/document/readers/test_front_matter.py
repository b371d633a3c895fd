"""Front matter: the spans of keys and values, and the problems of a broken head."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.source import Source
from plainlint.document.readers import parse
from plainlint.document.readers.front_matter import read_front_matter
from plainlint.document.readers.front_matter_data import read_front_matter_data
from tests.helpers.spans import mark, unmark


def spans_of(text):
    """Return the spans of all keys and of all values that are not empty."""
    entries = parse(text).front_matter.entries.values()
    spans = [span for entry in entries for span in (entry.key_span, entry.value_span)]
    return [span for span in spans if span.start < span.end]


def values(text):
    return {key: entry.value for key, entry in parse(text).front_matter.entries.items()}


@pytest.mark.parametrize(
    "marked",
    [
        "---\n«title»: «Clean hands»\n«status»: «active»\n---\nText",
        '---\n«title»: \'«Clean hands»\'\n«note»: "«Rub \\"well\\"»"\n---\n',
        "---\n«title»:   «spaces behind»   \n---\n",
        "---\n«title»: «with a comment» # here\n# and here\n«a»: «b»\n---\n",
        "---\n«'quoted key'»: «x»\n---\n".replace("«'quoted key'»", "'«quoted key»'"),
        "---\n«tags»:\n  «- one\n  - two»\n«next»: «x»\n---\n",
        "---\n«tags»:\n«- one\n- two»   # a comment\n# another\n\n«next»: «x»\n---\n",
        "---\n«tags»: «[one, 'two']»\n«map»: «{a: 1}» # flow\n---\n",
        "---\n«tags»: «[one,\n  two]»\n---\n",
        "---\n«folded»: «>\n  one\n  two»\n\n«kept»: «|-\n  three»\n---\n",
        '---\n«plain»: «on two\n  lines»\n«double»: "«on two\n  lines»"\n---\n',
        "---\n«nested»:\n  «inner: value\n  list:\n    - a\n    - b» # c\n«next»: «x»\n---\n",
        "---\n«empty»:\n«tilde»: «~»\n---\n",
        "---\n«tag»: !!str '«12»'\n«anchor»: &here «[a]»\n---\n",
        "---\n«título»: «été 😀 𝒜»\n«next»: «after them»\n---\n",
        "---\n«e\u0301»: «x»\n---\n",
        "---\n«a»: «one\u2028two»\n---\n".replace("\u2028", " "),
        "\ufeff---\n«title»: «after a BOM»\n---\n",
        "\n\n---\n«title»: «after blank lines»\n---\n",
        "----  \n«title»: «long delimiters»\n-----\nText",
        "---\n«<<»: «{a: b}»\n---\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_keys_and_values_have_exact_spans(marked, end):
    text, _ = unmark(marked.replace("\n", end))
    assert mark(text, spans_of(text)) == marked.replace("\n", end)
    assert not parse(text).front_matter.problems


@pytest.mark.parametrize(
    ("yaml", "value"),
    [
        ("no", "no"),
        ("Yes", "Yes"),
        ("1.10", "1.10"),
        ("010", "010"),
        ("1_000", "1_000"),
        ("2026-01-05", "2026-01-05"),
        ("12:30:00", "12:30:00"),
        ("0x1F", "0x1F"),
        ("'null'", "null"),
        ("null", None),
        ("~", None),
        ("", None),
        ("''", ""),
        ("a #b", "a"),
        ("a#b", "a#b"),
        ("[no, [1.0, ~]]", ("no", ("1.0", None))),
        ("{yes: 1.0, b: [c]}", {"yes": "1.0", "b": ("c",)}),
        (">\n  one\n  two\n", "one two\n"),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        ('"\\u00e9t\\u00e9"', "été"),
    ],
)
def test_values_stay_as_they_are_written(yaml, value):
    assert values(f"---\nkey: {yaml}\n---\n") == {"key": value}


def test_an_alias_has_the_value_it_stands_for():
    assert values("---\na: &x [1, 2]\nb: *x\n---\n") == {"a": ("1", "2"), "b": ("1", "2")}


def problems(text):
    return [problem.message for problem in parse(text).front_matter.problems]


def test_of_two_equal_keys_the_first_counts():
    text, spans = unmark("---\ntitle: one\n«title»: two\n---\nText")
    (problem,) = parse(text).front_matter.problems
    assert "`title`" in problem.message
    assert [problem.span] == spans
    assert values(text) == {"title": "one"}


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("---\n«- a\n- b»\n---\nText", "is a list"),
        ("---\n«just words»\n---\nText", "is plain text"),
        ("---\ntitle: one«: two»\n---\nText", "needs quotes"),
        ("---\na: b\n«\tc: d»\n---\nText", "tab"),
        ("---\na: «@b»\n---\nText", "YAML"),
        ("---\na: «*nobody»\n---\nText", "alias"),
        ('---\na: é "«\x07»"\n---\nText', "control characters"),
        ("---\na: «!!python/object/apply:os.system [ls]»\n---\nText", "!!python/object"),
        ("---\na: «!local x»\n---\nText", "tag !local"),
        ("---\na: «!!binary aGk=»\n---\nText", "tag !!binary"),
        ("---\n? «[a, b]»\n: c\n---\nText", "must be one word"),
        ("---\n«a: &x [*x]»\n---\nText", "aliases multiply"),
        ("---\na: " + "[" * 49 + "«[]" + "]" * 49 + "»\n---\nText", "nested more than 50"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_broken_head_is_a_problem_where_it_breaks_and_the_body_is_read(marked, message, end):
    marked = marked.replace("\n", end)
    text, _ = unmark(marked)
    document = parse(text)
    (problem,) = document.front_matter.problems
    assert message in problem.message
    assert mark(text, [problem.span]) == marked
    assert [block.text for block in document.blocks] == ["Text"]


@pytest.mark.parametrize(
    "head",
    [
        "\n".join(["a0: &a0 x", *(f"a{n}: &a{n} [{f'*a{n - 1},' * 10}]" for n in range(1, 10))]),
        "a: &a\n  - &b\n    - *a",
        "a: &a\n  b: *a",
        "a: " + "[" * 20_000 + "]" * 20_000,
        "a: " + "[" * 300_000,
        "- " * 20_000 + "x",
        "a: " + "{b: " * 5_000 + "}" * 5_000,
        "a: [" + "x, " * 20_000 + "]",
    ],
    ids=["bomb", "circle", "own child", "deep", "deep, open", "block lists", "mappings", "long"],
)
def test_a_hostile_head_is_refused_and_the_body_is_read(head):
    document = parse(f"---\n{head}\n---\nText")
    assert len(document.front_matter.problems) == 1
    assert not document.front_matter.entries
    assert [block.text for block in document.blocks] == ["Text"]


@pytest.mark.parametrize("rest", ["", "\n\nText"])
def test_a_head_that_never_closes_ends_at_the_first_blank_line(rest):
    document = parse(f"---\ntitle: x\nstatus: active{rest}")
    (problem,) = document.front_matter.problems
    assert "never closes" in problem.message
    assert document.source.slice(problem.span) == "---"
    assert document.source.slice(document.front_matter.span).rstrip() == (
        "---\ntitle: x\nstatus: active"
    )
    assert [block.text for block in document.blocks] == ["Text"] * bool(rest)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Text", "Text"),
        ("", ""),
        ("\ufeffText", "Text"),
        ("# Title\n\n---\n\nkey: x\n\n---\n", "# Title\n\n---\n\nkey: x\n\n---\n"),
        ("---\n\nText between rules.\n\n---\n\nMore", None),
        ("---\n\nNote: a rule, then prose.", None),
        ("---", None),
        ("--\nkey: value\n--\n", None),
    ],
)
def test_where_the_body_starts_without_a_closed_head(text, body):
    front_matter, start = read_front_matter(Source(text))
    assert not front_matter.entries
    assert not front_matter.problems
    assert front_matter.span.end == 0
    assert text[start:] == (text if body is None else body)


@pytest.mark.parametrize("head", ["", "\n", "# only a comment\n", "a: b\n", "a: [\n", "- a\n"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_the_body_starts_after_the_closing_line(head, bom, end):
    text = f"{bom}---\n{head}---\n\n# Title\n".replace("\n", end)
    front_matter, start = read_front_matter(Source(text))
    assert text[start:] == f"{end}{end}# Title{end}"
    assert text[front_matter.span.start : start].startswith("---")
    (heading,) = parse(text).headings
    assert text[heading.span.start : heading.span.end] == "Title"


@pytest.mark.parametrize("head", ["", "\n", "# only a comment\n"])
def test_an_empty_head_is_not_a_problem(head):
    text = f"---\n{head}---\nText"
    assert (values(text), problems(text)) == ({}, [])


def test_text_and_span_of_a_key():
    text = "---\ntitle: ' Clean '\nempty:\ntags: [a]\n---\n"
    front_matter, source = parse(text).front_matter, Source(text)
    assert [front_matter.get_text(key) for key in ("title", "empty", "tags", "none")] == [
        "Clean",
        "",
        "",
        "",
    ]
    texts = {key: source.slice(front_matter.get_span(key)) for key in ("empty", "tags", "none")}
    assert texts == {"empty": "empty", "tags": "[a]", "none": "---"}


def test_without_a_head_the_first_line_of_text_is_the_anchor():
    text = "\n\nFirst line.\nSecond."
    document = parse(text)
    assert document.source.slice(document.front_matter.anchor) == "First line."


@pytest.mark.parametrize(
    "marked",
    [
        '+++\n«title» = "«Clean hands»"  # a comment\n«day» = «2026-01-05»\n«n» = «1_000»\n+++\nText',
        "+++\n«a» = '«x # y»'\n«b»= «[1, 'a]', # ]\n 2]»\n«c» =«{d = \"}\"}»\n+++\nText",
        '+++\n"«quoted key»" = """«\n+= "" \\"""\n»"""\n«next» = \'\'\'«x»\'\'\'\n+++\nText',
        '+++\n[«params»]\n«a = 1 # x\n\n[params.more]\nb = ["c"]»\n[[«list»]]\n«x = 1\n[[list]]\nx = 2»\n+++\nText',
        "+++\n«a».b = «1\na.c = 2»\n[«empty»]\n+++\nText",
        '{\n  "«title»": "«a } \\" {»",\n\t"«n»": «{"a": [1.10, {}]}», "«none»": «null»\n}\nText',
        '{"«title»": "«x»"}\n\nText',
        '---json\n{"«title»": "«x»"}\n---\nText',
        '---toml\n«title» = "«x»"\n---\nText',
        "---\n«title»: «x»\n...\nText",
        "<!-- a\nlicence -->\n\n---\n«title»: «x»\n---\nText",
        '\ufeff\n<!-- one --> <!-- two -->\n+++\n«title» = "«x»"\n+++\nText',
        "---\n«a»: «|\n  one\n    ---\n  two»\n---\nText",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_heads_of_all_formats_have_exact_spans(marked, end):
    marked = marked.replace("\n", end)
    text, _ = unmark(marked)
    document = parse(text)
    assert mark(text, spans_of(text)) == marked
    assert not document.front_matter.problems
    assert [block.text for block in document.blocks if block.text] == ["Text"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.10", "1.10"), ("true", "true"), ("2026-01-05", "2026-01-05"), ('""', ""),
        ("[1, [true]]", ("1", ("true",))), ("{b = 1}", {"b": "1"}), ('"\\u00e9"', "é"),
        ("2026-01-05T07:00:00Z", "2026-01-05T07:00:00+00:00"), ("07:30:00", "07:30:00"),
    ],
)  # fmt: skip
def test_values_of_toml_stay_as_they_are_written(written, value):
    assert values(f"+++\nkey = {written}\n+++\n") == {"key": value}


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("+++\na = 1\n«title = Hands»\n+++\nText", "TOML"),
        ("+++\na = 1\n«a = 2»\n+++\nText", "TOML"),
        ("+++\na = 1\n«» +++\n\nText".replace("«» +++", " «+++»"), "blanks before it"),
        ("«+++»\na = 1\n\n[b]\nc = 1\n\nText", "never closes"),
        ('{\n  "a": 1,\n«}»\nText', "JSON"),
        ('{\n  "a": 1 «"b": 2»\n}\nText', "JSON"),
        ('{"a": 1, "«a»": 2}\nText', "stands twice"),
        ('«{»\n  "a": 1\n\nText', "never closes"),
        ("---\na: b\n «---»\n\nText", "blanks before it"),
        ("---\na: b\nc: d\n\t«---»\nText\n\n---", "blanks before it"),
        ("«---»\na: b\n\nText\n\n---\n", "never closes"),
        ("+++\n«a = " + "[" * 60 + "]" * 60 + "\n»+++\nText", "nested"),
        ('«{"a": ' + "[" * 3000 + "]" * 3000 + "}»\nText", "nested"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_broken_head_of_any_format_is_a_problem_and_no_text_is_lost(marked, message, end):
    marked = marked.replace("\n", end)
    text, spans = unmark(marked)
    document = parse(text)
    (problem,) = document.front_matter.problems
    assert message in problem.message
    if "nested" not in message:
        assert [problem.span] == spans
    assert [block.text for block in document.blocks if block.text] == ["Text"]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Draft\n\n«---»\ntitle: x\nstatus: y\n---\nText", ["Draft", "Text"]),
        ("# Draft\n«---»\ntitle: x\ntags:\n  - a\n---\nText", ["Draft", "Text"]),
        ('Draft\n\n«+++»\ntitle = "x"\ndraft = true\n+++\nText', ["Draft", "Text"]),
    ],
)
def test_text_above_a_head_is_a_problem_and_is_read(text, blocks):
    text, spans = unmark(text)
    document = parse(text)
    (problem,) = document.front_matter.problems
    assert [problem.span] == spans
    assert "title" in document.front_matter.entries
    assert [block.text for block in document.blocks] == blocks


@pytest.mark.parametrize(
    "text",
    [
        "```\n---\ntitle: x\nstatus: y\n---\n```\n",
        "<!--\n---\ntitle: x\nstatus: y\n---\n-->",
        "Call us\n\n---\nPhone: 555\nHours: 9 to 5\n---\n",
        "Text\n\n---\n\ntitle: x\nstatus: y\n\n---\n",
        "{{< note >}}\n", "{note} Text", "{% raw %}", '{"a"} Text', "+++\nText", "{: .class }",
        "{#id .class}",
    ],
)  # fmt: skip
def test_what_only_resembles_a_head_is_text(text):
    front_matter, start = read_front_matter(Source(text))
    assert not front_matter.entries
    assert not front_matter.problems
    assert start == 0


def test_a_comment_above_a_head_can_be_a_directive():
    text = "<!-- plainlint: disable-file=style -- a licence -->\n\n---\ntitle: x\n---\nText"
    assert [directive.problem for directive in parse(text).directives] == [""]


def test_toml_can_switch_rules_off():
    text, spans = unmark('+++\n[plainlint.disable]\n"«a/b»" = "why"\n+++\nText')
    (directive,) = parse(text).directives
    assert (directive.reason, [directive.span]) == ("why", spans)


@given(
    st.sampled_from(["+++\n%s\n+++\n", "{%s}\n", '{"a":%s}\n', "---\n%s\n", "a\n---\n%s\n---\n"]),
    st.text(alphabet="ab=:-+.[]{},#'\"\\01 \n\r\t|", max_size=50),
)  # fmt: skip
def test_for_any_head_every_span_is_inside_it(frame, inside):
    text = frame % inside + "Text.\n"
    front_matter, start = read_front_matter(Source(text))
    assert 0 <= start <= len(text)
    for entry in front_matter.entries.values():
        spans = (front_matter.span, entry.key_span, entry.value_span)
        (head_start, head_end), (key_start, key_end), (value_start, value_end) = spans
        assert head_start <= key_start <= key_end <= value_start <= value_end <= head_end
    for problem in front_matter.problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
    data = read_front_matter_data(Source(text), front_matter)
    assert set(data.value) <= set(front_matter.entries)


@given(
    st.dictionaries(
        st.text(min_size=1),
        st.recursive(st.text() | st.booleans() | st.integers(), st.lists, max_leaves=8),
        max_size=5,
    )
)
def test_json_is_read_as_it_was_written(data):
    text = json.dumps(data, indent=1) + "\nText"
    front_matter, start = read_front_matter(Source(text))
    assert (list(front_matter.entries), text[start:]) == (list(data), "\nText")
    assert read_front_matter_data(Source(text), front_matter).value == data
