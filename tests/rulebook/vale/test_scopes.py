"""Vale's scopes: the parts of a document that selectors match, alone and combined."""

import pytest

from plainlint import PlainlintError, lint_text
from plainlint.rulebook.vale.scopes import find_unknown_name, validate_scope

DOCUMENT = """\
---
title: xx
---

# xx one [xx](a.md)

## xx two

A xx here. *xx* and **xx** and [xx](b.md) `xx` ![xx](c.png).

- In a list xx. Again [xx](d.md).

> In a quote xx.

| xx head |
|---|
| xx cell |
"""
LINES = {
    "heading": [5, 5, 7],
    "heading.h1": [5, 5],
    "text.heading.h2": [7],
    "paragraph": [9, 9, 9, 9],
    "sentence": [9, 9, 9, 9, 11, 11, 13],
    "list": [11, 11],
    "blockquote": [13],
    "table": [15, 17],
    "table.header": [15],
    "table.cell": [17],
    "link": [5, 9, 11],
    "strong": [9],
    "emphasis": [9],
    "alt": [9],
    "code": [9],
    "text": [5, 5, 7, 9, 9, 9, 9, 9, 11, 11, 13, 15, 17],
    "text.md": [5, 5, 7, 9, 9, 9, 9, 9, 11, 11, 13, 15, 17],
    "summary": [9, 9, 9, 9, 11, 11, 13, 15, 17],
    "raw": [2, 5, 5, 7, 9, 9, 9, 9, 9, 9, 11, 11, 13, 15, 17],
    "link & ~heading": [9, 11],
    "link & ~heading & ~list": [9],
    "text & ~heading & ~table": [9, 9, 9, 9, 9, 11, 11, 13],
    "sentence & ~list & ~blockquote": [9, 9, 9, 9],
    "~heading & ~code": [9, 9, 9, 9, 9, 11, 11, 13, 15, 17],
    "[heading.h2, list]": [7, 11, 11],
    "comment": [],
    "text.html": [],
}


@pytest.mark.parametrize("scope", LINES)
def test_scopes_match_what_vale_matches(style, scope):
    value = scope if scope.startswith("[") else f"'{scope}'"
    rule = f"extends: existence\nmessage: x\nscope: {value}\ntokens: [xx]\n"
    diagnostics = lint_text(DOCUMENT, config=style(rule)).diagnostics
    assert [diagnostic.start.line for diagnostic in diagnostics] == LINES[scope]


def test_a_pattern_can_match_the_end_of_a_heading_or_sentence(check):
    rule = "extends: existence\nmessage: x\nnonword: true\nscope: [heading, sentence]\ntokens: ['\\.$']\n"
    check(rule, "# A heading«.»\n\nOne«.» Two! Three«.»\n")


def test_references_are_not_text(check):
    rule = "extends: existence\nmessage: x\ntokens: [xx]\n"
    check(rule, "A «xx».\n\n# References\n\n1. Of xx. 2011;2(1):7.\n")


def test_names_that_vale_does_not_have_are_found():
    assert find_unknown_name("heading & ~lnik") == "lnik"
    validate_scope("vale: text.heading.h1 & ~link")
    validate_scope("heading-1")


@pytest.mark.parametrize("scope", ["vale: headings", "text.heading.h1"])
def test_an_unknown_scope_is_an_error(scope):
    with pytest.raises(PlainlintError, match="unknown scope"):
        validate_scope(scope)
