"""full, concise and statistics: findings for people, in a terminal."""

import re

from plainlint.core.diagnostics import Severity
from plainlint.core.inert import make_inert, make_line
from plainlint.core.text import make_printable, pluralise
from plainlint.reporters import StreamedFormat
from plainlint.reporters.columns import count_columns
from plainlint.reporters.style import Style
from plainlint.run.report import LintedDocument
from plainlint.run.tally import Tally

# Columns of source text shown around a finding.
_WIDTH = 96
_LEAD = 24
_MAX_STALE_ENTRIES = 20
_LINE_END = "\n"
# In a line of a listing, behind line and column.
_SEVERITY = re.compile(r"^(\d+:\d+: )(\w+) (\S+)", re.MULTILINE)
# Characters of Western text that are shown as they are, in one column: letters and punctuation.
_ONE_COLUMN_EACH = re.compile("[\x20-\x7e\xa0-\u02ff\u2010-\u2027\u2030-\u205e]*")


def format_concise_findings(document: LintedDocument, style: Style) -> str:
    """Return the findings of one document, a line each."""
    listing = document.listing
    if not listing:
        return ""
    if style.colour or style.rule_links:
        listing = _SEVERITY.sub(
            lambda match: (
                f"{match[1]}{style.colour_severity(Severity(match[2]))} {style.link_rule(match[3])}"
            ),
            listing,
        )
    # What begins a line could be a command together with what follows.
    start = make_inert(f"{make_line(document.path)}:")
    return f"{start}{listing[:-1].replace(_LINE_END, f'{_LINE_END}{start}')}\n"


def format_concise_end(tally: Tally, style: Style) -> str:
    """Return the sum below the findings."""
    return "" if style.quiet else f"{format_total(tally, style)}\n"


def format_full_findings(document: LintedDocument, style: Style) -> str:
    """Return the findings of one document, each with its line of text and what to do."""
    listed = list(document.iter_listed())
    if not listed:
        return ""
    path, text = make_line(document.path), document.source.text
    style = style.choose_language(document.language)
    words = {severity: style.say_severity(severity) for severity in Severity}
    has_returns = "\r" in text
    parts = [f"{style.emphasise(f'{path} ({style.say(document.audience)})')}\n\n"]
    for line, column, severity, rule, message, _, advice, start, end, *_ in listed:
        line_start = start - column + 1
        if has_returns:
            line_end = document.source.get_line_span(line).end
        else:
            # A line that is longer than what is shown need not be searched to its end.
            line_end = text.find("\n", line_start, start + _WIDTH + 1)
            line_end = min(start + _WIDTH + 1, len(text)) if line_end < 0 else line_end
        excerpt, before, marked = _cut_excerpt(text, line_start, line_end, start, end)
        carets = "^" * max(marked, 1)
        number = str(line)
        gutter = " " * len(number)
        first, second, third = f"  {number} | ", f"  {gutter} | ", f"  {gutter} = "
        fourth = f"{third}{style.say('rule')}: "
        if style.colour:
            first, second, third, fourth = map(style.dim, (first, second, third, fourth))
            carets = style.colour_pointer(carets, severity)
        parts.append(
            f"{path}:{number}:{column}: {words[severity]}: {make_line(message)}\n{first}"
            f"{excerpt}\n{second}{' ' * before}{carets}\n{third}{make_line(advice)}\n"
            f"{fourth}{style.link_rule(rule)}\n\n"
        )
    return "".join(parts)


def _cut_excerpt(
    text: str, line_start: int, line_end: int, mark_start: int, mark_end: int
) -> tuple[str, int, int]:
    """Return a window of a line, columns before the mark, and columns marked.

    The line that the mark begins on may be given cut behind what the window can show.
    """
    start = line_start
    if line_end - line_start > _WIDTH and mark_start - _LEAD > line_start:
        start = mark_start - _LEAD
    end = min(line_end, start + _WIDTH)
    mark_end = min(mark_end, end)
    lead = "…" if start > line_start else ""
    tail = "…" if end < line_end else ""
    window = text[start:end]
    if (window.isascii() and window.isprintable()) or _ONE_COLUMN_EACH.fullmatch(window):
        return f"{lead}{window}{tail}", len(lead) + mark_start - start, mark_end - mark_start
    before = make_printable(text[start:mark_start])
    marked = make_printable(text[mark_start:mark_end])
    after = make_printable(text[mark_end:end])
    excerpt = f"{lead}{before}{marked}{after}{tail}"
    return excerpt, len(lead) + count_columns(before), count_columns(marked)


def format_full_end(tally: Tally, style: Style) -> str:
    """Return the table of the rules, the sum, and the stale entries of the baseline."""
    return "" if style.quiet else format_statistics_end(tally, style)


def format_statistics_end(tally: Tally, style: Style) -> str:
    """Return how many findings each rule has, the sum, and the stale entries of the baseline."""
    rows = tally.count_by_rule()
    width = max((len(rule) for rule, _, _ in rows), default=0)
    lines = [
        f"{count:7,}  {style.link_rule(rule, f'{rule:{width}}')}  {style.say_severity(severity)}"
        f"{style.dim(_format_fixable_of_rule(tally, rule, severity, style))}"
        for rule, severity, count in rows
    ]
    head = [style.emphasise(style.say("Findings by rule"))] if rows else []
    total = format_total(tally, style)
    return "\n".join([*head, *lines, "", total, ""]) + format_stale_entries(tally, style)


def _format_fixable_of_rule(tally: Tally, rule: str, severity: Severity, style: Style) -> str:
    """Return how many findings of a row have fixes; empty if none has."""
    key = (rule, severity.value)
    safe, unsafe = tally.safe_fixes.get(key, 0), tally.unsafe_fixes.get(key, 0)
    parts = [f"{safe:,} fixable"] if safe else []
    parts += [f"{unsafe:,} with --unsafe-fixes"] if unsafe else []
    parts = [style.say(part) for part in parts]
    return f"  ({', '.join(parts)})" if parts else ""


def format_total(tally: Tally, style: Style, found: str = "") -> str:
    """Return the sum of the findings in one line.

    Args:
        style: the style, for its language.
        found: how many entries and findings there are, to be printed before their severities.
    """
    checked, unlisted = pluralise(tally.documents, "document"), _format_unreported(tally, style)
    if not tally.touched:
        return style.say(f"{checked} checked: no findings.") + unlisted
    counts = tally.count_by_severity()
    words = ", ".join(
        style.say(pluralise(number, severity)) for severity, number in counts.items() if number
    )
    words = f"{found}: {words}" if found else words
    total = style.say(f"{checked} checked: {words}, in {tally.touched:,} of them.")
    return f"{total}{_format_fixable(tally, style)}{unlisted}"


def _format_fixable(tally: Tally, style: Style) -> str:
    """Return how many findings plainlint can fix by itself."""
    parts = [f"{tally.fixable:,} fixable with --fix"] if tally.fixable else []
    if tally.unsafe:
        kind = "more" if tally.fixable else "fixable"
        parts.append(f"{tally.unsafe:,} {kind} with --fix --unsafe-fixes")
    return f" {', '.join(map(style.say, parts))}." if parts else ""


def _format_unreported(tally: Tally, style: Style) -> str:
    """Return how many findings are not listed, so that nobody takes them for fixed."""
    parts = [f"{tally.baselined:,} in the baseline"] if tally.baselined else []
    parts += [f"{tally.suppressed:,} suppressed by comments"] if tally.suppressed else []
    listed = ", ".join(map(style.say, parts))
    return f" {style.say('Not listed:')} {listed}." if parts else ""


def format_stale_entries(tally: Tally, style: Style) -> str:
    """Return the entries of the baseline that no finding matches any more, a line each."""
    if not tally.stale:
        return ""
    rows = (
        f"  {make_line(entry.path)}: {entry.rule}: {make_line(entry.text)}\n"
        for entry in tally.stale[:_MAX_STALE_ENTRIES]
    )
    entries = "1 stale entry" if len(tally.stale) == 1 else f"{len(tally.stale):,} stale entries"
    head = style.say(f"The baseline has {entries}, which no finding matches:")
    end = style.say("`plainlint baseline --update` removes them.")
    return f"{head}\n{''.join(rows)}{end}\n"


FULL = StreamedFormat(format_full_findings, format_full_end)
# Listings are inert already, and the sum has no text of strangers.
CONCISE = StreamedFormat(format_concise_findings, format_concise_end, details=False, seal=str)
STATISTICS = StreamedFormat(lambda _document, _style: "", format_statistics_end, details=False)
