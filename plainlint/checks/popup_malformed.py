"""popup-malformed: popup links that can't open a definition."""

from collections.abc import Iterator

from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.checks import Hit
from plainlint.document.model import Link


def popup_malformed(link: Link) -> Iterator[Hit]:
    """The link, if it is a popup link without a usable id.

    Message:
        text: the text of the link.
        href: where it leads.
    """
    popup = read_popup(link)
    if popup is not None and not popup.id:
        yield Hit(link.span, {"text": link.text, "href": link.href})
