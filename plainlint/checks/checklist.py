"""The check checklist: which items of a published checklist a document meets."""

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
    *,
    rules: Mapping[str, Sequence[str]],
    people: Sequence[str],
    parts: Mapping[str, Sequence[str]] = MappingProxyType({}),
    tolerated: Mapping[str, float] = MappingProxyType({}),
) -> Iterator[Hit]:
    """Report the state of each item of a checklist, for the whole document.

    Args:
        rules: items, each with its rules; an item is met if they find nothing.
        people: the items that a person must check.
        parts: items, each with scopes; an item is met if the document has text in one of them.
        tolerated: items, each with the number of findings that it allows in 100 sentences.

    Message:
        met: how many items are met.
        checked: how many items plainlint could check.
        open: the items that are not met, with the reasons.
        people: the items that a person must check.
        items: all items with their states.
    """
    states = {
        item: _decide_state(
            names, findings, tolerated.get(item, 0.0) * measures.counts.sentences / 100
        )
        for item, names in rules.items()
    }
    for item, scopes in parts.items():
        part_state = _MET if select_passages(document, scopes) else f"no {scopes[0]}"
        states[item] = _merge_states(states.get(item, _MET), part_state)
    decided = {item: state for item, state in states.items() if state}
    open_items = [f"{item}: {state}" for item, state in decided.items() if state != _MET]
    values = {
        "met": len(decided) - len(open_items),
        "checked": len(decided),
        "open": "; ".join(open_items) or "none",
        "people": "; ".join([*people, *(item for item in states if item not in decided)]),
        "items": {**states, **dict.fromkeys(people, "")},
    }
    yield Hit(document.front_matter.get_span(audiences.key), values)


def _decide_state(names: Sequence[str], findings: Mapping[str, int], maximum: float) -> str:
    """Return "met" or the number of findings of each rule; empty if no rule ran."""
    counts = {name: findings[name] for name in names if name in findings}
    if sum(counts.values()) <= maximum:
        return _MET if counts else ""
    return ", ".join(f"{count} x {name}" for name, count in counts.items() if count)


def _merge_states(*states: str) -> str:
    return ", ".join(state for state in states if state != _MET) or _MET
