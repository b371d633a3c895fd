"""plainlint mcp: tools for assistants, by the Model Context Protocol over standard streams."""

import sys
import traceback

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import McpOptions, load_settings_of_file
from plainlint.config.loader import find_config_in
from plainlint.core.errors import PlainlintError
from plainlint.core.inert import make_inert
from plainlint.run.pipeline import RunContext
from plainlint.service.mcp.server import McpServer
from plainlint.service.mcp.tools import Tools


def mcp(options: McpOptions, environment: Environment) -> CommandResult:
    """Serve one assistant until it closes the stream.

    Raises:
        PlainlintError: the folder does not exist.
    """
    folder = options.folder
    if not folder.is_dir():
        raise PlainlintError(f"{folder}: no such folder")

    def read_settings() -> RunContext:
        # Files above the folder are not looked at: the user named this folder, and no other.
        file = options.config.file or find_config_in(folder)
        config = load_settings_of_file(file, options.config, environment.note)
        return RunContext(config, environment.today)

    def report_bug(error: Exception) -> None:
        sys.stderr.write(make_inert("".join(traceback.format_exception(error))))

    McpServer(Tools(read_settings), report_bug).serve(sys.stdin.buffer, sys.stdout.buffer)
    return CommandResult()
