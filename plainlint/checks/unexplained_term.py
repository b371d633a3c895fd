"""unexplained-term: glossary terms that the document never explains where it first uses them."""

from collections.abc import Iterator

from plainlint.analysis.glossary.link_templates import choose_link_template, make_popup_target
from plainlint.analysis.glossary.mentions import Mention, MentionState, find_first_mentions
from plainlint.analysis.glossary.model import Glossary
from plainlint.analysis.glossary.relevance import MentionPosition, Relevance, score_relevance
from plainlint.analysis.metrics.measures import Measures
from plainlint.checks import Hit, check
from plainlint.core.audiences import ExceededLimit, Limits
from plainlint.core.diagnostics import Edit, Fix, Severity
from plainlint.core.source import Span
from plainlint.document.model import BlockKind, Document

# What the message says of each state that leaves the reader without help.
_LACKS = {
    MentionState.NEITHER: "no popup link, no plain words",
    MentionState.ON_A_PAGE: "a link to another page, but no popup link and no plain words",
}


@check
def unexplained_term(
    document: Document,
    audience: str,
    glossary: Glossary,
    measures: Measures,
    limits: Limits,
    each_section: bool = False,  # noqa: FBT001, FBT002 - settings of a page are passed by name
    page_links: bool = False,  # noqa: FBT001, FBT002
) -> Iterator[Hit]:
    """The first mention of each term that has neither a popup link nor words that explain it.

    The limits are for how much these readers need it explained, from 0 to 100.

    Args:
        each_section: whether the first mention in each section counts, not that in the document.
        page_links: whether terms with a link to another page are reported too, as info.

    Message:
        text: the term as it stands there.
        term: its name in the glossary.
        lacks: what it has not.
        advice: what to write.
        need: how much it needs to be explained, from 0 to 100.
        parts: what that is made of.
        limit: the limit that it passes.
    """
    form = choose_link_template(document, glossary)
    for mention in find_first_mentions(document, glossary, each_section=each_section):
        if mention.state not in _LACKS or (
            mention.state is MentionState.ON_A_PAGE and not page_links
        ):
            continue
        place = MentionPosition(measures.counts.words, mention.before)
        needed = score_relevance(mention.match.term, audience, place)
        if breach := limits.find_exceeded_limit(needed.value):
            target = make_popup_target(mention.match.term, form)
            yield _make_hit(mention, target, needed, breach)


def _make_hit(mention: Mention, target: str, needed: Relevance, breach: ExceededLimit) -> Hit:
    match, prose = mention.match, mention.block.prose
    text = prose.text[match.start : match.end]
    values = {
        "text": text,
        "term": match.term.name,
        "lacks": _LACKS[mention.state],
        "advice": _make_advice(text, target, match.term.plain),
        "need": round(needed.value, 1),
        "parts": {name: round(part, 2) for name, part in needed.parts.items()},
        "limit": breach.limit,
    }
    span = prose.get_span(match.start, match.end)
    if mention.state is MentionState.ON_A_PAGE:
        return Hit(span, values, Severity.INFO)
    return Hit(span, values, breach.severity, fix=_make_link_fix(mention, target))


def _make_link_fix(mention: Mention, url: str) -> Fix | None:
    """The popup link around the mention; None where Markdown can't have one."""
    match, prose = mention.match, mention.block.prose
    text = prose.text[match.start : match.end]
    if not url or mention.block.kind is BlockKind.HTML or "[" in text or "]" in text:
        return None
    start, end = prose.get_span(match.start, match.end)
    if end - start != match.end - match.start:
        start, end = prose.get_wrapped_span(match.start, match.end)
    target = f"<{url}>" if set(" ()") & set(url) else url
    edits = (Edit(Span(start, start), "["), Edit(Span(end, end), f"]({target})"))
    return Fix(f"link '{text}' to its popup", edits, safe=True)


def _make_advice(text: str, url: str, plain: str) -> str:
    link = f"link it: [{text}]({url})" if url else ""
    words = f"say it in plain words: {plain}" if plain else ""
    return (
        ", or ".join(filter(None, (link, words)))
        or "link it to its popup, or explain it in brackets"
    )
