"""The writer's page in Spanish: each of its words has a phrase, and the page follows the text."""

import json
import re
from html.parser import HTMLParser

import pytest

from plainlint.languages.phrases import translate
from tests.conftest import ROOT

STATIC = ROOT / "plainlint" / "service" / "web" / "static"
SCRIPTS = sorted(path for path in STATIC.glob("*.js") if path.name != "codemirror.js")
# Names of keys, of this program, and what is the same in Spanish.
SAME = {
    "plainlint",
    "Ctrl S",
    "Ctrl Z",
    "F8",
    ", ",
    "Shift F8",
    "Ctrl .",
    "Alt A",
    "F6",
    "Tab",
    "Esc",
    "?",
}


class _Words(HTMLParser):
    """Collects what people read or hear of a page."""

    def __init__(self):
        super().__init__()
        self.words = []

    def handle_starttag(self, _tag, attrs):
        self.words += [value for name, value in attrs if name in ("aria-label", "placeholder")]

    def handle_data(self, data):
        if data.strip():
            self.words.append(data.strip())


def list_words():
    parser = _Words()
    parser.feed((STATIC / "index.html").read_text(encoding="utf-8"))
    yield from parser.words
    for path in SCRIPTS:
        script = path.read_text(encoding="utf-8")
        for call in re.findall(r"\bt\(([^;]*)", script):
            first = re.match(r'(?:[\w.]+ \? )?"([^"]*)"(?: : "([^"]*)")?', call)
            yield from filter(None, first.groups() if first else ())


@pytest.mark.parametrize("words", sorted(set(list_words()) - {part.strip() for part in SAME}))
def test_each_phrase_of_the_page_is_in_the_table(words):
    table = json.loads(
        (ROOT / "plainlint" / "languages" / "es" / "phrases.json").read_text(encoding="utf-8")
    )
    # The page looks phrases up as they are, slots and all.
    assert {words, words[:1].lower() + words[1:]} & table.keys(), "add it to es/phrases.json"


@pytest.mark.parametrize("weight", ["Must fix", "Should fix", "Could fix", "Must", "Should"])
def test_weights_have_phrases(weight):
    assert translate(weight, "es") != weight


def test_no_script_says_what_is_not_marked():
    for path in SCRIPTS:
        script = path.read_text(encoding="utf-8")
        said = re.findall(r'(?:textContent|\.title) = "([^"…]+)"', script)
        assert said == [], f"mark it in {path.name}: t(...)"
