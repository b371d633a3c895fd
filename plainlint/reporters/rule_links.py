"""Where the page of each rule is: on the web, or in a folder of this machine."""

from pathlib import Path
from typing import NamedTuple

from plainlint.core.caches import remember

_SAFE = ":/?#[]@!$&'()*+,;=%~"


class RuleLinks(NamedTuple):
    """The addresses of rule pages.

    Attributes:
        url: where pages are published, with `{rule}` for the id; empty if nowhere.
        folders: the folders with pages, those that win first.
    """

    url: str = ""
    folders: tuple[Path, ...] = ()

    def find(self, rule: str) -> str:
        """Return the address of a rule's page, in ASCII; empty if it has none."""
        return _find_address(self, rule)


@remember(1 << 10)
def _find_address(links: RuleLinks, rule: str) -> str:
    # Only links need it.
    from urllib.parse import quote

    url = links.url.replace("{rule}", quote(rule))
    if url.lower().startswith(("https://", "http://")):
        return quote(url, safe=_SAFE)
    pages = (folder.absolute() / f"{rule}.md" for folder in links.folders)
    return next((page.as_uri() for page in pages if page.is_file()), "")
