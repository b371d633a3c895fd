"""Detect the Markdown dialect of a document by the files of its site."""

import re
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from plainlint.core.dialects import AUTO
from plainlint.run.sites import SiteFolder, iter_site_files, list_site_folders, read_site_file

# Names that stand for a dialect, the most certain first.
_MARKERS: Mapping[str, str] = {
    ".obsidian": "obsidian",
    "hugo.toml": "hugo",
    "hugo.yaml": "hugo",
    "hugo.yml": "hugo",
    "hugo.json": "hugo",
    "mkdocs.yml": "mkdocs",
    "mkdocs.yaml": "mkdocs",
    "zensical.toml": "mkdocs",
    **{f"docusaurus.config.{suffix}": "docusaurus" for suffix in ("js", "ts", "mjs", "cjs")},
    "_quarto.yml": "quarto",
    "_quarto.yaml": "quarto",
    "_bookdown.yml": "pandoc",
    "myst.yml": "myst",
    "book.toml": "mdbook",
    ".vitepress": "vitepress",
    ".vuepress": "vitepress",
    "docfx.json": "learn",
    ".openpublishing.publish.config.json": "learn",
    ".gitbook.yaml": "gitbook",
    "zola.toml": "zola",
}
# Sets of names that stand for a dialect together.
_COMBINATIONS = (
    (frozenset({"_config.yml", "_toc.yml"}), "myst"),
    (frozenset({"SUMMARY.md", "book.json"}), "gitbook"),
    (frozenset({"_config.yml"}), "jekyll"),
    (frozenset({"_config.yaml"}), "jekyll"),
)
# Names that several programs use, and what shows whose file it is.
_CONTENTS = (
    ("conf.py", re.compile(r"\bmyst[-_](?:parser|nb)\b"), "myst"),
    (
        "config.toml",
        re.compile(r"^\s*baseURL\s*=|^\s*\[(?:params|markup)\b", re.MULTILINE | re.IGNORECASE),
        "hugo",
    ),
    ("config.toml", re.compile(r"^\s*base_url\s*=", re.MULTILINE), "zola"),
    ("config.yaml", re.compile(r"^baseURL\s*:", re.MULTILINE | re.IGNORECASE), "hugo"),
    ("config.yml", re.compile(r"^baseURL\s*:", re.MULTILINE | re.IGNORECASE), "hugo"),
    ("config.json", re.compile(r"\"baseURL\"\s*:", re.IGNORECASE), "hugo"),
    ("index.html", re.compile(r"\$docsify\b"), "docsify"),
)
# In a folder of settings, `config/_default`.
_HUGO_SETTINGS = ("config.toml", *(f"hugo.{suffix}" for suffix in ("toml", "yaml", "yml", "json")))

# All names that say something; most folders have none.
_NAMES = frozenset(
    [
        *_MARKERS,
        *chain(*(names for names, _ in _COMBINATIONS)),
        *(n for n, _, _ in _CONTENTS),
        "config",
    ]
)


def detect_dialect(path: Path, root: Path) -> str:
    """Return the dialect of the site that a document belongs to; `auto` if none is known.

    The nearest folder that shows one wins.

    Args:
        path: the document.
        root: the folder to look no higher than, outside of a git repository.
    """
    dialects = map(_recognise_site, list_site_folders(path, root))
    return next(filter(None, dialects), AUTO)


def _recognise_site(folder: SiteFolder) -> str:
    """Return the dialect that the files of one folder show; empty if none."""
    if _NAMES.isdisjoint(folder.names):
        return ""
    marked = (dialect for name, dialect in _MARKERS.items() if name in folder.names)
    combined = (dialect for names, dialect in _COMBINATIONS if names <= folder.names)
    by_content = (
        dialect
        for name, pattern, dialect in _CONTENTS
        for file in iter_site_files(folder, name)
        if pattern.search(read_site_file(file))
    )
    found = next(chain(marked, combined, by_content), "")
    return found or ("hugo" if _has_hugo_settings(folder) else "")


def _has_hugo_settings(folder: SiteFolder) -> bool:
    default = folder.path / "config" / "_default"
    return "config" in folder.names and any((default / name).exists() for name in _HUGO_SETTINGS)
