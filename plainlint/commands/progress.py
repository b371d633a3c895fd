"""Progress: documents as they come, each counted, and told of where plainlint failed on it."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from plainlint.commands import Surroundings
from plainlint.run.pipeline import Setup


class _Done(Protocol):
    @property
    def path(self) -> str: ...
    @property
    def failure(self) -> str: ...


_Each = TypeVar("_Each", bound=_Done)


def shown(
    found: Iterable[_Each], number: int, setup: Setup, surroundings: Surroundings
) -> Iterator[_Each]:
    """The documents as they are; `number` says how many there will be.

    What is left out of the run is noted first.
    """
    if setup.config.styles and (left_out := setup.linter().styles.left_out):
        surroundings.note(f"rules of styles that are not run: {', '.join(left_out)}")
    if not setup.config.plugins:
        for rule in setup.linter().without_code:
            surroundings.note(f"{rule} is left out: its check is code from outside plainlint")
    for done, each in enumerate(found, 1):
        if each.failure:
            surroundings.note(f"{each.path}: {each.failure}; please tell its makers")
        yield each
        surroundings.progress(done, number)
