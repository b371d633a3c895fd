"""English words to readers of what they see on a screen, and of what they have."""

import re

from plainlint.languages.reader_words import ReaderWords

_HAVING = (
    r"(?:you|your (?:child|baby|partner)|they|he|she)(?:['\u2019]ve|['\u2019]re)? ?"
    r"(?:currently |already |also |ever )*"
    r"(?:(?:have|has|had)(?: (?:ever )?had)?|are|take|takes|use|live with|been told)?\b"
)
_OPENINGS = ("if", "whether", "that")

WORDS = ReaderWords(
    label_before=re.compile(
        r"\b(?:tap|click|press|select|choose|open|pick|touch|hit|go to|under|labell?ed|marked"
        r"|called)"
        r"(?: on| the| to)* ?[\"'\u201c\u2018]?\Z",
        re.IGNORECASE,
    ),
    label_behind=re.compile(
        r"[\"'\u201d\u2019]? (?:button|tab|menu|screen|icon|link|page|tile|field|box|option)s?\b",
        re.IGNORECASE,
    ),
    # What a reader has to say, and what a medicine is not for or is for.
    checklist=re.compile(
        r"\b(?:(?:tell|talk to|speak to|speak with|ask|check with|let)\b"
        r"[^.?!]{0,200}?\b(?:if|whether|that)"
        r"|(?:do not|don['\u2019]t|cannot|can['\u2019]t|should not|shouldn['\u2019]t|must not"
        r"|not suitable|apply for|eligible|entitled|qualify|(?<!-)free|more likely|more common"
        r"|(?:at|higher|greater|increased|more) (?:risk|chance))"
        rf"\b[^.?!]{{0,200}}?\bif) {_HAVING}"
        r"|\b(?:used to treat|(?:approved|licensed|prescribed) (?:for|to treat))\b",
        re.IGNORECASE,
    ),
    checklist_signs=(
        *(f"{opening} {reader}" for opening in _OPENINGS for reader in ("you", "the", "he", "she")),
        "used to treat", "approved ", "licensed ", "prescribed ",
    ),
    symptom=re.compile(
        r"\w*(?:pno?ea|uria|algia|phagia|emesis|rrho?ea|cardia|ae?sthesia|o?edema|itus|rexia|opsia"
        r"|geusia|ptysis|itis of)s?|palpitations?|syncope|erythema|jaundice|lethargy|malaise"
        r"|seizures?|h(?:a?e)matomas?|lesions?|thrombos[ie]s|sepsis|mucositis|neuropathy|ascites"
        r"|nodules?",
        re.IGNORECASE,
    ),
    care=re.compile(r"\b(?:needing|requiring|needs?|except|unless|(?:for|in) which)\b"),
)  # fmt: skip
