"""The syntax of Markdown dialects that can't be anything else, as data.

Site generators and wikis add template code, containers and attributes to Markdown. None of it is
prose. What is listed here is recognised in every document; `dialect_tables` has what is syntax
only in a dialect.
"""

from plainlint.document.model import ABBREVIATION
from plainlint.document.readers.markdown.syntax_kinds import (
    ATTRIBUTES,
    CITATION_KEY,
    COMMENT,
    CONTAINER,
    DELETED,
    EMBED,
    FIELD,
    FORMULA,
    ICON,
    LABEL,
    MARK,
    MENTION,
    NOTE,
    ROLE,
    TAG,
    TASK_BOX,
    TEMPLATE,
    TITLE,
    WIKI_LINK,
    InlineKind,
    LineKind,
    PairKind,
    TabsKind,
)
from plainlint.document.readers.markdown.template_bodies import DATA_PAIRS, PARAMETER_KINDS

# The names of Liquid tags and shortcodes whose inside is not prose.
_CODE_TAGS = (
    "comment|highlight|schema|javascript|math|katex|mermaid|plantuml|graphviz|diagram"
    "|e?charts?|chartjs|plotly|csv|json|yaml"
)
# Code in braces, with braces in it up to three deep.
_FLAT = r"\{(?:[^{}`]|`[^`]*`)*+\}"
_NESTED = rf"\{{(?:[^{{}}`]|`[^`]*`|{_FLAT})*+\}}"
BRACED = rf"\{{(?:[^{{}}`]|`[^`]*`|{_NESTED})*+\}}"
_JSX_NAME = r"[A-Z][\w.]*[a-z][\w.]*(?=[\s/>])"
# Attributes, without a blank line between them.
_JSX_PART = (
    rf"(?![ \t]*\r?\n[ \t]*\r?\n)\s++(?:{BRACED}"
    rf"|[\w:@#.-]++(?:=(?:\"[^\"]{{0,2000}}\"|'[^']{{0,2000}}'|{BRACED}))?+)"
)
_JSX_PARTS = rf"(?:{_JSX_PART})*+\s*"
# A component: old HTML has names all in capitals.
COMPONENT = r"</?[A-Z][A-Za-z0-9_.]*[a-z][\w.]*[\s/>]"
# Text on one line or over lines, without a blank line in it.
_NO_BLANK = r"\n(?![ \t]*\r?\n)"
_BRACKETED = r"(?:[^\[\]\n]|\[[^\[\]\n]*\])"
_LINK = r"\[\[[^\[\]\n]*\]\]|\[[^\[\]\n]*\]\([^()\n]*\)"
_ANCHOR = r"#[A-Za-z][\w/-]*"
_LINE_END = r"[ \t]*(?=\r?(?:\n|\Z))"
_ITEM = r"^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+"

# Names of environments of TeX that have code, a formula or a picture inside, and not prose.
_TEX_CODE = (
    "align|equation|gather|multline|matrix|array|cases|split|math|eqn|tikz|picture|tabular|table"
    "|figure|verbatim|listing|minted|code|algorithm|axis|diagram"
)

# What each of these opens ends at its own end only, whatever is inside.
PAIR_KINDS = (
    PairKind(
        "{%",
        rf"\{{%-?\s*(?P<name>{_CODE_TAGS}|style|stylesheet)\b[^{{}}]*%\}}",
        r"\{{%-?\s*end(?:{name})?\s*-?%\}}",
        TEMPLATE,
    ),
    # What is captured on several lines is a text that is shown elsewhere.
    PairKind(
        "{%",
        r"\{%-?\s*capture\b[^{}]*%\}(?=[^\n]*endcapture)",
        r"\{{%-?\s*endcapture\s*-?%\}}",
        TEMPLATE,
    ),
    PairKind(
        "{{",
        rf"\{{\{{[<%]\s*(?P<name>{_CODE_TAGS}|code)\b[^{{}}]*[>%]\}}\}}",
        r"\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}",
        TEMPLATE,
    ),
    *DATA_PAIRS,
    PairKind("*/}", r"\{/\*", r"\*/\}}", COMMENT),
    PairKind("#}", r"\{#-?(?=\s)", r"#\}}", COMMENT),
    PairKind("{::comment}", r"\{::comment\}", r"\{{:/(?:comment)?\}}", COMMENT),
    PairKind("<<}", r"\{>>", r"<<\}}", COMMENT),
    PairKind("--}", r"\{--(?=[^\s-])", r"--\}}", DELETED),
    PairKind(
        "\\begin{",
        rf"(?m:^)[ \t]*\\begin\{{(?P<name>[A-Za-z]*(?:{_TEX_CODE})[a-z]*)\*?\}}",
        r"\\end\{{{name}\*?\}}",
        FORMULA,
    ),
)  # fmt: skip

# The first of two that start at the same place wins.
INLINE_KINDS = (
    *PARAMETER_KINDS,
    InlineKind("{{<", r"\{\{<(?:(?!\{\{|>\}\})[\s\S]){0,3000}+>\}\}", TEMPLATE, is_value=True),
    InlineKind("{{%", r"\{\{%(?:(?!\{\{|%\}\})[\s\S]){0,3000}+%\}\}", TEMPLATE, is_value=True),
    InlineKind("{{", r"\{{2,3}(?:[^{}]|\{[^{}]*\}){1,1000}+\}{2,3}", TEMPLATE, is_value=True),
    # The title of a hint is not a heading.
    InlineKind(
        "{% hint", r"\{% hint[^{}\n]*%\}[ \t]*\n(?:[ \t]*\n)*(?P<syntax>#{1,6}[ \t][^\n\r]*)", TITLE
    ),
    InlineKind("{%", r"\{%(?:(?!\{%|%\})[\s\S]){0,3000}+%\}", TEMPLATE, is_value=True),
    InlineKind("<%", r"<%(?:[^%<]|%(?!>)|<(?!%)){0,1000}+%>", TEMPLATE, is_value=True),
    InlineKind("${", r"\$\{[^{}$\n]{1,200}\}", TEMPLATE, is_value=True),
    InlineKind("{!", r"\{![^{}!\n]+!\}", EMBED),
    InlineKind("%%", r"%%(?<![\d%]%%)(?!%)[^\n%]+%%(?![%\d])", COMMENT),
    InlineKind("<", rf"<{_JSX_NAME}{_JSX_PARTS}/>", TEMPLATE, is_value=True),
    InlineKind("<", rf"</?{_JSX_NAME}{_JSX_PARTS}>", TEMPLATE),
    # An element with code in an attribute, which HTML does not have.
    *(
        InlineKind(
            sign,
            rf"<(?!br\b|sup\b)[a-z][\w-]*(?=[^<>]{{0,500}}?{sign}[\w.-]){_JSX_PARTS}/?>",
            TEMPLATE,
        )
        for sign in (" @", " #", " :", " v-")
    ),
    # An element whose inside is Markdown.
    InlineKind(
        " markdown",
        r"<[a-z][\w-]*(?=[^<>]{0,500}?\smarkdown(?:=|\s|>))[^<>]{1,500}>",
        TEMPLATE,
    ),
    *(
        InlineKind(f"<{scheme}:", rf"<{scheme}:[^<>\s]*>", TEMPLATE, is_value=True)
        for scheme in ("xref", "project", "path", "doc", "inv")
    ),
    InlineKind("={", rf"<[a-z][\w-]*(?=[^<>]{{0,2000}}=\{{){_JSX_PARTS}/?>", TEMPLATE),
    InlineKind("\n!> ", r"(?m:^)!>(?= )", CONTAINER),
    InlineKind("\n?> ", r"(?m:^)\?>(?= )", CONTAINER),
    # Wiki links, and files that are shown in their place.
    InlineKind("[[ ", r"\[\[ [\w.]+(?: \|[^\[\]\n]*)? \]\]", TEMPLATE, is_value=True),
    InlineKind("![[", r"!\[\[[^\[\]\n]{1,300}\]\]", EMBED),
    InlineKind("[[", r"\[\[(?:File|Image|Media|Category):[^\[\]\n]{1,300}\]\]", EMBED),
    InlineKind(
        "[[",
        r"\[\[(?P<target>[^\[\]|\n]{1,200}?)\\?\|(?P<text>[^\[\]\n]{1,300})\]\](?![(\[])",
        WIKI_LINK,
    ),
    InlineKind(
        "[[",
        r"\[\[(?![\d\s,-]*\]|_)(?P<text>(?P<target>[^\[\]|\n]{1,200}))\]\](?![(\[])",
        WIKI_LINK,
    ),
    InlineKind("':include", r"\[[^\[\]\n]*\]\([^()\n]*':include[^()\n]*\)", EMBED),
    InlineKind(
        "[!",
        r"\[!(?i:include|video|code(?:-[\w-]+)?|div|notebook)\b"
        r"(?:[^\[\]\n]|\[[^\[\]\n]*\](?:\([^()\n]*\))?)*+\](?:\([^()\n]*\))?",
        EMBED,
    ),
    InlineKind("[!", r"\[!(?:UICONTROL|DNL)[ ](?P<text>[^\[\]\n]+)\]", MARK),
    InlineKind(":::no-loc", r":::no-loc[ \t]+text=\"(?P<text>[^\"\n]+)\"[ \t]*:::", MARK),
    InlineKind(
        ":::",
        r":::[a-z][a-z-]*(?:[ \t](?:(?!:::)[^\n]){0,1000}+)?:::",
        TEMPLATE,
        is_value=True,
    ),
    InlineKind(
        "[",
        r"\[(?:(?:Inline)?Attachment|AttachmentLink|Image|Contact|[Ee]mbed):[^\[\]\n]+\](?!\()"
        r"|\[(?:contact|image|attachment):[\w./-]+\](?![(\[:])",
        EMBED,
    ),
    # Attributes, and the brackets round the text that they belong to.
    InlineKind(
        "]{",
        rf"\[(?<!\]\[)(?P<text>{_BRACKETED}{{1,500}}+)\]\{{ ?(?:[#.][A-Za-z]|[\w-]+=)[^{{}}\n]*\}}",
        ATTRIBUTES,
    ),
    InlineKind("{:", r"\{:[^{}\n]*\}", ATTRIBUTES),
    InlineKind("{-}", rf"\{{-\}}{_LINE_END}", ATTRIBUTES),
    InlineKind("{", r"\{ ?[#.][A-Za-z][^{}\n]*\}", ATTRIBUTES),
    InlineKind("{", r"\{(?<=[^\s{]\{) ?(?:[\w:-]+ ){0,5}[\w:-]+=[^{}\n]*\}", ATTRIBUTES),
    InlineKind(" :", r":(?<=\s:)(?:id|class|target|size|type)=[\w-]+(?: +:[\w=-]+)*", ATTRIBUTES),
    InlineKind("`{=", r"\{(?<=`\{)=[a-z][\w+-]*\}", ATTRIBUTES),
    InlineKind("{docsify", r"\{docsify-[\w-]+\}", ATTRIBUTES),
    # Roles of MyST: words in some of them, names in the others.
    InlineKind(
        "}`",
        r"\{(?:[\w-]+:)*(?:term|sub|sup(?<=\d\{sup)|guilabel|menuselection|dfn|strong|emphasis"
        r"|command|u|underline|smallcaps|smaller|larger|mark|highlight|bdg(?:-[a-z]+)*)\}"
        r"`(?P<text>[^`<>\n]+?)[ \t]*(?:<[^`<>\n]*>)?`",
        ROLE,
    ),
    InlineKind("{abbr}", r"\{abbr\}`(?P<text>[^`(\n]+?)[ \t]*(?:\([^`\n]*\))?`", ABBREVIATION),
    InlineKind(
        "}`",
        r"\{(?:[\w-]+:)*(?:ref|doc|any|download|external|card|button|button-link|button-ref)\}"
        r"`(?P<text>[^`<>\n]+?)[ \t]*<(?P<target>[^`<>\n]*)>`",
        ROLE,
    ),
    InlineKind("}`", r"\{[A-Za-z][\w:+.-]*\}(?P<ticks>`+)[^`\n]+(?P=ticks)", ROLE, is_value=True),
    *(
        InlineKind(
            sign,
            r"(?m:^)%(?:(?<=\n\n%)|(?<=\n\r\n%))[ \t][^\n\r]*(?:\r?\n%[ \t][^\n\r]*)*",
            COMMENT,
        )
        for sign in (":::{", "```{")
    ),
    # Callouts of one line, and links to other sites.
    InlineKind("\n^", rf"(?m:^)\^(?P<text>[^\s\^][^\n\^]*)\^{_LINE_END}", CONTAINER),
    InlineKind("\n%", rf"(?m:^)%(?P<text>(?![\s%\d])(?:[^\n%]|(?<=\d)%)+)%{_LINE_END}", CONTAINER),
    InlineKind("\n@", rf"(?m:^)@(?P<text>[^\s@][^\n@]* [^\n@]*)@{_LINE_END}", CONTAINER),
    InlineKind("x[", r"x(?<!\wx)(?P<text>\[[^\[\]\n]*\]\([^()\n]*\))x(?!\w)", CONTAINER),
    # Citations and notes.
    InlineKind(
        "@",
        r"\[(?:[\w.,]+ ){0,5}-?@[A-Za-z_{][^\[\]\s]*(?:[ \t][^\[\]\n]{0,300})?\](?![(\[:])",
        CITATION_KEY,
    ),
    InlineKind(
        "@",
        r"@(?<![\w@/.]@)(?:fig|tbl|sec|eq|lst|thm|lem|"
        r"cor|def|exm|exr|nte|tip|wrn|imp|cau)-[\w-]*\w",
        TEMPLATE,
        is_value=True,
    ),
    InlineKind(
        "^[",
        r"\^\[(?<=[\w.,;:!?)\]\"'\u201d\u2019]\^\[)(?=[^\[\]]*\w\s+\w)"
        rf"(?P<note>(?:[^\[\]\n]|\[[^\[\]\n]*\](?:\([^()\n]*\))?|{_NO_BLANK}){{1,2000}}+)\]",
        NOTE,
    ),
    InlineKind("\n*[", r"(?m:^)\*\[[^\[\]\n]{1,60}\]:[^\n\r]*", ABBREVIATION),
    InlineKind(
        "@",
        r"@(?<![\w./@]@)[A-Za-z_][\w-]*(?:[./:][\w-]+)*(?:\?[\w=&*]+)?(?![\w(@])",
        MENTION,
        is_value=True,
    ),
    # Annotations of Material: their texts are in a list below.
    InlineKind(")!", r"\(\d{1,2}\)!(?![\w!])", NOTE),
    *(
        InlineKind(sign, r"\((?<=[\s\w.]\()\d{1,2}\)(?=[\s.,;:]|\Z)", NOTE)
        for sign in (".annotate", '="annotate', ' annotate "')
    ),
    # A raised mark behind a word, unlike the power of a number or a unit.
    *(
        InlineKind(sign, pattern, NOTE)
        for sign, pattern in (
            ("<sup", (r"<sup\b(?<=[a-z]{3}<sup)[^<>]*>(?:\[|<a\b[^<>]*>)*+\w"
                r"(?:[^<>\n]|</?a\b[^<>]*>){0,100}+</sup>")),
            ("^", r"\^(?<=[a-z]{3}\^)[\w,*-]{1,12}\^(?!\^)"),
            ("{sup}", r"\{sup\}(?<!\d\{sup\})`[^`\n]+`"),
        )
    ),
    # A condition around a text, by the name of a place.
    InlineKind(
        ":",
        rf":(?<![^\n]:)(?P<name>[a-z][a-z-]*):(?P<text>[^\s:](?:[^\n]*[^\s:])?):(?P=name):{_LINE_END}",
        CONTAINER,
    ),
    # Emoji and icons by name.
    InlineKind(":(", r":\((?<![\w:]:\()[a-z][\w-]*(?: [a-z][\w-]*)+\):", ICON, is_value=True),
    InlineKind(
        ":",
        r":(?<![\w:\\]:)(?:[a-z][a-z0-9_-]*(?:\+[a-z0-9]+)?|[+-]1|100|1234|8ball"
        r"|[123][a-z]{2}_[a-z_]+):(?::?[a-z+-][a-z0-9_+-]*:)*+(?![\w:`\[(])",
        ICON,
        is_value=True,
    ),
    InlineKind(
        ":",
        r":(?<![\w:\\]:)[a-z][\w-]*\[(?P<text>[^\[\]\n]{0,500})\](?:\{[^{}\n]*\})?",
        CONTAINER,
    ),
    # Formulas: a price has a digit behind its sign, and none of the signs of TeX.
    InlineKind("$$", r"(?<!\\)\$\$[^$\n]+\$\$", FORMULA, is_value=True),
    InlineKind("$", r"\$(?<![\\$\w]\$)\d[\d.,]*\$(?![\w$])", FORMULA, is_value=True),
    # A chemical formula with several digits is not a word.
    *(
        InlineKind(
            opening,
            rf"(?<![\w~^])[A-Z][A-Za-z()]{{0,9}}(?:(?:{marks})[A-Za-z()]{{0,9}}){{2,20}}",
            FORMULA,
            is_value=True,
        )
        for opening, marks in (
            ("~", r"~\d{1,3}~|\^[\d+-]{1,4}\^"),
            ("{sub}", r"\{su[bp]\}`[\d+-]{1,4}`"),
            ("<sub>", r"<sub>\d{1,3}</sub>|<sup>[\d+-]{1,4}</sup>"),
        )
    ),
    InlineKind("$`", r"\$`[^`\n]+`\$", FORMULA, is_value=True),
    InlineKind(
        "$",
        r"\$(?<![\\$\w]\$)(?:[A-Za-z][^\s$]{0,60}"
        r"|(?=[^$]{0,300}?(?:\\[A-Za-z]|[\^=]|\w_\w|_\{))"
        rf"(?!\s)(?:[^$\n\\]|\\.|{_NO_BLANK}){{1,300}}+)(?<![\s\\])\$"
        r"(?:(?![\w$])|(?<=\$[A-Za-z]\$)(?=[a-z]))",
        FORMULA,
        is_value=True,
    ),
    InlineKind("\\", r"\\[A-Za-z]+(?:\[[^\[\]\n]*\])?(?:\{[^{}\n]*\})+", TEMPLATE, is_value=True),
    InlineKind("\\\\(", r"\\\\\((?:[^\n\\]|\\(?!\\))*+\\\\\)", FORMULA, is_value=True),
    InlineKind("\\\\[", r"\\\\\[(?:[^\n\\]|\\(?!\\))*+\\\\\]", FORMULA, is_value=True),
    *(
        InlineKind(
            f"\\{opening}",
            rf"\\{{1,2}}\{opening}(?={inside}{{0,300}}?(?:\\[A-Za-z]|[\^=]|\b\w_))"
            rf"{inside}{{1,1000}}+\\{{1,2}}\{closing}",
            FORMULA,
            is_value=True,
        )
        for opening, closing in ("()", "[]")
        for inside in [rf"(?:[^\n\\]|\\(?![()\[\]])|{_NO_BLANK})"]
    ),
    # Marks around words.
    InlineKind("{++", r"\{\+\+(?P<text>[^{}\n]{0,500}?)\+\+\}", MARK),
    InlineKind("{==", r"\{==(?P<text>[^{}\n]{0,500}?)==\}", MARK),
    InlineKind("~>", r"\{~~[^{}~\n]{0,500}~>(?P<text>[^{}~\n]{0,500})~~\}", MARK),
    InlineKind("{+", r"\{\+(?P<text>[^{}+\n]{1,500})\+\}", MARK),
    InlineKind("-}", r"\{-[^{}\n]{1,500}?-\}", DELETED),
    InlineKind(
        "==",
        rf"==(?<![=\w]==)(?![\s=])(?P<text>(?:[^=\n]|=(?!=)"
        rf"|{_NO_BLANK}){{1,1000}}+)(?<!\s)==(?![=\w])",
        MARK,
    ),
    InlineKind(
        "~~",
        rf"~~(?<![~\\]~~)(?![\s~])(?:[^~\n]|~(?!~)|{_NO_BLANK}){{1,1000}}+(?<!\s)~~(?!~)",
        DELETED,
        is_value=True,
    ),
    InlineKind(
        "++",
        r"\+\+(?<![\w+]\+\+)[a-z0-9-]+(?:\+[a-z0-9-]+)+\+\+(?![\w+])",
        TEMPLATE,
        is_value=True,
    ),
    InlineKind(
        "++",
        r"\+\+(?<![\w+]\+\+)(?![\s+])(?P<text>[^+\n]{1,300}+)(?<!\s)\+\+(?![\w+])",
        MARK,
    ),
    InlineKind(
        "^^",
        r"\^\^(?<![\w^]\^\^)(?![\s^])(?P<text>[^\^\n]{1,300}+)(?<!\s)\^\^(?![\w^])",
        MARK,
    ),
    InlineKind("^", r"\^(?<=[A-Za-z0-9)]\^)(?P<text>[\w+-]{1,12})\^(?!\^)", MARK),
    InlineKind("~", r"~(?<=[A-Za-z)]~)(?P<text>[\w+-]{1,12})~(?!~)", MARK),
    InlineKind(
        "{/",
        r"\{(?P<name>[a-z][\w-]*)(?:[ \t][^{}\n]*)?\}(?P<text>[^{}]{0,2000}+)\{/(?P=name)\}",
        CONTAINER,
    ),
    # Boxes, tags, fields and names of places.
    *(
        InlineKind(f"[{box}]", rf"(?m:{_ITEM})(?P<syntax>\[{box}\])(?=[ \t]+\S)", TASK_BOX)
        for box in " xX"
    ),
    InlineKind(
        " #", rf"(?<=[.!?)][ \t]){_ANCHOR}(?:[ \t]+{_ANCHOR})*{_LINE_END}", TAG
    ),
    InlineKind("#", r"#(?<!\S#)[A-Za-z][\w-]*/[\w/-]+", TAG, is_value=True),
    InlineKind("- [", r"\[(?<=- \[)[^\w\s\[\]()\"'.]\](?=[ \t]+\S)", TASK_BOX),
    InlineKind(
        ":: ",
        rf"[\[(]\w[\w -]{{0,40}}:: (?:[^\[\]()\n]|{_LINK}){{0,300}}[\])](?!\()",
        FIELD,
    ),
    InlineKind("^", r"\^(?<!\S\^)[A-Za-z0-9][\w-]+[ \t]*(?=[.,;:!?]?\r?(?:\s|\Z))", LABEL),
    # Titles of callouts and tabs that are written as headings.
    InlineKind(
        ".callout",
        r"(?m:^)[ \t>]*:{3,}[ \t]*\{[^{}\n]*\.callout[^{}\n]*\}[^\n]*\n(?:[ \t>]*\r?\n)*[ \t>]*"
        r"(?P<syntax>#{1,6}[ \t][^\n\r]*)",
        TITLE,
    ),
    InlineKind("](#tab/", r"(?m:^)#{1,6}[ \t]+\[[^\]\n]*\]\(#tab/[^()\n]*\)[ \t#]*", TITLE),
)  # fmt: skip

# Headings inside of these are the titles of tabs.
TABS_KINDS = (
    TabsKind(
        "panel-tabset",
        start=r"[ \t]*:{3,}[ \t]*\{[^{}\n]*\.panel-tabset[^{}\n]*\}[ \t]*",
        opening=r"[ \t]*:{3,}[ \t]*\S.*",
        closing=r"[ \t]*:{3,}[ \t]*",
    ),
    TabsKind(
        "tabs:start",
        start=r"[ \t]*<!--[ \t]*tabs:start[ \t]*-->[ \t]*",
        opening=r"[ \t]*<!--[ \t]*tabs:start[ \t]*-->[ \t]*",
        closing=r"[ \t]*<!--[ \t]*tabs:end[ \t]*-->[ \t]*",
    ),
)

# A directive of MyST whose inside is not prose.
NOT_PROSE = (
    "code|code-block|code-cell|sourcecode|literalinclude|include|math|image|toctree|eval-rst"
    "|mermaid|plantuml|raw|bibliography|csv-table|graphviz|contents|autosummary|index|todo|todolist"
    "|parsed-literal|literal|doctest|testcode|plot|iframe|embed|meta|auto[a-z]+"
)
# A fence whose directive contains prose.
PROSE_DIRECTIVES = frozenset(
    [
        *("note", "warning", "tip", "important", "attention", "caution", "danger", "error", "hint"),
        *("seealso", "admonition", "topic", "sidebar", "dropdown", "margin", "aside", "epigraph"),
        *("pull-quote", "card", "grid", "grid-item", "grid-item-card", "tab-set", "tab-item"),
        *("versionadded", "versionchanged", "deprecated", "glossary", "exercise", "solution"),
        *("figure", "figure-md", "table", "list-table", "only", "rubric", "highlights", "compound"),
        *("proof", "axiom", "lemma", "corollary", "proposition", "observation", "property"),
        *("algorithm", "conjecture", "criterion", "assumption", "exercise-start"),
        *("panels", "tabbed", "definition", "theorem", "example", "remark", "div", "container"),
    ]
)  # fmt: skip

# The words behind a fence that open a container with prose, other than `{name}`.
PROSE_FENCES = r"admonish\b|ad-[a-z]"
_ATTRIBUTE = r"[A-Za-z][\w:-]*=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']+)"
_COLON_CODE = (
    rf"\{{(?:{NOT_PROSE})\}}.*|[ \t]*(?:mermaid|plantuml|math|notes)\b.*"
    r"|[ \t]*\{(?![^{}\n]*\b(?:when|unless)-)[^{}\n]*\.(?:notes|hidden|content-hidden)\b"
    r"[^{}\n]*\}[ \t]*"
)
# Tables of contents, included files and breaks of pages.
_INSERTED = (
    r"\[(?:TOC|toc|Toc)\]|\[\[(?:toc|TOC|_[A-Za-z]+_)\]\]|__[A-Z]+__|\{:?(?:toc|TOC)\}"
    r"|@\[[A-Za-z][\w-]*(?:\{[^{}\n]*\})?[^\[\]\n]*\](?:\([^()\n]*\))?"
    r"|\\(?!begin\{|end\{)[a-z]+(?:\[[^\[\]\n]*\]|\{[^{}\n]*\})*"
    r"|\.\.[ ][\w-]+::.*"
    r"|[a-z]+::[^\s\[\]]*\[[^\[\]\n]*\]|<<<[ \t]*[@\w.~/][^\n]*|<<(?:\[[^\[\]\n]*\])?\([^()\n]*\)"
    r"|(?:@@?|!{1,3}|\#)(?i:import|include)(?:[ \t]*\(.*\)!*|[ \t]+[\"'<\w./].*)"
    r"|:\[[^\[\]\n]*\]\([^()\n]*\)"
)
LINE_KINDS = (
    LineKind(rf"(?P<name>:{{3,}})(?:{_COLON_CODE})", CONTAINER, end=r"[ \t]*{name}[ \t]*"),
    LineKind(r':::image[ \t]+type="complex".*', EMBED, end=r"[ \t]*:::image-end:::[ \t]*"),
    LineKind(r":{3,}[ \t]*(?:[\w{.#](?:(?!:::)[^\n])*(?::{3,}[ \t]*)?)?", CONTAINER),
    LineKind(r"::[a-z][\w-]*(?:\[[^\[\]\n]*\])?(?:\{[^{}\n]*\})?[ \t]*", CONTAINER),
    LineKind(r"!!\w+[ \t]*", EMBED),
    LineKind(r"/{3,}[ \t]*(?:[a-z][\w-]*[ \t]*(?:\|.*)?)?", CONTAINER),
    LineKind(
        r"\{(?:note|info|tip|warning|panel|expand|excerpt|quote|column|section)"
        r"(?::[^{}\n]*)?\}[ \t]*",
        CONTAINER,
    ),
    LineKind(r"\$(?:[A-Z]{1,4}|(?:End)?LegislativeList)[ \t]*", CONTAINER),
    LineKind(
        r"(?P<syntax>s(?P<number>\d{1,2})\.)(?:[ \t].*)?", CONTAINER, replacement=r" \g<number>."
    ),
    LineKind(r"\([\w:. -]+\)=[ \t]*", LABEL),
    LineKind(
        rf"\{{ ?(?=[^{{}}\n]*=)(?:(?:{_ATTRIBUTE}|[\w:-]+)(?:[ \t]+|(?=\}})))+\}}[ \t]*",
        ATTRIBUTES,
    ),
    LineKind(
        r"(?:---|===)[ \t]+[a-z]+(?:-[a-z]+)+(?:[ \t]*:.*|[ \t]+(?:---|===))?[ \t]*", CONTAINER
    ),
    LineKind(r"\+{3}[ \t]*(?:\{.*\}[ \t]*)?", CONTAINER),
    LineKind(r"%%[ \t]*", COMMENT, end=r".*%%[ \t]*"),
    LineKind(
        r"\$\$(?:(?!\$\$).)*",
        FORMULA,
        end=r".*\$\$[ \t]*(?:\([\w:.-]+\)|\{{[^{{}}\n]*\}})?[ \t]*",
    ),
    LineKind(r"--8<--[ \t]*", TEMPLATE, end=r"[ \t]*--8<--[ \t]*"),
    LineKind(r'(?:--8<--|-{1,2}8<-{1,2})[ \t]+"[^"\n]*"[ \t]*', TEMPLATE),
    LineKind(rf"(?:{_INSERTED})[ \t]*", TEMPLATE),
    LineKind(rf"(?:[Tt]ags?:[ \t]*)?{_ANCHOR}(?:[ \t,]+{_ANCHOR})+[ \t]*", TAG),
    LineKind(r"[a-z][\w-]*::(?:[ \t].*)?", FIELD),
)  # fmt: skip
# Alone on its line in a quote, or with a title: GitHub's alerts and Obsidian's callouts.
ALERT = (
    r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:>[ \t]?)+[ \t]*"
    r"(?P<syntax>\[![A-Za-z][\w-]*(?:\|[^\]\n]*|[ \t]+[^\]\n]*)?\].*)"
)
# The line that opens an admonition or a tab of MkDocs; the indented lines below are its inside.
INDENTED_CONTAINER = (
    r"[ \t>]*(?P<syntax>"
    r"(?:!!!|\?\?\?\+?) [A-Za-z][\w-]{2,}(?: [\w-]+)*+(?: +\"[^\n]*\")?(?: *\{[^{}\n]*\})?[ \t]*"
    r"|===[!+]? +\"[^\"\n]+\"(?: *\{[^{}\n]*\})?[ \t]*)"
)
# A list item that is replaced by the table of contents.
CONTENTS_ITEM = r"(?:[*+-]|\d+\.) [^\n]*\r?\n\{:[ \t]*toc[^{}\n]*\}"
# The first lines of statements.
MODULE_LINES = (
    r"import[ \t]+(?:[\w*${},\s]{1,400}?\sfrom[ \t]+)?[\"'][^\"'\n]+[\"'];?[ \t]*(?=\r?$)",
    r"export[ \t]+(?:const|let|var|async|class|function|type|interface|default|\{|\*)(?![\w-])",
)
