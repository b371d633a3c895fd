"""What a page declares of itself, as front matter: title, language, audience, review and more."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from plainlint.core.source import NOWHERE, Source, Span
from plainlint.document.model import FrontMatter, FrontMatterEntry
from plainlint.document.readers.html.markup import locate_attributes
from plainlint.document.readers.html.tree import Element, Text

_LANGUAGE, _AUDIENCE, _REVIEWED = "language", "audienceLevel", "lastReviewed"
# The keys that other names stand for, in lower case and without the prefix of a vocabulary.
_KEYS: Mapping[str, str] = {
    "audience": _AUDIENCE,
    "audiencelevel": _AUDIENCE,
    "audiencetype": _AUDIENCE,
    "lastreviewed": _REVIEWED,
    "last-reviewed": _REVIEWED,
    "reviewfrequency": "reviewFrequency",
    "inlanguage": _LANGUAGE,
    "content-language": _LANGUAGE,
    "sourcetype": "sourceType",
    "cancertypes": "cancerTypes",
    "keywords": "tags",
    "title": "title",
    "description": "description",
    "license": "license",
    "source": "source",
    "language": _LANGUAGE,
    "version": "version",
    "status": "status",
}
_VOCABULARY = re.compile(r"(?:dc|dcterms|dct|schema)[.:](?:terms\.)?", re.IGNORECASE)
_NAME = re.compile(r"[\w.:-]+")
# Properties of schema.org that are read, and its audiences that say nothing of the readers.
_PROPERTIES = frozenset({"audience", "audiencetype", "lastreviewed", "datemodified", "inlanguage"})
_ANY_AUDIENCE = frozenset({"Audience", "MedicalAudience", "PeopleAudience", "Thing", ""})
_LINKED_DATA = "application/ld+json"
_MAXIMUM_DEPTH = 20


class _Declaration(NamedTuple):
    """A name and a value, where they are."""

    name: str
    value: str
    key_span: Span
    value_span: Span


def read_head(source: Source, page: Element) -> FrontMatter:
    """Read the front matter of a page: its `<head>`, its language, and schema.org's properties.

    The first declaration of a key counts. A name that stands for a key is an entry itself too.
    """
    entries: dict[str, FrontMatterEntry] = {}
    for name, value, key_span, value_span in _iter_declarations(source.text, page):
        plain = _VOCABULARY.sub("", name, count=1)
        for key in dict.fromkeys((_KEYS.get(plain.lower(), plain), name)):
            entries.setdefault(key, FrontMatterEntry(key, value, key_span, value_span))
    head = next(page.iter_elements("head"), None)
    first = next(
        (element for element in page.iter_elements("head", "html") if element.has_tag), None
    )
    if head is not None and head.has_tag:
        anchor = Span(head.span.start, head.inner.start)
    elif first is not None:
        anchor = Span(first.span.start, first.inner.start)
    else:
        text = source.text.lstrip("\ufeff")
        top = len(source.text) - len(text.lstrip())
        anchor = source.get_line_span(source.locate(top).line)
    return FrontMatter(entries, head.span if head else NOWHERE, anchor)


def _iter_declarations(text: str, page: Element) -> Iterator[_Declaration]:
    """Yield what a page declares; what counts more comes first."""
    elements = list(page.iter_elements("html", "title", "meta", "body", "link"))
    for element in elements:
        if element.name == "title" and element.get_text().strip():
            yield _read_title(element)
            break
    languages = [element for element in elements if element.name in {"html", "body"}]
    for element in languages:
        yield from _read_attributes(text, element, _LANGUAGE, ("lang", "xml:lang"))
    for element in elements:
        name = element.attributes.get("name") or element.attributes.get("http-equiv", "")
        if element.name == "meta" and _NAME.fullmatch(name.strip()):
            yield from _read_attributes(text, element, name.strip(), ("content",))
        elif element.name == "link" and element.attributes.get("rel") == "license":
            yield from _read_attributes(text, element, "license", ("href",))
    yield from _read_microdata(text, page)
    for script in page.iter_elements("script"):
        if script.attributes.get("type", "").lower() == _LINKED_DATA:
            yield from _read_linked_data(text, script)


def _read_title(title: Element) -> _Declaration:
    text = title.get_text()
    segments = [
        segment for node in title.children if isinstance(node, Text) for segment in node.segments
    ]
    first, last = segments[0], segments[-1]
    start = first.start + (len(first.text) - len(first.text.lstrip()))
    end = last.end - (len(last.text) - len(last.text.rstrip()))
    tag = Span(title.span.start, title.inner.start)
    return _Declaration("title", " ".join(text.split()), tag, Span(start, max(start, end)))


def _read_attributes(
    text: str, element: Element, name: str, attributes: Iterable[str]
) -> Iterator[_Declaration]:
    """Yield the value of the first of these attributes."""
    present = [attribute for attribute in attributes if attribute in element.attributes]
    if not present or not element.has_tag:
        return
    spans = locate_attributes(text, element.span.start)
    tag = Span(element.span.start, element.inner.start)
    key_span = spans.get("name", spans.get("http-equiv", tag))
    value = element.attributes[present[0]]
    yield _Declaration(name, value.strip(), key_span, _strip_span(text, spans.get(present[0], tag)))


def _strip_span(text: str, span: Span) -> Span:
    value = text[span.start : span.end]
    stripped = value.strip()
    start = span.start + len(value) - len(value.lstrip())
    return Span(start, start + len(stripped))


def _read_microdata(text: str, page: Element) -> Iterator[_Declaration]:
    """Yield the properties of schema.org that elements declare."""
    for node in page.iter_nodes():
        if not isinstance(node, Element) or "itemprop" not in node.attributes:
            continue
        name = node.attributes["itemprop"].strip()
        if name.lower() not in _PROPERTIES:
            continue
        kind = _get_last_part(node.attributes.get("itemtype", ""))
        if kind and kind not in _ANY_AUDIENCE:
            (declaration,) = _read_attributes(text, node, name, ("itemtype",))
            yield declaration._replace(value=kind)
        else:
            yield from _read_attributes(text, node, name, ("content", "datetime"))


def _get_last_part(address: str) -> str:
    return re.split(r"[/#:]", address.strip())[-1]


def _read_linked_data(text: str, script: Element) -> Iterator[_Declaration]:
    """Yield the properties in a script of JSON-LD; one that can't be read has none."""
    inside = text[script.inner.start : script.inner.end]
    try:
        data = json.loads(inside)
    except (ValueError, RecursionError):
        return
    tag = Span(script.span.start, script.inner.start)
    for name, value in _iter_properties(data):
        literal = re.search(
            rf"\"[^\"]*{re.escape(json.dumps(value, ensure_ascii=False)[1:-1])}\"", inside
        )
        span = tag
        if literal:
            end = script.inner.start + literal.end() - 1
            span = Span(end - len(value), end)
        yield _Declaration(name, value, tag, span)


def _iter_properties(data: Any) -> Iterator[tuple[str, str]]:
    level = [data]
    for _ in range(_MAXIMUM_DEPTH):
        following: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                yield from _read_object(item)
                following += item.values()
            elif isinstance(item, list):
                following += item
        level = following


def _read_object(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in item.items():
        if name.lower() not in _PROPERTIES:
            continue
        audiences = value if isinstance(value, list) else [value]
        for audience in audiences:
            if isinstance(audience, str):
                yield name, _get_last_part(audience) if "schema.org" in audience else audience
            elif isinstance(audience, dict):
                own = audience.get("audienceType") or audience.get("@type")
                if isinstance(own, str) and _get_last_part(own) not in _ANY_AUDIENCE:
                    yield name, _get_last_part(own)
