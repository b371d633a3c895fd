"""Making glossaries: learned from the popup links of documents, or imported from other formats."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from plainlint.analysis.glossary.file_format import parse_json
from plainlint.analysis.glossary.link_templates import (
    collect_address_words,
    count_link_templates,
    extract_term_name,
    learn_link_templates,
)
from plainlint.analysis.glossary.loader import parse_glossary
from plainlint.analysis.glossary.matching import TermMatch, TermMatcher
from plainlint.analysis.glossary.model import Glossary, Term, UsageCounts
from plainlint.analysis.glossary.popup_links import Popup, read_popup
from plainlint.core.audiences import Audiences
from plainlint.core.errors import PlainlintError
from plainlint.document.model import Block, Document


class _PopupLink(NamedTuple):
    """A popup link: the id of its term, the name it gives the term, and its target."""

    id: str
    name: str
    href: str


class _TextBlock(NamedTuple):
    """A block of running text, and the ranges of its popup links (code points)."""

    text: str
    links: tuple[tuple[int, int], ...]

    def find_unlinked_mentions(self, find: Callable[[str], Iterable[TermMatch]]) -> Iterator[str]:
        """Yield the ids of the terms that it mentions without a link."""
        for match in find(self.text):
            if not any(start < match.end and match.start < end for start, end in self.links):
                yield match.term.id


class _HarvestedPage(NamedTuple):
    """The links and the running text of a document."""

    technical: bool
    words: frozenset[str]
    forms: Counter[str]
    links: tuple[_PopupLink, ...]
    texts: tuple[_TextBlock, ...]


class _LinkCounts(NamedTuple):
    """The texts and addresses of the links to one id, counted."""

    texts: Counter[str]
    urls: Counter[str]


def harvest(documents: Iterable[Document], audiences: Audiences) -> Glossary:
    """Return a glossary of every term that a popup link in the documents explains.

    The most frequent link text becomes a term's main name, the others its aliases; a text that
    links to several ids belongs to the id it links to most. Link texts that are not terms ("here",
    "this page") are excluded. For each term, linked and unlinked mentions are counted, and the
    documents with it, separately for documents whose popups are for professionals. The forms of
    the links are learned from the words in the documents' addresses.
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
            _PopupLink(popup.id, extract_term_name(link.text), link.href)
            for link, popup in popups
            if popup.id
        ),
        tuple(_read_text_block(block) for block in document.blocks if block.is_running_text),
    )


def _read_text_block(block: Block) -> _TextBlock:
    popups = (link for link in block.links if read_popup(link))
    return _TextBlock(block.text, tuple((link.start, link.end) for link in popups))


def _is_technical(popups: Sequence[Popup], document: Document, audiences: Audiences) -> bool:
    """Return whether a document is for professionals, by its popups or else its front matter."""
    audience_counts = Counter(popup.audience for popup in popups if popup.audience)
    declared = audiences.resolve(document.front_matter.get_texts(audiences.key))
    audience = audience_counts.most_common(1)[0][0] if audience_counts else declared
    return audience == "technical"


def _collect_terms(pages: Iterable[_HarvestedPage]) -> list[Term]:
    """Return one term for each id, sorted by name; a name goes to the id it links to most."""
    links_by_id: defaultdict[str, _LinkCounts] = defaultdict(
        lambda: _LinkCounts(Counter(), Counter())
    )
    for link in (link for page in pages for link in page.links if link.name):
        links_by_id[link.id].texts[link.name] += 1
        links_by_id[link.id].urls[link.href] += 1
    owner: dict[str, tuple[int, str]] = {}
    for identity, counts in sorted(links_by_id.items()):
        for text, count in counts.texts.items():
            owner[text.lower()] = max(owner.get(text.lower(), (0, "")), (count, identity))
    terms = []
    for identity, counts in links_by_id.items():
        texts = _rank_by_count(counts.texts)
        names = {
            text.lower(): text for text in reversed(texts) if owner[text.lower()][1] == identity
        }
        if names:
            ordered = tuple(sorted(names.values(), key=texts.index))
            url = _rank_by_count(counts.urls)[0]
            terms.append(Term(ordered, identity, url, linked=counts.texts.total()))
    return sorted(terms, key=lambda term: (term.name.lower(), term.id))


def _rank_by_count(counts: Counter[str]) -> list[str]:
    """Return the texts, the most frequent first and equals in alphabetical order."""
    return sorted(counts, key=lambda text: (-counts[text], text))


def _count_mentions(terms: Sequence[Term], pages: Sequence[_HarvestedPage]) -> list[Term]:
    """Return the terms with the numbers of mentions and of documents that mention or link them."""
    find = TermMatcher(Glossary(tuple(terms))).find
    mentions: Counter[str] = Counter()
    documents: Counter[tuple[str, bool]] = Counter()
    linked_in: Counter[tuple[str, bool]] = Counter()
    for page in pages:
        linked = {link.id for link in page.links}
        unlinked = Counter(
            identity for text in page.texts for identity in text.find_unlinked_mentions(find)
        )
        mentions.update(unlinked)
        documents.update((identity, page.technical) for identity in unlinked.keys() | linked)
        linked_in.update((identity, page.technical) for identity in linked)
    return [
        term._replace(
            unlinked=mentions[term.id],
            patient=UsageCounts(documents[term.id, False], linked_in[term.id, False]),
            technical=UsageCounts(documents[term.id, True], linked_in[term.id, True]),
        )
        for term in terms
    ]


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
