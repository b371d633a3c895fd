"""Pages of rules: what each rule looks for, why it matters and what to do."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple

import yaml
from markupsafe import Markup

from plainlint.core.audiences import AUDIENCES
from plainlint.document.model import BlockKind
from plainlint.document.readers import parse
from plainlint.languages.phrases import translate
from plainlint.reporters.html.choices import Choice, capitalise
from plainlint.reporters.html.marks import escape_text
from plainlint.reporters.html.templating import (
    INDEX,
    Layout,
    get_rule_anchor,
    render_body,
    render_file,
)
from plainlint.reporters.html.text import render_code, render_text
from plainlint.rulebook.facts import (
    format_settings_snippet,
    group_limits_by_tier,
    is_off,
    list_audiences,
    list_severities,
    make_suppression_comments,
)
from plainlint.rulebook.page import Page
from plainlint.rulebook.rule import Rule
from plainlint.rulebook.wcag import Criterion, list_criteria

_MARKED_SPAN = re.compile("«[^«»]*»")
Numbers = tuple[float | None, ...]


class RuleView(NamedTuple):
    """A rule as its page shows it.

    Attributes:
        check: the name of its check.
        anchor: its anchor on a page of all rules.
        severities: the severities of its findings, worst first.
        is_off: whether it runs only where the settings select it.
        readers: the audiences whose documents it checks.
        limits: a row for each tier, with a number for each audience.
        about: the HTML of the first paragraph of its page.
        text: the HTML of its page.
        source: where the rule comes from, or empty.
        criteria: the success criteria of WCAG that it helps to meet.
        settings: the settings of its check, as YAML.
        config_snippet: lines of a configuration file that change it.
        suppression_comments: the comments that hide its findings; empty if that is impossible.
    """

    rule: Rule
    check: str
    anchor: str
    severities: list[str]
    is_off: bool
    readers: list[str]
    limits: list[tuple[str, Numbers]]
    about: Markup
    text: Markup
    source: str
    criteria: list[Criterion]
    settings: str
    config_snippet: str
    suppression_comments: list[str]

    @property
    def folder(self) -> str:
        """The folder of its page."""
        return self.rule.id.rpartition("/")[0]


def build_rule_views(
    rules: Mapping[str, Rule], pages: Mapping[str, Page], prefix: str = "", language: str = ""
) -> list[RuleView]:
    """Build the views of all rules, sorted by id.

    Args:
        prefix: what every id in their HTML starts with.
        language: the language of the labels of examples; empty for English.
    """
    return [
        _build_view(rule, pages[rule_id], prefix, language)
        for rule_id, rule in sorted(rules.items())
    ]


def _build_view(rule: Rule, page: Page, prefix: str, language: str) -> RuleView:
    document = parse(page.body, str(page.path))
    blocks = document.blocks
    # The template already shows the title.
    if blocks and blocks[0].kind is BlockKind.HEADING:
        document = document._replace(blocks=blocks[1:])
    return RuleView(
        rule=rule,
        check=page.policy["check"],
        anchor=get_rule_anchor(rule.id),
        severities=list_severities(rule),
        is_off=is_off(page),
        readers=list_audiences(rule),
        limits=[
            (tier, tuple(map(numbers.get, AUDIENCES)))
            for tier, numbers in group_limits_by_tier(rule).items()
        ],
        about=render_text(document._replace(blocks=document.blocks[:1])),
        text=render_text(
            document,
            prefix=prefix,
            code_renderer=partial(_render_example, language=language),
            language=language,
        ),
        source=str(page.policy.get("source", "")),
        criteria=list_criteria(page.policy),
        settings=_dump_settings(rule),
        config_snippet=format_settings_snippet(rule, page),
        suppression_comments=make_suppression_comments(rule),
    )


def _dump_settings(rule: Rule) -> str:
    if not rule.settings:
        return ""
    return yaml.safe_dump(dict(rule.settings), allow_unicode=True, sort_keys=False, width=90)


def _render_example(caption: str, code: str, language: str) -> str:
    """Render an example with its findings marked, or other code as it is."""
    words = caption.split()
    kind = next((kind for kind in ("bad", "good") if kind in words), "")
    if not kind:
        return render_code(caption, code)
    readers = " and ".join(word for word in words if word in AUDIENCES) or "general"
    html = _MARKED_SPAN.sub(lambda match: f"<mark>{match[0]}</mark>", escape_text(code))
    label = translate(f"{kind.title()}, for {readers} readers", language)
    return f'<pre class="{kind}"><b>{label}</b>\n<code>{html}</code></pre>'


class RuleGroup(NamedTuple):
    """The rules of one folder: its name, its name in words, and their views by title."""

    folder: str
    title: str
    views: list[RuleView]


def group_views(views: list[RuleView]) -> list[RuleGroup]:
    """Group views by folder; rules without a folder are "others"."""
    return [
        RuleGroup(
            folder or "others",
            capitalise(folder.replace("-", " ").replace("/", ": ")) or "Others",
            sorted(group, key=lambda view: view.rule.title.lower()),
        )
        for folder, group in groupby(views, key=lambda view: view.folder)
    ]


def make_rules_values(views: list[RuleView]) -> Mapping[str, Any]:
    """Return the values of the template of the report's page of rules."""
    groups = group_views(views)
    choices = [Choice(group.folder, group.title, len(group.views)) for group in groups]
    return {"groups": groups, "choices": choices, "total": len(views)}


_LAYOUT = Layout(roots=(INDEX,), folder="", frame="handbook")
_FOLDER = "rules/"


def get_rule_file(rule_id: str) -> str:
    """Return the file of a rule's page, relative to the folder of the handbook."""
    return _LAYOUT.get_file(_FOLDER + rule_id)


INDEX_FILE = _LAYOUT.get_file(INDEX)


def render_rule_site(
    rules: Mapping[str, Rule], pages: Mapping[str, Page]
) -> Iterator[tuple[str, str]]:
    """Yield (file, HTML) for each page of the handbook, the index last."""
    views = build_rule_views(rules, pages)
    for view in views:
        page = _FOLDER + view.rule.id
        content = render_body("rule", _LAYOUT, page, view=view)
        html = render_file(_LAYOUT, page, view.rule.title, {page: content})
        yield get_rule_file(view.rule.id), html
    content = render_body(
        "handbook_index", _LAYOUT, INDEX, rules_folder=_FOLDER, **_build_index(views)
    )
    yield INDEX_FILE, render_file(_LAYOUT, INDEX, "Rules", {INDEX: content})


def _build_index(views: list[RuleView]) -> Mapping[str, Any]:
    return {
        "views": views,
        "groups": group_views(views),
        "checks": sorted({view.check for view in views}),
    }
