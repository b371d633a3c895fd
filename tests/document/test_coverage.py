"""Every character of a source is prose, is excluded for a reason, or is markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.formats import RST, TEXT
from plainlint.core.source import Source, decode
from plainlint.document.coverage import PROSE, UNACCOUNTED, Treatment, find_coverage
from plainlint.document.markup import MARKUP_KINDS
from plainlint.document.readers import parse, parse_source
from plainlint.document.unclosed import find_unclosed
from tests.conftest import ROOT
from tests.document.readers.documents import BLOCK, NOISE
from tests.helpers.growth import takes_linear_time
from tests.helpers.spans import mark, unmark

DIALECTS = st.sampled_from(
    [
        "{{< note >}}\nSit down.\n{{< /note >}}", "Call {{ site.phone }} now.", "[Home]({{< ref a >}})",
        "::: tip\nSit down.\n:::", '!!! note "Rest"\n    Sit down.', "> [!NOTE]\n> Sit down.", "# Rest {#rest}",
        "{% raw %}\nSit down.\n{% endraw %}", "```{note}\nSit down.\n```", "<Card title={name}>\n\nSit down.\n\n</Card>",
        "import A from 'a'", "(rest)=", "$$\nx = y\n$$", "%%\nSit?\n%%", "{/* Sit? */}", "--8<-- 'a.md'",
        "<!-- Sit? -->", "<!-- Sit?", "<pre>\n5 mg\n\n5 mg\n</pre>", "<script>\nsit()", "```\nSit down.",
        "<svg>\n<path d='M0'/>\n</svg>", "<!DOCTYPE html>", "<?php sit() ?>", "<div\nclass='x'>\nSit down.\n</div>",
        "| a |\n|---|\n| Sit. | Stand. |", "&nbsp;", "\\\n***", "- \n- Sit.", "#\n\n## ##",
    ]
)  # fmt: skip
DOCUMENT = st.lists(st.one_of(BLOCK, DIALECTS), max_size=6).map("\n\n".join)


@given(st.one_of(DOCUMENT, NOISE))
def test_the_stretches_are_disjoint_and_cover_all_but_white_space(text):
    stretches = find_coverage(parse(text)).stretches
    position = 0
    for span, _ in stretches:
        assert span.start >= position
        assert not text[position : span.start].strip()
        assert text[span.start : span.end] == text[span.start : span.end].strip() != ""
        position = span.end
    assert not text[position:].strip()


@given(DOCUMENT)
def test_nothing_is_unaccounted(text):
    coverage = find_coverage(parse(text))
    lost = [text[span.start : span.end] for span, fate in coverage.stretches if fate == UNACCOUNTED]
    assert lost == []


@pytest.mark.parametrize(
    "path", sorted([*ROOT.glob("seeds/**/*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("rules/**/*.md")]),
    ids=lambda path: f"{path.parent.name}/{path.name}",
)  # fmt: skip
def test_nothing_of_a_real_document_is_unaccounted(path):
    counts = find_coverage(parse_source(decode(path.read_bytes(), path.name))).count_characters()
    assert counts[PROSE] > 0
    assert counts[UNACCOUNTED] == 0


MARKUP = {
    "byte-order mark": ["«\ufeff»Sit down."],
    "heading mark": ["«##» Rest «##»", "> «#» Rest", "«#»"],
    "heading underline": ["Rest\n«====»", "> Rest\n> «-»"],
    "list mark": ["«-» Sit down.\n«-» Stand up.", "«1.» Sit down.", "> «*» Sit down.", "«-» «-» Sit down.", "«-»"],
    "block quote mark": ["«>» Sit down.\n«>» Stand up.", "«>» «>» Sit down.", "- «>» Sit down."],
    "thematic break": ["Sit.\n\n«***»", "«- - -»", "> «____»"],
    "table bar": ["«|» Sit. «|» Stand. «|»\n|---|---|\n"],
    "table delimiter row": ["| Sit. | Stand. |\n«|:--|--:|»", "Sit. | Stand.\n«--- | ---»"],
    "emphasis mark": ["Sit «*»down«*».", "Sit «**»down«**».", "Sit «***»down«**» now«*»."],
    "link mark": ["«[»Sit](a) down.", "Go to «<»https://x.org«>»."],
    "link target": ["[Sit«](a.md 'Chair')» down.", "[Sit«][chair]» down.\n\n[chair]: a", "![Chair«](a.png)»"],
    "image mark": ["Sit. «![»Chair](a.png)"],
    "link definition": ["«[chair]: a.md»\n\nSit.", "> «[chair]:\n> <a b> 'A\n> chair'»\n\nSit."],
    "footnote mark": ["Sit.\n\n«[^1]:» Down."],
    "escape mark": ["| Sit. |\n|---|\n| Sit «\\»| stand |"],
    "line break mark": ["Sit.«\\»\nStand."],
    "HTML tag": ["Sit «<b>»down«</b>».", "«<div class='a'\nid=\"b\">»\nSit.\n«</div>»", "Sit.«<br/>»"],
    "blank entity": ["«&nbsp;»{{ name }}"],
}  # fmt: skip
EXCLUDED = {
    "front matter": ["«---\ntitle: Rest\n---»\nSit down."],
    "HTML comment": ["«<!-- Sit? -->»\n\nSit.", "Sit. «<!-- Down? -->» Stand.", "<p>\n«<!-- Sit? -->»\n</p>"],
    "HTML comment (not closed)": ["Sit.\n\n«<!-- Stand?\n\n## Rest»"],
    "script or style": ["Sit.\n\n«<script>\nsit();\n\nstand();\n</script>»"],
    "script or style (not closed)": ["«<style>\np { color: red }\n\nSit.»"],
    "code": ["«```sh\nsit\n```»", "Sit.\n\n    «sit down»", "Type «`sit`».", "«<pre>sit</pre>»"],
    "code (not closed)": ["Sit.\n\n«```\nStand.\n\nLie down.»"],
    "drawing": ["«<svg>\n<path d='M0'/>\n</svg>»"],
    "HTML declaration": ["«<!DOCTYPE html>»\n\nSit.", "«<?php sit() ?>»"],
    "image text": ["Sit. ![«A chair»](a.png)"],
    "heading": ["# «Sit down.»"],
    "list item or cell that is not a whole sentence": ["- «soft food»"],
    "cell beyond the last column of its table": ["| Sit. |\n|---|\n| Stand. | «Lie **down**.» |"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("reason", "marked"),
    [(reason, text) for reason, texts in (MARKUP | EXCLUDED).items() for text in texts],
)
def test_each_stretch_has_its_reason(reason, marked):
    text, _ = unmark(marked)
    coverage = find_coverage(parse(text))
    spans = [span for span, fate in coverage.stretches if fate.reason == reason]
    assert mark(text, spans) == marked
    treatment = Treatment.MARKUP if reason in MARKUP else Treatment.EXCLUDED
    assert {fate.treatment for _, fate in coverage.stretches if fate.reason == reason} == {
        treatment
    }


def list_exclusions(text):
    return [
        (text[span.start : span.end], reason)
        for span, reason in find_coverage(parse(text)).exclusions
    ]


def test_a_block_is_one_exclusion_with_its_markup():
    assert list_exclusions(
        "# Sit *down* [here](a)\n\n<!-- Now? -->\n\n<div>\n\nSit down now.\n\n</div>"
    ) == [
        ("Sit *down* [here](a)", "heading"),
        ("<!-- Now? -->", "HTML comment"),
    ]


def test_a_value_of_a_template_is_no_prose_though_it_leaves_a_mark():
    text = "Call {{ phone }} now."
    stretches = find_coverage(parse(text)).stretches
    assert [(text[span.start : span.end], fate.reason) for span, fate in stretches] == [
        ("Call", ""),
        ("{{ phone }}", "template code"),
        ("now.", ""),
    ]


def test_what_can_not_be_read_is_an_exclusion():
    source = decode(b"Sit down.\n\nNa\xefve cells.", "cells.md")
    coverage = find_coverage(parse_source(source))
    assert [reason.partition(":")[0] for _, reason in coverage.exclusions] == ["not read"]
    deep = Source("Sit down.\n\n" + ">" * 200 + " Stand up.")
    counts = find_coverage(parse_source(deep)).count_characters()
    assert counts[UNACCOUNTED] == 0
    assert any(fate.reason.startswith("not read: from line 3") for fate in counts)


OTHER_FORMATS = {
    TEXT: "Care at home\n============\n\nSit down. <!-- or\nstand up.\n\n  * soft food\n\n-----\n\n| Call https://x.org.",
    RST: (
        ":title: Rest\n\n====\nRest\n====\n\nSit *down* on `a chair <chair>`_ or :ref:`bed`, as Ann_ does::\n\n   sit\n\n"
        ".. note::\n\n   Stand up.\n\n- soft food\n\n.. Is this right?\n\n.. _Ann: a.md\n\nBeds\n~~~~\n\nLie |down| now."
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHER_FORMATS)
def test_other_formats_have_markup_of_their_own(name):
    text = OTHER_FORMATS[name]
    document = parse_source(Source(text, format=name))
    coverage = find_coverage(document)
    assert [
        text[span.start : span.end] for span, fate in coverage.stretches if fate == UNACCOUNTED
    ] == []
    assert find_unclosed(document) == []


@given(st.lists(st.sampled_from([*"<>&|[]:#-*_ \t\na1x./!\\\ufeff", "nbsp;", "--"])).map("".join))
def test_markup_starts_with_a_sign_of_its_kind(text):
    for kinds in MARKUP_KINDS.values():
        for kind in kinds:
            if kind.openings and kind.pattern.match(text):
                assert text[0] in kind.openings


GROWING = {
    "cells without an end": (lambda n: f"|a|b|\n|-|-|\n{'|c' * n}|\n", 4000),
    "tags in one paragraph": (lambda n: "Sit <b>down</b> " * n, 1000),
    "addresses of links": (lambda n: "".join(f"[a{i}]: /b\n" for i in range(n)), 4000),
    "rows of a table": (lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n, 500),
}


@pytest.mark.parametrize("kind", GROWING)
def test_the_time_is_in_proportion_to_the_size(kind):
    make, size = GROWING[kind]
    assert takes_linear_time(find_coverage, lambda count: parse(make(count)), size)
