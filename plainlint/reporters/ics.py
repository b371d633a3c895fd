"""ics: the reviews that are due, as a calendar (RFC 5545)."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256

from plainlint.core.text import make_printable
from plainlint.reporters.html.summary import DocumentSummary

# In octets, without the line end (RFC 5545, section 3.1).
_LONGEST_LINE = 75
_SPECIAL = re.compile(r"[\\;,]")


def format_calendar(summaries: Iterable[DocumentSummary], today: date) -> str:
    """Return a calendar with an event, all day long, for each document with a review.

    A document keeps the id of its event, so that a calendar that has it already moves it.

    Args:
        today: the day on which the calendar is made.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//plainlint//reviews//EN",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Reviews of documents",
        *(line for summary in summaries for line in _iter_event_lines(summary, today)),
        "END:VCALENDAR",
    ]
    return "".join(f"{fold_line(line)}\r\n" for line in lines)


def _iter_event_lines(summary: DocumentSummary, today: date) -> Iterator[str]:
    due = summary.review.due
    if due is None:
        return
    head = "Late review" if summary.review.overdue else "Review"
    facts = [f"File: {summary.path}", f"Verdict: {summary.verdict_text}"]
    if summary.owner:
        facts.append(f"Owner: {summary.owner}")
    yield "BEGIN:VEVENT"
    yield f"UID:{sha256(summary.path.encode(errors='surrogatepass')).hexdigest()[:32]}@plainlint"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{due.year:04}{due:%m%d}"
    yield f"SUMMARY:{escape_text(f'{head}: {summary.title}')}"
    yield f"DESCRIPTION:{escape_text(chr(10).join(facts))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escape_text(text: str) -> str:
    """Return a text as the value of a property."""
    escaped = _SPECIAL.sub(r"\\\g<0>", make_printable(text))
    return escaped.replace("\n", "\\n")


def fold_line(line: str) -> str:
    """Break a line where it has 75 octets; each further line begins with a space."""
    folded, size = [], 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LONGEST_LINE:
            folded.append("\r\n ")
            size = 1
        folded.append(character)
        size += octets
    return "".join(folded)
