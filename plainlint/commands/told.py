"""Told documents: the findings of each as text, in formats that go document by document.

No finding is kept: of a run that finds all in its cache, nothing is taken apart or put together.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from plainlint.commands.rendered import Rendered, Rendering
from plainlint.reporters.style import Style
from plainlint.reporters.totals import by_rule, concise_end, full_end
from plainlint.source import Source
from plainlint.tally import Tally

if TYPE_CHECKING:
    from plainlint.linter import Linter

# What stands below the findings of each of these formats.
ENDS: dict[str, Callable[[Tally, Style], str]] = {
    "full": full_end,
    "concise": concise_end,
    "statistics": by_rule,
}


class Told(NamedTuple):
    """What is said of one document, and its findings in numbers."""

    path: str
    text: str
    tally: Tally
    failure: str = ""


def telling(name: str, style: Style) -> Rendering:
    """How documents are told in a format of `ENDS`."""

    def make(linter: "Linter", source: Source) -> str:
        from plainlint.commands.judged import judge
        from plainlint.report import tally_of
        from plainlint.reporters.text import concise_findings, full_findings

        tellers = {"full": full_findings, "concise": concise_findings}
        result = judge(linter, source).result
        text = tellers[name](result, style) if name in tellers else ""
        return f"{_packed(tally_of(result))}\n{text}"

    return Rendering(f"{name} {style}", make, tells_path=True)


def told(documents: Iterable[Rendered]) -> Iterator[Told]:
    """What `telling` has made of documents."""
    for each in documents:
        head, _, text = each.text.partition("\n")
        yield Told(each.path, text, _unpacked(head), each.failure)


def _packed(tally: Tally) -> str:
    found = [(*place, count) for place, count in tally.found.items()]
    return json.dumps([found, tally.suppressed])


def _unpacked(packed: str) -> Tally:
    rows, suppressed = json.loads(packed)
    found = {(rule, severity): count for rule, severity, count in rows}
    return Tally(1, int(bool(found)), found, suppressed=suppressed)
