"""The server: the handshake, the list of tools, and their calls."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, BinaryIO

from plainlint.core import __version__
from plainlint.core.errors import PlainlintError
from plainlint.service.mcp.messages import (
    INVALID_PARAMS,
    INVALID_REQUEST,
    METHOD_NOT_FOUND,
    Json,
    Request,
    RpcError,
    find_id,
    iter_lines,
    make_answer,
    make_error,
    parse_message,
    read_request,
    write_message,
)
from plainlint.service.mcp.tools import Tool, Tools

# The newest first; what they differ in, for tools, is named here.
VERSIONS = ("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05")
_WITH_STRUCTURE = frozenset(VERSIONS[:2])
_WITH_BATCHES = frozenset({"2025-03-26"})
_INSTRUCTIONS = (
    "Checks whether health texts suit their readers. Before you show a text for patients, call "
    "check_text, rewrite what it reports, and check again until there are no errors."
)


class McpServer:
    """The server of one assistant.

    Args:
        tools: what the assistant can call.
        report_bug: takes the exception of a tool that failed by a fault of plainlint.
    """

    def __init__(self, tools: Tools, report_bug: Callable[[Exception], None]) -> None:
        self._tools = tools
        self._report_bug = report_bug
        self._version = ""
        self._methods: Mapping[str, Callable[[Mapping[str, Any]], Json]] = {
            "initialize": self._initialize,
            "ping": lambda _params: {},
            "tools/list": self._list_tools,
            "tools/call": self._call_tool,
        }

    def serve(self, requests: BinaryIO, answers: BinaryIO) -> None:
        """Answer requests, a message a line, until their stream ends."""
        for line in iter_lines(requests):
            if line is not None and not line.strip():
                continue
            if (answer := self._answer_line(line)) is not None:
                write_message(answer, answers)

    def _answer_line(self, line: bytes | None) -> Any:
        try:
            message = parse_message(line)
        except RpcError as error:
            return make_error(None, error)
        if isinstance(message, list) and message and self._version in _WITH_BATCHES:
            parts = map(self._answer_message, message)
            return [answer for answer in parts if answer is not None] or None
        return self._answer_message(message)

    def _answer_message(self, message: Any) -> Json | None:
        try:
            request = read_request(message)
            if request is None:
                return None
            if request.is_notification:
                self._take_notification(request)
                return None
            return make_answer(request.id, self._answer(request))
        except RpcError as error:
            return make_error(find_id(message), error)

    def _take_notification(self, request: Request) -> None:
        if request.method == "notifications/initialized":
            # What is wrong with the settings is said when a tool needs them.
            with suppress(PlainlintError):
                self._tools.prepare()

    def _answer(self, request: Request) -> Json:
        """Return the result of a request.

        Raises:
            RpcError: there is no such method, or its parameters are wrong.
        """
        method = self._methods.get(request.method)
        if method is None:
            raise RpcError(METHOD_NOT_FOUND, f"unknown method {request.method!r}")
        if not self._version and request.method not in {"initialize", "ping"}:
            raise RpcError(INVALID_REQUEST, "the first request must be 'initialize'")
        return method(request.params)

    def _initialize(self, params: Mapping[str, Any]) -> Json:
        wanted = params.get("protocolVersion")
        if not isinstance(wanted, str):
            raise RpcError(INVALID_PARAMS, "'protocolVersion' must be a text")
        self._version = wanted if wanted in VERSIONS else VERSIONS[0]
        return {
            "protocolVersion": self._version,
            "capabilities": {"tools": {"listChanged": False}},
            "serverInfo": {"name": "plainlint", "title": "plainlint", "version": __version__},
            "instructions": _INSTRUCTIONS,
        }

    def _list_tools(self, params: Mapping[str, Any]) -> Json:
        if params.get("cursor"):
            raise RpcError(INVALID_PARAMS, "there is only one page of tools: leave out 'cursor'")
        return {"tools": [_describe_tool(tool) for tool in self._tools.list_tools()]}

    def _call_tool(self, params: Mapping[str, Any]) -> Json:
        name, arguments = params.get("name"), params.get("arguments")
        tool = next((tool for tool in self._tools.list_tools() if tool.name == name), None)
        if tool is None:
            raise RpcError(INVALID_PARAMS, f"unknown tool {name!r}")
        if arguments is not None and not isinstance(arguments, dict):
            raise RpcError(INVALID_PARAMS, "'arguments' must be an object")
        try:
            return self._format_result(tool.call(arguments or {}))
        except PlainlintError as error:
            return _format_failure(str(error))
        except Exception as error:  # noqa: BLE001 -- one text must not end the session
            self._report_bug(error)
            return _format_failure("plainlint failed on this call; please report this bug")

    def _format_result(self, result: Json) -> Json:
        # Those who know no structured results, and models, read the text.
        content = [{"type": "text", "text": json.dumps(result, ensure_ascii=False)}]
        structured = {"structuredContent": result} if self._version in _WITH_STRUCTURE else {}
        return {"content": content, **structured, "isError": False}


def _format_failure(message: str) -> Json:
    return {"content": [{"type": "text", "text": message}], "isError": True}


def _describe_tool(tool: Tool) -> Json:
    return {
        "name": tool.name,
        "title": tool.title,
        "description": tool.description,
        "inputSchema": tool.input_schema,
        "annotations": {"readOnlyHint": True, "idempotentHint": True, "openWorldHint": False},
    }
