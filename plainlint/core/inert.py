"""Inert output: text of strangers that gives no orders to terminals and programs that read logs.

Runners of CI obey lines of a log. GitHub takes `::` after white space at the start of a line, and
`##[` anywhere; Azure takes `##vso[` anywhere. Both compare as the language of the machine does, so
characters without a width in between do not count.
"""

import re
from collections.abc import Callable, Sequence

from plainlint.core.text import make_printable

# Characters that a comparison of text skips: soft hyphens, joiners, direction marks, selectors.
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_GAP = f"[{_UNSEEN}]*"
_HAS_UNSEEN = re.compile(f"[{_UNSEEN}]")
# Colours, and links to the web or to a file.
_STYLE = r"\x1b\[[\d;]*m|\x1b\]8;;(?:(?:https?|file)://[!-~]*)?\x1b\\"
_COMMAND = re.compile(
    rf"^(?P<lead>(?:[^\S\n]|[{_UNSEEN}]|{_STYLE})*)(?P<sign>:)(?={_GAP}:)"
    rf"|(?P<hash>\#)(?={_GAP}\#{_GAP}(?:\[|v{_GAP}s{_GAP}o{_GAP}\[))",
    re.MULTILINE | re.IGNORECASE,
)
# Escapes of JSON: a pair of surrogates, one alone, or any other.
_ESCAPES = re.compile(
    r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(?P<lone>\\u[dD][89a-fA-F]..)|\\.", re.DOTALL
)
_SEPARATORS = re.compile(r"\r\n?|[\n\u2028\u2029]")
_SIGNS = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
_HAS_CONTROL = re.compile(_SIGNS)
# What `make_inert` leaves alone.
_HAS_ESCAPE = re.compile("[\x1b\r]")
# Line ends, colours and links of our own stay.
_CONTROL = re.compile(rf"(?P<own>{_STYLE}|\r(?=\n))|{_SIGNS}")


def make_line(text: str) -> str:
    """Return a text on a single line, without control characters and commands."""
    return _disarm(make_printable(_SEPARATORS.sub(" ", text)), _space)


def make_lines(texts: Sequence[str]) -> Sequence[str]:
    """Return each of many texts on a single line, without control characters and commands."""
    # Nearly all of them are so already, which is seen in one look at all.
    joined = "\n".join(texts)
    is_plain = make_inert(joined) == joined and not _HAS_ESCAPE.search(joined)
    if is_plain and joined.count("\n") < len(texts):
        return texts
    return [make_line(text) for text in texts]


def make_inert(text: str) -> str:
    """Return finished text of several lines without control characters and commands.

    Colours and links stay, so the parts that are not our own must have passed `make_printable`.
    """
    return _disarm(_replace_controls(text, _replace_control), _space)


def make_inert_json(text: str) -> str:
    """Return JSON that means the same, with control characters and commands escaped.

    Bytes that are no text become replacement characters: strict readers refuse the half pairs that
    stand for them.
    """
    inert = _replace_lone_surrogates(_replace_controls(text, _escape_control))
    return _disarm(inert, lambda sign: f"\\u{ord(sign):04x}")


def make_inert_xml(text: str) -> str:
    """Return XML that means the same, with commands escaped."""
    return _disarm(text, lambda sign: f"&#{ord(sign)};")


def _replace_lone_surrogates(text: str) -> str:
    if "\\ud" not in text:
        return text
    return _ESCAPES.sub(lambda match: "\\ufffd" if match["lone"] else match[0], text)


def _replace_controls(text: str, replace: Callable[[re.Match[str]], str]) -> str:
    # Nearly all texts are printable, and to search for one sign of many is far quicker than for
    # alternatives.
    if text.replace("\n", "").isprintable() or not _HAS_CONTROL.search(text):
        return text
    return _CONTROL.sub(replace, text)


def _disarm(text: str, escape: Callable[[str], str]) -> str:
    """Return a text with the first sign of each command escaped."""
    # Most texts have nothing like a command, which is quickly seen.
    has_unseen = not text.isascii() and _HAS_UNSEEN.search(text)
    if "::" not in text and "##" not in text and not has_unseen:
        return text
    return _COMMAND.sub(
        lambda match: f"{match['lead'] or ''}{escape(match['sign'] or match['hash'])}", text
    )


def _space(sign: str) -> str:
    return f"{sign} "


def _replace_control(match: re.Match[str]) -> str:
    return match["own"] or (" " if match[0] == "\t" else "\ufffd")


def _escape_control(match: re.Match[str]) -> str:
    # White space between the values of JSON.
    return match[0] if match[0] in "\t\r" else f"\\u{ord(match[0][0]):04x}{match[0][1:]}"
