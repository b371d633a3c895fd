"""pattern: text that a regular expression finds."""

from collections.abc import Iterator, Sequence
from operator import itemgetter

from plainlint.checks import Hit
from plainlint.core.regex import Regex, found
from plainlint.document.pattern_index import Likely


def pattern(
    likely: Likely, patterns: list[Regex], exceptions: Sequence[Regex] = (), *, case: bool = False
) -> Iterator[Hit]:
    """Each match of a pattern. The message may name the pattern's named groups, too.

    Args:
        patterns: what to find. Look-around works too, with a time limit.
        exceptions: what is right after all; a match inside one is left out.
        case: whether capitals and small letters differ.

    Message:
        text: what was found.

    Example:
        patterns: ["very [a-z]+"]
        exceptions: [very well]
        ---
        You did very well. It is «very easy».
    """
    passage, text = likely.passage, likely.passage.text
    right = {
        (each.start, each.end)
        for exception in exceptions
        for each in found(exception, text, case=case)
    }
    done = 0
    matches = [each for one in patterns for each in found(one, text, case=case)]
    for each in sorted(matches, key=itemgetter(0, 1)):
        inside = any(start <= each.start and each.end <= end for start, end in right)
        if each.start >= done and not inside:
            done = each.end
            yield Hit(passage.place(each.start, each.end), {"text": each.text, **each.names})
