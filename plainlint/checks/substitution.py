"""substitution: words and phrases that have better ones."""

from collections.abc import Iterator, Mapping

from plainlint.checks import Hit
from plainlint.checks._replacing import in_the_case_of, replacement
from plainlint.document.word_index import Found


def substitution(found: Found, swap: Mapping[str, str]) -> Iterator[Hit]:
    """Words and phrases that have better ones.

    They are found in any case, as whole words. A fix is offered where there is one way to say it.

    Args:
        swap: words, each with what to say.

    Message:
        text: the word as it stands there.
        better: what to say.

    Example:
        swap: {utilise: use}
        ---
        «Utilise» soap.
    """
    better = swap.get(found.literal, "")
    if found.text.lower() != better.lower():
        better = in_the_case_of(found.text, better)
        passage = found.passage
        at = passage.start
        fix = replacement(passage.prose, at + found.start, at + found.end, better)
        yield Hit(found.span, {"text": found.text, "better": better}, fix=fix)
