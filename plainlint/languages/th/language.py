"""Thai: what is there."""

from plainlint.languages.base import Language

# No spaces are between words.
LANGUAGE = Language(code="th", name="Thai", has_spaces=False)
