"""Language tags, and the languages that a document declares."""

import re
from collections.abc import Iterable

ENGLISH = "en"
# A text that is not English, in a language that is not known.
UNDETERMINED = "und"
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
_REGION_LENGTH, _SCRIPT_LENGTH = 2, 4
# Names of languages in English and in themselves, and codes of ISO 639-2, that people write for a
# tag.
_TAGS_OF_NAMES = {
    name: tag
    for tag, names in {
        "en": "english anglais inglés ingles inglês englisch inglese eng",
        "es": "spanish español espanol castellano spa",
        "fr": "french français francais fra fre",
        "de": "german deutsch deu ger",
        "pt": "portuguese português portugues por",
        "it": "italian italiano ita",
        "nl": "dutch nederlands nld dut",
        "pl": "polish polski pol",
        "ru": "russian русский rus",
        "uk": "ukrainian українська ukr",
        "zh": "chinese 中文 汉语 漢語 zho chi mandarin cantonese",
        "ja": "japanese 日本語 jpn",
        "ko": "korean 한국어 kor",
        "ar": "arabic العربية ara",
        "fa": "persian farsi فارسی fas per",
        "he": "hebrew עברית heb",
        "hi": "hindi हिन्दी हिंदी hin",
        "vi": "vietnamese vie",
        "tl": "tagalog fil",
        "ht": "haitian creole kreyòl hat",
        "tr": "turkish türkçe tur",
        "sv": "swedish svenska swe",
        "da": "danish dansk dan",
        "no": "norwegian norsk nor nob nno",
        "fi": "finnish suomi fin",
        "cs": "czech čeština ces cze",
        "hu": "hungarian magyar hun",
        "ro": "romanian română ron rum",
        "el": "greek ελληνικά ell gre",
        "id": "indonesian ind",
        "ca": "catalan català cat",
        "gl": "galician galego glg",
    }.items()
    for name in names.split()
}


def get_primary_tag(language: str) -> str:
    """Return the first part of a language tag, such as `pt` of `pt-BR`."""
    return language.lower().partition("-")[0]


def is_english(language: str) -> bool:
    """Check whether a language tag such as `en-US` is one of English."""
    return get_primary_tag(language) == ENGLISH


def read_language_tag(text: str) -> str:
    """Return a tag in its usual form, such as `en-GB` for `EN_gb`; empty if it is not one.

    The name of a language, such as `Español`, is read as its tag.
    """
    text = text.strip()
    if tag := _TAGS_OF_NAMES.get(text.lower()):
        return tag
    if not _TAG.fullmatch(text):
        return ""
    primary, *others = text.lower().replace("_", "-").split("-")
    return "-".join((_TAGS_OF_NAMES.get(primary, primary), *map(_write_subtag, others)))


def _write_subtag(text: str) -> str:
    if len(text) == _REGION_LENGTH:
        return text.upper()
    return text.title() if len(text) == _SCRIPT_LENGTH and text.isalpha() else text


def choose_declared_language(texts: Iterable[str]) -> str:
    """Return the tag of the only language that is declared; empty if there are none or several.

    A document in several languages has no language of its own.
    """
    tags = [tag for tag in map(read_language_tag, texts) if tag not in ("", UNDETERMINED)]
    return tags[0] if len(set(map(get_primary_tag, tags))) == 1 else ""


def read_country(tag: str) -> str:
    """Return the country of a language tag, such as GB for `en-GB`, or an empty text."""
    region = re.search(r"[-_]([A-Za-z]{2})(?=$|[-_])", tag)
    return region[1].upper() if region else ""
