"""Rule pages: Markdown files that are a rule's policy, its documentation and its tests at once."""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import MappingProxyType
from typing import Any

import frontmatter

from plainlint.audiences import AUDIENCES
from plainlint.checks import Context, Hit
from plainlint.config import merge_tables
from plainlint.diagnostics import Severity
from plainlint.errors import PlainlintError
from plainlint.limits import Limits
from plainlint.nearest import did_you_mean
from plainlint.parse.front_matter import read_front_matter
from plainlint.source import Source

_PAGE_KEYS = frozenset(
    {"check", "severity", "message", "help", "limits", "audience", "language", "source"}
)
_CONTEXT = frozenset(field.name for field in fields(Context))
_TIERS = frozenset(field.name for field in fields(Limits))
_TITLE = re.compile(r"^# +(.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A rule page as written: its id, its front matter and its body."""

    id: str
    path: Path
    policy: Mapping[str, Any]
    body: str

    @property
    def title(self) -> str:
        """The page's first heading, or its id."""
        match = _TITLE.search(self.body)
        return match[1].strip() if match else self.id


@dataclass(frozen=True, slots=True)
class Check:
    """A check function: what it looks at, what it asks of the context and of the page."""

    function: Callable[..., Iterator[Hit]]
    node: type
    context: frozenset[str]
    settings: frozenset[str]
    required: frozenset[str]
    limited: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready to run: a page with the configuration's changes laid over it.

    `limits` has an entry for each audience; `languages` is empty where all are meant.
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
    settings: Mapping[str, Any]

    def applies(self, audience: str, language: str) -> bool:
        """Whether the rule is meant for documents of this audience and language."""
        spoken = language.lower().partition("-")[0]
        return audience in self.audiences and (not self.languages or spoken in self.languages)


def shipped_folder() -> Path:
    """The folder of the rules that come with plainlint, installed or in a checkout."""
    package = Path(__file__).parent
    installed = package / "rules"
    return installed if installed.is_dir() else package.parent / "rules"


def read_pages(folder: Path) -> Iterator[Page]:
    """All rule pages below a folder, sorted by id."""
    for path in sorted(folder.rglob("*.md")):
        yield read_page(path, path.relative_to(folder).with_suffix("").as_posix())


def read_page(path: Path, rule_id: str) -> Page:
    """Read one page.

    Raises:
        PlainlintError: the page's front matter is missing or broken.
    """
    source = Source(path.read_text(encoding="utf-8"), str(path))
    head, _ = read_front_matter(source)
    for problem in head.problems:
        line = source.locate(problem.span.start).line
        raise PlainlintError(f"{path}:{line}: {problem.message}")
    if not head.entries:
        raise PlainlintError(f"{path}:1: a rule page needs front matter")
    policy, body = frontmatter.parse(source.text)
    return Page(rule_id, path, policy, body)


def make_rule(page: Page, changes: Mapping[str, Any] = MappingProxyType({})) -> Rule:
    """The rule of a page, with changes from the configuration laid over its front matter.

    Raises:
        PlainlintError: a key, a limit or a value is wrong; the message names the nearest right one.
    """
    policy = merge_tables(page.policy, changes)
    name = str(policy.get("check", ""))
    if name not in check_names():
        raise PlainlintError(
            f"{page.id}: unknown check {name!r}{did_you_mean(name, check_names())}"
        )
    check = load_check(name)
    for key in policy.keys() - _PAGE_KEYS - check.settings:
        known = _PAGE_KEYS | check.settings
        raise PlainlintError(f"{page.id}: unknown key {key!r}{did_you_mean(key, known)}")
    for key in sorted(check.required - policy.keys()):
        raise PlainlintError(f"{page.id}: the check {name!r} needs {key!r}")
    return Rule(
        page.id,
        page.title,
        check,
        _severity(page, policy),
        "severity" in changes,
        str(policy.get("message", "")),
        str(policy.get("help", "")),
        _limits(page, policy.get("limits", {})),
        frozenset(_names(policy.get("audience", AUDIENCES))),
        frozenset(_names(policy.get("language", ()))),
        {key: policy[key] for key in check.settings & policy.keys()},
    )


@cache
def check_names() -> frozenset[str]:
    """The names of all checks, as rule pages write them."""
    package = import_module("plainlint.checks")
    return frozenset(module.name.replace("_", "-") for module in iter_modules(package.__path__))


@cache
def load_check(name: str) -> Check:
    """The check that rule pages call `name`, its needs read from its signature."""
    module = name.replace("-", "_")
    function = getattr(import_module(f"plainlint.checks.{module}"), module)
    node, *others = inspect.signature(function).parameters.values()
    names = frozenset(parameter.name for parameter in others)
    settings = names - _CONTEXT - {"limits"}
    required = {p.name for p in others if p.default is p.empty} & settings
    return Check(
        function,
        node.annotation,
        names & _CONTEXT,
        settings,
        frozenset(required),
        "limits" in names,
    )


def _severity(page: Page, policy: Mapping[str, Any]) -> Severity:
    value = policy.get("severity", "warning")
    if value not in list(Severity):
        raise PlainlintError(
            f"{page.id}: unknown severity {value!r}{did_you_mean(value, Severity)}"
        )
    return Severity(value)


def _limits(page: Page, tiers: Mapping[str, Mapping[str, float]]) -> dict[str, Limits]:
    for tier, numbers in tiers.items():
        if tier not in _TIERS:
            raise PlainlintError(f"{page.id}: unknown limit {tier!r}{did_you_mean(tier, _TIERS)}")
        for audience, number in numbers.items():
            if audience not in AUDIENCES:
                hint = did_you_mean(audience, AUDIENCES)
                raise PlainlintError(f"{page.id}: unknown audience {audience!r} in limits{hint}")
            if isinstance(number, bool) or not isinstance(number, int | float):
                raise PlainlintError(f"{page.id}: limits.{tier}.{audience} must be a number")
    return {
        audience: Limits(**{tier: numbers.get(audience) for tier, numbers in tiers.items()})
        for audience in AUDIENCES
    }


def _names(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
