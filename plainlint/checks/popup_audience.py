"""popup-audience: popups written for other readers, or in another language, than the document."""

from collections.abc import Iterator, Mapping

from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.checks import Hit
from plainlint.document.model import Link


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
