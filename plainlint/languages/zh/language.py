"""Chinese: what is there."""

from plainlint.languages.base import Language

# No spaces are between words.
LANGUAGE = Language(code="zh", name="Chinese", has_spaces=False)
