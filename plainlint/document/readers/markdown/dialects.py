"""The syntax of Markdown dialects that can't be anything else, as data.

Site generators and wikis add template code, containers and attributes to Markdown. None of it is
prose. What is listed here is recognised in every document.
"""

import re
from typing import NamedTuple

TEMPLATE = "template code"
CONTAINER = "container syntax"
ATTRIBUTES = "attribute list"
COMMENT = "comment"
MODULE = "import or export"
FORMULA = "formula"
LABEL = "label for cross-references"

# Cheap tests: a document without any of these has no syntax of a dialect. The signs are looked for
# only in a text with their key, because single characters are found ten times faster.
_SIGNS = {
    "{": ("{{", "{%", "{:", "{#", "{/*", "{.", "{ .", "{ #", "){", "```{", "~~~{"),
    "$": ("$$",),
    "%": (" %%",),
    "<": (" markdown=", " markdown>"),
    ">": ("> [!", ">[!"),
}
_LINE_SIGN = r"""[ \t>]*(?:!!![ ]|\?\?\?|===|:::|%%|[!?]>[ ]|--?-?8<-|[:~][ \t]+\S|\([\w:. -]+\)=
    |(?:im|ex)port[ ]|\[TOC\]|\[\[toc\]\]|\[\[_TOC_\]\])"""
_FIRST_LINE = re.compile(_LINE_SIGN, re.VERBOSE)
_OTHER_LINE = re.compile(rf"\n{_LINE_SIGN}", re.VERBOSE)
# A component: old HTML has names all in capitals.
COMPONENT = re.compile(r"</?[A-Z][A-Za-z0-9_.]*[a-z][\w.]*[\s/>]")


def has_dialect_syntax(text: str) -> bool:
    """Check cheaply whether a text may have syntax of a dialect."""
    for key, signs in _SIGNS.items():
        if key in text and any(map(text.__contains__, signs)):
            return True
    if "<" in text and COMPONENT.search(text):
        return True
    return bool(_FIRST_LINE.match(text) or _OTHER_LINE.search(text))


class InlineKind(NamedTuple):
    """Syntax that may be anywhere in a text: the sign that it needs, its pattern and the reason.

    `is_value` says that it takes the place of words.
    """

    sign: str
    pattern: str
    reason: str
    is_value: bool = False


# The names of Liquid tags and shortcodes whose inside is not prose.
_CODE_TAGS = "comment|highlight|mermaid|schema|javascript|style|stylesheet|plantuml|math|katex"
_BRACED = r"\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*+\}"
_JSX_NAME = r"[A-Z][\w.]*[a-z][\w.]*(?=[\s/>])"
# Attributes, without a blank line between them.
_JSX_PARTS = rf"""(?:(?![ \t]*\r?\n[ \t]*\r?\n)\s++(?:{_BRACED}
    |[\w:@.-]++(?:=(?:"[^"]{{0,2000}}"|'[^']{{0,2000}}'|{_BRACED}))?+))*+\s*"""
_JSX_PARTS = _JSX_PARTS.replace("\n    ", "")

# The first of two that start at the same place wins.
INLINE_KINDS = (
    InlineKind(
        "{%",
        rf"\{{%-?\s*(?P<name>{_CODE_TAGS})\b[^{{}}]*%\}}(?s:.){{0,9000}}?\{{%-?\s*end(?P=name)\s*-?%\}}",
        TEMPLATE,
    ),
    InlineKind(
        "{{",
        rf"\{{\{{[<%]\s*(?P<name>{_CODE_TAGS})\b[^{{}}]*\}}\}}(?s:.){{0,9000}}?"
        r"\{\{[<%]\s*/\s*(?P=name)\s*[>%]\}\}",
        TEMPLATE,
    ),
    InlineKind("{{<", r"\{\{<[^{]{0,3000}?>\}\}", TEMPLATE, is_value=True),
    InlineKind("{{%", r"\{\{%[^{]{0,3000}?%\}\}", TEMPLATE, is_value=True),
    InlineKind("{{", r"\{{2,3}[^{}]{1,1000}\}{2,3}", TEMPLATE, is_value=True),
    InlineKind("{%", r"\{%[^{]{0,3000}?%\}", TEMPLATE, is_value=True),
    InlineKind("*/}", r"\{/\*(?:[^*]|\*(?!/\})){0,3000}+\*/\}", COMMENT),
    InlineKind("%%", r"(?<![\S])%%(?![%\s])[^\n%]+%%(?!\S)|(?<![\S])%% [^\n%]+ %%(?!\S)", COMMENT),
    InlineKind("<", rf"<{_JSX_NAME}{_JSX_PARTS}/>", TEMPLATE, is_value=True),
    InlineKind("<", rf"</?{_JSX_NAME}{_JSX_PARTS}>", TEMPLATE),
    InlineKind("> ", r"(?m:^)[!?]>(?= )", CONTAINER),
    InlineKind("$$", r"(?<!\\)\$\$[^$\n]+\$\$", FORMULA, is_value=True),
    InlineKind("{:", r"\{:[^{}\n]*\}", ATTRIBUTES),
    InlineKind("{", r"\{ ?[#.][A-Za-z][^{}\n]*\}", ATTRIBUTES),
    InlineKind("){", r"(?<=\))\{ ?[\w-]+=[^{}\n]*\}", ATTRIBUTES),
)  # fmt: skip


class LineKind(NamedTuple):
    """Syntax that fills a line, or its end: the pattern of what is excluded, and the reason.

    A line that matches opens a block that is excluded up to the line that `end` matches, if there
    is one; `end` may refer to the group `name`.
    """

    pattern: str
    reason: str
    end: str = ""


# A directive of MyST whose inside is not prose.
NOT_PROSE = (
    "code|code-block|code-cell|sourcecode|literalinclude|include|math|figure|image|toctree|eval-rst"
    "|mermaid|plantuml|raw|bibliography|csv-table|list-table|graphviz|contents|autosummary|index"
)
# A fence whose directive contains prose.
PROSE_DIRECTIVES = frozenset(
    [
        *("note", "warning", "tip", "important", "attention", "caution", "danger", "error", "hint"),
        *("seealso", "admonition", "topic", "sidebar", "dropdown", "margin", "aside", "epigraph"),
        *("pull-quote", "card", "grid", "grid-item", "grid-item-card", "tab-set", "tab-item"),
        *("versionadded", "versionchanged", "deprecated"),
    ]
)  # fmt: skip

LINE_KINDS = (
    # Its inside is Markdown, even without a blank line.
    LineKind(
        r"<[A-Za-z][\w-]*(?:[ \t][^<>\n]*)?[ \t]markdown(?:=[\"']?\w+[\"']?)?"
        r"(?:[ \t][^<>\n]*)?>[ \t]*",
        CONTAINER,
    ),
    LineKind(rf"(?P<name>:{{3,}})\{{(?:{NOT_PROSE})\}}.*", CONTAINER, end=r"[ \t]*{name}[ \t]*"),
    LineKind(r":{3,}[ \t]*(?:[\w{.#][^\n]*)?", CONTAINER),
    LineKind(r"\([\w:. -]+\)=[ \t]*", LABEL),
    LineKind(r"%%[ \t]*", COMMENT, end=r".*%%[ \t]*"),
    LineKind(r"\$\$(?:(?!\$\$).)*", FORMULA, end=r".*\$\$[ \t]*(?:\([\w:.-]+\))?[ \t]*"),
    LineKind(r"--8<--[ \t]*", TEMPLATE, end=r"[ \t]*--8<--[ \t]*"),
    LineKind(r'(?:--8<--|-{1,2}8<-{1,2})[ \t]+"[^"\n]*"[ \t]*', TEMPLATE),
    LineKind(r"\[TOC\][ \t]*|\[\[toc\]\][ \t]*|\[\[_TOC_\]\][ \t]*", TEMPLATE),
)
# Alone on its line in a quote, or with a title: GitHub's alerts and Obsidian's callouts.
ALERT = (
    r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:>[ \t]?)+[ \t]*"
    r"(?P<syntax>\[![A-Za-z][\w-]*(?:\|[^\]\n]*)?\].*)"
)
# The line that opens an admonition or a tab of MkDocs; the indented lines below are its inside.
INDENTED_CONTAINER = (
    r"[ \t>]*(?P<syntax>"
    r"(?:!!!|\?\?\?\+?) [A-Za-z][\w-]{2,}(?: [\w-]+)*+(?: +\"[^\n]*\")?[ \t]*"
    r"|===[!+]? +\"[^\"\n]+\"[ \t]*)"
)
# A list item that is replaced by the table of contents.
CONTENTS_ITEM = r"^[*+-] [^\n]*\r?\n\{:[ \t]*toc[^{}\n]*\}"
MODULE_LINE = (
    r"^import[ \t]+(?:[\w*${},\s]{1,400}?\sfrom[ \t]+)?[\"'][^\"'\n]+[\"'];?[ \t]*(?=\r?$)"
    r"|^export[ \t]+(?:const|let|var|async|class|function|type|interface|default|\{|\*)(?![\w-])"
)
