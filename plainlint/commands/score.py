"""plainlint score: the grade of every document against the target of its audience."""

from argparse import Namespace

from plainlint.commands import Outcome, Surroundings
from plainlint.commands.run import configured, one_path, results
from plainlint.grading import Grading, grade
from plainlint.linter import Linter, Result
from plainlint.reporters import json, scores
from plainlint.version import __version__

GRADE_RULE = "readability/grade-level"


def score(args: Namespace, surroundings: Surroundings) -> Outcome:
    """A table, one document explained sentence by sentence, or JSON."""
    if args.explain:
        one_path(args)
    linter = Linter(configured(args), surroundings.today)
    rows = [(each, _graded(each, linter)) for each in results(args, linter, surroundings)]
    if args.output_format == "json":
        return Outcome(json.scores(rows, __version__))
    if args.explain:
        return Outcome(scores.explain(*rows[0], surroundings.style))
    return Outcome(scores.table(rows, surroundings.style))


def _graded(result: Result, linter: Linter) -> Grading:
    rules = {rule.id: rule for rule in linter.rules_for(result.path)}
    return grade(result, rules.get(GRADE_RULE))
