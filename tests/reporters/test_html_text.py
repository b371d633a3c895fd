"""Test the text view: Markdown rendered safely, with findings marked exactly."""

import pytest

from plainlint import parse
from plainlint.config.settings import Config
from plainlint.core.audiences import Limits
from plainlint.engine.linter import Linter
from plainlint.reporters.cards import make_card
from plainlint.reporters.html.places import number_places
from plainlint.reporters.html.text import render_text
from plainlint.reporters.work_items import gather_work_items
from plainlint.run.discovery import read_source
from tests.conftest import ROOT
from tests.helpers.growth import takes_linear_time
from tests.reporters.markup import Markup


def html(markdown):
    return str(render_text(parse(markdown))).replace("\n", "")


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# A\n\n### B", '<h3 class="h1">A</h3><h4 class="h3">B</h4>'),
        (
            "one *two* **three** _**four**_",
            "<p>one <em>two</em> <strong>three</strong> <em><strong>four</strong></em></p>",
        ),
        (
            "- a\n  - b\n- c",
            "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>",
        ),
        ("- a\n\n1. b", "<ul><li><p>a</p></li></ul><ol><li><p>b</p></li></ol>"),
        ("> a\n>\n> b\n\nc", "<blockquote><p>a</p><p>b</p></blockquote><p>c</p>"),
        (
            "[a](https://b.org/?c&d)",
            '<p><a href="https://b.org/?c&amp;d" rel="noreferrer noopener">a</a></p>',
        ),
        ("[a](javascript:b)", "<p>[a](javascript:b)</p>"),
        ("[a](ftp://b)", '<p><span class="link" title="ftp://b">a</span></p>'),
        ("[a](/b)", '<p><span class="link" title="/b">a</span></p>'),
        ("a<script>b</script>", "<p>a</p>"),
        ("<script>b</script>", ""),
        ("&lt;b&gt;", "<p>&lt;b&gt;</p>"),
        ("```x\n<b>\n```", "<pre><b>x</b><code>&lt;b&gt;</code></pre>"),
        ("a `b`", '<p>a <span class="out" title="not scored: code">b</span></p>'),
    ],
)
def test_markdown_is_rendered(markdown, expected):
    assert html(markdown) == expected


def test_a_table_keeps_its_columns_where_cells_are_empty():
    read = Markup(html("| a | b | c |\n|---|---|---|\n| 1 | | 3 |"))
    assert [tag for tag, _ in read.elements if tag in ("tr", "th", "td")] == (
        ["tr", "th", "th", "th", "tr", "td", "td", "td"]
    )


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.md")), ids=lambda path: path.stem)
def test_every_finding_is_marked_in_its_place(path):
    linter = Linter(Config(), None)
    result = linter.lint(read_source(path))
    items = gather_work_items(result, Limits(64, 85)).all
    document = result.document
    cards = [
        make_card(item, linter.rule_set.every_rule) for item in items if item.block is not None
    ]
    places = number_places(document, cards, {})
    read = Markup(render_text(document, places))
    numbers = [str(number) for number in range(1, len(cards) + 1)]
    assert sorted(value[1:] for value in read.values("id")) == sorted(numbers)
    assert [value[2:] for value in read.values("href") if value.startswith("#p")] == numbers
    findings = [finding for item in items for finding in item.findings]
    assert sorted(findings, key=str) == sorted(result.diagnostics, key=str)
    for item in items:
        for finding in item.findings:
            if item.hardness:
                assert item.block is not None
                block = document.blocks[item.block]
                start, end = block.prose.get_visible_range(finding.span)
                assert item.start <= start < end <= item.end


def test_places_are_numbered_in_text_order_and_ranked_by_hardness():
    linter = Linter(Config(), None)
    hard = "Discontinuation of anticoagulation necessitates re-evaluation of hepatic dysfunction."
    text = f"---\naudienceLevel: patient\n---\n\nSubsequent visits are free.\n\n{hard}\n"
    result = linter.lint(parse(text).source)
    items = gather_work_items(result, Limits(64, 85)).all
    rules = linter.rule_set.every_rule
    cards = [make_card(item, rules) for item in items if item.block is not None]
    easy, worst = number_places(result.document, cards, {})
    assert (easy.number, worst.number) == (1, 2)
    assert (easy.rank, worst.rank, worst.shown_rank) == (0, 1, "1st")
    assert not worst.is_rewrite
    chosen = number_places(result.document, cards, {text.index("Subsequent"): 1})
    assert [(place.rank, place.is_rewrite) for place in chosen] == [(1, True), (0, False)]


def test_a_word_with_advice_is_boxed_with_the_number_of_its_step():
    linter = Linter(Config(), None)
    result = linter.lint(
        parse("---\naudienceLevel: patient\n---\n\nSubsequent visits are free.\n").source
    )
    (item,) = (item for item in gather_work_items(result, Limits(64, 85)).all if item.hardness)
    places = number_places(result.document, [make_card(item, linter.rule_set.every_rule)], {})
    assert '<mark>Subsequent<b class="k" aria-hidden="true">1</b></mark> visits' in html_of(
        result.document, places
    )


def html_of(document, places):
    return str(render_text(document, places))


def test_the_hardest_sentence_comes_first_and_the_whole_document_last():
    text = (ROOT / "seeds/types-lung-research-crizotinib.md").read_text()
    result = Linter(Config(), None).lint(parse(text).source)
    items = gather_work_items(result, Limits(64, 85)).all
    values = [item.hardness.value for item in items if item.hardness]
    assert values == sorted(values, reverse=True)
    assert [item.number for item in items] == list(range(1, len(items) + 1))
    assert items[0].hardness
    assert items[-1].block is None
    assert max(item.hardness.level for item in items if item.hardness) == 3


def test_blank_lines_in_code_take_time_in_proportion():
    assert takes_linear_time(
        lambda markdown: render_text(parse(markdown)),
        lambda n: "```\n" + "\n" * n + "x\n```\n",
        2000,
    )
