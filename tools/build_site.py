"""Build the documentation site in build/site, from docs, the rule pages and the project's pages.

The links of all pages are those of the repository; here they get the addresses of the site. A link
to a page that the site does not have ends the build.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from plainlint import BlockKind, parse
from plainlint.core.files import list_files_inside
from plainlint.rulebook.page import Pages, get_shipped_folder, read_page
from tools.check_site import find_faults

ROOT = Path(__file__).resolve().parents[1]
_FOLDER = ROOT / "tools" / "site"
_SETTINGS = _FOLDER / "zensical.toml"
_OTHERS = {
    **{f"{name}.md": f"project/{name}.md" for name in ("CHANGELOG", "CONTRIBUTING", "SECURITY")},
    "ARCHITECTURE.md": "project/ARCHITECTURE.md",
    "benchmarks/README.md": "project/benchmarks.md",
    "editors/vscode/README.md": "project/vscode.md",
}
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_TARGET = re.compile(r"\]\(([^)\s]+)")
# The first line of a code block that has more than a language: the name of a file, or the readers
# of an example. CommonMark allows any words there, the site's Markdown does not.
_FENCE = re.compile(r"(`{3,})(\w+)(.*)")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|#|/")


def main() -> int:
    """Build the site in the checkout, check it, and say where it is; return the exit code."""
    site = build(ROOT / "build")
    faults = find_faults(site)
    for fault in faults:
        print(fault, file=sys.stderr)  # noqa: T201
    print(site / "index.html")  # noqa: T201
    return 1 if faults else 0


def build(folder: Path) -> Path:
    """Build the site in a folder; return where its pages are.

    Raises:
        SystemExit: a link leads nowhere, or a page can't be read.
    """
    write_pages(folder / "site-pages")
    shutil.copy(_SETTINGS, folder)
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--clean"]
    if subprocess.run(command, cwd=folder, check=False).returncode:  # noqa: S603 -- no input
        sys.exit("the site was not built; see above")
    return folder / "site"


def write_pages(target: Path) -> None:
    """Write all pages of the site as Markdown, and what they show, to an empty folder."""
    shutil.rmtree(target, ignore_errors=True)
    addresses = map_pages()
    pages = Pages([get_shipped_folder()])
    files = set[str]()
    for source, address in addresses.items():
        text = (ROOT / source).read_text(encoding="utf-8")
        if source.startswith("rules/"):
            text = _format_rule_page(source, pages)
        targets = {_resolve(source, href) for _, href in _find_targets(text)}
        files |= set(filter(_is_file, targets))
        path = target / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_write_fences(move_links(text, source, addresses)), encoding="utf-8")
    for file in files:
        copy = target / _name_copy(file)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, copy)
    shutil.copytree(_FOLDER / "assets", target / "assets")


def map_pages() -> dict[str, str]:
    """Return the address in the site of each page of the repository, both from their tops."""
    found = [
        path.relative_to(ROOT).as_posix()
        for folder in ("docs", "rules")
        for path in list_files_inside(ROOT / folder, lambda path: path.suffix == ".md")
    ]
    return {**{name: name.removeprefix("docs/") for name in found}, **_OTHERS}


def move_links(text: str, source: str, addresses: dict[str, str]) -> str:
    """Return a page whose links and images have the addresses of the site.

    Args:
        text: the page as Markdown.
        source: its path in the repository.
        addresses: the address of each page, by its path in the repository.
    """
    pieces, end = [], 0
    for start, href in _find_targets(text):
        path, mark, anchor = href.partition("#")
        target = _resolve(source, path)
        address = _name_copy(target) if _is_file(target) else addresses.get(target, target)
        folder = Path(addresses[source]).parent
        pieces += [text[end:start], os.path.relpath(address, folder).replace(os.sep, "/")]
        pieces += [mark, anchor]
        end = start + len(href)
    return "".join([*pieces, text[end:]])


def _find_targets(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place and the target of each link and image to another file of the repository."""
    hidden = text
    for block in parse(text).blocks:
        if block.kind is BlockKind.CODE:
            hidden = _blank(hidden, block.span.start, block.span.end)
    for code in _CODE.finditer(hidden):
        hidden = _blank(hidden, code.start(), code.end())
    for target in _TARGET.finditer(hidden):
        if not _OUTSIDE.match(target[1]):
            yield target.start(1), target[1]


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _is_file(path: str) -> bool:
    """Return whether a link to a path of the repository leads to a file that is no page."""
    return not path.endswith(".md") and (ROOT / path).is_file()


def _name_copy(path: str) -> str:
    return f"files/{path}"


def _resolve(source: str, href: str) -> str:
    """Return the path in the repository that a link on a page leads to."""
    return os.path.normpath(Path(source).parent / href).replace(os.sep, "/")


def _format_rule_page(source: str, pages: Pages) -> str:
    """Return a rule page for readers: its text and examples, and its policy at the end."""
    name = source.removeprefix("rules/").removesuffix(".md")
    page = read_page(ROOT / source, name)
    policy = yaml.safe_dump(dict(page.policy), allow_unicode=True, sort_keys=False, width=90)
    # A page in another language may have messages only.
    head, _, rest = (page.body.strip() or f"# {name}").partition("\n")
    links = ", ".join(
        f"[{other.language}]({other.path.name})"
        for other in pages.iter_translations()
        if other.id == name
    )
    others = f" This page in other languages: {links}." if links else ""
    return (
        f"{head}\n\nThe id of this rule is `{name.partition('.')[0]}`. "
        f"In the examples, « » surround what it finds.{others}\n"
        f"{rest}\n\n## The front matter of this page\n\n````yaml\n{policy}````\n"
    )


def _write_fences(text: str) -> str:
    """Return a page whose code blocks begin with a language alone, or with a title."""
    blocks = [block for block in parse(text).blocks if block.kind is BlockKind.CODE]
    for block in reversed(blocks):
        if fence := _FENCE.match(text, block.span.start):
            text = text[: fence.start()] + _write_fence(*fence.groups()) + text[fence.end() :]
    return text


def _write_fence(marks: str, language: str, words: str) -> str:
    words = words.strip()
    if language in {"bad", "good"}:
        readers = f", for {words.replace(' ', ', ')}" if words else ""
        return f"{language.capitalize()}{readers}:\n\n{marks}text"
    return f'{marks}{language} title="{words}"' if words else f"{marks}{language}"


if __name__ == "__main__":
    sys.exit(main())
