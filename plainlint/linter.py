"""The linter: a configuration made ready, then one document after the other."""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from plainlint.audiences import Audiences
from plainlint.check_loader import Check, check_names
from plainlint.checklists import lint_with_checklists
from plainlint.checks import Context
from plainlint.config import Changes, Config, PathConfig, has_key, merge_tables
from plainlint.config_file import setting_place
from plainlint.diagnostics import Diagnostic, Suppressed
from plainlint.engine import in_text_order, lint
from plainlint.entry_points import package_folders
from plainlint.errors import PlainlintError
from plainlint.fingerprints import digest
from plainlint.glossary.load import default_glossary, load_glossary
from plainlint.glossary.model import Glossary, layered
from plainlint.glossary.plain import plain_of
from plainlint.metrics.measures import measure
from plainlint.model import Directive, Document
from plainlint.nearest import did_you_mean
from plainlint.parse import parse_source
from plainlint.plugins import file_checks, package_checks
from plainlint.result import Result
from plainlint.rule import Rule, make_rule
from plainlint.rulebook import Page, Pages, category, is_named, shipped_folder
from plainlint.source import Source
from plainlint.stopwatch import Stopwatch, timed
from plainlint.suppression import suppress
from plainlint.vale.styles import Styles
from plainlint.version import __version__

GRADE_RULE = "readability/grade-level"
PLAIN_RULE = "plain-language/complex-word"


class _Rules(NamedTuple):
    """The rules that run, and those whose findings they only ask for."""

    running: tuple[Rule, ...]
    consulted: tuple[Rule, ...]


class Linter:
    """Rules, glossary and audiences of one configuration.

    `today` is what counts as today. With a stopwatch, the time of each stage and rule is taken.
    """

    def __init__(self, config: Config, today: date | None, watch: Stopwatch | None = None) -> None:
        self.config = config
        self.today = today
        self._watch = watch
        self._rules: dict[tuple[int, ...], _Rules] = {}

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

    @cached_property
    def setup(self) -> str:
        """A digest of all that decides what is found: rules, settings, glossary and version."""
        config = self.config
        settings = (config.select, config.ignore, config.enable, config.rule, config.per_path)
        code = [path.read_bytes() for path in config.checks if config.plugins]
        audiences = (config.default_audience, config.audience_aliases)
        files = [path.read_bytes() for rule in self.every_rule.values() for path in rule.files]
        policies = {rule_id: page.policy for rule_id, page in sorted(self.pages.items())}
        return digest(
            __version__,
            repr(settings),
            repr(audiences),
            repr(policies),
            repr(self.glossary.terms),
            repr(code),
            repr(files),
        )

    @cached_property
    def glossary(self) -> Glossary:
        """The configuration's glossaries in one."""
        own = [load_glossary(path) for path in self.config.glossary]
        if not self.config.default_glossary:
            return layered(own)
        return layered([default_glossary(), *own]) if own else default_glossary()

    def lint(self, source: Source) -> Result:
        """Parse and check one source."""
        joined, parser = self.config.list_sentences == "joined", self.config.parser
        document = timed(
            self._watch,
            "read Markdown",
            lambda: parse_source(source, join_lists=joined, parser=parser),
        )
        matching = self.config.matching(source.path)
        front_matter = document.front_matter
        audiences = self.audiences(matching)
        context = Context(
            document.source,
            audiences.resolve(front_matter.text(audiences.key)),
            audiences,
            front_matter.text("language") or "en",
            timed(self._watch, "count words", lambda: measure(document)),
            self.glossary,
            self._plain_words(matching),
            self.today,
            self.rule_names,
        )
        try:
            found, suppressed = self._told(document, self._rules_of(matching), context)
        except PlainlintError as error:
            if error.rule:
                page = self.pages[error.rule]
                raise self._placed(error, page, self.config.rule) from error
            raise
        return Result(
            document, context.audience, context.language, context.measures, found, suppressed
        )

    def _told(
        self, document: Document, rules: _Rules, context: Context
    ) -> tuple[tuple[Diagnostic, ...], tuple[Suppressed, ...]]:
        """The findings to tell, and those that the document asks not to be told.

        What is said of directives can't be suppressed by them; whether one is of use is known
        only when all other rules have run.
        """
        about = [rule for rule in rules.running if rule.check.node is Directive]
        others = tuple(rule for rule in rules.running if rule not in about)
        found = lint_with_checklists(document, others, rules.consulted, context, self._watch)
        if not document.directives:
            return found, ()
        ran = {rule.id for rule in rules.running}
        usual = {rule for rule, page in self.pages.items() if not page.policy.get("optional")}
        idle = {part for rule in usual - ran for part in (rule, category(rule))}
        sifted = suppress(found, document, frozenset(idle) | self._unknown(document))
        said = lint(document, about, replace(context, unused=sifted.unused), self._watch)
        return tuple(sorted((*sifted.kept, *said), key=in_text_order)), sifted.suppressed

    def _unknown(self, document: Document) -> frozenset[str]:
        """The names in a document's directives that no rule or category has."""
        named = {name.text for each in document.directives for name in each.names}
        return frozenset(named - self.rule_names)

    def audiences(self, matching: Iterable[int] = ()) -> Audiences:
        """The audience names, with the default of the last path setting that has one."""
        default = self.config.default_audience
        for index in matching:
            default = self.config.per_path[index].default_audience or default
        return Audiences(self.config.audience_aliases, default)

    def rules(self, matching: tuple[int, ...] = ()) -> tuple[Rule, ...]:
        """The rules that run where these path settings (by index) apply, sorted by id."""
        return self._rules_of(matching).running

    def _rules_of(self, matching: tuple[int, ...]) -> _Rules:
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

    def _plain_words(self, matching: tuple[int, ...]) -> Mapping[str, str]:
        """The plain words of the rule on hard ones, if it runs and another rule asks for them."""
        rules = self.rules(matching)
        lists = next((rule.settings for rule in rules if rule.id == PLAIN_RULE), None)
        if lists is None or not any("plain_words" in rule.check.context for rule in rules):
            return {}
        own = tuple(lists.get("own", {}).items())
        return plain_of(lists["verbs"], lists["nouns"], lists["others"], own)

    def grade_rule(self, path: str) -> Rule | None:
        """The rule whose limits grade the document at `path`; None if it does not run there."""
        return next((rule for rule in self.rules_for(path) if rule.id == GRADE_RULE), None)

    def _make_rules(self, settings: list[PathConfig]) -> _Rules:
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
        return _Rules(running, consulted)

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
