"""The rules of a configuration: which pages there are, and which of them run where."""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from plainlint.config.loader import setting_place
from plainlint.config.settings import Changes, Config, PathConfig, has_key, merge_tables
from plainlint.core.errors import PlainlintError, did_you_mean
from plainlint.rulebook.entry_points import package_folders
from plainlint.rulebook.page import Page, Pages, category, is_named, shipped_folder
from plainlint.rulebook.plugins import file_checks, package_checks
from plainlint.rulebook.registry import Check, check_names
from plainlint.rulebook.rule import Rule, make_rule
from plainlint.rulebook.vale.styles import Styles


class Chosen(NamedTuple):
    """The rules that run, and those whose findings they only ask for."""

    running: tuple[Rule, ...]
    consulted: tuple[Rule, ...]


class RuleSet:
    """The rule pages, checks and rules of one configuration."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self._rules: dict[tuple[int, ...], Chosen] = {}

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """All rule pages by id: shipped ones, and those of the configuration's folders."""
        packages = package_folders() if self.config.plugins else ()
        own = Pages((shipped_folder(), *packages, *self.config.rules))
        return ChainMap(self.styles, own)  # type: ignore[arg-type]

    @cached_property
    def styles(self) -> Styles:
        """The rules of the configuration's styles."""
        return Styles(self.config.styles)

    @cached_property
    def rule_names(self) -> frozenset[str]:
        """All rules and categories."""
        return frozenset({*map(category, self.pages), *self.pages})

    @cached_property
    def checks(self) -> Mapping[str, Check]:
        """The checks from outside plainlint, none of which takes the place of one of its own."""
        if not self.config.plugins:
            return {}
        own = (file_checks(path) for path in self.config.checks)
        found = {name: check for each in (package_checks(), *own) for name, check in each.items()}
        for name in found.keys() & check_names():
            raise PlainlintError(f"plainlint has a check '{name}' itself; give yours another name")
        return found

    def rules(self, matching: tuple[int, ...] = ()) -> tuple[Rule, ...]:
        """The rules that run where these path settings (by index) apply, sorted by id."""
        return self.rules_of(matching).running

    def rules_of(self, matching: tuple[int, ...]) -> Chosen:
        """The rules that run where these path settings apply, and those that they ask."""
        if matching not in self._rules:
            self._rules[matching] = self._make_rules([self.config.per_path[i] for i in matching])
        return self._rules[matching]

    @cached_property
    def every_rule(self) -> Mapping[str, Rule]:
        """All rules by id, those too that are left out or optional, but for code not to be run."""
        return {
            rule_id: self._make(page, self.config.rule)
            for rule_id, page in sorted(self.pages.items())
            if rule_id not in self.without_code
        }

    def rules_for(self, path: str) -> tuple[Rule, ...]:
        """The rules that run on the document at `path`."""
        return self.rules(self.config.matching(path))

    def _make_rules(self, settings: list[PathConfig]) -> Chosen:
        select, ignore, changes = self.config.select, self.config.ignore, self.config.rule
        for setting in settings:
            select = setting.select if setting.select is not None else select
            ignore = (*ignore, *setting.ignore)
            changes = merge_tables(changes, setting.rule)
        self._check_names((*select, *ignore, *self.config.enable), changes)
        left_out = (*ignore, *self.without_code)
        pages = [self.pages[n] for n in sorted(self.pages) if not is_named(n, left_out)]
        running = tuple(self._make(page, changes) for page in pages if self._runs(page, select))
        asked = {name for rule in running for name in rule.consults} - {r.id for r in running}
        self._check_names(asked, {})
        consulted = tuple(self._make(page, changes) for page in pages if page.id in asked)
        return Chosen(running, consulted)

    def _runs(self, page: Page, select: tuple[str, ...]) -> bool:
        """Whether a rule is asked for; an optional one must be named itself."""
        named = page.id in (*select, *self.config.enable)
        if page.policy.get("optional"):
            return named
        return named or not select or is_named(page.id, select)

    @cached_property
    def without_code(self) -> tuple[str, ...]:
        """The rules that are left out because the code of their checks is not to be run."""
        if self.config.plugins:
            return ()
        known = check_names()
        return tuple(
            name for name, page in self.pages.items() if page.policy.get("check") not in known
        )

    def _make(self, page: Page, changes: Changes) -> Rule:
        try:
            return make_rule(page, changes.get(page.id, {}), self.checks, self.config.root)
        except PlainlintError as error:
            raise self._placed(error, page, changes) from error

    def _placed(self, error: PlainlintError, page: Page, changes: Changes) -> PlainlintError:
        """What is wrong with a rule, with the line of its page or of the change to it."""
        where = f"{page.path}:{page.line_of(error.key)}"
        if page.id in changes and (has_key(changes[page.id], error.key) or not error.key):
            where = setting_place(self.config.origin, "rule", page.id, error.key)
        return PlainlintError(f"{where}: {page.id}: {error}")

    def _check_names(self, names: Iterable[str], changes: Changes) -> None:
        known = self.rule_names
        where = f" (--select, --ignore or {self.config.origin})" if self.config.origin else ""
        for name in names:
            if name not in known:
                raise PlainlintError(f"unknown rule '{name}'{did_you_mean(name, known)}{where}")
        for name in changes:
            if name not in self.pages:
                place = setting_place(self.config.origin, "rule", name)
                hint = did_you_mean(name, self.pages)
                raise PlainlintError(f"{place}: unknown rule '{name}'{hint}")
