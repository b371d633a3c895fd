"""The scope `markup`: the raw text without code and comments."""

import pytest

from plainlint.document.readers import parse
from plainlint.document.scopes import select_passages

TEXTS = [
    "a\n\n```md\n![](x)\n```",
    "a\n\n    ![](x)",
    "a <!-- ![](x) --> b",
    "<!--\n![](x)\n-->",
    "<pre>\n![](x)\n</pre>",
    "Write `![](x)` for it.",
    "<code>![](x)</code> is it.",
    "{{< a >}}![](x){{< /a >}}".replace("![](x)", ""),
]


@pytest.mark.parametrize("text", TEXTS)
def test_code_and_comments_are_filled_in(text):
    (passage,) = select_passages(parse(text), ["markup"])
    assert "![](" not in passage.text
    assert len(passage.text) == len(text)
    assert passage.text.count("\n") == text.count("\n")


def test_the_rest_keeps_its_place():
    text = "---\na: b\n---\n`x` ![](y)"
    (passage,) = select_passages(parse(text), ["markup"])
    start = passage.text.index("![")
    assert passage.get_span(start, start + 2).start == text.index("![")
