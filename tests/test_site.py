"""The documentation site: whole, without a wrong link, and without a file of another host."""

import importlib.util
import tomllib

import pytest

from tests.conftest import ROOT
from tools.build_site import build, map_pages, move_links, write_pages
from tools.check_site import find_faults

SETTINGS = tomllib.loads((ROOT / "tools" / "site" / "zensical.toml").read_text(encoding="utf-8"))
ADDRESSES = {"docs/a.md": "a.md", "docs/guides/b.md": "guides/b.md", "rules/x/y.md": "rules/x/y.md"}


def list_addresses(nav):
    for entry in nav:
        for value in entry.values():
            yield from [value] if isinstance(value, str) else list_addresses(value)


def test_every_page_is_in_the_menu():
    listed = sorted(list_addresses(SETTINGS["project"]["nav"]))
    # Rules and decisions have tables of their own, and the page of an extension belongs to it.
    reached_elsewhere = ("rules/", "decisions/0", "project/vscode")
    assert listed == sorted(
        address for address in map_pages().values() if not address.startswith(reached_elsewhere)
    )


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("See [y](../rules/x/y.md).", "See [y](rules/x/y.md)."),
        ("See [b](guides/b.md#top).", "See [b](guides/b.md#top)."),
        ("![A page](../reports/document.png)", "![A page](files/reports/document.png)"),
        ("[here](#top), [out](https://example.org/a.md)", None),
        ("Write `[y](../rules/x/y.md)`.", None),
        ("```\n[y](../rules/x/y.md)\n```\n", None),
        ("    [y](../rules/x/y.md)\n", None),
    ],
)
def test_links_get_the_addresses_of_the_site(text, moved):
    assert move_links(text, "docs/a.md", ADDRESSES) == (moved or text)


def test_links_from_a_folder_lead_out_of_it():
    assert move_links("[y](../../rules/x/y.md)", "docs/guides/b.md", ADDRESSES) == (
        "[y](../rules/x/y.md)"
    )
    assert move_links("[a](../../docs/a.md)", "rules/x/y.md", ADDRESSES) == "[a](../../a.md)"


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ('<script src="https://example.org/a.js"></script>', "fetches https://example.org/a.js"),
        ('<link rel="stylesheet" href="//example.org/a.css">', "fetches //example.org/a.css"),
        ('<img src="gone.png">', "leads to gone.png, which is not there"),
        ('<a href="b.html#gone">b</a>', "leads to b.html#gone, where no such place is"),
        ('<a href="gone.html">x</a>', "leads to gone.html, which is not there"),
    ],
)
def test_what_is_wrong_with_a_page_is_named(html, fault, tmp_path):
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    (tmp_path / "b.html").write_text('<h1 id="top">b</h1>', encoding="utf-8")
    assert find_faults(tmp_path) == [f"a.html: {fault}"]


def test_nothing_is_wrong_with_a_good_page(tmp_path):
    text = (
        '<h1 id="top"></h1><a href="#top"></a><a href="https://example.org"></a><img src="data:,">'
    )
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    assert find_faults(tmp_path) == []
    (tmp_path / "a.css").write_text("@import 'https://example.org/a.css';", encoding="utf-8")
    assert find_faults(tmp_path) == ["a.css: fetches https://example.org/a.css"]


def test_a_rule_page_shows_its_examples_and_its_front_matter(tmp_path):
    write_pages(tmp_path / "pages")
    page = (tmp_path / "pages" / "rules/readability/long-sentence.md").read_text(encoding="utf-8")
    assert page.startswith(
        "# Long sentences\n\nThe id of this rule is `readability/long-sentence`."
    )
    assert "\nBad, for patient:\n\n```text\n" in page
    assert "````yaml\ncheck: sentence-length\n" in page


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Build the whole site."""
    if importlib.util.find_spec("zensical") is None:
        pytest.skip("zensical is not installed, so the site is not built")
    return build(tmp_path_factory.mktemp("site"))


@pytest.mark.slow
def test_the_site_has_no_broken_link_and_fetches_nothing(site):
    assert find_faults(site) == []
    built = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert built == {"404.html"} | {
        address.removesuffix(".md").replace("README", "index") + ".html"
        for address in map_pages().values()
    }


@pytest.mark.slow
def test_the_site_works_from_a_folder_with_its_search(site, browser):
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "reference" / "commands.html").as_uri())
    page.wait_for_timeout(500)
    page.keyboard.press("Control+k")
    page.keyboard.type("baseline", delay=50)
    page.get_by_text("Adopt with a baseline").last.wait_for()
    assert [url for url in asked if not url.startswith("file:")] == []
    page.close()
