"""Nouns that English makes of verbs and adjectives, by their endings."""

import re

_NOMINALISED = re.compile(
    r"(?!(?:enh|adv)ance|commence|influence)[a-z]{3,}(?:tion|sion|ment|ance|ence|ency|ancy|ity|ness)s?|[a-z]{3,}(?:ities|encies|ancies)"
)


def is_nominalised(word: str) -> bool:
    """Return whether a lower-case word looks like a noun made from a verb or adjective."""
    return _NOMINALISED.fullmatch(word) is not None
