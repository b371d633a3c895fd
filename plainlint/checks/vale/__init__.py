"""What Vale's kinds of rules share: which matches are wrong, and the hit and the fix for one."""

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
    """The matches of a pattern in a passage, without those that are right.

    Args:
        allowed: a pattern for what a match must not have in it.
        phrases: a pattern for what a match must not stand in.
    """
    text = passage.text
    kept = list(compile_pattern(phrases, case=True).find(text)) if phrases else ()
    for match in compile_pattern(pattern, case=True).find(text):
        inside = any(each.start <= match.start and match.end <= each.end for each in kept)
        if not inside and not (allowed and has_match(allowed, match.text)):
            yield match


def has_match(pattern: str, text: str) -> bool:
    """Whether a pattern matches somewhere in a text."""
    return next(compile_pattern(pattern, case=True).find(text), None) is not None


def make_hit(
    passage: Passage, match: Match, action: Sequence[str] = (), options: Sequence[str] = ()
) -> Hit:
    """The hit for a match, with what its action makes of it.

    Args:
        action: the action's name, then its parameters; empty for none.
        options: the texts that `replace` offers, if it has no parameters of its own.
    """
    made = apply_action(match.text, action) or (options if action else ())
    better = quote_options(made) if len(made) > 1 else next(iter(made), match.text)
    fix = _make_fix(passage, match, made[0]) if len(made) == 1 else None
    return Hit(
        passage.get_span(match.start, match.end), {"text": match.text, "better": better}, fix=fix
    )


def quote_options(options: Sequence[str]) -> str:
    """The texts in quotes, with "or" before the last."""
    quoted = [f"'{each}'" for each in options]
    if len(quoted) > 1:
        quoted[-1] = f"or {quoted[-1]}"
    return (", " if len(quoted) > 2 else " ").join(quoted)  # noqa: PLR2004


def _make_fix(passage: Passage, match: Match, better: str) -> Fix | None:
    """A fix for a person to look at; none if it changes nothing, or if markup is in its place."""
    start, end = passage.start + match.start, passage.start + match.end
    if better == match.text:
        return None
    if not better.strip():
        return _make_removal(passage, start, end)
    return make_replacement(passage.prose, start, end, _keep_outer_space(match.text, better))


def _keep_outer_space(text: str, better: str) -> str:
    """The better words with the white space that the text has at its ends."""
    words, kept = text.strip(), better.strip()
    if not words or better != kept:
        return better
    head, _, tail = text.partition(words)
    return f"{head}{better}{tail}"


def _make_removal(passage: Passage, start: int, end: int) -> Fix | None:
    """The words taken out, with the space that would be one too many."""
    prose, text = passage.prose, passage.prose.text
    behind = text[end : end + 1]
    if text[start - 1 : start] == " " and (not behind or behind in f" {_ENDINGS}"):
        start -= 1
    elif not start and behind == " ":
        end += 1
    span = prose.get_span(start, end)
    if span.end - span.start != end - start:
        return None
    return Fix(f"take out '{text[start:end].strip()}'", (Edit(span, ""),), safe=False)


_REFERENCE = re.compile(r"\$(?:(\d+)|\{(\d+)\})")


def apply_action(text: str, action: Sequence[str]) -> tuple[str, ...]:
    """What an action puts in the place of a text; empty if it says nothing that is known.

    White space at the ends of the text stays, unless the action is to take it away: without it the
    words around would run together.

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
    """A text with the groups of a match in the place of `$1` and `${1}`."""
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
_USUAL: Mapping[str, Callable[[str], list[str]]] = {
    r"[^\s]+": str.split,
    r"\S+": str.split,
    r"\w+": _LETTERS.findall,
    r"\b\w+\b": _LETTERS.findall,
    r"\b(\w+)\b": _LETTERS.findall,
    r"\b(?:\w+)\b": _LETTERS.findall,
    r"[^\s.!?]+": _NO_SENTENCE_END.findall,
}


def find_words(token: str, text: str) -> list[str] | None:
    """What a token matches in a text; None if it is not one of the usual ones.

    Args:
        token: a pattern, as rules are given it: with its flags, and in brackets.
    """
    bare = token.removeprefix("(?i)").removeprefix("(?:")[:-1]
    return _USUAL[bare](text) if bare in _USUAL else None
