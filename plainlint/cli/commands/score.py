"""plainlint score: the grade of every document against the target of its audience."""

from argparse import Namespace

from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import load_options, make_context
from plainlint.cli.session import judged, one_path
from plainlint.reporters import json, scores


def score(args: Namespace, surroundings: Environment) -> CommandResult:
    """A table, one document sentence by sentence (by difficulty, or explained), or JSON."""
    one = args.explain or args.sentences
    if one:
        one_path(args)
    setup = make_context(load_options(args), surroundings.today)
    whole = one or args.output_format == "json"
    found = judged(args, setup, surroundings, whole=whole)
    rows = [(each.result, each.grading) for each in found]
    if args.output_format == "json":
        return CommandResult(json.format_scores(rows))
    if args.explain:
        return CommandResult(scores.explain(*rows[0], surroundings.style))
    if args.sentences:
        return CommandResult(scores.format_sentences(rows[0][0], surroundings.style))
    return CommandResult(scores.format_table(rows, surroundings.style))
