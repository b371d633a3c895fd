"""Scopes: how names are combined, and the errors for scopes that can't be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.errors import PlainlintError
from plainlint.document.passages import SCOPES
from plainlint.document.readers import parse
from plainlint.document.scopes import select_passages

DOCUMENT = parse(
    "---\ntitle: A title\n---\n# A [link](a) in a heading\n\nOne. Two, a [link](b) and ![a picture](c.png).\n\n"
    "> A quote. It has two sentences.\n>\n> - An item in it\n\n- An item\n\n  > A quote in [it](d)\n\n"
    "## Cells\n\n| A cell | another |\n|---|---|\n| A whole sentence in a cell. | [x](y) |\n\nA note.[^1]\n\n"
    "[^1]: The note itself.\n"
)
names = st.sampled_from([*SCOPES, "front-matter.title"])


def places(*scopes):
    passages = select_passages(DOCUMENT, scopes)
    return {(passage.span, passage.start, passage.end) for passage in passages}


def test_every_scope_selects_passages_of_this_document():
    in_use = {name for name in SCOPES if places(name)}
    assert SCOPES.keys() - in_use == {f"heading-{level}" for level in range(3, 7)}


@given(names, names)
def test_or_selects_the_passages_of_both(left, right):
    assert places(f"{left} or {right}") == places(left) | places(right) == places(left, right)


@given(names, names)
def test_and_selects_passages_inside_the_other_scope(left, right):
    both = places(f"{left} and {right}")
    assert both == places(f"{right} and {left}")
    assert both <= places(left) | places(right)
    for span, *_ in both:
        for scope in (left, right):
            assert any(a.start <= span.start and span.end <= a.end for a, *_ in places(scope))


@given(names, names)
def test_and_not_selects_the_rest(left, right):
    rest = places(f"{left} and not {right}")
    assert rest == places(left) - places(f"{left} and {right}")
    assert not places(f"({left} and not {right}) and {right}") & places(left)


@given(names, names, names)
def test_and_binds_closer_than_or(a, b, c):
    assert places(f"{a} or {b} and {c}") == places(a) | places(f"{b} and {c}")
    assert places(f"({a} or {b}) and not {c}") == (
        places(f"{a} and not {c}") | places(f"{b} and not {c}")
    )
    assert places(f"{a} and not ({b} or {c})") == places(f"{a} and not {b} and not {c}")


@given(names)
def test_a_scope_with_itself_and_without_itself(name):
    assert places(f"{name} and {name}") == places(name) == places(f"(({name}))")
    assert places(f"{name} and not {name}") == set()


@pytest.mark.parametrize(
    ("scope", "problem"),
    [
        ("paragraf", "unknown scope 'paragraf'; did you mean 'paragraph'?"),
        ("heading and linktext", "unknown scope 'linktext'; did you mean 'link-text'?"),
        ("front-matter", "unknown scope 'front-matter'; did you mean 'front-matter.KEY'?"),
        ("paragraph or", "the scope 'paragraph or' can't be read: it ends too early"),
        ("", "can't be read: it ends too early"),
        ("(heading", "a bracket is not closed"),
        ("heading) or text", "must come before ')'"),
        ("heading (text)", "must come before '('"),
        ("and text", "a name must come before 'and'"),
        ("not heading", "can't begin with 'not'"),
        ("text or not heading", "can't begin with 'not'"),
    ],
)
def test_a_wrong_scope_is_an_error(scope, problem):
    with pytest.raises(PlainlintError) as error:
        select_passages(DOCUMENT, [scope])
    assert problem in str(error.value)
    assert error.value.key == "scope"


@given(st.lists(st.sampled_from(["and", "or", "not", "(", ")", "text", "heading-1", "x"])))
def test_any_text_is_a_scope_or_an_error(words):
    try:
        select_passages(DOCUMENT, [" ".join(words)])
    except PlainlintError as error:
        assert str(error)  # noqa: PT017
