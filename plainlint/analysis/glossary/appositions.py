"""Meanings between commas: "a stent, a thin tube, ..." and "edema, or swelling, ..."."""

import re

from plainlint.analysis.glossary.glosses import is_gloss
from plainlint.analysis.glossary.naming import ends_with_gloss
from plainlint.analysis.glossary.term_place import QUOTE, TAIL, TermPlace, share_word

_APPOSITION = re.compile(
    rf"{QUOTE}{TAIL}(?: \([^()]*\))?, "
    r"(?P<gloss>(?:an?|the|another|one) [a-z][^,;.()\u2014]*)(?P<close>[,;.)\u2014]|\Z)"
)
# "postherpetic neuralgia (PHN), nerve pain that lasts for months.": without an article it may be
# the next item of a list, unless a clause of its own ends the sentence.
_BARE_APPOSITION = re.compile(
    rf"{QUOTE}{TAIL}(?: \([^()]*\))?, "
    r"(?P<gloss>(?!(?:and|or|an?|the|but|so|if|when|while|with|such|like|including|especially)\b)"
    r"[a-z][\w-]*(?: [a-z][\w-]*){0,2}? (?:that|which) [^,;.():\u2014]+)(?:[.;)\u2014]|\Z)"
)
_OPENING = re.compile(
    r"\W*(?:after|as|at|because|before|during|for|if|in|since|to|until|when|while|with|without)\b"
    r"[^,]*$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r" (?:that|which|who|whose|where|when|used|made|given|caused|found|for|of|to|in|around)\b"
)
_JOINED = re.compile(r"\b(?:and|or)\b")
MAIN_VERB = re.compile(
    r" (?:will|can|may|might|should|must|would|could|is|are|was|were|has|have|does"
    r"|do|needs?|helps?|takes?|gives?|puts?|says?|goes|gets?)\b"
)

# A past tense with its object: "a study from China assessed one drug".
_FINITE = re.compile(
    r"[a-z]{3,}ed (?!(?:by|in|to|for|with|from|on|into|of|as|at|when|during|through|using|around"
    r"|near|after|before|out|up|over|under|between|along|across|inside)\b)[a-z]"
)


def has_apposition(place: TermPlace) -> bool:
    """Return whether "a stent, a small tube," follows, and not the next thing of a list."""
    match = _APPOSITION.match(place.text, place.end)
    if not match:
        return _has_bare_apposition(place)
    gloss, relative = match["gloss"], _RELATIVE.search(match["gloss"])
    head = gloss[: relative.start()] if relative else gloss
    clause = re.split(r" (?:that|which|who|where|when)\b", gloss)[0]
    if gloss.startswith("the ") and not relative:
        return False
    if _JOINED.search(head) or MAIN_VERB.search(head) or _FINITE.search(clause):
        return False
    rest = place.text[match.end() : match.end() + 12]
    if match["close"] == "," and re.match(r" (?:and|or|an?|another)\b", rest):
        return False
    is_listed = "," in place.before and not _OPENING.match(place.before.split(",")[0])
    if is_listed and not relative:
        return False
    if _OPENING.match(place.before) and "," not in place.before and match["close"] != ",":
        return bool(relative) and is_gloss(gloss)
    return is_gloss(gloss)


def _has_bare_apposition(place: TermPlace) -> bool:
    match = _BARE_APPOSITION.match(place.text, place.end)
    if not match or "," in place.before:
        return False
    return not _JOINED.search(match["gloss"]) and is_gloss(match["gloss"])


# "Edema, or swelling, ..." explains; "fever, edema, or pain" is a list.
_SYNONYM = re.compile(
    rf"{QUOTE}{TAIL}(?: \([^()]*\))?(?P<comma>,?) or "
    r"(?P<gloss>[^,;.()?!]+)(?P<close>[,;.()?!]|\Z)"
)
_REVERSED = re.compile(r"(?P<gloss>[^,;.:()]+), or (?:an? |the )?$")


_GOES_ON = re.compile(rf"{QUOTE}{TAIL}, (?!and\b|or\b|an?\b)")
# "low bone density, or osteopenia": at the end it may be the next thing of a list.
_ENDS = re.compile(rf"{QUOTE}(?:[.;)]|\Z)")
# In code points: "or the ".
_OR_NEAR = 8
# "a cough" is another thing, "a blood clot" more likely a meaning.
_MOST_OF_ARTICLE = 2


def has_synonym(place: TermPlace) -> bool:
    """Return whether "or" joins the term to its meaning, and not to another thing."""
    match = _SYNONYM.match(place.text, place.end)
    if match and match["comma"] and "," not in place.before:
        gloss = match["gloss"]
        if re.match(r"(?:your|his|her|their|my|our|its) ", gloss) or (
            MAIN_VERB.search(gloss) and match["close"] != ","
        ):
            return False
        return is_gloss(gloss) and (
            match["close"] == ","
            or not re.match(r"(?:an?|the) ", gloss)
            or share_word(gloss, place.plain)
            or (not place.plain and len(gloss.split()) > _MOST_OF_ARTICLE)
        )
    # A fast exit: few terms have "or" in front.
    if " or " not in place.before[-_OR_NEAR:]:
        return False
    before = _REVERSED.search(place.before)
    return bool(
        before
        and ends_with_gloss(before["gloss"])
        and (
            _GOES_ON.match(place.text, place.end)
            or (
                _ENDS.match(place.text, place.end)
                and "," not in place.before[: before.start()]
                and share_word(before["gloss"], place.plain)
            )
        )
    )
