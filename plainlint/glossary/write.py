"""Glossary files, written: one term a line, sorted, so that two versions compare well."""

import json
from collections.abc import Iterable, Mapping

from plainlint.glossary.model import Glossary, Term


def to_json(glossary: Glossary) -> str:
    """The glossary as the JSON file that `read_glossary` reads."""
    forms = [dict(zip(("word", "form"), each, strict=True)) for each in glossary.forms]
    links = f',\n"links": {_lines(forms)}' if forms else ""
    return f'{{"terms": {_lines(_row(term) for term in glossary.terms)}{links}}}\n'


def _lines(rows: Iterable[Mapping[str, object]]) -> str:
    return "[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]"


def _row(term: Term) -> dict[str, object]:
    row = {
        "term": term.name,
        "id": term.id,
        "url": term.url,
        "aliases": list(term.names[1:]),
        "plain": term.plain,
        "linked": term.linked,
        "unlinked": term.unlinked,
        "patient": list(term.patient) if any(term.patient) else [],
        "technical": list(term.technical) if any(term.technical) else [],
    }
    return {key: value for key, value in row.items() if value}
