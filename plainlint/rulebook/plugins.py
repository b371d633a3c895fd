"""Plug-ins: checks in Python files that the configuration names, and packages with checks or rules.

A package names its checks under the entry point `plainlint.checks` (functions), and its folders
of rule pages under `plainlint.rules` (packages that have the pages in them).
"""

import sys
from collections.abc import Iterator
from inspect import isfunction
from pathlib import Path
from traceback import extract_tb
from types import ModuleType
from typing import Any
from zlib import crc32

from plainlint.core.errors import PlainlintError
from plainlint.document.targets import SCOPED_TARGETS, TARGETS
from plainlint.rulebook.page import find_entry_points
from plainlint.rulebook.registry import Check
from plainlint.rulebook.signatures import has_target, is_marked, read_plugin_check


def load_file_checks(path: Path) -> dict[str, Check]:
    """Run a Python file, and return its checks by their names, with hyphens.

    A check is a function that is decorated with `@check`. As in versions before 1.0, so is one
    without it whose name has no leading underscore and whose first parameter is annotated with a
    part of a document. What is imported from elsewhere is not a check of the file.

    Raises:
        PlainlintError: the file can't be loaded, a check is wrong, or the file has no check.
    """
    checks = {
        name.replace("_", "-"): read_plugin_check(function)
        for name, function in _find_checks(_load_module(path))
    }
    if not checks:
        targets = ", ".join(sorted(target.__name__ for target in {*TARGETS, *SCOPED_TARGETS}))
        raise PlainlintError(
            f"{path}: has no check: a function with a first parameter annotated as one of "
            f"{targets}; mark it with @check"
        )
    return checks


def _load_module(path: Path) -> ModuleType:
    from importlib.util import module_from_spec, spec_from_file_location

    name = f"plainlint_checks_{path.stem}_{crc32(bytes(path.resolve())):08x}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise PlainlintError(f"{path}: a file of checks needs a name that ends in .py")
    module = module_from_spec(spec)
    # Dataclasses and typed dictionaries look up their module by its name.
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        del sys.modules[name]
        lines = [at.lineno for at in extract_tb(error.__traceback__) if at.filename == str(path)]
        # A syntax error has its place in its text.
        place = f" ({path.name}, line {lines[-1]})" if lines else ""
        problem = f"{type(error).__name__}: {error}{place}"
        raise PlainlintError(f"{path}: can't be loaded: {problem}") from error
    return module


def _find_checks(module: ModuleType) -> Iterator[tuple[str, Any]]:
    own = ((n, m) for n, m in vars(module).items() if _get_module_name(m) == module.__name__)
    for name, member in own:
        is_public_function = isfunction(member) and not name.startswith("_")
        if is_marked(member) or (is_public_function and has_target(member)):
            yield name, member


def _get_module_name(member: Any) -> str:
    return getattr(member, "__module__", "")


def load_package_checks() -> dict[str, Check]:
    """Return the checks of all installed packages, by name.

    Raises:
        PlainlintError: one can't be loaded, or is not a check.
    """
    checks = {}
    for point in find_entry_points("plainlint.checks"):
        try:
            checks[point.name] = read_plugin_check(point.load())
        except Exception as error:
            raise PlainlintError(f"the plug-in {point.value}: {error}") from error
    return checks
