"""plainlint check: report the findings of all documents, and choose the exit code."""

from collections.abc import Sequence
from pathlib import Path

from plainlint.cli.environment import FINDINGS, OK, USAGE, CommandResult, Environment
from plainlint.cli.links import add_rule_links
from plainlint.cli.options import CheckOptions, find_baseline, make_context
from plainlint.cli.outputs import HTML, write_outputs
from plainlint.cli.session import lint_inputs, render_inputs
from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError
from plainlint.core.files import write_atomically
from plainlint.core.formats import DOCX
from plainlint.core.text import pluralise
from plainlint.reporters import RepeatableText, RepeatFolder, load_streamed_format
from plainlint.run.pipeline import RunContext
from plainlint.run.report import LintedDocument, Report
from plainlint.run.tally import Tally, sum_tallies


def check(options: CheckOptions, environment: Environment) -> CommandResult:
    """Check the files and print the findings in the requested formats.

    With `--fix` the files are fixed first; with `--diff` only the changes that fixes would make
    are printed.
    """
    context = make_context(options.config, environment)
    if options.show_files or options.show_settings:
        from plainlint.cli.preview import list_all_settings, list_files

        show = list_files if options.show_files else list_all_settings
        return CommandResult(show(options, context, environment))
    environment = add_rule_links(environment.speak(context.config.lang), context.config)
    if options.unsafe_fixes and not (options.diff or options.fix):
        environment.note("--unsafe-fixes does nothing alone; add --fix or --diff")
    if options.diff or options.fix:
        from plainlint.cli.fix import diff_fixes, write_fixes

        if options.diff:
            text = diff_fixes(options, context, environment)
            return CommandResult(text, FINDINGS if text and not options.exit_zero else OK)
        write_fixes(options, context, environment)
    if options.profile:
        from plainlint.cli.profile import profile

        return profile(options, context, environment)
    baseline = find_baseline(options.baseline, options.config, context.config)
    first, *others = options.outputs
    is_streamed = (
        first.is_streamed and not (others or options.since or options.annotate) and baseline is None
    )
    if is_streamed:
        tally, failed = _stream(first.name, options, context, environment)
    else:
        tally, failed = _report(baseline, options, context, environment)
    code = USAGE if failed else _choose_exit_code(tally, context.config, options)
    return CommandResult(code=code)


def _stream(
    name: str, options: CheckOptions, context: RunContext, environment: Environment
) -> tuple[Tally, bool]:
    """Print documents one by one; return the tally, and whether plainlint itself failed."""
    streamed, style = load_streamed_format(name), environment.style
    tally = Tally()
    separator, failed = streamed.start, False
    folder = RepeatFolder(style.say)

    def render(document: LintedDocument) -> bytes | list[RepeatableText]:
        # Encoded where it is made: the process that prints has the least time.
        rendering = streamed.render(document, style)
        if isinstance(rendering, str):
            return rendering.encode("utf-8", errors="replace")
        return rendering

    for document in render_inputs(
        render,
        options.inputs,
        options.run,
        context,
        environment,
        details=streamed.details,
    ):
        if separator:
            environment.write(separator)
        rendering = document.rendering
        text = rendering if isinstance(rendering, bytes) else folder.fold(rendering)
        environment.write(text)
        tally = sum_tallies((tally, document.tally))
        separator, failed = streamed.between, failed or bool(document.failure)
    tally = tally._replace(repeats=folder.repeats)
    start = "" if tally.documents else streamed.start
    environment.write(start + folder.describe_elsewhere() + streamed.render_end(tally, style))
    return tally, failed


def _report(
    baseline: Path | None, options: CheckOptions, context: RunContext, environment: Environment
) -> tuple[Tally, bool]:
    """Write all outputs; return the tally, and whether plainlint itself failed."""
    whole = any(target.name == HTML for target in options.outputs)
    documents: Sequence[LintedDocument] = tuple(
        lint_inputs(
            options.inputs, options.run, context, environment, since=options.since, whole=whole
        )
    )
    stale = None
    if baseline:
        from plainlint.run.baseline_matching import match_baseline_file

        comparison = match_baseline_file(
            [document.result for document in documents], baseline, context
        )
        # Findings on lines that did not change were not looked at.
        stale = comparison.stale if options.since is None else ()
        documents = [
            document.replace_result(result)
            for document, result in zip(documents, comparison.results, strict=True)
        ]
    report = Report(
        results=tuple(document.result for document in documents),
        gradings=tuple(document.grading for document in documents),
        pages=context.collect_pages(document.path for document in documents),
        root=Path.cwd(),
        stale=stale,
        rules_url=context.config.rules_url,
        lists_hidden=options.sarif_all,
    )
    if options.baseline.fail_on_stale and stale:
        environment.note(f"the baseline has {len(stale):,} stale entries; --update removes them")
    write_outputs(options.outputs, documents, report, context, environment)
    if options.annotate:
        _annotate(options.annotate, documents, environment)
    return report.tally, any(document.failure for document in documents)


def _annotate(target: Path, documents: Sequence[LintedDocument], environment: Environment) -> None:
    """Write a copy of the Word file that was checked, with the findings as comments.

    Raises:
        PlainlintError: more or other files were checked, or the copy would replace the file.
    """
    if len(documents) != 1 or documents[0].source.format != DOCX:
        raise PlainlintError("--annotate needs one .docx file to check, and no other file")
    (document,) = documents
    if target.resolve() == Path(document.path).resolve():
        raise PlainlintError(f"--annotate: {target} is the file itself; name another one")
    if document.source.problem:
        return
    from plainlint.reporters.word_comments import write_comments

    findings = document.result.diagnostics
    write_atomically(target, write_comments(document.source, findings))
    environment.note(f"{target}: a copy with {pluralise(len(findings), 'comment')}")


def _choose_exit_code(tally: Tally, config: Config, options: CheckOptions) -> int:
    if options.exit_zero:
        return OK
    limit = config.max_warnings
    has_too_many = limit is not None and tally.count_by_severity()["warning"] > limit
    is_stale = options.baseline.fail_on_stale and bool(tally.stale)
    return FINDINGS if tally.fails(config.fail_on) or has_too_many or is_stale else OK
