"""What can be taken away from the page: a Word file with comments, and the report."""

from datetime import date

from plainlint.core.errors import PlainlintError
from plainlint.document.language_tags import get_primary_tag
from plainlint.engine.linter import Linter
from plainlint.engine.result import Result
from plainlint.reporters.cards import make_card
from plainlint.reporters.html import HtmlSite
from plainlint.reporters.html.pages import make_site_builder
from plainlint.reporters.html.templating import Layout
from plainlint.reporters.work_items import choose_limits, gather_work_items
from plainlint.rulebook.rule import map_roles


def make_word_file(result: Result, linter: Linter) -> bytes:
    """Return a Word file of a text, with what to do as comments.

    Raises:
        PlainlintError: the package for Word files is missing.
    """
    try:
        from plainlint.reporters.word_document import write_word_document
    except ImportError as error:
        message = "Word files need one more package: pip install 'plainlint[docx]'"
        raise PlainlintError(message) from error
    rules = linter.rule_set.get_rules_for_path(result.path, result.language)
    limits = choose_limits(result, map_roles(rules, result.language))
    by_id = {rule.id: rule for rule in rules}
    items = gather_work_items(result, limits).all
    language = linter.config.lang or get_primary_tag(result.language)
    return write_word_document(result, [make_card(item, by_id, language) for item in items])


def make_report_file(result: Result, linter: Linter, today: date | None) -> str:
    """Return the report on a text as one HTML file."""
    site = HtmlSite(Layout(alone=True), linter.get_glossary, today, lang=linter.config.lang)
    builder = make_site_builder(linter, site, [result.path], None)
    return builder.render_alone(builder.build_result(result, linter))
