"""plainlint test: the examples of rule pages, and where a rule finds something else in them."""

from argparse import Namespace

from plainlint.cli.environment import FINDINGS, OK, Outcome, Surroundings
from plainlint.cli.options import configured
from plainlint.core.text import several
from plainlint.rulebook.examples import examples
from plainlint.run.rule_tests import missing, problem, suite


def test(args: Namespace, _surroundings: Surroundings) -> Outcome:
    """Run the examples of the rules that are named, and show what differs from their « »."""
    tests = suite(configured(args), args.names)
    problems: list[str] = []
    count = 0
    for page in tests.chosen:
        cases = list(examples(page))
        count += len(cases)
        problems += missing(page, cases)
        problems += filter(None, (problem(page, case, tests) for case in cases))
    total = f"{several(len(tests.chosen), 'rule')}, {several(count, 'example')}: "
    total += f"{len(problems)} wrong." if problems else "all right."
    shown = "".join(f"{each}\n\n" for each in problems)
    return Outcome(f"{shown}{total}\n", FINDINGS if problems else OK)
