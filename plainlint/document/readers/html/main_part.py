"""Which parts of a page are its text: not its navigation, nor what is hidden or about the site."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from plainlint.document.readers.html.elements import (
    BREADCRUMB,
    FORM,
    HIDDEN,
    HIDING_STYLE,
    LEFT_OUT,
    LEFT_OUT_ROLES,
    NAVIGATION,
    OUTSIDE,
    PAGE_PARTS,
    SECTIONS,
)
from plainlint.document.readers.html.tree import Element, Text


def get_role(element: Element) -> str:
    """Return the element's role in WAI-ARIA; empty if it names none."""
    return (element.attributes.get("role", "").lower().split() or [""])[0]


def find_own_reason(element: Element) -> str:
    """Return why an element is not part of the text, whatever is around it; empty if it may be."""
    attributes = element.attributes
    if reason := LEFT_OUT.get(element.name):
        return reason
    if not attributes:
        return ""
    is_hidden = "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true"
    if is_hidden or HIDING_STYLE.search(attributes.get("style", "")):
        return HIDDEN
    if attributes.get("aria-modal", "").lower() == "true":
        return LEFT_OUT_ROLES["dialog"]
    names = (attributes.get(name, "") for name in ("itemtype", "typeof", "aria-label"))
    if any(map(BREADCRUMB.search, names)):
        return NAVIGATION
    role = get_role(element)
    # A link that looks like a button is still a link.
    return "" if role == "button" and element.name == "a" else LEFT_OUT_ROLES.get(role, "")


class MainPart(NamedTuple):
    """The text of a page.

    Attributes:
        roots: the ids of the elements that hold it.
        around: the ids of the elements around these.
        reasons: why other elements are left out, by their ids.
    """

    roots: frozenset[int]
    around: frozenset[int]
    reasons: Mapping[int, str]

    def find_reason(self, element: Element) -> str:
        """Return why an element is left out that is not in one of the roots; empty if it is not."""
        if id(element) in self.roots or id(element) in self.around:
            return ""
        return self.reasons.get(id(element)) or OUTSIDE


class _Title(NamedTuple):
    """A heading of level 1, and the kinds of parts that it is in."""

    element: Element
    inside: frozenset[str]


class _Survey(NamedTuple):
    """What is known of the elements of a page that are not left out by themselves.

    Attributes:
        order: the elements, each before those in it.
        lengths: how many letters and signs of text each has, by its id.
        parents: the id of the element around each.
        titles: the headings of level 1.
        outermost: the outermost `main`, `article` and `form` elements, by kind.
        page_parts: headers, footers and asides of the whole page.
    """

    order: list[Element]
    lengths: dict[int, int]
    parents: dict[int, int]
    titles: list[_Title]
    outermost: Mapping[str, list[Element]]
    page_parts: list[Element]


def find_main_part(page: Element) -> MainPart:
    """Find the text of a page.

    It is what is in its `main`, with its only title; else in its articles, if these hold its titles
    and most of its text; else everything but the header, the footer and the sidebars of the page,
    and its forms. A form around most of the page does not count as one.
    """
    survey = _survey(page)
    total = survey.lengths[id(page)]
    forms = {
        id(form): FORM for form in survey.outermost["form"] if 2 * survey.lengths[id(form)] <= total
    }
    mains = [main for main in survey.outermost["main"] if survey.lengths[id(main)]]
    if mains:
        outside = [title.element for title in survey.titles if "main" not in title.inside]
        is_only = len(outside) == len(survey.titles) == 1
        return _make_main_part(mains + outside if is_only else mains, survey, forms)
    around_titles = _find_ancestors([title.element for title in survey.titles], survey)
    reasons = {
        id(part): PAGE_PARTS[part.name]
        for part in survey.page_parts
        if id(part) not in around_titles
    }
    below = _find_descendants(reasons, survey)
    articles = [article for article in survey.outermost["article"] if id(article) not in below]
    length = sum(survey.lengths[id(article)] for article in articles)
    has_titles = all("article" in title.inside for title in survey.titles)
    if has_titles and 2 * length > total - sum(survey.lengths[part] for part in reasons):
        return _make_main_part(articles, survey, reasons | forms)
    return MainPart(frozenset({id(page)}), frozenset(), reasons | forms)


def _make_main_part(roots: list[Element], survey: _Survey, reasons: Mapping[int, str]) -> MainPart:
    return MainPart(frozenset(map(id, roots)), _find_ancestors(roots, survey), reasons)


def _find_ancestors(elements: Iterable[Element], survey: _Survey) -> frozenset[int]:
    """Return the ids of the elements around these."""
    found: set[int] = set()
    for element in elements:
        ancestor = survey.parents.get(id(element))
        while ancestor is not None and ancestor not in found:
            found.add(ancestor)
            ancestor = survey.parents.get(ancestor)
    return frozenset(found)


def _find_descendants(ids: Mapping[int, str], survey: _Survey) -> frozenset[int]:
    """Return the ids of the elements in these."""
    found: set[int] = set()
    for element in survey.order if ids else ():
        parent = survey.parents.get(id(element))
        if parent in ids or parent in found:
            found.add(id(element))
    return frozenset(found)


def _survey(page: Element) -> _Survey:
    """Look at each element that is not left out by itself."""
    survey = _Survey([], {}, {}, [], {"main": [], "article": [], "form": []}, [])
    # An element, and the kinds of parts that it is in.
    stack: list[tuple[Element, frozenset[str]]] = [(page, frozenset())]
    while stack:
        element, inside = stack.pop()
        survey.order.append(element)
        survey.lengths[id(element)] = sum(
            len(segment.text.strip())
            for node in element.children
            if isinstance(node, Text)
            for segment in node.segments
        )
        kind = _find_kind(element)
        if kind == "h1":
            survey.titles.append(_Title(element, inside))
        elif kind and kind not in inside:
            survey.outermost[kind].append(element)
            inside |= {kind}
        if element.name in PAGE_PARTS and inside.isdisjoint(SECTIONS):
            survey.page_parts.append(element)
        if element.name in SECTIONS:
            inside |= {element.name}
        for child in element.children:
            if isinstance(child, Element) and not find_own_reason(child):
                survey.parents[id(child)] = id(element)
                stack.append((child, inside))
    for element in reversed(survey.order):
        if id(element) in survey.parents:
            survey.lengths[survey.parents[id(element)]] += survey.lengths[id(element)]
    return survey


def _find_kind(element: Element) -> str:
    role = get_role(element) if element.attributes else ""
    if element.name in {"main", "article", "h1", "form"}:
        return element.name
    return role if role in {"main", "article"} else ""
