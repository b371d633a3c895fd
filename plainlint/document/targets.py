"""Parts of a document that a check may look at, by the annotation of its first parameter."""

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
    Word: lambda document: (word for each in document.sentences for word in each.words),
    Link: lambda document: document.links,
    Directive: lambda document: document.directives,
}

# Parts that depend on the rule: on its scope, its words and its pattern.
SCOPED_TARGETS = frozenset({Passage, CandidatePassages, WordMatch, CandidatePassage})
