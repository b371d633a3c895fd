"""Glossary files to a Glossary: CSV, JSON, YAML or compiled, with file and row in every error."""

from functools import cache
from itertools import chain
from pathlib import Path

from plainlint.core.errors import PlainlintError
from plainlint.glossary.compiled import ENDING, from_compiled
from plainlint.glossary.entries import FIELDS, FORM_FIELDS, form_of, term_of
from plainlint.glossary.model import Glossary, Term, layered
from plainlint.glossary.rows import csv_rows, json_data, listed_rows, yaml_data


@cache
def default_glossary() -> Glossary:
    """The glossary that comes with plainlint: a starter list, and the seed documents' popups."""
    shipped = Path(__file__).parent
    layers = (
        (name, (shipped / name).read_text(encoding="utf-8"))
        for name in ("starter.csv", "seeds.json")
    )
    return layered(read_glossary(text, name) for name, text in layers)


def load_glossary(path: Path) -> Glossary:
    """Read a glossary file.

    Raises:
        PlainlintError: the file can't be read, has no terms, or a row of it is wrong.
    """
    try:
        glossary = read_glossary(path.read_text(encoding="utf-8-sig"), str(path))
    except OSError as error:
        raise PlainlintError(f"{path}: the glossary can't be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise PlainlintError(f"{path}: the glossary is not UTF-8") from error
    if not glossary.terms:
        raise PlainlintError(f"{path}: the glossary has no terms; add some, or do not name it")
    return glossary


def read_glossary(text: str, name: str) -> Glossary:
    """Read a glossary from text; `name` is its file name, whose ending tells the format.

    Raises:
        PlainlintError: a row is wrong, or two terms share a name or an id.
    """
    suffix = name.rpartition(".")[2].lower()
    if suffix == ENDING:
        return from_compiled(text, name)
    if suffix == "csv":
        rows, links = csv_rows(text, name), []
    else:
        data = json_data(text, name) if suffix == "json" else yaml_data(text, name)
        rows = listed_rows(data, name, "terms", FIELDS)
        has_links = isinstance(data, dict) and "links" in data
        links = list(listed_rows(data, name, "links", FORM_FIELDS)) if has_links else []
    terms = [(where, term_of(row, where)) for where, row in rows]
    _check_owners(terms)
    return Glossary(
        tuple(term for _, term in terms), tuple(form_of(row, where) for where, row in links)
    )


def _check_owners(terms: list[tuple[str, Term]]) -> None:
    """Raise an error for the first name or id that two terms share."""
    owner: dict[tuple[str, str], tuple[str, str]] = {}
    for where, term in terms:
        names = (("name", each) for each in term.names)
        for kind, each in chain(names, [("id", term.id)] if term.id else []):
            other, place = owner.setdefault((kind, each.lower()), (term.name, where))
            if place != where:
                article = "an" if kind == "id" else "a"
                raise PlainlintError(
                    f"{where}: {each!r} is {article} {kind} of {other!r} too ({place})"
                )
