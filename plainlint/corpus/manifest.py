"""The manifest of a folder of results: what they were made of, and with what."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from plainlint.config.settings import Config
from plainlint.core import __version__
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.corpus.sources import PlannedSource, Reading
from plainlint.run.digests import digest_settings

MANIFEST = "manifest.json"
# What must be the same in all runs that write into one folder, in words.
_SHARED = {
    "plainlint": "version of plainlint",
    "rules": "rules or settings",
    "columns": "columns",
    "unit_rows": "number of rows a unit (--unit-rows)",
    "findings": "choice of --no-findings",
}


class Manifest(NamedTuple):
    """What decides the results in a folder.

    Attributes:
        shared: what all runs that write into it share, by the keys of the file.
        sources: the digest of each source.
        today: the date that counted as today.
    """

    shared: Mapping[str, Any]
    sources: Mapping[str, str]
    today: date


def make_manifest(
    reading: Reading,
    sources: Sequence[PlannedSource],
    config: Config,
    today: date,
    *,
    with_findings: bool,
) -> Manifest:
    """Return the manifest of a run."""
    columns = {name: column for name, column in reading.columns._asdict().items() if column}
    shared = {
        "plainlint": __version__,
        "rules": digest_settings(config),
        "columns": {**columns, "kept": list(reading.kept)},
        "unit_rows": reading.unit_rows,
        "findings": with_findings,
    }
    return Manifest(shared, {source.name: source.digest for source in sources}, today)


def join_folder(folder: Path, manifest: Manifest) -> date:
    """Write the manifest into a folder, or check that its results can be added to those there.

    Returns:
        The date that counts as today: that of the first run, so that all results agree.

    Raises:
        PlainlintError: the folder has other things in it, or results that differ from these in
            more than their sources; or a source has changed.
    """
    path = folder / MANIFEST
    earlier: Mapping[str, Any] | None = None
    if path.is_file():
        earlier = read_manifest(path)
        _compare(folder, earlier, manifest)
    elif folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PlainlintError(
            f"{folder}: this holds other things than results of a corpus; name a new folder"
        )
    folder.mkdir(parents=True, exist_ok=True)
    today = date.fromisoformat(earlier["today"]) if earlier else manifest.today
    known = earlier["sources"] if earlier else {}
    sources = {**known, **manifest.sources}
    if earlier is None or sources != known:
        content = {**manifest.shared, "today": str(today), "sources": sources}
        write_atomically(path, json.dumps(content, indent=2) + "\n")
    return today


def read_manifest(path: Path) -> Mapping[str, Any]:
    """Return the contents of a manifest.

    Raises:
        PlainlintError: it can't be read, or is something else.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        date.fromisoformat(values["today"])
        dict(values["sources"])
        dict(values["columns"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PlainlintError(f"{path}: this is not the manifest of a corpus: {error}") from error
    return dict(values)


def _compare(folder: Path, earlier: Mapping[str, Any], manifest: Manifest) -> None:
    for key, name in _SHARED.items():
        if earlier.get(key) != manifest.shared[key]:
            raise PlainlintError(
                f"{folder}: its results differ in the {name}: "
                f"{_show(earlier.get(key))} then, {_show(manifest.shared[key])} now; "
                "name a new folder, or delete this one"
            )
    for name, digest in manifest.sources.items():
        if earlier["sources"].get(name, digest) != digest:
            what = f"{name} has" if name else "the documents have"
            raise PlainlintError(
                f"{folder}: {what} changed since its results were made; "
                "name a new folder, or delete this one"
            )


def _show(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
