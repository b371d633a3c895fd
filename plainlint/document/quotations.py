"""Quotations: what a text says in the words of someone else, or as words that are spoken of."""

import re

from plainlint.core.caches import remember

# Each pair of marks; the first group of an opening mark must not continue a word or a number.
_PAIRS = (
    # Word processors leave a straight mark at the end of some.
    (r"[\u201c\u201e]", r"[\u201d\u201c]|(?<=\S)\"(?!\w)"),
    (r"\u00ab", r"\u00bb"),
    (r"\u2039", r"\u203a"),
    (r"(?<![\w\"])\"(?=\S)", r"(?<=\S)\"(?!\w)"),
    (r"(?<!\w)\u2018(?=\w)", r"(?<=[\w.,!?\u2026])\u2019(?!\w)"),
    (r"(?<![\w'])'(?=\w)", r"(?<=[\w.,!?\u2026])'(?![\w'])"),
)
# A quotation of several paragraphs is closed only in the last one.
_OPEN_ENDED = "\u201c"
_ANY_MARK = re.compile("[\"'\u201c\u201e\u00ab\u2039\u2018]")
_OPENING = re.compile(
    "|".join(f"(?P<p{number}>{first})" for number, (first, _) in enumerate(_PAIRS))
)
_CLOSING = tuple(re.compile(last) for _, last in _PAIRS)
# An apostrophe for a plural owner looks like the end of a quotation: only short ones count.
_APOSTROPHES = frozenset({"p4", "p5"})
_LONGEST_WITH_APOSTROPHES = 200


@remember(1 << 12)
def find_quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of each quotation in a text, with its marks (code points).

    A quotation that opens with a curly mark and has no end reaches to the end of the text.

    >>> find_quotations('Ask: "Is it safe?" Then sign.')
    ((5, 18),)
    """
    if not _ANY_MARK.search(text):
        return ()
    ranges: list[tuple[int, int]] = []
    position = 0
    while opening := _OPENING.search(text, position):
        name = opening.lastgroup or ""
        closing = _CLOSING[int(name[1:])].search(text, opening.end())
        end = closing.end() if closing else 0
        if not end and opening[0] == _OPEN_ENDED:
            end = len(text)
        if not end or (name in _APOSTROPHES and end - opening.start() > _LONGEST_WITH_APOSTROPHES):
            position = opening.end()
            continue
        ranges.append((opening.start(), end))
        position = end
    return tuple(ranges)


def is_quoted(text: str, start: int, end: int) -> bool:
    """Return whether a range of a text (code points) lies in a quotation."""
    return any(first <= start and end <= last for first, last in find_quotations(text))
