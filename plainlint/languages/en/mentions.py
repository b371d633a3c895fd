"""English words between names, and around terms that are part of a name."""

import re

from plainlint.languages.mentions import MentionWords

WORDS = MentionWords(
    # The names of "lung cancer (NSCLC)", and of "lung cancer, also called NSCLC".
    another_name=re.compile(
        r",? ?[(\[]?(?:or|(?:also )?(?:called|known as))? ?(?:an? |the )?[\"\u201c]?"
    ),
    joined_capitals=r"and ",
    name_before=r"(?:(?:of|in|for|and) )?",
    # "pancreatic cancer", "ovarian, pancreatic or breast cancers"
    illness_behind=re.compile(
        r"(?:,? (?:or |and )?[a-z]+(?: [a-z]+)?,?){0,3}? (?:cancer|tumou?r)s?\b"
    ),
    organ_ends=("al", "an", "ar", "ic"),
)
