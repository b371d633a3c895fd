"""Run the tests on each supported Python that is installed: `nox`, or `nox -s tests-3.12`."""

import nox

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]

nox.options.sessions = ["lint", "tests"]
nox.options.error_on_missing_interpreters = False


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and types."""
    session.install("--editable", ".[test]")
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("mypy")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests; arguments after `--` go to pytest."""
    session.install("--editable", ".[test]")
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session
def engines(session: nox.Session) -> None:
    """Run the tests of corpora with all engines that need no other program."""
    session.install(
        "--editable", ".[test,corpus,corpus-report,ray]", "ray[data]", "polars", "daft", "datatrove"
    )
    session.run("pytest", "tests/corpus", "-m", "slow or not slow", *session.posargs)


@nox.session
def package(session: nox.Session) -> None:
    """Build the packages and the program, and install the wheel anew on each Python."""
    session.install("--editable", ".[test]")
    session.run("pytest", "tests/test_release.py", "-m", "slow or not slow")
