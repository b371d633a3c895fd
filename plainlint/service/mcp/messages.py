"""JSON-RPC 2.0 a message a line, as the standard input and output of a server carry it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, NamedTuple

PARSE_ERROR, INVALID_REQUEST, METHOD_NOT_FOUND, INVALID_PARAMS = -32700, -32600, -32601, -32602

# In bytes; what is longer is no text that somebody writes.
LONGEST_MESSAGE = 16_000_000

Json = dict[str, Any]


class RpcError(Exception):
    """A request can't be answered: a code of JSON-RPC, and what is wrong."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class Request(NamedTuple):
    """A request, or a notification, which has no id and gets no answer."""

    method: str
    params: Mapping[str, Any]
    id: Any = None
    is_notification: bool = False


def iter_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines of a stream until it ends; None for one that is too long."""
    while line := stream.readline(LONGEST_MESSAGE + 1):
        if len(line) <= LONGEST_MESSAGE:
            yield line
            continue
        while not line.endswith(b"\n") and (line := stream.readline(LONGEST_MESSAGE)):
            pass
        yield None


def parse_message(line: bytes | None) -> Any:
    """Return the JSON of a line.

    Raises:
        RpcError: it is not JSON, or too long.
    """
    if line is None:
        raise RpcError(INVALID_REQUEST, f"a message has at most {LONGEST_MESSAGE:,} bytes")
    try:
        return json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise RpcError(PARSE_ERROR, "the message is not JSON in UTF-8") from error


def read_request(message: Any) -> Request | None:
    """Return the request in a message; None for an answer, as this server asks nothing.

    Raises:
        RpcError: it is no request.
    """
    if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
        raise RpcError(INVALID_REQUEST, 'a message is an object with "jsonrpc": "2.0"')
    if "method" not in message and ("result" in message or "error" in message):
        return None
    method, params = message.get("method"), message.get("params", {})
    if not isinstance(method, str):
        raise RpcError(INVALID_REQUEST, "'method' must be a text")
    if not isinstance(params, dict):
        raise RpcError(INVALID_PARAMS, "'params' must be an object")
    if "id" in message and not is_id(message["id"]):
        raise RpcError(INVALID_REQUEST, "'id' must be a text or a number")
    return Request(method, params, message.get("id"), "id" not in message)


def is_id(value: Any) -> bool:
    """Return whether a value can be the id of a request."""
    return isinstance(value, str | int | float) and not isinstance(value, bool)


def find_id(message: Any) -> Any:
    """Return the id of a message that may be broken, None if it has none."""
    found = message.get("id") if isinstance(message, dict) else None
    return found if is_id(found) else None


def make_answer(request_id: Any, result: Json) -> Json:
    """Return the answer to a request."""
    return {"jsonrpc": "2.0", "id": request_id, "result": result}


def make_error(request_id: Any, error: RpcError) -> Json:
    """Return the answer to a request that failed; the id is None if it is not known."""
    details = {"code": error.code, "message": str(error)}
    return {"jsonrpc": "2.0", "id": request_id, "error": details}


def write_message(message: Any, stream: BinaryIO) -> None:
    """Write a message as a line."""
    text = json.dumps(message, separators=(",", ":"))
    stream.write(f"{text}\n".encode())
    stream.flush()
