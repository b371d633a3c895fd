"""Language tags, and the languages that a document declares."""

import re
from collections.abc import Iterable, Mapping

from plainlint.core.caches import remember
from plainlint.core.stored_results import STORED
from plainlint.languages.files import ENGLISH, RECOGNITION, get_state_of_files, read_sections

# A text that is not English, in a language that is not known.
UNDETERMINED = "und"
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
_REGION_LENGTH, _SCRIPT_LENGTH = 2, 4


@remember(None)
def _load_tags_of_names() -> Mapping[str, str]:
    """Return the tags of what people write for one: names of languages and codes of ISO 639-2."""
    return STORED.get(_list_tags_of_names, get_state_of_files(RECOGNITION))


def _list_tags_of_names(files: tuple[tuple[str, int, int], ...]) -> dict[str, str]:
    return {name: code for code, *_ in files for name in read_sections(code, RECOGNITION)["names"]}


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
    if tag := _load_tags_of_names().get(text.lower()):
        return tag
    if not _TAG.fullmatch(text):
        return ""
    primary, *others = text.lower().replace("_", "-").split("-")
    return "-".join((_load_tags_of_names().get(primary, primary), *map(_write_subtag, others)))


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
