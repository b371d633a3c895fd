"""What is inside of templates: data that is not prose, and prose in parameters, as patterns."""

from plainlint.document.readers.markdown.syntax_kinds import (
    CONTAINER,
    TEMPLATE,
    InlineKind,
    PairKind,
)

# The beginnings of data and code that a template turns into a chart, a table or a picture.
_JSON = (
    r"\{\s*(?:[\"'}]|[\w-]+\s*:[^}]|\n)"
    r"|\[\s*(?:\{(?![{%])|\[\s*[\d\"'-]|\"[^\"\n]*\"\s*,|'[^'\n]*'\s*,|-?\d[\d.]*\s*,\s*-?\d)"
)
_DIAGRAM = (
    r"(?:graph|flowchart)[ \t]+(?:TB|TD|BT|RL|LR)\b"
    r"|(?:sequence|class|state|er|requirement|block|packet|architecture)Diagram\b"
    r"|(?:gantt|mindmap|timeline|journey|gitGraph|quadrantChart|xychart-beta|pie)[ \t]*\r?\n"
    r"|pie[ \t]+(?:title|showData)\b|@start[a-z]+\b|%%\{|(?:strict[ \t]+)?(?:di)?graph\b[^\n{]*\{"
)
# One line with a key in small letters is of JavaScript, several are of YAML.
_SETTING = r"[a-z_][\w-]*[ \t]*:(?:[ \t][^\n]*)?(?<![.!?])\r?\n"
_SETTINGS = (
    r"[a-z_]\w*[ \t]*:[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'|[\[{][^\n]*|-?[\d.]+|true|false),?[ \t]*\r?\n"
    rf"|{_SETTING}[ \t]*(?:-[ \t]+)?{_SETTING}"
)
# A row of titles and a row of values, without the spaces that commas have behind them in prose.
_ROWS = (
    r"(?:[^\s,;|<{\[(#>*][^,;\n]*(?:[,;](?![\s\d])[^,;\n]*)+|-?\d[\d.,;-]*)\r?\n"
    r"[^,;\n]*(?:[,;](?!\s)[^,;\n]*)+(?<![.!?])\r?\n"
)
_STYLES = r"[.#@]?[A-Za-z][\w .#,:>()-]{0,100}\{\s*[a-z-]+[ \t]*:[^{}\n]*;"
_DATA = rf"(?=\s*(?:{_JSON}|{_DIAGRAM}|{_SETTINGS}|{_ROWS}|{_STYLES}))"

# Shortcodes, tags, components and containers of any name that have data inside.
DATA_PAIRS = (
    PairKind(
        "{{",
        rf"\{{\{{[<%]\s*(?P<name>[A-Za-z][\w/-]*)[^{{}}]*[>%]\}}\}}{_DATA}",
        r"\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}",
        TEMPLATE,
    ),
    PairKind(
        "{%",
        rf"\{{%-?\s*(?P<name>\w+)\([^%]*\)\s*-?%\}}{_DATA}",
        r"\{{%-?\s*end(?:{name})?\s*-?%\}}",
        TEMPLATE,
    ),
    PairKind(
        "{%",
        rf"\{{%-?\s*(?P<name>\w+)\b[^{{}}(]*%\}}{_DATA}",
        r"\{{%-?\s*end{name}\s*-?%\}}",
        TEMPLATE,
    ),
    PairKind("<", rf"<(?P<name>[A-Z]\w*[a-z]\w*)\b[^<>{{}}]*>{_DATA}", "</{name}>", TEMPLATE),
    PairKind(
        ":::",
        rf"(?m:^)(?P<name>:{{3,}})[ \t]*[a-z{{][^\n]*\n{_DATA}",
        r"(?m:^[ \t]*{name}[ \t]*(?=\r?$))",
        CONTAINER,
    ),
)  # fmt: skip


# The texts of templates that the reader sees: a sentence, and words in small letters.
_SENTENCE = r"(?P<sign>[\"'])(?P<{group}>(?:(?!(?P=sign))[^{{}}\\]){{1,600}}+(?<=[.!?]))(?P=sign)"
_WORDS = r"(?P<sign>[\"'])(?P<text>[a-z](?:(?!(?P=sign))[^{}\\\n]){0,200}+)(?P=sign)"
_PARAMETER = r"\b(?:text|content|body|message)\s*=\s*"
_NOTE = r"(?=\s*(?:side|margin|foot)-?_?note\b)"
# The text of a pair that begins here is inside of it.
_NOT_PAIRED = r"(?![^{}\n]*\{[{%][<%-]?\s*(?:/|end))"
_WITHOUT_LABELS = r"(?![^{}]{0,60}(?:badge|pill|icon|label|tag|status|button))"


def _list_templates(
    inside: str, check: str = "", before: str = "", after: str = ""
) -> list[InlineKind]:
    """Return the kinds of templates that have `inside` in them.

    `check` is a pattern behind the opening braces, `before` and `after` surround the template.
    """
    other = r"(?:(?!\{[{%]|[>%}]\}).){0,1000}"
    return [
        InlineKind(
            sign, rf"(?s:{before}{start}{check}{other}?{inside}{other}{end}{after})", TEMPLATE
        )
        for sign, start, end in (
            ("{{", r"\{\{[<%]?(?![{#])", r"[>%]?\}\}"),
            ("{%", r"\{%", r"%\}"),
        )
    ]


# Texts that the writer had to put into parameters.
PARAMETER_KINDS = (
    InlineKind("{{", rf"\{{\{{{_NOTE}\s*\w+:\s*(?P<note>[^{{}}]+?)\s*\}}\}}", TEMPLATE),
    *_list_templates(_SENTENCE.format(group="note"), _NOTE),
    *_list_templates(_PARAMETER + _SENTENCE.format(group="text")),
    *_list_templates(rf"\btext\s*=\s*{_WORDS}", _WITHOUT_LABELS, r"(?<=[\w,;)] )", _NOT_PAIRED),
    *_list_templates(rf"\btext\s*=\s*{_WORDS}", _WITHOUT_LABELS, after=rf"(?= [a-z]){_NOT_PAIRED}"),
)
