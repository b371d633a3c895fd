"""entries: one entry for each sentence to work on, with what to do first, for a terminal."""

import re
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from plainlint.core.diagnostics import Severity
from plainlint.core.inert import make_line
from plainlint.core.source import Span
from plainlint.core.text import make_printable, pluralise
from plainlint.engine.result import Result
from plainlint.reporters import RepeatableText, StreamedFormat
from plainlint.reporters.style import Style
from plainlint.reporters.text import format_stale_entries, format_total
from plainlint.run.report import LintedDocument
from plainlint.run.serialization import LISTED, FindingRow, make_row
from plainlint.run.tally import Tally

_EXCERPT = 90
# Of a long sentence this much is shown before the place of its only finding.
_LEAD = 40
_WINDOW = 1_000
_LINK = re.compile(r"!?\[([^\]\[]*)\]\([^()\s]*\)")
_DIGEST = 8


class Entry(NamedTuple):
    """The findings that a writer works on together, the worst first.

    Attributes:
        line, column: where the first of them is, both from 1.
        severity: the worst severity.
        messages: what is wrong, one for each finding.
        advice: what to do first.
        rules: the rules, without repeats.
        place: the offsets of the sentence or block; equal if the document is meant.
        span: the offsets of the worst finding.
        indexes: the positions of the findings in the list they come from.
    """

    line: int
    column: int
    severity: Severity
    messages: tuple[str, ...]
    advice: str
    rules: tuple[str, ...]
    place: Span
    span: Span
    indexes: tuple[int, ...]

    def describe_others(self, style: Style) -> str:
        """Return the other causes, as one text; empty if there is only one."""
        others = " ".join(self.messages[1:])
        return f"{style.say('Also:')} {others}" if others else ""


def gather_result_entries(result: Result) -> Iterator[Entry]:
    """Group the findings of a result."""
    return gather_entries([make_row(diagnostic)[:LISTED] for diagnostic in result.diagnostics])


def gather_entries(findings: Sequence[FindingRow]) -> Iterator[Entry]:
    """Group the listed findings of a document, in the order of their first findings."""
    groups: dict[int, list[int]] = {}
    for index, finding in enumerate(findings):
        groups.setdefault(finding[5], []).append(index)
    for group in groups.values():
        indexes = sorted(group, key=lambda index: findings[index][2].rank)
        ordered = [findings[index] for index in indexes]
        line, column, severity, _, _, _, advice, start, end, *place = ordered[0]
        yield Entry(
            line=line,
            column=column,
            severity=severity,
            messages=tuple(dict.fromkeys(finding[4] for finding in ordered)),
            advice=advice,
            rules=tuple(dict.fromkeys(finding[3] for finding in ordered)),
            place=Span(*place),
            span=Span(start, end),
            indexes=tuple(indexes),
        )


def format_entries(document: LintedDocument, style: Style) -> list[RepeatableText]:
    """Return the entries of one document; those of equal sentences share a digest."""
    entries = list(gather_entries(list(document.iter_listed())))
    if not entries:
        return []
    path, text = make_line(document.path), document.source.text
    style = style.choose_language(document.language)
    head = f"{style.emphasise(f'{path} ({style.say(document.audience)})')}\n"
    parts = [RepeatableText(head)]
    for entry in entries:
        where = f"{path}:{entry.line}"
        sentence = text[slice(*entry.place)]
        severity = style.say_severity(entry.severity)
        first = f"{where}:{entry.column}: {severity}: "
        # What is said about the document as a whole is printed once, if it is the same for many.
        reference = f"{first}{style.say('same sentence as')} " if sentence else ""
        body = first + _format_body(entry, text, style)
        parts.append(RepeatableText(body, digest_entry(sentence, entry), where, reference))
    return [*parts, RepeatableText("\n")]


def digest_entry(sentence: str, entry: Entry) -> bytes:
    """Digest an entry; entries that say the same of an equal sentence share the digest."""
    parts = "\0".join((" ".join(sentence.split()), *entry.rules, *entry.messages))
    return blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()


def _format_body(entry: Entry, text: str, style: Style) -> str:
    """Return the rest of an entry's first line, and its other lines."""
    message, advice = make_line(entry.messages[0]), make_line(entry.advice)
    start, end = entry.place
    rules = style.dim(f"[{', '.join(map(style.link_rule, entry.rules))}]")
    lines = [f"{message} {advice}".rstrip()]
    if start < end:
        lines.insert(0, f"\u201c{_cut_excerpt(text[start:end], entry)}\u201d")
    if others := entry.describe_others(style):
        lines.append(make_line(others))
    lines[-1] += f" {rules}"
    return "\n    ".join(lines) + "\n"


def _cut_excerpt(sentence: str, entry: Entry) -> str:
    """Return the beginning of a sentence, or the part around its only finding."""
    offset = entry.span.start - entry.place.start
    is_late = len(entry.messages) == 1 and offset + _LEAD > _EXCERPT
    # The part begins with a whole word.
    first = sentence.find(" ", offset - _LEAD, offset) + 1 if is_late else 0
    # The targets of links are long, and no reader of the page sees them.
    rest = _LINK.sub(r"\1", sentence[first : first + _WINDOW])
    part = " ".join(make_printable(rest).split())
    cut = part[:_EXCERPT].rsplit(" ", 1)[0] if len(part) > _EXCERPT else part
    is_whole = cut == part and first + _WINDOW >= len(sentence)
    return f"{'…' if first else ''}{cut}{'' if is_whole else '…'}"


def format_end(tally: Tally, style: Style) -> str:
    """Return the sum, and the stale entries of the baseline."""
    if style.quiet:
        return ""
    counts = style.say(count_entries(tally)) if tally.touched else ""
    if tally.repeats:
        counts += f", {style.say(f'{tally.repeats:,} shown before')}"
    return f"{format_total(tally, style, counts)}\n{format_stale_entries(tally, style)}"


def count_entries(tally: Tally) -> str:
    """Return how many entries and findings there are, such as `12 entries (31 findings)`."""
    entries = "1 entry" if tally.entries == 1 else f"{tally.entries:,} entries"
    return f"{entries} ({pluralise(sum(tally.findings.values()), 'finding')})"


ENTRIES = StreamedFormat(format_entries, format_end)
