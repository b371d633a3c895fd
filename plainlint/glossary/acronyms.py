"""Acronyms: where a text has them, told by their capitals alone."""

import re
from collections.abc import Iterator
from functools import lru_cache

from plainlint.core.source import Source
from plainlint.document.model import Block
from plainlint.glossary.popups import read_popup

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
def acronyms(text: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each acronym: two to six capitals, and few other letters.

    A plural s and parts joined with hyphens ("GM-CSFs") are in it, words in lower case that are
    joined to it ("HPV-related") are not.
    """
    return tuple(_acronyms(text))


def _acronyms(text: str) -> Iterator[tuple[int, int]]:
    for token in _tokens(text):
        if len(token[0]) > _LONGEST or sum(map(str.isupper, token[0])) < _FEWEST:
            continue
        parts = [part for part in _PART.finditer(text, *token.span()) if _is_short(part[0])]
        if any(_is_acronym(part[0]) for part in parts):
            yield parts[0].start(), parts[-1].end()


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """The tokens of what stands between spaces and has two capitals."""
    for candidate in _CANDIDATE.finditer(text):
        start, end = candidate.span()
        while start and not text[start - 1].isspace():
            start -= 1
        yield from _TOKEN.finditer(text, start, end)


def names_in(text: str, start: int, end: int, other: re.Pattern[str]) -> set[str]:
    """The acronyms that a compound such as "PET-CT" is made of, without plural s.

    There are none if `other` matches the compound, for then it only looks like an acronym.
    """
    parts = [part.span() for part in _PART.finditer(text, start, end) if _is_acronym(part[0])]
    real = [(a, b) for a, b in [(start, end), *parts] if not _matches(other, text, a, b)]
    return {singular(text[a:b]) for a, b in real[1:]} if (start, end) in real else set()


def singular(acronym: str) -> str:
    """The acronym without a plural s."""
    return acronym[:-1] if acronym.endswith("s") and acronym[-2:-1].isupper() else acronym


def unread(source: Source, block: Block) -> Iterator[tuple[int, int]]:
    """Stretches of a block whose capitals make no acronym.

    These are shouting, authors, sounds, and names: short ones in italics, such as genes and
    journals, and the texts of long links, which are titles of pages.
    """
    yield from _not_read(block.text)
    for start, end, span, _ in block.prose.wrappers:
        if end - start <= _LONGEST_TERM and _ITALIC.match(source.slice(span)):
            yield start, end
    for link in block.links:
        if link.end - link.start > _LONGEST_TERM and not read_popup(link):
            yield link.start, link.end


@lru_cache(maxsize=1 << 11)
def _not_read(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _NOT_READ.finditer(text))


def _matches(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    found = pattern.match(text, start)
    return found is not None and found.end() >= end


def _is_acronym(part: str) -> bool:
    return _is_short(part) and _FEWEST <= sum(map(str.isupper, part)) <= _MOST


def _is_short(part: str) -> bool:
    """Whether it is a number, a single letter, or in capitals for the better part."""
    if len(part) == 1 or part[0].isdecimal():
        return True
    letters = sum(map(str.isalpha, singular(part)))
    return sum(map(str.isupper, part)) * 2 >= letters and not part[:3].islower()
