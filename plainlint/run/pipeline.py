"""Rendered documents: each checked and turned into a text, from the cache or by all cores."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from plainlint.config.settings import Config
from plainlint.core.source import RawFile, Source
from plainlint.run.cache import Cache
from plainlint.run.cache_key import make_document_key, make_run_key

if TYPE_CHECKING:
    from plainlint.engine.linter import Linter
from plainlint.engine.linter import Linter
from plainlint.engine.result import Grading, Result, grade
from plainlint.run.serialization import pack, unpack

# In bytes: with less to read, starting a second process takes longer than it saves.
_WORTH_SPREADING = 200_000
# So many documents are put into the cache at a time.
_BATCH = 64


class Setup(NamedTuple):
    """What decides the results of a run; the linter is made when a document needs it."""

    config: Config
    today: date | None
    linter: "Callable[[], Linter]"


class Rendering(NamedTuple):
    """How a document that is checked becomes a text.

    Attributes:
        name: what, beside the results, decides the text: it is a part of its key in the cache.
        make: checks a document and gives its text.
        tells_path: whether the document's path is in the text.
        holds: whether a text from the cache is still right for the document at a path.
    """

    name: str
    make: "Callable[[Linter, Source], str]"
    tells_path: bool = False
    holds: Callable[[str, str], bool] = lambda _path, _text: True

    def key(self, run: bytes, file: RawFile, matching: tuple[int, ...]) -> bytes:
        """The key of a document's text."""
        name = f"{self.name}\0{file.path}" if self.tells_path else self.name
        return make_document_key(run, file, matching, name)


class Rendered(NamedTuple):
    """A document and its text; `failure` says in words what plainlint itself failed on, if so."""

    file: RawFile
    text: str
    failure: str = ""

    @property
    def path(self) -> str:
        """The path by which the document was named."""
        return self.file.path


def rendered(
    files: Sequence[RawFile],
    setup: Setup,
    rendering: Rendering,
    jobs: int | None = None,
    cache: Cache | None = None,
) -> Iterator[Rendered]:
    """The texts of many documents, in their order.

    A document that plainlint fails on becomes one that can't be checked, and the rest goes on.

    Args:
        jobs: how many processes share the work; None for one a core, if there is enough of it.
        cache: what earlier runs know; what this one finds out is put in.
    """
    if cache is None:
        yield from _fresh(files, setup, rendering, jobs)
        return
    run = make_run_key(setup.config, setup.today)
    keys = [rendering.key(run, each, setup.config.match_path_configs(each.path)) for each in files]
    known = cache.get_many(keys)
    for file, key in zip(files, keys, strict=True):
        if key in known and not rendering.holds(file.path, known[key]):
            del known[key]
    new = [file for file, key in zip(files, keys, strict=True) if key not in known]
    fresh = _fresh(new, setup, rendering, jobs)
    learned: list[tuple[bytes, str]] = []
    try:
        for file, key in zip(files, keys, strict=True):
            if key in known:
                yield Rendered(file, known[key])
                continue
            each = next(fresh)
            if not each.failure:
                learned.append((key, each.text))
            yield each
            if len(learned) >= _BATCH:
                cache.add(learned)
                learned.clear()
    finally:
        if learned:
            cache.add(learned)


def _fresh(
    files: Sequence[RawFile], setup: Setup, rendering: Rendering, jobs: int | None
) -> Iterator[Rendered]:
    if not files:
        return iter(())
    from plainlint.run.workers import count_cores, map_in_processes

    linter = setup.linter()
    linter.get_running_rules()
    if jobs is None:
        jobs = count_cores() if sum(len(each.data) for each in files) >= _WORTH_SPREADING else 1

    def made(file: RawFile) -> tuple[str, str]:
        return rendering.make(linter, file.decode()), ""

    def failed(file: RawFile, error: Exception) -> tuple[str, str]:
        failure = f"plainlint failed on it ({type(error).__name__}: {error})"
        return rendering.make(linter, file.decode()._replace(problem=failure)), failure

    done = map_in_processes(made, files, jobs=jobs, rescue=failed)
    return (Rendered(file, *each) for file, each in zip(files, done, strict=True))


class Judged(NamedTuple):
    """A result and its grading; `failure` says in words what plainlint itself failed on, if so."""

    result: Result
    grading: Grading
    failure: str = ""

    @property
    def path(self) -> str:
        """The path by which the document was named."""
        return self.result.path


def judge(linter: Linter, source: Source) -> Judged:
    """Check and grade one document, with all its sentences."""
    result = linter.lint(source)
    return Judged(result, grade(result, linter.find_grade_rule(source.path)))


def _packed(linter: Linter, source: Source) -> str:
    result, grading, _ = judge(linter, source)
    return pack(result, grading)


_PACKED = Rendering("packed", _packed)


def summaries(
    files: Sequence[RawFile], setup: Setup, jobs: int | None = None, cache: Cache | None = None
) -> Iterator[Judged]:
    """Check and grade many documents; what each came to, without blocks and sentences.

    The arguments are those of `rendered`.
    """
    for each in rendered(files, setup, _PACKED, jobs, cache):
        yield Judged(*unpack(each.text, each.file.decode()), each.failure)
