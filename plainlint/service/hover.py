"""What an editor shows at a finding: what is wrong, what to do, and why it matters."""

from plainlint.core.diagnostics import Diagnostic
from plainlint.rulebook.page import Page


def format_hover(diagnostic: Diagnostic, page: Page | None) -> str:
    """Return Markdown on a finding, with the first paragraph of its rule's page."""
    parts = [_escape(diagnostic.message), _escape(diagnostic.help)]
    if page:
        parts.append(f"*{_escape(page.title)}.* {_take_first_paragraph(page.body)}")
    return "\n\n".join(filter(None, parts))


def _take_first_paragraph(body: str) -> str:
    """Return the first paragraph of a page below its title."""
    paragraphs = (paragraph.strip() for paragraph in body.split("\n\n"))
    return next((text for text in paragraphs if text and not text.startswith("#")), "")


def _escape(text: str) -> str:
    """Return a text in which nothing is markup: it may quote the document."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#|" else sign for sign in text)
