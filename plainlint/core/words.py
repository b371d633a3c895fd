"""Words: what one is in a text, and its signs as they are read."""

import re

# Signs that are written on, above or below the letter before them, by script. Letters in the ranges
# do no harm; the stops of Indic scripts and the sign that makes a digit a keycap are not in them.
_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20e2\u20e4-\u20f0\ufe20-\ufe2f"
    r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a"
    r"\u07a6-\u07b0\u07eb-\u07f3\u0898-\u089f\u08ca-\u08e1\u08e3-\u0963\u0966-\u0dff"
    r"\u0e00-\u0e3a\u0e40-\u0e4e\u0e80-\u0ece\u0f71-\u0f84\u0f8d-\u0fbc\u102b-\u103e\u1056-\u108f"
    r"\u135d-\u135f\u17b4-\u17d3\u302a-\u302f\u3099\u309a"
)
# Apostrophes, also those that word processors and keyboards put in their place, hyphens, and signs
# that no one sees: soft hyphens and joiners.
_JOINTS = r"-\u2010\u2011'\u2018\u2019\u00b4\uff07\u00ad\u200c\u200d\u2060"
# A word: letters and digits, joined by hyphens, apostrophes, or points in a number or an
# initialism; a per cent sign belongs to its number. A keycap is not a word.
WORD = re.compile(
    rf"[^\W_](?![\ufe0f\u20e3])[\w{_MARKS}]*"
    rf"(?:(?:[{_JOINTS}]|(?<=\d)[.,](?=\d)|(?<=\b[^\W\d_])\.(?=[^\W\d_]\b))"
    rf"[^\W_][\w{_MARKS}]*)*"
    r"(?:(?<=\d)%)?"
)

# What is the same in a word as read aloud; soft hyphens and joiners are not read at all.
_PLAIN_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\u2019\u2018\u00b4\u02bc\uff07", "'"),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("\u00ad\u200c\u200d\u2060"),
    }
)


def simplify_signs(word: str) -> str:
    """Return a word with straight apostrophes, plain hyphens and nothing invisible."""
    return word if word.isascii() else word.translate(_PLAIN_SIGNS)
