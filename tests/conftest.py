"""Fixtures for all tests: a folder of documents, and plainlint as users call it."""

import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from plainlint.run.pipeline import RunContext
from plainlint.run.stored_file import find_stored_file
from tests.helpers.command_server import CommandServer

# A test may be slow on a busy machine.
settings.register_profile("plainlint", deadline=None)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile("plainlint")

ROOT = Path(__file__).parents[1]
TODAY = "2026-11-22"


def pytest_configure(config):
    """Let the processes that tests start run this checkout, keep byte code, and heed Ctrl+C."""
    # What is installed may be another checkout.
    paths = [str(ROOT), os.environ.get("PYTHONPATH")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        os.environ["PYTHONPYCACHEPREFIX"] = str(config.cache.mkdir("bytecode"))
    # A shell lets what it runs in the background ignore Ctrl+C, and their processes too.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items):
    """Pause coverage in tests that run the same lines many times, or that measure time."""
    for item in items:
        test = item.function
        is_timed = "process_time" in test.__code__.co_names
        if is_timed or getattr(test, "is_hypothesis_test", False):
            item.add_marker("no_cover")


@pytest.fixture(scope="session")
def start_file(tmp_path_factory):
    """Return the file that each start needs, as the first run of a user writes it."""
    folder = tmp_path_factory.mktemp("start")
    seed = ROOT / "seeds" / "mouth-care-during-chemotherapy.md"
    command = [sys.executable, "-m", "plainlint", "check", "--cache-dir", str(folder), str(seed)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    return find_stored_file(folder)


@pytest.fixture(scope="session")
def cache_home(tmp_path_factory):
    """Return the home of the caches of all tests; a folder for each would take a minute in all."""
    return tmp_path_factory.mktemp("caches")


@pytest.fixture(autouse=True)
def _own_cache(cache_home, monkeypatch, start_file):
    """Start each test with a cache without results, separate from that of the user."""
    folder = cache_home / "plainlint"
    kept = find_stored_file(folder)
    is_new = folder.is_dir() and list(folder.iterdir()) == [kept] and kept.samefile(start_file)
    if not is_new:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        os.link(start_file, kept)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_home))


_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
# Without them, each window loads two pages of the browser itself, for suggestions below the address
# bar that no one sees: more than half of the time of a test.
_UNUSED_FEATURES = (
    "PreloadTopChromeWebUI",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
)


def _chromium():
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None and os.environ.get("PLAINLINT_NEEDS_BROWSER"):
        pytest.fail("Chromium is not installed, but PLAINLINT_NEEDS_BROWSER requires it")
    if executable is None:
        pytest.skip("Chromium is not installed, so the report is not tested in a browser")
    return executable


@pytest.fixture(scope="session")
def browser():
    """Return the installed Chromium, headless and with a new profile."""
    executable = _chromium()
    from playwright.sync_api import expect, sync_playwright

    # As long as Playwright waits for all else: on a busy machine, five seconds are not enough.
    expect.set_options(timeout=30_000)
    flags = [*_FLAGS, f"--disable-features={','.join(_UNUSED_FEATURES)}"]
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=executable, args=flags)
        yield chromium
        chromium.close()


def context_with(linter):
    """Return the context of a run with an existing linter."""
    context = RunContext(linter.config, linter.today)
    context.linter = linter
    return context


def unpack(documents):
    """Return the contents of documents of a run, so that two runs can be compared."""
    return [
        (document.result.summarise(), document.grading, document.failure) for document in documents
    ]


@dataclass(frozen=True)
class Called:
    """The output of one call of plainlint, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture(scope="session")
def command_server():
    """Start the server that runs plainlint for the tests of this process."""
    server = CommandServer()
    yield server
    server.stop()


@pytest.fixture
def plainlint(tmp_path, command_server):
    """Call plainlint in a separate process, in `tmp_path`."""

    def call(*arguments, cwd=tmp_path, **options):
        done = command_server.run([*map(str, arguments)], cwd=cwd, **options)
        out, err = done.stdout.decode(), done.stderr.decode()
        assert "Traceback" not in err, err
        return Called(done.returncode, out, err)

    return call


@pytest.fixture
def write(tmp_path):
    """Write a file below `tmp_path`; text as UTF-8 without changing line ends, bytes as they are."""

    def put(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return put


@pytest.fixture
def good():
    """Return a document that passes every rule."""
    return (
        "---\naudienceLevel: patient\ntitle: Clean hands\nversion: v1\nstatus: active\n"
        "source: City Hospital\nsourceType: leaflet\nlicense: cc_by\n---\n\n# Clean hands\n\n"
        "Wash your hands. Use soap. Rub for as long as it takes to sing a short song.\n"
    )


@pytest.fixture
def hard(good):
    """Return the same document with one sentence that is far too long for patients."""
    words = " ".join(["and then you wash them once more"] * 6)
    return good + f"\nWash your hands {words}.\n"
