"""Templating: render pages with Jinja2, the style sheet and the script.

Style sheet and script are inlined into every page, and its security policy allows only these two,
by hash. So a page is complete wherever it is sent, and nothing else can run in it.
"""

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from plainlint.core.audiences import AUDIENCES
from plainlint.core.diagnostics import Severity
from plainlint.core.text import make_printable
from plainlint.reporters.html.layout import Layout, get_rule_anchor


def render_body(template: str, layout: Layout, current: str, **values: Any) -> Markup:
    """Render the page `current` without the frame that all pages share."""

    def get_anchor_id(anchor: str) -> str:
        return layout.id(current, anchor)

    page = _make_templates().get_template(f"{template}.html.j2")
    html = page.render(layout=layout, current=current, id=get_anchor_id, **values)
    # The template has escaped all values.
    return Markup(html)  # noqa: S704


def render_file(
    layout: Layout,
    current: str,
    title: str,
    bodies: Mapping[str, Markup],
    stamp: str = "",
    frame: str = "page",
) -> str:
    """Render a complete HTML file around its pages; `frame` is the template around them."""
    style, script = _read_asset("report.css"), _read_asset("report.js")
    return (
        _make_templates()
        .get_template(f"{frame}.html.j2")
        .render(
            layout=layout,
            current=current,
            title=title,
            bodies=bodies.items(),
            stamp=stamp,
            style=Markup(style),  # noqa: S704
            style_hash=_make_csp_hash(style),
            script=Markup(script),  # noqa: S704
            script_hash=_make_csp_hash(script),
        )
    )


@cache
def _read_asset(name: str) -> str:
    return files(__package__ or "").joinpath(name).read_text(encoding="utf-8")


def _make_csp_hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@cache
def _make_templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("plainlint.reporters.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clean_value,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.globals.update(
        audiences=AUDIENCES,
        number="{:,}".format,
        rule_anchor=get_rule_anchor,
        severities=[severity.value for severity in Severity],
    )
    return templates


def _clean_value(value: object) -> object:
    """Replace control characters in text; markup was made of such text already."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return make_printable(value)
    return value
