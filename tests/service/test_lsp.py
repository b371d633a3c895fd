"""The language server, asked by a client of the protocol as an editor asks it."""

import asyncio
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

ROOT = Path(__file__).parents[2]
HEAD = "---\ntitle: Pain\naudienceLevel: patient\ndescription: d\n---\n\n# Pain\n\n"


class Editor(LanguageClient):
    """A client that keeps the findings that the server sends."""

    def __init__(self):
        super().__init__("editor", "1")
        self.findings: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: list[str] = []

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def keep_findings(params: types.PublishDiagnosticsParams) -> None:
            self.findings.put_nowait(params)

        self.watched: list[str] = []

        @self.feature(types.CLIENT_REGISTER_CAPABILITY)
        def keep_registration(params: types.RegistrationParams) -> None:
            self.watched += [one.method for one in params.registrations]

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def keep_message(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)


DOCUMENT_CHANGES = types.WorkspaceClientCapabilities(
    workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True)
)


@asynccontextmanager
async def start_server(
    folder, *options, encodings=("utf-16",), pulls=False, workspace=DOCUMENT_CHANGES
):
    editor = Editor()
    # The process begins in the folder of the documents, as editors start it.
    await editor.start_io(
        sys.executable,
        *("-m", "plainlint", "lsp", *options),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    capabilities = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(
            position_encodings=[types.PositionEncodingKind(name) for name in encodings]
        ),
        workspace=workspace,
        text_document=types.TextDocumentClientCapabilities(
            diagnostic=types.DiagnosticClientCapabilities() if pulls else None
        ),
    )
    await editor.initialize_async(
        types.InitializeParams(capabilities, root_uri=folder.as_uri(), process_id=os.getpid())
    )
    editor.initialized(types.InitializedParams())
    try:
        yield editor
    finally:
        await editor.shutdown_async(None)
        editor.exit(None)
        await editor.stop()


def open_text(editor, path, text, version=1):
    document = types.TextDocumentItem(path.as_uri(), "markdown", version, text)
    editor.text_document_did_open(types.DidOpenTextDocumentParams(document))


def change_text(editor, path, text, version):
    editor.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version, path.as_uri()),
            [types.TextDocumentContentChangeWholeDocument(text)],
        )
    )


async def get_findings(editor, version):
    while True:
        found = await asyncio.wait_for(editor.findings.get(), 20)
        if found.version == version:
            return found.diagnostics


def run(scenario):
    """Run a scenario in a thread of its own: a browser test may have a loop in this one."""

    def run_alone():
        return asyncio.run(asyncio.wait_for(scenario, 60))

    with ThreadPoolExecutor(1) as threads:
        return threads.submit(run_alone).result()


def get_codes(diagnostics):
    return [diagnostic.code for diagnostic in diagnostics]


def test_findings_follow_the_text(tmp_path):
    async def scenario():
        path = tmp_path / "pain.md"
        async with start_server(tmp_path) as editor:
            open_text(editor, path, f"{HEAD}You must utilize the cream twice a day.\n")
            found = await get_findings(editor, 1)
            assert get_codes(found) == ["plain-language/complex-word"]
            assert found[0].severity is types.DiagnosticSeverity.Warning
            change_text(editor, path, f"{HEAD}You must use the cream twice a day.\n", 2)
            assert not await get_findings(editor, 2)

    run(scenario())


@pytest.mark.parametrize(("encoding", "start"), [("utf-16", 16), ("utf-8", 18), ("utf-32", 15)])
def test_columns_are_counted_as_the_client_counts(tmp_path, encoding, start):
    async def scenario():
        async with start_server(tmp_path, encodings=(encoding,)) as editor:
            text = f"{HEAD}\U0001f600 You should utilize the cream twice a day.\n"
            open_text(editor, tmp_path / "pain.md", text)
            (found,) = await get_findings(editor, 1)
            assert (found.range.start.line, found.range.start.character) == (8, start - 2)
            assert found.range.end.character == start - 2 + len("utilize")

    run(scenario())


def test_a_client_that_asks_is_answered_and_sent_nothing(tmp_path):
    async def scenario():
        path = tmp_path / "pain.md"
        async with start_server(tmp_path, pulls=True) as editor:
            open_text(editor, path, f"{HEAD}You must utilize it.\n")
            identifier = types.TextDocumentIdentifier(path.as_uri())
            report = await editor.text_document_diagnostic_async(
                types.DocumentDiagnosticParams(identifier)
            )
            assert get_codes(report.items) == ["plain-language/complex-word"]
            assert editor.findings.empty()

    run(scenario())


async def get_actions(editor, path, line, first, last, only=None):
    return await editor.text_document_code_action_async(
        types.CodeActionParams(
            types.TextDocumentIdentifier(path.as_uri()),
            types.Range(types.Position(line, first), types.Position(line, last)),
            types.CodeActionContext([], only=only),
        )
    )


def apply(text, action):
    lines = text.split("\n")
    (change,) = action.edit.document_changes
    for edit in reversed(change.edits):
        start, end = edit.range.start, edit.range.end
        before = "\n".join([*lines[: start.line], lines[start.line][: start.character]])
        after = "\n".join([lines[end.line][end.character :], *lines[end.line + 1 :]])
        lines = f"{before}{edit.new_text}{after}".split("\n")
    return "\n".join(lines)


def test_a_quick_fix_puts_the_plain_word(tmp_path):
    async def scenario():
        path, text = tmp_path / "pain.md", f"{HEAD}You must utilize the cream twice a day.\n"
        async with start_server(tmp_path) as editor:
            open_text(editor, path, text)
            fix, hide, *_ = await get_actions(editor, path, 8, 12, 12)
            assert apply(text, fix) == text.replace("utilize", "use")
            assert fix.edit.document_changes[0].text_document.version == 1
            hidden = apply(text, hide)
            assert "disable-line=plain-language/complex-word -- " in hidden
            change_text(editor, path, hidden, 2)
            assert not await get_findings(editor, 2)

    run(scenario())


def test_a_finding_in_a_table_is_hidden_from_above(tmp_path):
    async def scenario():
        path = tmp_path / "pain.md"
        text = f"{HEAD}| Step | What |\n|---|---|\n| 1 | You must utilize the cream. |\n"
        async with start_server(tmp_path) as editor:
            open_text(editor, path, text)
            assert get_codes(await get_findings(editor, 1)) == ["plain-language/complex-word"]
            actions = await get_actions(editor, path, 10, 18, 18)
            for number, action in enumerate(actions[1:], 2):
                change_text(editor, path, apply(text, action), number)
                assert not await get_findings(editor, number)

    run(scenario())


def test_hover_says_what_to_do_and_why(tmp_path):
    async def scenario():
        path = tmp_path / "pain.md"
        async with start_server(tmp_path) as editor:
            open_text(editor, path, f"{HEAD}You must utilize the cream twice a day.\n")
            place = types.TextDocumentIdentifier(path.as_uri())
            hover = await editor.text_document_hover_async(
                types.HoverParams(place, types.Position(8, 12))
            )
            assert "utilize" in hover.contents.value
            assert "say: use" in hover.contents.value
            assert "everyday" in hover.contents.value
            nothing = await editor.text_document_hover_async(
                types.HoverParams(place, types.Position(8, 30))
            )
            assert nothing is None

    run(scenario())


def test_a_lens_at_the_top_shows_the_grade(tmp_path):
    async def scenario():
        path = tmp_path / "pain.md"
        async with start_server(tmp_path) as editor:
            open_text(editor, path, HEAD + "Wash your hands with soap and water each day. " * 12)
            (lens,) = await editor.text_document_code_lens_async(
                types.CodeLensParams(types.TextDocumentIdentifier(path.as_uri()))
            )
            assert "target 6 (at most 8)" in lens.command.title

    run(scenario())


def test_settings_are_read_again_when_they_change(tmp_path):
    async def scenario():
        path, settings = tmp_path / "pain.md", tmp_path / "plainlint.toml"
        async with start_server(tmp_path) as editor:
            open_text(editor, path, f"{HEAD}You must utilize it.\n")
            assert await get_findings(editor, 1)
            settings.write_text('ignore = ["plain-language/complex-word"]\n')
            changed = types.FileEvent(settings.as_uri(), types.FileChangeType.Created)
            editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
            assert not await get_findings(editor, 1)
            settings.write_text("ignore = 3\n")
            editor.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([changed]))
            while not editor.messages:
                await asyncio.sleep(0.05)
            assert "'ignore'" in editor.messages[0]

    run(scenario())


def test_an_editor_is_asked_to_tell_of_changed_files(tmp_path):
    async def scenario():
        path, words = tmp_path / "pain.md", tmp_path / "words.txt"
        (tmp_path / "plainlint.toml").write_text('accept = ["words.txt"]\n')
        words.write_text("Xalkori\n")
        watching = types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        can = types.WorkspaceClientCapabilities(did_change_watched_files=watching)
        async with start_server(tmp_path, workspace=can) as editor:
            open_text(editor, path, f"{HEAD}You must utilize it.\n")
            assert await get_findings(editor, 1)
            assert editor.watched == [types.WORKSPACE_DID_CHANGE_WATCHED_FILES]
            words.write_text("utilize\n")
            for changed in (tmp_path / "other.txt", words):
                event = types.FileEvent(changed.as_uri(), types.FileChangeType.Changed)
                editor.workspace_did_change_watched_files(
                    types.DidChangeWatchedFilesParams([event])
                )
            assert not await get_findings(editor, 1)

    run(scenario())


def test_all_fixes_change_no_more_than_they_must(tmp_path):
    async def scenario():
        path = tmp_path / "pain.md"
        path.write_text(f"{HEAD}<!-- plainlint: disable=numbers -- no -->\n\nThe pill is small.\n")
        async with start_server(tmp_path, workspace=None) as editor:
            open_text(editor, path, path.read_text())
            assert await get_findings(editor, 1)
            kinds = types.CodeActionTriggerKind

            async def list_titles(kind, only=None):
                context = types.CodeActionContext([], only=only, trigger_kind=kind)
                place = types.TextDocumentIdentifier(path.as_uri())
                here = types.Range(types.Position(0, 0), types.Position(0, 0))
                actions = await editor.text_document_code_action_async(
                    types.CodeActionParams(place, here, context)
                )
                return {action.title: action.edit for action in actions}

            assert not await list_titles(kinds.Automatic)
            (edit,) = (await list_titles(kinds.Invoked)).values()
            # The client can't take versions of documents.
            ((change,),) = edit.changes.values()
            assert change.range.start.line == 8
            assert change.range.end.line <= 10

    run(scenario())


def test_checks_in_python_run_only_in_a_folder_that_is_trusted(tmp_path):
    (tmp_path / "checks.py").write_text(
        "from plainlint.plugin import Document, Hit, Span, check\n\n\n@check\n"
        "def always(document: Document):\n    yield Hit(Span(0, 1))\n"
    )
    (tmp_path / "rules" / "own").mkdir(parents=True)
    (tmp_path / "rules" / "own" / "always.md").write_text(
        "---\ncheck: always\nmessage: It ran.\n---\n\n# Always\n\nIt reports.\n"
    )
    (tmp_path / "plainlint.toml").write_text(
        'check-files = ["checks.py"]\nrule-folders = ["rules"]\n'
    )

    async def scenario(*options):
        async with start_server(tmp_path, *options) as editor:
            open_text(editor, tmp_path / "pain.md", f"{HEAD}Rest.\n")
            return get_codes(await get_findings(editor, 1))

    assert run(scenario()) == []
    assert run(scenario("--plugins")) == ["own/always"]
