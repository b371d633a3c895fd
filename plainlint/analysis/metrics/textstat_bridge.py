"""textstat, offline and on our sentences, words and syllables: every metric it has.

textstat splits text into sentences, words and syllables by rules of its own, and fetches
CMUdict over the network. Here it is handed text that it can only split as we did, and our
syllable counts in place of CMUdict.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from plainlint.analysis.metrics.measures import Measures
from plainlint.analysis.metrics.syllables import count_syllables
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.document.model import Sentence


class _OurSyllables(dict[str, list[list[str]]]):
    """Looks like CMUdict to textstat: a word's phones, of which those with a digit count."""

    def __missing__(self, word: str) -> list[list[str]]:
        return [["1"] * count_syllables(word)]


def normalise(sentences: Iterable[Sentence]) -> str:
    """The words of the sentences, letters and digits only, one full stop a sentence.

    textstat does not count sentences of one or two words; that can't be changed from outside.
    """
    return " ".join(
        " ".join(_strip_punctuation(token) for token in sentence.tokens) + "."
        for sentence in sentences
    )


def get_textstat_metric(name: str) -> Callable[[Measures], float]:
    """A textstat function of one text, such as `spache_readability`, on our counts.

    Raises:
        PlainlintError: textstat has no such metric; the message names the nearest.
    """
    textstat = _import_textstat()
    known = [each for each in dir(textstat) if not each.startswith(("_", "set_"))]
    if name not in known:
        raise PlainlintError(f"textstat has no metric {name!r}{format_suggestion(name, known)}")

    def score(measures: Measures) -> float:
        words = {word for sentence in measures.sentences for word in sentence.tokens}
        _use_syllables(
            {_strip_punctuation(word).lower(): [["1"] * count_syllables(word)] for word in words}
        )
        try:
            return float(getattr(textstat, name)(normalise(measures.sentences)))
        except (TypeError, ValueError) as error:
            raise PlainlintError(f"textstat's {name!r} gives no number for a text") from error

    return score


def _strip_punctuation(token: str) -> str:
    return "".join(filter(str.isalnum, token))


@cache
def _import_textstat() -> Any:
    import textstat

    return textstat


def _use_syllables(known: Mapping[str, list[list[str]]]) -> None:
    """Put our counts where textstat asks nltk for CMUdict, and forget what it counted before."""
    from textstat.backend import counts, metrics, selections, validations

    ours = _OurSyllables(known)
    counts._count_syllables.get_cmudict = lambda _language: ours  # noqa: SLF001
    for package in (counts, selections, validations, metrics):
        for name in dir(package):
            forget = getattr(getattr(package, name), "cache_clear", None)
            if forget is not None:
                forget()
