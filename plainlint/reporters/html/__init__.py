"""html: a report for editors, safe to open anywhere: an index, a page a document, terms, rules."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from plainlint.analysis.glossary.mentions import Mention
from plainlint.analysis.glossary.model import Glossary
from plainlint.core.audiences import Limits
from plainlint.engine.linter import GRADE_RULE
from plainlint.engine.result import Result, grade
from plainlint.reporters.html.document import document_page
from plainlint.reporters.html.layout import GLOSSARY, INDEX, RULES, Layout
from plainlint.reporters.html.overview import Overview
from plainlint.reporters.html.rules import rule_views
from plainlint.reporters.html.summary import (
    HARD_RULE,
    REVIEW_RULE,
    TERMS_RULE,
    Entry,
    counted_findings,
    mentions_of,
    review_of,
    terms_of,
)
from plainlint.reporters.html.templating import body, shell
from plainlint.reporters.html.terms import term_rows
from plainlint.reporters.html.work_items import places
from plainlint.rulebook.page import Page
from plainlint.rulebook.rule import Rule
from plainlint.run.comparison import Change


class Book(NamedTuple):
    """What all pages of one report share.

    Attributes:
        layout: where pages and the places in them are.
        glossary: whose terms are shown.
        today: the day by which reviews are overdue; None judges none.
        stamp: a line about the run for the foot of each page, or empty.
    """

    layout: Layout
    glossary: Glossary
    today: date | None
    stamp: str = ""

    def document(
        self, result: Result, page: str, rules: Mapping[str, Rule], change: Change | None
    ) -> tuple[Entry, Markup]:
        """What the index keeps of a result, and the HTML of its page.

        `page` is the page's name, `rules` the rules that ran on the document by their ids.
        """
        grading = grade(result, rules.get(GRADE_RULE))
        hard = rules.get(HARD_RULE)
        found = places(result, hard.limits[result.audience] if hard else Limits())
        mentions: tuple[Mention, ...] = ()
        terms = rules.get(TERMS_RULE)
        if terms and terms.applies(result.audience, result.language):
            mentions = mentions_of(result, self.glossary)
        entry = Entry(
            page,
            result.path,
            result.document.front_matter.text("title") or result.path,
            result.audience,
            grading,
            result.measures.counts,
            bool(result.measures.uncertain),
            counted_findings(result),
            found.hard,
            review_of(result, rules.get(REVIEW_RULE), self.today),
            terms_of(result, mentions, self.glossary),
            change,
            result.document.source.problem,
        )
        view = document_page(result, entry, found, mentions, self.layout.prefix(page))
        return entry, body("document", self.layout, page, page=view)

    def first_page(self, overview: Overview) -> Markup:
        """The HTML of the first page."""
        return body("index", self.layout, INDEX, **overview.shown())

    def terms(self, entries: tuple[Entry, ...]) -> Markup:
        """The HTML of the page of terms."""
        return body("glossary", self.layout, GLOSSARY, terms=term_rows(entries))

    def rules(self, rules: Mapping[str, Rule], pages: Mapping[str, Page]) -> Markup:
        """The HTML of the page of rules."""
        views = rule_views(rules, pages, self.layout.prefix(RULES))
        return body("rules", self.layout, RULES, views=views)

    def page(self, page: str, title: str, content: Markup) -> str:
        """One page as a file of its own."""
        return shell(self.layout, page, title, {page: content}, self.stamp)

    def whole(self, title: str, contents: Mapping[str, Markup]) -> str:
        """All pages, by their names, in one file."""
        return shell(self.layout, INDEX, title, contents, self.stamp)
