"""textstat, offline and on our sentences, words and syllables: every metric it has.

textstat splits text into sentences, words and syllables by rules of its own, and fetches
CMUdict over the network. Here it is handed text that it can only split as we did, and our
syllable counts in place of CMUdict.
"""

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from plainlint.metrics.measures import Measures
from plainlint.metrics.syllables import syllables
from plainlint.model import Sentence


class _OurSyllables(dict[str, list[list[str]]]):
    """Looks like CMUdict to textstat: a word's phones, of which those with a digit count."""

    def __missing__(self, word: str) -> list[list[str]]:
        return [["1"] * syllables(word)]


def normalise(sentences: Iterable[Sentence]) -> str:
    """The words of the sentences, letters and digits only, one full stop a sentence.

    textstat does not count sentences of one or two words; that can't be changed from outside.
    """
    return " ".join(
        " ".join(_bare(token) for token in sentence.tokens) + "." for sentence in sentences
    )


def textstat_metric(name: str) -> Callable[[Measures], float]:
    """A textstat function of one text, such as `spache_readability`, on our counts.

    Raises:
        KeyError: textstat has no such metric; the message names the nearest.
    """
    textstat = _offline_textstat()
    function = getattr(textstat, name, None)
    if name.startswith(("_", "set_")) or not callable(function):
        near = get_close_matches(name, dir(textstat), 1)
        raise KeyError(f"textstat has no metric {name!r}" + (f"; did you mean {near[0]!r}?" * bool(near) if near else ""))

    def score(measures: Measures) -> float:
        words = {word for sentence in measures.sentences for word in sentence.tokens}
        _use_syllables({_bare(word).lower(): [["1"] * syllables(word)] for word in words})
        return float(function(normalise(measures.sentences)))

    return score


def _bare(token: str) -> str:
    return "".join(filter(str.isalnum, token))


@cache
def _offline_textstat() -> Any:
    import textstat

    return textstat


def _use_syllables(known: Mapping[str, list[list[str]]]) -> None:
    """Put our counts where textstat asks nltk for CMUdict, and forget what it counted before."""
    from textstat.backend.counts import _count_syllables

    ours = _OurSyllables(known)
    _count_syllables.get_cmudict = lambda _language: ours
    _count_syllables.count_syllables.cache_clear()
