"""Parts of languages that are modules of their own, found by name in the language's folder."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

from plainlint.core.caches import remember

_FOLDER = Path(__file__).parent


def load_inflection(language: str) -> ModuleType | None:
    """Return the module that gives the forms of plain words in a language; None if there is none.

    Args:
        language: a primary tag, such as `es`.
    """
    return _load_part(language, "plain_forms")


def load_explanations(language: str) -> ModuleType | None:
    """Return the module that recognises explanations in a language; None if there is none."""
    return _load_part(language, "explanations")


@remember(None)
def _load_part(language: str, part: str) -> ModuleType | None:
    if not (language.isalpha() and (_FOLDER / language / f"{part}.py").is_file()):
        return None
    return import_module(f"plainlint.languages.{language}.{part}")
