"""Worker processes: the same results in the same order, and errors as they are."""

import os
import subprocess
import sys

import pytest

from plainlint.core.errors import PlainlintError
from plainlint.run.workers import count_cores, map_in_processes


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_the_order_of_the_items(jobs):
    offset = 1
    assert list(map_in_processes(lambda item: item + offset, range(100), jobs=jobs)) == list(
        range(1, 101)
    )


def test_several_jobs_are_done_in_other_processes_and_one_job_in_this_one():
    assert count_cores() >= 1
    assert os.getpid() not in set(map_in_processes(lambda _: os.getpid(), range(4), jobs=2))
    assert set(map_in_processes(lambda _: os.getpid(), range(4), jobs=1)) == {os.getpid()}


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_is_raised_where_the_results_are_awaited(jobs):
    def fail(item):
        if item == 3:
            raise PlainlintError("page 3 is broken")
        return item

    with pytest.raises(PlainlintError, match="page 3 is broken"):
        list(map_in_processes(fail, range(6), jobs=jobs))


def test_a_process_that_dies_is_an_error():
    with pytest.raises(PlainlintError, match="ended early"):
        list(map_in_processes(lambda _: os._exit(1), range(4), jobs=2))


def test_an_isolated_item_can_end_its_process_only():
    def work(item):
        return os._exit(3) if item == "bad" else os.getpid()

    results = map_in_processes(
        work, ["bad"], jobs=1, isolated=True, rescue=lambda item, error: f"{item}: {error}"
    )
    assert "ended early" in next(results)
    (process,) = map_in_processes(work, ["good"], jobs=2, isolated=True)
    assert process != os.getpid()


def test_a_process_is_replaced_after_some_items():
    processes = list(map_in_processes(lambda _: os.getpid(), range(10), jobs=2, most_items=2))
    assert len(set(processes)) == 5
    assert all(processes.count(process) == 2 for process in processes)


def test_a_process_can_be_ended_while_it_starts():
    # Python ignores what is raised in such a function, as in its own that run after a fork.
    code = (
        "import os, signal, sys, time\n"
        "from plainlint.run.workers import map_in_processes\n"
        "signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))\n"
        "os.register_at_fork(after_in_child=lambda: time.sleep(0.5))\n"
        "results = map_in_processes(lambda _: os._exit(1), range(9), jobs=2, rescue=lambda *_: 0)\n"
        "next(results)\n"
        "results.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


class UnsendableError(Exception):
    def __init__(self, first, second):
        super().__init__(f"{first} {second}")


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_failed_item_is_rescued_and_the_rest_goes_on(jobs):
    def work(item):
        if item % 4 == 1:
            raise UnsendableError("no", "way")
        return item

    results = list(map_in_processes(work, range(10), jobs=jobs, rescue=lambda _, error: str(error)))
    rescued = {number: value for number, value in enumerate(results) if isinstance(value, str)}
    assert [value for value in results if isinstance(value, int)] == [0, 2, 3, 4, 6, 7, 8]
    assert list(rescued) == [1, 5, 9]
    assert all("no" in value for value in rescued.values())


def test_a_killed_process_loses_only_its_own_item():
    def work(item):
        return os.kill(os.getpid(), 9) if item in (2, 7) else item

    results = list(
        map_in_processes(work, range(10), jobs=2, rescue=lambda item, _: f"{item} is lost")
    )
    assert results == [0, 1, "2 is lost", 3, 4, 5, 6, "7 is lost", 8, 9]


def test_user_errors_are_raised_even_with_a_rescue():
    def work(item):
        raise PlainlintError("the settings are wrong")

    with pytest.raises(PlainlintError, match="settings"):
        list(map_in_processes(work, range(4), jobs=2, rescue=lambda *_: None))
