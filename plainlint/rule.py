"""Rules: pages made ready to run, with the configuration's changes laid over them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

from plainlint.audiences import AUDIENCES
from plainlint.check_loader import Check, check_names, fits, load_check, type_in_words
from plainlint.config import merge_tables
from plainlint.diagnostics import Severity
from plainlint.errors import PlainlintError
from plainlint.limits import Limits
from plainlint.nearest import did_you_mean
from plainlint.passages import SCOPES, is_scope
from plainlint.rulebook import Page

# The keys of every page and their types; a page's other keys are settings of its check.
PAGE_KEYS: Mapping[str, Any] = {
    "check": str,
    "severity": str,
    "message": str,
    "help": str,
    "limits": Mapping[str, Mapping[str, float]],
    "audience": list[str],
    "language": list[str],
    "gives_way_to": list[str],
    "source": str,
    "optional": bool,
}
SCOPE_KEY = {"scope": list[str]}
_TIERS = frozenset(field.name for field in fields(Limits))


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready to run.

    Attributes:
        id: such as `readability/long-sentence`.
        title: the page's heading.
        check: what finds it.
        severity: how bad a finding is, unless the check says and `forced` is false.
        forced: whether the configuration set the severity.
        message: what is wrong, with the names of the check's values in braces.
        help: what to do, likewise.
        limits: an entry for each audience.
        audiences: whose documents it looks at.
        languages: language tags it is for; empty for all.
        gives_way_to: rules whose finding at the same place says more.
        settings: what the page sets for the check.
        scope: the parts of a document that it looks at; empty if its check knows them itself.
    """

    id: str
    title: str
    check: Check
    severity: Severity
    forced: bool
    message: str
    help: str
    limits: Mapping[str, Limits]
    audiences: frozenset[str]
    languages: frozenset[str]
    gives_way_to: frozenset[str]
    settings: Mapping[str, Any]
    scope: tuple[str, ...] = ()

    @property
    def literals(self) -> tuple[str, ...]:
        """The words that it looks for, if it looks for words."""
        return tuple(self.settings.get(self.check.literals, ()))

    @property
    def consults(self) -> frozenset[str]:
        """The rules whose findings it asks for, if it is a checklist."""
        if "findings" not in self.check.context:
            return frozenset()
        return frozenset(name for names in self.settings["rules"].values() for name in names)

    def applies(self, audience: str, language: str) -> bool:
        """Whether the rule is meant for documents of this audience and language."""
        spoken = language.lower().partition("-")[0]
        return audience in self.audiences and (not self.languages or spoken in self.languages)


def make_rule(
    page: Page,
    changes: Mapping[str, Any] = MappingProxyType({}),
    checks: Mapping[str, Check] = MappingProxyType({}),
) -> Rule:
    """The rule of a page, with changes from the configuration laid over its front matter.

    Args:
        checks: further checks by name.

    Raises:
        PlainlintError: a key, a limit or a value is wrong; the message names the nearest right
            one, and the error's `key` is the key at fault.
    """
    policy = merge_tables(page.policy, changes)
    for key in ("audience", "language", "gives_way_to", "scope"):
        if isinstance(policy.get(key), str):
            policy[key] = [policy[key]]
    check = _checked(policy, checks)
    audiences = policy.get("audience", AUDIENCES)
    for audience in audiences:
        _known(audience, AUDIENCES, "audience", "audience")
    severity = policy.get("severity", Severity.WARNING)
    _known(severity, Severity, "severity", "severity")
    return Rule(
        page.id,
        page.title,
        check,
        Severity(severity),
        "severity" in changes,
        policy.get("message", ""),
        policy.get("help", ""),
        _limits(policy.get("limits", {})),
        frozenset(audiences),
        frozenset(policy.get("language", ())),
        frozenset(policy.get("gives_way_to", ())),
        {key: policy[key] for key in check.settings if key in policy},
        _scope(policy, check),
    )


def _checked(policy: Mapping[str, Any], checks: Mapping[str, Check]) -> Check:
    """The policy's check, once all keys are known to be there and of the right type."""
    name = policy.get("check", "")
    _known(name, check_names() | checks.keys(), "check", "check")
    check = checks[name] if name in checks else load_check(name)
    types = {**check.settings, **PAGE_KEYS, **(SCOPE_KEY if check.scope else {})}
    for key, value in policy.items():
        _known(key, types, "key", key)
        try:
            right = fits(value, types[key])
        except PlainlintError as error:
            raise PlainlintError(str(error), key) from error
        if not right:
            raise PlainlintError(f"'{key}' must be {type_in_words(types[key])}", key)
    for key in sorted(check.required - policy.keys()):
        raise PlainlintError(f"the check '{name}' needs the key '{key}'", "check")
    return check


def _scope(policy: Mapping[str, Any], check: Check) -> tuple[str, ...]:
    scopes = tuple(policy.get("scope", [check.scope] if check.scope else []))
    for scope in scopes:
        if not is_scope(scope):
            _known(scope, (*SCOPES, "front matter.KEY"), "scope", "scope")
    return scopes


def _limits(tiers: Mapping[str, Mapping[str, float]]) -> dict[str, Limits]:
    for tier, numbers in tiers.items():
        _known(tier, _TIERS, "limit", tier)
        for audience in numbers:
            _known(audience, AUDIENCES, "audience", audience)
    return {
        audience: Limits(**{tier: numbers.get(audience) for tier, numbers in tiers.items()})
        for audience in AUDIENCES
    }


def _known(value: str, known: Iterable[str], noun: str, key: str) -> None:
    names = frozenset(map(str, known))
    if value not in names:
        raise PlainlintError(f"unknown {noun} '{value}'{did_you_mean(str(value), names)}", key)
