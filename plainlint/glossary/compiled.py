"""Compiled glossaries: columns of text, for lists so long that reading their rows takes a while."""

import json
from typing import Any

from plainlint.core.errors import PlainlintError
from plainlint.glossary.model import Glossary, LinkForm, Term, Use

ENDING = "glossary"
_VERSION = 1
# No name has a tab in it: names are single lines with single spaces.
_BETWEEN = "\t"
_TEXTS = ("id", "url", "plain")
_NO_MORE = Term(())[len(_TEXTS) + 1 :]


def to_compiled(glossary: Glossary) -> str:
    """The glossary as a compiled file, which reads back as the same glossary."""
    rest = {number: term[len(_TEXTS) + 1 :] for number, term in enumerate(glossary.terms)}
    data = {
        "version": _VERSION,
        "names": [_BETWEEN.join(term.names) for term in glossary.terms],
        **{key: [getattr(term, key) for term in glossary.terms] for key in _TEXTS},
        "more": {number: values for number, values in rest.items() if values != _NO_MORE},
        "links": glossary.forms,
    }
    return json.dumps(data, ensure_ascii=False)


def from_compiled(text: str, name: str) -> Glossary:
    """The glossary of a compiled file.

    Raises:
        PlainlintError: the file is none, or is of another version.
    """
    try:
        return _glossary(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise PlainlintError(
            f"{name}: not a glossary that this plainlint compiled; write it again with"
            f" 'plainlint glossary import … -o {name}'"
        ) from error


def _glossary(data: Any) -> Glossary:
    if data["version"] != _VERSION:
        raise ValueError
    names = [tuple(each.split(_BETWEEN)) for each in data["names"]]
    columns = [data[key] for key in _TEXTS]
    terms = [Term(*row) for row in zip(names, *columns, strict=True)]
    for number, (linked, unlinked, patient, technical, ignore) in data["more"].items():
        terms[int(number)] = terms[int(number)]._replace(
            linked=linked,
            unlinked=unlinked,
            patient=Use(*patient),
            technical=Use(*technical),
            ignore=ignore,
        )
    return Glossary(tuple(terms), tuple(LinkForm(*each) for each in data["links"]))
