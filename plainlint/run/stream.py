"""Many documents, one by one: read, checked, shown and dropped, so that memory does not grow."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

from plainlint.core.source import RawFile
from plainlint.document.readers import decode_file
from plainlint.run.cache import Cache
from plainlint.run.pipeline import (
    BatchWriter,
    RunContext,
    choose_jobs,
    describe_failure,
    find_cached,
)
from plainlint.run.report import LintedDocument
from plainlint.run.serialization import PackedResult, pack
from plainlint.run.tally import Tally
from plainlint.run.workers import map_in_processes

# Rendering so many bytes of a result takes as long as checking one byte of a document.
_RENDERING_SPEED = 20
# Documents that are looked up in the cache at a time; with little to do for them, this process does
# it alone.
_CHUNK = 64

_Rendering = TypeVar("_Rendering")


class UnreadFile(Protocol):
    """A file that is read when its turn comes."""

    @property
    def path(self) -> Path:
        """Its path, as it was given."""

    def read(self) -> RawFile:
        """Read it; one that can't be read gets a problem that says so."""


class RenderedDocument(NamedTuple, Generic[_Rendering]):
    """A document as it is shown, with its findings in numbers.

    Attributes:
        path: the document's path.
        rendering: what the renderer made of it.
        tally: its findings in numbers.
        failure: why plainlint itself failed on it; empty if it did not.
    """

    path: str
    rendering: _Rendering
    tally: Tally
    failure: str = ""


class _Outcome(NamedTuple, Generic[_Rendering]):
    """A rendered document; its key and result if the cache does not have them yet."""

    document: RenderedDocument[_Rendering]
    key: bytes = b""
    fresh: PackedResult | None = None


class _LookedUp(NamedTuple):
    """A document that was read, its key, and its result if the cache has it."""

    file: RawFile
    key: bytes
    packed: PackedResult | None


class DocumentStream(Generic[_Rendering]):
    """Checks, grades and renders documents in their order, holding few of them at a time.

    What the renderer makes is not kept: the cache holds results alone.

    Args:
        render: makes what is shown of a document.
        files: the documents.
        context: the settings and linters.
        cache: the results of earlier runs; new ones are added.
        details: whether the renderer needs results whole; without, headlines and counts.
    """

    def __init__(
        self,
        render: Callable[[LintedDocument], _Rendering],
        files: Sequence[UnreadFile],
        context: RunContext,
        *,
        cache: Cache | None = None,
        details: bool = True,
    ) -> None:
        self._render, self._files, self._context = render, files, context
        self._cache, self._details = cache, details

    def iter_documents(self, jobs: int | None = None) -> Iterator[RenderedDocument[_Rendering]]:
        """Yield the rendered documents.

        Args:
            jobs: how many processes share the work; None for one a core, if there is enough of it.

        Raises:
            PlainlintError: the configuration, a rule page or a glossary is wrong.
        """
        with BatchWriter(self._cache) as writer:
            for outcome in self._iter_outcomes(jobs):
                if outcome.fresh:
                    writer.add(outcome.key, outcome.fresh)
                yield outcome.document

    def _iter_outcomes(self, jobs: int | None) -> Iterator[_Outcome[_Rendering]]:
        """Work in this process while there is little to do; then let processes share the rest."""
        for start in range(0, len(self._files), _CHUNK):
            looked_up = self._look_up(self._files[start : start + _CHUNK])
            if any(each.packed is None for each in looked_up):
                self._context.prepare(str(file.path) for file in self._files)
            rest = self._files[start:]
            processes = choose_jobs(_estimate_work(looked_up, len(rest)), len(rest), jobs)
            if processes > 1:
                del looked_up
                yield from map_in_processes(
                    self._read_and_work, rest, jobs=processes, rescue=self._read_and_report
                )
                return
            yield from map_in_processes(self._work, looked_up, jobs=1, rescue=self._report)

    def _look_up(self, files: Sequence[UnreadFile]) -> list[_LookedUp]:
        read = [file.read() for file in files]
        cached = find_cached(read, self._context, self._cache, details=self._details)
        return [_LookedUp(file, *found) for file, found in zip(read, cached, strict=True)]

    def _read_and_work(self, file: UnreadFile) -> _Outcome[_Rendering]:
        (document,) = self._look_up([file])
        return self._work(document)

    def _read_and_report(self, file: UnreadFile, error: Exception) -> _Outcome[_Rendering]:
        (document,) = self._look_up([file])
        return self._report(document, error)

    def _report(self, document: _LookedUp, error: Exception) -> _Outcome[_Rendering]:
        """Return the finding that plainlint failed on a document."""
        return self._work(document, describe_failure(error))

    def _work(self, document: _LookedUp, failure: str = "") -> _Outcome[_Rendering]:
        file, key, packed = document
        fresh = None
        if packed:
            linted = LintedDocument(file, packed=packed)
        else:
            source = decode_file(file)
            linter = self._context.choose_for_file(file.path).linter
            graded = linter.lint_and_grade(source._replace(problem=failure or source.problem))
            linted = LintedDocument(file, graded, failure=failure)
            fresh = pack(graded) if self._cache and not failure else None
        tally = linted.count_findings()
        return _Outcome(
            RenderedDocument(file.path, self._render(linted), tally, failure), key, fresh
        )


def _estimate_work(documents: Sequence[_LookedUp], left: int) -> int:
    """Return how many bytes of text there are to check: in the next documents, or in all.

    If few of the next documents need work, as after an edit, no more is expected of the others.
    """
    weights = list(filter(None, map(_weigh, documents)))
    are_typical = 2 * len(weights) >= len(documents)
    return sum(weights) * left // len(documents) if are_typical else sum(weights)


def _weigh(document: _LookedUp) -> int:
    """Return how many bytes of text take as long to check as this document takes."""
    if document.packed is None:
        return len(document.file.data)
    return len(document.packed.details or b"") // _RENDERING_SPEED
