"""Run plainlint, or a script, as on Windows: without what only Unix has.

python without_unix.py check docs/
python without_unix.py SCRIPT.py
"""

import os
import runpy
import signal
import sys

UNIX_ONLY = {
    os: ("fork", "getuid", "geteuid", "sched_getaffinity", "O_NONBLOCK", "fchmod", "mkfifo"),
    signal: ("SIGPIPE", "SIGALRM", "SIGHUP", "setitimer", "ITIMER_REAL", "pthread_sigmask"),
}


def hide_unix() -> None:
    """Remove functions and modules that Windows lacks from this process."""
    for module, names in UNIX_ONLY.items():
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    for name in ("fcntl", "grp", "pwd", "resource", "termios"):
        sys.modules[name] = None  # type: ignore[assignment]


hide_unix()
if __name__ == "__main__":
    if sys.argv[1].endswith(".py"):
        runpy.run_path(sys.argv[1], run_name="__main__")
    else:
        runpy.run_module("plainlint", run_name="__main__", alter_sys=True)
