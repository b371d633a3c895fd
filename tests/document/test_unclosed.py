"""Syntax that opens and never closes: where, and what it is."""

import pytest

from plainlint.document.readers import parse
from plainlint.document.unclosed import find_unclosed
from tests.helpers.spans import mark, unmark

UNCLOSED = {
    "block of code": [
        "Sit down.\n\n«```»\nStand up.\n\n## Rest\n\nLie down.",
        "«~~~~» text\nStand up.\n~~~\n",
        "Sit down.\n\n«```»",
        "- Sit down.\n\n  «```»\n  Stand up.\n\nLie down.",
        "> «~~~»\n> Stand up.\n\nLie down.",
        "1. «```»\n   Stand up.\n",
        # The closing fence of the first block is missing.
        "«```»\nstep 1\n\nSit down.\n\n```sh\nstep 2\n```\n\nLie down.",
        "«```»\nstep 1\n``` x\n",
        # Closed by a fence that is too short, or of the other kind.
        "«````»\nStand up.\n```\n",
        "«```»\nStand up.\n~~~\n",
        # The last line of one that is closed twice.
        "```\nstep 1\n```\n«```»\n",
    ],
    "comment": [
        "Sit down.\n\n«<!--» Stand up?\n\nLie down.",
        "Sit down. «<!--» Is this right?\n\nLie down. -->",
        "«<!--»\nStand up.\n\n<!-- Is this right? -->\n\nLie down.",
        "- «<!--» Stand up?\n\nLie down. <!-- Sure? -->",
        "Sit down.\n\n«%%»\nStand up.\n",
        "Sit down. «{/*» Stand up?\n\nLie down.",
    ],
    "<script> part": ["Sit down.\n\n«<script>»\nlet a = 1;\n\nLie down."],
    "<pre> part": ["«<pre class='x'>»\n12.5 mg\n\nLie down.", "«<PRE>»12.5 mg\n\nLie down."],
    "<style> part": ["«<style>»\np { color: red }\n\nLie down."],
    "formula": ["Sit down.\n\n«$$»\nx = y\n\nLie down."],
    "{note} block": ["«```{note}»\nSit down.\n\nLie down.", "«:::{note}»\n\nSit down.\n"],
    "{% comment %} block": ["Sit down.\n\n«{% comment %}»\n\nStand up.", "Sit. «{%- comment -%}» Stand."],
    "{% raw %} block": [
        "«{% raw %}»\n\n{{ name }}",
        "{% raw %}{{ a }}{% endraw %} and «{% raw %}» on.",
    ],
    "{{< highlight >}} block": ["«{{< highlight sh >}}»\n\nSit down."],
}  # fmt: skip
CLOSED = [
    "```\nStand up.\n```",
    "```sh\nStand up.\n````",
    "- ```\n  Stand up.\n  ```\n- Sit.",
    "> ~~~\n> Stand up.\n> ~~~",
    "~~~\n```\n~~~",
    "````md\n```sh\nStand up.\n```\n````",
    # A sign of code in code.
    '```py\ndef sit():\n    """\n    ```sh\n    sit\n    ```\n    """\n```',
    "    ```\n    Stand up.",
    "```\n<!--\n<pre>\n$$\n```",
    "<!-- Stand up. -->",
    "<!-->\n\nSit down. <!-- Stand up. --> Lie down.",
    "<!--\nStand up.\n\nSit down.\n-->",
    "<div>\n<!-- Stand up.\n\nSit down. -->\n</div>",
    "<div>\n<pre>\n12.5 mg\n\n5 mg\n</pre>\n</div>",
    "<pre>12.5 mg</pre>\n\n<script>\n\nlet a = '<!--';\n</script>",
    "Type `<!--` or \\<!-- or &lt;!-- for a comment, and `{/*` too.",
    "The cost is $$ here.\n\n$$\nx = y\n$$\n\nIt is 5%% there.",
    "$$\nx = y\n$$ {#eq-one}",
    "```{note}\nSit down.\n```",
    "::::{grid}\n:::{note}\nSit down.\n:::\n::::",
    "{% raw %}\n{{ name }}\n{% endraw %}\n\n{% raw %}{{ a }}{% endraw %}",
    "{% raw() %}\n{{ name }}\n{% end %}",
    "{{< highlight sh >}}\nsit\n{{< /highlight >}}\n\n{{< mermaid src='a.mmd' />}}",
    "---\ntitle: <!--\nabout: |\n  ```\n---\nSit down.",
]


@pytest.mark.parametrize(
    ("part", "marked"), [(part, text) for part, texts in UNCLOSED.items() for text in texts]
)
def test_what_is_not_closed_is_found_where_it_opens(part, marked):
    text, _ = unmark(marked)
    found = find_unclosed(parse(text))
    assert mark(text, [opened.span for opened in found]) == marked
    assert [opened.part.lower() for opened in found] == [part.lower()]


@pytest.mark.parametrize("text", CLOSED)
def test_what_is_closed_or_is_text_is_not_found(text):
    assert find_unclosed(parse(text)) == []


def test_what_must_be_typed_closes_it():
    for texts in UNCLOSED.values():
        for marked in texts[:1]:
            text, _ = unmark(marked)
            (opened,) = find_unclosed(parse(text))
            assert find_unclosed(parse(f"{text}\n{opened.closing}\n")) == []
