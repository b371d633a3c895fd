"""Terms and glossaries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that a glossary explains.

    Attributes:
        names: its names, the main one first. A name in capitals is an acronym and matches only
            in capitals; any other name matches in any case.
        id: its id in the glossary service, digits without leading zeros, or empty.
        url: the target of its popup link, or empty.
        plain: everyday words for it, or empty.
        linked: how many popup links to it a harvest met.
        documents: in how many documents.
    """

    names: tuple[str, ...]
    id: str = ""
    url: str = ""
    plain: str = ""
    linked: int = 0
    documents: int = 0

    @property
    def name(self) -> str:
        """The main name."""
        return self.names[0]

    def merged(self, later: "Term") -> "Term":
        """This term with what a later glossary says of it."""
        return replace(
            later,
            names=tuple(dict.fromkeys(later.names + self.names)),
            id=later.id or self.id,
            url=later.url or self.url,
            plain=later.plain or self.plain,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Glossary:
    """Terms, each name belonging to one of them. Glossaries are compared by identity."""

    terms: tuple[Term, ...] = ()
    by_name: dict[str, Term] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the terms by their names, lower-cased; where two claim a name, the later wins."""
        index = {name.lower(): term for term in self.terms for name in term.names}
        object.__setattr__(self, "by_name", index)

    def find(self, name: str) -> Term | None:
        """The term with this name, in any case."""
        return self.by_name.get(name.lower())


def layered(glossaries: Iterable[Glossary]) -> Glossary:
    """One glossary of several: a later entry for a name adds to the earlier one and wins."""
    terms: dict[str, Term] = {}
    key_of: dict[str, str] = {}
    for glossary in glossaries:
        for term in glossary.terms:
            lower = [name.lower() for name in term.names]
            key = next((key_of[name] for name in lower if name in key_of), lower[0])
            merged = terms[key].merged(term) if key in terms else term
            terms[key] = merged
            key_of.update((name, key) for name in lower)
    return Glossary(tuple(_keeping(term, key, key_of) for key, term in terms.items()))


def _keeping(term: Term, key: str, key_of: Mapping[str, str]) -> Term:
    """The term without the names that a later term has taken over; its first name stays."""
    kept = [name for name in term.names[1:] if key_of[name.lower()] == key]
    return replace(term, names=(term.name, *kept))
