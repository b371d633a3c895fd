"""plainlint serve: a page in the browser, on this computer, to write on."""

from collections.abc import Sequence

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import ServeOptions, make_context
from plainlint.cli.session import select_inputs
from plainlint.core.errors import PlainlintError
from plainlint.core.files import make_relative
from plainlint.core.formats import DOCX
from plainlint.run.pipeline import RunContext


def serve(options: ServeOptions, environment: Environment) -> CommandResult:
    """Serve the page until the writer ends it with Ctrl+C."""
    try:
        from plainlint.service.web.app import WriterApp
        from plainlint.service.web.server import serve as serve_page
    except ImportError as error:
        message = "the writer's page needs more packages: pip install 'plainlint[serve]'"
        raise PlainlintError(message) from error
    from plainlint.service.session import Session
    from plainlint.service.web.workspace import Workspace, WorkspaceFile

    def read_settings() -> RunContext:
        return make_context(options.config, environment)

    context = read_settings()

    def find_files() -> Sequence[WorkspaceFile]:
        try:
            inputs = select_inputs(options.inputs, context, environment)
        except PlainlintError as error:
            if options.inputs.paths:
                raise
            # A text can be pasted all the same.
            environment.note(str(error))
            return []
        return [
            WorkspaceFile(make_relative(str(file.path), context.config.root), file.path, file.read)
            for file in inputs
            if file.config.choose_format(str(file.path)) != DOCX
        ]

    def announce(address: str) -> None:
        environment.note(f"The page is at {address}")
        environment.note("It is for this computer alone. Press Ctrl+C to end it.")
        if options.opens:
            import webbrowser

            webbrowser.open(address)

    workspace = Workspace(find_files)
    workspace.list_names()
    serve_page(WriterApp(workspace, Session(read_settings)), announce, options.port)
    return CommandResult()
