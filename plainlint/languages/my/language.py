"""Burmese: what is there."""

from plainlint.languages.base import Language

# No spaces are between words.
LANGUAGE = Language(code="my", name="Burmese", has_spaces=False)
