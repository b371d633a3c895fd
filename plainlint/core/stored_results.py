"""Stored results: what a process works out from fixed data, kept for later processes.

A process compiles six hundred patterns and reads sixty rule pages before it looks at a document,
each time with the same result.
"""

import marshal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from plainlint.core import __version__
from plainlint.core.caches import remember

_Result = TypeVar("_Result")
# Another version may work out other results, or write them in another form.
_STAMP = "\n".join((__version__, sys.version, sys.byteorder, str(marshal.version), "")).encode()
_SUM_SIZE = 4
# In bytes. Rules that change add to what is kept: past this it begins again.
_MOST_BYTES = 16 << 20


class StoredResults:
    """The results of pure functions, by their arguments.

    It keeps what `marshal` can write: numbers, texts, and tuples, lists and tables of these.

    Attributes:
        has_new: whether there is more to keep than was loaded.
    """

    def __init__(self) -> None:
        self.has_new = False
        self._results: dict[tuple[Any, ...], Any] | None = None

    def load(self, data: bytes) -> None:
        """Keep results from now on, beginning with those that another process saved.

        Args:
            data: what `dump` returned; damaged data, and those of another version, hold nothing.
        """
        start = len(_STAMP) + _SUM_SIZE
        body = memoryview(data)[start:]
        is_sound = data[:start] == _STAMP + crc32(body).to_bytes(_SUM_SIZE)
        self._results = marshal.loads(body) if is_sound else {}  # noqa: S302 -- see `_STAMP`

    def dump(self) -> bytes:
        """Return all results, for `load` in another process."""
        body = marshal.dumps(self._results or {})
        if len(body) > _MOST_BYTES:
            body = marshal.dumps({})
        return _STAMP + crc32(body).to_bytes(_SUM_SIZE) + body

    def get(self, function: Callable[..., _Result], *arguments: Any) -> _Result:
        """Return the result of a function for some arguments, which it need not work out twice."""
        if self._results is None:
            return function(*arguments)
        state = _get_state(function.__code__.co_filename)
        key = (f"{function.__module__}.{function.__qualname__}", state, *arguments)
        if key in self._results:
            known: _Result = self._results[key]
            return known
        result = function(*arguments)
        with suppress(ValueError):
            marshal.dumps((key, result))  # type: ignore[arg-type]
            self._results[key] = result
            self.has_new = True
        return result


# In a checkout, a function and its helpers may change before the version does.
@remember(None)
def _get_state(module: str) -> tuple[int, int]:
    """Return time and size of the file of a module, or of the archive or program that it is in."""
    path = Path(module)
    places = (path, *path.parents, Path(sys.executable))
    state = next(place for place in places if place.is_file()).stat()
    return state.st_mtime_ns, state.st_size


# Those of this process; it keeps nothing until a command loads them.
STORED = StoredResults()
