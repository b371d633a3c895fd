"""The tools of an assistant: check a text, explain a rule, find plain words, look up a term.

They take texts and words only. No argument is a path, so that what an assistant was talked into
can't make this server read a file.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plainlint.config.settings import Config
from plainlint.core.audiences import AUDIENCES
from plainlint.core.diagnostics import Diagnostic, Severity
from plainlint.core.errors import PlainlintError, find_nearest, format_suggestion
from plainlint.core.formats import HTML, MARKDOWN, TEXT
from plainlint.core.source import RawFile
from plainlint.engine.linter import Linter
from plainlint.engine.result import GradedResult, Grading, format_verdict
from plainlint.languages.files import ENGLISH
from plainlint.rulebook.facts import describe_rule
from plainlint.run.pipeline import RunContext
from plainlint.service.mcp.arguments import check_arguments
from plainlint.service.session import Session

# Names for texts that have no file, by their format.
_NAMES = {MARKDOWN: Path("text.md"), HTML: Path("text.html"), TEXT: Path("text.txt")}
# In characters: a leaflet has some 10,000, a book some 500,000.
_LONGEST_TEXT = 1_000_000
_MOST_WORDS = 200
_MOST_FINDINGS = 50

_Json = dict[str, Any]


def _make_schema(properties: _Json, *required: str) -> _Json:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


_CHECK_TEXT: _Json = {
    "text": {
        "type": "string",
        "maxLength": _LONGEST_TEXT,
        "description": "The whole text; front matter with audienceLevel may name its readers.",
    },
    "audience": {
        "type": "string",
        "enum": list(AUDIENCES),
        "description": "The readers, if the text does not name them itself.",
    },
    "format": {
        "type": "string",
        "enum": list(_NAMES),
        "description": "The format of the text; default: markdown.",
    },
    "limit": {
        "type": "integer",
        "minimum": 0,
        "maximum": 1000,
        "description": f"List so many findings at most, the worst; default: {_MOST_FINDINGS}.",
    },
}
_RULE: _Json = {
    "type": "string",
    "description": "The id, such as readability/long-sentence; without it, all rules are listed.",
}
_WORDS: _Json = {
    "type": "array",
    "items": {"type": "string", "minLength": 1, "maxLength": 200},
    "minItems": 1,
    "maxItems": _MOST_WORDS,
    "description": "Words or short phrases, in any form.",
}
_LANGUAGE: _Json = {
    "type": "string",
    "maxLength": 35,
    "description": "Their language as an IETF tag, such as es; default: en.",
}
_TERM: _Json = {
    "type": "string",
    "minLength": 1,
    "maxLength": 200,
    "description": "The term, such as sepsis or COPD.",
}
_CHECK = (
    "Check a text for its readers: its grade or its ease, and what is hard, unclear or missing in "
    "it, each with line, reason and what to do. Errors must be fixed, warnings should be."
)
_EXPLAIN = (
    "Explain a rule by its id, as in the findings of check_text: what it looks for, why it matters "
    "and what to do, with examples."
)
# Name, title, description and arguments of each tool.
_ABOUT: tuple[tuple[str, str, str, _Json], ...] = (
    (
        "check_text",
        "Check a text",
        _CHECK,
        _make_schema(_CHECK_TEXT, "text"),
    ),
    (
        "explain_rule",
        "Explain a rule",
        _EXPLAIN,
        _make_schema({"rule": _RULE}),
    ),
    (
        "suggest_plain_words",
        "Suggest plain words",
        "Suggest everyday words for hard or medical words, such as 'hypertension'.",
        _make_schema({"words": _WORDS, "language": _LANGUAGE}, "words"),
    ),
    (
        "glossary_lookup",
        "Look up a term",
        "Look up a medical term in the glossary: other names, plain words and popup link.",
        _make_schema({"term": _TERM}, "term"),
    ),
)


class Tool(NamedTuple):
    """A tool: how an assistant finds it, the JSON Schema of its arguments, and what it does."""

    name: str
    title: str
    description: str
    input_schema: _Json
    run: Callable[[Mapping[str, Any]], _Json]

    def call(self, arguments: Mapping[str, Any]) -> _Json:
        """Check the arguments, and return the result.

        Raises:
            PlainlintError: an argument is wrong, or the settings are.
        """
        check_arguments(arguments, self.input_schema)
        return self.run(arguments)


def make_file(name: str, data: bytes, config: Config) -> RawFile:
    """Return a text that is in no folder: no site says anything about it."""
    return RawFile(name, data, format=config.choose_format(name), dialect=config.dialect)


class Tools:
    """The tools of one session.

    Args:
        read_settings: reads the settings, at the first call.

    Raises, from all calls:
        PlainlintError: the arguments, the settings, a rule page or a glossary is wrong.
    """

    def __init__(self, read_settings: Callable[[], RunContext]) -> None:
        self._session = Session(read_settings, make_file)
        self._version = 0
        calls = {
            "check_text": self._check_text,
            "explain_rule": self._explain_rule,
            "suggest_plain_words": self._suggest_plain_words,
            "glossary_lookup": self._look_up_term,
        }
        self._tools = tuple(Tool(*about, calls[about[0]]) for about in _ABOUT)

    def list_tools(self) -> Sequence[Tool]:
        """Return all tools."""
        return self._tools

    def prepare(self) -> None:
        """Read the settings, rules and glossaries now, so that the first call is quick."""
        self._check_text({"text": "Wash your hands."})

    @property
    def _linter(self) -> Linter:
        return self._session.get_linter(_NAMES[MARKDOWN])

    def _check_text(self, arguments: Mapping[str, Any]) -> _Json:
        path = _NAMES[arguments.get("format", MARKDOWN)]
        self._version += 1
        audience = arguments.get("audience", "")
        self._session.set_text(path, arguments["text"], self._version, audience)
        try:
            checked = self._session.check(path)
        finally:
            self._session.close(path)
        assert checked is not None
        return _describe_result(checked.graded, arguments.get("limit", _MOST_FINDINGS))

    def _explain_rule(self, arguments: Mapping[str, Any]) -> _Json:
        rule_id, rule_set = arguments.get("rule", ""), self._linter.rule_set
        rules = rule_set.every_rule
        if not rule_id:
            return {"rules": [{"id": rule.id, "title": rule.title} for rule in rules.values()]}
        if rule_id not in rules:
            hint = format_suggestion(rule_id, rules)
            raise PlainlintError(f"unknown rule {rule_id!r}{hint}")
        return describe_rule(rules[rule_id], rule_set.pages[rule_id], whole=True)

    def _suggest_plain_words(self, arguments: Mapping[str, Any]) -> _Json:
        linter = self._linter
        plain_words = linter.find_plain_words(
            str(_NAMES[MARKDOWN]), arguments.get("language", ENGLISH)
        )
        suggestions = []
        for word in dict.fromkeys(arguments["words"]):
            term = linter.glossary.find(word.strip())
            found = [plain_words.find(word.strip()), term.plain if term else ""]
            plain = list(dict.fromkeys(filter(None, found)))
            suggestions.append({"word": word, "plain": plain})
        return {"suggestions": suggestions}

    def _look_up_term(self, arguments: Mapping[str, Any]) -> _Json:
        glossary, name = self._linter.glossary, arguments["term"].strip()
        term = glossary.find(name)
        if term is None:
            return {"found": False, "nearest": find_nearest(name.lower(), glossary.by_name) or ""}
        return {
            "found": True,
            "term": term.name,
            "also": list(term.names[1:]),
            "plain": term.plain,
            "id": term.id,
            "popup_link": term.url,
        }


def _describe_result(graded: GradedResult, limit: int) -> _Json:
    result, grading = graded.result, graded.grading
    worst = sorted(
        range(len(result.diagnostics)),
        key=lambda index: (result.diagnostics[index].severity.rank, index),
    )
    kept = [result.diagnostics[index] for index in sorted(worst[:limit])]
    counts = {severity.value: 0 for severity in Severity}
    for diagnostic in result.diagnostics:
        counts[diagnostic.severity.value] += 1
    return {
        "verdict": format_verdict(grading.verdict, result.language),
        "audience": result.audience,
        "language": result.language,
        **_describe_level(grading),
        "sentences": result.measures.counts.sentences,
        "words": result.measures.counts.words,
        "counts": counts,
        "findings": [_describe_finding(diagnostic) for diagnostic in kept],
        "left_out": len(result.diagnostics) - len(kept),
    }


def _describe_level(grading: Grading) -> _Json:
    """Return how hard a text is: its grade, or its ease in a language with a scale of ease."""
    low, high = grading.values or (None, None)
    shown: _Json = {
        "low": None if low is None else round(low, 1),
        "high": None if high is None else round(high, 1),
        "target": grading.limits.target,
    }
    if grading.ease is None:
        return {"grade": {**shown, "most": grading.limits.most}}
    about = {"scale": grading.scale, "band": grading.ease.band}
    return {"ease": {**about, **shown, "least": grading.limits.least}}


def _describe_finding(diagnostic: Diagnostic) -> _Json:
    found: _Json = {
        "line": diagnostic.start.line,
        "column": diagnostic.start.column,
        "severity": diagnostic.severity.value,
        "rule": diagnostic.rule,
        "text": diagnostic.text,
        "message": diagnostic.message,
        "help": diagnostic.help,
        "start": diagnostic.span.start,
        "end": diagnostic.span.end,
    }
    if fix := diagnostic.fix:
        found["fix"] = {
            "title": fix.title,
            "safe": fix.safe,
            "edits": [
                {"start": edit.span.start, "end": edit.span.end, "text": edit.text}
                for edit in fix.edits
            ],
        }
    return found
