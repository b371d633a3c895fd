"""What a page declares of itself is its front matter, each value with its place."""

import pytest

from plainlint.core.source import Source
from plainlint.document.readers import parse_source


def read(text):
    return parse_source(Source(text.replace("«", "").replace("»", ""), format="html"))


@pytest.mark.parametrize(
    ("page", "key", "value"),
    [
        ("<title>\n «Skin &amp; you» </title>", "title", "Skin & you"),
        ("<html lang=«en-GB»>", "language", "en-GB"),
        ('<meta http-equiv="content-language" content="«es»">', "language", "es"),
        ('<body lang="«fr»">', "language", "fr"),
        ('<meta name="audience" content="«Patient»">', "audienceLevel", "Patient"),
        ("<meta content='«patient»' name=audienceLevel>", "audienceLevel", "patient"),
        ('<meta name="dcterms.audience" content=«caregiver»>', "audienceLevel", "caregiver"),
        ('<meta name="status" content="«active»">', "status", "active"),
        ('<meta name="DC.title" content="«Skin»">', "title", "Skin"),
        ('<link rel="license" href="«https://x.org/by»">', "license", "https://x.org/by"),
        ('<time itemprop="lastReviewed" datetime="«2026-01-02»">2 Jan</time>', "lastReviewed", "2026-01-02"),
        (
            '<div itemprop="audience" itemtype="«https://schema.org/Clinician»">x</div>',
            "audienceLevel",
            "Clinician",
        ),
        (
            '<script type="application/ld+json">{"lastReviewed": "«2026-01-02»"}</script>',
            "lastReviewed",
            "2026-01-02",
        ),
        (
            ('<script type="application/ld+json">[{"about": {"audience": {"@type": "MedicalAudience",'
            ' "audienceType": "«Caregiver»"}}}]</script>'),
            "audienceLevel",
            "Caregiver",
        ),
        (
            '<script type="application/ld+json">{"audience": [{"@type": "«Patient»"}]}</script>',
            "audienceLevel",
            "Patient",
        ),
    ],
)  # fmt: skip
def test_declarations(page, key, value):
    document = read(page)
    entry = document.front_matter.entries[key]
    assert entry.value == value
    start = page.index("«")
    assert document.source.slice(entry.value_span) == page[start + 1 : page.index("»")]
    assert entry.value_span.start == start


@pytest.mark.parametrize(
    "page",
    [
        '<script type="application/ld+json">{"audience": </script>',
        '<script type="application/ld+json">{"audience": {"@type": "MedicalAudience"}}</script>',
        "<title> </title>",
        '<meta name="audience">',
    ],
)
def test_what_declares_nothing(page):
    assert not read(page).front_matter.entries


def test_front_matter_in_yaml_above_a_page_counts_more():
    document = read(
        "---\nlayout: page\ntitle: Skin\n---\n<title>Site</title><p>Wash your hands.</p>"
    )
    assert document.front_matter.get_text("title") == "Skin"
    assert [block.text for block in document.blocks] == ["Wash your hands."]


@pytest.mark.parametrize(
    "page", ["«<head id=x>»<title>a</title></head>", "«<html>»<p>b</p>", "\n«<p>c</p>»\n<p>d</p>"]
)
def test_missing_keys_are_reported_at_the_head(page):
    document = read(page)
    anchor = page[page.index("«") + 1 : page.index("»")]
    assert document.source.slice(document.front_matter.anchor) == anchor
