"""Reader words: what a language says to readers of what they see or have."""

import re
from typing import NamedTuple

_NEVER = re.compile(r"(?!)")


class ReaderWords(NamedTuple):
    """Patterns for labels on a screen, and for lists of what readers have. By default none.

    Attributes:
        label_before: the end of a text before the label of a button or page: "tap the ".
        label_behind: the start of a text behind it: " button".
        checklist: what opens a list of what a reader has, up to it: "Tell your doctor if you have".
        checklist_signs: a cheap test: every such text has one of these, in lower case.
        symptom: the last word of a term for what readers only feel, and have no word for.
        care: what in an item says what is to be done: "epilepsy needing ...".
    """

    label_before: re.Pattern[str] = _NEVER
    label_behind: re.Pattern[str] = _NEVER
    checklist: re.Pattern[str] = _NEVER
    checklist_signs: tuple[str, ...] = ()
    symptom: re.Pattern[str] = _NEVER
    care: re.Pattern[str] = _NEVER


NO_READER_WORDS = ReaderWords()
