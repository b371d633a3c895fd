"""The parser of the command line: commands, options, and the help texts."""

from collections.abc import Callable, Mapping
from typing import Any

from plainlint.cli.command_parser import CommandParser
from plainlint.cli.outputs import parse_output
from plainlint.cli.shared_options import (
    FormerFlag,
    add_baseline_options,
    add_color_option,
    add_file_options,
    add_plugin_option,
    add_run_options,
    add_trust_option,
    parse_date,
    parse_jobs,
    parse_number,
    parse_seconds,
    parse_shard,
)
from plainlint.config.loader import PRESETS
from plainlint.core import __version__
from plainlint.reporters import FORMATS

SHELLS = ("bash", "zsh", "fish", "powershell")
_FOLDER = "where to write the pages; default: reports"


def build_parser(command: str = "") -> CommandParser:
    """Return the parser of all commands and their options, or of one, which takes less time."""
    parser = CommandParser(
        prog="plainlint", description="Check whether health documents suit their readers."
    )
    parser.add_argument("--version", action="version", version=f"plainlint {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    for name, add in _COMMANDS.items():
        if command not in _COMMANDS or command == name:
            add(commands)
    return parser


def _add_score(commands: Any) -> None:
    score = commands.add_parser("score", help="show the grade of each document and its target")
    add_run_options(score)
    score.add_argument(
        "--output-format", choices=("text", "json"), default="text", help="default: text"
    )
    score.add_argument("--explain", action="store_true", help="show every sentence of one file")
    score.add_argument(
        "--sentences", action="store_true", help="show the sentences of one file, the hardest first"
    )


def _add_config(commands: Any) -> None:
    config = commands.add_parser(
        "config", help="show the settings that apply to a file, and where they are set"
    )
    config.add_argument("file", nargs="?", metavar="FILE", help="a document")
    config.add_argument("--schema", action="store_true", help="print the JSON Schema of settings")
    config.add_argument("--config", metavar="FILE", help="the configuration file to use")
    add_plugin_option(config)


def _add_init(commands: Any) -> None:
    init = commands.add_parser("init", help="write a commented plainlint.toml")
    init.add_argument("folder", nargs="?", default=".", help="where; default: this folder")
    init.add_argument("--preset", choices=PRESETS, help="settings for one kind of publisher")


def _add_completion(commands: Any) -> None:
    shells = commands.add_parser("completion", help="print the script that lets a shell complete")
    shells.add_argument("shell", choices=SHELLS, help="the script says how to use it")


def _add_complete(commands: Any) -> None:
    # Asked by the scripts for shells, and in no list.
    words = commands.add_parser("complete")
    words.add_argument("words", nargs="*")


def _add_cache(commands: Any) -> None:
    cache = commands.add_parser("cache", help="show or delete the results of earlier runs")
    cache.add_argument("action", choices=("info", "clear"), help="show, or delete")
    cache.add_argument("--cache-dir", metavar="FOLDER", help="the folder of the cache")


def _add_languages(commands: Any) -> None:
    languages = commands.add_parser("languages", help="show what is there for each language")
    languages.add_argument("--config", metavar="FILE", help="the configuration file to use")
    languages.add_argument(
        "--output-format", choices=("text", "json"), default="text", help="default: text"
    )
    add_plugin_option(languages)


def _add_lsp(commands: Any) -> None:
    server = commands.add_parser("lsp", help="serve an editor: findings and fixes as one writes")
    server.add_argument("--config", metavar="FILE", help="the configuration file to use")
    add_trust_option(server)


def _add_mcp(commands: Any) -> None:
    assistant = commands.add_parser("mcp", help="serve an assistant: tools to check its texts")
    assistant.add_argument(
        "folder", nargs="?", default=".", help="whose settings apply; default: this folder"
    )
    assistant.add_argument("--config", metavar="FILE", help="the configuration file to use")
    add_trust_option(assistant)


def _add_accept(commands: Any) -> None:
    accept = commands.add_parser("accept", help="add words that no rule reports to your list")
    accept.add_argument("words", nargs="+", metavar="WORD", help="words, or names in quotes")
    accept.add_argument("--config", metavar="FILE", help="the configuration file to use")
    add_plugin_option(accept)


def _add_serve(commands: Any) -> None:
    serve = commands.add_parser("serve", help="open a page in your browser to write on")
    serve.add_argument("paths", nargs="*", metavar="PATH", help="files and folders to write in")
    serve.add_argument("--config", metavar="FILE", help="the configuration file to use")
    serve.add_argument("--port", type=int, default=0, help="default: any that is free")
    serve.add_argument("--no-browser", action="store_true", help="only print the address")
    add_trust_option(serve)


def _add_corpus(commands: Any) -> None:
    corpus = commands.add_parser("corpus", help="check millions of documents in tables")
    add = corpus.add_argument
    add(
        "input", metavar="IN", help="a Parquet or JSON Lines file, or a folder of these or of pages"
    )
    add(
        "output", metavar="OUT", help="the folder for results; a second run goes on where one ended"
    )
    add("--config", metavar="FILE", help="the configuration file to use")
    add(
        "--engine",
        choices=("local", "ray"),
        default="local",
        help="worker processes of this machine, or Ray; default: local",
    )
    add("--address", metavar="ADDRESS", help="the Ray cluster to use; default: start Ray here")
    add("--jobs", type=parse_jobs, metavar="N", help="worker processes; default: one per core")
    add("--shard", type=parse_shard, default=(1, 1), metavar="I/N", help="one of N parts, from 1")
    add(
        "--unit-rows",
        type=parse_jobs,
        default=500,
        metavar="N",
        help="documents a file of results, at most; default: 500",
    )
    add(
        "--time-limit",
        type=parse_seconds,
        default=60.0,
        metavar="SECONDS",
        help="for one document; default: 60; 0 is none",
    )
    add("--no-findings", action="store_true", help="write grades and counts only")
    add = corpus.add_argument_group("columns").add_argument
    add("--text", default="text", metavar="COLUMN", help="the texts; default: text")
    add("--audience", metavar="COLUMN", help="who each document is for")
    add("--language", metavar="COLUMN", help="the language of each document")
    add("--id", metavar="COLUMN", help="the name of each document")
    add("--keep", action="append", metavar="COLUMNS", help="further columns for the results")
    add_plugin_option(corpus)


def _add_corpus_report(commands: Any) -> None:
    report = commands.add_parser("corpus report", help="write a page on the results of a corpus")
    report.add_argument("results", metavar="OUT", help="the folder of results")
    report.add_argument("-o", "--output", default="reports", metavar="FOLDER", help=_FOLDER)


def _add_check(commands: Any) -> None:
    check = commands.add_parser("check", help="find what is hard to read or missing")
    add_run_options(check)
    add_file_options(check)
    add_baseline_options(check)
    add = check.add_argument_group("output").add_argument
    add(
        "--output-format",
        action="append",
        type=parse_output,
        metavar="NAME[=FILE]",
        help=f"{', '.join(FORMATS)} or html=FOLDER; may be repeated",
    )
    add(
        "--annotate",
        metavar="FILE",
        help="write a copy of the one .docx file that is checked, with the findings as comments",
    )
    add(
        "--sarif-all",
        action="store_true",
        help="list hidden findings in sarif too: in the baseline, suppressed, or gone",
    )
    add(
        "--statistics",
        action="store_true",
        help="print only how many findings each rule has, and how many can be fixed",
    )
    add("--watch", action="store_true", help="check again whenever a file changes")
    add("--profile", action="store_true", help="print only how long each stage and each rule takes")
    add("-q", "--quiet", action="store_true", help="print findings only: no totals, no notes")
    add = check.add_argument_group("exit code").add_argument
    add(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        help="the mildest finding that makes the run fail; default: error",
    )
    add("--exit-zero", action="store_true", help="exit with 0 whatever is found; errors still fail")
    add("--max-warnings", type=parse_number, metavar="N", help="fail if there are more warnings")
    add(
        "--require-reason", action="store_true", help="comments that suppress findings must say why"
    )
    add = check.add_argument_group("fixes").add_argument
    add("--fix", action="store_true", help="fix what can be fixed safely")
    add("--diff", action="store_true", help="show what --fix would change, without changing files")
    add("--unsafe-fixes", action="store_true", help="also make fixes that replace words")


def _add_report(commands: Any) -> None:
    report = commands.add_parser("report", help="write the findings as HTML pages")
    add_run_options(report)
    add = report.add_argument
    add("-o", "--output", default="reports", metavar="FOLDER", help=_FOLDER)
    add("--single-file", metavar="FILE", help="write one file that can be mailed")
    add("--stamp", action="store_true", help="put time and version on each page")
    add = report.add_argument_group("over time").add_argument
    add(
        "--history",
        metavar="FILE",
        help="add a line for today to this file, and show how the documents change over time",
    )
    add(
        "--compare",
        metavar="JSON",
        help="name what is new and what is gone since an earlier check, from its JSON",
    )
    add = report.add_argument_group("further files").add_argument
    add("--csv", metavar="FILE", help="write a table of the documents")
    add("--csv-findings", metavar="FILE", help="write a table of the findings")
    add("--xlsx", metavar="FILE", help="write a spreadsheet with both tables")
    add("--ics", metavar="FILE", help="write a calendar of the reviews that are due")


def _add_demo(commands: Any) -> None:
    demo = commands.add_parser("demo", help="check sample documents, to see what plainlint does")
    demo.add_argument(
        "-o",
        "--output",
        metavar="FOLDER",
        help="put the documents and the report there; default: a new temporary folder",
    )
    demo.add_argument(
        "--today", type=parse_date, metavar="DATE", help="the date for overdue reviews: YYYY-MM-DD"
    )
    add_color_option(demo)


def _add_baseline(commands: Any) -> None:
    baseline = commands.add_parser(
        "baseline", help="record current findings; later runs report only new ones"
    )
    add_run_options(baseline)
    add = baseline.add_argument
    add("--baseline", metavar="FILE", help="default: plainlint-baseline.json next to the settings")
    add("--update", action="store_true", help="only remove stale entries")
    add(
        "--accept",
        action="append",
        metavar="FINGERPRINT",
        help="accept this finding in all documents, such as in a sentence that many share",
    )


def _add_rule(commands: Any) -> None:
    rule = commands.add_parser("rule", help="list the rules, or show one")
    rule.add_argument("id", nargs="?", metavar="ID", help="the rule to show; default: list all")
    rule.add_argument("--config", metavar="FILE", help="the configuration file to use")
    rule.add_argument("--lang", metavar="LANGUAGE", help="the language of the pages, such as es")
    add_plugin_option(rule)
    rule.add_argument(
        "--output-format", choices=("text", "json"), default="text", help="default: text"
    )
    output = rule.add_mutually_exclusive_group()
    output.add_argument(
        "--try", dest="try_on", metavar="FILE", help="show what the rule finds in a file"
    )
    output.add_argument("--schema", action="store_true", help="print the JSON Schema of rule pages")
    output.add_argument("--html", metavar="FOLDER", help="write a page for each rule, and an index")
    output.add_argument("--table", action="store_true", help="print all rules as a Markdown table")
    output.add_argument("--checks", action="store_true", help="print all checks and settings")
    output.add_argument("--verbs", action=FormerFlag, dest="checks", const="--checks")
    add_color_option(rule)


def _add_test(commands: Any) -> None:
    test = commands.add_parser("test", help="run the examples of rule pages")
    test.add_argument("names", nargs="*", metavar="RULES", help="rules, categories or folders")
    test.add_argument("--list", action="store_true", help="only list the rules, and run nothing")
    test.add_argument("--config", metavar="FILE", help="the configuration file to use")
    add_plugin_option(test)


def _add_new(commands: Any) -> None:
    new = commands.add_parser("new", help="write a rule page to start from")
    things = new.add_subparsers(dest="thing", required=True, metavar="THING")
    page = things.add_parser("rule", help="a page whose examples pass")
    page.add_argument("id", metavar="ID", help="category/name, such as house/short-words")
    page.add_argument("-o", "--output", metavar="FOLDER", help="default: that of the settings")
    page.add_argument("--config", metavar="FILE", help="the configuration file to use")
    add_plugin_option(page)


def _add_glossary(commands: Any) -> None:
    glossary = commands.add_parser("glossary", help="work with glossaries")
    tools = glossary.add_subparsers(dest="tool", required=True, metavar="TOOL")
    harvest = tools.add_parser("harvest", help="learn terms from the documents' popup links")
    harvest.add_argument("paths", nargs="+", metavar="PATH", help="files and folders")
    take_over = tools.add_parser("import", help="import terms from a file in another format")
    take_over.add_argument(
        "file", metavar="FILE", help="JSON of a glossary service, a JSON map, or CSV"
    )
    take_over.add_argument("--language", default="en", metavar="TAG", help="default: en")
    for tool in (harvest, take_over):
        tool.add_argument("-o", "--output", metavar="FILE", help="write the glossary to this file")
    show = tools.add_parser("show", help="show a term of the glossary")
    show.add_argument("term", metavar="TERM", help="a term, or an acronym")
    show.add_argument(
        "paths", nargs="*", default=(), metavar="PATH", help="documents to look for it in"
    )
    show.add_argument("--glossary", action="append", metavar="FILE", help="a further glossary")
    for tool in (harvest, show):
        tool.add_argument("--config", metavar="FILE", help="the configuration file to use")
        add_plugin_option(tool)


_COMMANDS: Mapping[str, Callable[[Any], None]] = {
    "check": _add_check,
    "baseline": _add_baseline,
    "score": _add_score,
    "report": _add_report,
    "rule": _add_rule,
    "demo": _add_demo,
    "test": _add_test,
    "new": _add_new,
    "config": _add_config,
    "init": _add_init,
    "completion": _add_completion,
    "complete": _add_complete,
    "cache": _add_cache,
    "languages": _add_languages,
    "glossary": _add_glossary,
    "lsp": _add_lsp,
    "mcp": _add_mcp,
    "serve": _add_serve,
    "corpus": _add_corpus,
    "corpus report": _add_corpus_report,
    "accept": _add_accept,
}
