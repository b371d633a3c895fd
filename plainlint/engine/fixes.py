"""Fixes: apply the fixes of findings to a document without changing what it says."""

from collections.abc import Iterable
from typing import NamedTuple

from plainlint.core.diagnostics import Edit, Fix
from plainlint.core.inert import make_line
from plainlint.core.source import Source
from plainlint.core.text import make_printable
from plainlint.document.readers import parse_source
from plainlint.engine.linter import Linter

# One fix can expose another finding; a text that still changes after this is left to a person.
_MAX_ROUNDS = 10


def apply_fixes(source: Source, linter: Linter, *, unsafe: bool = False) -> Source:
    """Return the source with all possible fixes applied; every other character is unchanged.

    A source of a packed format, such as that of a Word file, is returned as it is: it has no fixes.
    Fixes that are not safe are applied only with `unsafe`. A safe fix that would change the
    visible text is dropped.
    """
    return fix_source(source, linter, unsafe=unsafe).source


class FixedSource(NamedTuple):
    """A source after fixes, and how many were applied."""

    source: Source
    applied: int = 0


def fix_source(source: Source, linter: Linter, *, unsafe: bool = False) -> FixedSource:
    """Apply all possible fixes as `apply_fixes` does, and count them."""
    fixed = FixedSource(source)
    for _ in range(_MAX_ROUNDS):
        fixes = [
            diagnostic.fix
            for diagnostic in linter.lint(fixed.source).diagnostics
            if diagnostic.fix is not None and (unsafe or diagnostic.fix.safe)
        ]
        after, count = _apply_compatible_fixes(fixed.source, fixes)
        if after.text == fixed.source.text:
            break
        fixed = FixedSource(after, fixed.applied + count)
    return fixed


def diff(before: Source, after: Source) -> str:
    """Return a unified diff of two versions of a source; empty if they are the same."""
    from difflib import unified_diff

    lines = unified_diff(
        before.text.splitlines(keepends=True),
        after.text.splitlines(keepends=True),
        make_line(before.path),
        make_line(before.path),
    )
    shown = (line if line.endswith("\n") else f"{line}\n\\ No newline\n" for line in lines)
    return "".join(map(_make_diff_line, shown))


def _make_diff_line(line: str) -> str:
    """Return a line that is safe to print; its line end stays, for a program that applies it."""
    end = line[len(line.rstrip("\r\n")) :]
    return make_printable(line.removesuffix(end)) + end


def _apply_compatible_fixes(source: Source, fixes: list[Fix]) -> FixedSource:
    """Apply all fixes at once; if that changes visible text, only those that keep it."""
    fixed = _apply_edits(source, fixes)
    if not all(fix.safe for fix in fixes):
        return fixed
    visible = _extract_visible_text(source)
    if _extract_visible_text(fixed.source) == visible:
        return fixed
    kept: list[Fix] = []
    for fix in fixes:
        if _extract_visible_text(_apply_edits(source, [*kept, fix]).source) == visible:
            kept.append(fix)
    return _apply_edits(source, kept)


def _extract_visible_text(source: Source) -> list[str]:
    """Return the visible text of each block that has any, white space normalised."""
    texts = (" ".join(block.text.split()) for block in parse_source(source).blocks)
    return [text for text in texts if text]


def _apply_edits(source: Source, fixes: Iterable[Fix]) -> FixedSource:
    """Return the source with the fixes' edits; overlapping fixes wait for the next round."""
    edits: list[Edit] = []
    edited_to, count = -1, 0
    for fix in sorted(fixes, key=lambda fix: fix.edits):
        if fix.edits[0].span.start > edited_to:
            edits.extend(fix.edits)
            edited_to = fix.edits[-1].span.end
            count += 1
    text, end = [], 0
    for edit in edits:
        text += [source.text[end : edit.span.start], edit.text]
        end = edit.span.end
    return FixedSource(source._replace(text="".join([*text, source.text[end:]])), count)
