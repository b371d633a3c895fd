"""Khmer: what is there."""

from plainlint.languages.base import Language

# No spaces are between words.
LANGUAGE = Language(code="km", name="Khmer", has_spaces=False)
