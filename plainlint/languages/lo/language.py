"""Lao: what is there."""

from plainlint.languages.base import Language

# No spaces are between words.
LANGUAGE = Language(code="lo", name="Lao", has_spaces=False)
