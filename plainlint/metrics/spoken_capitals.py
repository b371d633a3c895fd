"""Which words in capitals are read letter by letter ("NSCLC"), and which as words ("AIDS").

Two or three capitals are letters, unless they spell a short common word, which writers put in
capitals to stress it ("do NOT"), or an acronym that is said as a word. Four or five are letters
when no English syllable begins or ends that way ("COPD", "EGFR"). Longer ones are words.
"""

import re
from functools import cache

_SHORT_WORDS = """
    am an and any are as ask at be but by can cat day did do eat for get go had has he her him his
    how if in is its may me my new no nor not now of off on one our out pet put sad see set she so
    the to too two up use was way we why yes yet you
"""
_SHORT = 3
_LONGEST_INITIALISM = 5
# Acronyms whose spoken form their letters hide.
_SAID_AS = {
    "nsaid": "en said",
    "mrsa": "mersa",
    "kras": "kay rass",
    "nras": "en rass",
    "braf": "bee raff",
    "cpap": "see pap",
}
# "IV" alone is left as letters: an IV line is as likely as stage IV.
_ROMAN = {"ii": "two", "iii": "three", "vi": "six", "vii": "seven", "viii": "eight", "ix": "nine"}
_STAGE = re.compile(r"(i{1,3}|iv)([abc])")
_ONSET = (
    "(?:[bcfgkps]l|[bcdfgkptw]r|s[ckmnpqtw]|[ckgprstw]h|[dt]w|kn|gn|ps|pn|qu|chr|thr|sch|shr|s[cpt]r"
    "|schw|spl|[^aeiouy])?"
)
_CODA = (
    "(?:[bcdfghjklmnprtvwxz]|l[bcdfkmnpt]|m[bnp]|n[cdgkt]|r[bcdfgklmnpt]|w[dkln]|[bcfpx]t|s[ckmpt]"
    "|ck|gn|[cgpst]h|[dfpx]th|[lmnr](?:ch|ph|sh|th)|[nt]ch|cht|rld|rst|ght|ngth"
    r"|([bcdfglmnprstz])\1)?s?"
)


def capitals_as_words(capitals: str) -> list[str]:
    """Return the lower-case words, or the letters, that a reader says for a word in capitals."""
    word = capitals.lower()
    if word in _SAID_AS:
        return _SAID_AS[word].split()
    if word in _ROMAN:
        return [_ROMAN[word]]
    if stage := _STAGE.fullmatch(word):
        return [{"i": "one", "iv": "four", **_ROMAN}[stage[1]], stage[2]]
    return list(word) if _is_initialism(word) else [word]


def _is_initialism(word: str) -> bool:
    if len(word) <= _SHORT:
        return word not in _SHORT_WORDS.split()
    return len(word) <= _LONGEST_INITIALISM and not _pronounceable().fullmatch(word)


@cache
def _pronounceable() -> re.Pattern[str]:
    return re.compile(f"{_ONSET}[aeiouy](?:.*[aeiouy])?{_CODA}")
