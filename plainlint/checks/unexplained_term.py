"""The check unexplained-term: glossary terms that are not explained at their first use."""

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

# The states that give the reader no help, as messages describe them.
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
    *,
    each_section: bool = False,
    page_links: bool = False,
) -> Iterator[Hit]:
    """Report the first mention of each term that has no popup link and no explanation there.

    The limits apply to how much these readers need an explanation, from 0 to 100.

    Args:
        each_section: whether the first mention in each section is checked, not only the first in
            the document.
        page_links: whether terms with a link to another page are also reported, as info.

    Message:
        text: the term as written there.
        term: the term's name in the glossary.
        lacks: what is missing.
        advice: what to write.
        need: how much the readers need an explanation, from 0 to 100.
        parts: what that number is the sum of.
        limit: the limit that is passed.
    """
    template = choose_link_template(document, glossary)
    for mention in find_first_mentions(document, glossary, each_section=each_section):
        if mention.state not in _LACKS or (
            mention.state is MentionState.ON_A_PAGE and not page_links
        ):
            continue
        position = MentionPosition(measures.counts.words, mention.before)
        relevance = score_relevance(mention.match.term, audience, position)
        if breach := limits.find_exceeded_limit(relevance.value):
            target = make_popup_target(mention.match.term, template)
            yield _make_hit(mention, target, relevance, breach)


def _make_hit(mention: Mention, target: str, relevance: Relevance, breach: ExceededLimit) -> Hit:
    match, prose = mention.match, mention.block.prose
    text = prose.text[match.start : match.end]
    values = {
        "text": text,
        "term": match.term.name,
        "lacks": _LACKS[mention.state],
        "advice": _make_advice(text, target, match.term.plain),
        "need": round(relevance.value, 1),
        "parts": {name: round(part, 2) for name, part in relevance.parts.items()},
        "limit": breach.limit,
    }
    span = prose.get_span(match.start, match.end)
    if mention.state is MentionState.ON_A_PAGE:
        return Hit(span, values, Severity.INFO)
    return Hit(span, values, breach.severity, fix=_make_link_fix(mention, target))


def _make_link_fix(mention: Mention, url: str) -> Fix | None:
    """Return a fix that links the mention; None where Markdown can't have a link."""
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
