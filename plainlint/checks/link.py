"""Checks of links: their text, their target, their number, and popups."""

import re
from collections.abc import Iterator, Mapping, Sequence

from plainlint.analysis.glossary.popup_links import change_popup_language, read_popup
from plainlint.checks import Hit, check
from plainlint.checks.pattern import Granularity, group_blocks
from plainlint.core.audiences import Limits
from plainlint.core.caches import remember
from plainlint.core.diagnostics import Edit, Fix
from plainlint.core.formats import PACKED
from plainlint.core.regex import Regex, compile_pattern
from plainlint.core.source import Source, Span
from plainlint.document.language_tags import get_primary_tag
from plainlint.document.model import Document, ExcludedText, Link


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
    excluded = document.excluded_texts
    for blocks in group_blocks(document, per):
        named = (_name_link(link, excluded) for block in blocks for link in block.links)
        links = [link for link in named if _matches_link(link, texts, targets)]
        if limits == Limits():
            for matched in links:
                yield Hit(matched.span, _build_message_values(matched, len(links), 0))
        elif breach := limits.find_exceeded_limit(len(links)):
            first = links[int(breach.limit)] if limits.least is None else None
            start = blocks[0].span if per != "document" else document.front_matter.anchor
            span = first.span if first else start
            yield Hit(span, _build_message_values(first, len(links), breach.limit), breach.severity)


def _name_link(link: Link, excluded_texts: Sequence[ExcludedText]) -> Link:
    """Return the link with the text that readers get: that of code or of an image, if all is."""
    if link.text.strip():
        return link
    within = link.text_span
    texts = [
        excluded.text
        for excluded in excluded_texts
        if within.start <= excluded.span.start
        and excluded.span.end <= within.end
        and excluded.reason in _SPOKEN
    ]
    return link._replace(text=" ".join(texts))


# Parts of a link that are not scored, and that readers see or hear all the same.
_SPOKEN = frozenset({"code", "image text", "template code", "math"})
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
# What may have a text that is no part of the page's text, and attributes that name a link.
_NAMED = re.compile(
    r"<(?:img|svg|picture|object|video|input|button)\b|\b(?:aria-label(?:ledby)?|title|alt)\s*=",
    re.IGNORECASE,
)
_INVISIBLE = " \t\n\r\u00a0\u200b\u200c\u200d\u2060\ufeff"


@check
def empty_link(document: Document) -> Iterator[Hit]:
    """Report links that nobody can see or hear: without text, code, image or label.

    Message:
        target: the target of the link.
    """
    for link in document.links:
        if not link.text.strip(_INVISIBLE) and link.href and _is_empty(link, document):
            yield Hit(link.span, {"target": link.href})


def _is_empty(link: Link, document: Document) -> bool:
    if _is_filled_in(link, document):
        return False
    if _name_link(link, document.excluded_texts).text.strip(_INVISIBLE):
        return False
    markup = _COMMENT.sub("", document.source.slice(link.text_span))
    inside = _TAG.sub("", markup).strip(_INVISIBLE)
    opening = document.source.slice(link.span).partition(">")[0] if link.attributes else ""
    return not (inside or _NAMED.search(markup) or _NAMED.search(opening))


# Site generators put the title of the target, or the file itself, in place of such links: MyST and
# Sphinx ("[](#part)"), DocFX ("[](xref:part)", "[!code-csharp[](a.cs)]"), docsify (":include").
_GENERATED = re.compile(r"#|xref:|@")
_DIRECTIVE = re.compile(r"\[![\w-]+\s?\Z")


def _is_filled_in(link: Link, document: Document) -> bool:
    """Return whether a site generator writes the text of a link, or it is a place to link to."""
    start = link.span.start
    return bool(
        _GENERATED.match(link.href)
        or link.title.startswith(":")
        or not {"id", "name"}.isdisjoint(link.attributes)
        or _DIRECTIVE.search(document.source.text, max(0, start - 40), start)
    )


def _build_message_values(link: Link | None, count: int, limit: float) -> dict[str, object]:
    text, target = (_strip_punctuation(link.text), link.href) if link else ("", "")
    return {"text": text, "target": target, "count": count, "limit": limit}


def _matches_link(link: Link, texts: Sequence[Regex], targets: Sequence[Regex]) -> bool:
    return not (texts or targets) or (
        _matches_any(_strip_punctuation(link.text), tuple(texts))
        or _matches_any(link.href, tuple(targets))
    )


def _strip_punctuation(text: str) -> str:
    return text.strip(" \t\n.,:;!?…→›»>")


# Most links of a site share their texts and targets.
@remember(1 << 12)
def _matches_any(value: str, patterns: tuple[Regex, ...]) -> bool:
    return any(
        match.start == 0 and match.end == len(value)
        for pattern in patterns
        for match in compile_pattern(rf"^(?:{pattern})$").find(value)
    )


# The characters behind a link that may say in which language its target is.
_MOST_SAID = 40


@check
def popup_audience(
    link: Link,
    audience: str,
    language: str,
    source: Source,
    *,
    accepts: Mapping[str, list[str]],
    said: Sequence[Regex] = (),
) -> Iterator[Hit]:
    """Report links to popups that are for other readers.

    Args:
        accepts: audiences of documents, each with the audiences of popups that suit it.
        said: patterns for what behind a link says that its target is in another language.

    Message:
        text: the text of the link.
        whose: who the popup is for.
        better: the address of the same popup in the document's language, if the language is wrong.
    """
    popup = read_popup(link)
    if popup is None:
        return
    if popup.audience and popup.audience not in accepts.get(audience, [popup.audience]):
        yield Hit(link.span, {"text": link.text, "whose": f"for {popup.audience} readers"})
    elif popup.language and popup.language != (tag := get_primary_tag(language)):
        behind = source.text[link.span.end : link.span.end + _MOST_SAID]
        if any(compile_pattern(pattern).matches(behind) for pattern in said):
            return
        better = change_popup_language(link.href, tag)
        whose = f"in the language {popup.language!r}"
        values = {"text": link.text, "whose": whose, "better": better}
        yield Hit(link.span, values, fix=_make_target_fix(link, better, source))


def _make_target_fix(link: Link, better: str, source: Source) -> Fix | None:
    """Return a fix that gives a link another target; None if the source writes it otherwise."""
    written = source.slice(link.span)
    if not better or written.count(link.href) != 1 or source.format in PACKED:
        return None
    start = link.span.start + written.index(link.href)
    edit = Edit(Span(start, start + len(link.href)), better)
    return Fix("link to the definition in the language of the page", (edit,), safe=False)


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
