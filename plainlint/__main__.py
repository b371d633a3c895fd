"""`python -m plainlint` is the same as `plainlint`."""

from plainlint.cli.main import main

main()
