"""Popup links: links from a term to its definition, in any form that documents use."""

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from plainlint.core.caches import remember
from plainlint.document.model import Link

_POPUP_PATH = re.compile(r"/popups?/popdefinition", re.IGNORECASE)
_DICTIONARY_PATH = re.compile(
    r"/(?:publications/dictionaries|publicaciones/diccionarios)/([\w-]+)/def/([^/]*)/?$",
    re.IGNORECASE,
)
_ID = re.compile(r"(?:CDR)?0*([1-9][0-9]*)", re.IGNORECASE)
_AUDIENCES = {"patient": "patient", "healthprofessional": "technical"}
_LANGUAGES = {"english": "en", "en": "en", "spanish": "es", "es": "es"}
# The HTML attributes for each query key of an address; the first attribute present counts.
_HTML_KEYS = {
    "id": ("data-glossary-id", "data-gloss-id"),
    "version": ("data-gloss-audience",),
    "language": ("data-gloss-lang",),
    "dictionary": ("data-gloss-dictionary",),
}


class Popup(NamedTuple):
    """The target of a popup link.

    Attributes:
        id: digits without leading zeros, a dictionary page's name, or empty if unusable.
        audience: `patient` or `technical`, empty if the link does not say.
        language: `en` or `es`, empty if the link does not say.
        dictionary: as the link writes it, empty if it does not say.
    """

    id: str
    audience: str
    language: str
    dictionary: str


def read_popup(link: Link) -> Popup | None:
    """Return the popup that a link opens, or None for any other link.

    The forms are those of the US National Cancer Institute: a popup page with a query, a page of
    a dictionary, and HTML elements with data attributes. The address fills in missing attributes.
    """
    target = _parse_target(link.href)
    html = _parse_html_popup(link)
    if html is None or target is None:
        return html or target
    return Popup(
        id=html.id,
        audience=html.audience or target.audience,
        language=html.language or target.language,
        dictionary=html.dictionary or target.dictionary,
    )


@remember(1 << 14)
def _parse_target(href: str) -> Popup | None:
    """Return the popup of an address; cached because documents link to the same terms."""
    lower = href.lower()
    if "popdefinition" not in lower and "/def/" not in lower:
        return None
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if not _POPUP_PATH.search(parts.path):
        return _parse_dictionary_path(parts.path)
    query = {key.lower(): value for key, value in parse_qsl(parts.query.replace("&amp;", "&"))}
    return _make_popup(query)


def _make_popup(values: dict[str, str]) -> Popup:
    number = _ID.fullmatch(values.get("id", "").strip())
    return Popup(
        number[1] if number else "",
        _AUDIENCES.get(values.get("version", "").lower(), ""),
        _LANGUAGES.get(values.get("language", "").lower(), ""),
        values.get("dictionary", ""),
    )


def _parse_html_popup(link: Link) -> Popup | None:
    if not link.attributes:
        return None
    values = {
        key: link.attributes[name]
        for key, names in _HTML_KEYS.items()
        for name in names
        if name in link.attributes
    }
    return _make_popup(values) if "id" in values else None


def _parse_dictionary_path(path: str) -> Popup | None:
    match = _DICTIONARY_PATH.search(path)
    if match is None:
        return None
    name = unquote(match[2]).strip()
    number = _ID.fullmatch(name)
    language = "es" if "diccionarios" in path.lower() else "en"
    return Popup(number[1] if number else name, "patient", language, match[1])


# The word for each language in a query, and the folders of dictionary pages, which have the same
# numbers in both languages.
_QUERY_WORDS = {"en": ("English", "en"), "es": ("Spanish", "es")}
_QUERY_LANGUAGE = re.compile(r"(?<=[?&;])(language=)([a-z]+)", re.IGNORECASE)
_PATHS = {
    "en": (
        "/publications/dictionaries/cancer-terms/def/",
        "/publications/dictionaries/genetics-dictionary/def/",
    ),
    "es": (
        "/espanol/publicaciones/diccionarios/diccionario-cancer/def/",
        "/espanol/publicaciones/diccionarios/diccionario-genetica/def/",
    ),
}
_NUMBERED_PAGE = re.compile(r"(/[\w/-]+/def/)(\d+/?)$")


@remember(1 << 12)
def change_popup_language(href: str, language: str) -> str:
    """Return the address of the same definition in another language; empty if it is not known.

    >>> change_popup_language("/popups/popDefinition.aspx?id=1&language=English", "es")
    '/popups/popDefinition.aspx?id=1&language=Spanish'

    Args:
        href: the address of a popup.
        language: `en` or `es`.
    """
    if language not in _QUERY_WORDS:
        return ""
    if match := _QUERY_LANGUAGE.search(href):
        long, short = _QUERY_WORDS[language]
        word = short if len(match[2]) == len(short) else long
        return href[: match.start(2)] + word + href[match.end() :]
    if match := _NUMBERED_PAGE.search(href):
        # Names of pages differ between languages, numbers do not.
        for folders in _PATHS.values():
            for number, folder in enumerate(folders):
                if match[1].lower() == folder:
                    return href[: match.start()] + _PATHS[language][number] + match[2]
    return ""
