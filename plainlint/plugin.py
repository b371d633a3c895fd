"""All that a check in Python needs, from one import.

    from plainlint.plugin import Hit, Sentence, check


    @check
    def shouting(sentence: Sentence, *, sign: str = "!"):
        if sentence.text.endswith(sign):
            yield Hit(sentence.span, {"sign": sign})

The annotation of the first parameter says which parts of a document the check is called with.
A parameter with the name of a `Context` attribute receives that attribute; `limits` receives the
rule's limits for the audience. All others are settings of the rule's page, and keyword-only.
"""

from plainlint.analysis.metrics.registry import Metric
from plainlint.checks import Context, Hit, check
from plainlint.core.audiences import Limits
from plainlint.core.diagnostics import Edit, Fix, Severity
from plainlint.core.regex import File, Regex
from plainlint.core.source import Source, Span
from plainlint.document.model import (
    Block,
    Directive,
    Document,
    FrontMatter,
    Link,
    Section,
    Sentence,
    Word,
)
from plainlint.document.passages import CandidatePassages, Passage
from plainlint.document.pattern_index import CandidatePassage
from plainlint.document.word_index import WordMatch

__all__ = [
    "Block",
    "CandidatePassage",
    "CandidatePassages",
    "Context",
    "Directive",
    "Document",
    "Edit",
    "File",
    "Fix",
    "FrontMatter",
    "Hit",
    "Limits",
    "Link",
    "Metric",
    "Passage",
    "Regex",
    "Section",
    "Sentence",
    "Severity",
    "Source",
    "Span",
    "Word",
    "WordMatch",
    "check",
]
