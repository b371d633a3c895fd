"""Templates: the Jinja2 environment, the style sheet and the script, and what they are filled into.

The style and the script stand in each page, and the page's security policy allows only these
two, by their hashes. So a page is whole wherever it is sent, and nothing else can ever run in it.
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


def render_body(template: str, layout: Layout, here: str, **values: Any) -> Markup:
    """The HTML of the page `here` without what all pages share."""

    def get_place_id(place: str) -> str:
        return layout.id(here, place)

    made = _make_templates().get_template(f"{template}.html.j2")
    # The template has escaped all that it was given.
    return Markup(made.render(layout=layout, here=here, id=get_place_id, **values))  # noqa: S704


def render_file(
    layout: Layout,
    here: str,
    title: str,
    bodies: Mapping[str, Markup],
    stamp: str = "",
    frame: str = "page",
) -> str:
    """A whole HTML file around the pages in it; `frame` is the template of what they share."""
    style, script = _read_asset("report.css"), _read_asset("report.js")
    return (
        _make_templates()
        .get_template(f"{frame}.html.j2")
        .render(
            layout=layout,
            here=here,
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
        rule_place=get_rule_anchor,
        severities=[severity.value for severity in Severity],
    )
    return templates


def _clean_value(value: object) -> object:
    """Text without control characters; markup has none, for it was made of such text."""
    return (
        value if isinstance(value, Markup) or not isinstance(value, str) else make_printable(value)
    )
