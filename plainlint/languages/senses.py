"""Senses: the words of a language by which a text is known to be about medicine, or about cancer.

The names of medical terms that are everyday words, too, are in `ambiguous_names.txt` of its folder.
"""

import re
from typing import NamedTuple

AMBIGUOUS_NAMES = "ambiguous_names.txt"
_NEVER = re.compile(r"(?!)")


class SenseWords(NamedTuple):
    """Patterns for words of medicine.

    Attributes:
        medicine: nouns and verbs of care, illness and the body, by their beginnings.
        cancer: cancer, its kinds and its treatment.
        part_of: behind a phrase of common words, what it is a part of; the noun is its first group.
        effects: the ends of names that mean the effect of a medicine, or any harm.
        harm: behind such a name, what the effect is on; the noun is its first group.
    """

    medicine: re.Pattern[str]
    cancer: re.Pattern[str]
    part_of: re.Pattern[str] = _NEVER
    effects: tuple[str, ...] = ()
    harm: re.Pattern[str] = _NEVER
