"""link: the text and the target of links, and how many there are."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.checks import Hit, check
from plainlint.checks.pattern import Granularity, group_blocks
from plainlint.core.audiences import Limits
from plainlint.core.regex import Regex, compile_pattern
from plainlint.document.model import Document, Link


@check
def link(
    document: Document,
    limits: Limits,
    texts: Sequence[Regex] = (),
    targets: Sequence[Regex] = (),
    per: Granularity = "document",
) -> Iterator[Hit]:
    """Links by their text or target; with limits, too many or too few of them.

    A pattern matches the whole text or target of a link. White space around the text, and a sign
    at its end, are not part of it. Without any pattern all links are meant. With limits nothing is
    found until there are too many, and the first one too many is shown; or until there are too few.

    Args:
        texts: patterns for the text of a link, in any case.
        targets: patterns for where it leads.
        per: what the limits are for: the `document`, each `section` from heading to heading, or
            each `paragraph`, which here is any block of text.

    Message:
        text: the text of the link; nothing where there are too few.
        target: where it leads.
        count: how many such links there are.
        limit: how many there may or must be; 0 without limits.

    Example:
        texts: ["(?:click )?here"]
        ---
        To wash your hands, «[click here](soap.md)».
    """
    for blocks in group_blocks(document, per):
        all_links = (each for block in blocks for each in block.links)
        links = [each for each in all_links if _is_meant(each, texts, targets)]
        if limits == Limits():
            yield from (
                Hit(each.span, _build_message_values(each, len(links), 0)) for each in links
            )
        elif breach := limits.find_exceeded_limit(len(links)):
            first = links[int(breach.limit)] if limits.least is None else None
            start = blocks[0].span if per != "document" else document.front_matter.anchor
            span = first.span if first else start
            yield Hit(span, _build_message_values(first, len(links), breach.limit), breach.severity)


def _build_message_values(link: Link | None, count: int, limit: float) -> dict[str, object]:
    text, target = (_strip_punctuation(link.text), link.href) if link else ("", "")
    return {"text": text, "target": target, "count": count, "limit": limit}


def _is_meant(link: Link, texts: Sequence[Regex], targets: Sequence[Regex]) -> bool:
    wanted = texts or targets
    return not wanted or (
        _matches_any(_strip_punctuation(link.text), tuple(texts))
        or _matches_any(link.href, tuple(targets))
    )


def _strip_punctuation(text: str) -> str:
    return text.strip(" \t\n.,:;!?→›»>")


# Most links of a page have the texts and targets of others.
@lru_cache(maxsize=1 << 12)
def _matches_any(value: str, patterns: tuple[Regex, ...]) -> bool:
    return any(
        each.start == 0 and each.end == len(value)
        for pattern in patterns
        for each in compile_pattern(rf"^(?:{pattern})$").find(value)
    )


@check
def popup_audience(
    link: Link, audience: str, language: str, accepts: Mapping[str, list[str]]
) -> Iterator[Hit]:
    """The link, if its popup says that it is for other readers.

    Args:
        accepts: for each audience of documents, the audiences of popups that suit it.

    Message:
        text: the text of the link.
        whose: whom the popup is for.
    """
    popup = read_popup(link)
    if popup is None:
        return
    if popup.audience and popup.audience not in accepts.get(audience, [popup.audience]):
        yield Hit(link.span, {"text": link.text, "whose": f"for {popup.audience} readers"})
    elif popup.language and popup.language != language.lower().partition("-")[0]:
        yield Hit(link.span, {"text": link.text, "whose": f"in the language {popup.language!r}"})


@check
def popup_malformed(link: Link) -> Iterator[Hit]:
    """The link, if it is a popup link without a usable id.

    Message:
        text: the text of the link.
        href: where it leads.
    """
    popup = read_popup(link)
    if popup is not None and not popup.id:
        yield Hit(link.span, {"text": link.text, "href": link.href})
