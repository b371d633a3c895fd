"""Many documents: any number of processes reports the same, and a failure is one finding."""

import os
from datetime import date

import pytest

from plainlint.config.settings import Config
from plainlint.core.source import RawFile
from plainlint.engine.linter import Linter
from plainlint.run.pipeline import lint_documents
from tests.conftest import context_with


class Brittle(Linter):
    """A linter that crashes on one document, and is killed on another."""

    def lint(self, source):
        if not source.problem and "break" in source.text:
            raise ZeroDivisionError("division by zero")
        if not source.problem and "kill" in source.text:
            os.kill(os.getpid(), 9)
        return super().lint(source)


def test_any_number_of_processes_prints_the_same(plainlint, write, good, hard):
    for number in range(9):
        write(f"docs/{number}.md", (hard if number % 2 else good).replace("Clean", f"N{number}"))
    printed = [
        plainlint("check", "docs", "--output-format", "json", "--jobs", jobs).out
        for jobs in (1, 2, 4)
    ]
    assert printed[0] == printed[1] == printed[2]
    single, several = (plainlint("score", "docs", "--jobs", jobs).out for jobs in (1, 3))
    assert single == several


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_breaks_the_linter_is_a_finding(jobs, hard):
    files = [
        RawFile("a.md", hard.encode()),
        RawFile("b.md", b"Hands break."),
        RawFile("c.md", hard.encode()),
    ]
    linter = Brittle(Config(), date(2026, 11, 22))
    first, broken, last = lint_documents(files, context_with(linter), jobs=jobs)
    assert "ZeroDivisionError: division by zero" in broken.failure
    assert [diagnostic.rule for diagnostic in broken.result.diagnostics] == ["input/unreadable"]
    assert "plainlint failed on it" in broken.result.diagnostics[0].message
    assert len(first.result.diagnostics) == len(last.result.diagnostics) > 0


def test_a_killed_process_is_a_finding_of_its_document(hard):
    files = [
        RawFile("a.md", hard.encode()),
        RawFile("b.md", b"Pain can kill."),
        RawFile("c.md", hard.encode()),
    ]
    context = context_with(Brittle(Config(), date(2026, 11, 22)))
    failures = [document.failure for document in lint_documents(files, context, jobs=2)]
    assert ["ended early" in failure for failure in failures] == [False, True, False]


@pytest.mark.parametrize("number", ["0", "-1", "many"])
def test_an_invalid_number_of_processes_is_an_error(plainlint, write, good, number):
    write("a.md", good)
    called = plainlint("check", "a.md", "--jobs", number)
    assert called.code == 2
    assert "--jobs" in called.err
