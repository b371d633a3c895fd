"""Which parts of a page are its text: not its navigation, nor what is hidden or about the site."""

from collections.abc import Iterable, Iterator, Mapping
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


class _Survey(NamedTuple):
    """What is known of the elements of a page that are not left out by themselves.

    Attributes:
        lengths: how many letters and signs of text each has, by its id.
        parents: the id of the element around each.
        mains, articles, titles, forms: the outermost ones of their kind.
        page_parts: headers, footers and asides of the whole page.
    """

    lengths: dict[int, int]
    parents: dict[int, int]
    mains: list[Element]
    articles: list[Element]
    titles: list[Element]
    forms: list[Element]
    page_parts: list[Element]


def find_main_part(page: Element) -> MainPart:
    """Find the text of a page.

    It is what is in its `main`, with its only title; else in its articles, if these hold its titles
    and most of its text; else everything but the header, the footer and the sidebars of the page,
    and its forms. A form around most of the page does not count as one.
    """
    survey = _survey(page)
    total = survey.lengths[id(page)]
    forms = {id(form): FORM for form in survey.forms if 2 * survey.lengths[id(form)] <= total}
    mains = [main for main in survey.mains if survey.lengths[id(main)]]
    if mains:
        titles = [title for title in survey.titles if not _is_in(title, mains, survey)]
        has_title = len(titles) < len(survey.titles)
        roots = mains if has_title or len(titles) > 1 else mains + titles
        return _make_main_part(roots, survey, forms)
    reasons = {
        id(part): PAGE_PARTS[part.name]
        for part in survey.page_parts
        if not any(_is_in(title, [part], survey) for title in survey.titles)
    }
    articles = [
        article for article in survey.articles if not _is_below(article, reasons, survey.parents)
    ]
    length = sum(survey.lengths[id(article)] for article in articles)
    if 2 * length > total - sum(survey.lengths[other] for other in reasons) and all(
        _is_in(title, articles, survey) for title in survey.titles
    ):
        return _make_main_part(articles, survey, reasons | forms)
    return MainPart(frozenset({id(page)}), frozenset(), reasons | forms)


def _make_main_part(roots: list[Element], survey: _Survey, reasons: Mapping[int, str]) -> MainPart:
    around: set[int] = set()
    for root in roots:
        around.update(_iter_ancestors(id(root), survey.parents))
    return MainPart(frozenset(map(id, roots)), frozenset(around), reasons)


def _iter_ancestors(node: int, parents: Mapping[int, int]) -> Iterator[int]:
    while node in parents:
        node = parents[node]
        yield node


def _is_in(element: Element, others: Iterable[Element], survey: _Survey) -> bool:
    ids = set(map(id, others))
    return id(element) in ids or _is_below(element, ids, survey.parents)


def _is_below(element: Element, ids: Iterable[int], parents: Mapping[int, int]) -> bool:
    return not set(ids).isdisjoint(_iter_ancestors(id(element), parents))


def _survey(page: Element) -> _Survey:
    """Look at each element that is not left out by itself."""
    survey = _Survey({}, {}, [], [], [], [], [])
    order: list[Element] = []
    # An element, and the kinds of outermost elements that it is in.
    stack: list[tuple[Element, frozenset[str]]] = [(page, frozenset())]
    while stack:
        element, inside = stack.pop()
        order.append(element)
        survey.lengths[id(element)] = sum(
            len("".join(segment.text for segment in node.segments).strip())
            for node in element.children
            if isinstance(node, Text)
        )
        kind = _find_kind(element)
        if kind and kind not in inside:
            {
                "main": survey.mains,
                "article": survey.articles,
                "h1": survey.titles,
                "form": survey.forms,
            }[kind].append(element)
            inside |= {kind}
        if element.name in PAGE_PARTS and inside.isdisjoint(SECTIONS):
            survey.page_parts.append(element)
        if element.name in SECTIONS:
            inside |= {element.name}
        for child in element.children:
            if isinstance(child, Element) and not find_own_reason(child):
                survey.parents[id(child)] = id(element)
                stack.append((child, inside))
    for element in reversed(order):
        if id(element) in survey.parents:
            survey.lengths[survey.parents[id(element)]] += survey.lengths[id(element)]
    return survey


def _find_kind(element: Element) -> str:
    role = get_role(element) if element.attributes else ""
    if element.name in {"main", "article", "h1", "form"}:
        return element.name
    return role if role in {"main", "article"} else ""
