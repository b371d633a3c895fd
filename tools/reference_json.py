"""The reference of JSON output: every key that `check` and `score` write for a real document."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from plainlint.config.settings import Config
from plainlint.reporters.json import JSON, format_scores
from plainlint.reporters.style import Style
from plainlint.run.discovery import read_file
from plainlint.run.pipeline import RunContext, lint_documents
from plainlint.run.tally import sum_tallies

_DAY = date(2026, 11, 22)
# Objects whose keys are words of the documents or names of rules' values: they have no fixed keys.
_OPEN = {"values", "parts", "scores", "counts", "not_scored", "markup"}
# By the last name of a key, or by the last two where the name alone means something else.
_MEANINGS = {
    "version": "the version of plainlint",
    "documents": "one object for each document",
    "summary.documents": "how many documents there are",
    "path": "the file, as it was named",
    "audience": "who it is for",
    "language": "the language, a tag such as `en`",
    "counts": "how many there are of each",
    "scores": "the value of each formula",
    "uncertain": "the formulas that need a longer text",
    "diagnostics": "the findings, in text order",
    "rule": "the rule's id",
    "severity": "`error`, `warning` or `info`",
    "message": "what is wrong",
    "start": "where it begins, in code points of the decoded text",
    "end": "where it ends",
    "line": "its line, from 1",
    "column": "its column, from 1",
    "end_line": "the line of its end",
    "end_column": "the column of its end",
    "text": "the text there",
    "edits[].text": "the text to put in",
    "help": "what to do",
    "values": "the numbers and words of the message, by the names that the check gives them",
    "fix": "a change that mends it, or null",
    "title": "what the fix does",
    "safe": "whether `--fix` makes it without `--unsafe-fixes`",
    "edits": "the places to change",
    "fingerprint": "a name for the finding that stays when lines move",
    "group": "findings of the same group are about one place",
    "related": "other places that the finding names",
    "suppressed": "how many findings comments hide",
    "known": "how many findings the baseline hides",
    "summary": "the totals of the run",
    "error": "how many errors there are",
    "warning": "how many warnings there are",
    "info": "how many there are that could be better",
    "rules": "how often each rule was broken",
    "count": "how often",
    "target": "the grade to aim at, or null",
    "most": "the highest grade allowed, or null",
    "verdict": "what this means, such as `on target` or `too hard`",
    "sentences": "each sentence that is scored",
    "words": "how many words it has",
    "syllables": "how many syllables it has",
    "polysyllables": "how many words of three and more syllables it has",
    "difficulty": "how hard it is, from 0 to 100",
    "parts": "what makes it hard; the parts add up to `difficulty`",
    "not_scored": "the parts that are not scored, with the reason",
    "reason": "why it is not scored",
    "markup[].reason": "what kind of markup it is",
    "characters.not_scored": "characters that are not scored, by reason",
    "characters.markup": "characters of markup, by kind",
    "markup": "the parts that are markup",
    "characters": "how many characters of the file are what",
    "prose": "characters that are scored",
    "unaccounted": "characters that nothing explains; always 0",
}


def render_json(seed: Path) -> str:
    """Return the page of JSON keys as Markdown, from a run on a document."""
    context = RunContext(Config.load(seed.with_name("plainlint.toml")), _DAY)
    documents = list(lint_documents([read_file(seed, context.config)], context, jobs=1))
    tally = sum_tallies(document.count_findings() for document in documents)
    (document,) = documents
    check = f"{JSON.start}{JSON.render(document, Style())}{JSON.render_end(tally, Style())}"
    lines = [
        "# JSON output",
        "",
        "`--output-format json` writes one object. `jsonl` writes the findings alone, one on a",
        "line, each with its `path`. A key may be added in a later version, so ignore those that",
        "you don't know.",
        "",
        "## plainlint check --output-format json",
        "",
        *_format_table(json.loads(check)),
        "",
        "## plainlint score --output-format json",
        "",
        *_format_table(json.loads(format_scores(documents))),
    ]
    return "\n".join(lines) + "\n"


def _format_table(value: Any) -> list[str]:
    rows = {path: _describe(path, item) for path, item in _iter_keys(value)}
    return ["| key | meaning |", "|---|---|", *(f"| `{p}` | {m} |" for p, m in rows.items())]


def _iter_keys(value: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each key with all that it is in, and a value that it has; `[]` stands for a list."""
    if isinstance(value, list):
        # Not all of them have every key: a finding may have no fix.
        for item in value:
            yield from _iter_keys(item, f"{prefix}[]")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            path = f"{prefix}.{key}" if prefix else key
            yield path, item
            is_open = key in _OPEN and isinstance(item, Mapping)
            if not is_open:
                yield from _iter_keys(item, path)


def _describe(path: str, value: Any) -> str:
    name = path.rpartition(".")[2]
    named = name in {"counts", "scores", "parts"} and isinstance(value, Mapping)
    keys = ": " + ", ".join(f"`{key}`" for key in value) if named else ""
    last_two = ".".join(path.split(".")[-2:])
    return f"{_MEANINGS.get(last_two) or _MEANINGS[name]}{keys}"
