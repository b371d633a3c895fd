"""The server of the writer's page: on this computer alone, until the writer ends it."""

import asyncio
import socket
from collections.abc import Callable

import uvicorn

from plainlint.service.web.app import WriterApp, make_app
from plainlint.service.web.guards import Guard, Secrets

_HOST = "127.0.0.1"


def serve(writer: WriterApp, announce: Callable[[str], None], port: int = 0) -> None:
    """Serve the page until Ctrl+C.

    Args:
        writer: answers what the page asks.
        announce: takes the address to open, with its token, once the server answers.
        port: the port; 0 for any that is free.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.bind((_HOST, port))
        listening.listen()
        host = f"{_HOST}:{listening.getsockname()[1]}"
        known = Secrets.make()
        app = Guard(make_app(writer), host, known)
        config = uvicorn.Config(
            app,
            log_level="error",
            access_log=False,
            lifespan="off",
            server_header=False,
            ws="none",
        )
        announce(f"http://{host}/?token={known.token}")
        asyncio.run(uvicorn.Server(config).serve(sockets=[listening]))
