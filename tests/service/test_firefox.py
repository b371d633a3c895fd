"""The writer's page in Firefox, driven by WebDriver BiDi: type, see, fix, undo and save."""

import itertools
import json
import re
import shutil
import subprocess
import time

import pytest
from websockets.sync.client import connect

from tests.service.conftest import serving

PAGE = (
    "---\naudienceLevel: patient\ntitle: Pills\n---\n\n"
    "Good day 😀. Subsequent visits are free.\n\nTake one pill.\n"
)
CONTROL, BACKSPACE = "\ue009", "\ue003"


class Firefox:
    """One tab of a Firefox that follows the commands of WebDriver BiDi."""

    def __init__(self, socket):
        self._socket = socket
        self._numbers = itertools.count(1)
        self.messages: list[str] = []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])
        self.tab = self.send("browsingContext.getTree")["contexts"][0]["context"]

    def send(self, method, **params):
        """Send a command, and return its result; errors of the page are kept on the way."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv(timeout=30))
            if answer.get("method") == "log.entryAdded":
                entry = answer["params"]
                if entry["level"] == "error":
                    self.messages.append(entry["text"] or "")
            elif answer.get("id") == number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def open(self, address):
        self.send("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def evaluate(self, expression):
        """Return the value of a text or truth value in the page."""
        result = self.send(
            "script.evaluate",
            expression=expression,
            target={"context": self.tab},
            awaitPromise=True,
        )
        assert result["type"] == "success", result
        return result["result"].get("value")

    def wait_for(self, expression):
        """Wait until an expression is true."""
        for _ in range(200):
            if self.evaluate(f"!!({expression})"):
                return
            time.sleep(0.05)
        raise AssertionError(f"{expression}\n{self.evaluate('document.body.innerText')}")

    def press(self, *keys):
        """Press keys one after the other; those of a tuple together."""
        actions = []
        for key in keys:
            chord = key if isinstance(key, tuple) else (key,)
            actions += [{"type": "keyDown", "value": one} for one in chord]
            actions += [{"type": "keyUp", "value": one} for one in reversed(chord)]
        source = {"type": "key", "id": "keys", "actions": actions}
        self.send("input.performActions", context=self.tab, actions=[source])


@pytest.fixture
def firefox(tmp_path):
    """Start Firefox, headless and with a new profile."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if not program:
        pytest.skip("Firefox is not installed (apt-get install firefox-esr)")
    command = [program, "--headless", "--no-remote", "--profile", str(tmp_path / "profile")]
    (tmp_path / "profile").mkdir()
    process = subprocess.Popen(
        [*command, "--remote-debugging-port", "0"], stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr
        found = None
        while not found and (line := process.stderr.readline()):
            found = re.search(r"ws://\S+", line)
        assert found
        with connect(f"{found[0]}/session", max_size=None) as socket:
            yield Firefox(socket)
    finally:
        process.terminate()
        process.communicate(timeout=30)


@pytest.mark.slow
def test_one_types_sees_fixes_and_saves(firefox, tmp_path):
    path = tmp_path / "docs" / "pills.md"
    path.parent.mkdir()
    path.write_text(PAGE, encoding="utf-8")
    with serving(tmp_path, "docs") as served:
        firefox.open(served.address)
        firefox.wait_for("document.querySelector('.card')")
        text = "document.querySelector('.cm-content').innerText"
        firefox.evaluate("document.querySelector('.card .fix').click()")
        firefox.wait_for(f"{text}.includes('Later visits')")
        firefox.wait_for("!document.querySelector('.card')")
        firefox.evaluate("document.querySelector('#toast-undo').click()")
        firefox.wait_for("document.querySelector('.card')")
        firefox.press((CONTROL, "\ue010"), BACKSPACE, *"About 3 weeks. Approximately two.")
        firefox.wait_for("document.querySelectorAll('.card').length === 2")
        firefox.press((CONTROL, "s"))
        firefox.wait_for("document.querySelector('#save').disabled")
        assert (
            firefox.evaluate("getComputedStyle(document.querySelector('.top')).display") == "flex"
        )
    assert path.read_text(encoding="utf-8") == PAGE[:-1] + "About 3 weeks. Approximately two."
    assert firefox.messages == []
