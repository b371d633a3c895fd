"""The language server: findings, fixes, explanations and grades in any editor."""

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from plainlint.core import __version__
from plainlint.core.diagnostics import Diagnostic, Edit, Severity
from plainlint.core.errors import PlainlintError
from plainlint.core.source import Span
from plainlint.engine.result import format_verdict
from plainlint.service.hiding import hide_here
from plainlint.service.hover import format_hover
from plainlint.service.positions import PositionMap
from plainlint.service.session import CheckedText, Session

_NAME = "plainlint"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
# Seconds without a change after which a document is checked: changes that come together are one.
_QUIET = 0.001
# Files whose change may change results: settings, glossaries, word lists and rule pages.
_WATCHED = "**/*.{toml,csv,json,yaml,yml,txt,md}"
_FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.{_NAME}"


class PlainlintServer(LanguageServer):
    """The server of one editor.

    Args:
        session: its documents.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(_NAME, __version__)
        self.session = session
        self._waiting: dict[str, asyncio.TimerHandle] = {}

    @property
    def encoding(self) -> str:
        """The encoding in which the client counts columns."""
        return types.PositionEncodingKind(self.workspace.position_encoding).value

    @property
    def pulls(self) -> bool:
        """Whether the client asks for findings, so that none are sent unasked."""
        text_document = self.client_capabilities.text_document
        return bool(text_document and text_document.diagnostic)

    def take_text(self, uri: str) -> None:
        """Take the newest text of a document, and check it when the writer pauses."""
        document = self.workspace.get_text_document(uri)
        if not self.session.set_text(get_path(uri), document.source, document.version or 0):
            return
        if not self.pulls:
            if waiting := self._waiting.pop(uri, None):
                waiting.cancel()
            loop = asyncio.get_running_loop()
            self._waiting[uri] = loop.call_later(_QUIET, self.publish, uri)

    def forget(self, uri: str) -> None:
        """Forget a document that was closed, and clear its findings."""
        if waiting := self._waiting.pop(uri, None):
            waiting.cancel()
        self.session.close(get_path(uri))
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def publish(self, uri: str) -> None:
        """Send the findings of a document."""
        self._waiting.pop(uri, None)
        checked = self.check(uri)
        if checked:
            self.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri, self.list_diagnostics(checked), checked.version)
            )

    def reload_settings(self) -> None:
        """Read the settings again, and check all open documents by them."""
        self.session.reload()
        workspace = self.client_capabilities.workspace
        if workspace and workspace.code_lens and workspace.code_lens.refresh_support:
            self.workspace_code_lens_refresh(None)
        if self.pulls:
            if workspace and workspace.diagnostics and workspace.diagnostics.refresh_support:
                self.workspace_diagnostic_refresh(None)
            return
        for uri in list(self.workspace.text_documents):
            self.publish(uri)

    def watch_settings(self) -> None:
        """Ask the client to tell of changed files, if it can."""
        workspace = self.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if not (watching and watching.dynamic_registration):
            return
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(_WATCHED)]
        )
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        self.client_register_capability(
            types.RegistrationParams([types.Registration("settings", method, options)])
        )

    def check(self, uri: str) -> CheckedText | None:
        """Return the newest result of a document; tell the writer if the settings are wrong."""
        try:
            return self.session.check(get_path(uri))
        except PlainlintError as error:
            self.window_show_message(
                types.ShowMessageParams(types.MessageType.Error, f"plainlint: {error}")
            )
            return None

    def list_diagnostics(self, checked: CheckedText) -> list[types.Diagnostic]:
        """Return the findings of a document as the client shows them."""
        positions = PositionMap(checked.source, self.encoding)
        return [
            types.Diagnostic(
                range=positions.to_range(found.span),
                message=" ".join(filter(None, (found.message, found.help))),
                severity=_SEVERITIES[found.severity],
                code=found.rule,
                source=_NAME,
                related_information=[
                    types.DiagnosticRelatedInformation(
                        types.Location(
                            uris.from_fs_path(checked.source.path) or "",
                            positions.to_range(related.span),
                        ),
                        related.text,
                    )
                    for related in found.related
                ]
                or None,
            )
            for found in checked.diagnostics
        ]

    def find_at(self, checked: CheckedText, given: types.Range) -> list[Diagnostic]:
        """Return the findings that a range of the client touches, the shortest first."""
        span = PositionMap(checked.source, self.encoding).to_span(given)
        touched = [
            found
            for found in checked.diagnostics
            if found.span.start <= span.end and span.start <= found.span.end
        ]
        return sorted(touched, key=lambda found: found.span.end - found.span.start)

    def make_edit(
        self, uri: str, checked: CheckedText, edits: Sequence[Edit]
    ) -> types.WorkspaceEdit:
        """Return edits of one version of a document; the client refuses them for another."""
        positions = PositionMap(checked.source, self.encoding)
        changes = [types.TextEdit(positions.to_range(edit.span), edit.text) for edit in edits]
        workspace = self.client_capabilities.workspace
        can = workspace and workspace.workspace_edit
        if not (can and can.document_changes):
            return types.WorkspaceEdit(changes={uri: changes})
        document = types.OptionalVersionedTextDocumentIdentifier(uri, checked.version)
        return types.WorkspaceEdit(
            document_changes=[types.TextDocumentEdit(document, list(changes))]
        )


def get_path(uri: str) -> Path:
    """Return the path of a document; one that was never saved has its name."""
    return Path(uris.to_fs_path(uri) or uri.rpartition(":")[2] or "untitled")


def make_server(session: Session) -> PlainlintServer:
    """Return a server with all that it can do."""
    server = PlainlintServer(session)
    _add_documents(server)
    _add_settings(server)
    _add_findings(server)
    _add_actions(server)
    _add_explanations(server)
    return server


def _add_documents(server: PlainlintServer) -> None:
    """Follow the documents that the client opens."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def open_document(params: types.DidOpenTextDocumentParams) -> None:
        server.take_text(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def change_document(params: types.DidChangeTextDocumentParams) -> None:
        server.take_text(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def save_document(params: types.DidSaveTextDocumentParams) -> None:
        if server.session.depends_on(get_path(params.text_document.uri)):
            server.reload_settings()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def close_document(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)


def _add_settings(server: PlainlintServer) -> None:
    """Read the settings again when they or what they name may have changed."""

    @server.feature(types.INITIALIZED)
    def begin(_params: types.InitializedParams) -> None:
        server.watch_settings()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def change_files(params: types.DidChangeWatchedFilesParams) -> None:
        if any(server.session.depends_on(get_path(change.uri)) for change in params.changes):
            server.reload_settings()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def change_configuration(_params: types.DidChangeConfigurationParams) -> None:
        server.reload_settings()


def _add_findings(server: PlainlintServer) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=False),
    )
    def pull(params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        checked = server.check(params.text_document.uri)
        items = server.list_diagnostics(checked) if checked else []
        return types.RelatedFullDocumentDiagnosticReport(items)


def _add_actions(server: PlainlintServer) -> None:
    kinds = [types.CodeActionKind.QuickFix, _FIX_ALL]

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(kinds))
    def list_actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        checked = server.check(params.text_document.uri)
        return list(_iter_actions(server, checked, params)) if checked else []


def _iter_actions(
    server: PlainlintServer, checked: CheckedText, params: types.CodeActionParams
) -> Iterator[types.CodeAction]:
    uri = params.text_document.uri
    only = params.context.only
    found = server.find_at(checked, params.range)
    if only is None or any(_is_kind(types.CodeActionKind.QuickFix.value, kind) for kind in only):
        for diagnostic in found:
            if diagnostic.fix:
                edit = server.make_edit(uri, checked, diagnostic.fix.edits)
                title = diagnostic.fix.title[:1].upper() + diagnostic.fix.title[1:]
                yield types.CodeAction(title, types.CodeActionKind.QuickFix, edit=edit)
        lint = server.session.get_linter(get_path(uri)).lint
        for diagnostic in found:
            if hiding := hide_here(checked.graded.result, [diagnostic], lint):
                title = f"Hide this on purpose ({diagnostic.rule})"
                edit = server.make_edit(uri, checked, hiding.edits)
                yield types.CodeAction(title, types.CodeActionKind.QuickFix, edit=edit)
    # To find all fixes takes several checks: not each time that the caret moves.
    is_asked = params.context.trigger_kind is not types.CodeActionTriggerKind.Automatic
    if is_asked if only is None else any(_is_kind(_FIX_ALL, kind) for kind in only):
        fixed = server.session.fix(get_path(uri))
        if fixed is not None and fixed != checked.source.text:
            edit = server.make_edit(uri, checked, [_find_change(checked.source.text, fixed)])
            yield types.CodeAction("Fix all that is safe to fix", _FIX_ALL, edit=edit)


def _find_change(before: str, after: str) -> Edit:
    """Return the smallest edit that makes one text of another, so that the caret stays."""
    start = _count_shared(before, after)
    rest = _count_shared(before[start:][::-1], after[start:][::-1])
    return Edit(Span(start, len(before) - rest), after[start : len(after) - rest])


def _count_shared(text: str, other: str) -> int:
    """Return how many characters two texts begin with."""
    pairs = enumerate(zip(text, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(text), len(other)))


def _is_kind(kind: str, wanted: str) -> bool:
    """Return whether a kind is the one that is wanted, or a part of it."""
    return f"{kind}.".startswith(f"{wanted}.")


def _add_explanations(server: PlainlintServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        checked = server.check(params.text_document.uri)
        if checked is None:
            return None
        found = server.find_at(checked, types.Range(params.position, params.position))
        if not found:
            return None
        linter = server.session.get_linter(get_path(params.text_document.uri))
        pages = linter.rule_set.pages
        text = "\n\n---\n\n".join(format_hover(each, pages.get(each.rule)) for each in found)
        ranges = PositionMap(checked.source, server.encoding)
        content = types.MarkupContent(types.MarkupKind.Markdown, text)
        return types.Hover(content, ranges.to_range(found[0].span))

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=False))
    def show_grade(params: types.CodeLensParams) -> list[types.CodeLens]:
        checked = server.check(params.text_document.uri)
        if checked is None:
            return []
        result, grading = checked.graded
        verdict = format_verdict(grading.verdict, result.language)
        title = f"Grade {grading.grade_text}, target {grading.target_text}: {verdict}"
        top = types.Range(types.Position(0, 0), types.Position(0, 0))
        return [types.CodeLens(top, types.Command(title, ""))]
