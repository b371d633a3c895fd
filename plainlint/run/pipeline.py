"""The pipeline: files to results, from the cache, by worker processes, or in this process."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Self, TypeVar

from plainlint.config.settings import Config
from plainlint.core.source import RawFile, Source
from plainlint.engine.result import GradedResult
from plainlint.run.cache import Cache, Entry
from plainlint.run.digests import make_document_key, make_run_key
from plainlint.run.results import LintedDocument
from plainlint.run.serialization import PackedResult, pack
from plainlint.run.workers import count_cores, map_in_processes

if TYPE_CHECKING:
    from plainlint.engine.linter import Linter

# In bytes: with less to read, starting a second process takes longer than it saves.
_WORTH_WORKERS = 200_000
# Documents that are added to the cache at a time.
_BATCH = 64

_Outcome = TypeVar("_Outcome")


class RunContext:
    """What decides the results of a run; the linter is made when a document needs it."""

    def __init__(self, config: Config, today: date | None) -> None:
        self.config = config
        self.today = today

    @cached_property
    def linter(self) -> "Linter":
        """The linter of the run."""
        from plainlint.engine.linter import Linter

        return Linter(self.config, self.today)


def lint_documents(
    files: Sequence[RawFile],
    context: RunContext,
    *,
    jobs: int | None = None,
    cache: Cache | None = None,
    details: bool = True,
) -> Iterator[LintedDocument]:
    """Check and grade many documents, in their order.

    A document that plainlint fails on gets a finding that says so, and the rest goes on.

    Args:
        jobs: how many processes share the work; None for one a core, if there is enough of it.
        cache: the results of earlier runs; new ones are added.
        details: whether results are needed whole; without, documents from the cache can be counted,
            graded and listed by their headlines.
    """
    if cache is None:
        yield from _lint_all(files, context, jobs)
        return
    run_key = make_run_key(context.config, context.today)
    keys = [
        make_document_key(run_key, file, context.config.match_path_configs(file.path))
        for file in files
    ]
    entries = cache.get_many(keys, details=details)
    missing = [file for file, key in zip(files, keys, strict=True) if key not in entries]
    fresh = _lint_all(missing, context, jobs)
    with BatchWriter(cache) as writer:
        for file, key in zip(files, keys, strict=True):
            if key in entries:
                yield LintedDocument(file, packed=PackedResult(*entries[key]))
                continue
            document = next(fresh)
            if not document.failure:
                writer.add(key, document.pack())
            yield document


def _lint_all(
    files: Sequence[RawFile], context: RunContext, jobs: int | None
) -> Iterator[LintedDocument]:
    jobs = _choose_jobs(files, jobs)

    def lint(linter: "Linter", source: Source) -> GradedResult | PackedResult:
        graded = linter.lint_and_grade(source)
        return pack(graded) if jobs > 1 else graded

    outcomes = map_files(lint, files, context, jobs=jobs)
    for file, (outcome, failure) in zip(files, outcomes, strict=True):
        if isinstance(outcome, PackedResult):
            yield LintedDocument(file, packed=outcome, failure=failure)
        else:
            yield LintedDocument(file, graded=outcome, failure=failure)


def map_files(
    work: "Callable[[Linter, Source], _Outcome]",
    files: Sequence[RawFile],
    context: RunContext,
    *,
    jobs: int | None = None,
) -> Iterator[tuple[_Outcome, str]]:
    """Do work on the sources of files, in their order, by one process or several.

    Yields:
        What the work returned, and an empty text. Where plainlint failed: what the work returned
        for the source with that as its problem, and the failure in words.

    Raises:
        PlainlintError: the configuration, a rule page or a glossary is wrong.
    """
    if not files:
        return iter(())
    linter = context.linter
    linter.prepare()

    def do_work(file: RawFile) -> tuple[_Outcome, str]:
        return work(linter, file.decode()), ""

    def report_failure(file: RawFile, error: Exception) -> tuple[_Outcome, str]:
        failure = f"plainlint failed on it ({type(error).__name__}: {error})"
        return work(linter, file.decode()._replace(problem=failure)), failure

    return map_in_processes(do_work, files, jobs=_choose_jobs(files, jobs), rescue=report_failure)


def _choose_jobs(files: Sequence[RawFile], jobs: int | None) -> int:
    if jobs is not None:
        return min(jobs, len(files))
    return count_cores() if sum(len(file.data) for file in files) >= _WORTH_WORKERS else 1


class BatchWriter:
    """Adds entries to a cache, many at a time, and the last ones when it is left."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._entries: list[tuple[bytes, Entry]] = []

    def __enter__(self) -> Self:
        return self

    def add(self, key: bytes, entry: Entry) -> None:
        """Add an entry, now or with later ones."""
        self._entries.append((key, entry))
        if len(self._entries) >= _BATCH:
            self._write()

    def __exit__(self, *_error: object) -> None:
        self._write()

    def _write(self) -> None:
        if self._entries:
            self._cache.add(self._entries)
            self._entries = []
