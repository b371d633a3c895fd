"""Checks of links: their text, their target, their number, and popups."""

from collections.abc import Iterator, Mapping, Sequence

from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.checks import Hit, check
from plainlint.checks.pattern import Granularity, group_blocks
from plainlint.core.audiences import Limits
from plainlint.core.caches import remember
from plainlint.core.regex import Regex, compile_pattern
from plainlint.document.language_tags import get_primary_tag
from plainlint.document.model import Document, Link


@check
def link(
    document: Document,
    limits: Limits,
    *,
    texts: Sequence[Regex] = (),
    targets: Sequence[Regex] = (),
    per: Granularity = "document",
) -> Iterator[Hit]:
    """Report links by their text or target; with limits, too many or too few of them.

    A pattern must match the whole text or target of a link. White space around the text, and
    punctuation at its end, do not count. Without patterns, all links match. With limits, the first
    link over the limit is reported, or the whole part if it has too few links.

    Args:
        texts: patterns for the text of a link, in any case.
        targets: patterns for the target of a link, in any case.
        per: what the limits apply to: the `document`, each `section` from heading to heading, or
            each `paragraph`, which here is any block of text.

    Message:
        text: the text of the link; empty if there are too few.
        target: the target of the link.
        count: how many such links there are.
        limit: the limit that is passed; 0 without limits.

    Example:
        texts: ["(?:click )?here"]
        ---
        To wash your hands, «[click here](soap.md)».
    """
    for blocks in group_blocks(document, per):
        all_links = (link for block in blocks for link in block.links)
        links = [link for link in all_links if _matches_link(link, texts, targets)]
        if limits == Limits():
            for matched in links:
                yield Hit(matched.span, _build_message_values(matched, len(links), 0))
        elif breach := limits.find_exceeded_limit(len(links)):
            first = links[int(breach.limit)] if limits.least is None else None
            start = blocks[0].span if per != "document" else document.front_matter.anchor
            span = first.span if first else start
            yield Hit(span, _build_message_values(first, len(links), breach.limit), breach.severity)


def _build_message_values(link: Link | None, count: int, limit: float) -> dict[str, object]:
    text, target = (_strip_punctuation(link.text), link.href) if link else ("", "")
    return {"text": text, "target": target, "count": count, "limit": limit}


def _matches_link(link: Link, texts: Sequence[Regex], targets: Sequence[Regex]) -> bool:
    return not (texts or targets) or (
        _matches_any(_strip_punctuation(link.text), tuple(texts))
        or _matches_any(link.href, tuple(targets))
    )


def _strip_punctuation(text: str) -> str:
    return text.strip(" \t\n.,:;!?→›»>")


# Most links of a site share their texts and targets.
@remember(1 << 12)
def _matches_any(value: str, patterns: tuple[Regex, ...]) -> bool:
    return any(
        match.start == 0 and match.end == len(value)
        for pattern in patterns
        for match in compile_pattern(rf"^(?:{pattern})$").find(value)
    )


@check
def popup_audience(
    link: Link, audience: str, language: str, *, accepts: Mapping[str, list[str]]
) -> Iterator[Hit]:
    """Report links to popups that are for other readers.

    Args:
        accepts: audiences of documents, each with the audiences of popups that suit it.

    Message:
        text: the text of the link.
        whose: who the popup is for.
    """
    popup = read_popup(link)
    if popup is None:
        return
    if popup.audience and popup.audience not in accepts.get(audience, [popup.audience]):
        yield Hit(link.span, {"text": link.text, "whose": f"for {popup.audience} readers"})
    elif popup.language and popup.language != get_primary_tag(language):
        yield Hit(link.span, {"text": link.text, "whose": f"in the language {popup.language!r}"})


@check
def popup_malformed(link: Link) -> Iterator[Hit]:
    """Report links to popups that have no usable id.

    Message:
        text: the text of the link.
        href: the target of the link.
    """
    popup = read_popup(link)
    if popup is not None and not popup.id:
        yield Hit(link.span, {"text": link.text, "href": link.href})
