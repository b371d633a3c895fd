"""plainlint score: the grade of every document against the target of its audience."""

from argparse import Namespace

from plainlint.cli.environment import Outcome, Surroundings
from plainlint.cli.options import configured, setup_of
from plainlint.cli.session import judged, one_path
from plainlint.reporters import json, scores


def score(args: Namespace, surroundings: Surroundings) -> Outcome:
    """A table, one document sentence by sentence (by difficulty, or explained), or JSON."""
    one = args.explain or args.sentences
    if one:
        one_path(args)
    setup = setup_of(configured(args), surroundings.today)
    whole = one or args.output_format == "json"
    found = judged(args, setup, surroundings, whole=whole)
    rows = [(each.result, each.grading) for each in found]
    if args.output_format == "json":
        return Outcome(json.scores(rows))
    if args.explain:
        return Outcome(scores.explain(*rows[0], surroundings.style))
    if args.sentences:
        return Outcome(scores.sentences(rows[0][0], surroundings.style))
    return Outcome(scores.table(rows, surroundings.style))
