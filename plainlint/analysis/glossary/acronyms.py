"""Long forms: what an acronym stands for, and whether a text says so beside it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from plainlint.analysis.glossary.popup_links import read_popup
from plainlint.core.source import Source
from plainlint.document.model import Block, BlockKind

# What stands between a long form and its acronym: "lung cancer (NSCLC)", "lung cancer, or NSCLC".
_TO_ACRONYM = re.compile(
    r"(?: ?[(\[]|, | (?=or |called |known as )| ?[=:\u2013\u2014] ?)"
    r"(?:(?:or|(?:also )?(?:called|known as)|abbreviated(?: as)?) )?(?:an? |the )?[\"\u201c]?$"
)
_IN_BRACKET = re.compile(r" [(\[][^()\[\]]*$")
_TO_LONG_FORM = re.compile(
    r"(?:'s|\u2019s)?[\"\u201d]?(?: ?[(\[]|, | ?[=:\u2013\u2014] ?"
    r"| (?=or |stands |is short |means ))"
    r"(?:(?:or|also called|(?:which )?(?:stands|is short) for|short for|means|meaning) )?"
    r"(?:an? |the )?[\"\u201c]?"
)
_ROWS = frozenset({BlockKind.TABLE_CELL, BlockKind.LIST_ITEM})
_LETTERS = re.compile(r"[A-Z]{1,4}")
_KEY = re.compile(r" ?= ?[A-Za-z]{2}")
_GREEK = str.maketrans("αβγδκ", "abgdk")
# In characters: more than the words of any long form take up.
_FARTHEST = 200
_SENTENCE_END = re.compile(r"(?<=[?!;]) ")
_CLAUSE_END = re.compile(r"[;:()\[\]\u2014\"\u201d]|[.?!](?: |$)")


def find_long_form(acronym: str, text: str) -> str:
    """The shortest end of the text that the acronym can stand for, or nothing.

    The algorithm of Schwartz and Hearst, "A simple algorithm for identifying abbreviation
    definitions in biomedical text" (Pacific Symposium on Biocomputing, 2003): each letter and
    digit is looked for from right to left, and the first one must begin a word.
    """
    signs = [sign for sign in acronym.lower().translate(_GREEK) if sign.isalnum()]
    lower, place = text.lower(), len(text)
    if not signs or len(lower) != len(text):
        return ""
    for sign in reversed(signs[1:]):
        place = lower.rfind(sign, 0, max(place, 0))
    begins = re.finditer(rf"(?<![^\W_]){re.escape(signs[0])}", lower[: max(place, 0)])
    place = max((begin.start() for begin in begins), default=-1)
    found = text[text.rfind(" ", 0, place) + 1 :] if place >= 0 else ""
    fits = len(found) > len(acronym) and len(found.split()) <= _get_word_limit(acronym)
    return found if fits and acronym not in re.split(r"[\s()]+", found) else ""


@lru_cache(maxsize=1 << 12)
def is_spelled_out(text: str, start: int, end: int) -> bool:
    """Whether the long form of the acronym at `start` to `end` stands beside it."""
    acronym = strip_plural(text[start:end])
    before = text[max(0, start - _FARTHEST) : start]
    return (
        any(_is_after_long_form(acronym, before, opening) for opening in (_TO_ACRONYM, _IN_BRACKET))
        or (text[end : end + 1] == ")" and _is_introduced(acronym, before))
        or _KEY.match(text, end) is not None
        or _is_before_long_form(acronym, text, end)
    )


def _is_after_long_form(acronym: str, before: str, opening: re.Pattern[str]) -> bool:
    """Whether the text before the acronym ends with its long form and an opening bracket."""
    found = opening.search(before)
    words = _SENTENCE_END.split(before[: found.start()])[-1].split() if found else []
    return bool(find_long_form(acronym, " ".join(words[-_get_word_limit(acronym) :])))


def _is_introduced(acronym: str, before: str) -> bool:
    """Whether an acronym alone in brackets begins as one of the words before it does.

    Many drugs and scales have letters that their long forms lack, as in "fluorouracil (5-FU)".
    """
    if not before.endswith(" ("):
        return False
    words = " ".join(before.removesuffix(" (").split()[-_get_word_limit(acronym) :])
    first = next((sign for sign in acronym if sign.isalpha()), "(")
    return bool(re.search(rf"(?<![^\W_]){re.escape(first)}", words, re.IGNORECASE))


def _is_before_long_form(acronym: str, text: str, end: int) -> bool:
    """Whether the text behind the acronym begins with its long form."""
    closing = _TO_LONG_FORM.match(text, end)
    after = _CLAUSE_END.split(text[closing.end() :][:_FARTHEST])[0].split() if closing else []
    counts = range(1, min(len(after), _get_word_limit(acronym)) + 1)
    prefixes = (" ".join(after[:count]).rstrip(",") for count in counts)
    return any(find_long_form(acronym, prefix) == prefix for prefix in prefixes)


def _get_word_limit(acronym: str) -> int:
    """The limit of Schwartz and Hearst for the words of a long form."""
    return min(len(acronym) + 5, len(acronym) * 2)


def find_letter_rows(name: str, blocks: Sequence[Block]) -> tuple[str, ...]:
    """The letters of an acronym that the rows or items at the head of the blocks go through.

    A table does so with a cell for each letter or two ("A | cytarabine"), a list with the first
    letters of its items ("Face drooping", "Arm weakness", ...). Empty if it is not spelled out so.
    """
    rows = tuple(takewhile(lambda block: block.kind in _ROWS, blocks[: 2 * len(name) + 2]))
    cells = tuple(each.text for each in rows if _LETTERS.fullmatch(each.text))
    items = tuple(each.text[:1] for each in rows if each.kind is BlockKind.LIST_ITEM)
    found = (letters for letters in (cells, items[: len(name)]) if "".join(letters) == name)
    return next(found, ())


_TOKEN = re.compile(r"(?<![\w&.])[^\W_]+(?:[-\u2010\u2011&][^\W_]+)*(?!\w)")
_CAPITALS = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0391-\u03a9"
# From the first of two capitals to the next space: quick to find, and few words have them.
_CANDIDATE = re.compile(rf"[{_CAPITALS}]\S*[{_CAPITALS}]\S*")
_PART = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_FEWEST, _MOST = 2, 6
# In characters: of a compound, and of a term in italics or in a link.
_LONGEST, _LONGEST_TERM = 40, 40
_ITALIC = re.compile(r"[*_](?![*_])|<(?:i|em)\b")
_WORD = r"[A-Z]['\u2019A-Z]*"
_AUTHOR = r"\b[A-Z][\w'\u2019-]{0,30}[a-z] [A-Z]{1,3}"
_DEGREE = r"(?:MD|M\.D\.|DO|PhD|Ph\.D\.|PharmD|PsyD|RN|MPH|MSN?|MBBS|DDS|DMD)"
# Shouting: three words in capitals, or a line of them. Authors: "Doe AB, Roe C, et al.", and the
# line that a table is adapted from; a person's line ("Jane Doe, RN, FAAN (City Hospital)").
# Sounds: "(dok-soh-ROO-bih-sin)".
_NOT_READ = re.compile(
    rf"(?<!\S){_WORD}(?: {_WORD}){{2,}}(?!\w)"
    rf"|^{_WORD}(?: {_WORD})+[.!?:]*$"
    rf"|(?:{_AUTHOR}, )+(?:{_AUTHOR}\b|et al)"
    rf"|^(?:[A-Z][\w.'\u2019-]*,? ){{2,5}}{_DEGREE}\b[^:!?]*$"
    r"|(?:[Aa]dapted|[Rr]eprinted)(?: with permission)? from [^:.]*"
    r"|\((?=[^()]*\b[A-Za-z]{1,5}-[A-Za-z]{1,5}-[A-Za-z]{1,5}\b)[A-Za-z. \u2026-]+\)"
)


@lru_cache(maxsize=1 << 12)
def find_acronyms(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each acronym: two to six capitals, and few other letters.

    A plural s and parts joined with hyphens ("GM-CSFs") are in it, words in lower case that are
    joined to it ("HPV-related") are not.
    """
    return tuple(_iter_acronyms(text))


def _iter_acronyms(text: str) -> Iterator[tuple[int, int]]:
    for token in _iter_tokens(text):
        if len(token[0]) > _LONGEST or sum(map(str.isupper, token[0])) < _FEWEST:
            continue
        parts = [part for part in _PART.finditer(text, *token.span()) if _is_short(part[0])]
        if any(_is_acronym(part[0]) for part in parts):
            yield parts[0].start(), parts[-1].end()


def _iter_tokens(text: str) -> Iterator[re.Match[str]]:
    """The tokens of what stands between spaces and has two capitals."""
    for candidate in _CANDIDATE.finditer(text):
        start, end = candidate.span()
        while start and not text[start - 1].isspace():
            start -= 1
        yield from _TOKEN.finditer(text, start, end)


def split_compound(text: str, start: int, end: int, other: re.Pattern[str]) -> set[str]:
    """The acronyms that a compound such as "PET-CT" is made of, without plural s.

    There are none if `other` matches the compound, for then it only looks like an acronym.
    """
    parts = [part.span() for part in _PART.finditer(text, start, end) if _is_acronym(part[0])]
    real = [(a, b) for a, b in [(start, end), *parts] if not _matches_range(other, text, a, b)]
    return {strip_plural(text[a:b]) for a, b in real[1:]} if (start, end) in real else set()


def strip_plural(acronym: str) -> str:
    """The acronym without a plural s."""
    return acronym[:-1] if acronym.endswith("s") and acronym[-2:-1].isupper() else acronym


def find_non_acronyms(source: Source, block: Block) -> Iterator[tuple[int, int]]:
    """Stretches of a block whose capitals make no acronym.

    These are shouting, authors, sounds, and names: short ones in italics, such as genes and
    journals, and the texts of long links, which are titles of pages.
    """
    yield from _find_ignored_text(block.text)
    for start, end, span, _ in block.prose.wrappers:
        if end - start <= _LONGEST_TERM and _ITALIC.match(source.slice(span)):
            yield start, end
    for link in block.links:
        if link.end - link.start > _LONGEST_TERM and not read_popup(link):
            yield link.start, link.end


@lru_cache(maxsize=1 << 11)
def _find_ignored_text(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _NOT_READ.finditer(text))


def _matches_range(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    found = pattern.match(text, start)
    return found is not None and found.end() >= end


def _is_acronym(part: str) -> bool:
    return _is_short(part) and _FEWEST <= sum(map(str.isupper, part)) <= _MOST


def _is_short(part: str) -> bool:
    """Whether it is a number, a single letter, or in capitals for the better part."""
    if len(part) == 1 or part[0].isdecimal():
        return True
    letters = sum(map(str.isalpha, strip_plural(part)))
    return sum(map(str.isupper, part)) * 2 >= letters and not part[:3].islower()
