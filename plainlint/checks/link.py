"""link: the text and the target of links."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from plainlint.checks import Hit
from plainlint.model import Link
from plainlint.patterns import Regex, compiled


def link(link: Link, texts: Sequence[Regex] = (), targets: Sequence[Regex] = ()) -> Iterator[Hit]:
    """Each link whose text or target a pattern matches as a whole.

    White space around the text, and a sign at its end, are not part of it.

    Args:
        texts: patterns for the text of a link, in any case.
        targets: patterns for where it leads.

    Message:
        text: the text of the link.
        target: where it leads.

    Example:
        texts: ["(?:click )?here"]
        ---
        To wash your hands, «[click here](soap.md)».
    """
    text = link.text.strip(" \t\n.,:;!?→›»>")
    if _is(text, tuple(texts)) or _is(link.href, tuple(targets)):
        yield Hit(link.span, {"text": text, "target": link.href})


# Most links of a page have the texts and targets of others.
@lru_cache(maxsize=1 << 12)
def _is(value: str, patterns: tuple[Regex, ...]) -> bool:
    return any(
        each.start == 0 and each.end == len(value)
        for pattern in patterns
        for each in compiled(rf"^(?:{pattern})$").find(value)
    )
