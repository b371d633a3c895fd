"""Told documents: the findings of each as text, in formats that go document by document.

No finding is kept: of a run that finds all in its cache, nothing is taken apart or put together.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from plainlint.core.source import Source
from plainlint.reporters.json import BETWEEN, START, end
from plainlint.reporters.style import Style
from plainlint.reporters.text import by_rule, concise_end, full_end
from plainlint.run.pipeline import Rendered, Rendering
from plainlint.run.report import Tally

if TYPE_CHECKING:
    from plainlint.engine.linter import Linter
    from plainlint.engine.result import Result


class Form(NamedTuple):
    """What of a format stands below, above and between the documents' texts."""

    end: Callable[[Tally, Style], str]
    start: str = ""
    between: str = ""


FORMS = {
    "full": Form(full_end),
    "concise": Form(concise_end),
    "statistics": Form(by_rule),
    "json": Form(lambda tally, _style: end(tally), START, BETWEEN),
    "jsonl": Form(lambda _tally, _style: ""),
}


class Told(NamedTuple):
    """What is said of one document, and its findings in numbers."""

    path: str
    text: str
    tally: Tally
    failure: str = ""


def telling(name: str, style: Style) -> Rendering:
    """How documents are told in a format of `FORMS`."""

    def make(linter: "Linter", source: Source) -> str:
        from plainlint.run.pipeline import judge
        from plainlint.run.report import tally_of

        result = judge(linter, source).result
        return f"{_packed(tally_of(result))}\n{_text(name, result, style)}"

    return Rendering(f"{name} {style}", make, tells_path=True)


def _text(name: str, result: "Result", style: Style) -> str:
    """The findings of a document in a format of `FORMS`; `statistics` has none."""
    from plainlint.reporters.json import document, document_lines
    from plainlint.reporters.text import concise_findings, full_findings

    tellers: dict[str, Callable[[Result, Style], str]] = {
        "full": full_findings,
        "concise": concise_findings,
        "json": document,
        "jsonl": document_lines,
    }
    return tellers[name](result, style) if name in tellers else ""


def together(name: str, documents: Sequence[Told], tally: Tally, style: Style) -> str:
    """The whole text of what was told of the documents."""
    form = FORMS[name]
    texts = form.between.join(each.text for each in documents)
    return f"{form.start}{texts}{form.end(tally, style)}"


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
