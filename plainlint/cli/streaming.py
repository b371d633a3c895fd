"""Told documents: the findings of each as text, in formats that go document by document.

No finding is kept: of a run that finds all in its cache, nothing is taken apart or put together.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from plainlint.core.source import Source
from plainlint.reporters.json import BETWEEN, START, format_end
from plainlint.reporters.style import Style
from plainlint.reporters.text import format_concise_end, format_full_end, format_rule_table
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
    "full": Form(format_full_end),
    "concise": Form(format_concise_end),
    "statistics": Form(format_rule_table),
    "json": Form(lambda tally, _style: format_end(tally), START, BETWEEN),
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
        from plainlint.run.report import count_findings

        result = judge(linter, source).result
        return f"{_packed(count_findings(result))}\n{_text(name, result, style)}"

    return Rendering(f"{name} {style}", make, tells_path=True)


def _text(name: str, result: "Result", style: Style) -> str:
    """The findings of a document in a format of `FORMS`; `statistics` has none."""
    from plainlint.reporters.json import format_document, format_document_lines
    from plainlint.reporters.text import format_concise_findings, format_full_findings

    tellers: dict[str, Callable[[Result, Style], str]] = {
        "full": format_full_findings,
        "concise": format_concise_findings,
        "json": format_document,
        "jsonl": format_document_lines,
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
    found = [(*place, count) for place, count in tally.findings.items()]
    return json.dumps([found, tally.suppressed])


def _unpacked(packed: str) -> Tally:
    rows, suppressed = json.loads(packed)
    found = {(rule, severity): count for rule, severity, count in rows}
    return Tally(1, int(bool(found)), found, suppressed=suppressed)
