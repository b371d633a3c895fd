"""plainlint test: run the examples of rule pages, and show where findings differ."""

from plainlint.cli.environment import FINDINGS, OK, CommandResult, Environment
from plainlint.cli.options import TestOptions, load_settings
from plainlint.cli.session import note_check_files
from plainlint.core.text import pluralise
from plainlint.rulebook.examples import parse_examples
from plainlint.run.rule_tests import build_suite, check_example, find_missing_examples


def test(options: TestOptions, environment: Environment) -> CommandResult:
    """Run the examples of the named rules, and return where findings differ from the « »."""
    config = load_settings(options.config, environment.note)
    if options.list_only:
        suite = build_suite(config, options.names, inspect_only=True)
        return CommandResult("".join(f"{page.name}\n" for page in suite.tested_pages))
    note_check_files(config, environment)
    tests = build_suite(config, options.names)
    problems: list[str] = []
    count = 0
    for page in tests.tested_pages:
        cases = list(parse_examples(page))
        count += len(cases)
        problems += find_missing_examples(page, cases)
        problems += filter(None, (check_example(page, case, tests) for case in cases))
    rules = len({page.id for page in tests.tested_pages})
    total = f"{pluralise(rules, 'rule')}, {pluralise(count, 'example')}: "
    total += f"{len(problems)} wrong." if problems else "all right."
    report = "".join(f"{problem}\n\n" for problem in problems)
    return CommandResult(f"{report}{total}\n", FINDINGS if problems else OK)
