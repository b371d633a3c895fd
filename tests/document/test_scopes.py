"""Scopes: how names are combined, what is wrong with those that can't be read."""

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
    return {(each.span, each.start, each.end) for each in select_passages(DOCUMENT, scopes)}


def test_every_scope_finds_something_here():
    found = {name for name in SCOPES if places(name)}
    assert SCOPES.keys() - found == {f"heading-{level}" for level in range(3, 7)}


@given(names, names)
def test_or_has_the_passages_of_both(one, other):
    assert places(f"{one} or {other}") == places(one) | places(other) == places(one, other)


@given(names, names)
def test_and_has_what_lies_inside_the_other(one, other):
    both = places(f"{one} and {other}")
    assert both == places(f"{other} and {one}")
    assert both <= places(one) | places(other)
    for span, *_ in both:
        for scope in (one, other):
            assert any(a.start <= span.start and span.end <= a.end for a, *_ in places(scope))


@given(names, names)
def test_and_not_has_the_rest(one, other):
    rest = places(f"{one} and not {other}")
    assert rest == places(one) - places(f"{one} and {other}")
    assert not places(f"({one} and not {other}) and {other}") & places(one)


@given(names, names, names)
def test_and_binds_closer_than_or(one, two, three):
    assert places(f"{one} or {two} and {three}") == places(one) | places(f"{two} and {three}")
    assert places(f"({one} or {two}) and not {three}") == (
        places(f"{one} and not {three}") | places(f"{two} and not {three}")
    )
    assert places(f"{one} and not ({two} or {three})") == places(
        f"{one} and not {two} and not {three}"
    )


@given(names)
def test_a_scope_with_itself_and_without_itself(name):
    assert places(f"{name} and {name}") == places(name) == places(f"(({name}))")
    assert places(f"{name} and not {name}") == set()


@pytest.mark.parametrize(
    ("scope", "says"),
    [
        ("paragraf", "unknown scope 'paragraf'; did you mean 'paragraph'?"),
        ("heading and linktext", "unknown scope 'linktext'; did you mean 'link-text'?"),
        ("front-matter", "unknown scope 'front-matter'; did you mean 'front-matter.KEY'?"),
        ("paragraph or", "the scope 'paragraph or' can't be read: it ends too early"),
        ("", "can't be read: it ends too early"),
        ("(heading", "a bracket is not closed"),
        ("heading) or text", "'and' or 'or' must stand before ')'"),
        ("heading (text)", "'and' or 'or' must stand before '('"),
        ("and text", "a name must stand before 'and'"),
        ("not heading", "say of what it is not: 'text and not …'"),
        ("text or not heading", "say of what it is not: 'text and not …'"),
    ],
)
def test_what_is_no_scope_is_said_in_words(scope, says):
    with pytest.raises(PlainlintError) as error:
        select_passages(DOCUMENT, [scope])
    assert says in str(error.value)
    assert error.value.key == "scope"


@given(st.lists(st.sampled_from(["and", "or", "not", "(", ")", "text", "heading-1", "x"])))
def test_nothing_else_goes_wrong(words):
    try:
        select_passages(DOCUMENT, [" ".join(words)])
    except PlainlintError as error:
        assert str(error)  # noqa: PT017
