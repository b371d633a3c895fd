"""`python -m plainlint` is the same as `plainlint`."""

from plainlint.cli import main

main()
