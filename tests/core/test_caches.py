"""Caches: all that outlives a document is listed, bounded, and can be cleared."""

import re
from datetime import date

from plainlint.config.settings import Config
from plainlint.core.caches import clear_caches, list_caches
from plainlint.core.source import decode
from plainlint.engine.linter import Linter
from tests.conftest import ROOT

SEED = ROOT / "seeds" / "types-lung-research-crizotinib.md"
# Classes that keep a cache of their own, which goes with them.
OWNERS = {"document/pattern_index.py", "document/word_index.py", "checks/sequence.py"}


def test_clearing_the_caches_changes_no_result():
    linter = Linter(Config(), date(2026, 11, 22))
    source = decode(SEED.read_bytes(), str(SEED))
    first = linter.lint(source)
    states = list_caches()
    assert sum(state.entries for state in states) > 1000
    assert all(state.limit is None or state.entries <= state.limit for state in states)
    clear_caches()
    assert not any(state.entries for state in list_caches())
    assert linter.lint(source) == first


def test_no_function_remembers_results_on_its_own():
    package = ROOT / "plainlint"
    own = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(r"functools import .*\b(lru_)?cache\b", path.read_text(encoding="utf-8"))
    }
    assert own == {"core/caches.py", *OWNERS}
