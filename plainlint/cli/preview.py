"""What a check would do: the files that it would check, and their settings."""

from pathlib import Path

from plainlint.cli.environment import Environment
from plainlint.cli.options import CheckOptions
from plainlint.cli.session import discover_inputs, iter_inputs
from plainlint.cli.settings_listing import list_settings
from plainlint.core.inert import make_line
from plainlint.core.text import pluralise
from plainlint.run.pipeline import RunContext
from plainlint.run.walk import SkippedPath


def list_files(options: CheckOptions, context: RunContext, environment: Environment) -> str:
    """Return the files that would be checked, and those that would not, each with the reason."""
    discovered = discover_inputs(options.inputs, context, environment, explain=True)
    inputs = list(iter_inputs(discovered, options.inputs, context, environment))
    skipped = list(discovered.skipped)
    if options.since:
        from plainlint.run.git import find_changed_files

        contents = [file.read() for file in inputs]
        changed = find_changed_files(options.since, Path.cwd(), contents, environment.note)
        unchanged = [file.path for file in inputs if str(file.path) not in changed]
        skipped += [SkippedPath(path, f"unchanged since {options.since}") for path in unchanged]
        inputs = [file for file in inputs if file.path not in unchanged]
    lines = [make_line(str(file.path)) for file in inputs]
    if skipped:
        lines += ["", "Not checked:"]
        lines += [
            f"{make_line(str(path))}: {make_line(reason)}" for path, reason in sorted(skipped)
        ]
    if not environment.style.quiet:
        lines += ["", f"{pluralise(len(inputs), 'document')} would be checked."]
    return "".join(f"{line}\n" for line in lines)


def list_all_settings(options: CheckOptions, context: RunContext, environment: Environment) -> str:
    """Return the settings of all documents, those with the same settings together."""
    discovered = discover_inputs(options.inputs, context, environment)
    groups: dict[tuple[str, tuple[int, ...]], list[Path]] = {}
    for file in iter_inputs(discovered, options.inputs, context, environment):
        key = (file.config.origin, file.config.match_path_configs(str(file.path)))
        groups.setdefault(key, []).append(file.path)
    return "\n".join(
        "".join(f"# {make_line(str(path))}\n" for path in paths)
        + list_settings(paths[0], options.config, _ignore)
        for paths in groups.values()
    )


def _ignore(_line: str) -> None:
    """Ignore a note on a file of settings, which was printed when the run's were read."""
