"""plainlint: readability and audience checks for health documents in Markdown."""

from plainlint.api import lint_paths, lint_text, parse
from plainlint.config import Config
from plainlint.config_file import load_config
from plainlint.diagnostics import Diagnostic, Severity
from plainlint.difficulty.difficulty import Difficulty, sentence_difficulty
from plainlint.errors import PlainlintError
from plainlint.model import Document
from plainlint.report import Report
from plainlint.result import Result
from plainlint.source import Location, Source, Span
from plainlint.version import __version__

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
