"""The rules of a configuration: which pages there are, and which of them run where."""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from plainlint.config.loader import locate_setting
from plainlint.config.settings import Config, PathConfig, RuleOverrides, has_key, merge_tables
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.rulebook.entry_points import find_rule_folders
from plainlint.rulebook.page import Page, Pages, get_category, get_shipped_folder, matches_selector
from plainlint.rulebook.plugins import load_file_checks, load_package_checks
from plainlint.rulebook.registry import Check, get_check_names
from plainlint.rulebook.rule import Rule, make_rule
from plainlint.rulebook.vale.styles import Styles


class SelectedRules(NamedTuple):
    """The rules that run, and those whose findings they only ask for."""

    running: tuple[Rule, ...]
    consulted: tuple[Rule, ...]


class RuleSet:
    """The rule pages, checks and rules of one configuration."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self._rules: dict[tuple[int, ...], SelectedRules] = {}

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """All rule pages by id: shipped ones, and those of the configuration's folders."""
        packages = find_rule_folders() if self.config.plugins else ()
        own = Pages((get_shipped_folder(), *packages, *self.config.rules))
        return ChainMap(self.styles, own)  # type: ignore[arg-type]

    @cached_property
    def styles(self) -> Styles:
        """The rules of the configuration's styles."""
        return Styles(self.config.styles)

    @cached_property
    def rule_names(self) -> frozenset[str]:
        """All rules and categories."""
        return frozenset({*map(get_category, self.pages), *self.pages})

    @cached_property
    def checks(self) -> Mapping[str, Check]:
        """The checks from outside plainlint, none of which takes the place of one of its own."""
        if not self.config.plugins:
            return {}
        own = (load_file_checks(path) for path in self.config.checks)
        found = {
            name: check for each in (load_package_checks(), *own) for name, check in each.items()
        }
        for name in found.keys() & get_check_names():
            raise PlainlintError(f"plainlint has a check '{name}' itself; give yours another name")
        return found

    def get_running_rules(self, matching: tuple[int, ...] = ()) -> tuple[Rule, ...]:
        """The rules that run where these path settings (by index) apply, sorted by id."""
        return self.select_rules(matching).running

    def select_rules(self, matching: tuple[int, ...]) -> SelectedRules:
        """The rules that run where these path settings apply, and those that they ask."""
        if matching not in self._rules:
            self._rules[matching] = self._make_rules([self.config.per_path[i] for i in matching])
        return self._rules[matching]

    @cached_property
    def every_rule(self) -> Mapping[str, Rule]:
        """All rules by id, those too that are left out or optional, but for code not to be run."""
        return {
            rule_id: self._make_rule(page, self.config.rule)
            for rule_id, page in sorted(self.pages.items())
            if rule_id not in self.rules_needing_plugins
        }

    def get_rules_for_path(self, path: str) -> tuple[Rule, ...]:
        """The rules that run on the document at `path`."""
        return self.get_running_rules(self.config.match_path_configs(path))

    def _make_rules(self, settings: list[PathConfig]) -> SelectedRules:
        select, ignore, changes = self.config.select, self.config.ignore, self.config.rule
        for setting in settings:
            select = setting.select if setting.select is not None else select
            ignore = (*ignore, *setting.ignore)
            changes = merge_tables(changes, setting.rule)
        self._validate_rule_names((*select, *ignore, *self.config.enable), changes)
        left_out = (*ignore, *self.rules_needing_plugins)
        pages = [self.pages[n] for n in sorted(self.pages) if not matches_selector(n, left_out)]
        running = tuple(
            self._make_rule(page, changes) for page in pages if self._is_selected(page, select)
        )
        asked = {name for rule in running for name in rule.consulted_rules} - {
            r.id for r in running
        }
        self._validate_rule_names(asked, {})
        consulted = tuple(self._make_rule(page, changes) for page in pages if page.id in asked)
        return SelectedRules(running, consulted)

    def _is_selected(self, page: Page, select: tuple[str, ...]) -> bool:
        """Whether a rule is asked for; an optional one must be named itself."""
        named = page.id in (*select, *self.config.enable)
        if page.policy.get("optional"):
            return named
        return named or not select or matches_selector(page.id, select)

    @cached_property
    def rules_needing_plugins(self) -> tuple[str, ...]:
        """The rules that are left out because the code of their checks is not to be run."""
        if self.config.plugins:
            return ()
        known = get_check_names()
        return tuple(
            name for name, page in self.pages.items() if page.policy.get("check") not in known
        )

    def _make_rule(self, page: Page, changes: RuleOverrides) -> Rule:
        try:
            return make_rule(page, changes.get(page.id, {}), self.checks, self.config.root)
        except PlainlintError as error:
            raise self._locate_error(error, page, changes) from error

    def _locate_error(
        self, error: PlainlintError, page: Page, changes: RuleOverrides
    ) -> PlainlintError:
        """What is wrong with a rule, with the line of its page or of the change to it."""
        where = f"{page.path}:{page.find_line(error.key)}"
        if page.id in changes and (has_key(changes[page.id], error.key) or not error.key):
            where = locate_setting(self.config.origin, "rule", page.id, error.key)
        return PlainlintError(f"{where}: {page.id}: {error}")

    def _validate_rule_names(self, names: Iterable[str], changes: RuleOverrides) -> None:
        known = self.rule_names
        where = f" (--select, --ignore or {self.config.origin})" if self.config.origin else ""
        for name in names:
            if name not in known:
                raise PlainlintError(
                    f"unknown rule '{name}'{format_suggestion(name, known)}{where}"
                )
        for name in changes:
            if name not in self.pages:
                place = locate_setting(self.config.origin, "rule", name)
                hint = format_suggestion(name, self.pages)
                raise PlainlintError(f"{place}: unknown rule '{name}'{hint}")
