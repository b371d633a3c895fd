"""Split text into sentences: decide whether a full stop, question mark or the like ends one.

The rules are this project's own; abbreviations.py has those that need word lists.
"""

import re
from itertools import pairwise

from plainlint.document.language_tags import get_primary_tag
from plainlint.document.readers.abbreviations import Words, is_abbreviation, read_words
from plainlint.document.readers.lists import find_item_starts
from plainlint.document.visible_text import OBJECT

# The pattern can't fail once it has matched a mark, and its inner repeats are bounded, so a search
# takes linear time for any text.
STOP = re.compile(
    r"""(?P<mark>[.!?…؟۔।。！？]+)
    (?P<closers>(?:
        [)\]}"'”’“»›」』）】®™℠*†‡¹²³⁰-⁹\u200b]
      | \s»(?=\s|\Z)
      | (?<=[^\W\d_][.?!]|[.?!)\]%][.”"’'\])])\d{1,3}(?:[,–-]\d{1,3}){0,20}(?=\s|\Z)
      | \s?\[\d[\d,;\s–-]{0,60}\]
      | \s?\[Levels?[ ][^\[\]]{1,80}\]
      | \[[^\[\]\s][^\[\]]{0,80}\]
      | (?<=\]);\s?(?=\[)
    )*)
    (?P<note>\s\((?P<value>\d{1,2})(?:[,–-]\s?\d{1,3}){0,20}\)(?=\s|\Z))?
    (?P<gap>\s*)""",
    re.VERBOSE,
)
# A sign such as "&" continues the sentence.
_OPENERS = r"[^\w\s.,;:!?…)\]}%/&=]{0,4}"
_OPENING = re.compile(rf"{_OPENERS}\s?{_OPENERS}([^\W_]\w*)")
_LOWER_START = re.compile(
    r"""[a-z]{1,3}[A-Z] | [a-z]-[A-Z\d] | p\d\d | (?:t|del|inv)\(\d | [α-ω][\d-] | v[oa]n\s[A-Z]
    | https?: | www\. | [\w-]{1,63}\.(?:gov|org|com|edu|net)\b | [\w.+-]{1,64}@
    | (?:[a-h]|[ivx]{1,4})[.)]\s+[A-Z]""",
    re.VERBOSE,
)
_ITEM = re.compile(r"(?:\d+[a-z]?|[A-Za-z]|[ivxIVX]{2,5})\.+")
_FIRST_ITEMS = frozenset("1aAiI")
_SPEAKER = re.compile(r"(?:[A-Z][\w.’'-]*\s){1,3}(?:asks?|asked|says?|said|cried|replied)\b")
_GLUED = re.compile(r"(?:[^\W\d_]*[a-zß-ÿ]{2}|[^.@/\\_]*[\d)\]%”\"’®™])[.?!…]+")
_GLUED_WORD = re.compile(
    r"(?:[A-ZÀ-Þ][^\W\d_]+|(?<=[a-z][.?!])[AI])(?=[\s,’'])"
    r"|(?<=[?!])[A-ZÀ-Þ][^\W\d_]+(?=[.?!](?:\s|\Z))"
)
_QUOTES = frozenset('”"»')
_WINDOW = 32


def ends_sentence(text: str, start: int, stop: re.Match[str], words: Words) -> bool:
    """Check whether the sentence that starts at `start` (a code point) ends with `stop`.

    `stop` is a match of STOP in `text`, `words` the sections of `read_words`. Only a window
    of fixed width is read, so that the time is linear.
    """
    opening = _OPENING.match(text, stop.end())
    if opening is None:
        return False
    if stop["mark"][-1] in "。！？":
        return True
    at = opening.start(1)
    if text[at].islower() and OBJECT not in opening[0] and not _LOWER_START.match(text, at):
        return False
    before = text[max(start, stop.start() - _WINDOW) : stop.end("mark")]
    tokens = before.split()
    token = tokens[-1].lstrip("([{\"'“‘«⁃")
    return not (
        ((stop["closers"] or opening[1] == "I") and _is_ellipsis(text, stop, opening))
        or (not stop["gap"] and not _is_space_missing(token, opening, words))
        or _is_item_number(tokens, token, words)
        or (stop["mark"] != "." and stop["closers"][:1] in _QUOTES and _SPEAKER.match(text, at))
        # A stop followed by a citation ends the sentence, even that of an initial.
        or ("[" not in stop["closers"] and is_abbreviation(tokens, token, opening, words))
    )


def find_sentence_end(text: str, start: int, stop: re.Match[str]) -> tuple[int, int]:
    """Return where the sentence ends and the next one starts, in code points.

    "(2)" after a stop is a citation for the sentence before it, or the number of the next item if
    that sentence contains "(1)".
    """
    value = stop["value"]
    if value and text.find(f"({int(value) - 1})", start, stop.start()) >= 0:
        return stop.end("closers"), stop.start("note") + 1
    return stop.start("gap"), stop.end()


def _is_item_number(tokens: list[str], token: str, words: Words) -> bool:
    """Check whether `token` numbers what follows: "Do this: 1. Sit." or "Table 1. Doses"."""
    if not _ITEM.fullmatch(token):
        return False
    if len(tokens) == 1:
        return True
    last = tokens[-2]
    return (
        last[-1] in ";•"
        or (last[-1] == ":" and token[0] in _FIRST_ITEMS)
        or (len(tokens) == len(("Table", "1.")) and last in words["labels"])
    )


def _is_ellipsis(text: str, stop: re.Match[str], opening: re.Match[str]) -> bool:
    """Check whether the dots replace omitted words: "[...]", or ". . ." before "I"."""
    if stop["closers"][:1] == "]" and text[stop.start() - 1] == "[":
        return True
    if opening[1] != "I":
        return False
    dots = text[max(0, stop.start() - len(". . . ")) : stop.end("mark")]
    return dots.endswith(" . . .") and not dots.startswith(".")


def _is_space_missing(token: str, opening: re.Match[str], words: Words) -> bool:
    """Check whether a space is missing, as in "done.The next" but not in "Cancer.Net"."""
    return (
        _GLUED.fullmatch(token) is not None
        and opening[1].lower() not in words["web endings"]
        and (
            f"{opening[1]}." in words["never"]
            or _GLUED_WORD.match(opening.string, opening.start(1)) is not None
        )
    )


_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def split_sentences(text: str, language: str = "en") -> tuple[tuple[int, int], ...]:
    """Return the (start, end) code points of each sentence, in order, without outer white space.

    Together the spans cover every character of `text` that is not white space. `text` is prose
    without markup; `language` is a code such as "en", "es" or "pt-BR".
    """
    words = read_words(get_primary_tag(language))
    items = find_item_starts(text)
    if not items:
        return _split(text, words)
    edges = [0, *items, len(text)]
    return tuple(
        (first + start, first + end)
        for first, last in pairwise(edges)
        for start, end in _split(text[first:last], words)
    )


def _split(text: str, words: Words) -> tuple[tuple[int, int], ...]:
    """Split a text that is not a list."""
    spans = []
    start = len(text) - len(text.lstrip())
    for stop in STOP.finditer(text):
        if ends_sentence(text, start, stop, words):
            end, after = find_sentence_end(text, start, stop)
            # A piece without a letter or digit is not a sentence; it is part of the next one.
            if _LETTER_OR_DIGIT.search(text, start, end):
                spans.append((start, end))
                start = after
    end = len(text.rstrip())
    return (*spans, (start, end)) if start < end else tuple(spans)
