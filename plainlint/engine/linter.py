"""The linter: check documents one after the other with one configuration, loaded once."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from plainlint.analysis.glossary.accepted_words import (
    AcceptedWords,
    load_word_list,
    make_accepted_words,
)
from plainlint.analysis.glossary.explaining_tables import find_defined_blocks
from plainlint.analysis.glossary.introduced import find_introduced_words
from plainlint.analysis.glossary.loader import load_default_glossary, load_glossary
from plainlint.analysis.glossary.model import Glossary, LinkTemplate, merge_glossaries
from plainlint.analysis.glossary.plain_words import (
    NO_PLAIN_WORDS,
    PlainWords,
    WordLists,
    get_plain_words,
)
from plainlint.analysis.metrics.measures import Measures, measure
from plainlint.checks import Context
from plainlint.config.settings import Config
from plainlint.core.audiences import DEFAULT_AUDIENCE, Audiences
from plainlint.core.diagnostics import Diagnostic, SuppressedDiagnostic
from plainlint.core.errors import PlainlintError
from plainlint.core.source import Source
from plainlint.core.timing import NO_STOPWATCH, Stopwatch
from plainlint.document.language_tags import get_primary_tag, read_country
from plainlint.document.model import Directive, Document
from plainlint.document.readers import parse_again
from plainlint.document.readers.raw_block import RawDocument
from plainlint.engine.fingerprints import Fingerprints
from plainlint.engine.groups import group_findings
from plainlint.engine.places import Places
from plainlint.engine.recall import Kept, Recall
from plainlint.engine.result import GradedResult, Result, grade
from plainlint.engine.run_rules import (
    DocumentRun,
    get_sort_key,
    run_rules,
    run_rules_in_order,
)
from plainlint.engine.suppression import apply_suppressions
from plainlint.languages.files import ENGLISH
from plainlint.rulebook.page import get_category
from plainlint.rulebook.rule import Role, Rule
from plainlint.rulebook.selection import RuleSet, SelectedRules


class Linter:
    """Checks documents by the rules, glossary and audiences of one configuration.

    Attributes:
        config: the settings.
        rule_set: the rules of these settings.
        today: the date that counts as today; None if results must not depend on it.
    """

    def __init__(self, config: Config, today: date | None, watch: Stopwatch = NO_STOPWATCH) -> None:
        self.config = config
        self.rule_set = RuleSet(config)
        self.today = today
        self._watch = watch
        self._glossaries: dict[str, Glossary] = {}

    @property
    def glossary(self) -> Glossary:
        """The glossary for documents in English."""
        return self.get_glossary(ENGLISH)

    def get_glossary(self, language: str) -> Glossary:
        """Return the glossary for documents in a language, given as an IETF tag."""
        tag = get_primary_tag(language)
        if tag not in self._glossaries:
            self._glossaries[tag] = self._load_glossary(tag)
        return self._glossaries[tag]

    def _load_glossary(self, language: str) -> Glossary:
        """Return the built-in glossary of a language and those of the configuration as one."""
        layers = [load_default_glossary(language)] if self.config.default_glossary else []
        layers += [load_glossary(path) for path in self.config.glossary]
        if self.config.link_form:
            layers.append(Glossary(forms=(LinkTemplate("", self.config.link_form),)))
        return layers[0] if len(layers) == 1 else merge_glossaries(layers)

    @cached_property
    def accepted(self) -> AcceptedWords:
        """The words of the configuration's lists, and the names of the publisher."""
        words = tuple(word for path in self.config.accept for word in load_word_list(path))
        return make_accepted_words(words, self.config.publisher)

    def prepare(self) -> None:
        """Read the rules and the glossary now, so that errors in them come before any document.

        Raises:
            PlainlintError: a rule page, the configuration or a glossary is wrong.
        """
        self.rule_set.get_running_rules()
        _ = self.glossary
        _ = self.accepted

    def lint(self, source: Source) -> Result:
        """Parse and check one document.

        Raises:
            PlainlintError: a rule page or the configuration is wrong.
        """
        return self.lint_again(source, None)[0]

    def lint_again(self, source: Source, earlier: Kept | None) -> tuple[Result, Kept]:
        """Parse and check one document, with what an earlier check of it kept for this one.

        The result is the same as without; it takes less time.

        Raises:
            PlainlintError: a rule page or the configuration is wrong.
        """
        config, rule_set = self.config, self.rule_set
        document, raw = self._parse(source, earlier.raw if earlier else None)
        measures = self._measure(document)
        matching = config.match_path_configs(source.path)
        audiences = self.make_audiences(matching)
        front_matter = document.front_matter
        context = Context(
            source=document.source,
            audience=audiences.resolve(
                front_matter.get_texts(audiences.choose_key(front_matter.get_texts))
            ),
            audiences=audiences,
            language=document.language,
            measures=measures,
            glossary=self.get_glossary(document.language),
            plain_words=self._collect_plain_words(matching, document.language),
            today=self.today,
            accepted=self.accepted,
            rule_names=rule_set.rule_names,
            titles=document.titles,
            introduced=find_introduced_words(document),
            defined_blocks=find_defined_blocks(document),
            country=read_country(document.language) or config.country,
        )
        places = Places(document)
        recall = Recall(document, context, earlier)
        run = DocumentRun(document, recall, Fingerprints(places), self._watch)
        try:
            rules = rule_set.select_rules(matching, document.language)
            diagnostics, suppressed = self._run_and_suppress(run, rules, context)
        except PlainlintError as error:
            if error.rule:
                raise rule_set.locate_error(error, error.rule) from error
            raise
        result = Result(
            document=document,
            audience=context.audience,
            language=context.language,
            measures=measures,
            diagnostics=group_findings(diagnostics, places),
            suppressed=suppressed,
        )
        return result, recall.get_kept(raw)

    def lint_and_grade(self, source: Source) -> GradedResult:
        """Check one document, and grade it by the limits of the rule with the role `grade`."""
        return self.grade(self.lint(source))

    def grade(self, result: Result) -> GradedResult:
        """Grade a document by the limits of the rule with the role `grade`."""
        rule = self.find_rule("grade", result.path, result.language)
        return GradedResult(result, grade(result, rule))

    def complete(self, result: Result, source: Source) -> Result:
        """Return a result from the cache with its blocks and sentences, which are read again."""
        document, _ = self._parse(source, None)
        return result._replace(document=document, measures=self._measure(document))

    def _parse(self, source: Source, earlier: RawDocument | None) -> tuple[Document, RawDocument]:
        with self._watch.time("read Markdown"):
            joined = self.config.list_sentences == "joined"
            return parse_again(source, earlier, join_lists=joined, parser=self.config.parser)

    def _measure(self, document: Document) -> Measures:
        with self._watch.time("count words"):
            return measure(document)

    def _run_and_suppress(
        self, run: DocumentRun, rules: SelectedRules, context: Context
    ) -> tuple[tuple[Diagnostic, ...], tuple[SuppressedDiagnostic, ...]]:
        """Return the findings that count, and those that the document's comments suppress.

        Comments can't suppress findings about comments. These rules run last: only then do we know
        which comments suppressed something.
        """
        on_directives = [rule for rule in rules.running if rule.check.node is Directive]
        others = tuple(rule for rule in rules.running if rule not in on_directives)
        diagnostics = run_rules_in_order(run, rules._replace(running=others), context)
        document = run.document
        if not document.directives:
            return diagnostics, ()
        document = self._update_rule_names(document)
        running = {rule.id for rule in rules.running}
        pages = self.rule_set.pages
        usual = {rule for rule, page in pages.items() if not page.policy.get("optional")}
        idle = {name for rule in usual - running for name in (rule, get_category(rule))}
        unknown = self._find_unknown_names(document)
        suppression = apply_suppressions(diagnostics, document, frozenset(idle) | unknown)
        context = context._replace(unused=suppression.unused)
        about_directives = run_rules(run._replace(document=document), on_directives, context)
        kept = sorted((*suppression.kept, *about_directives), key=get_sort_key)
        return tuple(kept), suppression.suppressed

    def _update_rule_names(self, document: Document) -> Document:
        """Return the document with the present ids of rules in its directives."""
        if not self._find_unknown_names(document):
            return document
        former = self.rule_set.former_ids
        return document._replace(
            directives=tuple(
                directive._replace(
                    names=tuple(
                        name._replace(text=former.get(name.text, name.text))
                        for name in directive.names
                    )
                )
                for directive in document.directives
            )
        )

    def _find_unknown_names(self, document: Document) -> frozenset[str]:
        """Return the names in a document's directives that no rule or category has."""
        names = {name.text for directive in document.directives for name in directive.names}
        return frozenset(names - self.rule_set.rule_names)

    def make_audiences(self, matching: Iterable[int] = ()) -> Audiences:
        """Return the audience names, with the default of the last path setting that has one."""
        default = self.config.default_audience
        for index in matching:
            default = self.config.per_path[index].default_audience or default
        return Audiences(
            self.config.audience_aliases,
            default or DEFAULT_AUDIENCE,
            is_default_chosen=default is not None,
        )

    def find_plain_words(self, path: str, language: str) -> PlainWords:
        """Return the lists of the plain-words rule, if it runs on the document at `path`."""
        return _read_plain_words(self.find_rule("plain words", path, language), language)

    def _collect_plain_words(self, matching: tuple[int, ...], language: str) -> PlainWords:
        """Return the lists of the plain-words rule, if it runs and another rule asks for them."""
        rules = self.rule_set.get_running_rules(matching, language)
        rule = next((rule for rule in rules if rule.role == "plain words"), None)
        is_asked_for = any("plain_words" in rule.check.context for rule in rules)
        return _read_plain_words(rule if is_asked_for else None, language)

    def find_rule(self, role: Role, path: str, language: str) -> Rule | None:
        """Return the rule that has a role for the document at `path`; None if it does not run."""
        rules = self.rule_set.get_rules_for_path(path, language)
        return next((rule for rule in rules if rule.role == role and rule.is_for(language)), None)


def _read_plain_words(rule: Rule | None, language: str) -> PlainWords:
    """Return the word lists of the plain-words rule; none without the rule."""
    if rule is None:
        return NO_PLAIN_WORDS
    given = {key: rule.settings[key] for key in WordLists._fields if key in rule.settings}
    own, tag = tuple(given.get("own", {}).items()), get_primary_tag(language)
    return get_plain_words(WordLists(**{**given, "own": own, "language": tag}))
