"""Labels: terms that open a text, with their meaning behind a colon, a dash or a stop."""

import re

from plainlint.analysis.glossary.appositions import MAIN_VERB
from plainlint.analysis.glossary.gloss_words import EVALUATIONS, ORDERS, PRONOUNS
from plainlint.analysis.glossary.glosses import is_gloss
from plainlint.analysis.glossary.matching import is_acronym
from plainlint.analysis.glossary.naming import is_sentence_gloss
from plainlint.analysis.glossary.term_place import QUOTE, TAIL, TermPlace
from plainlint.languages.en.spoken import NUMBER_WORDS

_FIRST_WORDS = re.compile(r"\s*(?:(?:an?|the) )?\S*\s*", re.IGNORECASE)
_LABEL = re.compile(rf"{QUOTE}{TAIL}(?: \([^()]*\))?(?: ?:| [\u2013\u2014-]) ?(?P<gloss>[^.;]+)")
# A heading in the line: "Variant of unknown meaning (VUS). A change was found, but ...".
_RUN_IN = re.compile(
    rf"{QUOTE}(?: \([^()]*\))?\. (?:(?:An?|Any|When) [a-z]"
    r"|We (?:may |might |will )?(?:also )?(?:take|remove|put|pass|measure|inject|look|use|give)\b)"
)
# "Spasticity. Tight muscles can be stretched": the next sentence begins with what it is.
_CONDITION = re.compile(
    r"\w*(?:(?<!sthes)ia|ism|itis|ity|o?ea|o?edema|osis|pathy|trophy)s?\Z", re.IGNORECASE
)
_STATE_NEXT = re.compile(
    rf"{QUOTE}(?: \([^()]*\))?\. (?:(?:(?:Blocked|Blurr(?:ed|y)|Brittle|Dry|Enlarged|Fast|Hard"
    r"|Hardened|High|Inflamed|Irregular|Leaky|Loose|Low|Narrow|Narrowed|Painful|Raised|Slow|Slurred"
    r"|Sore|Stiff|Swollen|Thick|Thin|Tight|Weak|Weakened)(?: [a-z-]+)?"
    r"|(?:Bleeding|Damage|Difficulty|Fluid|Lack|Loss|Numbness|Pain|Problems|Stiffness|Swelling"
    r"|Trouble|Weakness)(?: (?:from|in|of|to|with))?(?: (?:an?|the|your|some))?) [a-z-]{3,})"
    r"(?: [a-z-]+){0,4}? (?:is|are|can|may|might|will|makes?|gets?|often|usually)\b"
)


def is_label(place: TermPlace) -> bool:
    """Return whether the term opens its text as a label: "Sepsis: a deadly answer to germs"."""
    if not _FIRST_WORDS.fullmatch(place.text, 0, place.start):
        return False
    if _RUN_IN.match(place.text, place.end) or _is_state_next(place):
        return True
    match = _LABEL.match(place.text, place.end)
    if not match:
        return False
    gloss = match["gloss"]
    return is_gloss(gloss) or is_sentence_gloss(gloss) or _is_meaning(place.term, gloss)


def _is_state_next(place: TermPlace) -> bool:
    return bool(_CONDITION.match(place.term) and _STATE_NEXT.match(place.text, place.end))


_FIRST_WORD = re.compile(r"[a-z-]+(?= [a-z0-9])")
_NO_GLOSS = EVALUATIONS | ORDERS | PRONOUNS | NUMBER_WORDS | {"very", "more", "most", "often"}
_FEWEST_WORDS = 3


def _is_meaning(term: str, gloss: str) -> bool:
    """Return whether what stands behind a label can be its meaning, and no advice or judgement."""
    first = _FIRST_WORD.match(gloss)
    return bool(
        first
        and not is_acronym(term)
        and first[0] not in _NO_GLOSS
        and not first[0].endswith(("ing", "ly"))
        and len(gloss.split()) >= _FEWEST_WORDS
        and not MAIN_VERB.search(gloss)
    )
