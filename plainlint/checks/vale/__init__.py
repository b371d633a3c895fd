"""Checks that work like Vale's, and what they share: matches to report, hits and fixes."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from plainlint.checks import Hit
from plainlint.checks.words import make_replacement
from plainlint.core.diagnostics import Edit, Fix
from plainlint.core.errors import PlainlintError
from plainlint.core.regex import Match, compile_pattern
from plainlint.document.passages import Passage

_ENDINGS = ".,;:!?"


def find_wrong_matches(
    passage: Passage, pattern: str, allowed: str = "", phrases: str = ""
) -> Iterator[Match]:
    """Yield the matches of a pattern in a passage, without the exceptions.

    Args:
        allowed: a pattern that must not match inside a match.
        phrases: a pattern none of whose matches may contain a match.
    """
    text = passage.text
    excepted = list(compile_pattern(phrases, case=True).find(text)) if phrases else ()
    for match in compile_pattern(pattern, case=True).find(text):
        is_excepted = any(
            phrase.start <= match.start and match.end <= phrase.end for phrase in excepted
        )
        if not is_excepted and not (allowed and has_match(allowed, match.text)):
            yield match


def has_match(pattern: str, text: str) -> bool:
    """Return whether a pattern matches anywhere in a text."""
    return next(compile_pattern(pattern, case=True).find(text), None) is not None


def make_hit(
    passage: Passage, match: Match, action: Sequence[str] = (), options: Sequence[str] = ()
) -> Hit:
    """Return the hit for a match, with the replacement or the choices that its action gives.

    Args:
        action: the action's name, then its parameters; empty for no action.
        options: the texts that `replace` offers if it has no parameters of its own.
    """
    replacements = apply_action(match.text, action) or (options if action else ())
    is_choice = len(replacements) > 1
    better = quote_options(replacements) if is_choice else next(iter(replacements), match.text)
    fix = _make_fix(passage, match, replacements[0]) if len(replacements) == 1 else None
    return Hit(
        passage.get_span(match.start, match.end), {"text": match.text, "better": better}, fix=fix
    )


def quote_options(options: Sequence[str]) -> str:
    """Return the texts in quotes, with "or" before the last."""
    quoted = [f"'{option}'" for option in options]
    if len(quoted) > 1:
        quoted[-1] = f"or {quoted[-1]}"
    return (", " if len(quoted) > 2 else " ").join(quoted)  # noqa: PLR2004


def _make_fix(passage: Passage, match: Match, better: str) -> Fix | None:
    """Return an unsafe fix; None if it changes nothing, or if there is markup in its range."""
    start, end = passage.start + match.start, passage.start + match.end
    if better == match.text:
        return None
    if not better.strip():
        return _make_removal(passage, start, end)
    return make_replacement(passage.prose, start, end, _keep_outer_space(match.text, better))


def _keep_outer_space(text: str, better: str) -> str:
    """Return the better words with the white space of the text, which separates words."""
    words = text.strip()
    if not words or better != better.strip():
        return better
    head, _, tail = text.partition(words)
    return f"{head}{better}{tail}"


def _make_removal(passage: Passage, start: int, end: int) -> Fix | None:
    """Return a fix that removes a range, and the space that would be left over."""
    prose, text = passage.prose, passage.prose.text
    next_character = text[end : end + 1]
    ends_phrase = not next_character or next_character in f" {_ENDINGS}"
    if text[start - 1 : start] == " " and ends_phrase:
        start -= 1
    elif not start and next_character == " ":
        end += 1
    span = prose.get_span(start, end)
    if span.end - span.start != end - start:
        return None
    return Fix(f"take out '{text[start:end].strip()}'", (Edit(span, ""),), safe=False)


_REFERENCE = re.compile(r"\$(?:(\d+)|\{(\d+)\})")


def apply_action(text: str, action: Sequence[str]) -> tuple[str, ...]:
    """Return the texts that an action offers instead of a text; empty for an unknown action.

    Args:
        action: the action's name, then its parameters.
    """
    match tuple(action):
        case ("replace", *options):
            return tuple(options)
        case ("remove",):
            return ("",)
        case ("edit", name, *parameters) if name in _EDITS:
            try:
                return (_EDITS[name](text, *parameters),)
            except (TypeError, ValueError, IndexError, PlainlintError):
                return ()
    return ()


def expand_groups(template: str, match: Match | None) -> str:
    """Return the template with the groups of a match in place of `$1` and `${1}`."""
    groups = ("", *match.groups) if match else ("",)

    def get_group(reference: re.Match[str]) -> str:
        number = int(reference[1] or reference[2])
        return groups[number] if number < len(groups) else ""

    return _REFERENCE.sub(get_group, template) if "$" in template else template


def _replace_matches(text: str, pattern: str, new: str) -> str:
    for match in reversed(list(compile_pattern(pattern, case=True).find(text))):
        text = text[: match.start] + expand_groups(new, match) + text[match.end :]
    return text


_EDITS: Mapping[str, Callable[..., str]] = {
    "regex": _replace_matches,
    "replace": lambda text, old, new: text.replace(old, new),
    "remove": lambda text, old: text.replace(old, ""),
    "trim": lambda text, signs: text.strip(signs),
    "trim_left": lambda text, signs: text.lstrip(signs),
    "trim_right": lambda text, signs: text.rstrip(signs),
    "truncate": lambda text, sign: text.split(sign, maxsplit=1)[0],
    "split": lambda text, sign, number: text.split(sign)[int(number)],
}


_LETTERS = re.compile(r"\w+")
_NO_SENTENCE_END = re.compile(r"[^\s.!?]+")
# Common tokens, with functions that find their matches faster than the regex engine.
_COMMON_TOKENS: Mapping[str, Callable[[str], list[str]]] = {
    r"[^\s]+": str.split,
    r"\S+": str.split,
    r"\w+": _LETTERS.findall,
    r"\b\w+\b": _LETTERS.findall,
    r"\b(\w+)\b": _LETTERS.findall,
    r"\b(?:\w+)\b": _LETTERS.findall,
    r"[^\s.!?]+": _NO_SENTENCE_END.findall,
}


def find_words(token: str, text: str) -> list[str] | None:
    """Return what a token matches in a text; None if it is not one of the common tokens.

    Args:
        token: a pattern as rules have it: `(?:...)`, perhaps with flags before it.
    """
    bare = token.removeprefix("(?i)").removeprefix("(?:")[:-1]
    return _COMMON_TOKENS[bare](text) if bare in _COMMON_TOKENS else None
