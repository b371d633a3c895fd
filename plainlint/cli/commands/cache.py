"""plainlint cache: what is in the cache of earlier runs, and how to empty it."""

from argparse import Namespace

from plainlint.cli.environment import Outcome, Surroundings
from plainlint.cli.options import cache_of
from plainlint.core.errors import PlainlintError
from plainlint.run.cache import Cache


def cache(args: Namespace, surroundings: Surroundings) -> Outcome:
    """Show where the cache is and how large it is, or empty it."""
    kept = cache_of(args, surroundings)
    if kept is None:
        raise PlainlintError("there is no folder for the cache; name one with --cache-dir")
    return Outcome(_cleared(kept) if args.action == "clear" else _info(kept))


def _info(kept: Cache) -> str:
    entries, size = kept.size()
    return f"{kept.path}: {entries:,} documents, {size / 1e6:.1f} MB\n"


def _cleared(kept: Cache) -> str:
    try:
        kept.clear()
    except OSError as error:
        raise PlainlintError(f"{kept.path}: can't be removed: {error.strerror}") from error
    return f"{kept.path}: emptied\n"
