"""Check a built site: every link and anchor is there, and nothing comes from another host."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# What a browser fetches by itself when it shows a page; a link is only followed by a reader.
_FETCHED = {
    "img": ("src", "srcset"),
    "script": ("src",),
    "link": ("href",),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "object": ("data",),
    "embed": ("src",),
}
_CSS_ADDRESS = re.compile(r"(?:url\(|@import\s+)\s*[\"']?((?:https?:)?//[^\"')\s]+)")
# The page that a server shows for a wrong address has addresses from the top of the server.
_NOT_FOUND = "404.html"


class _Page(HTMLParser):
    """The anchors, links and fetched files of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.anchors = {""}
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element names."""
        values = {name: value or "" for name, value in attrs}
        self.anchors |= {values[name] for name in ("id", "name") if name in values}
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        self.fetched += [values[name] for name in _FETCHED.get(tag, ()) if name in values]


def find_faults(site: Path) -> list[str]:
    """Return what is wrong with a built site, a line each; none if all is well."""
    pages = {
        path: _Page(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
        if path.name != _NOT_FOUND
    }
    faults = [
        f"{path.relative_to(site)}: {fault}"
        for path, page in pages.items()
        for fault in _iter_faults(path, page, pages)
    ]
    for path in sorted(site.rglob("*.css")):
        faults += [
            f"{path.relative_to(site)}: fetches {address}"
            for address in _CSS_ADDRESS.findall(path.read_text(encoding="utf-8"))
        ]
    return faults


def _iter_faults(path: Path, page: _Page, pages: dict[Path, _Page]) -> Iterator[str]:
    for address in (*page.fetched, *page.links):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            if address in page.fetched and parts.scheme != "data":
                yield f"fetches {address}"
            continue
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        if not target.is_file():
            yield f"leads to {address}, which is not there"
        elif target in pages and unquote(parts.fragment) not in pages[target].anchors:
            yield f"leads to {address}, where no such place is"
