"""plainlint score: the grade of every document against the target of its audience."""

from argparse import Namespace

from plainlint.commands import Outcome, Surroundings
from plainlint.commands.run import configured, one_path, results
from plainlint.grading import grade
from plainlint.linter import Linter
from plainlint.reporters import json, scores, sentences
from plainlint.version import __version__


def score(args: Namespace, surroundings: Surroundings) -> Outcome:
    """A table, one document sentence by sentence (by difficulty, or explained), or JSON."""
    if args.explain or args.sentences:
        one_path(args)
    linter = Linter(configured(args), surroundings.today)
    checked = results(args, linter, surroundings)
    rows = [(each, grade(each, linter.grade_rule(each.path))) for each in checked]
    if args.output_format == "json":
        return Outcome(json.scores(rows, __version__))
    if args.explain:
        return Outcome(scores.explain(*rows[0], surroundings.style))
    if args.sentences:
        return Outcome(sentences.sentences(rows[0][0], surroundings.style))
    return Outcome(scores.table(rows, surroundings.style))
