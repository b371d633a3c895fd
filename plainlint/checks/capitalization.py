"""The check capitalization: which words begin with a capital letter."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from plainlint.checks import Hit, check
from plainlint.core.words import WORD
from plainlint.document.passages import Passage

Style: TypeAlias = Literal["sentence", "title", "lower", "upper"]

# Words that stay in lower case in a title, unless it begins or ends with one.
_SMALL = frozenset(
    re.findall(
        r"\w+", "a an and as at but by for from in nor of on or per so the to up via vs with yet"
    )
)


@check(scope="heading")
def capitalization(passage: Passage, *, style: Style, keep: Sequence[str] = ()) -> Iterator[Hit]:
    """Report headings, or other passages, whose capitals do not follow a style.

    Args:
        style: `sentence` (only the first word has a capital), `title`, `lower` or `upper`. A name
            with several capitals, such as "DNA", is right in `sentence` and `title`.
        keep: words that are right as they are, such as names.

    Message:
        text: the whole passage.
        words: the words that are wrong.
        style: the style.

    Example:
        style: sentence
        keep: [March]
        ---
        # «Wash Your hands in March»

        ## Wash your hands
    """
    words = [match.group() for match in WORD.finditer(passage.text)]
    wrong = [
        word
        for number, word in enumerate(words)
        if word not in keep
        and any(map(str.isalpha, word))
        and not _STYLES[style](word, number in (0, len(words) - 1), not number)
    ]
    if wrong:
        yield Hit(passage.span, {"text": passage.text, "words": ", ".join(wrong), "style": style})


def _is_sentence_case(word: str, _edge: bool, first: bool) -> bool:  # noqa: FBT001
    return _is_name(word) or (
        word[0].isupper() or not word[0].isalpha() if first else word.islower()
    )


def _is_title_case(word: str, edge: bool, _first: bool) -> bool:  # noqa: FBT001
    small = word.lower() in _SMALL and not edge
    return _is_name(word) or (word.islower() if small else not word[0].islower())


def _is_name(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1 or not word[0].isalpha()


_STYLES: Mapping[Style, Callable[[str, bool, bool], bool]] = {
    "sentence": _is_sentence_case,
    "title": _is_title_case,
    "lower": lambda word, _edge, _first: word.islower(),
    "upper": lambda word, _edge, _first: word.isupper(),
}
