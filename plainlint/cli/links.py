"""Links from rule ids to rule pages, on terminals that can show links (OSC 8).

Sources: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda for the form and for
terminals that lack it, and FORCE_HYPERLINK, which other programs read too.
"""

from collections.abc import Mapping

from plainlint.cli.environment import Environment
from plainlint.config.settings import Config

# Names of terminals in TERM_PROGRAM, and beginnings of TERM.
_PROGRAMS = frozenset(
    ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio", "Tabby", "zed", "WarpTerminal"]
)
_TERMS = ("xterm-kitty", "xterm-ghostty", "alacritty", "foot", "wezterm", "contour", "rio")
# Variables that only terminals with links set.
_VARIABLES = ("WT_SESSION", "KITTY_WINDOW_ID", "DOMTERM", "WEZTERM_PANE", "ALACRITTY_WINDOW_ID")
# GNOME Terminal and others with its library.
_LEAST_VTE = 5000
_OFF = frozenset({"0", "false", "no", "off"})


def wants_links(variables: Mapping[str, str], *, color: str, is_terminal: bool) -> bool:
    """Return whether to write links.

    `--color never` and NO_COLOR write none, and FORCE_HYPERLINK decides before the terminal.

    Args:
        variables: the environment variables.
        color: what `--color` says.
        is_terminal: whether the text goes to a terminal.
    """
    if color == "never" or variables.get("NO_COLOR"):
        return False
    if (forced := variables.get("FORCE_HYPERLINK")) is not None:
        return forced.lower() not in _OFF
    return is_terminal and _can_show_links(variables)


def _can_show_links(variables: Mapping[str, str]) -> bool:
    # tmux and screen keep the variables of the terminal around them, and may drop links.
    term = variables.get("TERM", "")
    if "CI" in variables or term == "dumb" or term.startswith(("tmux", "screen")):
        return False
    vte = variables.get("VTE_VERSION", "")
    return (
        (vte.isdecimal() and int(vte) >= _LEAST_VTE)
        or variables.get("TERM_PROGRAM") in _PROGRAMS
        or term.startswith(_TERMS)
        or any(name in variables for name in _VARIABLES)
    )


def add_rule_links(environment: Environment, config: Config) -> Environment:
    """Return the environment with links to rule pages in its style, if they are wanted.

    They lead to where the team publishes its rules, else to the files of the pages.
    """
    if not environment.links:
        return environment
    from plainlint.reporters.rule_links import RuleLinks
    from plainlint.rulebook.page import get_shipped_folder

    folders = (*reversed(config.rule_folders), get_shipped_folder())
    links = RuleLinks(config.rules_url, folders)
    return environment._replace(style=environment.style._replace(rule_links=links))
