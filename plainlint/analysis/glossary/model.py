"""Terms and glossaries."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class UsageCounts(NamedTuple):
    """How many documents mention a term, and how many of these link it to its popup."""

    documents: int = 0
    linked_in: int = 0


class LinkTemplate(NamedTuple):
    """The form of popup links in the documents whose address has a word; empty fits all.

    `form` is a link target with `{id}` or `{name}` in place of the term's.
    """

    word: str
    form: str


class Term(NamedTuple):
    """One thing that a glossary explains.

    Attributes:
        names: its names, the main one first. A name in capitals is an acronym and matches only
            in capitals; any other name matches in any case.
        id: its id in the glossary service, digits without leading zeros, or empty.
        url: the target of its popup link, or empty.
        plain: everyday words for it, or empty.
        linked: how many popup links to it a harvest met.
        unlinked: how many mentions without one.
        patient: its use in the documents for lay readers.
        technical: its use in those for professionals.
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
        """The main name."""
        return self.names[0]

    @property
    def documents(self) -> int:
        """How many documents of a harvest mention it."""
        return self.patient.documents + self.technical.documents

    def merge(self, later: "Term") -> "Term":
        """This term with what a later glossary says of it."""
        counts = later if later.documents else self
        return Term(
            tuple(dict.fromkeys(later.names + self.names)),
            later.id or self.id,
            later.url or self.url,
            later.plain or self.plain,
            counts.linked,
            counts.unlinked,
            counts.patient,
            counts.technical,
            later.ignore,
        )


class Glossary:
    """Terms, each name belonging to one of them. Glossaries are compared by identity.

    `forms` are the forms of their popup links: the first whose word fits a document is its form.
    `by_name` has them by their names, lower-cased; where two claim a name, the later has it.
    """

    __slots__ = ("by_name", "forms", "terms")

    def __init__(self, terms: tuple[Term, ...] = (), forms: tuple[LinkTemplate, ...] = ()) -> None:
        self.terms, self.forms = terms, forms
        self.by_name = {name.lower(): term for term in terms for name in term.names}

    def find(self, name: str) -> Term | None:
        """The term with this name, in any case."""
        return self.by_name.get(name.lower())


# What two glossaries know a term by: its id, or one of its names.
_Key = tuple[str, str]


def merge_glossaries(glossaries: Iterable[Glossary]) -> Glossary:
    """One glossary of several: a later entry for an id or a name adds to the earlier and wins.

    Terms that are switched off are left out.
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
            key = next((key_of[each] for each in keys if each in key_of), keys[0])
            terms[key] = terms[key].merge(term) if key in terms else term
            key_of.update((each, key) for each in keys)
    kept = (_drop_taken_names(term, key, key_of) for key, term in terms.items() if not term.ignore)
    return Glossary(tuple(kept), forms)


def _drop_taken_names(term: Term, key: _Key, key_of: Mapping[_Key, _Key]) -> Term:
    """The term without the names that a later term has taken over; its first name stays."""
    kept = [name for name in term.names[1:] if key_of["name", name.lower()] == key]
    return term._replace(names=(term.name, *kept))
