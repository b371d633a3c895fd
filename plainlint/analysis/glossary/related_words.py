"""Related words: everyday words near a hard one that give its meaning away.

"Paralytic rabies ... The muscles become paralysed" and "venous ulcers ... The veins of the leg are
not working well" explain as much as a bracket would.
"""

import re
from itertools import takewhile

from plainlint.analysis.glossary.lay_knowledge import is_known_term
from plainlint.core.caches import remember

# Adjectives of parts of the body that do not look like the everyday names of these parts. What is
# only near a part does not say where: "knee" does not explain "patellar".
_PARTS = {
    adjective: frozenset(parts.split())
    for adjective, parts in {
        "biliary": "bile",
        "bronchial": "airway airways windpipe",
        "buccal": "cheek cheeks",
        "cerebral": "brain",
        "cranial": "skull",
        "cutaneous": "skin",
        "dermal": "skin",
        "femoral": "thigh groin",
        "gastric": "stomach",
        "gingival": "gum gums",
        "hepatic": "liver",
        "mandibular": "jaw",
        "ocular": "eye eyes",
        "osseous": "bone bones",
        "patellar": "kneecap",
        "plantar": "foot feet sole",
        "pulmonary": "lung lungs",
        "renal": "kidney kidneys",
        "scapular": "shoulder",
        "sternal": "breastbone",
        "testicular": "testicle testicles",
        "thoracic": "chest",
        "tympanic": "eardrum",
        "umbilical": "navel",
        "uterine": "womb",
        "vascular": "vessel vessels",
        "venous": "vein veins",
        "vertebral": "spine backbone",
    }.items()
}
_ADJECTIVES = ("al", "ar", "ary", "ic", "ive", "ous")
_WORD = re.compile(r"[a-z]{3,}")
_SENTENCE_END = re.compile(r"[.?!] ")
# In letters: what related words have in common.
_SHORTEST_STEM = 5
# What is behind the common letters of related words: "paraly-tic" and "paraly-sed".
_ENDINGS = frozenset(
    (
        "", "al", "ar", "ary", "ation", "ations", "ative", "e", "ed", "es", "ial", "ic", "ical",
        "ies", "ing", "ion", "ions", "ity", "ive", "ous", "s", "se", "sed", "sing", "sis", "tic",
        "y", "ze", "zed", "zing",
    )
)  # fmt: skip
# In code points: as far as two sentences usually go.
_NEAR = 240


def has_related_word(text: str, start: int, end: int) -> bool:
    """Return whether an everyday word related to the adjective at `start` to `end` is behind it.

    A word of its family is in the rest of the sentence or in the next one; the name of a part of
    the body that looks different is in the next one.

    >>> text = "Most are venous ulcers. The veins in the leg do not work well."
    >>> has_related_word(text, 9, 15)
    True
    """
    word = text[start:end].lower()
    # A fast exit: most words are nouns.
    if not word.endswith(_ADJECTIVES):
        return False
    rest, following = (*_SENTENCE_END.split(text[end : end + _NEAR].lower(), 2), "")[:2]
    if not _PARTS.get(word, frozenset()).isdisjoint(_WORD.findall(following)):
        return True
    stem = word[:_SHORTEST_STEM]
    return any(
        other.startswith(stem) and _is_relative(word, other)
        for other in _WORD.findall(f"{rest} {following}")
    )


@remember(1 << 10)
def _is_relative(word: str, other: str) -> bool:
    """Return whether readers know another word of the family of a word."""
    pairs = zip(word, other, strict=False)
    count = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return (
        word != other
        and word[count:] in _ENDINGS
        and other[count:] in _ENDINGS
        and not other.endswith(_ADJECTIVES)
        and is_known_term(other)
    )
