"""plainlint complete: what may come next on a command line; the scripts of shells ask for it."""

from collections.abc import Iterable

from plainlint.cli.completion import complete as complete_words
from plainlint.cli.environment import CommandResult, Environment
from plainlint.cli.options import CompleteOptions, load_settings
from plainlint.cli.parser import build_parser
from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError
from plainlint.core.inert import make_line


def complete(options: CompleteOptions, environment: Environment) -> CommandResult:
    """Return the kind of what may come next, and the words, a line each."""

    def list_rules() -> Iterable[str]:
        from plainlint.rulebook.selection import RuleSet

        try:
            config = load_settings(options.config)
        except PlainlintError:
            # Whoever presses Tab wants no errors; the command itself reports them.
            config = Config(plugins=False)
        return map(make_line, sorted(RuleSet(config, inspect_only=True).rule_names))

    found = complete_words(build_parser(), options.words or ("",), list_rules)
    # Tabs between words and meanings must stay, which a result as a whole would lose.
    environment.write(found.format())
    return CommandResult()
