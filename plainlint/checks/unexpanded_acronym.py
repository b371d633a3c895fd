"""unexpanded-acronym: acronyms that are not spelled out where a document first uses them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from plainlint.analysis.glossary.acronyms import (
    find_acronyms,
    find_letter_rows,
    find_long_form,
    find_non_acronyms,
    is_spelled_out,
    split_compound,
    strip_plural,
)
from plainlint.analysis.glossary.mentions import is_explained
from plainlint.analysis.glossary.model import Glossary
from plainlint.checks import Hit, check
from plainlint.core.errors import PlainlintError
from plainlint.core.source import Source
from plainlint.document.model import Block, BlockKind, Document


@check
def unexpanded_acronym(
    document: Document,
    glossary: Glossary,
    audience: str,
    known: Mapping[str, list[str]],
    not_acronyms: Mapping[str, list[str]],
) -> Iterator[Hit]:
    """The first use of each acronym that has no long form, no explanation and no link there.

    Args:
        known: the acronyms that need no long form: for each audience, and for `everyone`.
        not_acronyms: regular expressions for what only looks like an acronym, by its kind; they
            see what stands before and behind. What is no acronym once is none further on.

    Message:
        text: the acronym.
        advice: what to write.
    """
    seen = {*known.get("everyone", ()), *known.get(audience, ())}
    seen.update(_find_spelled_out(document.front_matter.get_text("title")))
    other = _compile_not_acronyms(not_acronyms)
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            seen.update(_find_spelled_out(block.text))
        if block.is_running_text:
            for start, end in _find_first_uses(document.source, block, seen, other):
                text = block.text[start:end]
                if letters := find_letter_rows(strip_plural(text), document.blocks[number + 1 :]):
                    seen.update(letters)
                    continue
                values = {"text": text, "advice": _make_advice(strip_plural(text), glossary)}
                yield Hit(block.prose.get_span(start, end), values)


def _compile_not_acronyms(kinds: Mapping[str, list[str]]) -> re.Pattern[str]:
    patterns = [pattern for kind in kinds.values() for pattern in kind]
    try:
        return re.compile(rf"(?:{'|'.join(patterns) or '(?!)'})s?(?!\w)")
    except re.error as error:
        raise PlainlintError(f"not_acronyms: {error.pattern!r}: {error.msg}") from error


def _find_spelled_out(text: str) -> set[str]:
    return {strip_plural(text[a:b]) for a, b in find_acronyms(text) if is_spelled_out(text, a, b)}


def _find_first_uses(
    source: Source, block: Block, seen: set[str], other: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """The first uses that leave the reader alone; all that are looked at join `seen`."""
    text, places = block.text, defaultdict[str, list[tuple[int, int]]](list)
    for start, end in (uses := list(find_acronyms(text))):
        places[strip_plural(text[start:end])].append((start, end))
    asides = find_non_acronyms(source, block) if places.keys() - seen else ()
    inside = {place for start, end in asides for place in range(start, end)}
    for start, end in uses:
        name = strip_plural(text[start:end])
        if name in seen or start in inside:
            continue
        names = split_compound(text, start, end, other)
        if not (new := names - seen):
            # What is a gene or a trial in one place is the same elsewhere.
            seen.update(() if names else [name])
            continue
        seen.update(new, [name])
        stop = next((each.end for each in block.sentences if start < each.end), len(text))
        again = [use for use in places[name] if start <= use[0] < stop]
        if not any(_is_clear(block, *use) for use in again):
            yield start, end


def _is_clear(block: Block, start: int, end: int) -> bool:
    """Whether it is spelled out, explained in words or in a link."""
    if block.find_link(start, end):
        return True
    in_bracket = block.text[start - 1 : start] in {"(", "["}
    spelled_out = is_spelled_out(block.text, start, end)
    return spelled_out or (not in_bracket and is_explained(block.text, start, end))


def _make_advice(name: str, glossary: Glossary) -> str:
    term = glossary.find(name)
    names = term.names if term else ()
    long = next((each for each in names if find_long_form(name, each)), "")
    return f"Write {long} ({name})" if long else f"Write the long form first, then ({name})"
