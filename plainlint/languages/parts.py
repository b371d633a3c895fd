"""Parts of languages that are modules of their own, found by name in the language's folder."""

from importlib import import_module
from types import ModuleType

from plainlint.core.caches import remember


def load_inflection(language: str) -> ModuleType | None:
    """Return the module that gives the forms of plain words in a language; None if there is none.

    Args:
        language: a primary tag, such as `es`.
    """
    return load_part(language, "plain_forms")


def load_explanations(language: str) -> ModuleType | None:
    """Return the module that recognises explanations in a language; None if there is none."""
    return load_part(language, "explanations")


@remember(None)
def load_part(language: str, part: str) -> ModuleType | None:
    """Return a module of a language's folder; None if there is no such module, or no folder.

    It is imported to find out: in a program, modules have no files.
    """
    if not language.isalpha():
        return None
    name = f"plainlint.languages.{language}.{part}"
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name and name.startswith(error.name):
            return None
        raise
