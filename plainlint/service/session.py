"""A session: the open documents of an editor, and the newest result of each."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from plainlint.config.settings import Config
from plainlint.core.diagnostics import Diagnostic
from plainlint.core.source import RawFile, Source
from plainlint.document.readers import decode_file
from plainlint.engine.fixes import fix_source
from plainlint.engine.linter import Linter
from plainlint.engine.result import GradedResult
from plainlint.engine.update import Checked, update
from plainlint.run.discovery import make_raw_file
from plainlint.run.pipeline import RunContext

# Names of files of settings.
_SETTINGS = ("plainlint.toml", "pyproject.toml")


class CheckedText(NamedTuple):
    """The result of one version of a document."""

    version: int
    checked: Checked

    @property
    def graded(self) -> GradedResult:
        """The findings and the grade."""
        return self.checked.graded

    @property
    def source(self) -> Source:
        """The text that was checked."""
        return self.graded.result.document.source

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings, in text order."""
        return tuple(self.graded.result.diagnostics)


class _OpenText(NamedTuple):
    text: str
    version: int
    audience: str = ""


class Session:
    """Open documents by path; each is checked when its result is asked for, once a version.

    The newest text wins: an older version that comes late changes nothing.

    Args:
        make_context: reads the settings; it is called again when they change.
        make_file: returns a document of this path and content with what is known about it.

    Raises, from all that need a result:
        PlainlintError: the configuration, a rule page or a glossary is wrong.
    """

    def __init__(
        self,
        make_context: Callable[[], RunContext],
        make_file: Callable[[str, bytes, Config], RawFile] = make_raw_file,
    ) -> None:
        self._make_context = make_context
        self._make_file = make_file
        self._context: RunContext | None = None
        self._texts: dict[Path, _OpenText] = {}
        self._checked: dict[Path, CheckedText] = {}
        # One for each audience that a writer chose for a text that names none.
        self._for_audience: dict[tuple[Linter, str], Linter] = {}

    def set_text(self, path: Path, text: str, version: int, audience: str = "") -> bool:
        """Open a document, or give it a newer text; return whether it is the newest.

        Args:
            audience: the readers of a text that names none; empty for those of the settings.
        """
        known = self._texts.get(path)
        if known and known.version > version:
            return False
        self._texts[path] = _OpenText(text, version, audience)
        return True

    def is_newest(self, path: Path, version: int) -> bool:
        """Return whether a version of a document is the one to check."""
        return path in self._texts and self._texts[path].version == version

    def close(self, path: Path) -> None:
        """Forget a document."""
        self._texts.pop(path, None)
        self._checked.pop(path, None)

    def reload(self) -> None:
        """Read settings, rules and glossaries again when the next result is asked for."""
        self._context = None
        self._checked.clear()
        self._for_audience.clear()

    def depends_on(self, path: Path) -> bool:
        """Return whether results may change with a file: settings, or what they name."""
        if path.name in _SETTINGS:
            return True
        if self._context is None:
            return False
        config = self._context.choose_for_file(str(path)).config
        named = (*config.glossary, *config.accept, *config.check_files)
        folders = (*config.rule_folders, *config.vale_styles)
        real = path.resolve()
        return any(real == one.resolve() for one in named) or any(
            real.is_relative_to(one.resolve()) for one in folders
        )

    def check(self, path: Path) -> CheckedText | None:
        """Return the result of the newest text of a document; None if it is not open."""
        newest = self._texts.get(path)
        if newest is None:
            return None
        checked = self._checked.get(path)
        if checked is None or checked.version != newest.version:
            earlier = checked.checked if checked else None
            latest = update(self.get_linter(path), self._read(path, newest.text), earlier)
            checked = self._checked[path] = CheckedText(newest.version, latest)
        return checked

    def check_once(self, path: Path, text: str) -> tuple[GradedResult, Linter]:
        """Check a text of a document that may also be open with another text; keep nothing."""
        linter = self._find_linter(path)
        return linter.lint_and_grade(self._read(path, text)), linter

    def fix(self, path: Path) -> str | None:
        """Return the newest text of a document with all safe fixes; None if it is not open."""
        newest = self._texts.get(path)
        if newest is None:
            return None
        return fix_source(self._read(path, newest.text), self.get_linter(path)).source.text

    def get_linter(self, path: Path) -> Linter:
        """Return the linter of a document: the settings nearest to it, and its readers."""
        linter = self._find_linter(path)
        audience = self._texts[path].audience if path in self._texts else ""
        if not audience:
            return linter
        key = (linter, audience)
        if key not in self._for_audience:
            config = linter.config._replace(default_audience=audience)
            self._for_audience[key] = Linter(config, linter.today)
        return self._for_audience[key]

    def _find_linter(self, path: Path) -> Linter:
        if self._context is None:
            self._context = self._make_context()
        return self._context.choose_for_file(str(path)).linter

    def _read(self, path: Path, text: str) -> Source:
        config = self.get_linter(path).config
        # Editors may send halves of pairs, which no file has.
        return decode_file(self._make_file(str(path), text.encode(errors="replace"), config))
