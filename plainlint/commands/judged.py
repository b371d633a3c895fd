"""Judged documents: checked and graded, many of them by all cores, in the order of the files."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from plainlint.cache import Cache
from plainlint.cache_key import document_key, run_key
from plainlint.commands import Surroundings
from plainlint.commands.spread import cores, spread
from plainlint.grading import Grading, grade
from plainlint.linter import Linter
from plainlint.packing import pack, unpack
from plainlint.result import Result
from plainlint.source import Source

# In code points: with less to read, starting a second process takes longer than it saves.
_WORTH_SPREADING = 200_000
# So many documents are put into the cache at a time.
_BATCH = 64


class Judged(NamedTuple):
    """A result and its grading; `failure` says in words what plainlint itself failed on, if so."""

    result: Result
    grading: Grading
    failure: str = ""


def judge(source: Source, linter: Linter) -> Judged:
    """Check and grade one document, with all its sentences."""
    result = linter.lint(source)
    return Judged(result, grade(result, linter.grade_rule(source.path)))


def cache_of(args: Namespace, surroundings: Surroundings) -> Cache | None:
    """The cache that the arguments ask for; None if it is not wanted or has no place."""
    folder = Path(args.cache_dir) if args.cache_dir else surroundings.cache_folder
    if getattr(args, "no_cache", False) or folder is None:
        return None
    return Cache(folder, surroundings.note)


def summaries(
    sources: Sequence[Source], linter: Linter, jobs: int | None = None, cache: Cache | None = None
) -> Iterator[Judged]:
    """Check and grade many documents; what each came to, without blocks and sentences.

    A document that plainlint fails on becomes one that can't be checked, and the rest goes on.

    Args:
        jobs: how many processes share the work; None for one a core, if there is enough of it.
        cache: what earlier runs know; what this one finds out is put in.
    """
    if cache is None:
        for source, each in zip(sources, _fresh(sources, linter, jobs), strict=True):
            yield each if isinstance(each, Judged) else Judged(*unpack(each, source))
        return
    run = run_key(linter.config, linter.today)
    keys = [document_key(run, each, linter.matching(each.path)) for each in sources]
    known = cache.found(keys)
    new = [source for source, key in zip(sources, keys, strict=True) if key not in known]
    fresh = _fresh(new, linter, jobs)
    learned: list[tuple[bytes, str]] = []
    try:
        for source, key in zip(sources, keys, strict=True):
            each = known[key] if key in known else next(fresh)
            if isinstance(each, Judged):
                yield each
                continue
            if key not in known:
                learned.append((key, each))
            yield Judged(*unpack(each, source))
            if len(learned) >= _BATCH:
                cache.add(learned)
                learned.clear()
    finally:
        if learned:
            cache.add(learned)


def _fresh(sources: Sequence[Source], linter: Linter, jobs: int | None) -> Iterator[str | Judged]:
    """What documents come to: packed, or as it is where plainlint failed."""
    if not sources:
        return iter(())
    linter.rules()
    if jobs is None:
        jobs = cores() if sum(len(each.text) for each in sources) >= _WORTH_SPREADING else 1

    def packed(source: Source) -> str | Judged:
        result, grading, _ = judge(source, linter)
        return pack(result, grading)

    def failed(source: Source, error: Exception) -> str | Judged:
        failure = f"plainlint failed on it ({type(error).__name__}: {error})"
        return judge(replace(source, problem=failure), linter)._replace(failure=failure)

    return spread(packed, sources, jobs=jobs, rescue=failed)
