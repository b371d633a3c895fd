"""Inflection of the lists of plain words, for languages whose folder has `plain_forms.py`."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

from plainlint.core.caches import remember

_FOLDER = Path(__file__).parent


@remember(None)
def load_inflection(language: str) -> ModuleType | None:
    """Return the module with the inflection of a language; None if there is none.

    Args:
        language: a primary tag, such as `es`.
    """
    if not (language.isalpha() and (_FOLDER / language / "plain_forms.py").is_file()):
        return None
    return import_module(f"plainlint.languages.{language}.plain_forms")
