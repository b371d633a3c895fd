"""plainlint corpus report: write a page on the results of a corpus."""

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import CorpusReportOptions
from plainlint.corpus.batch import require_pyarrow


def corpus_report(options: CorpusReportOptions, _environment: Environment) -> CommandResult:
    """Write the page, and print which file to open."""
    require_pyarrow()
    from plainlint.corpus.report import write_report
    from plainlint.corpus.statistics import compute_statistics

    page = write_report(options.output, compute_statistics(options.results))
    return CommandResult(f"{page}\n")
