"""The program that tools/plainlint.spec builds: the command `plainlint`."""

from multiprocessing import freeze_support

from plainlint.__main__ import main

if __name__ == "__main__":
    # On Windows this program is started again for each worker process.
    freeze_support()
    main()
