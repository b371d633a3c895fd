"""Japanese: what is there."""

from plainlint.languages.base import Language

# No spaces are between words.
LANGUAGE = Language(code="ja", name="Japanese", has_spaces=False)
