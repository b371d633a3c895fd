"""plainlint in a process of its own, without the half second that Python takes to start it.

A server has imported all of plainlint, and forks a process for each call: with its own folder,
environment, streams and exit code, and with nothing that an earlier call has left behind.
"""

import gc
import json
import os
import runpy
import signal
import socket
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryFile

import plainlint

_LONGEST_REQUEST = 1 << 20


class CommandServer:
    """A running server, as a test sees it."""

    def __init__(self):
        """Start the server in a process of its own."""
        self._start()

    def _start(self):
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", __name__, str(theirs.fileno())]
        root = Path(plainlint.__file__).parents[1]
        self._process = subprocess.Popen(
            command,
            cwd=root,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        theirs.close()

    def run(self, arguments, *, cwd, env=None, input=b"", timeout=120, **options):  # noqa: A002
        """Run plainlint, and return what `subprocess.run` returns.

        With variables of Python itself, or with other options of `subprocess.run`, Python starts.

        Raises:
            TimeoutError, subprocess.TimeoutExpired: it takes longer than `timeout`, in seconds.
        """
        env = dict(os.environ if env is None else env)
        if options or _choose_python(env) != _choose_python(os.environ):
            options.update(cwd=cwd, env=env, input=input, timeout=timeout)
            command = [sys.executable, "-m", "plainlint", *arguments]
            return subprocess.run(command, capture_output=True, check=False, **options)
        request = {"argv": arguments, "cwd": str(cwd), "env": env}
        with TemporaryFile() as stdin, TemporaryFile() as stdout, TemporaryFile() as stderr:
            stdin.write(input)
            stdin.seek(0)
            streams = [stdin.fileno(), stdout.fileno(), stderr.fileno()]
            self._socket.settimeout(timeout)
            socket.send_fds(self._socket, [json.dumps(request).encode()], streams)
            try:
                code = int(self._socket.recv(_LONGEST_REQUEST))
            except TimeoutError:
                os.killpg(self._process.pid, signal.SIGKILL)
                self.stop()
                self._start()
                raise
            stdout.seek(0)
            stderr.seek(0)
            return subprocess.CompletedProcess(arguments, code, stdout.read(), stderr.read())

    def stop(self):
        """End the server."""
        self._socket.close()
        self._process.wait()


def _choose_python(env):
    """Return the variables that Python reads just once, when it starts."""
    return {key: value for key, value in env.items() if key.startswith("PYTHON")}


def serve(connection):
    """Answer each request with the exit code of its process, until the client has gone."""
    _import_everything()
    gc.freeze()
    while True:
        request, streams, *_ = socket.recv_fds(connection, _LONGEST_REQUEST, 3)
        if not request:
            return
        process = os.fork()
        if not process:
            connection.close()
            _become_the_command(json.loads(request), streams)
            return
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(process, 0)
        connection.send(str(os.waitstatus_to_exitcode(status)).encode())


def _import_everything():
    for module in walk_packages(plainlint.__path__, "plainlint."):
        if not module.name.endswith("__main__"):
            try:
                import_module(module.name)
            except ImportError:
                continue  # it needs a package that is not installed


def _become_the_command(request, streams):
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.clear()
    os.environ.update(request["env"])
    time.tzset()
    os.chdir(request["cwd"])
    sys.path[0] = request["cwd"]  # as `python -m` does
    sys.argv[1:] = request["argv"]
    runpy.run_module("plainlint", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    with socket.socket(fileno=int(sys.argv[1])) as client:
        serve(client)
