"""unknown-name: directives that can't be read, or that name a rule which does not exist."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.core.errors import nearest
from plainlint.document.model import Directive


def unknown_name(directive: Directive, rule_names: frozenset[str]) -> Iterator[Hit]:
    """The comment, if it makes no sense, else each name that is neither rule nor category.

    Message:
        problem: what is wrong.
    """
    if directive.problem:
        yield Hit(directive.span, {"problem": directive.problem})
    for name in directive.names:
        if name.text not in rule_names:
            near = nearest(name.text, rule_names)
            hint = f"; did you mean '{near}'?" if near else ""
            yield Hit(name.span, {"problem": f"there is no rule '{name.text}'{hint}"})
