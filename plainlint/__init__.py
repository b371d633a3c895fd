"""plainlint: readability and audience checks for health documents in Markdown."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from plainlint.core import __version__

# The room of this name would hide the function, if it were not imported first.
from plainlint.document.readers import parse

if TYPE_CHECKING:
    from plainlint.analysis.difficulty.score import Difficulty, sentence_difficulty
    from plainlint.api import lint_paths, lint_text
    from plainlint.config.loader import load_config
    from plainlint.config.settings import Config
    from plainlint.core.diagnostics import Diagnostic, Severity
    from plainlint.core.errors import PlainlintError
    from plainlint.core.source import Location, Source, Span
    from plainlint.document.model import Document
    from plainlint.engine.result import Result
    from plainlint.run.report import Report

__all__ = [
    "Config",
    "Diagnostic",
    "Difficulty",
    "Document",
    "Location",
    "PlainlintError",
    "Report",
    "Result",
    "Severity",
    "Source",
    "Span",
    "__version__",
    "lint_paths",
    "lint_text",
    "load_config",
    "parse",
    "sentence_difficulty",
]

# Where each name is defined: the command line needs few of them, and starts the sooner.
_HOMES = {
    "Config": "config.settings",
    "Diagnostic": "core.diagnostics",
    "Difficulty": "analysis.difficulty.score",
    "Document": "document.model",
    "Location": "core.source",
    "PlainlintError": "core.errors",
    "Report": "run.report",
    "Result": "engine.result",
    "Severity": "core.diagnostics",
    "Source": "core.source",
    "Span": "core.source",
    "lint_paths": "api",
    "lint_text": "api",
    "load_config": "config.loader",
    "sentence_difficulty": "analysis.difficulty.score",
}


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"plainlint.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
