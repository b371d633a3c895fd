"""Templates: where pages and their parts are, and how they are rendered."""

import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from hashlib import sha256
from importlib.resources import files
from itertools import count
from pathlib import PurePath
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from plainlint.core.audiences import AUDIENCES
from plainlint.core.caches import remember
from plainlint.core.diagnostics import Severity
from plainlint.core.text import make_printable, pluralise
from plainlint.engine.result import Verdict
from plainlint.languages.files import ENGLISH
from plainlint.languages.phrases import has_phrases, translate

INDEX, GLOSSARY, RULES, OVER_TIME = "index", "glossary", "rules", "over-time"
ROOTS = (INDEX, GLOSSARY, RULES)
_STYLES = ("report.css", "lists.css", "document.css")
# Each needs those before it.
_SCRIPTS = ("report.js", "popover.js", "document.js", "keys.js")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# A page name never contains "--", which separates it from an anchor.
_SEPARATORS = re.compile(r"[^A-Za-z0-9]+")
# File systems allow names of 255 bytes, including the number and the extension.
_MAX_LENGTH = 160


class Layout(NamedTuple):
    """The addresses of pages: a file for each, or all of them in a `single` file.

    The pages in `roots` are in the top folder, all others in `folder`. A page that is `alone` has
    no other page to link to. `frame` is the template around all of them.
    """

    single: bool = False
    alone: bool = False
    roots: tuple[str, ...] = ROOTS
    folder: str = "documents/"
    frame: str = "page"

    def get_file(self, page: str) -> str:
        """Return the file of a page, relative to the top folder."""
        return f"{page}.html" if page in self.roots else f"{self.folder}{page}.html"

    def id(self, page: str, anchor: str = "") -> str:
        """Return the id of a page or of an anchor in it, unique in its file."""
        return self.get_id_prefix(page) + anchor or "page"

    def get_id_prefix(self, page: str) -> str:
        """Return the prefix of all ids in a page."""
        return f"{page}--" if self.single else ""

    def href(self, current: str, page: str, anchor: str = "") -> str:
        """Return the link from the page `current` to a page, or to an anchor in it."""
        if self.single or current == page:
            return f"#{self.id(page, anchor)}"
        up = "../" * self.get_file(current).count("/")
        return up + self.get_file(page) + (f"#{anchor}" if anchor else "")


def name_pages(paths: Iterable[str]) -> dict[str, str]:
    """Map each document's path to a unique page name made of its letters and digits."""
    names: dict[str, str] = {}
    taken = {*ROOTS, OVER_TIME}
    for path in paths:
        name = name_page(PurePath(path).with_suffix("").as_posix(), taken)
        taken.add(name)
        names[path] = name
    return names


def name_page(text: str, taken: Collection[str]) -> str:
    """Return a page name made of the letters and digits of a text, and not yet taken."""
    slug = _SEPARATORS.sub("-", text)
    stem = slug.strip("-").lower()[-_MAX_LENGTH:].strip("-") or "document"
    return next(name for name in _iter_numbered_names(stem) if name not in taken)


def _iter_numbered_names(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


def get_rule_anchor(rule_id: str) -> str:
    """Return the anchor of a rule on the page of rules."""
    return rule_id.replace("/", "-")


def make_sign(verdict: Verdict) -> str:
    """Return the CSS class that gives a verdict its sign and colour."""
    return verdict.value.replace(" ", "-").replace("'", "")


def format_day(day: date) -> str:
    """Return a day as people write it: `9 Mar 2027`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def render_body(
    template: str, layout: Layout, current: str, language: str = "", **values: Any
) -> Markup:
    """Render the page `current` without the frame that all pages share.

    Args:
        language: the language of its fixed words, if there are phrases in it; else English.
    """

    def get_anchor_id(anchor: str) -> str:
        return layout.id(current, anchor)

    page = _make_templates().get_template(f"{template}.html.j2")
    say = partial(translate, language=language)

    def number(value: int) -> str:
        return say(f"{value:,}")

    html = page.render(
        layout=layout, current=current, id=get_anchor_id, t=say, number=number, **values
    )
    # The template has escaped all values.
    return Markup(html)  # noqa: S704


def render_file(
    layout: Layout,
    current: str,
    title: str,
    bodies: Mapping[str, Markup],
    *,
    stamp: str = "",
    language: str = "",
) -> str:
    """Render a complete HTML file around its pages.

    Args:
        stamp: a line about the run for the footer, or empty.
        language: the language of its fixed words, if there are phrases in it; else English.
    """
    style = "".join(map(_read_asset, _STYLES))
    script = "".join(_say_script(_read_asset(name), language) for name in _SCRIPTS)
    if OVER_TIME in bodies:
        style += _read_asset("over_time.css")
        script += _say_script(_read_asset("over_time.js"), language)
    return (
        _make_templates()
        .get_template(f"{layout.frame}.html.j2")
        .render(
            layout=layout,
            current=current,
            t=partial(translate, language=language),
            language=language if has_phrases(language) else ENGLISH,
            title=title,
            bodies=bodies.items(),
            stamp=stamp,
            style=Markup(style),  # noqa: S704
            style_hash=_make_csp_hash(style),
            script=Markup(script),  # noqa: S704
            script_hash=_make_csp_hash(script),
        )
    )


_SLOT = re.compile(r"\$(\{[^{}]*\})")
# Fixed words in a script are marked so: t("Copied"), t(`Show ${next} more`).
_SCRIPT_TEXT = re.compile(r'\bt\("([^"]*)"\)')
_SCRIPT_TEMPLATE = re.compile(r"\bt\(`([^`]*)`\)")


@remember(None)
def _say_script(script: str, language: str) -> str:
    """Return a script with its fixed words in a language, and without their marks."""

    def say_text(match: re.Match[str]) -> str:
        return f'"{translate(match[1], language)}"'

    def say_template(match: re.Match[str]) -> str:
        words = translate(_SLOT.sub("{}", match[1]), language)
        # What differs keeps its order.
        parts = iter(_SLOT.findall(match[1]))
        return f"`{re.sub('{}', lambda _: f'${next(parts)}', words)}`"

    return _SCRIPT_TEMPLATE.sub(say_template, _SCRIPT_TEXT.sub(say_text, script))


@remember(None)
def _read_asset(name: str) -> str:
    return files(__package__ or "").joinpath(name).read_text(encoding="utf-8")


def _make_csp_hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


@remember(None)
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
        rule_anchor=get_rule_anchor,
        severities=[severity.value for severity in Severity],
    )
    templates.filters.update(sign=make_sign, day=format_day, pluralise=pluralise)
    return templates


def _clean_value(value: object) -> object:
    """Replace control characters in text; markup was made of such text already."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return make_printable(value)
    return value
