"""Tests of checks: `assert_finds(check, text)` tests one in a line."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from plainlint.config.settings import Config
from plainlint.core.audiences import AUDIENCES, Limits
from plainlint.core.diagnostics import Diagnostic
from plainlint.core.source import Source
from plainlint.engine.linter import Linter
from plainlint.rulebook.examples import mark_spans, unmark_spans
from plainlint.rulebook.page import Page
from plainlint.rulebook.registry import Check, get_check_names, load_check
from plainlint.rulebook.rule import make_rule
from plainlint.rulebook.signatures import read_plugin_check

__all__ = ["assert_finds"]

_RULE = "test/check"
# The rule's message; a check that can't be run has another one.
_MESSAGE = "found"


def assert_finds(
    check: Callable[..., Any],
    text: str,
    /,
    *,
    audience: str = "general",
    today: date | None = None,
    **settings: Any,
) -> None:
    """Assert that a check finds what is marked in a text, and nothing else.

        assert_finds(shouting, "Wash your hands. «Use soap!»", sign="!")

    Args:
        check: the function.
        text: a document with « » around each span that the check must find; without any, it must
            find nothing.
        audience: who the document is for, unless its front matter declares an audience.
        today: the date that the check sees as today.
        settings: the keys of a rule page: the check's settings, `scope`, and `limits`, as a table
            of tables or as `Limits` for all audiences.

    Raises:
        AssertionError: the check finds something else, or it fails; the message shows the text
            with the marks that were expected, and with those of what was found.
        PlainlintError: the function is not a check, or a setting is unknown or has a wrong value.
    """
    __tracebackhide__ = True
    source_text, expected = unmark_spans(text)
    diagnostics = _lint(_read_check(check), source_text, settings, audience, today)
    failed = [finding.message for finding in diagnostics if finding.message != _MESSAGE]
    if failed:
        raise AssertionError(f"{check.__name__}: {failed[0]}")
    spans = tuple(finding.span for finding in diagnostics)
    if sorted(spans) != sorted(expected):
        raise AssertionError(
            f"{check.__name__} finds something else\n"
            f"expected: {_indent(mark_spans(source_text, expected))}\n"
            f"found:    {_indent(mark_spans(source_text, spans))}"
        )


def _indent(text: str) -> str:
    """Return a text with its further lines below its first one."""
    return text.rstrip("\n").replace("\n", "\n" + " " * len("expected: "))


def _read_check(function: Callable[..., Any]) -> Check:
    name = _get_name(function)
    if name in get_check_names() and load_check(name).function is function:
        return load_check(name)
    return read_plugin_check(function)


def _get_name(function: Callable[..., Any]) -> str:
    return getattr(function, "__name__", "").replace("_", "-")


def _lint(
    check: Check, text: str, settings: Mapping[str, Any], audience: str, today: date | None
) -> Sequence[Diagnostic]:
    """Return the findings of a rule that has the settings."""
    name = _get_name(check.function)
    policy = {"check": name, "message": _MESSAGE, **_map_settings(settings)}
    page = Page(
        id=_RULE,
        path=Path(check.function.__code__.co_filename),
        policy=policy,
        body="",
        lines=dict.fromkeys(policy, 1),
        body_line=1,
    )
    # A wrong setting is an error here, without the line of a page.
    make_rule(page, checks={name: check})
    linter = Linter(Config(select=(_RULE,), default_audience=audience), today)
    linter.rule_set.pages = {_RULE: page}
    linter.rule_set.checks = {name: check}
    return linter.lint(Source(text, "test.md")).diagnostics


def _map_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return settings as a page has them: tuples as lists, limits as tables."""
    policy = {
        key: list(value) if type(value) is tuple else value for key, value in settings.items()
    }
    if isinstance(limits := settings.get("limits"), Limits):
        policy["limits"] = {
            tier: dict.fromkeys(AUDIENCES, number)
            for tier, number in limits._asdict().items()
            if number is not None
        }
    return policy
