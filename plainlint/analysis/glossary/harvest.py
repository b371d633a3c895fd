"""Harvest: learn a glossary from the popup links that documents already have."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from plainlint.analysis.glossary.link_templates import (
    address_words,
    form_counts,
    learn_forms,
    link_name,
)
from plainlint.analysis.glossary.matching import Match, Matcher
from plainlint.analysis.glossary.model import Glossary, Term, Use
from plainlint.analysis.glossary.popup_links import Popup, read_popup
from plainlint.core.audiences import Audiences
from plainlint.document.model import Block, Document


class _Linked(NamedTuple):
    """A popup link: its term's id, the name it gives the term, and its target."""

    id: str
    name: str
    href: str


class _Text(NamedTuple):
    """A block of running text, and the ranges that popup links cover."""

    text: str
    links: tuple[tuple[int, int], ...]

    def mentions(self, find: Callable[[str], Iterable[Match]]) -> Iterator[str]:
        """The ids of the terms that it mentions without a link."""
        for match in find(self.text):
            if not any(start < match.end and match.start < end for start, end in self.links):
                yield match.term.id


class _Page(NamedTuple):
    """What a harvest keeps of a document: its links, and its running text."""

    technical: bool
    words: frozenset[str]
    forms: Counter[str]
    links: tuple[_Linked, ...]
    texts: tuple[_Text, ...]


class _Seen(NamedTuple):
    """What the links to one id show: texts and addresses, counted."""

    texts: Counter[str]
    urls: Counter[str]


def harvest(documents: Iterable[Document], audiences: Audiences) -> Glossary:
    """A glossary of every term that a popup link in the documents explains.

    The text linked most often becomes a term's main name, the others its aliases; a text that
    links to several ids belongs to the one it links to most. Link texts that are no terms
    ("here", "this page") are left out. Each term is counted, linked and unlinked, and so are the
    documents with it, apart for those whose popups are for professionals. The forms of the links
    are learned by the words of the documents' addresses.
    """
    pages = [_page(document, audiences) for document in documents]
    forms = learn_forms((page.words, page.forms) for page in pages)
    return Glossary(tuple(_counted(_terms(pages), pages)), forms)


def _page(document: Document, audiences: Audiences) -> _Page:
    popups = [(link, popup) for link in document.links if (popup := read_popup(link))]
    return _Page(
        _is_technical([popup for _, popup in popups], document, audiences),
        address_words(document),
        form_counts(link for link, _ in popups),
        tuple(_Linked(p.id, link_name(link.text), link.href) for link, p in popups if p.id),
        tuple(_text(block) for block in document.blocks if block.is_running_text),
    )


def _text(block: Block) -> _Text:
    return _Text(block.text, tuple((x.start, x.end) for x in block.links if read_popup(x)))


def _is_technical(popups: Sequence[Popup], document: Document, audiences: Audiences) -> bool:
    """Whether a document is for professionals: by its popups, else by what it declares."""
    readers = Counter(popup.audience for popup in popups if popup.audience)
    declared = audiences.resolve(document.front_matter.text(audiences.key))
    return (readers.most_common(1)[0][0] if readers else declared) == "technical"


def _terms(pages: Iterable[_Page]) -> list[Term]:
    """One term an id, sorted by name; each name goes to the id that it links to most often."""
    seen: defaultdict[str, _Seen] = defaultdict(lambda: _Seen(Counter(), Counter()))
    for link in (link for page in pages for link in page.links if link.name):
        seen[link.id].texts[link.name] += 1
        seen[link.id].urls[link.href] += 1
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
            ordered = tuple(sorted(names.values(), key=texts.index))
            terms.append(Term(ordered, identity, url, "", entry.texts.total()))
    return sorted(terms, key=lambda term: (term.name.lower(), term.id))


def _counted(terms: Sequence[Term], pages: Sequence[_Page]) -> list[Term]:
    """The terms with their mentions and with the documents that mention and that link them."""
    find = Matcher(Glossary(tuple(terms))).find
    mentions: Counter[str] = Counter()
    documents: Counter[tuple[str, bool]] = Counter()
    linked_in: Counter[tuple[str, bool]] = Counter()
    for page in pages:
        linked = {link.id for link in page.links}
        found = Counter(identity for text in page.texts for identity in text.mentions(find))
        mentions.update(found)
        documents.update((identity, page.technical) for identity in found.keys() | linked)
        linked_in.update((identity, page.technical) for identity in linked)
    return [
        term._replace(
            unlinked=mentions[term.id],
            patient=Use(documents[term.id, False], linked_in[term.id, False]),
            technical=Use(documents[term.id, True], linked_in[term.id, True]),
        )
        for term in terms
    ]
