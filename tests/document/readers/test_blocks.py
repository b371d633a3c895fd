"""Blocks: their kinds and the spans of their text."""

import pytest

from plainlint.document.model import BlockKind, ExclusionReason
from plainlint.document.readers import parse
from tests.helpers.spans import mark, unmark, words

P, H, L, Q, T, F, C, X = (
    BlockKind.PARAGRAPH,
    BlockKind.HEADING,
    BlockKind.LIST_ITEM,
    BlockKind.QUOTE,
    BlockKind.TABLE_CELL,
    BlockKind.FOOTNOTE,
    BlockKind.CODE,
    BlockKind.HTML,
)

BLOCKS = {
    "paragraphs": ("«One\ntwo»\n\n\n   «three\n  four»  \n", [P, P]),
    "headings": ("# «One» #\n## «Two # b»  ##  \n###### «Three»\n«#not one»", [H, H, H, P]),
    "heading with markup": ("## «*A* [b](c)» ##\n«text»", [H, P]),
    "escaped hash": ("# «C\\#» #", [H]),
    "empty headings": ("«#»\n«## ##»\n«text»", [H, H, P]),
    "setext headings": ("«One\n*two*»\n===\n«Three»\n---\n***\n«four»", [H, H, P]),
    "thematic breaks": ("«a»\n\n---\n\n«b»\n***\n«c»", [P, P, P]),
    "list": ("- «one»\n- «two\n  three»\n* «four»", [L, L, L]),
    "loose list": ("- «one»\n\n  «more»\n\n- «two»", [L, L, L]),
    "nested lists": ("- «a»\n  - «b»\n    1. «c»\n\n       «d»\n- «e»", [L] * 5),
    "ordered lists": ("1. «one»\n2) «two»\n10) «three»", [L] * 3),
    "empty items": ("-\n- «a»\n-   \n  «b»", [L, L]),
    "heading in a list": ("- # «a»\n- «b»\n  ===", [H, H]),
    "lazy lines": ("> «one\ntwo»\n\n- «three\nfour»\n\n> - «five\n> six\nseven»", [Q, L, L]),
    "quote": ("> «one\n>two\n>   three»\n>\n> «four»\n\n«five»", [Q, Q, P]),
    "quote in a list": ("- «a»\n\n  > «b\n  > c»\n\n  «d»", [L, Q, L]),
    "list in a quote": ("> «a»\n> - «b\n>   c\n> d»", [Q, L]),
    "quote of a quote": (">> «a\n>> b»\n>\n> «c»", [Q, Q]),
    "tabs": ("-\t«one»\n\n\t«two\n\tthree»\n\n\t- «four»\n\n>\t«five»", [L, L, L, Q]),
    "table": ("| «a» | «b c» |\n|---|:-:|\n| «d» |«e»|\n| | «*f*» |", [T] * 5),
    "table without bars": ("«a» | «b»\n--|--\n«c» | «d»\n\n«e»", [T] * 4 + [P]),
    "repeated cells": ("| «a» | «a» | «aa» |\n|-|-|-|\n| «aa» | «a» | «a» |\n|  | «a» |  |", [T] * 7),
    "escaped bars": ("| «a \\| b» | \\«|» |\n|-|-|\n| «`c \\| d`» | \\«|\\| e \\|» |", [T] * 4),
    "short and long rows": ("| «a» | «b» |\n|-|-|\n| «c» |\n| «d» | «e» | lost |", [T] * 5),
    "table in a quote": ("> | «a» | «b» |\n> |-|-|\n> | «c» | «d» |", [T] * 4),
    "table in a list": ("- «a»\n\n  | «b» |\n  |---|\n  | «c» |", [L, T, T]),
    "fences": ("«```py\na\n\nb\n```»\n\n«~~~\nc\n~~~»\n«d»", [C, C, P]),
    "open fence": ("«a»\n«```\nb»\n", [P, C]),
    "indented code": ("«a»\n\n«    b\n\n    c»\n\n«d»", [P, C, P]),
    "code in a list": ("- «a»\n\n«  ```\n  b\n  ```»\n- «c»", [L, C, L]),
    "HTML paragraph": ("<p>«a <b>b</b>\nc»</p>\n\n«d»", [X, P]),
    "HTML blocks": ("<div><h2>«a»</h2><p>«b»</p>\n<ul><li>«c»<li>«d»</ul>«e»</div>", [H, X, L, L, X]),
    "HTML breaks": ("<p>«a»<br>«b»<hr/>«c»</p>", [X, L, X]),
    "HTML table": ("<table><tr><td>«a»</td><th>«b»</th></tr></table>", [T, T]),
    "HTML with hidden parts": ("<div>«a»«<script>\nx = '<p>y</p>';\n</script>»«b»«<style>p{}</style>»</div>", [X] * 4),
    "hidden HTML": ("«<script>\n\nx\n\n</script>»\n\n«<!-- a\n\nb -->»\n\n«<div>»\n\n«a»\n\n«</div>»", [X, X, X, P, X]),
    "comment in HTML": ("<p>«a <!-- <p>b</p> --> c»</p>", [X]),
    "open comment": ("<p>«a»<!-- b </p>\nc", [X]),
    "HTML in a list": ("- <p>«a»</p>\n- <div>«b\n  c»</div>", [L, L]),
    "HTML in a quote": ("> <p>«a\n> b <i>c</i>»</p>\n\n<p>«d»</p>", [Q, X]),
    "footnotes": ("«a[^1]»\n\n[^1]: «b\nc»\n\n    «d»\n\n«e»\n\n[^x]:\n    «f»", [P, F, F, P, F]),
    "list in a footnote": ("[^1]: «a»\n\n    - «b»\n\n«c[^1]»", [F, L, P]),
    "targets": ("[a]: /b\n\n«c»\n\n[d]: /e\n'f'\n«g»", [P, P]),
    "no-break lines": ("\u00a0\n«a\nb»\n\u00a0", [P]),
    "form feeds": ("\f\n«a»\n\n> \u00a0\n> «b»", [P, Q]),
    "byte-order mark": ("\ufeff# «a»\n", [H]),
    "front matter": ("---\na: b\n---\n«c»\n\n# «d»", [P, H]),
    "spaces behind": ("«a»   \n\n- «b»\t\n\n> «c» \n", [P, L, Q]),
    "nothing": ("", []),
    "white space": (" \n\t\n\u00a0\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("marked", "kinds"), BLOCKS.values(), ids=BLOCKS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_blocks_have_exact_spans(marked, kinds, end):
    marked = marked.replace("\n", end)
    text, _ = unmark(marked)
    blocks = [block for block in parse(text).blocks if block.text.strip() or block.span.end]
    stripped = [parse(text).source.slice(block.span) for block in blocks]
    assert [block.kind for block in blocks] == kinds, stripped
    assert mark(text, [trimmed(text, block.span) for block in blocks]) == marked


def trimmed(text, span):
    """Return the span without white space at its ends, which text around HTML tags may have."""
    slice_ = text[span.start : span.end]
    start = span.start + len(slice_) - len(slice_.lstrip("\r\n"))
    return type(span)(start, start + len(slice_.strip("\r\n")))


def test_heading_levels():
    text = "# One\n\nTwo\n===\n\n### Three\n\nFour\n---\n\n> ##### Five\n\nSix"
    assert [block.level for block in parse(text).blocks] == [1, 1, 3, 2, 5, 0]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("| a \\| b |\n|-|", "a", "b"),
        ("| \\|a\\|b\\| |\n|-|", "a", "b"),
        ("| *a* \\| `\\|` b |\n|-|", "a", "b"),
        ("> | x |\n> |-|\n> | a \\| [b](c) |", "a", "b"),
    ],
)
def test_words_next_to_an_escaped_bar_are_exact(text, first, second):
    document = parse(text)
    written = [document.source.slice(span) for _, span in words(document)]
    assert [word for word in written if word != "x"] == [first, second]


def test_equal_cells_of_a_row_have_their_own_spans():
    text, spans = unmark("| a b | «b» | b c | «b» |\n|-|-|-|-|\n| ab | «b» | bb | «b» |")
    assert [block.span for block in parse(text).blocks if block.text == "b"] == spans


def test_footnotes_keep_their_position():
    text = "One[^a].\n\n[^b]: Second note.\n\nTwo[^b].\n\n[^a]: First note.\n"
    assert [block.text for block in parse(text).blocks] == [
        "One.",
        "Second note.",
        "Two.",
        "First note.",
    ]


@pytest.mark.parametrize(
    ("text", "scored"),
    [
        ("# References\n\nNot this one.\n\n# Next\n\nThis one here.", ["This one here."]),
        ("## Sources:\n\n### Books\n\nNot this one.\n\n## Next\n\nThis one here.", ["This one here."]),
        ("# A\n\n## References\n\nNot this one.\n\n# Next\n\nThis one here.", ["This one here."]),
        ("# A\n\nThis one here.\n\nReferences\n---\n\n- Not this one here.", ["This one here."]),
        ("# References and tests\n\nThis one here.", ["This one here."]),
    ],
)  # fmt: skip
def test_a_reference_section_ends_at_the_next_heading_of_its_level(text, scored):
    document = parse(text)
    assert [sentence.text for sentence in document.sentences] == scored
    skipped = {block.exclusion_reason for block in document.blocks if "Not this" in block.text}
    assert skipped <= {ExclusionReason.REFERENCES}
