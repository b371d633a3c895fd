"""Read glossary files: CSV, JSON, YAML or compiled; every error names the file and row."""

import json
from itertools import chain
from pathlib import Path
from typing import Any

from plainlint.analysis.glossary.file_format import (
    FIELDS,
    TEMPLATE_FIELDS,
    iter_csv_rows,
    iter_listed_rows,
    parse_json,
    parse_link_template,
    parse_term,
    parse_yaml,
)
from plainlint.analysis.glossary.model import (
    Glossary,
    LinkTemplate,
    Term,
    UsageCounts,
    merge_glossaries,
)
from plainlint.core.caches import remember
from plainlint.core.errors import PlainlintError
from plainlint.core.source import decode
from plainlint.core.stored_results import STORED
from plainlint.languages.files import ENGLISH

ENDING = "glossary"
_VERSION = 1
# Names contain no tabs: they are single lines with single spaces.
_SEPARATOR = "\t"
_TEXT_FIELDS = ("id", "url", "plain")
_DEFAULTS = Term(())[len(_TEXT_FIELDS) + 1 :]


def compile_glossary(glossary: Glossary) -> str:
    """Return the glossary in compiled form, which reads back as the same glossary."""
    rest = {number: term[len(_TEXT_FIELDS) + 1 :] for number, term in enumerate(glossary.terms)}
    data = {
        "version": _VERSION,
        "names": [_SEPARATOR.join(term.names) for term in glossary.terms],
        **{key: [getattr(term, key) for term in glossary.terms] for key in _TEXT_FIELDS},
        "more": {number: values for number, values in rest.items() if values != _DEFAULTS},
        "links": glossary.forms,
    }
    return json.dumps(data, ensure_ascii=False)


def parse_compiled_glossary(text: str, name: str) -> Glossary:
    """Read a compiled glossary.

    Raises:
        PlainlintError: it is not a compiled glossary, or has another version.
    """
    try:
        return _build_glossary(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise PlainlintError(
            f"{name}: not a glossary compiled by this version of plainlint; write it again with"
            f" 'plainlint glossary import … -o {name}'"
        ) from error


def _build_glossary(data: Any) -> Glossary:
    if data["version"] != _VERSION:
        raise ValueError
    names = [tuple(joined.split(_SEPARATOR)) for joined in data["names"]]
    columns = [data[key] for key in _TEXT_FIELDS]
    terms = [Term(*row) for row in zip(names, *columns, strict=True)]
    for number, (linked, unlinked, patient, technical, ignore) in data["more"].items():
        terms[int(number)] = terms[int(number)]._replace(
            linked=linked,
            unlinked=unlinked,
            patient=UsageCounts(*patient),
            technical=UsageCounts(*technical),
            ignore=ignore,
        )
    return Glossary(tuple(terms), tuple(LinkTemplate(*link) for link in data["links"]))


_SHIPPED = Path(__file__).parent
_LANGUAGES = Path(__file__).parents[2] / "languages"
_DEFAULT = ("starter.en.csv", "seeds.json")


@remember(None)
def load_default_glossary(language: str = ENGLISH) -> Glossary:
    """Read the built-in glossary of a language: a starter list of terms with plain words.

    That of English has the popups of the seed documents too. It gives words and ids, but no
    addresses: those are one publisher's, and dead on other sites. Most languages have none.

    Args:
        language: a primary tag, such as `es`.
    """
    files = tuple(
        (path.name, path.read_text(encoding="utf-8"))
        for path in _list_default_files(language)
        if path.is_file()
    )
    rows = STORED.get(_list_default_terms, files)
    return Glossary(
        tuple(
            Term(
                names=names,
                id=number,
                plain=plain,
                linked=linked,
                unlinked=unlinked,
                patient=UsageCounts(*patient),
                technical=UsageCounts(*technical),
            )
            for names, number, plain, linked, unlinked, patient, technical in rows
        )
    )


def _list_default_files(language: str) -> list[Path]:
    if language == ENGLISH:
        return [_SHIPPED / name for name in _DEFAULT]
    return [_LANGUAGES / language / "glossary.csv"] if language.isalpha() else []


# The fields of a term that the built-in glossary has, as plain values, to be stored.
_TermRow = tuple[tuple[str, ...], str, str, int, int, tuple[int, int], tuple[int, int]]


def _list_default_terms(files: tuple[tuple[str, str], ...]) -> list[_TermRow]:
    """Return the terms of glossary files, given as names and texts."""
    merged = merge_glossaries(parse_glossary(text, name) for name, text in files)
    return [
        (
            term.names,
            term.id,
            term.plain,
            term.linked,
            term.unlinked,
            (term.patient.documents, term.patient.linked_in),
            (term.technical.documents, term.technical.linked_in),
        )
        for term in merged.terms
    ]


def load_glossary(path: Path) -> Glossary:
    """Read a glossary file.

    Raises:
        PlainlintError: the file can't be read, has no terms, or has an invalid row.
    """
    try:
        source = decode(path.read_bytes(), str(path))
    except OSError as error:
        raise PlainlintError(f"{path}: the glossary can't be read: {error.strerror}") from error
    if source.problem:
        raise PlainlintError(f"{path}: the glossary can't be read: {source.problem}")
    glossary = parse_glossary(source.text.removeprefix("\ufeff"), str(path))
    if not glossary.terms:
        raise PlainlintError(
            f"{path}: the glossary has no terms; add some, or do not use this file"
        )
    return glossary


def parse_glossary(text: str, name: str) -> Glossary:
    """Read a glossary from text; the ending of its file name `name` decides the format.

    Raises:
        PlainlintError: a row is invalid, or two terms share a name or an id.
    """
    suffix = name.rpartition(".")[2].lower()
    if suffix == ENDING:
        return parse_compiled_glossary(text, name)
    if suffix == "csv":
        rows, links = iter_csv_rows(text, name), []
    else:
        data = parse_json(text, name) if suffix == "json" else parse_yaml(text, name)
        rows = iter_listed_rows(data, name, "terms", FIELDS)
        has_links = isinstance(data, dict) and "links" in data
        links = list(iter_listed_rows(data, name, "links", TEMPLATE_FIELDS)) if has_links else []
    terms = [(where, parse_term(row, where)) for where, row in rows]
    _check_owners(terms)
    return Glossary(
        tuple(term for _, term in terms),
        tuple(parse_link_template(row, where) for where, row in links),
    )


def _check_owners(terms: list[tuple[str, Term]]) -> None:
    """Raise an error for the first name or id that two terms share."""
    owner: dict[tuple[str, str], tuple[str, str]] = {}
    for where, term in terms:
        names = (("name", name) for name in term.names)
        for kind, key in chain(names, [("id", term.id)] if term.id else []):
            owner_name, owner_place = owner.setdefault((kind, key.lower()), (term.name, where))
            if owner_place != where:
                article = "an" if kind == "id" else "a"
                raise PlainlintError(
                    f"{where}: {key!r} is also {article} {kind} of {owner_name!r} ({owner_place})"
                )
