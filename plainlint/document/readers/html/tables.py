"""Tables that only arrange parts of a page."""

from plainlint.document.readers.html.elements import CELLS, HEADINGS
from plainlint.document.readers.html.main_part import get_role
from plainlint.document.readers.html.tree import Element

_DATA_SIGNS = frozenset({"th", "caption", "thead"})
_LAYOUT_SIGNS = frozenset({"table", "form", "main", "article", "section", "nav", *HEADINGS})


def is_layout_table(table: Element) -> bool:
    """Check whether a table arranges parts of a page: what is in its cells is no data.

    It says so, or it holds headings, parts or other tables, or has a single column without a head.
    """
    role = get_role(table)
    if role in {"presentation", "none"}:
        return True
    if role in {"table", "grid"}:
        return False
    widest = 0
    has_head = False
    stack = list(table.children)
    while stack:
        node = stack.pop()
        if not isinstance(node, Element):
            continue
        if node.name in _LAYOUT_SIGNS:
            return True
        has_head = has_head or node.name in _DATA_SIGNS
        if node.name == "tr":
            cells = [
                child
                for child in node.children
                if isinstance(child, Element) and child.name in CELLS
            ]
            widest = max(widest, len(cells))
        stack += node.children
    return widest <= 1 and not has_head
