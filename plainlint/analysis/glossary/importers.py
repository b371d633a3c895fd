"""Importers: glossaries in the formats of other services and lists."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from plainlint.analysis.glossary.file_format import parse_json
from plainlint.analysis.glossary.loader import parse_glossary
from plainlint.analysis.glossary.model import Glossary, Term
from plainlint.core.errors import PlainlintError

# The popup address that most documents of the US National Cancer Institute use.
POPUP_URL = (
    "/Common/PopUps/popDefinition.aspx?id=CDR{id:0>10}&version=Patient&language={language_name}"
)
_LANGUAGE_NAMES = {"en": "English", "es": "Spanish"}


def import_glossary(text: str, name: str, url: str = POPUP_URL, language: str = "en") -> Glossary:
    """Read a glossary from a file in any supported format.

    Supported are plainlint's own files, the terms that NCI's glossary service returns (`termId`,
    `termName`, …), and a map of names to ids to languages to dictionaries.

    Args:
        text: the content of the file.
        name: its name, for messages and for the format.
        url: the form of popup links, with `{id}` and `{language_name}` as placeholders.
        language: the language of the names to import; others are skipped.

    Raises:
        PlainlintError: the format is not supported, or a row is invalid.
    """
    if not name.lower().endswith(".json"):
        return parse_glossary(text, name)
    data = parse_json(text, name)
    rows = data.get("results") if isinstance(data, dict) else data
    if isinstance(rows, list) and rows and all(_is_service_term(row) for row in rows):
        return _build_glossary(_iter_service_names(rows, name, language), url, language)
    if isinstance(data, dict) and "terms" not in data:
        return _build_glossary(_iter_mapped_names(data, name, language), url, language)
    return parse_glossary(text, name)


def _is_service_term(row: Any) -> bool:
    return isinstance(row, dict) and "termId" in row


def _iter_service_names(
    rows: Iterable[Mapping[str, Any]], name: str, language: str
) -> Iterator[tuple[str, str]]:
    for number, row in enumerate(rows, 1):
        if not row.get("termName"):
            raise PlainlintError(f"{name}: entry {number}: 'termName' is missing or empty")
        if row.get("language", language) == language:
            yield str(row["termId"]), str(row["termName"])


def _iter_mapped_names(
    data: Mapping[str, Any], name: str, language: str
) -> Iterator[tuple[str, str]]:
    for term, ids in data.items():
        if not isinstance(ids, dict) or not all(
            isinstance(languages, dict) for languages in ids.values()
        ):
            raise PlainlintError(f"{name}: {term!r}: a name must map ids to languages")
        for identity, languages in ids.items():
            if language in languages:
                yield identity, term


def _build_glossary(pairs: Iterable[tuple[str, str]], url: str, language: str) -> Glossary:
    """Return one term for each id; a name of several ids belongs to the first."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    taken: set[str] = set()
    for identity, name in pairs:
        if name.lower() not in taken:
            taken.add(name.lower())
            names[identity].append(" ".join(name.split()))
    values = {"language_name": _LANGUAGE_NAMES.get(language, language)}
    terms = [
        Term(tuple(term_names), identity, url.format(id=identity, **values))
        for identity, term_names in names.items()
    ]
    return Glossary(tuple(sorted(terms, key=lambda term: (term.name.lower(), term.id))))
