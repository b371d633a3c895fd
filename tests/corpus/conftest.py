"""Settings whose rule makes trouble. All tests of this folder need pyarrow."""

from importlib.util import find_spec

import pytest

if find_spec("pyarrow") is None:
    collect_ignore_glob = ["test_*.py"]

# A check whose code is ours: some texts end its process, and some take for ever.
CHECKS = """
import os
import time

from plainlint.plugin import Document, Hit, check


@check
def trouble(document: Document):
    \"\"\"End the process on some texts.

    Example:
        severity: info
        ---
        Rest.
    \"\"\"
    text = document.source.text
    if "END" in text:
        os._exit(7)
    if "KILL" in text:
        os.kill(os.getpid(), 9)
    if "SLOW" in text:
        time.sleep(0.15)
    while "FOREVER" in text:
        pass
    yield from ()
"""
RULE = """---
check: trouble
severity: info
message: never
help: never
---

# Trouble

Makes trouble, to test what survives it.
"""
SETTINGS = 'check-files = ["checks.py"]\nrule-folders = ["rules"]\nselect = ["house/trouble"]\n'


@pytest.fixture
def trouble(write):
    write("checks.py", CHECKS)
    write("rules/house/trouble.md", RULE)
    return write("plainlint.toml", SETTINGS)
