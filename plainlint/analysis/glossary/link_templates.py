"""Link forms: how the documents of a folder or kind write their popup links."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from plainlint.analysis.glossary.matching import is_acronym
from plainlint.analysis.glossary.model import Glossary, LinkTemplate, Term
from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.document.model import Document, Link

_NOT_TERMS = re.compile(
    r"(?:click )?here|(?:this|the) (?:page|link|section|term)|(?:learn|read|see|view|find) .*|more"
    r"|definition|glossary|enlarge.*|[\W\d]*",
    re.IGNORECASE,
)
_MOST_WORDS = 8


def extract_term_name(text: str) -> str:
    """A link text as a name: one line, lower case unless its capitals matter; empty if no term."""
    name = " ".join(text.replace("\u2019", "'").split()).strip(' .,;:"\u201c\u201d')
    if name.count("(") != name.count(")") or name.startswith("("):
        name = name.strip(" ()")
    if _NOT_TERMS.fullmatch(name) or len(name.split()) > _MOST_WORDS:
        return ""
    words = (word if any(map(str.isupper, word[1:])) else word.lower() for word in name.split(" "))
    return name if is_acronym(name) else " ".join(words)


_NAME = re.compile(r"(?<=/def/)[^/?#]*")
_NUMBER = re.compile(r"0*(\d+)")
# A word tells the form of a document's links once it is in the address of so many others.
_FEWEST = 3


def make_link_template(link: Link) -> str:
    """The target of a popup link with `{id}` or `{name}` in place of the term's; empty if none.

    >>> from plainlint.document.readers import parse
    >>> link_form(parse("[a](/popups/popDefinition?id=CDR0000044058&language=en)").links[0])
    '/popups/popDefinition?id=CDR{id:0>10}&language=en'
    """
    popup = read_popup(link)
    return _make_template(link.href, popup.id) if popup and popup.id else ""


@lru_cache(maxsize=1 << 12)
def _make_template(href: str, term_id: str) -> str:
    """The form of an address that points to a term; worked out once for each address."""
    if "{" in href:
        return ""
    if not term_id.isdigit():
        return _NAME.sub("{name}", href, count=1)
    numbers = (each for each in _NUMBER.finditer(href) if each[1] == term_id.lstrip("0"))
    number = next(numbers, None)
    if number is None:
        return ""
    padded = len(number[0]) > len(term_id)
    field = f"{{id:0>{len(number[0])}}}" if padded else "{id}"
    return href[: number.start()] + field + href[number.end() :]


def count_link_templates(links: Iterable[Link]) -> Counter[str]:
    """How often each form is used."""
    counts = Counter(map(make_link_template, links))
    del counts[""]
    return counts


def collect_address_words(document: Document) -> frozenset[str]:
    """The words of a document's path and of the address that its front matter gives."""
    address = f"{document.source.path} {document.front_matter.get_text('url')}".lower()
    return frozenset(re.findall(r"[a-z]+", address))


def learn_link_templates(
    pages: Iterable[tuple[frozenset[str], Counter[str]]],
) -> tuple[LinkTemplate, ...]:
    """The forms of documents' links, by the most telling word of their addresses.

    A decision list: again and again the word that leaves the least doubt about the form is
    taken, and the documents with it are put aside.

    Args:
        pages: the words of each document's address, and how often it uses each form.

    Source: R. Rivest, Learning decision lists, Machine Learning 2 (1987).
    """
    left = [page for page in pages if page[1]]
    found = []
    while left:
        word, forms = _choose_telling_word(left)
        form = min(forms.items(), key=lambda item: (-item[1], item[0]))[0]
        found.append(LinkTemplate(word, form))
        left = [page for page in left if word and word not in page[0]]
    return tuple(found)


def choose_link_template(document: Document, glossary: Glossary) -> str:
    """The form of a document's popup links: that of most of its own, else of documents like it."""
    if own := count_link_templates(document.links):
        return own.most_common(1)[0][0]
    words = collect_address_words(document)
    likely = (each.form for each in glossary.forms if not each.word or each.word in words)
    return next(likely, "")


def make_popup_target(term: Term, form: str) -> str:
    """The target of a popup link to a term in this form, or in the term's own; empty if unknown."""
    name = term.name.replace(" ", "-")
    fits = form and term.id and (term.id.isdigit() or "{name}" in form)
    return form.format(id=term.id, name=name) if fits else term.url


def _choose_telling_word(
    pages: Sequence[tuple[frozenset[str], Counter[str]]],
) -> tuple[str, Counter[str]]:
    """The word whose documents agree best on one form, and their forms; empty for all."""
    documents: Counter[str] = Counter()
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words, forms in pages:
        documents.update(words)
        for word in ("", *words):
            counts[word].update(forms)
    common = sorted(word for word in documents if documents[word] >= _FEWEST)
    best = max(
        common, key=lambda word: (_score_agreement(counts[word]), documents[word]), default=""
    )
    word = best if _score_agreement(counts[best]) > _score_agreement(counts[""]) else ""
    return word, counts[word]


def _score_agreement(forms: Counter[str]) -> float:
    """The share of the commonest form; less where few links speak for it."""
    return max(forms.values()) / (forms.total() + 1)
