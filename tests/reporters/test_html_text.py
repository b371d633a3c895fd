"""The text view: Markdown rendered safely, with marks exactly where the findings stand."""

import pytest

from plainlint import parse
from plainlint.analysis.glossary.mentions import find_first_mentions
from plainlint.config.settings import Config
from plainlint.core.audiences import Limits
from plainlint.engine.linter import Linter
from plainlint.reporters.html.text import render_text
from plainlint.reporters.html.work_items import gather_work_items
from plainlint.run.discovery import read_source
from tests.conftest import ROOT
from tests.reporters.markup import Markup


def html(markdown):
    return str(render_text(parse(markdown))).replace("\n", "")


@pytest.mark.parametrize(
    ("markdown", "shown"),
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
        ("a<script>b</script>", "<p>ab</p>"),
        ("<script>b</script>", ""),
        ("&lt;b&gt;", "<p>&lt;b&gt;</p>"),
        ("```x\n<b>\n```", "<pre><b>x</b><code>&lt;b&gt;</code></pre>"),
        ("a `b`", '<p>a <span class="out" title="not scored: code">b</span></p>'),
    ],
)
def test_markdown_is_rendered(markdown, shown):
    assert html(markdown) == shown


def test_a_table_keeps_its_columns_where_cells_are_empty():
    read = Markup(html("| a | b | c |\n|---|---|---|\n| 1 | | 3 |"))
    assert [tag for tag, _ in read.elements if tag in ("tr", "th", "td")] == (
        ["tr", "th", "th", "th", "tr", "td", "td", "td"]
    )


@pytest.mark.parametrize("path", sorted((ROOT / "seeds").glob("*.md")), ids=lambda path: path.stem)
def test_every_finding_is_marked_where_it_stands(path):
    result = Linter(Config(), None).lint(read_source(path))
    found = gather_work_items(result, Limits(64, 85))
    document = result.document
    read = Markup(
        str(
            render_text(
                document, found.all, find_first_mentions(document, Linter(Config(), None).glossary)
            )
        )
    )
    numbers = {str(place.number) for place in found.all if place.block is not None}
    assert {value[1:] for value in read.values("id")} == numbers
    assert {value[2:] for value in read.values("href") if value.startswith("#p")} == numbers
    told = [each for place in found.all for each in place.findings]
    assert sorted(told, key=str) == sorted(result.diagnostics, key=str)
    for place in found.all:
        for each in place.findings:
            if place.hardness:
                block = document.blocks[place.block]
                start, end = block.prose.get_visible_range(each.span)
                assert place.start <= start < end <= place.end


def test_the_hardest_sentence_comes_first_and_the_whole_document_last():
    text = (ROOT / "seeds/types-lung-research-crizotinib.md").read_text()
    result = Linter(Config(), None).lint(parse(text).source)
    found = gather_work_items(result, Limits(64, 85)).all
    values = [place.hardness.value for place in found if place.hardness]
    assert values == sorted(values, reverse=True)
    assert [place.number for place in found] == list(range(1, len(found) + 1))
    assert found[0].hardness
    assert found[-1].block is None
    assert max(place.hardness.level for place in found if place.hardness) == 3
