"""The file of the stored results, in the folder of the cache; it may be deleted at any time."""

from contextlib import suppress
from pathlib import Path

from plainlint.core.errors import PlainlintError
from plainlint.core.files import read_regular_file, write_atomically
from plainlint.core.stored_patterns import use_stored_patterns
from plainlint.core.stored_results import STORED
from plainlint.run.cache_folder import check_owner, prepare_folder

_FILE_NAME = "start.bin"


def find_stored_file(folder: Path) -> Path:
    """Return the path of the file in a folder of the cache."""
    return folder / _FILE_NAME


def load_stored_results(folder: Path) -> None:
    """Let this process use what earlier ones stored, as far as it can be read."""
    data, path = b"", find_stored_file(folder)
    with suppress(OSError, ValueError):
        check_owner(path)
        data = read_regular_file(path)
    STORED.load(data)
    use_stored_patterns()


def save_stored_results(folder: Path) -> None:
    """Store what this process worked out anew; where the folder can't be written, nothing."""
    if STORED.has_new:
        with suppress(OSError, ValueError, PlainlintError):
            prepare_folder(folder)
            path = find_stored_file(folder)
            check_owner(path)
            write_atomically(path, STORED.dump())
