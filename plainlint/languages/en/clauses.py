"""Clauses: English words that open them, stand in them and can't end them, as patterns."""

import re


def _join(words: str) -> str:
    return f"(?:{'|'.join(words.split())})"


PRONOUN = _join("I you he she it we they there")
AUXILIARY = _join(
    """
    is are was were am has have had may might can could will would should must do does did cannot
    (?:is|are|was|were|do|does|did|wo|ca|should|would|could|has|have|had)n['\u2019]t
    """
)
# Words that open a clause that can't stand alone.
OPENER = _join(
    """
    if when whenever while because since as although though unless until before after once where
    whether that who whom whose which how what why so
    """
)
# With one of these, what follows is not a subject.
_NO_NOUN = _join(
    f"""
    {OPENER} {AUXILIARY} and or but nor not than of in on at by to for from with without into over
    under about through during between within then also only even often usually sometimes later now
    still never always soon again more less both either
    """
)
_DETERMINER = _join(
    "the an? this these those your my his her its our their some many most other both all no"
)
# A noun whose verb follows soon.
_WORD = r"[\w'\u2019-]+"
NOUN = (
    rf"(?:{_DETERMINER} )?(?!{_NO_NOUN}\b){_WORD}"
    rf"(?=(?: (?!(?:{OPENER}|and|or|but)\b){_WORD}){{0,4}}? {AUXILIARY}\b)"
)
_DEMONSTRATIVE = r"th(?:is|at)(?= [a-z]{2,}s\b(?! (?:is|are)\b))"
SUBJECT = rf"(?:{PRONOUN}(?= (?!(?:and|or)\b)\w)|{_DEMONSTRATIVE}|{NOUN})"
# Verbs that are nothing else, in their common forms, as signs of a clause.
_VERBS = _join(
    """
    become begin bring come find get give go grow include keep know let make mean need put see seem
    take tell think want occur depend affect develop receive contain produce require allow help
    cause show use work happen start stop remain reach send carry lead run move
    """
)
_PAST = _join(
    """
    became began brought came felt found gave got grew included kept knew led made meant saw said
    showed took told thought went
    """
)
_REQUEST = _join(
    """
    ask avoid be call check choose contact do drink eat follow keep leave let look make remember
    rest see sit speak store take talk tell try use wash wear don't please
    """
)
VERB = re.compile(rf"\b(?:{PRONOUN} \w+|{AUXILIARY}|{_VERBS}s?|{_PAST})\b", re.IGNORECASE)
# A verb that opens a request.
REQUEST = re.compile(rf"\W*{_REQUEST}\b", re.IGNORECASE)
# What belongs together: no clause ends inside.
TOGETHER = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|[\u201c\"][^\u201c\u201d\"]*[\u201d\"]"
    r"|\u2018[^\u2018\u2019]*\u2019(?!\w)"
)
