"""Documents for property tests, from pieces of Markdown and from its special characters."""

from hypothesis import strategies as st

INLINE = st.sampled_from(
    [
        "Take one pill.", "Call us", "snake_case", "été", "na\u0308ive", "😀 smile", "5.5 mg", "a  b",
        "tab\there", "no\u00a0break", "*soft*", "**loud**", "_both_ **_kinds_**", "un*believ*able",
        "&amp;", "caf&eacute;", "&#233;t&#xE9;", "\\*star\\*", "5\\-6", "[link](https://x.org 'T')",
        "[angle](<a b>)", "[ref][one]", "[one]", "[one](x", "<https://x.org/%20a>", "<me@x.org>",
        "![alt](p.png)", "[![alt](p.png)](u)", "`code`", "`` a`b ``", "<b>bold</b>", "a<br>b",
        '<a href="/x">there</a>', "<!-- hidden -->", "note[^1]", "line\nbreak", "hard  \nbreak",
        "back\\\nslash", "[1, 2]", "(555) 123-4567", "www.x.org", "“Quote.”", "a | b", "*", "[", "`", "<",
    ]
)  # fmt: skip
LINE = st.lists(INLINE, min_size=1, max_size=6).map(" ".join)
ONE_LINE = LINE.map(lambda text: text.replace("\n", " "))
PLAIN = st.lists(
    st.sampled_from(["Take", "one", "pill.", "Été", "5.5", "*soft*", "[link](u)", "caf&eacute;", "`c`"]),
    min_size=1,
    max_size=8,
).map(" ".join)  # fmt: skip


def _cells(texts):
    row = "| " + " | ".join(text.replace("|", "\\|") for text in texts) + " |"
    return f"{row}\n|{'---|' * len(texts)}\n{row}"


BLOCK = st.one_of(
    LINE,
    ONE_LINE.map("## {} ##".format),
    ONE_LINE.map("{}\n===".format),
    st.lists(ONE_LINE, min_size=1, max_size=3).map(lambda items: "- " + "\n- ".join(items)),
    ONE_LINE.map("1. {}\n   - deeper\n\n     more".format),
    ONE_LINE.map("> {}\n> - item\nlazy".format),
    st.lists(ONE_LINE, min_size=1, max_size=3).map(_cells),
    ONE_LINE.map("<div>\n<p>{}</p>\n<!-- c -->\nplain\n</div>".format),
    ONE_LINE.map("- <p>{}\n  second</p>".format),
    ONE_LINE.map("```\n{}\n```".format),
    st.sampled_from(["[^1]: A note.\n\n    More.", "[one]: /one 'Title'", "***", "    code", "\u00a0\nafter"]),
)  # fmt: skip
DOCUMENT = st.lists(BLOCK, max_size=6).map("\n\n".join)
PARAGRAPHS = st.lists(PLAIN, min_size=1, max_size=4).map("\n\n".join)
NOISE = st.one_of(
    st.text(max_size=200),
    st.text("*_[]()!<>&\\`#|-~:^'\"=+1. \t\n\r\ufeffab", max_size=200),
    DOCUMENT,
)
