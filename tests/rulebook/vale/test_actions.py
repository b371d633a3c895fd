"""Vale's actions: how they change a text, and the fixes that result."""

import pytest

from plainlint import lint_text
from plainlint.checks.vale import apply_action


@pytest.mark.parametrize(
    ("action", "text", "replacements"),
    [
        (["replace", "a", "b"], "x", ("a", "b")),
        (["remove"], "x", ("",)),
        (["edit", "regex", r"(\d+)mg", "$1 mg"], "B 50mg", ("B 50 mg",)),
        (["edit", "regex", "(a)(b)", "${2}$1$3"], "ab ab", ("ba ba",)),
        (["edit", "replace", "-", " "], " early-", (" early ",)),
        (["edit", "remove", "(s)"], "dose(s)", ("dose",)),
        (["edit", "trim", " "], " \u2014 ", ("\u2014",)),
        (["edit", "trim_left", "so"], "soso far", (" far",)),
        (["edit", "trim_right", ".!"], "Stop!.", ("Stop",)),
        (["edit", "truncate", " "], "the the", ("the",)),
        (["edit", "split", "/", "1"], "he/she", ("she",)),
        (["edit", "split", "/", "2"], "he/she", ()),
        (["edit", "split", "/", "last"], "he/she", ()),
        (["edit", "regex", "(", "x"], "he", ()),
        (["edit", "trim"], "he", ()),
        (["edit", "turn"], "he", ()),
        (["suggest", "spellings"], "teh", ()),
        ([], "x", ()),
    ],
)
def test_how_an_action_changes_a_text(action, text, replacements):
    assert apply_action(text, action) == replacements


EXISTENCE = "extends: existence\nmessage: \"'%s', so '%s'\"\nnonword: true\nignorecase: true\n"
SUBSTITUTION = "extends: substitution\nmessage: \"Use '%s', not '%s'.\"\n"


@pytest.mark.parametrize(
    ("rule", "text", "fixed"),
    [
        ("tokens: [very]\naction: {name: remove}\n", "It is very good.", "It is good."),
        ("tokens: ['\\bvery']\naction: {name: remove}\n", "Very well.", "well."),
        ("tokens: ['!']\naction: {name: remove}\n", "Stop!", "Stop"),
        ("tokens: [very]\naction: {name: remove}\n", "It is **very** good.", None),
        (
            "tokens: ['\\w+ly-']\naction: {name: edit, params: [replace, '-', ' ']}\n",
            "An early-stage one.",
            "An early stage one.",
        ),
        ("tokens: [leaflet]\naction: {name: replace, params: [flyer]}\n", "A leaflet.", "A flyer."),
        ("tokens: [a b]\naction: {name: replace, params: [c]}\n", "An *a* b.", None),
        ("tokens: [leaflet]\naction: {name: replace, params: [a, b]}\n", "A leaflet.", None),
        ("tokens: [leaflet]\naction: {name: suggest, params: [spellings]}\n", "A leaflet.", None),
        ("tokens: [leaflet]\n", "A leaflet.", None),
    ],
)
def test_an_action_gives_a_fix_where_that_is_sound(style, rule, text, fixed):
    (diagnostic,) = lint_text(text, config=style(EXISTENCE + rule)).diagnostics
    assert (_apply_fix(diagnostic.fix, text) if diagnostic.fix else None) == fixed
    assert not (diagnostic.fix and diagnostic.fix.safe)


@pytest.mark.parametrize(
    ("rule", "text", "fixed"),
    [
        ("swap: {utilise: use}\n", "We utilise it.", None),
        ("action: {name: replace}\nswap: {utilise: use}\n", "We utilise it.", "We use it."),
        (
            "ignorecase: true\naction: {name: replace}\nswap: {utilise: use}\n",
            "Utilise it.",
            "Use it.",
        ),
        (
            "ignorecase: true\naction: {name: replace}\nswap: {plainlint: plainlint}\n",
            "Plainlint it is.",
            "plainlint it is.",
        ),
        (
            "ignorecase: true\nnonword: true\naction: {name: replace}\nswap: {'IE ': 'that is'}\n",
            "So, IE now.",
            "So, that is now.",
        ),
        ("action: {name: replace}\nswap: {apple: pear}\n", "An apple.", "A pear."),
        ("action: {name: replace}\nswap: {buy: get|take}\n", "We buy it.", None),
    ],
)
def test_better_words_give_a_fix_with_article_and_capital(style, rule, text, fixed):
    (diagnostic,) = lint_text(text, config=style(SUBSTITUTION + rule)).diagnostics
    assert (_apply_fix(diagnostic.fix, text) if diagnostic.fix else None) == fixed


def test_the_message_contains_the_result_of_the_action(style):
    rule = "tokens: ['\\d+mg']\naction: {name: edit, params: [regex, 'mg', ' mg']}\n"
    (diagnostic,) = lint_text("Take 50mg.", config=style(EXISTENCE + rule)).diagnostics
    assert diagnostic.message == "'50mg', so '50 mg'"


def _apply_fix(fix, text):
    for edit in reversed(fix.edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
