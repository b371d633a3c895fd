"""unexplained-term: glossary terms that the document never explains where it first uses them."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.glossary.explained import State, first_mentions
from plainlint.glossary.model import Glossary
from plainlint.model import Document


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
            yield Hit(prose.span(match.start, match.end), values)


def _advice(text: str, url: str, plain: str) -> str:
    link = f"link it: [{text}]({url})" if url else ""
    words = f"say it in plain words: {plain}" if plain else ""
    return (
        ", or ".join(filter(None, (link, words)))
        or "link it to its popup, or explain it in brackets"
    )
