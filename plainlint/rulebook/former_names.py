"""Former ids of rules: settings may still use them, and a note names the new id."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from plainlint.config.settings import Config, PathConfig, RuleOverrides
from plainlint.core.errors import PlainlintError
from plainlint.rulebook.page import (
    Page,
    Pages,
    find_rule_folders,
    get_category,
    get_shipped_folder,
)

_NAME = re.compile(r"[\w-]+(?:/[\w-]+)*")


def update_rule_names(config: Config) -> Config:
    """Return settings in which each rule has its present id, with a note for each former one.

    Raises:
        PlainlintError: a former and the present id of a rule both have settings.
    """
    own_folders = (get_shipped_folder(), *config.rule_folders)
    # Nearly all names are present ones: that is quick to see, and pages are slow to list.
    named = {name for name in _iter_names(config) if not _has_page(name, own_folders)}
    if not named:
        return config
    folders = find_rule_folders() if config.plugins else ()
    pages = Pages((own_folders[0], *folders, *own_folders[1:]))
    unknown = named - frozenset({*pages, *map(get_category, pages)})
    former = map_former_ids(pages) if unknown else {}
    renamed = {name: former[name] for name in sorted(unknown & former.keys())}
    if not renamed:
        return config
    place = config.origin or "--select or --ignore"
    notes = [f"{place}: the rule '{old}' is now called '{new}'" for old, new in renamed.items()]
    return config.replace(
        select=_rename(config.select, renamed),
        ignore=_rename(config.ignore, renamed),
        extend_select=_rename(config.extend_select, renamed),
        rule=_rename_overrides(config.rule, renamed),
        per_path=[_rename_in_path(setting, renamed) for setting in config.per_path],
        notes=(*config.notes, *notes),
    )


def _has_page(name: str, folders: Iterable[Path]) -> bool:
    """Return whether a folder has the page of a rule, or is one of a category."""
    return _NAME.fullmatch(name) is not None and any(
        (folder / f"{name}.md").is_file() or (folder / name).is_dir() for folder in folders
    )


def map_former_ids(pages: Mapping[str, Page]) -> dict[str, str]:
    """Return the present id of a rule by each id that it had before."""
    return {
        former: rule_id
        for rule_id, page in pages.items()
        for former in page.policy.get("former_ids", ())
        if former not in pages
    }


def _iter_names(config: Config) -> Iterator[str]:
    """Yield the rules and categories that settings name."""
    yield from chain(config.select, config.ignore, config.extend_select, config.rule)
    for setting in config.per_path:
        yield from chain(setting.select or (), setting.ignore, setting.rule)


def _rename(names: tuple[str, ...], renamed: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(renamed.get(name, name) for name in names)


def _rename_overrides(overrides: RuleOverrides, renamed: Mapping[str, str]) -> RuleOverrides:
    for old in overrides.keys() & renamed.keys():
        if renamed[old] in overrides:
            raise PlainlintError(
                f"'{old}' is the old name of the rule '{renamed[old]}', and both have settings; "
                "remove one of them"
            )
    return {renamed.get(name, name): changes for name, changes in overrides.items()}


def _rename_in_path(setting: PathConfig, renamed: Mapping[str, str]) -> PathConfig:
    return setting._replace(
        select=None if setting.select is None else _rename(setting.select, renamed),
        ignore=_rename(setting.ignore, renamed),
        rule=_rename_overrides(setting.rule, renamed),
    )
