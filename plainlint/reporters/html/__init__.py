"""html: a report for editors: an index, a page per document, and pages of terms and rules."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from plainlint.analysis.glossary.mentions import Mention
from plainlint.analysis.glossary.model import Glossary
from plainlint.document.language_tags import get_primary_tag
from plainlint.engine.result import Result, grade
from plainlint.languages.phrases import translate
from plainlint.reporters.cards import make_card
from plainlint.reporters.html.charts import MADE_NAMES
from plainlint.reporters.html.document import build_document_view
from plainlint.reporters.html.over_time import OverTimeView, make_namer
from plainlint.reporters.html.overview import Overview
from plainlint.reporters.html.owners import OwnerView
from plainlint.reporters.html.places import number_places
from plainlint.reporters.html.rules import build_rule_views, make_rules_values
from plainlint.reporters.html.summary import (
    DocumentSummary,
    RepeatablePlace,
    collect_term_uses,
    count_findings_of,
    count_sentences_to_rewrite,
    find_mentions,
    get_owners,
    get_review,
)
from plainlint.reporters.html.templating import (
    GLOSSARY,
    INDEX,
    OVER_TIME,
    RULES,
    Layout,
    render_body,
    render_file,
)
from plainlint.reporters.html.terms import make_terms_values
from plainlint.reporters.html.text import render_text
from plainlint.reporters.html.verdict import rank_sentences_to_rewrite
from plainlint.reporters.work_items import choose_limits, gather_work_items
from plainlint.rulebook.page import Page
from plainlint.rulebook.rule import Rule, map_roles
from plainlint.run.comparison import DocumentDelta, note_findings
from plainlint.run.tally import count_findings


class HtmlSite(NamedTuple):
    """What all pages of one report share.

    Attributes:
        layout: the addresses of pages and of anchors in them.
        get_glossary: returns the glossary of a language, the source of the terms shown.
        today: the date that decides which reviews are overdue; None to decide nothing.
        stamp: a line about the run for the footer of each page, or empty.
        lang: the language of fixed words; empty for that of each document, and English elsewhere.
    """

    layout: Layout
    get_glossary: Callable[[str], Glossary]
    today: date | None
    stamp: str = ""
    lang: str = ""

    def render_document(
        self, result: Result, page: str, rules: Mapping[str, Rule], change: DocumentDelta | None
    ) -> tuple[DocumentSummary, Markup]:
        """Return the index entry of a result and the HTML of its page.

        Args:
            page: the name of the page.
            rules: the rules that ran on the document, by id.
            change: the difference from an earlier run, if there is one.
        """
        roles = map_roles(rules.values(), result.language)
        grading = grade(result, roles.get("grade"))
        limits = choose_limits(result, roles)
        needed = count_sentences_to_rewrite(result, roles.get("grade"))
        to_rewrite = rank_sentences_to_rewrite(result, needed)
        items = gather_work_items(result, limits, to_rewrite)
        language = self.choose_language(result.language)
        cards = (make_card(item, rules, language) for item in items.all if item.block is not None)
        places = number_places(result.document, cards, to_rewrite)
        glossary = self.get_glossary(result.language)
        mentions: tuple[Mention, ...] = ()
        terms = roles.get("terms")
        if terms and terms.applies_to(result.audience, result.language):
            mentions = find_mentions(result, glossary, terms)
        numbers = {
            finding.span: place.number for place in places for finding in place.card.item.findings
        }
        summary = DocumentSummary(
            page=page,
            path=result.path,
            title=result.document.front_matter.get_text("title") or result.path,
            audience=result.audience,
            language=result.language,
            grading=grading,
            counts=result.measures.counts,
            uncertain=bool(result.measures.uncertain),
            tally=count_findings(result),
            wrong_readers=count_findings_of(result, roles.get("wrong readers")) > 0,
            repeatable=tuple(
                RepeatablePlace(place.number, place.card.item.line, place.card.item.digest)
                for place in places
                if place.card.item.digest
            ),
            hard=items.hard,
            to_rewrite=needed,
            review=get_review(result, roles.get("reviews"), self.today),
            terms=collect_term_uses(result, mentions, glossary, numbers),
            unexplained_terms=count_findings_of(result, terms),
            change=change,
            problem=result.document.source.problem,
            owners=get_owners(result.document.front_matter),
            findings=note_findings(result.diagnostics),
        )
        prefix = self.layout.get_id_prefix(page)
        text = render_text(result.document, places, prefix, language=language)
        view = build_document_view(result, summary, items, places, rules, text)
        return summary, render_body("document", self.layout, page, language, page=view)

    def choose_language(self, language: str) -> str:
        """Return the language of the fixed words on the page of a document."""
        return self.lang or get_primary_tag(language)

    def say(self, text: str) -> str:
        """Return fixed words in the language of the pages about all documents."""
        return translate(text, self.lang)

    def render_index(
        self, overview: Overview, owners: tuple[OwnerView, ...], over_time: OverTimeView | None
    ) -> Markup:
        """Return the HTML of the index page."""
        values = {
            **overview.get_template_values(self.lang),
            "owners": owners,
            "over_time": over_time,
        }
        return render_body("index", self.layout, INDEX, self.lang, **values)

    def render_owner(self, owner: OwnerView) -> Markup:
        """Return the HTML of the page of an owner."""
        return render_body("owner", self.layout, owner.page, self.lang, owner=owner)

    def render_over_time(self, view: OverTimeView, titles: Mapping[str, str]) -> Markup:
        """Return the HTML of the page "Over time"; `titles` are those of rules, by id."""
        name = make_namer(titles)
        return render_body(
            "over_time",
            self.layout,
            OVER_TIME,
            self.lang,
            view=view,
            name_findings=name,
            made_names=MADE_NAMES,
        )

    def render_terms(self, summaries: tuple[DocumentSummary, ...]) -> Markup:
        """Return the HTML of the page of terms."""
        values = make_terms_values(summaries)
        return render_body("glossary", self.layout, GLOSSARY, self.lang, **values)

    def render_rules(self, rules: Mapping[str, Rule], pages: Mapping[str, Page]) -> Markup:
        """Return the HTML of the page of rules."""
        views = build_rule_views(rules, pages, self.layout.get_id_prefix(RULES), self.lang)
        return render_body("rules", self.layout, RULES, self.lang, **make_rules_values(views))

    def render_page(self, page: str, title: str, content: Markup, language: str = "") -> str:
        """Return the HTML file of one page; `language` is that of its document, if it has one."""
        said = self.choose_language(language)
        return render_file(
            self.layout, page, title, {page: content}, stamp=self.stamp, language=said
        )

    def render_single_file(self, title: str, contents: Mapping[str, Markup]) -> str:
        """Return one HTML file with all pages; `contents` is by page name."""
        return render_file(
            self.layout, INDEX, title, contents, stamp=self.stamp, language=self.lang
        )
