"""The rules' pages: what each looks for, why it matters and what to do, rendered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from markupsafe import Markup

from plainlint.audiences import AUDIENCES
from plainlint.model import BlockKind
from plainlint.parse import parse
from plainlint.reporters.html.layout import rule_place
from plainlint.reporters.html.text import rendered
from plainlint.rulebook import Page


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule page as it is shown; `limits` has a row for each tier, a number an audience."""

    id: str
    place: str
    title: str
    limits: tuple[tuple[str, tuple[float | None, ...]], ...]
    text: Markup
    source: str


def rule_views(pages: Mapping[str, Page], prefix: str) -> list[RuleView]:
    """All rule pages, sorted by id; each id in their HTML begins with `prefix`."""
    return [_view(page, prefix) for _, page in sorted(pages.items())]


def _view(page: Page, prefix: str) -> RuleView:
    limits = tuple(
        (str(tier), tuple(numbers.get(audience) for audience in AUDIENCES))
        for tier, numbers in page.policy.get("limits", {}).items()
    )
    document = parse(page.body, str(page.path))
    blocks = document.blocks
    # The title stands above the page already.
    if blocks and blocks[0].kind is BlockKind.HEADING:
        document = replace(document, blocks=blocks[1:])
    source = str(page.policy.get("source", ""))
    text = rendered(document, prefix=prefix)
    return RuleView(page.id, rule_place(page.id), page.title, limits, text, source)
