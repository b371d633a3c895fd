"""html: a report for editors, safe to open anywhere: an index, a page a document, terms, rules."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from plainlint.analysis.glossary.mentions import Mention
from plainlint.analysis.glossary.model import Glossary
from plainlint.core.audiences import Limits
from plainlint.engine.result import Result, grade
from plainlint.reporters.html.document import build_document_page
from plainlint.reporters.html.layout import GLOSSARY, INDEX, RULES, Layout
from plainlint.reporters.html.overview import Overview
from plainlint.reporters.html.rules import build_rule_views
from plainlint.reporters.html.summary import (
    DocumentSummary,
    collect_term_uses,
    count_findings_by_rule,
    find_mentions,
    get_review,
)
from plainlint.reporters.html.templating import render_body, render_file
from plainlint.reporters.html.terms import build_term_rows
from plainlint.reporters.html.work_items import gather_work_items
from plainlint.rulebook.page import Page
from plainlint.rulebook.rule import Rule
from plainlint.run.comparison import DocumentDelta


class HtmlSite(NamedTuple):
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

    def render_document(
        self, result: Result, page: str, roles: Mapping[str, Rule], change: DocumentDelta | None
    ) -> tuple[DocumentSummary, Markup]:
        """What the index keeps of a result, and the HTML of its page.

        `page` is the page's name, `roles` the rules that ran on the document by their roles.
        """
        grading = grade(result, roles.get("grade"))
        hard = roles.get("hard sentences")
        found = gather_work_items(result, hard.limits[result.audience] if hard else Limits())
        mentions: tuple[Mention, ...] = ()
        terms = roles.get("terms")
        if terms and terms.applies_to(result.audience, result.language):
            mentions = find_mentions(result, self.glossary, terms)
        entry = DocumentSummary(
            page,
            result.path,
            result.document.front_matter.get_text("title") or result.path,
            result.audience,
            grading,
            result.measures.counts,
            bool(result.measures.uncertain),
            count_findings_by_rule(result),
            found.hard,
            sum(each.rule == terms.id for each in result.diagnostics) if terms else 0,
            get_review(result, roles.get("reviews"), self.today),
            collect_term_uses(result, mentions, self.glossary),
            change,
            result.document.source.problem,
        )
        view = build_document_page(result, entry, found, mentions, self.layout.get_id_prefix(page))
        return entry, render_body("document", self.layout, page, page=view)

    def render_index(self, overview: Overview) -> Markup:
        """The HTML of the first page."""
        return render_body("index", self.layout, INDEX, **overview.get_template_values())

    def render_terms(self, entries: tuple[DocumentSummary, ...]) -> Markup:
        """The HTML of the page of terms."""
        return render_body("glossary", self.layout, GLOSSARY, terms=build_term_rows(entries))

    def render_rules(self, rules: Mapping[str, Rule], pages: Mapping[str, Page]) -> Markup:
        """The HTML of the page of rules."""
        views = build_rule_views(rules, pages, self.layout.get_id_prefix(RULES))
        return render_body("rules", self.layout, RULES, views=views)

    def render_page(self, page: str, title: str, content: Markup) -> str:
        """One page as a file of its own."""
        return render_file(self.layout, page, title, {page: content}, self.stamp)

    def render_single_file(self, title: str, contents: Mapping[str, Markup]) -> str:
        """All pages, by their names, in one file."""
        return render_file(self.layout, INDEX, title, contents, self.stamp)
