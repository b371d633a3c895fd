"""Places where readers know a term: in the name of a service, or in a list of what they have.

Who is asked "Do you have colitis?" knows the word from the doctor who found it. A symptom is
another matter: "Call us if you have dyspnea" must say what that is. The same holds for lists of who
is at risk or can have something: "It is free if you have colitis".
"""

import re
from collections.abc import Iterable, Sequence

from plainlint.analysis.glossary.names_in_text import is_in_service_name
from plainlint.core.nearby import find_last_end
from plainlint.document.model import Block, BlockKind
from plainlint.languages.base import get_language
from plainlint.languages.files import ENGLISH

_HAVING = (
    r"(?:you|your (?:child|baby|partner)|they|he|she)(?:['\u2019]ve|['\u2019]re)? ?"
    r"(?:currently |already |also |ever )*"
    r"(?:(?:have|has|had)(?: (?:ever )?had)?|are|take|takes|use|live with|been told)?\b"
)
# What a reader has to say, and what a medicine is not for or is for.
_CHECKLIST = re.compile(
    r"\b(?:(?:tell|talk to|speak to|speak with|ask|check with|let)\b"
    r"[^.?!]{0,200}?\b(?:if|whether|that)"
    r"|(?:do not|don['\u2019]t|cannot|can['\u2019]t|should not|shouldn['\u2019]t|must not"
    r"|not suitable|apply for|eligible|entitled|qualify|(?<!-)free|more likely|more common"
    r"|(?:at|higher|greater|increased|more) (?:risk|chance))"
    rf"\b[^.?!]{{0,200}}?\bif) {_HAVING}"
    r"|\b(?:used to treat|(?:approved|licensed|prescribed) (?:for|to treat))\b",
    re.IGNORECASE,
)
_OPENINGS = ("if", "whether", "that")
# A part of every text that `_CHECKLIST` matches, in lower case.
_SIGNS = (
    *(f"{opening} {reader}" for opening in _OPENINGS for reader in ("you", "the", "he", "she")),
    "used to treat", "approved ", "licensed ", "prescribed ",
)  # fmt: skip
_SYMPTOM = re.compile(
    r"\w*(?:pno?ea|uria|algia|phagia|emesis|rrho?ea|cardia|ae?sthesia|o?edema|itus|rexia|opsia"
    r"|geusia|ptysis|itis of)s?|palpitations?|syncope|erythema|jaundice|lethargy|malaise|seizures?"
    r"|h(?:a?e)matomas?|lesions?|thrombos[ie]s|sepsis|mucositis|neuropathy|ascites|nodules?",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.?!]")
# What a condition in a list calls for is not what the reader has: "epilepsy needing ...".
_CARE = re.compile(r"\b(?:needing|requiring|needs?|except|unless|(?:for|in) which)\b")
# A note on who said something: "- Ann, diagnosed with vascular dementia".
_CREDIT = re.compile(r"\W{0,2}[\u2013\u2014-] ?[A-Z]")
_ITEMS = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})
# So many blocks above an item are searched for the text that opens its list.
_MOST_ABOVE = 20


# "What is a stent?", "What does COPD mean?": the text below the heading answers.
_ASKED = re.compile(
    r"\W*(?:so,? )?what(?: exactly)?(?: is| are|['\u2019]s| does| do) (?:an? |the )?"
    r"(?P<name>[^?]+?)(?: mean| stand for)?\??\W*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[()]")
# "What is the treatment for sepsis?" asks something else.
_NO_NAME = re.compile(
    r"\b(?:about|after|and|at|for|from|in|it|my|next|of|on|or|this|to|with|your)\b"
)


def find_asked_names(headings: Iterable[Block], language: str = ENGLISH) -> tuple[str, ...]:
    """Return the names that headings ask about, with what stands in brackets on its own.

    "What is a stoma (ostomy)?" asks about "stoma" and "ostomy".
    """
    texts = [heading.text for heading in headings]
    if language == ENGLISH:
        names = [match["name"] for match in map(_ASKED.fullmatch, texts) if match]
    elif find_asked_name := get_language(language).find_asked_name:
        names = [*filter(None, map(find_asked_name, texts))]
    else:
        names = []
    parts = (part.strip() for name in names for part in _BRACKET.split(name))
    return tuple(part for part in parts if part and not _NO_NAME.search(part))


def is_known_to_reader(blocks: Sequence[Block], number: int, start: int, end: int) -> bool:
    """Return whether the readers addressed at a term know it.

    Args:
        blocks: the document's blocks.
        number: the index of the block with the term.
        start: where the term begins in the block's text (code points).
        end: where it ends.
    """
    text = blocks[number].text
    if is_in_service_name(text, start, end) or _CREDIT.match(text):
        return True
    if _SYMPTOM.fullmatch(text[start:end].split()[-1]):
        return False
    if _is_in_checklist(text, start):
        return True
    if blocks[number].kind is not BlockKind.LIST_ITEM:
        return False
    above = blocks[max(0, number - _MOST_ABOVE) : number]
    stem = next((block for block in reversed(above) if block.kind not in _ITEMS), None)
    return (
        stem is not None
        and _is_in_checklist(stem.text, len(stem.text))
        and not _CARE.search(text, 0, start)
    )


def _is_in_checklist(text: str, place: int) -> bool:
    """Return whether the words before a place, in its sentence, open a checklist."""
    lower = text.lower()
    # A fast exit: few texts have one of these.
    if not any(sign in lower for sign in _SIGNS):
        return False
    return find_last_end(_CHECKLIST, text, place) > find_last_end(_STOP, text, place)
