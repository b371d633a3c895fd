"""Harvest: learn a glossary from the popup links that documents already have."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from plainlint.glossary.matching import is_acronym
from plainlint.glossary.model import Glossary, Term
from plainlint.glossary.popups import read_popup
from plainlint.model import Document

_NOT_TERMS = re.compile(
    r"(?:click )?here|(?:this|the) (?:page|link|section|term)|(?:learn|read|see|view|find) .*|more"
    r"|definition|glossary|enlarge.*|[\W\d]*",
    re.IGNORECASE,
)
_MOST_WORDS = 8


@dataclass(slots=True)
class _Seen:
    """What the links to one id showed so far."""

    texts: Counter[str] = field(default_factory=Counter)
    urls: Counter[str] = field(default_factory=Counter)
    documents: int = 0


def harvest(documents: Iterable[Document]) -> Glossary:
    """A glossary of every term that a popup link in the documents explains.

    The text linked most often becomes a term's main name, the others its aliases; a text that
    links to several ids belongs to the one it links to most. Link texts that are no terms
    ("here", "this page") are left out.
    """
    seen: defaultdict[str, _Seen] = defaultdict(_Seen)
    for document in documents:
        here = set()
        for link in document.links:
            popup = read_popup(link)
            name = _name(link.text)
            if popup is None or not popup.id or not name:
                continue
            here.add(popup.id)
            seen[popup.id].texts[name] += 1
            seen[popup.id].urls[link.href] += 1
        for identity in here:
            seen[identity].documents += 1
    return Glossary(tuple(_terms(seen)))


def to_json(glossary: Glossary) -> str:
    """The glossary as a file: one term a line, sorted, so that two versions compare well."""
    lines = [json.dumps(_row(term), ensure_ascii=False) for term in glossary.terms]
    return '{"terms": [\n' + ",\n".join(lines) + "\n]}\n"


def _row(term: Term) -> dict[str, object]:
    row = {
        "term": term.name,
        "id": term.id,
        "url": term.url,
        "aliases": list(term.names[1:]),
        "plain": term.plain,
        "linked": term.linked,
        "documents": term.documents,
    }
    return {key: value for key, value in row.items() if value}


def _name(text: str) -> str:
    """A link text as a name: one line, lower case unless its capitals matter; empty if no term."""
    name = " ".join(text.replace("\u2019", "'").split()).strip(' .,;:()"\u201c\u201d')
    if _NOT_TERMS.fullmatch(name) or len(name.split()) > _MOST_WORDS:
        return ""
    words = (word if any(map(str.isupper, word[1:])) else word.lower() for word in name.split(" "))
    return name if is_acronym(name) else " ".join(words)


def _terms(seen: dict[str, _Seen]) -> list[Term]:
    """One term an id, sorted by name; each name goes to the id that it links to most often."""
    owner: dict[str, tuple[int, str]] = {}
    for identity, entry in sorted(seen.items()):
        for text, count in entry.texts.items():
            owner[text.lower()] = max(owner.get(text.lower(), (0, "")), (count, identity))
    terms = []
    for identity, entry in seen.items():
        texts = sorted(entry.texts, key=lambda text: (-entry.texts[text], text))
        names = {t.lower(): t for t in reversed(texts) if owner[t.lower()][1] == identity}
        if names:
            url = min(entry.urls, key=lambda each: (-entry.urls[each], each))
            ordered = sorted(names.values(), key=texts.index)
            linked = entry.texts.total()
            terms.append(Term(tuple(ordered), identity, url, "", linked, entry.documents))
    return sorted(terms, key=lambda term: (term.name.lower(), term.id))
