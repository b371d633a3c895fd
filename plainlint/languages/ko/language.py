"""Korean: what is there."""

from plainlint.languages.base import Language

# Spaces are between phrases, not words.
LANGUAGE = Language(code="ko", name="Korean", has_spaces=False)
