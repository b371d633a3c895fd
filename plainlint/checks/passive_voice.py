"""passive-voice: passive verbs."""

from collections.abc import Iterator

from plainlint.analysis.difficulty.passive import passive
from plainlint.checks import Hit
from plainlint.document.model import Sentence


def passive_voice(sentence: Sentence, language: str) -> Iterator[Hit]:
    """Each passive verb, from its "be" to its participle.

    Message:
        text: the verb.

    Example:
        severity: info
        ---
        The dose «is given» at night. The nurse gives it.
    """
    text = sentence.text
    for cause in passive(text, language):
        span = sentence.prose.span(sentence.start + cause.start, sentence.start + cause.end)
        yield Hit(span, {"text": text[cause.start : cause.end]})
