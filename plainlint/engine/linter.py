"""The linter: a configuration made ready, then one document after the other."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property, partial

from plainlint.analysis.glossary.loader import load_default_glossary, load_glossary
from plainlint.analysis.glossary.model import Glossary, merge_glossaries
from plainlint.analysis.glossary.plain_words import NO_PLAIN_WORDS, PlainWords, get_plain_words
from plainlint.analysis.metrics.measures import measure
from plainlint.checks import Context
from plainlint.config.settings import Config
from plainlint.core import __version__
from plainlint.core.audiences import Audiences
from plainlint.core.diagnostics import Diagnostic, SuppressedDiagnostic
from plainlint.core.errors import PlainlintError
from plainlint.core.source import Source
from plainlint.core.timing import Stopwatch, time_work
from plainlint.document.model import Directive, Document
from plainlint.document.readers import parse_source
from plainlint.engine.fingerprints import digest
from plainlint.engine.result import Result
from plainlint.engine.run_rules import get_sort_key, lint, lint_with_checklists
from plainlint.engine.suppression import apply_suppressions
from plainlint.rulebook.page import get_category
from plainlint.rulebook.rule import Rule
from plainlint.rulebook.selection import RuleSet, SelectedRules

GRADE_RULE = "readability/grade-level"
PLAIN_RULE = "plain-language/complex-word"


class Linter(RuleSet):
    """Rules, glossary and audiences of one configuration.

    `today` is what counts as today. With a stopwatch, the time of each stage and rule is taken.
    """

    def __init__(self, config: Config, today: date | None, watch: Stopwatch | None = None) -> None:
        super().__init__(config)
        self.today = today
        self._watch = watch

    @cached_property
    def settings_digest(self) -> str:
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
            return merge_glossaries(own)
        return merge_glossaries([load_default_glossary(), *own]) if own else load_default_glossary()

    def lint(self, source: Source) -> Result:
        """Parse and check one source."""
        config = self.config
        joined = config.list_sentences == "joined"
        read = partial(parse_source, source, join_lists=joined, parser=config.parser)
        document = time_work(self._watch, "read Markdown", read)
        matching = self.config.match_path_configs(source.path)
        front_matter = document.front_matter
        audiences = self.make_audiences(matching)
        context = Context(
            document.source,
            audiences.resolve(front_matter.get_text(audiences.key)),
            audiences,
            front_matter.get_text("language") or "en",
            time_work(self._watch, "count words", lambda: measure(document)),
            self.glossary,
            self._collect_plain_words(matching),
            self.today,
            self.rule_names,
        )
        try:
            found, suppressed = self._lint_and_suppress(
                document, self.select_rules(matching), context
            )
        except PlainlintError as error:
            if error.rule:
                page = self.pages[error.rule]
                raise self._locate_error(error, page, self.config.rule) from error
            raise
        return Result(
            document, context.audience, context.language, context.measures, found, suppressed
        )

    def _lint_and_suppress(
        self, document: Document, rules: SelectedRules, context: Context
    ) -> tuple[tuple[Diagnostic, ...], tuple[SuppressedDiagnostic, ...]]:
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
        idle = {part for rule in usual - ran for part in (rule, get_category(rule))}
        sifted = apply_suppressions(
            found, document, frozenset(idle) | self._find_unknown_names(document)
        )
        said = lint(document, about, context._replace(unused=sifted.unused), self._watch)
        return tuple(sorted((*sifted.kept, *said), key=get_sort_key)), sifted.suppressed

    def _find_unknown_names(self, document: Document) -> frozenset[str]:
        """The names in a document's directives that no rule or category has."""
        named = {name.text for each in document.directives for name in each.names}
        return frozenset(named - self.rule_names)

    def make_audiences(self, matching: Iterable[int] = ()) -> Audiences:
        """The audience names, with the default of the last path setting that has one."""
        default = self.config.default_audience
        for index in matching:
            default = self.config.per_path[index].default_audience or default
        return Audiences(self.config.audience_aliases, default)

    def _collect_plain_words(self, matching: tuple[int, ...]) -> PlainWords:
        """The plain words of the rule on hard ones, if it runs and another rule asks for them."""
        rules = self.get_running_rules(matching)
        lists = next((rule.settings for rule in rules if rule.id == PLAIN_RULE), None)
        if lists is None or not any("plain_words" in rule.check.context for rule in rules):
            return NO_PLAIN_WORDS
        own = tuple(lists.get("own", {}).items())
        return get_plain_words(lists["verbs"], lists["nouns"], lists["others"], own)

    def find_grade_rule(self, path: str) -> Rule | None:
        """The rule whose limits grade the document at `path`; None if it does not run there."""
        return next((rule for rule in self.get_rules_for_path(path) if rule.id == GRADE_RULE), None)
