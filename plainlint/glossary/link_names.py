"""Link names: the text of a popup link as a term's name, or nothing where it is none."""

import re

from plainlint.glossary.name_forms import is_acronym

_NOT_TERMS = re.compile(
    r"(?:click )?here|(?:this|the) (?:page|link|section|term)|(?:learn|read|see|view|find) .*|more"
    r"|definition|glossary|enlarge.*|[\W\d]*",
    re.IGNORECASE,
)
_MOST_WORDS = 8


def link_name(text: str) -> str:
    """A link text as a name: one line, lower case unless its capitals matter; empty if no term."""
    name = " ".join(text.replace("\u2019", "'").split()).strip(' .,;:"\u201c\u201d')
    if name.count("(") != name.count(")") or name.startswith("("):
        name = name.strip(" ()")
    if _NOT_TERMS.fullmatch(name) or len(name.split()) > _MOST_WORDS:
        return ""
    words = (word if any(map(str.isupper, word[1:])) else word.lower() for word in name.split(" "))
    return name if is_acronym(name) else " ".join(words)
