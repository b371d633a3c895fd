"""The check unexpanded-acronym: acronyms that are not spelled out at their first use."""

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
    *,
    known: Mapping[str, list[str]],
    not_acronyms: Mapping[str, list[str]],
) -> Iterator[Hit]:
    """Report the first use of each acronym that has no long form, explanation or link there.

    Args:
        known: the acronyms that need no long form, by audience, and for `everyone`.
        not_acronyms: regular expressions, by kind, for what only looks like an acronym; they can
            look at the text around it. A match is not an acronym in the rest of the document.

    Message:
        text: the acronym.
        advice: what to write.
    """
    seen = {*known.get("everyone", ()), *known.get(audience, ())}
    seen.update(_find_spelled_out(document.front_matter.get_text("title")))
    not_acronym = _compile_not_acronyms(not_acronyms)
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.HEADING:
            seen.update(_find_spelled_out(block.text))
        if block.is_running_text:
            for start, end in _find_first_uses(document.source, block, seen, not_acronym):
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
    return {
        strip_plural(text[start:end])
        for start, end in find_acronyms(text)
        if is_spelled_out(text, start, end)
    }


def _find_first_uses(
    source: Source, block: Block, seen: set[str], not_acronym: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Yield the first uses that do not help the reader, and add all acronyms to `seen`."""
    text, uses_of = block.text, defaultdict[str, list[tuple[int, int]]](list)
    for start, end in (uses := list(find_acronyms(text))):
        uses_of[strip_plural(text[start:end])].append((start, end))
    exempt_ranges = find_non_acronyms(source, block) if uses_of.keys() - seen else ()
    exempt = {offset for start, end in exempt_ranges for offset in range(start, end)}
    for start, end in uses:
        name = strip_plural(text[start:end])
        if name in seen or start in exempt:
            continue
        names = split_compound(text, start, end, not_acronym)
        if not (new := names - seen):
            # The name of a gene or a trial is not an acronym elsewhere either.
            seen.update(() if names else [name])
            continue
        seen.update(new, [name])
        ends = (sentence.end for sentence in block.sentences)
        sentence_end = next((stop for stop in ends if start < stop), len(text))
        in_sentence = [use for use in uses_of[name] if start <= use[0] < sentence_end]
        if not any(_is_clear(block, *use) for use in in_sentence):
            yield start, end


def _is_clear(block: Block, start: int, end: int) -> bool:
    """Return whether a use is spelled out, explained in words or in a link."""
    if block.find_link(start, end):
        return True
    in_bracket = block.text[start - 1 : start] in {"(", "["}
    spelled_out = is_spelled_out(block.text, start, end)
    return spelled_out or (not in_bracket and is_explained(block.text, start, end))


def _make_advice(name: str, glossary: Glossary) -> str:
    term = glossary.find(name)
    names = term.names if term else ()
    long_form = next((other for other in names if find_long_form(name, other)), "")
    if long_form:
        return f"Write {long_form} ({name})"
    return f"Write the long form first, then ({name})"
