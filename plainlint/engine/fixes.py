"""Fixing: the fixes of a document's findings put into its text, and nothing broken by them."""

from collections.abc import Iterable

from plainlint.core.diagnostics import Edit, Fix
from plainlint.core.source import Source
from plainlint.document.readers import parse_source
from plainlint.engine.linter import Linter

# A fix can lay bare another finding; a text that is not at rest by then is left for a person.
_MAX_ROUNDS = 10


def apply_fixes(source: Source, linter: Linter, *, unsafe: bool = False) -> Source:
    """The source with its findings fixed as far as that is possible, every other byte as it was.

    A safe fix that would change a word or a sentence of the visible text is not made.
    """
    for _ in range(_MAX_ROUNDS):
        found = linter.lint(source).diagnostics
        fixes = [d.fix for d in found if d.fix is not None and (unsafe or d.fix.safe)]
        changed = _apply_compatible_fixes(source, fixes)
        if changed.text == source.text:
            break
        source = changed
    return source


def diff(before: Source, after: Source) -> str:
    """A unified diff of two versions of a source; empty if they are the same."""
    from difflib import unified_diff

    lines = unified_diff(
        before.text.splitlines(keepends=True),
        after.text.splitlines(keepends=True),
        before.path,
        before.path,
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline\n" for line in lines)


def _apply_compatible_fixes(source: Source, fixes: list[Fix]) -> Source:
    """All fixes at once if the text bears it, else those that it bears one by one."""
    whole = _apply_edits(source, fixes)
    if all(fix.safe for fix in fixes) and _extract_visible_words(whole) != _extract_visible_words(
        source
    ):
        kept: list[Fix] = []
        for fix in fixes:
            if _extract_visible_words(_apply_edits(source, [*kept, fix])) == _extract_visible_words(
                source
            ):
                kept.append(fix)
        return _apply_edits(source, kept)
    return whole


def _extract_visible_words(source: Source) -> list[str]:
    """What a reader reads: the words of every block, however they are spaced."""
    texts = (" ".join(block.text.split()) for block in parse_source(source).blocks)
    return [text for text in texts if text]


def _apply_edits(source: Source, fixes: Iterable[Fix]) -> Source:
    """The source with the fixes' edits; a fix that overlaps an earlier one waits its turn."""
    edits: list[Edit] = []
    done = -1
    for fix in sorted(fixes, key=lambda each: each.edits):
        if fix.edits[0].span.start > done:
            edits.extend(fix.edits)
            done = fix.edits[-1].span.end
    text, end = [], 0
    for edit in edits:
        text += [source.text[end : edit.span.start], edit.text]
        end = edit.span.end
    return source._replace(text="".join([*text, source.text[end:]]))
