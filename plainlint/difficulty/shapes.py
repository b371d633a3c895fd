"""Shapes of English words: nouns made of verbs and adjectives, told by how they are built."""

import re

_NOMINALISED = re.compile(
    r"(?!(?:enh|adv)ance|commence|influence)[a-z]{3,}(?:tion|sion|ment|ance|ence|ency|ancy|ity|ness)s?|[a-z]{3,}(?:ities|encies|ancies)"
)


def is_nominalised(word: str) -> bool:
    """Whether a lower-case word looks like a noun made of a verb or an adjective: "evaluation"."""
    return _NOMINALISED.fullmatch(word) is not None
