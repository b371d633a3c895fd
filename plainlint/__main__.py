"""The command `plainlint`, which is the same as `python -m plainlint`."""

from plainlint.cli.interrupt import exit_on_interrupt


def main() -> None:
    """Run the command line; Ctrl-C is handled before the rest is imported."""
    exit_on_interrupt()
    from plainlint.cli.main import main as run_command_line

    run_command_line()


if __name__ == "__main__":
    main()
