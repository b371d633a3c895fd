"""A handbook of rules as HTML: a page for each rule, and an index by folder with a search."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from plainlint.reporters.html.layout import INDEX, Layout
from plainlint.reporters.html.rules import RuleView, rule_views
from plainlint.reporters.html.templating import body, shell
from plainlint.rulebook.page import Page
from plainlint.rulebook.rule import Rule

_LAYOUT = Layout(roots=(INDEX,), folder="")
_FOLDER = "rules/"


def rule_file(rule_id: str) -> str:
    """The file of a rule's page, relative to the handbook's folder."""
    return _LAYOUT.file(_FOLDER + rule_id)


INDEX_FILE = _LAYOUT.file(INDEX)


def rule_site(rules: Mapping[str, Rule], pages: Mapping[str, Page]) -> Iterator[tuple[str, str]]:
    """The files of the handbook, each with its HTML, the index last."""
    views = rule_views(rules, pages)
    for view in views:
        here = _FOLDER + view.rule.id
        content = body("rule", _LAYOUT, here, view=view)
        html = shell(_LAYOUT, here, view.rule.title, {here: content}, frame="handbook")
        yield rule_file(view.rule.id), html
    content = body("handbook_index", _LAYOUT, INDEX, folder_of_rules=_FOLDER, **_index(views))
    yield INDEX_FILE, shell(_LAYOUT, INDEX, "Rules", {INDEX: content}, frame="handbook")


def _index(views: list[RuleView]) -> Mapping[str, object]:
    groups = groupby(views, key=lambda view: view.folder)
    return {
        "views": views,
        "groups": [(folder, list(of_folder)) for folder, of_folder in groups],
        "checks": sorted({view.check for view in views}),
    }
