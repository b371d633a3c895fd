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
    # "Medicine | Used for".
    explaining_column=re.compile(
        r"(?:(?:mainly |usually )?(?:used|taken|given|prescribed) (?:for|to treat)|uses?|purpose"
        r"|what (?:it|this|they|that) (?:is|are|does|do"
        r"|(?:mean|treat|involve|check|measure|show|tell)s?(?: (?:us|you))?"
        r"|looks? (?:for|at|like))(?: (?:used )?for)?"
        r"|what(?:['\u2019]s| is) (?:it|this|involved)(?: (?:used )?for)?"
        r"|what happens|how (?:it|they) works?|description|(?:treat|check|measure)s|looks for"
        r"|meaning|in (?:plain|simple|other|everyday) (?:words|terms|english|language)"
        r"|also (?:called|known as)|(?:plain |simple )?explanation|definition"
        r"|(?:common|everyday|plain) (?:name|word)s?)\W*",
        re.IGNORECASE,
    ),
    # "You may need another scan".
    to_reader=re.compile(r"(?:you|your|call|ask|tell|we)\b", re.IGNORECASE),
)
