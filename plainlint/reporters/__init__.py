"""Reporters: one format a file, each a pure function from a report to a string."""

from collections.abc import Callable
from importlib import import_module

# A format's name, and the module and function that write it.
FORMATS = {
    "full": ("text", "full"),
    "concise": ("text", "concise"),
    "statistics": ("text", "statistics"),
    "json": ("json", "findings"),
    "jsonl": ("json", "lines"),
    "sarif": ("sarif", "sarif"),
    "github": ("github", "github"),
    "gitlab": ("gitlab", "gitlab"),
    "junit": ("junit", "junit"),
    "checkstyle": ("checkstyle", "checkstyle"),
    "rdjson": ("rdjson", "rdjson"),
    "azure": ("azure", "azure"),
    "markdown": ("markdown", "markdown"),
}


def load_reporter(name: str) -> Callable[..., str]:
    """The function that writes a report in a format, given the report and a style.

    Its module is imported when it is asked for.
    """
    module, function = FORMATS[name]
    write: Callable[..., str] = getattr(import_module(f"plainlint.reporters.{module}"), function)
    return write
