"""Rows: things that a Spanish sentence names one after the other, "fiebre, tos, mareo y dolor"."""

import re
from collections.abc import Iterator

from plainlint.core.words import WORD
from plainlint.languages.es.clauses import is_common_verb, is_surely_verb, list_openers
from plainlint.languages.es.splitting import TOGETHER
from plainlint.languages.grammar import Row

_WORD = r"[^\W\d_][\w'\u2019-]*"
# The last word of the first thing, the things behind it, and the first word of the last one.
_ROW = re.compile(
    rf"(?<![\w'\u2019-]){_WORD}"
    r"(?:, (?!(?:y|e|o|u|ni|pero)\b)[^,;:.!?\u2014\u00ab\u00bb\u201c\u201d]{2,45}){2,}?"
    rf" (?:y|e|o|u) {_WORD}(?!\w|, )"
)
_LEAD = re.compile(r".*, (?:incluid[oa]s?|como|por ejemplo,?|sobre todo|especialmente|tales como) ")
_BETWEEN = re.compile(r", | (?:y|e|o|u) ")
_LAST = re.compile(r" (?:y|e|o|u) ")
_GERUND = re.compile(r"\w+(?:[aá]ndo|[iy]endo|iéndo)(?:l[aeo]s?|se)?")
_FEWEST = 4


def find_rows(text: str) -> Iterator[Row]:
    """Yield the rows of four or more things, most of which are no names or numbers.

    >>> [row.items for row in find_rows("Puede tener fiebre, tos seca, mareo y dolor de garganta.")]
    [4]
    """
    plain = TOGETHER.sub(lambda match: "x" * len(match[0]), text)
    for match in _ROW.finditer(plain):
        lead = _LEAD.match(plain, *match.span())
        start = lead.end() if lead else match.start()
        items = _BETWEEN.split(plain[start : match.end()])
        small = sum(item[:1].islower() for item in items)
        if (
            len(items) >= _FEWEST
            and small > len(items) / 2
            # "Dolor, debilidad o molestia en el muslo, la cadera o la ingle" is two rows.
            and len(_LAST.findall(plain, start, match.end())) == 1
            and not any(map(_says_more, items[1:]))
            and (lead is not None or not _goes_on(plain[: match.start()], items[0]))
        ):
            yield Row(start, match.end(), len(items))


def _goes_on(before: str, first: str) -> bool:
    """Return whether a row begins above its first thing, so that its things can't be counted.

    "La edad, los genes y su familia, el peso, la sal y el tabaco" does. What is above has a comma,
    and no verb behind it.
    """
    _, comma, behind = before.rpartition(", ")
    words = (word.lower() for word in WORD.findall(f"{behind} {first}"))
    return bool(comma) and not any(map(is_common_verb, words))


def _says_more(item: str) -> bool:
    """Return whether an item is a clause, or an aside, and not the name of a thing."""
    words = [word.lower() for word in WORD.findall(item)]
    if words[:1] == ["se"] or _NAMING.match(item):
        return True
    return any(word in list_openers() or is_surely_verb(word) or _is_gerund(word) for word in words)


# "Unas células, llamadas células de mieloma, crecen".
_NAMING = re.compile(r"(?:conocid|denominad|llamad)[oa]s?\b")


def _is_gerund(word: str) -> bool:
    """Return whether a word is the verb of an aside, as in "incluyendo los planes"."""
    return _GERUND.fullmatch(word) is not None
