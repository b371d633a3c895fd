"""plainlint lsp: a language server on standard input and output, for editors."""

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import ConfigOptions, make_context
from plainlint.core.errors import PlainlintError
from plainlint.run.pipeline import RunContext


def lsp(options: ConfigOptions, environment: Environment) -> CommandResult:
    """Serve one editor until it ends the session."""
    try:
        from plainlint.service.lsp import make_server
    except ImportError as error:
        message = "the language server needs one more package: pip install 'plainlint[lsp]'"
        raise PlainlintError(message) from error
    from plainlint.service.session import Session

    def read_settings() -> RunContext:
        return make_context(options, environment)

    make_server(Session(read_settings)).start_io()
    return CommandResult()
