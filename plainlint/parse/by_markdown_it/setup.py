"""markdown-it as plainlint uses it: CommonMark with tables and footnotes, all kept as written."""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from plainlint.parse.by_markdown_it.link_target import FastHelpers
from plainlint.parse.raw_block import MOST_NESTING

_MAYBE_MARKUP = re.compile(r"[\\`*_\[\]<>&!^\n]")


def _as_written(url: str) -> str:
    return url


def _read_inline(state: StateCore) -> None:
    """markdown-it's inline step, with a short way for text that holds no markup at all."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        if _MAYBE_MARKUP.search(token.content):
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        else:
            token.children = [Token("text", "", 0, content=token.content)]


@cache
def markdown() -> MarkdownIt:
    """The Markdown reader: CommonMark with tables and footnotes, entities kept as written."""
    reader = MarkdownIt("commonmark", {"maxNesting": MOST_NESTING}).enable("table")
    reader.use(footnote_plugin, inline=False, move_to_end=False)
    # Targets stay as written: they are compared and copied, never opened.
    reader.normalizeLink = _as_written  # type: ignore[method-assign]
    reader.normalizeLinkText = _as_written  # type: ignore[method-assign,assignment]
    reader.helpers = FastHelpers  # type: ignore[assignment]
    reader.core.ruler.at("inline", _read_inline)
    return reader.disable("text_join")


@cache
def html_text() -> MarkdownIt:
    """A reader for text inside raw HTML: tags, entities and line ends, no Markdown."""
    reader = MarkdownIt("zero").enable(["entity", "html_inline", "newline"])
    reader.options["html"] = True
    return reader.disable("text_join")
