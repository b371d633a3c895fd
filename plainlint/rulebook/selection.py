"""The rules of a configuration: which pages there are, and which of them run on a document."""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from plainlint.config.loader import locate_setting
from plainlint.config.settings import Config, PathConfig, RuleOverrides, has_key, merge_tables
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.document.language_tags import get_primary_tag
from plainlint.languages.files import ENGLISH
from plainlint.rulebook.former_names import map_former_ids, update_rule_names
from plainlint.rulebook.page import (
    Page,
    Pages,
    find_rule_folders,
    get_category,
    get_shipped_folder,
    matches_selector,
)
from plainlint.rulebook.plugins import load_file_checks, load_package_checks
from plainlint.rulebook.registry import Check, get_check_names, load_check
from plainlint.rulebook.rule import OFF, PAGE_KEYS, Rule, make_rule
from plainlint.rulebook.translation import (
    is_own_language,
    say_in_language,
    say_in_phrases,
    translate_page,
)
from plainlint.rulebook.vale.styles import Styles


class SelectedRules(NamedTuple):
    """The rules that run, and further rules that checklists consult without reporting them."""

    running: tuple[Rule, ...]
    consulted: tuple[Rule, ...]


class RuleSet:
    """The rule pages, checks and rules of one configuration.

    Attributes:
        config: the settings, with the present ids of rules.
        runs_files: whether the check files of the settings are run. To show what the rules are, no
            code of a repository must run; the rules that need it are missing then.
    """

    def __init__(self, config: Config, *, inspect_only: bool = False) -> None:
        self.config = config = update_rule_names(config)
        self.runs_files = config.plugins and not (inspect_only or config.plugins_refused)
        self._selected: dict[tuple[tuple[int, ...], str], SelectedRules] = {}

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """All rule pages by id: shipped ones, those of packages and of the configuration."""
        return ChainMap(self.styles, self.page_files)  # type: ignore[arg-type]

    @cached_property
    def page_files(self) -> Pages:
        """The rule pages in folders, with their translations."""
        packages = find_rule_folders() if self.config.plugins else ()
        return Pages((get_shipped_folder(), *packages, *self.config.rule_folders))

    def get_page(self, rule_id: str, language: str = ENGLISH) -> Page:
        """Return a rule's page for documents in a language, with messages in that of the settings.

        Args:
            rule_id: the rule.
            language: the documents' language, an IETF tag. If the rule has no page in it, this is
                the rule's own page.
        """
        own, tag, said = self.pages[rule_id], get_primary_tag(language), self.config.lang
        if is_own_language(tag) and is_own_language(said):
            return own
        translation = self.page_files.get_translation(rule_id, tag)
        page = own
        if translation:
            words = self._list_word_keys(own)
            page = translate_page(own, translation, frozenset(PAGE_KEYS), words)
        if said in ("", page.language):
            return page
        other = own if said == ENGLISH else self.page_files.get_translation(rule_id, said)
        return say_in_language(page, other) if other else say_in_phrases(page, said)

    def _list_word_keys(self, page: Page) -> frozenset[str]:
        """Return the keys of a page that may hold words; none if its check is not known."""
        name = page.policy.get("check", "")
        if name in self.checks:
            return self.checks[name].words
        return load_check(name).words if name in get_check_names() else frozenset()

    @cached_property
    def styles(self) -> Styles:
        """The rules of the configuration's Vale styles."""
        return Styles(self.config.vale_styles)

    @cached_property
    def rule_names(self) -> frozenset[str]:
        """All rules and categories."""
        return frozenset({*map(get_category, self.pages), *self.pages})

    @cached_property
    def former_ids(self) -> Mapping[str, str]:
        """The present id of a rule by each id that it had before."""
        return map_former_ids(self.pages)

    @cached_property
    def checks(self) -> Mapping[str, Check]:
        """The checks that plug-ins add, by name.

        Raises:
            PlainlintError: a plug-in can't be loaded, or names a check as plainlint's own.
        """
        if not self.config.plugins:
            return {}
        checks = dict(load_package_checks())
        for path in self.config.check_files if self.runs_files else ():
            checks |= load_file_checks(path)
        for name in checks.keys() & get_check_names():
            raise PlainlintError(f"plainlint has a check '{name}' itself; give yours another name")
        return checks

    def get_running_rules(
        self, matching: tuple[int, ...] = (), language: str = ENGLISH
    ) -> tuple[Rule, ...]:
        """Return the rules that run where these path settings (by index) apply, sorted by id."""
        return self.select_rules(matching, language).running

    def select_rules(self, matching: tuple[int, ...], language: str = ENGLISH) -> SelectedRules:
        """Return the rules that run or are consulted where these path settings apply.

        Args:
            matching: the path settings, by index.
            language: the documents' language, an IETF tag, whose pages the rules are made from.
        """
        tag = get_primary_tag(language)
        tag = tag if tag != ENGLISH and tag in self.page_files.languages else ENGLISH
        key = (matching, tag)
        if key not in self._selected:
            settings = [self.config.per_path[index] for index in matching]
            self._selected[key] = self._make_rules(settings, tag)
        return self._selected[key]

    @cached_property
    def every_rule(self) -> Mapping[str, Rule]:
        """All rules by id, ignored and optional ones too, except those that need plug-ins."""
        return self.make_every_rule(ENGLISH)

    def make_every_rule(self, language: str) -> Mapping[str, Rule]:
        """Return all rules by id, made from the pages for documents in a language."""
        return {
            rule_id: self._make_rule(self.get_page(rule_id, language), self.config.rule)
            for rule_id in sorted(self.pages)
            if rule_id not in self.rules_needing_plugins
        }

    def get_rules_for_path(self, path: str, language: str = ENGLISH) -> tuple[Rule, ...]:
        """Return the rules that run on the document at `path`."""
        return self.get_running_rules(self.config.match_path_configs(path), language)

    def get_former_messages(self, rule_id: str) -> tuple[tuple[str, str], ...]:
        """Return a rule's ids, present and former, each with its messages, as templates."""
        if rule_id not in self.pages:
            return ()
        policy = self.pages[rule_id].policy
        messages = (policy.get("message", ""), *policy.get("former_messages", ()))
        names = (rule_id, *policy.get("former_ids", ()))
        return tuple((name, message) for name in names for message in messages)

    def add_former_names(self, rule_ids: Iterable[str]) -> frozenset[str]:
        """Return the ids of rules, and the ids that they had before."""
        return frozenset(
            name
            for rule_id in rule_ids
            for name in (rule_id, *self.pages[rule_id].policy.get("former_ids", ()))
        )

    def _make_rules(self, settings: list[PathConfig], language: str) -> SelectedRules:
        self._validate_lang()
        select, ignore, overrides = self.config.select, self.config.ignore, self.config.rule
        for setting in settings:
            select = setting.select if setting.select is not None else select
            ignore = (*ignore, *setting.ignore)
            overrides = merge_tables(overrides, setting.rule)
        self._validate_rule_names((*select, *ignore, *self.config.extend_select), overrides)
        self._refuse_previews((*select, *self.config.extend_select))
        if self.config.plugins_refused:
            self._refuse_plugins(select, ignore, overrides)
        excluded = (*ignore, *self.rules_needing_plugins)
        names = sorted(name for name in self.pages if not matches_selector(name, excluded))
        pages = {name: self.get_page(name, language) for name in names}
        running = tuple(
            self._make_rule(page, overrides)
            for page in pages.values()
            if self._is_selected(page, select, overrides)
        )
        consulted = {name for rule in running for name in rule.consulted_rules}
        consulted -= {rule.id for rule in running}
        advising = {name for rule in running for name in rule.advising_rules}
        self._validate_rule_names(consulted | advising, {})
        others = [self._make_rule(pages[name], overrides) for name in names if name in consulted]
        return SelectedRules(running, tuple(others))

    def _is_selected(self, page: Page, select: tuple[str, ...], overrides: RuleOverrides) -> bool:
        """Return whether a rule runs.

        An optional one runs only if the settings add or change it, and a preview only with
        `preview`.
        """
        if page.policy.get("preview") and not self.config.preview:
            return False
        if overrides.get(page.id, page.policy).get("severity", page.policy.get("severity")) == OFF:
            return False
        is_named = page.id in select or matches_selector(page.id, self.config.extend_select)
        if page.policy.get("optional"):
            return is_named or (page.id in overrides and not select)
        return is_named or not select or matches_selector(page.id, select)

    @cached_property
    def rules_needing_plugins(self) -> tuple[str, ...]:
        """The rules that can't run because their checks are plug-ins, which are switched off."""
        if self.runs_files:
            return ()
        usable = get_check_names() | self.checks.keys()
        return tuple(
            name for name, page in self.pages.items() if page.policy.get("check") not in usable
        )

    def _refuse_plugins(
        self, select: tuple[str, ...], ignore: tuple[str, ...], overrides: RuleOverrides
    ) -> None:
        """Raise an error for a rule that should run and needs a check file that may not."""
        for name in self.rules_needing_plugins:
            page = self.pages[name]
            if self._is_selected(page, select, overrides) and not matches_selector(name, ignore):
                raise PlainlintError(
                    f"{name} needs the check '{page.policy.get('check')}', which is Python code of "
                    f"this repository. {self.config.plugins_refused}"
                )

    def _refuse_previews(self, names: Iterable[str]) -> None:
        """Raise an error for a preview that is named, but not allowed: it would not run."""
        for name in names if not self.config.preview else ():
            if name in self.pages and self.pages[name].policy.get("preview"):
                raise PlainlintError(
                    f"{name} is a preview, which may still change; to run it, set "
                    "`preview = true`, or use --preview"
                )

    def _make_rule(self, page: Page, overrides: RuleOverrides) -> Rule:
        changes = overrides.get(page.id, {})
        if page.language and page.policy["check"] != (own := self.pages[page.id].policy)["check"]:
            # What changes a setting of the rule's own check means nothing to another one.
            changes = {
                key: value
                for key, value in changes.items()
                if key in PAGE_KEYS or key in page.policy or key not in own
            }
        try:
            return make_rule(page, changes, self.checks, self.config.root)
        except PlainlintError as error:
            raise self._locate_error(error, page, overrides) from error

    def locate_error(self, error: PlainlintError, rule_id: str) -> PlainlintError:
        """Return an error that a rule raised when it ran, with the place of the wrong key."""
        return self._locate_error(error, self.pages[rule_id], self.config.rule)

    def _locate_error(
        self, error: PlainlintError, page: Page, overrides: RuleOverrides
    ) -> PlainlintError:
        place = f"{page.path}:{page.find_line(error.key)}"
        if page.id in overrides and (has_key(overrides[page.id], error.key) or not error.key):
            place = locate_setting(self.config.origin, "rule", page.id, error.key)
        return PlainlintError(f"{place}: {page.id}: {error}")

    def _validate_lang(self) -> None:
        known = {ENGLISH, *self.page_files.languages}
        if self.config.lang and self.config.lang not in known:
            raise PlainlintError(
                f"there are no messages in {self.config.lang!r}; choose one of: "
                f"{', '.join(sorted(known))} (--lang or {self.config.origin or 'lang'})"
            )

    def _validate_rule_names(self, names: Iterable[str], overrides: RuleOverrides) -> None:
        origin = self.config.origin
        where = f" (--select, --ignore or {origin})" if origin else ""
        for name in names:
            if name not in self.rule_names:
                hint = format_suggestion(name, self.rule_names)
                raise PlainlintError(f"unknown rule '{name}'{hint}{where}")
        for name in overrides:
            if name not in self.pages:
                place = locate_setting(origin, "rule", name)
                hint = format_suggestion(name, self.pages)
                raise PlainlintError(f"{place}: unknown rule '{name}'{hint}")
