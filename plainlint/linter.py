"""The linter: a configuration made ready, then one document after the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

from plainlint.audiences import Audiences
from plainlint.checks import Context
from plainlint.config import Changes, Config, PathConfig, merge_tables
from plainlint.config_file import setting_place
from plainlint.diagnostics import Diagnostic
from plainlint.engine import lint
from plainlint.errors import PlainlintError
from plainlint.glossary.load import default_glossary, load_glossary
from plainlint.glossary.model import Glossary, layered
from plainlint.glossary.plain import plain_of
from plainlint.metrics.measures import Measures, measure
from plainlint.model import Document
from plainlint.nearest import did_you_mean
from plainlint.parse import parse_source
from plainlint.rule import Rule, make_rule
from plainlint.rulebook import Page, read_pages, shipped_folder
from plainlint.source import Source

GRADE_RULE = "readability/grade-level"
PLAIN_RULE = "plain-language/complex-word"


@dataclass(frozen=True, slots=True)
class Result:
    """What one document came to.

    Attributes:
        document: its text and prose.
        audience: whom it was judged for.
        language: its declared language, `en` if it has none.
        measures: its counts and scores.
        diagnostics: the findings, in text order.
    """

    document: Document
    audience: str
    language: str
    measures: Measures
    diagnostics: tuple[Diagnostic, ...]

    @property
    def path(self) -> str:
        """The path by which the document was named."""
        return self.document.source.path

    def summary(self) -> "Result":
        """The result without blocks and sentences: what a report over many documents keeps."""
        document = Document(self.document.source, self.document.front_matter, ())
        return replace(self, document=document, measures=self.measures.summary())


class Linter:
    """Rules, glossary and audiences of one configuration; `today` is what counts as today."""

    def __init__(self, config: Config, today: date | None) -> None:
        self.config = config
        self.today = today
        self._rules: dict[tuple[int, ...], tuple[Rule, ...]] = {}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """All rule pages by id: shipped ones, and those of the configuration's folders."""
        folders = (shipped_folder(), *self.config.rules)
        return {page.id: page for folder in folders for page in read_pages(folder)}

    @cached_property
    def glossary(self) -> Glossary:
        """The configuration's glossaries in one."""
        own = [load_glossary(path) for path in self.config.glossary]
        if not self.config.default_glossary:
            return layered(own)
        return layered([default_glossary(), *own]) if own else default_glossary()

    def lint(self, source: Source) -> Result:
        """Parse and check one source."""
        document = parse_source(source, join_lists=self.config.list_sentences == "joined")
        matching = self._matching(source.path)
        front_matter = document.front_matter
        audiences = self.audiences(matching)
        context = Context(
            document.source,
            audiences.resolve(front_matter.text(audiences.key)),
            audiences,
            front_matter.text("language") or "en",
            measure(document),
            self.glossary,
            self._plain_words(matching),
            self.today,
        )
        found = lint(document, self.rules(matching), context)
        return Result(document, context.audience, context.language, context.measures, found)

    def audiences(self, matching: Iterable[int] = ()) -> Audiences:
        """The audience names, with the default of the last path setting that has one."""
        default = self.config.default_audience
        for index in matching:
            default = self.config.per_path[index].default_audience or default
        return Audiences(self.config.audience_aliases, default)

    def rules(self, matching: tuple[int, ...] = ()) -> tuple[Rule, ...]:
        """The rules that run where these path settings (by index) apply, sorted by id."""
        if matching not in self._rules:
            self._rules[matching] = self._make_rules([self.config.per_path[i] for i in matching])
        return self._rules[matching]

    def rules_for(self, path: str) -> tuple[Rule, ...]:
        """The rules that run on the document at `path`."""
        return self.rules(self._matching(path))

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

    def _make_rules(self, settings: list[PathConfig]) -> tuple[Rule, ...]:
        select, ignore, changes = self.config.select, self.config.ignore, self.config.rule
        for setting in settings:
            select = setting.select if setting.select is not None else select
            ignore = (*ignore, *setting.ignore)
            changes = merge_tables(changes, setting.rule)
        self._check_names((*select, *ignore), changes)
        return tuple(
            self._make(page, changes)
            for rule_id, page in sorted(self.pages.items())
            if (not select or _named(rule_id, select)) and not _named(rule_id, ignore)
        )

    def _make(self, page: Page, changes: Changes) -> Rule:
        try:
            return make_rule(page, changes.get(page.id, {}))
        except PlainlintError as error:
            if page.id in changes:
                where = setting_place(self.config.origin, "rule", page.id, error.key)
            else:
                where = f"{page.path}:{page.lines.get(error.key, 1)}"
            raise PlainlintError(f"{where}: {page.id}: {error}") from error

    def _check_names(self, names: Iterable[str], changes: Changes) -> None:
        known = {rule_id.partition("/")[0] for rule_id in self.pages} | self.pages.keys()
        where = f" (--select, --ignore or {self.config.origin})" if self.config.origin else ""
        for name in names:
            if name not in known:
                raise PlainlintError(f"unknown rule '{name}'{did_you_mean(name, known)}{where}")
        for name in changes:
            if name not in self.pages:
                place = setting_place(self.config.origin, "rule", name)
                hint = did_you_mean(name, self.pages)
                raise PlainlintError(f"{place}: unknown rule '{name}'{hint}")

    def _matching(self, path: str) -> tuple[int, ...]:
        """The indexes of the path settings whose pattern matches a document's path."""
        if not self.config.per_path:
            return ()
        absolute = Path(path).absolute()
        root = self.config.root.absolute()
        relative = absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path
        patterns = [setting.pattern for setting in self.config.per_path]
        return tuple(i for i, pattern in enumerate(patterns) if fnmatchcase(relative, pattern))


def _named(rule_id: str, names: Iterable[str]) -> bool:
    """Whether names hold the rule or its category."""
    return any(rule_id == name or rule_id.startswith(name + "/") for name in names)
