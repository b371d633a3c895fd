"""Which files below a folder are documents, by the settings."""

from pathlib import Path
from typing import NamedTuple, Self

from plainlint.config.settings import Config
from plainlint.core.formats import AUTO, MARKDOWN, SUFFIXES
from plainlint.core.gitignore import is_ignored, read_patterns


class FileFilter(NamedTuple):
    """Which files below a folder are documents.

    Attributes:
        include: patterns as in .gitignore; empty takes the files of one format.
        format: the format that a folder is searched for if `include` is empty.
        exclude: patterns of files and folders to skip.
        root: the folder that patterns are relative to.
        force_exclude: whether `exclude` also applies to files that are named one by one.
        further: a filter for the whole run, that excludes more.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    root: Path = Path()
    force_exclude: bool = False
    format: str = MARKDOWN
    further: "FileFilter | None" = None

    @classmethod
    def from_config(cls, config: Config, *, force_exclude: bool = False) -> Self:
        """Return the filter that the settings describe."""
        chosen = MARKDOWN if config.input_format == AUTO else config.input_format
        return cls(config.include, config.exclude, config.root, force_exclude, chosen)

    @property
    def format_name(self) -> str:
        """The format as messages name it."""
        return "Markdown" if self.format == MARKDOWN else self.format

    def includes(self, path: Path) -> bool:
        """Return whether a file is of a kind to check."""
        if not self.include:
            return path.suffix.lower() in SUFFIXES[self.format]
        wanted = read_patterns("\n".join(self.include))
        return is_ignored(self._make_relative(path), (wanted,), is_folder=False)

    def excludes(self, path: Path, *, is_folder: bool) -> bool:
        """Return whether the settings exclude a file or folder."""
        if self.further and self.further.excludes(path, is_folder=is_folder):
            return True
        if not self.exclude:
            return False
        unwanted = read_patterns("\n".join(self.exclude))
        return is_ignored(self._make_relative(path), (unwanted,), is_folder=is_folder)

    def _make_relative(self, path: Path) -> str:
        absolute, root = path.absolute(), self.root.absolute()
        return (absolute.relative_to(root) if absolute.is_relative_to(root) else path).as_posix()
