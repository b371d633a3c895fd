"""plainlint cache: show or delete the results of earlier runs."""

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.language import find_language
from plainlint.cli.options import CacheOptions, open_cache
from plainlint.core.errors import PlainlintError
from plainlint.core.text import pluralise
from plainlint.run.cache import Cache
from plainlint.run.stored_file import find_stored_file


def cache(options: CacheOptions, environment: Environment) -> CommandResult:
    """Show where the cache is and how large it is, or empty it."""
    results = open_cache(options.run, environment)
    if results is None:
        raise PlainlintError("no folder for the cache was found; name one with --cache-dir")
    text = _clear_cache(results) if options.clear else _describe_cache(results)
    said = environment.speak(find_language(options)).style.say(text)
    return CommandResult(f"{results.path}: {said}\n")


def _describe_cache(results: Cache) -> str:
    entries, size = results.get_size()
    return f"{pluralise(entries, 'document')}, {size / 1e6:.1f} MB"


def _clear_cache(results: Cache) -> str:
    try:
        results.clear()
        find_stored_file(results.path.parent).unlink(missing_ok=True)
    except OSError as error:
        raise PlainlintError(f"{results.path}: can't be removed: {error.strerror}") from error
    return "emptied"
