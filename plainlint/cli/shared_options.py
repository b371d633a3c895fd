"""The options that several commands share, and the values that options take."""

import argparse
from collections.abc import Sequence
from datetime import date

from plainlint.config.settings import INPUT_FORMATS, PARSERS


def add_trust_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that lets the plug-ins of a folder run."""
    parser.add_argument(
        "--plugins",
        dest="trusts",
        action="store_true",
        help="run the plug-ins and checks in Python of the folder; only if you trust it",
    )


def add_baseline_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what counts as new."""
    add = parser.add_argument_group("new findings").add_argument
    add("--since", metavar="REV", help="report only what changed since this git revision")
    add("--baseline", metavar="FILE", help="default: plainlint-baseline.json next to the settings")
    add("--no-baseline", action="store_true", help="report the findings in the baseline too")
    add(
        "--fail-on-stale-baseline",
        action="store_true",
        help="fail if the baseline has stale entries",
    )
    add(
        "--check-baseline",
        action=FormerFlag,
        dest="fail_on_stale_baseline",
        const="--fail-on-stale-baseline",
    )


def add_file_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose files."""
    add = parser.add_argument_group("files").add_argument
    add("--exclude", action="append", metavar="PATTERN", help="files to exclude, as in .gitignore")
    add("--force-exclude", action="store_true", help="exclude them even if they are named")
    add("--files-from", metavar="FILE", help="check the files that FILE lists; - is stdin")
    add("--show-files", action="store_true", help="only list what would be checked, and what not")
    add("--show-settings", action="store_true", help="only list the settings that apply to files")


def add_run_options(parser: argparse.ArgumentParser) -> None:
    """Add paths, and the options of all commands that check documents."""
    add = parser.add_argument
    add(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files, folders and patterns such as 'docs/**/*.md'; - is stdin; default: this folder",
    )
    add("--stdin-filename", metavar="NAME", help="the name of the text on stdin")
    add("--config", metavar="FILE", help="the configuration file; default: the nearest one above")
    add("--select", action="append", metavar="RULES", help="rules or categories to run")
    add("--ignore", action="append", metavar="RULES", help="rules or categories to skip")
    add("--preview", action="store_true", help="also run rules that may still change")
    add("--glossary", action="append", metavar="FILE", help="a further glossary; may be repeated")
    add(
        "--lang",
        metavar="LANGUAGE",
        help="the language of messages, such as es; default: that of each document",
    )
    add(
        "--parser",
        choices=PARSERS,
        help="the Markdown parser; default: auto, the faster one that fits",
    )
    add(
        "--input-format",
        choices=INPUT_FORMATS,
        help="the format of the documents; default: auto, by the endings of their names",
    )
    add_plugin_option(parser)
    add("--today", type=parse_date, metavar="DATE", help="the date for overdue reviews: YYYY-MM-DD")
    add("--no-cache", action="store_true", help="do not use or keep results of earlier runs")
    add("--cache-dir", metavar="FOLDER", help="the folder of the cache")
    add(
        "--jobs",
        type=parse_jobs,
        metavar="N",
        help="processes that share the work; default: one per core",
    )
    add_color_option(parser)


def add_color_option(parser: argparse.ArgumentParser) -> None:
    """Add the option for colours."""
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="default: auto, which is colours on a terminal",
    )


def add_plugin_option(parser: argparse.ArgumentParser) -> None:
    """Add the option that switches plug-ins off."""
    parser.add_argument(
        "--no-plugins", action="store_true", help="run no plug-ins and no checks in Python"
    )


def parse_date(text: str) -> date:
    """Return the day of a text such as 2026-03-09; argparse reports another one."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"{text!r} is not a date; write it as 2026-03-09"
        raise argparse.ArgumentTypeError(message) from None


def parse_number(text: str) -> int:
    """Return the number of a text, 0 or more."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of 0 or more")
    return int(text)


def parse_jobs(text: str) -> int:
    """Return the number of processes of a text, 1 or more."""
    number = parse_number(text)
    if not number:
        raise argparse.ArgumentTypeError("at least 1 process is needed")
    return number


def parse_shard(text: str) -> tuple[int, int]:
    """Return number and count of a part, such as 2/8."""
    number, _, count = text.partition("/")
    if not (number.isdecimal() and count.isdecimal() and 1 <= int(number) <= int(count)):
        message = f"{text!r} is not a part: write 2/8 for the second of eight"
        raise argparse.ArgumentTypeError(message)
    return int(number), int(count)


def parse_seconds(text: str) -> float:
    """Return a number of seconds, 0 or more."""
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1
    if not 0 <= seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds")
    return seconds


class FormerFlag(argparse.Action):
    """A flag under a former name, which still works; a note names the new one."""

    def __init__(self, option_strings: Sequence[str], dest: str, *, const: str) -> None:
        super().__init__(option_strings, dest, nargs=0, const=const, help=argparse.SUPPRESS)

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        _values: object,
        option_string: str | None = None,
    ) -> None:
        """Set the flag, and add a note with its new name."""
        setattr(namespace, self.dest, True)
        # Each command has its own namespace, which begins empty.
        notes = getattr(namespace, "notes", ())
        namespace.notes = (*notes, f"{option_string} is now {self.const}")
