"""Runs with a cache: they report the same as runs without one, sooner."""

import subprocess
import sys
from collections.abc import Generator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainlint.config.settings import Config
from plainlint.core.source import RawFile
from plainlint.engine.linter import Linter
from plainlint.run.cache import Cache
from plainlint.run.pipeline import lint_documents
from tests.conftest import TODAY, context_with, unpack
from tests.run.test_serialization import PIECES

LINTER = Linter(Config(), date(2026, 11, 22))
TEXTS = st.lists(PIECES | st.text(max_size=20), max_size=6).map("".join)


@settings(deadline=None, max_examples=40)
@given(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=2))
def test_any_documents_have_the_same_results_with_and_without_a_cache(
    tmp_path_factory, first, second
):
    cache = Cache(tmp_path_factory.mktemp("c"), pytest.fail)
    earlier = [RawFile(f"{number}.md", text.encode()) for number, text in enumerate(first)]
    list(lint_documents(earlier, context_with(LINTER), jobs=1, cache=cache))
    now = [
        RawFile(f"new {number}.md", text.encode()) for number, text in enumerate([*second, *first])
    ]
    context = context_with(LINTER)
    cached = unpack(lint_documents(now, context, jobs=1, cache=cache))
    assert cached == unpack(lint_documents(now, context, jobs=1))


def test_a_cached_document_is_not_checked_again(tmp_path):
    class Once(Linter):
        def lint(self, source):
            seen.append(source.path)
            return super().lint(source)

    seen: list[str] = []
    cache = Cache(tmp_path, pytest.fail)
    linter = Once(Config(), None)
    for names in ("ab", "bc"):
        files = [RawFile(f"{name}.md", name.encode()) for name in names]
        list(lint_documents(files, context_with(linter), jobs=1, cache=cache))
    assert seen == ["a.md", "b.md", "c.md"]


def test_an_interrupted_run_keeps_its_results(tmp_path, hard):
    cache = Cache(tmp_path, pytest.fail)
    files = [RawFile("a.md", hard.encode()), RawFile("b.md", b"B.")]
    running = lint_documents(files, context_with(LINTER), jobs=1, cache=cache)
    assert isinstance(running, Generator)
    next(running)
    running.close()
    assert cache.get_size().entries == 1


def test_a_failure_is_not_cached(tmp_path):
    class Broken(Linter):
        def lint(self, source):
            return super().lint(source) if source.problem else 1 // 0

    cache = Cache(tmp_path, pytest.fail)
    context = context_with(Broken(Config(), None))
    (broken,) = lint_documents([RawFile("a.md", b"A.")], context, jobs=1, cache=cache)
    assert broken.failure
    assert cache.get_size().entries == 0


@pytest.mark.parametrize(
    "form", ["json", "jsonl", "full", "concise", "statistics", "sarif", "junit", "markdown"]
)
def test_a_second_run_prints_the_same(plainlint, write, good, hard, form):
    write("docs/a.md", good)
    write("docs/b.md", hard)
    arguments = ("check", "docs", "--today", TODAY, "--output-format", form)
    first, second = plainlint(*arguments), plainlint(*arguments)
    without = plainlint(*arguments, "--no-cache")
    assert first.out == second.out == without.out
    assert first.code == second.code == without.code == 1


def test_all_formats_share_one_cache_entry(plainlint, write, hard):
    write("docs/a.md", hard)
    for form in ("full", "concise", "json", "sarif", "github", "junit"):
        for options in ((), ("--quiet",), ("--color", "always")):
            plainlint("check", "docs/a.md", "--output-format", form, *options)
    write("docs/b.md", hard)
    plainlint("check", "docs/b.md")
    assert ": 1 document," in plainlint("cache", "info").out


@pytest.mark.parametrize("form", ["full", "json"])
def test_a_warm_run_imports_no_parser(write, hard, form):
    path = str(write("docs/a.md", hard))
    code = (
        "import sys; from plainlint.cli.main import run; code = run(sys.argv[1:]);"
        "heavy = {'markdown_it', 'pyromark', 'yaml',"
        " 'frontmatter', 'textstat', 'jinja2', 'wordfreq'};"
        "print(sorted(heavy & sys.modules.keys()), file=sys.stderr); sys.exit(code)"
    )
    options = ["--today", TODAY, "--output-format", form]
    command = [sys.executable, "-c", code, "check", path, *options]
    cold, warm = (
        subprocess.run(command, capture_output=True, text=True, check=False) for _ in range(2)
    )
    assert cold.stdout == warm.stdout
    assert "pyromark" in cold.stderr
    assert "markdown_it" not in cold.stderr
    assert warm.stderr.strip() == "[]"


def test_results_from_before_a_changed_setting_are_not_used(plainlint, write, hard):
    write("a.md", hard)
    assert "long-sentence" in plainlint("check", "a.md").out
    write("plainlint.toml", 'ignore = ["readability"]\n')
    assert "long-sentence" not in plainlint("check", "a.md").out


def test_a_wrong_setting_is_reported_for_a_cached_document(plainlint, write, good):
    write("a.md", good)
    plainlint("check", "a.md")
    called = plainlint("check", "a.md", "--select", "readibility")
    assert called.code == 2
    assert "unknown rule" in called.err


def test_the_cache_is_shown_and_emptied(plainlint, write, good, tmp_path):
    write("a.md", good)
    place = ("--cache-dir", tmp_path / "kept")
    assert plainlint("check", "a.md", *place).code == 0
    assert "1 document" in plainlint("cache", "info", *place).out
    assert "emptied" in plainlint("cache", "clear", *place).out
    assert "0 documents" in plainlint("cache", "info", *place).out


def test_a_run_goes_on_if_the_cache_can_not_be_written(plainlint, write, good):
    write("a.md", good)
    write("file", "")
    called = plainlint("check", "a.md", "--cache-dir", "file/below")
    assert called.code == 0
    assert "the cache can't be used" in called.err


def test_without_a_cache_nothing_is_written(plainlint, write, good, tmp_path):
    write("a.md", good)
    plainlint("check", "a.md", "--no-cache", "--cache-dir", "kept")
    assert not (tmp_path / "kept").exists()
