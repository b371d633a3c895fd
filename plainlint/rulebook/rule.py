"""Rules: rule pages merged with the configuration's changes, ready to run."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

from plainlint.analysis.metrics.registry import can_compute
from plainlint.config.settings import merge_tables
from plainlint.core.audiences import AUDIENCES, Limits
from plainlint.core.diagnostics import Severity
from plainlint.core.errors import PlainlintError, find_nearest, format_suggestion
from plainlint.core.files import find_trespass
from plainlint.document.language_tags import get_primary_tag
from plainlint.languages.base import get_language
from plainlint.rulebook import wcag
from plainlint.rulebook.page import Page
from plainlint.rulebook.registry import (
    Check,
    describe_type_error,
    get_check_names,
    load_check,
    matches_type,
)
from plainlint.rulebook.vale.scopes import validate_scope

# What else the program uses a rule for, besides its findings.
Role: TypeAlias = Literal[
    "grade",  # its limits grade documents
    "hard sentences",  # its limits say which sentences the report lists as hard
    "plain words",  # its word lists are those that advice takes plain words from
    "reasons",  # it runs with --require-reason
    "reviews",  # its settings say when a review is due
    "terms",  # its findings are the terms that a document leaves unexplained
    "wrong readers",  # its findings are documents that read as if written for other readers
]
# In place of a severity: the rule does not run.
OFF = "off"

# The keys of all pages, with their types. A page's other keys are settings of its check.
PAGE_KEYS: Mapping[str, Any] = {
    "check": str,
    "severity": str,
    "message": str,
    "help": str,
    "step": str,
    "limits": Mapping[str, Mapping[str, float]],
    "audience": list[str],
    "language": list[str],
    "gives_way_to": list[str],
    "source": str,
    "wcag": list[wcag.Number],
    "optional": bool,
    "preview": bool,
    "most_findings": int,
    "priority": int,
    "role": Role,
    "former_messages": list[str],
    "former_ids": list[str],
    "untranslated": Mapping[str, str],
}
SCOPE_KEY = {"scope": list[str]}
_TIERS = frozenset(Limits._fields)


class Rule(NamedTuple):
    """A rule that is ready to run.

    Attributes:
        id: such as `readability/long-sentence`.
        title: the page's heading.
        check: the check that finds what the rule reports.
        severity: the severity of findings; a check can override it unless it is forced.
        forced: whether all findings have the severity, for example because the configuration
            sets it.
        message: what is wrong, with the names of the check's values in braces.
        help: what to do, also with names in braces.
        step: what to do as one line of a list, verb first, also with names in braces; a part in
            square brackets is left out if one of its values is empty. Empty: the first sentence of
            `help`.
        said_in: the language of message, help and step; empty for English.
        limits: the limits for each audience.
        audiences: the audiences whose documents are checked.
        languages: the primary language tags of documents that are checked; empty for all.
        gives_way_to: rules whose findings replace overlapping findings of this rule.
        settings: the settings of the check.
        scope: the parts of a document that are checked; empty if the check decides.
        patterns: the patterns, with flags, of which a passage must match one to be checked; empty
            for all passages.
        most_findings: the maximum number of findings reported in one document; None for all.
        priority: of findings at one place that are equally bad, those of the highest come first.
        role: what else the program uses the rule for; empty for nothing.
        former_messages: wordings of `message` in earlier versions, by which baselines of that time
            know findings on front matter.
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
    patterns: tuple[str, ...] = ()
    most_findings: int | None = None
    priority: int = 0
    role: str = ""
    former_messages: tuple[str, ...] = ()
    step: str = ""
    said_in: str = ""

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that the settings name."""
        return tuple(
            Path(self.settings[key]) for key in sorted(self.check.files & self.settings.keys())
        )

    @property
    def metrics(self) -> tuple[str, ...]:
        """The metrics that the check computes, of which a language may have none."""
        return tuple([name for key in self.check.metrics for name in self.settings.get(key, ())])

    @property
    def literals(self) -> tuple[str, ...]:
        """The words that the check searches for, if it searches for words."""
        return tuple(self.settings.get(self.check.literals, ()))

    @property
    def consulted_rules(self) -> frozenset[str]:
        """The rules whose findings the check counts, if it is a checklist."""
        if "findings" not in self.check.context:
            return frozenset()
        return frozenset(
            rule_id for rule_ids in self.settings["rules"].values() for rule_id in rule_ids
        )

    @property
    def advising_rules(self) -> frozenset[str]:
        """The rules whose findings the check takes advice from, if it gives any."""
        if "reported" not in self.check.context:
            return frozenset()
        return frozenset(self.settings["advice_from"])

    def applies_to(self, audience: str, language: str) -> bool:
        """Return whether the rule checks documents of this audience and language."""
        return audience in self.audiences and self.is_for(language)

    def is_for(self, language: str) -> bool:
        """Return whether the rule checks documents of a language, and can.

        It can't if the language lacks what the check needs, or a formula for each metric.
        """
        if self.languages and get_primary_tag(language) not in self.languages:
            return False
        needs, metrics = self.check.needs, self.metrics
        if not needs and not metrics:
            return True
        known = get_language(language)
        return not (needs and getattr(known, needs) is None) and (
            not metrics or any(can_compute(name, known) for name in metrics)
        )


def map_roles(rules: Iterable[Rule], language: str) -> dict[str, Rule]:
    """Return the rules that have a role for documents in a language, by role."""
    return {rule.role: rule for rule in rules if rule.role and rule.is_for(language)}


def make_rule(
    page: Page,
    changes: Mapping[str, Any] = MappingProxyType({}),
    checks: Mapping[str, Check] = MappingProxyType({}),
    root: Path = Path(),
) -> Rule:
    """Build the rule of a page, with the configuration's changes merged into its front matter.

    Args:
        page: the page.
        changes: keys of the front matter with other values.
        checks: additional checks by name.
        root: the folder that files named in `changes` are relative to.

    Raises:
        PlainlintError: a key, a limit or a value is wrong; the message may suggest a similar name,
            and the error's `key` is the key at fault.
    """
    policy = merge_tables(page.policy, changes)
    for key in ("audience", "language", "gives_way_to", "scope"):
        if isinstance(policy.get(key), str):
            policy[key] = [policy[key]]
    check = _resolve_check(policy, checks)
    for key in policy.keys() & check.files:
        policy[key] = _resolve_file(key, policy[key], page, root if key in changes else None)
    _validate_templates(policy)
    audiences = policy.get("audience", AUDIENCES)
    for audience in audiences:
        _require_known(audience, AUDIENCES, "audience", "audience")
    severity = policy.get("severity", Severity.WARNING)
    _require_known(severity, (*Severity, OFF), "severity", "severity")
    is_forced = page.one_severity or ("severity" in changes and severity != OFF)
    if severity == OFF:
        # Other rules may still ask this one.
        own = page.policy.get("severity", OFF)
        severity = Severity.WARNING if own == OFF else own
    limits = _parse_limits(_drop_margins(policy.get("limits", {}), changes.get("limits", {})))
    return Rule(
        id=page.id,
        title=page.title,
        check=check,
        severity=Severity(severity),
        forced=is_forced,
        message=policy.get("message", ""),
        help=policy.get("help", ""),
        limits=limits,
        audiences=frozenset(audiences),
        languages=frozenset(policy.get("language", ())),
        gives_way_to=frozenset(policy.get("gives_way_to", ())),
        settings={key: policy[key] for key in check.settings if key in policy},
        scope=_resolve_scope(policy, check),
        patterns=_collect_patterns(policy, check, limits.values()),
        most_findings=policy.get("most_findings"),
        priority=policy.get("priority", 0),
        role=policy.get("role", ""),
        former_messages=tuple(policy.get("former_messages", ())),
        step=policy.get("step", ""),
        said_in=page.said_in,
    )


def _resolve_check(policy: Mapping[str, Any], checks: Mapping[str, Check]) -> Check:
    """Return the policy's check, after validating all keys of the policy.

    Raises:
        PlainlintError: a key is unknown, missing or of the wrong type.
    """
    if "check" not in policy:
        near = find_nearest("check", policy.keys() - PAGE_KEYS.keys())
        problem = f"unknown key '{near}'; did you mean 'check'?" if near else "'check' is missing"
        raise PlainlintError(problem, near)
    name = policy["check"]
    _require_known(name, get_check_names() | checks.keys(), "check", "check")
    check = checks[name] if name in checks else load_check(name)
    types = {**check.settings, **PAGE_KEYS, **(SCOPE_KEY if check.scope else {})}
    for key, value in policy.items():
        _require_known(key, types, "key", key)
        try:
            has_type = matches_type(value, types[key])
        except PlainlintError as error:
            raise PlainlintError(str(error), key) from error
        if not has_type:
            raise PlainlintError(describe_type_error(key, value, types[key]), key)
    for key in sorted(check.required - policy.keys()):
        raise PlainlintError(f"the check '{name}' needs the key '{key}'", "check")
    return check


def _validate_templates(policy: Mapping[str, Any]) -> None:
    """Reject texts with unpaired braces; the names in braces can only be checked at a finding."""
    for key in ("message", "help", "step"):
        try:
            list(Formatter().parse(policy.get(key, "")))
        except ValueError as error:
            message = f"'{key}' can't be filled in: {error}; write {{{{ for a brace"
            raise PlainlintError(message, key) from error


def _resolve_file(key: str, name: str, page: Page, root: Path | None) -> str:
    """Return the full path of a file that a setting names.

    A page can only name files in its folder of rules, so that everything that decides what a rule
    finds is in known places; a configuration file can name any file of its repository.
    """
    path = (root or page.path.parent) / name
    if root is None and not path.resolve().is_relative_to(page.folder.resolve()):
        raise PlainlintError(
            f"'{key}' names {name!r}, which is outside the folder of rules {page.folder}; "
            "only a configuration file can name it",
            key,
        )
    if not path.is_file():
        raise PlainlintError(f"'{key}' names {str(path)!r}, which does not exist", key)
    if root is not None and (problem := find_trespass(path, root)):
        raise PlainlintError(f"'{key}' names {str(path)!r}, which {problem}", key)
    return str(path)


def _resolve_scope(policy: Mapping[str, Any], check: Check) -> tuple[str, ...]:
    scopes = tuple(policy.get("scope", [check.scope] if check.scope else []))
    for scope in scopes:
        validate_scope(scope)
    return scopes


def _collect_patterns(
    policy: Mapping[str, Any], check: Check, limits: Iterable[Limits]
) -> tuple[str, ...]:
    """Return the patterns of which a passage must match one to be checked.

    Return none if passages without a match can be findings, too.
    """
    name = check.patterns
    if not name or any(limit.least is not None for limit in limits):
        return ()
    value = policy.get(name, ())
    patterns = (value,) if isinstance(value, str) else value
    has_flags = check.settings[name] is str or policy.get("case")
    return tuple(pattern if has_flags else f"(?i){pattern}" for pattern in patterns)


def _drop_margins(
    tiers: Mapping[str, Mapping[str, float]], changed: Mapping[str, Mapping[str, float]]
) -> Mapping[str, Mapping[str, float]]:
    """Return the limits without the page's margins for targets that the configuration sets itself.

    Who sets a target means that number.
    """
    own = changed.get("target", {}).keys() - changed.get("margin", {}).keys()
    margins = {
        audience: n for audience, n in tiers.get("margin", {}).items() if audience not in own
    }
    return {**tiers, "margin": margins}


def _parse_limits(tiers: Mapping[str, Mapping[str, float]]) -> dict[str, Limits]:
    for tier, numbers in tiers.items():
        _require_known(tier, _TIERS, "limit", tier)
        for audience in numbers:
            _require_known(audience, AUDIENCES, "audience", audience)
    return {
        audience: Limits(**{tier: numbers.get(audience) for tier, numbers in tiers.items()})
        for audience in AUDIENCES
    }


def _require_known(value: str, allowed: Iterable[str], noun: str, key: str) -> None:
    names = frozenset(map(str, allowed))
    if value not in names:
        raise PlainlintError(f"unknown {noun} '{value}'{format_suggestion(str(value), names)}", key)
