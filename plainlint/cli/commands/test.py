"""plainlint test: the examples of rule pages, and where a rule finds something else in them."""

from argparse import Namespace

from plainlint.cli.environment import FINDINGS, OK, CommandResult, Environment
from plainlint.cli.options import load_options
from plainlint.core.text import pluralise
from plainlint.rulebook.examples import parse_examples
from plainlint.run.rule_tests import build_suite, check_example, find_missing_examples


def test(args: Namespace, _surroundings: Environment) -> CommandResult:
    """Run the examples of the rules that are named, and show what differs from their « »."""
    tests = build_suite(load_options(args), args.names)
    problems: list[str] = []
    count = 0
    for page in tests.tested_pages:
        cases = list(parse_examples(page))
        count += len(cases)
        problems += find_missing_examples(page, cases)
        problems += filter(None, (check_example(page, case, tests) for case in cases))
    total = f"{pluralise(len(tests.tested_pages), 'rule')}, {pluralise(count, 'example')}: "
    total += f"{len(problems)} wrong." if problems else "all right."
    shown = "".join(f"{each}\n\n" for each in problems)
    return CommandResult(f"{shown}{total}\n", FINDINGS if problems else OK)
