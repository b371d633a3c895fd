"""What is syntax only in one dialect of Markdown, as data."""

from collections.abc import Mapping
from types import MappingProxyType

from plainlint.document.readers.markdown.dialects import BRACED
from plainlint.document.readers.markdown.syntax_kinds import (
    CITATION_KEY,
    COMMENT,
    CONTAINER,
    FIELD,
    FORMULA,
    MARK,
    MENTION,
    TAG,
    TASK_BOX,
    TEMPLATE,
    Dialect,
    InlineKind,
    LineKind,
    PairKind,
)

# A formula as pandoc reads it: no space inside the signs, and no digit behind the last.
_FORMULA = InlineKind(
    "$",
    r"\$(?<!\\\$)(?!\s)(?:[^$\n\\]|\\.|\n(?![ \t]*\r?\n)){1,300}+(?<![\s\\])\$(?!\d)",
    FORMULA,
    is_value=True,
)

_MDX = Dialect(
    inline=(
        # A text that is shown on a condition.
        InlineKind(
            "{",
            r"\{(?![/*])[^{}<>`]{1,200}(?:\?|&&)\s*\(?\s*<(?P<name>[a-z]\w*)?(?:\s[^<>{}]*)?>"
            r"(?P<text>[^<>{}]*\w\s+\w[^<>{}]*)</(?(name)(?P=name))>[^<>{}]{0,200}\}",
            TEMPLATE,
        ),
        InlineKind("{", BRACED, TEMPLATE, is_value=True),
        InlineKind(">", r"</?>", TEMPLATE),
    ),
    has_indented_code=False,
)
_GITHUB = Dialect(
    inline=(InlineKind("#", r"#(?<![\w&#/]#)\d{2,}\b", MENTION, is_value=True),),
)
# Formulas in escaped brackets, whatever is in them.
_MKDOCS = Dialect(
    inline=(
        InlineKind("\\(", r"\\\((?:[^\n\\]|\\(?![()]))*+\\\)", FORMULA, is_value=True),
        InlineKind("\\[", r"\\\[(?:[^\n\\]|\\(?![\[\]]))*+\\\]", FORMULA, is_value=True),
    ),
)
_LEARN = Dialect(
    inline=(InlineKind("@", r"@(?:\"[^\"\n]+\"|'[^'\n]+')", MENTION, is_value=True),),
)
_OBSIDIAN = Dialect(
    inline=(
        InlineKind("#", r"#(?<!\S#)(?=[\w/-]*[A-Za-z_])[\w/-]+", TAG, is_value=True),
        InlineKind(
            "::",
            r"(?m:^)[ \t>]*(?:[-*+][ \t]+(?:\[.\][ \t]+)?)?"
            r"(?P<syntax>[^\W_][\w -]{0,40}::(?:[ \t][^\n\r]*)?)(?=\r?(?:\n|\Z))",
            FIELD,
        ),
        InlineKind("[", r"(?m:^)[ \t>]*[-*+][ \t]+(?P<syntax>\[[^\[\]\n]\])(?=[ \t]+\S)", TASK_BOX),
        # The dates of the plug-in for tasks.
        InlineKind(
            "-", r"[\u2795-\u27ff\u23f3\U0001f4c5\U0001f6eb]\ufe0f? ?\d{4}-\d\d-\d\d", FIELD
        ),
        InlineKind("\U0001f501", r"\U0001f501 ?every(?: \w+){1,4}", FIELD),
        InlineKind("\U0001f194", r"\U0001f194 ?[\w-]+", FIELD),
        _FORMULA,
    ),
    pairs=(PairKind("%%", "%%", "%%", COMMENT),),
)
_PANDOC = Dialect(
    inline=(
        InlineKind(
            "@",
            r"-?@(?<![\w@./]@)(?:[A-Za-z_][\w:.#$%&+?<>~/-]*\w|\{[^{}\n]+\})(?:[ ]\[[^\[\]\n]*\])?",
            CITATION_KEY,
            is_value=True,
        ),
        InlineKind("(@", r"(?m:^)[ \t>]*(?P<syntax>\(@[\w-]*\))(?=[ \t])", CONTAINER),
        InlineKind("^", r"\^(?<![a-z]{3}\^)(?P<text>(?:[^\s\^\[\]]|\\ ){1,100})\^", MARK),
        InlineKind("~", r"~(?<!~~)(?P<text>(?:[^\s~]|\\ ){1,100})~(?!~)", MARK),
        _FORMULA,
    ),
    lines=(
        # Lists with letters, small Roman numbers or any number.
        LineKind(
            r"(?P<syntax>(?:[a-z]|[ivx]{2,3})\)|\((?:[a-z]|[ivx]{2})\)|#\.)[ \t]+\S.*",
            CONTAINER,
            replacement="-",
        ),
        # Verse, and other lines that stay as they are.
        LineKind(r"(?P<syntax>\|)(?:[ \t]+[^|\n]*)?", CONTAINER, replacement=" "),
    ),
)  # fmt: skip
_MYST = Dialect(inline=(_FORMULA,), lines=(LineKind(r"%(?:[ \t].*)?", COMMENT),))
_VITEPRESS = Dialect(
    lines=(
        LineKind(r"==[ \t]+\S.*", CONTAINER),
        LineKind(r"@tab(?::active)?(?:[ \t].*)?", CONTAINER),
    ),
)
_GOVSPEAK = Dialect(
    inline=(
        InlineKind(":", r":(?:(?:england|scotland|wales|northern-ireland|london):)+", CONTAINER),
    ),
)
_NO_TABLE = Dialect()

DIALECTS: Mapping[str, Dialect] = MappingProxyType(
    {
        "auto": _NO_TABLE,
        "commonmark": _GITHUB,
        "hugo": _NO_TABLE,
        "jekyll": _NO_TABLE,
        "mkdocs": _MKDOCS,
        "docusaurus": _MDX,
        "mdx": _MDX,
        "myst": _MYST,
        "quarto": _PANDOC,
        "pandoc": _PANDOC,
        "obsidian": _OBSIDIAN,
        "vitepress": _VITEPRESS,
        "gitbook": _NO_TABLE,
        "zola": _NO_TABLE,
        "docsify": _NO_TABLE,
        "mdbook": _NO_TABLE,
        "govspeak": _GOVSPEAK,
        "learn": _LEARN,
    }
)
_SUFFIXES = MappingProxyType({".mdx": "mdx", ".qmd": "quarto", ".rmd": "pandoc"})


def get_dialect(name: str, path: str) -> Dialect:
    """Return the table of a dialect; with `auto`, the one that the suffix of the path names."""
    if name == "auto":
        name = next((d for suffix, d in _SUFFIXES.items() if path.lower().endswith(suffix)), name)
    return DIALECTS[name]
