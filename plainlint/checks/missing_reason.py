"""missing-reason: directives that suppress findings and do not say why."""

from collections.abc import Iterator

from plainlint.checks import Hit
from plainlint.document.model import Action, Directive


def missing_reason(directive: Directive) -> Iterator[Hit]:
    """The comment, if it says no reason; one that ends another needs none.

    Message:
        names: the rules that it names.
    """
    asks = directive.action is not Action.ENABLE and not directive.problem
    if asks and not directive.reason:
        names = ", ".join(name.text for name in directive.names)
        yield Hit(directive.span, {"names": names})
