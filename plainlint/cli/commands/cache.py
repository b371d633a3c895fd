"""plainlint cache: what earlier runs have left, and how to delete it."""

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import CacheOptions, open_cache
from plainlint.core.errors import PlainlintError
from plainlint.run.cache import Cache


def cache(options: CacheOptions, environment: Environment) -> CommandResult:
    """Show where the cache is and how large it is, or empty it."""
    kept = open_cache(options.run, environment)
    if kept is None:
        raise PlainlintError("there is no place for the cache; name a folder with --cache-dir")
    return CommandResult(_clear_cache(kept) if options.clear else _describe_cache(kept))


def _describe_cache(kept: Cache) -> str:
    entries, size = kept.get_size()
    return f"{kept.path}: {entries:,} documents, {size / 1e6:.1f} MB\n"


def _clear_cache(kept: Cache) -> str:
    try:
        kept.clear()
    except OSError as error:
        raise PlainlintError(f"{kept.path}: can't be removed: {error.strerror}") from error
    return f"{kept.path}: emptied\n"
