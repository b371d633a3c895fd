"""Fixes at a term: link it to its popup, or put plain words behind it."""

from plainlint.analysis.glossary.acronyms import strip_plural
from plainlint.analysis.glossary.matching import is_acronym
from plainlint.analysis.glossary.mentions import Mention
from plainlint.core.diagnostics import Edit, Fix
from plainlint.core.formats import HTML
from plainlint.core.source import Span
from plainlint.document.model import BlockKind
from plainlint.document.quotations import is_quoted

_SHORT_ACRONYM = 2


def make_link_fix(mention: Mention, input_format: str, link: tuple[str, str] | None) -> Fix | None:
    """Return a fix that links the mention; None where there can't be a link.

    Args:
        link: what to write before and after the text.
    """
    match, prose = mention.match, mention.block.prose
    text = prose.text[match.start : match.end]
    if link is None or mention.block.kind is BlockKind.HTML or "[" in text or "]" in text:
        return None
    start, end = prose.get_span(match.start, match.end)
    if end - start != match.end - match.start:
        # A tag of HTML that is open only in a part of the mention can't be seen here.
        if input_format == HTML:
            return None
        start, end = prose.get_wrapped_span(match.start, match.end)
    edits = (Edit(Span(start, start), link[0]), Edit(Span(end, end), link[1]))
    # Two letters have too many meanings: OS is overall survival, and what a phone runs on.
    is_ambiguous = is_acronym(text) and len(strip_plural(text)) <= _SHORT_ACRONYM
    return Fix(f"link '{text}' to its popup", edits, safe=not is_ambiguous)


def make_explaining_fix(mention: Mention, plain: str) -> Fix | None:
    """Return a fix that puts plain words behind the mention; None in a quotation or a bracket."""
    match, block = mention.match, mention.block
    text = block.text
    if (
        not plain
        or block.kind is BlockKind.HTML
        or block.find_link(match.start, match.end)
        or is_quoted(text, match.start, match.end)
        or _is_in_bracket(text, match.start)
    ):
        return None
    end = block.prose.get_wrapped_span(match.start, match.end).end
    title = f"explain '{text[match.start : match.end]}' in brackets"
    return Fix(title, (Edit(Span(end, end), f" ({plain})"),), safe=False)


def _is_in_bracket(text: str, start: int) -> bool:
    return text.rfind("(", 0, start) > text.rfind(")", 0, start)
