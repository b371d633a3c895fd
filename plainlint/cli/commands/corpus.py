"""plainlint corpus: check a corpus of documents in Parquet, JSON Lines or a folder."""

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import CorpusOptions, load_settings
from plainlint.core.text import pluralise
from plainlint.corpus.batch import InputColumns, require_pyarrow


def corpus(options: CorpusOptions, environment: Environment) -> CommandResult:
    """Check what is not done yet, write a Parquet file a unit, and print what is there."""
    require_pyarrow()
    from plainlint.corpus.engines import open_engine
    from plainlint.corpus.manifest import join_folder, make_manifest
    from plainlint.corpus.rows import get_linter
    from plainlint.corpus.run import Progress, run_units
    from plainlint.corpus.sources import Reading, plan_sources
    from plainlint.corpus.units import find_done_rows, find_open_units
    from plainlint.corpus.work import Job, remove_leftovers

    config = load_settings(options.config, environment.note)
    columns = InputColumns(options.text, options.audience, options.language, options.id)
    reading = Reading(options.input.absolute(), columns, options.keep, options.unit_rows)
    # Rules that are wrong are reported before the corpus is read.
    get_linter(config, environment.today)
    sources = plan_sources(reading, config)
    manifest = make_manifest(
        reading, sources, config, environment.today, with_findings=options.findings
    )
    today = join_folder(options.output, manifest)
    job = Job(
        reading=reading,
        output=options.output.absolute(),
        config=config,
        today=today,
        with_findings=options.findings,
        seconds=options.seconds,
    )
    number, shards = options.shard
    units = [unit for source in sources for unit in source.units][number - 1 :: shards]
    todo = list(find_open_units(units, find_done_rows(options.output)))
    total, left = (sum(unit.rows for unit in each) for each in (units, todo))
    if todo:
        get_linter(config, today)
    progress = Progress(left, environment.note, environment.clock)
    with open_engine(options.engine, options.jobs, options.address) as engine:
        summary = run_units(job, todo, engine, progress.show)
    if shards == 1:
        remove_leftovers(options.output)
    if total - left:
        environment.note(f"{pluralise(total - left, 'document')} were done before")
    if summary.errors:
        environment.note(
            f"{pluralise(summary.errors, 'document')} could not be checked: "
            "the column 'error' says why"
        )
    return CommandResult(f"{options.output}: {pluralise(summary.rows, 'document')} checked\n")
