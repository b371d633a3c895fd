"""The pipeline: files to results, from the cache, by worker processes, or in this process."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from plainlint.config.settings import Config
from plainlint.core.source import RawFile, Source
from plainlint.document.readers import decode_file
from plainlint.engine.result import GradedResult, Result
from plainlint.run.cache import Cache, Entry
from plainlint.run.digests import make_document_key, make_run_key
from plainlint.run.report import LintedDocument
from plainlint.run.serialization import PackedResult, UnpackedResult, pack
from plainlint.run.workers import count_cores, map_in_processes

if TYPE_CHECKING:
    from plainlint.engine.linter import Linter
    from plainlint.rulebook.page import Page

# In bytes: with less to read, starting a second process takes longer than it saves.
_WORTH_WORKERS = 200_000
# Documents that are added to the cache at a time.
_BATCH = 64

_Outcome = TypeVar("_Outcome")


class RunContext:
    """What decides the results of a run; the linter is made when a document needs it.

    Args:
        config: the settings of the run.
        today: the date that counts as today.
        choose: returns the context of the documents in a folder, if folders have settings of their
            own.
    """

    def __init__(
        self,
        config: Config,
        today: date | None,
        choose: "Callable[[Path], RunContext] | None" = None,
    ) -> None:
        self.config = config
        self.today = today
        self._choose = choose
        self._by_folder: dict[Path, RunContext] = {}

    def choose_for_folder(self, folder: Path) -> "RunContext":
        """Return the context of the documents in a folder."""
        if self._choose is None:
            return self
        if folder not in self._by_folder:
            chosen = self._choose(folder)
            # One context has one linter.
            self._by_folder[folder] = self if chosen.config == self.config else chosen
        return self._by_folder[folder]

    def choose_for_file(self, path: str) -> "RunContext":
        """Return the context of a document."""
        return self.choose_for_folder(Path(path).parent) if self._choose else self

    def prepare(self, paths: Iterable[str]) -> None:
        """Prepare all linters that documents need, before processes share the work.

        Raises:
            PlainlintError: the configuration, a rule page or a glossary is wrong.
        """
        for context in self.list_contexts(paths):
            context.linter.prepare()

    def list_contexts(self, paths: Iterable[str]) -> list["RunContext"]:
        """Return the contexts of documents, each once."""
        return list({id(context): context for context in map(self.choose_for_file, paths)}.values())

    def collect_pages(self, paths: Iterable[str]) -> "dict[str, Page]":
        """Return the rule pages of all documents, by id; those of the run win."""
        contexts = [*self.list_contexts(paths), self]
        return {rule: page for one in contexts for rule, page in one.linter.rule_set.pages.items()}

    @cached_property
    def run_key(self) -> bytes:
        """What the cache keys of all documents with these settings share."""
        return make_run_key(self.config, self.today)

    def make_key(self, file: RawFile, kind: str = "result") -> bytes:
        """Return the cache key of a document; see `make_document_key`."""
        context = self.choose_for_file(file.path)
        matching = context.config.match_path_configs(file.path)
        return make_document_key(context.run_key, file, matching, kind)

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
    cached = find_cached(files, context, cache, details=details)
    missing = [file for file, (_, packed) in zip(files, cached, strict=True) if packed is None]
    jobs = choose_jobs(sum(len(file.data) for file in missing), len(missing), jobs)

    def lint(linter: "Linter", source: Source) -> GradedResult | PackedResult:
        graded = linter.lint_and_grade(source)
        return pack(graded) if jobs > 1 else graded

    fresh = map_files(lint, missing, context, jobs=jobs)
    with BatchWriter(cache) as writer:
        for file, (key, packed) in zip(files, cached, strict=True):
            if packed is not None:
                yield LintedDocument(file, packed=packed)
                continue
            outcome, failure = next(fresh)
            if isinstance(outcome, PackedResult):
                document = LintedDocument(file, packed=outcome, failure=failure)
            else:
                document = LintedDocument(file, graded=outcome, failure=failure)
            if cache and not failure:
                writer.add(key, document.pack())
            yield document


def find_cached(
    files: Sequence[RawFile], context: RunContext, cache: Cache | None, *, details: bool
) -> list[tuple[bytes, PackedResult | None]]:
    """Return the cache key of each file, and its result if the cache has it."""
    if cache is None:
        return [(b"", None)] * len(files)
    keys = [context.make_key(file) for file in files]
    entries = cache.get_many(keys, details=details)
    return [(key, PackedResult(*entries[key]) if key in entries else None) for key in keys]


def find_result(file: RawFile, context: RunContext, cache: Cache | None) -> Result | None:
    """Return the result of a file, without blocks and sentences, if the cache has it."""
    ((_, packed),) = find_cached([file], context, cache, details=True)
    return UnpackedResult(packed, file).result if packed else None


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
    context.prepare(file.path for file in files)

    def do_work(file: RawFile) -> tuple[_Outcome, str]:
        return work(context.choose_for_file(file.path).linter, decode_file(file)), ""

    def report_failure(file: RawFile, error: Exception) -> tuple[_Outcome, str]:
        failure = describe_failure(error)
        linter = context.choose_for_file(file.path).linter
        return work(linter, decode_file(file)._replace(problem=failure)), failure

    jobs = choose_jobs(sum(len(file.data) for file in files), len(files), jobs)
    return map_in_processes(do_work, files, jobs=jobs, rescue=report_failure)


def describe_failure(error: Exception) -> str:
    """Return a message that plainlint itself failed on a document."""
    return f"plainlint failed on it ({type(error).__name__}: {error})"


def choose_jobs(size: int, count: int, jobs: int | None) -> int:
    """Return the number of processes for documents of a size in bytes."""
    if jobs is None:
        jobs = count_cores() if size >= _WORTH_WORKERS else 1
    return min(jobs, count)


class BatchWriter:
    """Adds entries to a cache, if there is one: many at a time, the last ones when it is left."""

    def __init__(self, cache: Cache | None) -> None:
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
        if self._cache and self._entries:
            self._cache.add(self._entries)
            self._entries = []
