"""html: a report for editors, one index page and one page a document, safe to open anywhere."""

from collections.abc import Mapping
from functools import cache
from pathlib import PurePath

from jinja2 import Environment, PackageLoader, StrictUndefined

from plainlint.grading import Grading, Verdict
from plainlint.linter import Result
from plainlint.report import Report
from plainlint.reporters.style import printable

# How many sentences a page names as those that raise the grade most.
_HARDEST = 10
_VERDICTS = {
    Verdict.ON_TARGET: "The grade is on target.",
    Verdict.ABOVE_TARGET: "The grade is above the target, but within the limit.",
    Verdict.TOO_HARD: "The grade is above the limit. The sentences below raise it most.",
    Verdict.NO_LIMIT: "There is no grade limit for these readers.",
    Verdict.TOO_SHORT: "There is too little text to judge.",
    Verdict.UNREADABLE: "This file can't be read.",
}


def pages(report: Report, gradings: tuple[Grading, ...]) -> Mapping[str, str]:
    """The report as file name -> HTML: `index.html` first, then a page for each document."""
    rows = list(zip(report.results, gradings, _names(report), strict=True))
    index = _templates().get_template("index.html.j2").render(report=report, rows=rows)
    template = _templates().get_template("document.html.j2")
    documents = {
        name: template.render(
            result=result,
            grading=grading,
            verdict=_VERDICTS[grading.verdict],
            hardest=_hardest(result),
        )
        for result, grading, name in rows
    }
    return {"index.html": index, **documents}


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("plainlint.reporters.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["printable"] = printable
    return templates


def _names(report: Report) -> list[str]:
    """A file name for each document, of its path's letters and digits and unlike all others."""
    names: list[str] = []
    taken = {"index.html"}
    for result in report.results:
        path = PurePath(result.path).with_suffix("").as_posix()
        kept = "".join(char if char.isalnum() and char.isascii() else "-" for char in path)
        stem = kept.strip("-").lower() or "document"
        number = 1
        name = f"{stem}.html"
        while name in taken:
            number += 1
            name = f"{stem}-{number}.html"
        taken.add(name)
        names.append(name)
    return names


def _hardest(result: Result) -> list[dict[str, object]]:
    """The sentences that raise the grade most: text as read, line and number of words."""
    source = result.document.source
    return [
        {
            "text": sentence.text,
            "line": source.locate(sentence.span.start).line,
            "words": len(sentence.tokens),
        }
        for sentence in result.measures.hardest(_HARDEST)
    ]
