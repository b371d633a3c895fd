"""Harvest: learn a glossary from the popup links that documents already have."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from plainlint.analysis.glossary.link_templates import (
    collect_address_words,
    count_link_templates,
    extract_term_name,
    learn_link_templates,
)
from plainlint.analysis.glossary.matching import TermMatch, TermMatcher
from plainlint.analysis.glossary.model import Glossary, Term, UsageCounts
from plainlint.analysis.glossary.popup_links import Popup, read_popup
from plainlint.core.audiences import Audiences
from plainlint.document.model import Block, Document


class _PopupLink(NamedTuple):
    """A popup link: its term's id, the name it gives the term, and its target."""

    id: str
    name: str
    href: str


class _TextBlock(NamedTuple):
    """A block of running text, and the ranges that popup links cover."""

    text: str
    links: tuple[tuple[int, int], ...]

    def find_unlinked_mentions(self, find: Callable[[str], Iterable[TermMatch]]) -> Iterator[str]:
        """The ids of the terms that it mentions without a link."""
        for match in find(self.text):
            if not any(start < match.end and match.start < end for start, end in self.links):
                yield match.term.id


class _HarvestedPage(NamedTuple):
    """What a harvest keeps of a document: its links, and its running text."""

    technical: bool
    words: frozenset[str]
    forms: Counter[str]
    links: tuple[_PopupLink, ...]
    texts: tuple[_TextBlock, ...]


class _LinkCounts(NamedTuple):
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
    pages = [_harvest_page(document, audiences) for document in documents]
    forms = learn_link_templates((page.words, page.forms) for page in pages)
    return Glossary(tuple(_count_mentions(_collect_terms(pages), pages)), forms)


def _harvest_page(document: Document, audiences: Audiences) -> _HarvestedPage:
    popups = [(link, popup) for link in document.links if (popup := read_popup(link))]
    return _HarvestedPage(
        _is_technical([popup for _, popup in popups], document, audiences),
        collect_address_words(document),
        count_link_templates(link for link, _ in popups),
        tuple(
            _PopupLink(p.id, extract_term_name(link.text), link.href) for link, p in popups if p.id
        ),
        tuple(_read_text_block(block) for block in document.blocks if block.is_running_text),
    )


def _read_text_block(block: Block) -> _TextBlock:
    return _TextBlock(block.text, tuple((x.start, x.end) for x in block.links if read_popup(x)))


def _is_technical(popups: Sequence[Popup], document: Document, audiences: Audiences) -> bool:
    """Whether a document is for professionals: by its popups, else by what it declares."""
    readers = Counter(popup.audience for popup in popups if popup.audience)
    declared = audiences.resolve(document.front_matter.get_text(audiences.key))
    return (readers.most_common(1)[0][0] if readers else declared) == "technical"


def _collect_terms(pages: Iterable[_HarvestedPage]) -> list[Term]:
    """One term an id, sorted by name; each name goes to the id that it links to most often."""
    seen: defaultdict[str, _LinkCounts] = defaultdict(lambda: _LinkCounts(Counter(), Counter()))
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


def _count_mentions(terms: Sequence[Term], pages: Sequence[_HarvestedPage]) -> list[Term]:
    """The terms with their mentions and with the documents that mention and that link them."""
    find = TermMatcher(Glossary(tuple(terms))).find
    mentions: Counter[str] = Counter()
    documents: Counter[tuple[str, bool]] = Counter()
    linked_in: Counter[tuple[str, bool]] = Counter()
    for page in pages:
        linked = {link.id for link in page.links}
        found = Counter(
            identity for text in page.texts for identity in text.find_unlinked_mentions(find)
        )
        mentions.update(found)
        documents.update((identity, page.technical) for identity in found.keys() | linked)
        linked_in.update((identity, page.technical) for identity in linked)
    return [
        term._replace(
            unlinked=mentions[term.id],
            patient=UsageCounts(documents[term.id, False], linked_in[term.id, False]),
            technical=UsageCounts(documents[term.id, True], linked_in[term.id, True]),
        )
        for term in terms
    ]
