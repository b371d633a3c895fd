"""Raw HTML in Markdown: what is prose, what is not and why, and what is a heading or an item."""

import pytest

from plainlint.document.model import BlockKind
from plainlint.document.readers import parse

EXCLUDED = {
    "code": ["Press <kbd>Esc</kbd> now.", "<p>It says <samp>a <b>b</b></samp> now.</p>", "Type <code>`x`</code> now."],
    "deleted text": ["Do <del>not *run*</del> walk.", "Do ~~not run~~ walk.", "Do <s>not <s>ever</s> run</s> walk."],
    "text for browsers that can't show something": [
        "<video src=a>Get a film.</video>",
        "<iframe src=a>Get a *film*.</iframe>",
        "<div><object>Get a film.</object></div>",
        "<noscript>\n\nGet a film.\n\n</noscript>",
    ],
    "script or style": ["<script>\nlet film;\n</script>", "<div><style>p {}</style></div>"],
    "hidden text": [
        "Do <span hidden>not run</span> walk.",
        "<div style='color: red; display:none'>Not <div>run</div>.</div>",
        "<div hidden>\n\n# Not\n\n- Not [run](/r).\n\n</div>",
        "Do <i aria-hidden='true'>x</i> walk.",
        "<template><p>Not run.</p></template>",
    ],
    "form control": ["<button>Not run</button>", "<p>Pick <select><option>Not</select> now.</p>"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("reason", "text"), [(r, t) for r, texts in EXCLUDED.items() for t in texts]
)
def test_elements_that_are_not_prose(reason, text):
    document = parse(text)
    assert reason in {excluded.reason for excluded in document.excluded_texts}
    shown = " ".join(block.text for block in document.blocks)
    assert not any(word in shown for word in ("Esc", "not", "Not", "run", "film", "a b", "x"))
    assert not document.headings
    assert not document.links


SENTENCES = [
    ("Press the <kbd>Esc</kbd> the key.", ["Press the \ufffc the key."]),
    ("Walk. <del>Do not run.</del>", ["Walk."]),
    ("<s>Run.</s> Walk now.", ["Walk now."]),
    ("Go up. ~~Run.~~ Walk now.", ["Go up.", "Walk now."]),
    ("Walk <s>or run</s>.", ["Walk ."]),
    ("Type <code> in the box.", ["Type  in the box."]),
    ("Watch <video>the film</video> and rest.", ["Watch \ufffc and rest."]),
    ("<details><summary>More</summary>\n\nWalk now.\n\n</details>", ["Walk now."]),
    ("<dl><dt>Sepsis</dt><dd>A bad reaction to germs.</dd></dl>", ["A bad reaction to germs."]),
]


@pytest.mark.parametrize(("text", "sentences"), SENTENCES)
def test_sentences_around_what_is_excluded(text, sentences):
    assert [sentence.text for sentence in parse(text).sentences] == sentences


def test_headings_items_and_cells():
    text = (
        "<h2>A</h2><ul><li>b<ol><li>c</ol><li>d</ul>\n"
        "<table><tr><th>e<td>f</table><blockquote>g</blockquote>h <h3></h3>"
    )
    blocks = parse(text).blocks
    kinds = {block.text.strip(): (block.kind, block.level) for block in blocks}
    item, cell = (BlockKind.LIST_ITEM, 0), (BlockKind.TABLE_CELL, 0)
    assert kinds == {
        "A": (BlockKind.HEADING, 2),
        **dict.fromkeys("bcd", item),
        **dict.fromkeys("ef", cell),
        "g": (BlockKind.QUOTE, 0),
        "h": (BlockKind.HTML, 0),
        "": (BlockKind.HEADING, 3),
    }
    assert len([block for block in blocks if len(block.containers) == 4]) == 1


@pytest.mark.parametrize("attribute", ['markdown="1"', "markdown", "class=a markdown='block' id=b"])
def test_markdown_inside_an_element(attribute):
    blocks = parse(f"<div {attribute}>\n## *A*\n- b\n- c\n</div>").blocks
    assert [(block.kind, block.text) for block in blocks if block.text] == [
        (BlockKind.HEADING, "A"),
        (BlockKind.LIST_ITEM, "b"),
        (BlockKind.LIST_ITEM, "c"),
    ]


def test_a_title_of_an_abbreviation():
    block = parse('Ask for <abbr title="body scan">MRA</abbr> now.').blocks[0]
    assert block.find_title(8, 11) == "body scan"
    assert block.find_title(0, 3) == ""
