"""Plug-ins: checks in Python files that the configuration names, and packages with checks or rules.

A package names its checks under the entry point `plainlint.checks` (functions), and its folders
of rule pages under `plainlint.rules` (packages that have the pages in them).
"""

import inspect
from pathlib import Path
from typing import Any

from plainlint.core.errors import PlainlintError
from plainlint.document.targets import SCOPED_TARGETS, TARGETS
from plainlint.rulebook.entry_points import find_entry_points
from plainlint.rulebook.registry import Check, read_check


def load_file_checks(path: Path) -> dict[str, Check]:
    """The checks in a Python file by their names, with hyphens.

    A check is a function without a leading underscore whose first parameter is annotated with a
    part of a document. The file's code is run.

    Raises:
        PlainlintError: the file can't be loaded, or has no check in it.
    """
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location(f"plainlint_checks_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise PlainlintError(f"{path}: a file of checks needs a name that ends in .py")
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise PlainlintError(f"{path}: can't be loaded: {type(error).__name__}: {error}") from error
    functions = inspect.getmembers(module, inspect.isfunction)
    own = {name: each for name, each in functions if each.__module__ == module.__name__}
    checks = {
        name.replace("_", "-"): read_check(each, foreign=True)
        for name, each in own.items()
        if not name.startswith("_") and _is_check(each)
    }
    if not checks:
        parts = ", ".join(sorted(part.__name__ for part in {*TARGETS, *SCOPED_TARGETS}))
        raise PlainlintError(
            f"{path}: has no check: a function with a first parameter annotated as one of {parts}"
        )
    return checks


def load_package_checks() -> dict[str, Check]:
    """The checks of all installed packages.

    Raises:
        PlainlintError: one can't be loaded, or is no check.
    """
    found = {}
    for point in find_entry_points("plainlint.checks"):
        try:
            function = point.load()
            found[point.name] = read_check(function, foreign=True)
        except Exception as error:
            raise PlainlintError(f"the plug-in {point.value}: {error}") from error
    return found


def _is_check(function: Any) -> bool:
    parameters = list(inspect.signature(function, eval_str=True).parameters.values())
    return bool(parameters) and parameters[0].annotation in {*TARGETS, *SCOPED_TARGETS}
