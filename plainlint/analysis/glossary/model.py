"""Terms and glossaries."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class UsageCounts(NamedTuple):
    """The number of documents that mention a term, and of those that link it to its popup."""

    documents: int = 0
    linked_in: int = 0


class LinkTemplate(NamedTuple):
    """The form of popup links in documents whose address contains `word`; empty matches all.

    `form` is a link target with `{id}` or `{name}` as a placeholder.
    """

    word: str
    form: str


class Term(NamedTuple):
    """A term that a glossary explains.

    Attributes:
        names: its names, the main one first. An acronym matches in its own case only, any other
            name in any case.
        id: its id in the glossary service, digits without leading zeros, or empty.
        url: the target of its popup link, or empty.
        plain: everyday words for it, or empty.
        linked: the number of popup links to it in harvested documents.
        unlinked: the number of mentions without a popup link.
        patient: its use in documents for lay readers.
        technical: its use in documents for professionals.
        ignore: whether it is switched off, in earlier glossaries too.
    """

    names: tuple[str, ...]
    id: str = ""
    url: str = ""
    plain: str = ""
    linked: int = 0
    unlinked: int = 0
    patient: UsageCounts = UsageCounts()
    technical: UsageCounts = UsageCounts()
    ignore: bool = False

    @property
    def name(self) -> str:
        """Return the main name."""
        return self.names[0]

    @property
    def documents(self) -> int:
        """Return the number of harvested documents that mention it."""
        return self.patient.documents + self.technical.documents

    def merge(self, later: "Term") -> "Term":
        """Return this term, updated with its entry in a later glossary.

        An address without an id is the later glossary's choice: the earlier id would lead
        somewhere else.
        """
        counts = later if later.documents else self
        return Term(
            names=tuple(dict.fromkeys(later.names + self.names)),
            id=later.id or ("" if later.url else self.id),
            url=later.url or self.url,
            plain=later.plain or self.plain,
            linked=counts.linked,
            unlinked=counts.unlinked,
            patient=counts.patient,
            technical=counts.technical,
            ignore=later.ignore,
        )


class Glossary:
    """A collection of terms; each name belongs to one term. Equality is identity.

    `forms` are the forms of their popup links: a document uses the first whose word it matches.
    `by_name` maps lower-case names to terms; the later of two terms with one name wins.
    """

    __slots__ = ("by_name", "forms", "terms")

    def __init__(self, terms: tuple[Term, ...] = (), forms: tuple[LinkTemplate, ...] = ()) -> None:
        self.terms, self.forms = terms, forms
        self.by_name = {name.lower(): term for term in terms for name in term.names}

    def find(self, name: str) -> Term | None:
        """Return the term with this name, in any case."""
        return self.by_name.get(name.lower())


# What identifies a term across glossaries: its id, or one of its names.
_Key = tuple[str, str]


def merge_glossaries(glossaries: Iterable[Glossary]) -> Glossary:
    """Merge glossaries: a later entry for an id or a name extends and overrides the earlier.

    Terms that are switched off are excluded.
    """
    terms: dict[_Key, Term] = {}
    key_of: dict[_Key, _Key] = {}
    forms: tuple[LinkTemplate, ...] = ()
    for glossary in glossaries:
        forms = glossary.forms + forms
        for term in glossary.terms:
            keys = [("name", name.lower()) for name in term.names]
            if term.id:
                keys.insert(0, ("id", term.id))
            key = next((key_of[alias] for alias in keys if alias in key_of), keys[0])
            terms[key] = terms[key].merge(term) if key in terms else term
            key_of.update((alias, key) for alias in keys)
    kept = (_drop_taken_names(term, key, key_of) for key, term in terms.items() if not term.ignore)
    return Glossary(tuple(kept), forms)


def _drop_taken_names(term: Term, key: _Key, key_of: Mapping[_Key, _Key]) -> Term:
    """Return the term without the names that a later term took over; its first name stays."""
    kept = [name for name in term.names[1:] if key_of["name", name.lower()] == key]
    return term._replace(names=(term.name, *kept))
