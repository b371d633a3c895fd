"""plainlint: readability and audience checks for health documents in Markdown."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from plainlint.core import __version__

if TYPE_CHECKING:
    from plainlint.analysis.difficulty.score import Difficulty, sentence_difficulty
    from plainlint.analysis.metrics.measures import Measures
    from plainlint.api import fix_text, lint_file, lint_paths, lint_text
    from plainlint.checks import Hit
    from plainlint.config.loader import load_config
    from plainlint.config.settings import Config, PathConfig
    from plainlint.core.diagnostics import (
        Diagnostic,
        Edit,
        Fix,
        RelatedLocation,
        Severity,
        SuppressedDiagnostic,
    )
    from plainlint.core.errors import PlainlintError
    from plainlint.core.source import Location, Source, Span
    from plainlint.corpus.batch import batch
    from plainlint.document.model import (
        Block,
        BlockKind,
        Directive,
        Document,
        FrontMatter,
        Link,
        Section,
        Sentence,
        Word,
    )
    from plainlint.document.readers import parse
    from plainlint.engine.result import Result
    from plainlint.run.report import Report
    from plainlint.run.tally import Tally

__all__ = [
    "Block",
    "BlockKind",
    "Config",
    "Diagnostic",
    "Difficulty",
    "Directive",
    "Document",
    "Edit",
    "Fix",
    "FrontMatter",
    "Hit",
    "Link",
    "Location",
    "Measures",
    "PathConfig",
    "PlainlintError",
    "RelatedLocation",
    "Report",
    "Result",
    "Section",
    "Sentence",
    "Severity",
    "Source",
    "Span",
    "SuppressedDiagnostic",
    "Tally",
    "Word",
    "__version__",
    "batch",
    "fix_text",
    "lint_file",
    "lint_paths",
    "lint_text",
    "load_config",
    "parse",
    "sentence_difficulty",
]

# The module that defines each name. It is imported when the name is first used: the command line
# needs few of them, and starts faster.
_MODULES = {
    "Block": "document.model",
    "BlockKind": "document.model",
    "Config": "config.settings",
    "Diagnostic": "core.diagnostics",
    "Difficulty": "analysis.difficulty.score",
    "Directive": "document.model",
    "Document": "document.model",
    "Edit": "core.diagnostics",
    "Fix": "core.diagnostics",
    "FrontMatter": "document.model",
    "Hit": "checks",
    "Link": "document.model",
    "Location": "core.source",
    "Measures": "analysis.metrics.measures",
    "PathConfig": "config.settings",
    "PlainlintError": "core.errors",
    "RelatedLocation": "core.diagnostics",
    "Report": "run.report",
    "Result": "engine.result",
    "Section": "document.model",
    "Sentence": "document.model",
    "Severity": "core.diagnostics",
    "Source": "core.source",
    "Span": "core.source",
    "SuppressedDiagnostic": "core.diagnostics",
    "Tally": "run.report",
    "Word": "document.model",
    "batch": "corpus.batch",
    "fix_text": "api",
    "lint_file": "api",
    "lint_paths": "api",
    "lint_text": "api",
    "load_config": "config.loader",
    "parse": "document.readers",
    "sentence_difficulty": "analysis.difficulty.score",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"plainlint.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
