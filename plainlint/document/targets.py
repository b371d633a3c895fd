"""Targets: the parts of a document that a check may request by annotating its first parameter."""

from collections.abc import Callable, Iterable, Mapping

from plainlint.core.source import Source
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

TARGETS: Mapping[type, Callable[[Document], Iterable[object]]] = {
    Source: lambda document: (document.source,),
    Document: lambda document: (document,),
    FrontMatter: lambda document: (document.front_matter,),
    Section: lambda document: document.sections,
    Block: lambda document: document.blocks,
    Sentence: lambda document: document.sentences,
    Word: lambda document: (word for sentence in document.sentences for word in sentence.words),
    Link: lambda document: document.links,
    Directive: lambda document: document.directives,
}

# Targets that depend on the rule: on its scope, its words or its pattern.
SCOPED_TARGETS = frozenset({Passage, CandidatePassages, WordMatch, CandidatePassage})
