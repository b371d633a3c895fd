"""The application behind the writer's page: what the page asks, and the answers."""

import base64
import binascii
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from plainlint.core.audiences import AUDIENCES
from plainlint.core.errors import PlainlintError
from plainlint.core.source import Span
from plainlint.document.language_tags import get_primary_tag
from plainlint.languages.files import ENGLISH
from plainlint.languages.phrases import read_table, translate_line
from plainlint.service.hiding import hide_here, hide_on_page
from plainlint.service.session import CheckedText, Session
from plainlint.service.web.conversion import convert_html, convert_word_file
from plainlint.service.web.downloads import make_report_file, make_word_file
from plainlint.service.web.units import EditorUnits
from plainlint.service.web.view import choose_language, list_edits, make_view, summarise_view
from plainlint.service.web.workspace import ConflictError, Workspace

# The name of a text that is in no file.
PASTED = "pasted.md"
_TYPES = {".css": "text/css", ".js": "text/javascript", ".html": "text/html", ".txt": "text/plain"}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class _NotAQuestionError(Exception):
    """What was sent is not what the page sends."""


_Handler = Callable[["WriterApp", Mapping[str, Any]], dict[str, Any] | Response]


class WriterApp:
    """Answers what the page asks about the files of a workspace.

    All work is done by one thread, in the order of the questions. A text that is not the newest
    any more when its turn comes is not checked.

    Args:
        workspace: the files.
        session: their texts and results.
    """

    def __init__(self, workspace: Workspace, session: Session) -> None:
        self.workspace = workspace
        self.session = session

    def list_files(self, _asked: Mapping[str, Any]) -> dict[str, Any]:
        """Return the names of all files; settings and rules are read again too."""
        self.session.reload()
        names = self.workspace.list_names()
        return {"files": names, "audiences": list(AUDIENCES), "language": self._get_language()}

    def _get_language(self) -> str:
        """Return the language of the page before a text is open."""
        try:
            setting = self.session.get_linter(Path(PASTED)).config.lang
        except PlainlintError:
            # What is wrong with the settings is said where they are needed.
            setting = ""
        return choose_language(setting, ENGLISH)

    def list_words(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Return the phrases of a language by the English ones."""
        return {"words": read_table(_get_text(asked, "language")) or {}}

    def open(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Return the text of a file."""
        name = _get_text(asked, "name")
        self.session.close(self._find_path(name))
        return self.workspace.open(name)._asdict()

    def summarise(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Return the verdict on a file as it was last saved."""
        name = _get_text(asked, "name")
        text = self.workspace.open(name).text
        # Nothing of it is kept: the editor may have a newer text of the same file.
        graded, linter = self.session.check_once(self.workspace.find_path(name), text)
        return summarise_view(graded, linter)

    def check(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Return the findings of a text of the editor, unless there is a newer one."""
        checked = self._find_checked(asked)
        if checked is None:
            return {"late": True}
        linter = self.session.get_linter(self._find_path(_get_text(asked, "name")))
        return {"version": checked.version, **make_view(checked.graded, linter)}

    def accept(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Return the changes that put a comment into the text, and how many findings it hides.

        The findings that are sent are hidden where they are; with `everywhere`, all of their rules.
        """
        checked = self._require_checked(asked)
        lint = self.session.get_linter(self._find_path(_get_text(asked, "name"))).lint
        reason = _get_text(asked, "reason")
        units = EditorUnits(checked.source.text)
        wanted = _read_findings(asked, units)
        if not wanted or not reason.strip():
            raise PlainlintError("Say why it may stay as it is.")
        result = checked.graded.result
        if asked.get("everywhere") is True:
            hiding = hide_on_page(
                result, list(dict.fromkeys(rule for rule, _ in wanted)), lint, reason
            )
        else:
            hidden = [one for one in checked.diagnostics if (one.rule, one.span) in wanted]
            hiding = hide_here(result, hidden, lint, reason) if hidden else None
        if not hiding:
            raise PlainlintError("No comment can stand here. Change the settings instead.")
        return {"edits": list_edits(hiding.edits, units), "hidden": hiding.hidden}

    def save(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Write a text into its file."""
        name, text = _get_text(asked, "name"), _get_text(asked, "text")
        return {"digest": self.workspace.save(name, text, _get_text(asked, "digest")).digest}

    def convert(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        """Return the Markdown of what was pasted, or of a file from elsewhere."""
        if "word" not in asked:
            return {"text": convert_html(_get_text(asked, "html"))}
        try:
            data = base64.b64decode(_get_text(asked, "word"), validate=True)
        except binascii.Error as error:
            raise PlainlintError("This file did not arrive whole. Try again.") from error
        return {"text": convert_word_file(data)}

    def download(self, asked: Mapping[str, Any]) -> Response:
        """Return a file made of a text: `word` or `report`."""
        checked = self._require_checked(asked)
        path = self._find_path(_get_text(asked, "name"))
        linter, result = self.session.get_linter(path), checked.graded.result
        if _get_text(asked, "kind") == "word":
            return Response(make_word_file(result, linter), media_type=_WORD)
        return Response(make_report_file(result, linter, linter.today), media_type="text/html")

    def _find_path(self, name: str) -> Path:
        return Path(PASTED) if name == PASTED else self.workspace.find_path(name)

    def _find_checked(self, asked: Mapping[str, Any]) -> CheckedText | None:
        path = self._find_path(_get_text(asked, "name"))
        version = _get_number(asked, "version")
        return self.session.check(path) if self.session.is_newest(path, version) else None

    def _require_checked(self, asked: Mapping[str, Any]) -> CheckedText:
        checked = self._find_checked(asked)
        if checked is None:
            raise ConflictError("The text has changed meanwhile. Try again.")
        return checked

    def take_text(self, asked: Mapping[str, Any]) -> None:
        """Take a text of the editor at once: what waits for an older one is not done any more."""
        audience = asked.get("audience", "")
        self.session.set_text(
            self._find_path(_get_text(asked, "name")),
            _get_text(asked, "text"),
            _get_number(asked, "version"),
            audience if audience in AUDIENCES else "",
        )


_HANDLERS: Mapping[str, _Handler] = {
    "files": WriterApp.list_files,
    "words": WriterApp.list_words,
    "open": WriterApp.open,
    "summary": WriterApp.summarise,
    "check": WriterApp.check,
    "accept": WriterApp.accept,
    "save": WriterApp.save,
    "convert": WriterApp.convert,
    "download": WriterApp.download,
}


def make_app(writer: WriterApp) -> Starlette:
    """Return the web application: the page, its files, and one address for each question."""
    routes = [
        Route("/", _show_page),
        Route("/static/{name}", _show_static),
        *(
            Route(f"/api/{name}", _make_endpoint(writer, handler), methods=["POST"])
            for name, handler in _HANDLERS.items()
        ),
    ]
    app = Starlette(routes=routes)
    app.state.worker = CapacityLimiter(1)
    return app


def _make_endpoint(
    writer: WriterApp, handler: _Handler
) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        say = partial(_say, request.headers.get("accept-language", ENGLISH))
        try:
            asked = await _read_question(request)
            if handler is WriterApp.check:
                writer.take_text(asked)
            worker = request.app.state.worker
            found = await run_sync(handler, writer, asked, limiter=worker)
        except _NotAQuestionError:
            return say("This is not a JSON object.", 400)
        except ConflictError as error:
            return say(str(error), 409)
        except PlainlintError as error:
            return say(str(error), 422)
        except Exception as error:  # noqa: BLE001 -- the page must not lose what is typed
            return say(f"plainlint failed here ({type(error).__name__}). Your text is safe.", 500)
        return found if isinstance(found, Response) else JSONResponse(found)

    return answer


async def _read_question(request: Request) -> Mapping[str, Any]:
    """Return what the page sends.

    Raises:
        _NotAQuestionError: it is not a JSON object.
    """
    try:
        asked = await request.json()
    except (ValueError, RecursionError) as error:
        raise _NotAQuestionError from error
    if not isinstance(asked, dict):
        raise _NotAQuestionError
    return asked


def _say(language: str, words: str, status: int) -> JSONResponse:
    return JSONResponse({"problem": translate_line(words, get_primary_tag(language))}, status)


async def _show_page(request: Request) -> Response:
    page = (files(__package__) / "static" / "index.html").read_text(encoding="utf-8")
    nonce = str(request.scope["plainlint.nonce"])
    return Response(page.replace("{nonce}", nonce), media_type="text/html")


async def _show_static(request: Request) -> Response:
    name = request.path_params["name"]
    static = files(__package__) / "static"
    known = {file.name for file in static.iterdir()}
    kind = _TYPES.get(Path(name).suffix)
    if name not in known or kind is None:
        return Response("There is no such file.\n", 404, media_type="text/plain")
    return Response((static / name).read_bytes(), media_type=kind)


def _read_findings(asked: Mapping[str, Any], units: EditorUnits) -> list[tuple[str, Span]]:
    """Return the findings that the page names, each with its rule and its span."""
    named = asked.get("findings")
    rows = named if isinstance(named, list) else []
    return [
        (
            _get_text(row, "rule"),
            Span(
                units.to_offset(_get_number(row, "from")), units.to_offset(_get_number(row, "to"))
            ),
        )
        for row in rows
        if isinstance(row, dict)
    ]


def _get_text(asked: Mapping[str, Any], key: str) -> str:
    value = asked.get(key)
    if not isinstance(value, str):
        raise PlainlintError(f"The page did not send '{key}'.")
    return value


def _get_number(asked: Mapping[str, Any], key: str) -> int:
    value = asked.get(key)
    if not isinstance(value, int):
        raise PlainlintError(f"The page did not send '{key}'.")
    return value
