"""popup-malformed: popup links that can't open a definition."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.document.model import Link
from plainlint.glossary.popups import read_popup


def popup_malformed(link: Link) -> Iterator[Hit]:
    """The link, if it is a popup link without a usable id.

    Message:
        text: the text of the link.
        href: where it leads.
    """
    popup = read_popup(link)
    if popup is not None and not popup.id:
        yield Hit(link.span, {"text": link.text, "href": link.href})
