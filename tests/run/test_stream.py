"""A stream of documents: in order, few at a time, and the same for any number of processes."""

import os
import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from plainlint.config.settings import Config
from plainlint.core.source import RawFile
from plainlint.engine.linter import Linter
from plainlint.run.cache import Cache
from plainlint.run.pipeline import RunContext
from plainlint.run.stream import DocumentStream
from plainlint.run.workers import map_in_processes

PAGE = "---\ntitle: Page {0}\naudienceLevel: patient\n---\n\nWash your hands {0} times.\n"


class Page(NamedTuple):
    number: int
    log: list[int]

    @property
    def path(self):
        return Path(f"{self.number}.md")

    def read(self):
        self.log.append(self.number)
        return RawFile(str(self.path), PAGE.format(self.number).encode())


def make_stream(count, cache=None):
    log: list[int] = []
    context = RunContext(Config(), date(2026, 11, 22))
    files = [Page(number, log) for number in range(count)]
    return DocumentStream(lambda document: document.path, files, context, cache=cache), log


def test_the_first_document_is_shown_before_the_last_one_is_read():
    stream, log = make_stream(500)
    documents = stream.iter_documents(jobs=1)
    assert next(documents).rendering == "0.md"
    assert max(log) < 100
    assert [document.path for document in documents] == [f"{n}.md" for n in range(1, 500)]
    assert log == list(range(500))


@pytest.mark.parametrize("jobs", [None, 1, 3])
def test_all_documents_come_in_their_order(jobs, tmp_path):
    expected = [f"{number}.md" for number in range(150)]
    for _ in ("checked", "from the cache"):
        stream, _ = make_stream(150, Cache(tmp_path, print))
        documents = list(stream.iter_documents(jobs))
        assert [document.rendering for document in documents] == expected
        assert {document.failure for document in documents} == {""}
        assert sum(document.tally.documents for document in documents) == 150


def test_a_document_that_kills_its_process_is_a_failure_of_its_own(monkeypatch):
    whole = Linter.lint

    def lint(self, source):
        if "hands 7 times" in source.text and not source.problem:
            os.kill(os.getpid(), 9)
        return whole(self, source)

    monkeypatch.setattr(Linter, "lint", lint)
    stream, _ = make_stream(12)
    documents = list(stream.iter_documents(jobs=2))
    assert [document.path for document in documents if document.failure] == ["7.md"]


def test_few_documents_are_begun_while_an_early_one_takes_long(tmp_path):
    def work(number):
        if number:
            return (tmp_path / str(number)).touch()
        # It ends when the other process has no more to do.
        begun = -1
        while begun != (begun := len(list(tmp_path.iterdir()))):
            time.sleep(0.3)
        return begun

    begun, *_ = map_in_processes(work, range(2000), jobs=2)
    assert 100 < begun < 300
    assert len(list(tmp_path.iterdir())) == 1999
