"""Fixtures for the writer's page: the server as a process of its own, and a browser at it."""

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest

from tests.conftest import ROOT


@dataclass
class ServedPage:
    """A running `plainlint serve`, and the cookie that lets a client in."""

    address: str
    cookie: str = ""
    origin: str = field(init=False)
    host: str = field(init=False)

    def __post_init__(self):
        self.host = urlsplit(self.address).netloc
        self.origin = f"http://{self.host}"

    def request(self, method, path, body=None, **headers):
        """Return status, headers and body of an answer; header names have `_` for `-`."""
        connection = http.client.HTTPConnection(self.host, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        try:
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def enter(self):
        """Exchange the token for the cookie, as a browser does."""
        parts = urlsplit(self.address)
        status, headers, _ = self.request("GET", f"{parts.path}?{parts.query}")
        assert status == 303
        self.cookie = headers["set-cookie"].partition(";")[0]
        return headers["set-cookie"]

    def post(self, path, values, **headers):
        """Return status and JSON of a question, asked as the page asks it."""
        status, _, body = self.request(
            "POST",
            path,
            json.dumps(values),
            **{
                "cookie": self.cookie,
                "origin": self.origin,
                "content_type": "application/json",
                **headers,
            },
        )
        return status, json.loads(body)


@contextmanager
def serving(folder, *arguments):
    """Run `plainlint serve` in a folder; end it as Ctrl+C does."""
    process = subprocess.Popen(
        [sys.executable, "-m", "plainlint", "serve", "--no-browser", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr
    line = process.stderr.readline()
    try:
        found = re.search(r"http://\S+", line)
        assert found, line
        yield ServedPage(found[0])
    finally:
        process.send_signal(signal.SIGINT)
        _, rest = process.communicate(timeout=20)
    assert "Traceback" not in rest, rest


@pytest.fixture
def serve(tmp_path):
    """Serve paths below `tmp_path`."""
    with ExitStack() as stack:
        yield lambda *arguments: stack.enter_context(serving(tmp_path, *arguments))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return the folder of the page that the tests of a module share."""
    shared = tmp_path_factory.mktemp("served")
    (shared / "docs").mkdir()
    (shared / "docs" / "pills.md").write_text("Rest.\n")
    return shared


@pytest.fixture(scope="module")
def shared_page(folder):
    """Serve that folder, and let the tests in."""
    with serving(folder, "docs") as served:
        served.enter()
        yield served
