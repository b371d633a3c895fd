"""Caches of pure functions: all that outlives a document, in one list that can be cleared."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

_Result = TypeVar("_Result")
_CACHES: "list[_lru_cache_wrapper[Any]]" = []


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
    return sorted(states, key=lambda state: (-state.entries, state.name))


def clear_caches() -> None:
    """Forget all results. They are computed again when they are needed."""
    for cached in _CACHES:
        cached.cache_clear()
