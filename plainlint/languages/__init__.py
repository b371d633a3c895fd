"""Languages: what is known of each language, one folder a language."""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from plainlint.core.caches import remember


@remember(None)
def load_inflection(language: str) -> ModuleType | None:
    """Return the module with the inflection of a language; None if there is none.

    Args:
        language: a primary tag, such as `es`.
    """
    return _load_part(language, "inflection")


def _load_part(language: str, part: str) -> ModuleType | None:
    folder = f"{__name__}.{language}"
    if not language.isalpha() or not find_spec(folder) or not find_spec(f"{folder}.{part}"):
        return None
    return import_module(f"{folder}.{part}")
