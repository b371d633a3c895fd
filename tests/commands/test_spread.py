"""Work spread over the cores: the same results in the same order, and errors as they are."""

import os

import pytest

from plainlint.commands.spread import spread
from plainlint.errors import PlainlintError


@pytest.mark.parametrize("fewest", [1, 1000])
def test_results_come_in_the_order_of_the_items(fewest):
    offset = 1
    assert list(spread(lambda item: item + offset, range(100), fewest=fewest)) == list(
        range(1, 101)
    )


needs_two_cores = pytest.mark.skipif(
    len(os.sched_getaffinity(0)) == 1, reason="one core: nothing is spread"
)


@needs_two_cores
def test_many_items_are_worked_on_in_other_processes():
    assert os.getpid() not in set(spread(lambda _: os.getpid(), range(4), fewest=1))
    assert set(spread(lambda _: os.getpid(), range(4))) == {os.getpid()}


@pytest.mark.parametrize("fewest", [1, 1000])
def test_an_error_is_raised_where_the_results_are_awaited(fewest):
    def fail(item):
        if item == 3:
            raise PlainlintError("page 3 is broken")
        return item

    with pytest.raises(PlainlintError, match="page 3 is broken"):
        list(spread(fail, range(6), fewest=fewest))


@needs_two_cores
def test_a_process_that_dies_is_told():
    with pytest.raises(PlainlintError, match="ended early"):
        list(spread(lambda _: os._exit(1), range(4), fewest=1))
