"""The reference of Python names: signature and docstring of all that is public."""

import inspect
import re
from collections.abc import Iterable
from enum import Enum, EnumType
from types import ModuleType
from typing import Any

import plainlint
from plainlint import plugin, testing

_MODULES: tuple[tuple[ModuleType, str], ...] = (
    (plainlint, "Check texts and files, and look at the results."),
    (plugin, "All that a check of your own needs. See [your own rules](../rules.md)."),
    (testing, "Test your own checks."),
)
_SECTION = re.compile(r"^(Args|Attributes|Returns|Raises|Yields|Example):\n", re.MULTILINE)
_ENTRY = re.compile(r"^(\w[\w, .]*): (.*(?:\n +.*)*)", re.MULTILINE)


def list_public_names(module: ModuleType) -> list[str]:
    """Return the names that a module makes public, sorted."""
    return sorted(name for name in module.__all__ if not name.startswith("__"))


def render_python() -> str:
    """Return the page of all public names as Markdown."""
    lines = [
        "# Python names",
        "",
        "These names are public: `import plainlint` gives the first ones. [plainlint in",
        "Python](../python.md) shows how to use them.",
    ]
    for module, summary in _MODULES:
        lines += ["", f"## {module.__name__}", "", summary]
        for name in list_public_names(module):
            value = getattr(module, name)
            lines += ["", f"### {module.__name__}.{name}", ""]
            lines += [*_format_signature(name, value), *_format_docs(value)]
    return "\n".join(lines) + "\n"


def _format_signature(name: str, value: Any) -> list[str]:
    if isinstance(value, EnumType):
        members: list[Enum] = list(value)
        return [f"One of {_join([str(member.value) for member in members])}.", ""]
    if inspect.isclass(value):
        fields: Iterable[str] = getattr(value, "_fields", getattr(value, "__slots__", ()))
        shown = [field for field in fields if not field.startswith("_")]
        return [f"A class with {_join(shown)}." if shown else "A class.", ""]
    if not callable(value):
        return []
    whole = inspect.signature(value)
    bare = [each.replace(annotation=each.empty) for each in whole.parameters.values()]
    return [f"    {name}{whole.replace(parameters=bare, return_annotation=whole.empty)}", ""]


def _join(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _format_docs(value: Any) -> list[str]:
    """Return a docstring as Markdown: its sections as lists."""
    text, *parts = _SECTION.split(inspect.getdoc(value) or "")
    lines = text.rstrip().splitlines()
    for head, section in zip(parts[::2], parts[1::2], strict=True):
        body = inspect.cleandoc(f"\n{section}")
        entries = [(names, " ".join(words.split())) for names, words in _ENTRY.findall(body)]
        if head in {"Returns", "Yields", "Example"} or not entries:
            lines += ["", f"{head}:", "", *body.splitlines()]
        else:
            lines += ["", f"{head}:", "", *(f"- `{names}`: {words}" for names, words in entries)]
    return lines
