"""Every metric of textstat, offline, on our sentences, words and syllables.

textstat splits text into sentences, words and syllables by its own rules, and downloads CMUdict.
Here it gets text that it can only split as we did, and our syllable counts in place of CMUdict.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from threading import Lock

from plainlint.analysis.metrics.measures import Measures
from plainlint.core.caches import remember
from plainlint.core.errors import PlainlintError, format_suggestion
from plainlint.document.model import Sentence
from plainlint.languages.en.syllables import count_syllables

Phones = list[list[str]]


class _SyllableDictionary(dict[str, Phones]):
    """CMUdict as textstat sees it: the phones of each word, one with a digit for each syllable."""

    def __missing__(self, word: str) -> Phones:
        return _make_phones(word)


def normalise(sentences: Iterable[Sentence]) -> str:
    """Return the words of the sentences, letters and digits only, with one full stop a sentence.

    textstat does not count sentences of one or two words; that can't be changed from outside.
    """
    return " ".join(
        " ".join(_strip_punctuation(token) for token in sentence.tokens) + "."
        for sentence in sentences
    )


def get_textstat_metric(name: str) -> Callable[[Measures], float]:
    """Return a textstat function of one text, such as `spache_readability`, on our counts.

    Raises:
        PlainlintError: textstat has no such metric; the message suggests the nearest.
    """
    import textstat

    names = [attribute for attribute in dir(textstat) if not attribute.startswith(("_", "set_"))]
    if name not in names:
        raise PlainlintError(f"textstat has no metric {name!r}{format_suggestion(name, names)}")

    def score(measures: Measures) -> float:
        words = {word for sentence in measures.sentences for word in sentence.tokens}
        phones = {_strip_punctuation(word).lower(): _make_phones(word) for word in words}
        text = normalise(measures.sentences)
        try:
            with use_syllables(phones):
                return float(getattr(textstat, name)(text))
        except (TypeError, ValueError) as error:
            raise PlainlintError(f"textstat's {name!r} does not return a number") from error

    return score


def _strip_punctuation(token: str) -> str:
    return "".join(filter(str.isalnum, token))


def _make_phones(word: str) -> Phones:
    return [["1"] * count_syllables(word)]


# textstat's state belongs to the process: only one thread at a time may replace it.
_LOCK = Lock()


@contextmanager
def use_syllables(phones: Mapping[str, Phones]) -> Iterator[None]:
    """Give textstat our syllable counts in place of CMUdict, and restore it afterwards.

    Calls from several threads wait for each other. textstat remembers what it counted, so its
    caches are cleared on the way in and on the way out. A thread that calls textstat directly in
    the meantime sees our counts.

    Args:
        phones: the phones of each word, lower-case; other words are counted on demand.
    """
    from textstat.backend.counts import _count_syllables as module

    dictionary = _SyllableDictionary(phones)
    with _LOCK:
        original = module.get_cmudict
        try:
            module.get_cmudict = lambda _language: dictionary
            _clear_caches()
            yield
        finally:
            module.get_cmudict = original
            _clear_caches()


def _clear_caches() -> None:
    for clear in _list_cache_clears():
        clear()


@remember(None)
def _list_cache_clears() -> tuple[Callable[[], None], ...]:
    """Return what clears each cache of textstat that syllable counts may be in."""
    from textstat.backend import counts, metrics, selections, validations

    functions = (
        getattr(package, name)
        for package in (counts, selections, validations, metrics)
        for name in dir(package)
    )
    clears = (getattr(function, "cache_clear", None) for function in functions)
    return tuple(dict.fromkeys(clear for clear in clears if clear is not None))
