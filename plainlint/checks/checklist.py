"""checklist: the items of a published checklist, and how a document stands with each."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from plainlint.analysis.metrics.measures import Measures
from plainlint.checks import Hit, check
from plainlint.core.audiences import Audiences
from plainlint.document.model import Document
from plainlint.document.scopes import select_passages

_MET = "met"


@check
def checklist(
    document: Document,
    findings: Mapping[str, int],
    measures: Measures,
    audiences: Audiences,
    rules: Mapping[str, Sequence[str]],
    people: Sequence[str],
    parts: Mapping[str, Sequence[str]] = MappingProxyType({}),
    tolerated: Mapping[str, float] = MappingProxyType({}),
) -> Iterator[Hit]:
    """The document, with the state of each item.

    Args:
        rules: items, each with the rules that decide it: it is met if they find nothing.
        people: the items that a person must look at.
        parts: items, each with scopes: it is met if the document has a part of one of them.
        tolerated: items that allow so many findings in 100 sentences.

    Message:
        met: how many items are met.
        checked: how many of them plainlint can check.
        open: those that are not met, with the reasons.
        people: those that a person must look at.
        items: all of them with their states.
    """
    states = {
        item: _decide_state(
            names, findings, tolerated.get(item, 0.0) * measures.counts.sentences / 100
        )
        for item, names in rules.items()
    }
    for item, scopes in parts.items():
        there = bool(select_passages(document, scopes))
        states[item] = _merge_states(states.get(item, _MET), _MET if there else f"no {scopes[0]}")
    known = {item: state for item, state in states.items() if state}
    open_items = [f"{item}: {state}" for item, state in known.items() if state != _MET]
    values = {
        "met": len(known) - len(open_items),
        "checked": len(known),
        "open": "; ".join(open_items) or "none",
        "people": "; ".join([*people, *(item for item in states if item not in known)]),
        "items": {**states, **dict.fromkeys(people, "")},
    }
    yield Hit(document.front_matter.get_span(audiences.key), values)


def _decide_state(names: Sequence[str], findings: Mapping[str, int], most: float) -> str:
    """Met, or how often each rule found something; empty if none of them ran."""
    found = {name: findings[name] for name in names if name in findings}
    if sum(found.values()) <= most:
        return _MET if found else ""
    return ", ".join(f"{count} x {name}" for name, count in found.items() if count)


def _merge_states(one: str, other: str) -> str:
    return ", ".join(state for state in (one, other) if state != _MET) or _MET
