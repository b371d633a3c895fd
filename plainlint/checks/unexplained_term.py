"""unexplained-term: glossary terms that the document never explains where it first uses them."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.diagnostics import Edit, Fix
from plainlint.glossary.explained import Mention, State, first_mentions
from plainlint.glossary.model import Glossary
from plainlint.model import BlockKind, Document
from plainlint.source import Span


def unexplained_term(document: Document, glossary: Glossary) -> Iterator[Hit]:
    """The first mention of each term that has neither a popup link nor words that explain it."""
    for mention in first_mentions(document, glossary):
        if mention.state is State.NEITHER:
            match, prose = mention.match, mention.block.prose
            text = prose.text[match.start : match.end]
            term = match.term
            values = {
                "text": text,
                "term": term.name,
                "advice": _advice(text, term.url, term.plain),
            }
            yield Hit(prose.span(match.start, match.end), values, fix=_link(mention))


def _link(mention: Mention) -> Fix | None:
    """The popup link around the mention; None where Markdown can't have one."""
    match, prose, url = mention.match, mention.block.prose, mention.match.term.url
    text = prose.text[match.start : match.end]
    if not url or mention.block.kind is BlockKind.HTML or "[" in text or "]" in text:
        return None
    start, end = prose.span(match.start, match.end)
    if end - start != match.end - match.start:
        start, end = prose.wrapped_span(match.start, match.end)
    target = f"<{url}>" if set(" ()") & set(url) else url
    edits = (Edit(Span(start, start), "["), Edit(Span(end, end), f"]({target})"))
    return Fix(f"link '{text}' to its popup", edits, safe=True)


def _advice(text: str, url: str, plain: str) -> str:
    link = f"link it: [{text}]({url})" if url else ""
    words = f"say it in plain words: {plain}" if plain else ""
    return (
        ", or ".join(filter(None, (link, words)))
        or "link it to its popup, or explain it in brackets"
    )
