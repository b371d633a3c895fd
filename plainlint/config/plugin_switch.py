"""The switch for custom checks that the surroundings set: a CI job, a container or an editor."""

from plainlint.config.settings import Config
from plainlint.core.errors import PlainlintError

# An environment variable.
PLUGIN_SWITCH = "PLAINLINT_PLUGINS"
_HOW_TO_ALLOW = (
    f"{PLUGIN_SWITCH} is 'refuse' here. If you trust this code, set it to 1 (in the GitHub action: "
    "plugins: on); to check without such rules, use --no-plugins"
)


def apply_plugin_switch(config: Config, value: str) -> Config:
    """Return the settings with plug-ins switched as the environment variable says.

    Args:
        config: the settings; if they run no plug-ins, it stays so.
        value: `0` runs none and leaves out the rules that need one. `refuse` runs no code of the
            repository, and a rule that needs it is an error. Empty or `1` changes nothing.

    Raises:
        PlainlintError: it is another value.
    """
    if value not in {"", "0", "1", "refuse"}:
        raise PlainlintError(f"{PLUGIN_SWITCH} must be 0, 1 or refuse, not {value!r}")
    if value == "0":
        return config._replace(plugins=False)
    if value == "refuse" and config.plugins:
        return config._replace(plugins_refused=_HOW_TO_ALLOW)
    return config
