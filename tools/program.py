"""The program that tools/plainlint.spec builds: the command `plainlint`."""

from plainlint.__main__ import main

main()
