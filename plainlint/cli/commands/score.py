"""plainlint score: show the grade of each document and the target of its audience."""

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import ScoreOptions, make_context
from plainlint.cli.session import lint_inputs, require_one_file
from plainlint.reporters import json, scores


def score(options: ScoreOptions, environment: Environment) -> CommandResult:
    """Return a table, JSON, or the sentences of one document (by difficulty, or explained)."""
    one_document = options.explain or options.sentences
    if one_document:
        require_one_file(options.inputs)
    context = make_context(options.config, environment)
    environment = environment.speak(context.config.lang)
    documents = lint_inputs(
        options.inputs,
        options.run,
        context,
        environment,
        whole=one_document or options.as_json,
    )
    if options.as_json:
        return CommandResult(json.format_scores(documents))
    rows = [(document.result, document.grading) for document in documents]
    if options.explain:
        return CommandResult(scores.explain(*rows[0], environment.style))
    if options.sentences:
        return CommandResult(
            scores.format_sentences(rows[0][0], environment.style, environment.width)
        )
    return CommandResult(scores.format_table(rows, environment.style))
