"""Link templates: the forms in which documents of one folder or kind write popup links."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from plainlint.analysis.glossary.matching import is_acronym
from plainlint.analysis.glossary.model import Glossary, LinkTemplate, Term
from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.core.caches import remember
from plainlint.document.model import Document, Link

_NOT_TERMS = re.compile(
    r"(?:click )?here|(?:this|the) (?:page|link|section|term)|(?:learn|read|see|view|find) .*|more"
    r"|definition|glossary|enlarge.*|[\W\d]*",
    re.IGNORECASE,
)
_MOST_WORDS = 8


def extract_term_name(text: str) -> str:
    """Return a link text as a name: one line, capitals only if they matter; empty if not a term."""
    name = " ".join(text.replace("\u2019", "'").split()).strip(' .,;:"\u201c\u201d')
    if name.count("(") != name.count(")") or name.startswith("("):
        name = name.strip(" ()")
    if _NOT_TERMS.fullmatch(name) or len(name.split()) > _MOST_WORDS:
        return ""
    words = (word if any(map(str.isupper, word[1:])) else word.lower() for word in name.split(" "))
    return name if is_acronym(name) else " ".join(words)


_NAME = re.compile(r"(?<=/def/)[^/?#]*")
_NUMBER = re.compile(r"0*(\d+)")
# A word predicts the form of links only if it is in the addresses of this many documents.
_FEWEST = 3


def make_link_template(link: Link) -> str:
    """Return the target of a popup link with `{id}` or `{name}` as a placeholder, or empty.

    >>> from plainlint.document.readers import parse
    >>> (link,) = parse("[a](/popups/popDefinition?id=CDR0000044058&language=en)").links
    >>> make_link_template(link)
    '/popups/popDefinition?id=CDR{id:0>10}&language=en'
    """
    popup = read_popup(link)
    return _make_template(link.href, popup.id) if popup and popup.id else ""


@remember(1 << 12)
def _make_template(href: str, term_id: str) -> str:
    """Return the form of an address that points to a term."""
    if "{" in href:
        return ""
    if not term_id.isdigit():
        return _NAME.sub("{name}", href, count=1)
    matches = (match for match in _NUMBER.finditer(href) if match[1] == term_id.lstrip("0"))
    number = next(matches, None)
    if number is None:
        return ""
    padded = len(number[0]) > len(term_id)
    field = f"{{id:0>{len(number[0])}}}" if padded else "{id}"
    return href[: number.start()] + field + href[number.end() :]


def count_link_templates(links: Iterable[Link]) -> Counter[str]:
    """Count how often each form is used."""
    counts = Counter(map(make_link_template, links))
    del counts[""]
    return counts


def collect_address_words(document: Document) -> frozenset[str]:
    """Return the words of a document's path and of the address in its front matter."""
    address = f"{document.source.path} {document.front_matter.get_text('url')}".lower()
    return frozenset(re.findall(r"[a-z]+", address))


def learn_link_templates(
    pages: Iterable[tuple[frozenset[str], Counter[str]]],
) -> tuple[LinkTemplate, ...]:
    """Learn which words in a document's address predict the form of its popup links.

    The result is a decision list: each step takes the word that predicts the form best among the
    remaining documents, then removes the documents with that word.

    Args:
        pages: the words in each document's address, and how often it uses each form.

    Source: R. Rivest, Learning decision lists, Machine Learning 2 (1987).
    """
    remaining = [page for page in pages if page[1]]
    templates = []
    while remaining:
        word, forms = _choose_best_word(remaining)
        form = min(forms.items(), key=lambda item: (-item[1], item[0]))[0]
        templates.append(LinkTemplate(word, form))
        remaining = [page for page in remaining if word and word not in page[0]]
    return tuple(templates)


def choose_link_template(document: Document, glossary: Glossary) -> str:
    """Return the form of a document's popup links: its own most frequent, else its glossary's."""
    if own := count_link_templates(document.links):
        return own.most_common(1)[0][0]
    words = collect_address_words(document)
    matching = (
        template.form for template in glossary.forms if not template.word or template.word in words
    )
    return next(matching, "")


def make_popup_target(term: Term, form: str) -> str:
    """Return the target of a popup link to a term in this form, else the term's own address."""
    name = term.name.replace(" ", "-")
    fits = form and term.id and (term.id.isdigit() or "{name}" in form)
    return form.format(id=term.id, name=name) if fits else term.url


def _choose_best_word(
    pages: Sequence[tuple[frozenset[str], Counter[str]]],
) -> tuple[str, Counter[str]]:
    """Return the word whose documents agree best on a form, or empty for all, and the forms."""
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
    """Return the share of the most frequent form, lowered a little for few links."""
    return max(forms.values()) / (forms.total() + 1)
