"""Find the syntax of Markdown dialects that is not bound to lines, outside of code."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from plainlint.core.caches import remember
from plainlint.core.source import Span
from plainlint.document.readers.markdown.dialects import (
    COMPONENT,
    CONTENTS_ITEM,
    INLINE_KINDS,
    MODULE_LINES,
    PAIR_KINDS,
    TABS_KINDS,
)
from plainlint.document.readers.markdown.regions import FoundSyntax, MarkedLink, Region
from plainlint.document.readers.markdown.syntax_kinds import (
    MODULE,
    TEMPLATE,
    Dialect,
    InlineKind,
    PairKind,
)

_Spans = list[tuple[int, int]]
_TICKS = re.compile(r"`+")
_BLANK = re.compile(r"\r?\n[ \t]*\r?\n")
_BRACKETS = re.compile(r"[(){}\[\]]")
_HTML_COMMENT = PairKind("-->", "<!--", "-->", "")
_MODULE = rf"(?m:^(?:{'|'.join(MODULE_LINES)}))"
# What an alert of GitHub begins with.
ALERT_SIGN = "[!"
_MAXIMUM_RUNS = 50
_MAXIMUM_NAMES = 20
_MAXIMUM_PARAGRAPHS = 50


@remember(None)
def compile_kind(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when a text first has its sign: most texts need only a few."""
    return re.compile(pattern)


def find_inline_syntax(
    text: str, start: int, fences: _Spans, prose_fences: _Spans, dialect: Dialect
) -> FoundSyntax:
    """Find the syntax from `start` on, that of the dialect first.

    Args:
        fences: the spans of fenced code.
        prose_fences: the spans of the lines around prose that look like those around code.
    """
    code = _find_code(text, start, fences, prose_fences)
    signs = SignFinder(text, dialect)
    pairs: list[Region] = []
    regions: list[Region] = []
    links: list[MarkedLink] = []
    notes: list[Span] = []
    for pair in (*dialect.pairs, *PAIR_KINDS):
        if signs.may_have(pair.sign):
            spans = _find_pairs(text, start, pair, code)
            pairs += [Region(*span, pair.reason) for span in spans]
    for kind in (*dialect.inline, *INLINE_KINDS):
        if not signs.may_have(kind.sign):
            continue
        pattern = compile_kind(kind.pattern)
        groups = pattern.groupindex.keys()
        for match in pattern.finditer(text, start):
            if _is_in_code(match.start(), code) or text[match.start() - 1] == "\\":
                continue
            regions += _split_match(match, kind)
            if "target" in groups:
                text_span = Span(*match.span("text"))
                links.append(MarkedLink(Span(*match.span()), text_span, match["target"]))
            if "note" in groups:
                notes.append(Span(*match.span("note")))
    regions += _find_contents(text, start)
    regions += _find_modules(text, start, code)
    return FoundSyntax(tuple(pairs), tuple(regions), tuple(links), tuple(notes))


class SignFinder:
    """The signs of a dialect's kinds that a text has, all found in one pass."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        self._text = text
        signs, automaton = _compile_signs(dialect)
        try:
            matches = automaton.find_matches_as_indexes(text, overlapping=True)
        except UnicodeEncodeError:
            # Half of a character, which the automaton can't read.
            self._found = set(filter(text.__contains__, signs))
        else:
            self._found = {signs[number] for number, _, _ in matches}

    def may_have(self, sign: str) -> bool:
        """Check whether the text has a sign; one that begins with a line end may be at its top."""
        if sign == _TAG:
            return sign in self._text and compile_kind(COMPONENT).search(self._text) is not None
        if len(sign) == 1:
            return sign in self._text
        return sign in self._found or (sign[0] == "\n" and self._text.startswith(sign[1:]))


# The sign of a component: most tags are of HTML.
_TAG = "<"


@remember(None)
def _compile_signs(dialect: Dialect) -> tuple[tuple[str, ...], AhoCorasick]:
    """Return the signs of two or more characters, and an automaton that finds them."""
    every = [ALERT_SIGN, *[kind.sign for kind in TABS_KINDS]]
    every += [kind.sign for kind in (*PAIR_KINDS, *dialect.pairs)]
    every += [kind.sign for kind in (*INLINE_KINDS, *dialect.inline)]
    signs = tuple(dict.fromkeys(sign for sign in every if len(sign) > 1))
    return signs, AhoCorasick(signs, matchkind=MatchKind.Standard)


def _split_match(match: re.Match[str], kind: InlineKind) -> Iterator[Region]:
    """Yield the parts of a match that are syntax."""
    groups = match.re.groupindex
    if "syntax" in groups:
        yield Region(*match.span("syntax"), kind.reason, kind.is_value)
        return
    inside = next((name for name in ("text", "note") if name in groups), "")
    if not inside:
        yield Region(*match.span(), kind.reason, kind.is_value)
        return
    start, end = match.span(inside)
    yield Region(match.start(), start, kind.reason, kind.is_value)
    yield Region(end, match.end(), kind.reason, kind.is_value)


def _find_pairs(text: str, start: int, kind: PairKind, code: _Spans) -> Iterator[tuple[int, int]]:
    """Yield the spans from an opening to the closing that belongs to it."""
    ends: dict[str, _Spans] = {}
    done = start
    for opening in compile_kind(kind.start).finditer(text, start):
        if opening.start() < done or _is_in_code(opening.start(), code):
            continue
        closing = kind.end.format(**opening.groupdict())
        if closing not in ends:
            if len(ends) == _MAXIMUM_NAMES:
                continue
            ends[closing] = [match.span() for match in compile_kind(closing).finditer(text, start)]
        index = bisect_left(ends[closing], (opening.end(),))
        if index < len(ends[closing]):
            done = ends[closing][index][1]
            yield opening.start(), done


def _find_contents(text: str, start: int) -> Iterator[Region]:
    if "{:" in text:
        for match in compile_kind(rf"(?m:^{CONTENTS_ITEM})").finditer(text, start):
            yield Region(*match.span(), TEMPLATE)


def _find_modules(text: str, start: int, code: _Spans) -> Iterator[Region]:
    """Yield the statements that import or export something."""
    if "import " not in text and "export " not in text:
        return
    done = start
    for match in compile_kind(_MODULE).finditer(text, start):
        if match.start() >= done and not _is_in_code(match.start(), code):
            done = _find_module_end(text, match)
            yield Region(match.start(), done, MODULE)


def _find_module_end(text: str, statement: re.Match[str]) -> int:
    """Return the end of a statement: a blank line at which all its brackets are closed."""
    if statement[0].startswith("import"):
        return statement.end()
    # A bracket that never closes excludes only the first paragraph.
    first = _find_paragraph_end(text, statement.start())
    depth, start = 0, statement.start()
    for _ in range(_MAXIMUM_PARAGRAPHS):
        end = _find_paragraph_end(text, start)
        depth += sum(1 if sign in "([{" else -1 for sign in _BRACKETS.findall(text, start, end))
        if depth <= 0:
            return end
        start = end + 1
    return first


def _find_paragraph_end(text: str, start: int) -> int:
    blank = _BLANK.search(text, start)
    return blank.start() if blank else len(text.rstrip())


def _find_code(text: str, start: int, fences: _Spans, prose_fences: _Spans) -> _Spans:
    """Return the spans of code and of HTML comments, sorted."""
    code_spans = _find_code_spans(text, start, sorted([*fences, *prose_fences]))
    code = sorted([*fences, *code_spans])
    if "-->" in text:
        code = sorted([*code, *_find_pairs(text, start, _HTML_COMMENT, code)])
    return code


def _find_code_spans(text: str, start: int, fences: _Spans) -> Iterator[tuple[int, int]]:
    """Yield the spans of inline code, which ends in the paragraph where it begins."""
    runs = [run for run in _TICKS.finditer(text, start) if not _is_in_code(run.start(), fences)]
    index = 0
    while index < len(runs):
        opening = runs[index]
        index += 1
        for number, run in enumerate(runs[index : index + _MAXIMUM_RUNS], index + 1):
            if len(run[0]) == len(opening[0]):
                if not _BLANK.search(text, opening.end(), run.start()):
                    yield opening.start(), run.end()
                    index = number
                break


def _is_in_code(offset: int, code: _Spans) -> bool:
    index = bisect_right(code, (offset, len(code) and code[-1][1] + 1)) - 1
    return index >= 0 and offset < code[index][1]
