"""Inert output: nothing in it is a command to a terminal or a runner, and JSON means the same."""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.inert import make_inert, make_inert_json, make_inert_xml, make_line
from plainlint.core.text import escape_xml

UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\ufe0f]")
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def has_command(text):
    """Return whether a runner may find a command: it trims white space and skips the unseen."""
    lines = re.split(r"[\r\n]", UNSEEN.sub("", text))
    return any(line.strip().startswith("::") for line in lines) or any(
        mark in line.lower() for line in lines for mark in ("##[", "##vso[")
    )


PARTS = st.sampled_from(
    [":", "::", "#", "##", "[", "##[", "vso[", "##vso[", "##VSO[", " ", "\t", "\n", "\r", "\u3000",
     "\u200b", "\u00ad", "\ufeff", "\x1b[1m", "\x1b]0;", "\x85", "\u2028", "\u202e", "a", "\udc80"]
)  # fmt: skip
TEXTS = st.lists(PARTS | st.text(max_size=3), max_size=12).map("".join)


@given(TEXTS)
def test_text(text):
    inert = make_inert(text)
    plain = re.sub(r"\x1b\[[\d;]*m", "", inert).replace("\r\n", "\n")
    assert not has_command(plain)
    assert not CONTROL.search(plain)
    assert make_inert(inert) == inert


@given(TEXTS)
def test_a_line(text):
    line = make_line(text)
    assert not has_command(line)
    assert not CONTROL.search(line)
    assert "\n" not in line


@given(TEXTS, st.booleans())
def test_json_means_the_same(text, ascii_only):
    inert = make_inert_json(json.dumps([text, {text: 1}], ensure_ascii=ascii_only, indent=2))
    # Halves of pairs are no text: strict readers refuse them.
    whole = re.sub("[\ud800-\udfff]", "\ufffd", json.loads(json.dumps(text)))
    assert json.loads(inert) == [whole, {whole: 1}]
    assert not has_command(inert)
    assert not CONTROL.search(inert)


@given(TEXTS)
def test_xml_means_the_same(text):
    before = f"<a>{escape_xml(text)}</a>"
    inert = make_inert_xml(before)
    assert ET.fromstring(inert).text == ET.fromstring(before).text
    assert not has_command(inert)


@pytest.mark.parametrize(
    ("text", "inert"),
    [
        ("::add-mask::x", ": :add-mask::x"),
        ("a\n \u3000::error::x", "a\n \u3000: :error::x"),
        ("C++ std::vector", "C++ std::vector"),
        ("see ##[group]", "see # #[group]"),
        ("##vso[task.complete]", "# #vso[task.complete]"),
        ("## Heading [1]", "## Heading [1]"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("a\r\nb\rc", "a\r\nb\ufffdc"),
    ],
)
def test_examples(text, inert):
    assert make_inert(text) == inert
