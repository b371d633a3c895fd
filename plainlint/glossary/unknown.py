"""Unknown words: which words look like jargon that lay readers have never met."""

from functools import lru_cache

from plainlint.glossary.medical_parts import SHORTEST, has_medical_part, is_drug_name
from plainlint.metrics.frequency import UNLISTED, zipf

# A word this long that is in no list of common words is hard even without a medical part.
_LONG = 13
_PREFIXES = (
    "anti", "bio", "co", "counter", "cross", "de", "dis", "fore", "in", "inter", "mid", "mis",
    "multi", "non", "out", "over", "post", "pre", "re", "self", "semi", "sub", "super", "un",
    "under",
)  # fmt: skip
_SUFFIXES = (
    "ability", "able", "ably", "ation", "ed", "ful", "fully", "ian", "ians", "ibility", "ible",
    "ication", "ications", "ing", "ings", "ishly", "ist", "ists", "ity", "ization", "less",
    "lessly", "like", "ly", "ment", "ments", "ness", "ship", "wide", "wise", "y",
)  # fmt: skip
_SHORTEST_STEM = 4


@lru_cache(maxsize=1 << 16)
def is_unknown(word: str) -> bool:
    """Whether a word is rare, and long, or built as medical words or names of medicines are.

    A word made from a common one by regular parts ("unpredictable") is not; nor is a word with a
    capital, which may be a name, unless it is built as a medicine's.
    """
    lower = word.lower()
    if len(word) < SHORTEST or not lower.isalpha() or zipf(lower) > UNLISTED:
        return False
    if word != lower:
        return word == lower.capitalize() and is_drug_name(lower)
    return (len(lower) >= _LONG or has_medical_part(lower)) and not _is_derived(lower)


def _is_derived(word: str) -> bool:
    """Whether a common word is left without regular parts at the beginning or the end."""
    prefixes = [each for each in _PREFIXES if word.startswith(each)]
    suffixes = [each for each in _SUFFIXES if word.endswith(each)]
    for prefix in ("", *prefixes):
        for suffix in ("", *suffixes):
            stem = word[len(prefix) : len(word) - len(suffix)]
            whole = stem == word or len(stem) < _SHORTEST_STEM
            if not whole and any(zipf(stem + end) > UNLISTED for end in ("", "e", "y")):
                return True
    return False
