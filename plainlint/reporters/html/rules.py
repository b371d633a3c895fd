"""The rules' pages: what each looks for, why it matters and what to do, rendered."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

import yaml
from markupsafe import Markup

from plainlint.core.audiences import AUDIENCES
from plainlint.document.model import BlockKind
from plainlint.document.readers import parse
from plainlint.reporters.html.layout import INDEX, Layout, get_rule_anchor
from plainlint.reporters.html.marks import escape_text
from plainlint.reporters.html.templating import render_body, render_file
from plainlint.reporters.html.text import render_code, render_text
from plainlint.rulebook.facts import (
    format_settings_snippet,
    group_limits_by_tier,
    list_audiences,
    list_severities,
    make_suppression_comments,
)
from plainlint.rulebook.page import Page
from plainlint.rulebook.rule import Rule

_MARKED_SPAN = re.compile("«[^«»]*»")
Numbers = tuple[float | None, ...]


class RuleView(NamedTuple):
    """A rule as its page shows it.

    Attributes:
        check: the verb's name, as its page has it.
        place: its place on a page of all rules.
        severities: how bad its findings are, worst first.
        readers: whose documents it looks at.
        limits: a row for each tier, with a number for each audience.
        about: the first paragraph of its page.
        text: the body of its page.
        looks_for: the settings of its check, as its page may have them.
        changing: lines of a configuration file that change it.
        hiding: the comments that hide what it finds; empty if none can.
    """

    rule: Rule
    check: str
    place: str
    severities: list[str]
    readers: list[str]
    limits: list[tuple[str, Numbers]]
    about: Markup
    text: Markup
    source: str
    looks_for: str
    changing: str
    hiding: list[str]

    @property
    def folder(self) -> str:
        """The folder that its page is in."""
        return self.rule.id.rpartition("/")[0]


def build_rule_views(
    rules: Mapping[str, Rule], pages: Mapping[str, Page], prefix: str = ""
) -> list[RuleView]:
    """All rules, sorted by id; each id in their HTML begins with `prefix`."""
    return [_build_view(rule, pages[rule_id], prefix) for rule_id, rule in sorted(rules.items())]


def _build_view(rule: Rule, page: Page, prefix: str) -> RuleView:
    document = parse(page.body, str(page.path))
    blocks = document.blocks
    # The title stands above the page already.
    if blocks and blocks[0].kind is BlockKind.HEADING:
        document = document._replace(blocks=blocks[1:])
    return RuleView(
        rule,
        page.policy["check"],
        get_rule_anchor(rule.id),
        list_severities(rule),
        list_audiences(rule),
        [
            (tier, tuple(map(numbers.get, AUDIENCES)))
            for tier, numbers in group_limits_by_tier(rule).items()
        ],
        render_text(document._replace(blocks=document.blocks[:1])),
        render_text(document, prefix=prefix, shown=_render_example),
        str(page.policy.get("source", "")),
        _dump_settings(rule),
        format_settings_snippet(rule, page),
        make_suppression_comments(rule),
    )


def _dump_settings(rule: Rule) -> str:
    if not rule.settings:
        return ""
    return yaml.safe_dump(dict(rule.settings), allow_unicode=True, sort_keys=False, width=90)


def _render_example(caption: str, code: str) -> str:
    """An example with what the rule finds in it marked; other code as it is."""
    words = caption.split()
    kind = next((kind for kind in ("bad", "good") if kind in words), "")
    if not kind:
        return render_code(caption, code)
    readers = " and ".join(word for word in words if word in AUDIENCES) or "general"
    found = _MARKED_SPAN.sub(lambda match: f"<mark>{match[0]}</mark>", escape_text(code))
    label = f"{kind.title()}, for {readers} readers"
    return f'<pre class="{kind}"><b>{label}</b>\n<code>{found}</code></pre>'


_LAYOUT = Layout(roots=(INDEX,), folder="")
_FOLDER = "rules/"


def get_rule_file(rule_id: str) -> str:
    """The file of a rule's page, relative to the handbook's folder."""
    return _LAYOUT.get_file(_FOLDER + rule_id)


INDEX_FILE = _LAYOUT.get_file(INDEX)


def render_rule_site(
    rules: Mapping[str, Rule], pages: Mapping[str, Page]
) -> Iterator[tuple[str, str]]:
    """The files of the handbook, each with its HTML, the index last."""
    views = build_rule_views(rules, pages)
    for view in views:
        here = _FOLDER + view.rule.id
        content = render_body("rule", _LAYOUT, here, view=view)
        html = render_file(_LAYOUT, here, view.rule.title, {here: content}, frame="handbook")
        yield get_rule_file(view.rule.id), html
    content = render_body(
        "handbook_index", _LAYOUT, INDEX, folder_of_rules=_FOLDER, **_build_index(views)
    )
    yield INDEX_FILE, render_file(_LAYOUT, INDEX, "Rules", {INDEX: content}, frame="handbook")


def _build_index(views: list[RuleView]) -> Mapping[str, object]:
    groups = groupby(views, key=lambda view: view.folder)
    return {
        "views": views,
        "groups": [(folder, list(of_folder)) for folder, of_folder in groups],
        "checks": sorted({view.check for view in views}),
    }
