"""What Vale's kinds of rules share: which matches are wrong, and the hit and the fix for one."""

from collections.abc import Iterator, Sequence

from plainlint.checks import Hit
from plainlint.checks._replacing import replacement
from plainlint.checks._vale_actions import suggestions
from plainlint.core.diagnostics import Edit, Fix
from plainlint.core.regex import Match, compiled
from plainlint.document.passages import Passage

_ENDINGS = ".,;:!?"


def matches(
    passage: Passage, pattern: str, allowed: str = "", phrases: str = ""
) -> Iterator[Match]:
    """The matches of a pattern in a passage, without those that are right.

    Args:
        allowed: a pattern for what a match must not have in it.
        phrases: a pattern for what a match must not stand in.
    """
    text = passage.text
    kept = list(compiled(phrases, case=True).find(text)) if phrases else ()
    for match in compiled(pattern, case=True).find(text):
        inside = any(each.start <= match.start and match.end <= each.end for each in kept)
        if not inside and not (allowed and has_match(allowed, match.text)):
            yield match


def has_match(pattern: str, text: str) -> bool:
    """Whether a pattern matches somewhere in a text."""
    return next(compiled(pattern, case=True).find(text), None) is not None


def hit(
    passage: Passage, match: Match, action: Sequence[str] = (), options: Sequence[str] = ()
) -> Hit:
    """The hit for a match, with what its action makes of it.

    Args:
        action: the action's name, then its parameters; empty for none.
        options: the texts that `replace` offers, if it has no parameters of its own.
    """
    made = suggestions(match.text, action) or (options if action else ())
    better = in_words(made) if len(made) > 1 else next(iter(made), match.text)
    fix = _fix(passage, match, made[0]) if len(made) == 1 else None
    return Hit(
        passage.place(match.start, match.end), {"text": match.text, "better": better}, fix=fix
    )


def in_words(options: Sequence[str]) -> str:
    """The texts in quotes, with "or" before the last."""
    quoted = [f"'{each}'" for each in options]
    if len(quoted) > 1:
        quoted[-1] = f"or {quoted[-1]}"
    return (", " if len(quoted) > 2 else " ").join(quoted)  # noqa: PLR2004


def _fix(passage: Passage, match: Match, better: str) -> Fix | None:
    """A fix for a person to look at; none if it changes nothing, or if markup is in its place."""
    start, end = passage.start + match.start, passage.start + match.end
    if better == match.text:
        return None
    if not better.strip():
        return _removal(passage, start, end)
    return replacement(passage.prose, start, end, _with_ends_of(match.text, better))


def _with_ends_of(text: str, better: str) -> str:
    """The better words with the white space that the text has at its ends."""
    words, kept = text.strip(), better.strip()
    if not words or better != kept:
        return better
    head, _, tail = text.partition(words)
    return f"{head}{better}{tail}"


def _removal(passage: Passage, start: int, end: int) -> Fix | None:
    """The words taken out, with the space that would be one too many."""
    prose, text = passage.prose, passage.prose.text
    behind = text[end : end + 1]
    if text[start - 1 : start] == " " and (not behind or behind in f" {_ENDINGS}"):
        start -= 1
    elif not start and behind == " ":
        end += 1
    span = prose.span(start, end)
    if span.end - span.start != end - start:
        return None
    return Fix(f"take out '{text[start:end].strip()}'", (Edit(span, ""),), safe=False)
