"""The listing of a document: its findings as lines, ready to be printed behind its path."""

from collections.abc import Sequence
from typing import Any

from plainlint.core.inert import make_inert, make_lines


def format_listing(findings: Sequence[tuple[Any, ...]]) -> str:
    """Return one line for each finding: line, column, severity, rule and message.

    Nothing in it is a command to a terminal or to a program that reads logs.

    Args:
        findings: rows that begin with line, column, severity, rule and message.
    """
    messages = make_lines([finding[4] for finding in findings])
    rules = make_lines([finding[3] for finding in findings])
    lines = [
        f"{line}:{column}: {severity} {rule} {message}\n"
        for (line, column, severity, *_), rule, message in zip(
            findings, rules, messages, strict=True
        )
    ]
    return make_inert("".join(lines))
