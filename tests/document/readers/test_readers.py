"""The two readers of Markdown: whatever the fast one accepts, it reads as markdown-it does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlint.core.source import Source
from plainlint.document.readers import parse_source
from plainlint.document.readers.front_matter import read_front_matter
from plainlint.document.readers.markdown.markdown_it.blocks import read_raw_blocks as by_markdown_it
from plainlint.document.readers.markdown.pyromark.blocks import read_raw_blocks as by_pyromark
from plainlint.document.readers.markdown.pyromark.fallback import NeedsReferenceReader
from tests.document.readers.documents import DOCUMENT, NOISE
from tests.document.readers.test_blocks import BLOCKS
from tests.document.readers.test_inline import LINKS, SENTENCES, TARGETS, WORDS
from tests.helpers.spans import unmark

MARKED = [
    *(marked for marked, _ in BLOCKS.values()),
    *WORDS.values(),
    *SENTENCES.values(),
    *(marked for marked, *_ in LINKS.values()),
]
TEXTS = [unmark(marked)[0].removesuffix(TARGETS) for marked in MARKED]
ENDS = pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])

# Common Markdown, which must not be left to the slow reader.
COMMON = {
    "paragraphs": "One *two* **three** __four__ _five_.\nSix seven.  \nEight\\\nnine.\n\nTen.\n",
    "headings": "# One\n\n## Two *three* ##\n\nFour\n===\n\nFive\n---\n",
    "lists": "- one\n- two\n  - three\n\n1. four\n2. five\n\n   six\n10. seven\n",
    "quotes": "> one\n> two\n>\n> - three\n>   four\n",
    "table": "| A | B *c* |\n|---|:-:|\n| d \\| e | `f` |\n|  | [g](/h) |\n\nText | text.\n",
    "table and list": "| A | B |\n| --- | --- |\n| c | d |\n- e\n2. f\n",
    "links": "[a](/b) [c](<d e> 'f') ![g](h.png \"i\") [![j](k.png)](l) <https://m.org> <n@o.org>\n",
    "popup": "[a](/Common/PopUps/popDefinition.aspx?id=CDR0000045833&version=Patient&language=English)\n",
    "citations": "Rest[[1](#cit/a),[2](#cit/b)-[4](#cit/c)] now [5,6]. P < .001 and [PMID: 1].\n",
    "entities": "a &amp; b&nbsp;c &#233; &eacute; AT&T; \\* \\# \\[d\\]\n",
    "code": "Use `a` and ``b ` c``.\n\n```py\nd\n\ne\n```\n",
    "inline HTML": 'a<br>b <sup>2</sup> <a href="/c" class="definition">d</a> <!-- e -->\n',
    "HTML blocks": "<!-- plainlint: disable=jargon -- for now -->\n\n<div>\n<p>a &amp; b<br>c</p>\n</div>\n",
    "no-break spaces": "\u00a0One\u00a0two \u00a0\n\n# \u00a0three\u00a0\n\n- \u00a0four\n\u00a0\nfive\n",
    "wide characters": 'É “é” — *naïve* 😀 [日本](/é "ü") <b>𝒜</b> &eacute;\n\n- ü *ö*\n',
    "white space": "a  b   c  *d*  e\n   f\n",
    "rules": "a\n\n---\n\n***\n\nb\n",
    "front matter": "---\ntitle: A | B\n---\n# C\n\nD.\n",
}  # fmt: skip

# Markdown that versions of CommonMark, its extensions or the two libraries read differently.
ODD = {
    "definition": "[a]: /b\n\n[a]",
    "footnote": "a[^1]\n\n[^1]: b",
    "footnote with a bracket": "[^[]:",
    "address in a link": "[<a@b.org>](c)",
    "definition over lines": "> [a\n> b]: /c",
    "tab": "-\ta",
    "form feed": "a\fb",
    "lines that end in CR": "a\rb",
    "backslash before a space": "a\\ b",
    "struck out": "a ~~b~~ c",
    "struck out by three tildes": ".~~~b~~~",
    "struck out in an item": "- a ~~~~b~~~~",
    "struck out over lines": "a ~~~b\nc~~~ d",
    "struck out behind a hyphen": "-~~~~b~~~",
    "struck out behind a number": "1.~~~b~~~ c",
    "lone surrogate": "a\udc80b",
    "table without outer bars": "a | b\n--|--\nc | d",
    "table in a list": "- | a |\n  |---|\n  | b |",
    "table under a line": "a\n| b |\n|---|",
    "two backslashes in a cell": "| a |\n|---|\n| b \\\\| |",
    "indented code": "    a",
    "code in a list": "- ```\n  a\n  ```",
    "code over lines": "a `b\nc` d",
    "loose backtick": "[**a`*](b)",
    "loose star in a link": "[**a *b](c)",
    "an image's brackets": "![a [b]](c)",
    "image in an image": "![a ![b](c)](d)",
    "image over lines": "> ![a\n> b](c)",
    "empty item": "-\n\n\n- a",
    "lazy line like a block": "> a\n    > b",
    "script": "<script>a</pre>\nb</script>",
    "tag before a no-break space": "<b>\u00a0",
    "broken tag": "a <b\u00a0c>",
    "short comment": "a <!--> b -->",
    "instruction": "a <?b?>",
    "number of no character": "a &#2; b",
    "unknown character": "a*\u2ffc*b",
    "refused target": "[a](javascript:b)",
    "target over lines": "[a](b\n'c')",
    "broken target": "[a](b\n\\)",
    "title without a space": "[a](<>'b')",
    "label that ends in a line end": "[a\n ](b)",
    "backslash before a blank line": "a\\\n\u00a0",
    "deep nesting": "> " * 30 + "a",
    "deep brackets": "[" * 101 + "a" + "](b)" * 101,
}  # fmt: skip


def agree(text):
    """Return whether the fast reader accepts the text; assert that markdown-it agrees."""
    source = Source(text)
    _, start = read_front_matter(source)
    try:
        blocks = by_pyromark(text, start).blocks
    except NeedsReferenceReader:
        return False
    assert (blocks, 0) == by_markdown_it(source, start)
    return True


@pytest.mark.parametrize("text", TEXTS)
@ENDS
def test_the_documents_of_the_other_tests_are_read_alike(text, end):
    agree(text.replace("\n", end))


@pytest.mark.parametrize("text", COMMON.values(), ids=COMMON)
@ENDS
def test_common_markdown_is_read_by_the_fast_reader(text, end):
    text = text.replace("\n", end)
    assert agree(text)
    assert parse_source(Source(text)) == parse_source(Source(text), parser="markdown-it")


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_markdown_is_left_to_markdown_it(text):
    with pytest.raises(NeedsReferenceReader):
        by_pyromark(text, 0)
    assert parse_source(Source(text)) == parse_source(Source(text), parser="markdown-it")


@given(NOISE)
def test_any_text_is_read_alike(text):
    agree(text)


@given(
    st.lists(st.sampled_from([*TEXTS, *COMMON.values()]), min_size=2, max_size=4),
    st.sampled_from(["\n\n", "\n", ""]),
    st.sampled_from(["", "> ", "- ", "   "]),
)
def test_any_mixture_is_read_alike(texts, between, prefix):
    agree(prefix + between.join(texts).replace("\n", "\n" + " " * len(prefix)))


@given(DOCUMENT)
def test_a_document_is_the_same_from_both(text):
    assert parse_source(Source(text)) == parse_source(Source(text), parser="markdown-it")
