"""A page in HTML is read like the same document in Markdown: the same sentences and words."""

import pytest

from plainlint.core.source import Source
from plainlint.document.readers import parse, parse_source

PAIRS = {
    "headings and paragraphs": (
        """
# Your heart test
You lie on a table. The test takes an hour.

## Before the test
Do not eat after midnight.
""",
        """
<h1>Your heart test</h1>
<p>You lie on a table.
   The test takes an hour.</p>
<h2>Before the test</h2>
<p>Do not eat after midnight.</p>
""",
    ),
    "tags that are not closed": (
        """
Rest for two days.

Drink plenty of water.

- Call us if you bleed.
- Take your pills with food.

After a week you can drive.
""",
        """
<p>Rest for two days.
<p>Drink plenty of water.
<ul><li>Call us if you bleed.
<li>Take your pills with food.
</ul>
After a week you can drive.
""",
    ),
    "emphasis that is nested wrongly": (
        """
Never **stop *the*** *pills* on your own. Ask us first.

**Keep them dry.**
""",
        """
<p>Never <b>stop <i>the</b> pills</i> on your own. Ask us first.</p></b></i>
<b><p>Keep them dry.</b></p>
""",
    ),
    "entities": (
        "The dose is < 5 mg & it’s taken “as is”. Café visits are fine\u00a0too.",
        (
            "<p>The dose is &lt; 5 mg & it&rsquo;s taken &ldquo;as is&#8221. Caf&eacute; visits are"
            " fine&nbsp;too.</p>"
        ),
    ),
    "line breaks": (
        "Ward 3\\\nHigh Street is closed.\n\nUse the side door.",
        "<p>Ward 3<br>\n  High Street is closed.<br/><br>\nUse the side door.</p>",
    ),
    "links and images": (
        "Read [about asthma](/asthma) today. ![An inhaler](i.png) Bring yours.",
        (
            '<p>Read <a href="/asthma">about asthma</a> today. <img src=i.png alt="An inhaler"> Bring'
            " yours.</p>"
        ),
    ),
    "nested lists": (
        """
1. Wash your hands with soap.
   - Use warm water for this.
   - Dry them with a clean towel.
2. Put on the gloves.
""",
        """
<ol>
  <li>Wash your hands with soap.
    <ul><li>Use warm water for this.</li><li><p>Dry them with a clean towel.</p></li></ul></li>
  <li><div>Put on the gloves.</div></li>
</ol>
""",
    ),
    "a table of data": (
        """
| Drug | How to take it |
|---|---|
| Iron | Take it with a glass of juice. |
| Zinc | Do not take it with milk. |
""",
        """
<table><thead><tr><th>Drug<th>How to take it
<tbody><tr><td>Iron<td>Take it with a glass of juice.
<tr><td>Zinc</td><td><p>Do not take it with milk.</p></td></tr></table>
""",
    ),
    "a table for layout": (
        """
# Leg ulcers
Keep your leg up when you sit.

Wear your stockings all day.
""",
        """
<table width="100%" cellpadding=0><tr><td><h1>Leg ulcers</h1>
<table><tr><td>Keep your leg up when you sit.</td></tr></table>
</td></tr><tr><td><font size=2>Wear your stockings all day.</font></td></tr></table>
""",
    ),
    "a page from Word": (
        """
Your new hip

- Do not cross your legs.

Walk a little each day.
""",
        """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p {margin:0} --></style>
<!--[if gte mso 9]><xml><o:Pages>1</o:Pages></xml><![endif]--></head>
<body lang=EN-US><div class=WordSection1>
<p class=MsoNormal><span style='font-size:12.0pt'>Your new hip<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span>Do not
cross your legs.<o:p></o:p></span></p>
<p class=MsoNormal>Walk a <span class=GramE>little</span> each day.</p>
</div></body></html>
""",
    ),
    "a page from a CMS": (
        """
# Asthma in children
Use the spacer each time.

Shake it first.

> It helped my son to breathe.

What to expect

Your child may cough a little.
""",
        """
<!doctype html>
<html lang=en><body class="page">
<div id="skip"><a href="#content">Skip to content</a></div>
<div role="banner"><div class="logo">City Hospital is here to help you.</div></div>
<nav><ul><li><a href="/">Home</a><li>Clinics are open all day.</ul></nav>
<div class="wrap"><div class="row"><main id="content"><article>
<header><h1><span>Asthma in children</span></h1></header>
<div class="field"><div><div>Use the spacer each time.<div>Shake it first.</div></div></div></div>
<blockquote>It helped my son to breathe.</blockquote>
<script>document.write("<p>You must allow scripts.</p>")</script>
<noscript><p>You must allow scripts.</p></noscript>
<details><summary>What to expect</summary><p>Your child may cough a little.</p></details>
<p hidden>This note is for editors only.</p>
<p style="color:red; display: none">This one is too.</p>
<form action="/search"><label for=q>Find a page that helps.</label><input id=q></form>
</article></main><aside><p>Other pages may help you too.</p></aside></div></div>
<footer><p>We are open every day.</p></footer>
</body></html>
""",
    ),
    "text in bare cells and stray tags": (
        "Take one pill a day.\n\nStop if you feel sick.",
        "</div><span>Take one</bogus> pill a day.</span></p></td><div>Stop if you feel sick.",
    ),
    "preformatted text and code": (
        "Type `help` to see more.\n\n    ls -l\n\nThen close it.",
        "<p>Type <kbd>help</kbd> to see more.</p><pre>\nls -l\n</pre><p>Then close it.</p>",
    ),
    "footnotes": (
        "Most people get well.[^1] Some do not.\n\n[^1]: This is from a survey.",
        (
            '<p>Most people get well.<sup id="r1"><a href="#n1">[1]</a></sup> Some do not.</p>'
            '<ol><li id="n1">This is from a survey. <a href="#r1">↩</a></li></ol>'
        ),
    ),
}


def read(text):
    return parse_source(Source(text, format="html"))


def get_sentences(document):
    return [" ".join(sentence.text.split()) for sentence in document.sentences]


@pytest.mark.parametrize(("markdown", "page"), PAIRS.values(), ids=PAIRS)
def test_the_same_sentences_are_scored(markdown, page):
    expected, found = parse(markdown), read(page)
    assert get_sentences(found) == get_sentences(expected)
    assert [sentence.tokens for sentence in found.sentences] == [
        sentence.tokens for sentence in expected.sentences
    ]


@pytest.mark.parametrize(("markdown", "page"), PAIRS.values(), ids=PAIRS)
def test_the_same_blocks_have_the_same_kinds(markdown, page):
    def describe(document):
        return [
            (block.kind, block.level, " ".join(block.text.split()))
            for block in document.blocks
            if block.text.strip()
        ]

    assert describe(read(page)) == describe(parse(markdown))


def test_containers_are_those_of_markdown():
    page = read("<ol><li>One<ul><li>two</ul></ol><table><tr><th>a<td>b</table><blockquote>c")
    markdown = parse("1. One\n   - two\n\n| a | b |\n|--|--|\n\n> c")
    assert [
        [container.tag.replace("th", "td") for container in block.containers]
        for block in page.blocks
    ] == [
        [container.tag.replace("th", "td") for container in block.containers]
        for block in markdown.blocks
    ]
