"""Caches of pure functions: all that outlives a document, in one list that can be cleared."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

_Result = TypeVar("_Result")
_CACHES: "list[_lru_cache_wrapper[Any]]" = []
_WORD_CACHES: "list[RememberedWords[Any]]" = []


class CacheState(NamedTuple):
    """The state of a function's cache.

    Attributes:
        name: the function, with its module.
        entries: how many results it holds.
        limit: how many it may hold; None for a function with few distinct arguments.
    """

    name: str
    entries: int
    limit: int | None


def remember(
    limit: int | None,
) -> "Callable[[Callable[..., _Result]], _lru_cache_wrapper[_Result]]":
    """Let a pure function remember its last results.

    Args:
        limit: how many results; None for a function with few distinct arguments.
    """

    def decorate(function: Callable[..., _Result]) -> "_lru_cache_wrapper[_Result]":
        cached = lru_cache(maxsize=limit)(function)
        _CACHES.append(cached)
        return cached

    return decorate


class RememberedWords(Generic[_Result]):
    """A pure function of a word and of its context, such as a language, with its last results.

    A document has a million words of which few differ: for many at once, `map` looks up the results
    in a third of the time that calls take.
    """

    def __init__(self, function: Callable[..., _Result], limit: int) -> None:
        self.function, self.limit = function, limit
        self.tables: dict[tuple[str, ...], _WordTable[_Result]] = {}

    def __call__(self, word: str, *context: str) -> _Result:
        """Return the result for one word."""
        return self._get_table(context)[word]

    def map(self, words: Iterable[str], *context: str) -> Iterator[_Result]:
        """Return an iterator over the results for words of one context."""
        return map(self._get_table(context).__getitem__, words)

    def _get_table(self, context: tuple[str, ...]) -> "_WordTable[_Result]":
        table = self.tables.get(context)
        if table is None:
            table = self.tables[context] = _WordTable(self.function, context, self.limit)
        return table


class _WordTable(dict[str, _Result]):
    """The results of a function by word, computed when they are first looked up."""

    def __init__(
        self, function: Callable[..., _Result], context: tuple[str, ...], limit: int
    ) -> None:
        self._function, self._context, self._limit = function, context, limit

    def __missing__(self, word: str) -> _Result:
        if len(self) >= self._limit:
            self.clear()
        result = self[word] = self._function(word, *self._context)
        return result


def remember_words(limit: int) -> Callable[[Callable[..., _Result]], RememberedWords[_Result]]:
    """Let a pure function of a word remember its results.

    Args:
        limit: for how many words, in each context; past it, all of them are forgotten.
    """

    def decorate(function: Callable[..., _Result]) -> RememberedWords[_Result]:
        remembered = RememberedWords(function, limit)
        _WORD_CACHES.append(remembered)
        return remembered

    return decorate


def list_caches() -> list[CacheState]:
    """Return the state of every cache, the largest first."""
    states = [
        CacheState(
            f"{cached.__module__}.{cached.__qualname__}",
            cached.cache_info().currsize,
            cached.cache_info().maxsize,
        )
        for cached in _CACHES
    ]
    states += [
        CacheState(
            f"{words.function.__module__}.{words.function.__qualname__}", len(table), words.limit
        )
        for words in _WORD_CACHES
        for table in words.tables.values()
    ]
    return sorted(states, key=lambda state: (-state.entries, state.name))


def clear_caches() -> None:
    """Forget all results. They are computed again when they are needed."""
    for cached in _CACHES:
        cached.cache_clear()
    for words in _WORD_CACHES:
        words.tables.clear()
