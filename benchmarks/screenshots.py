"""Pictures of the report for the README: the index, a document's list and its text.

    python benchmarks/screenshots.py

Opens what `make seeds` wrote into reports/ in Debian's Chromium.
"""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

REPORTS = Path(__file__).parents[1] / "reports"
DOCUMENT = "documents/seeds-types-lung-research-crizotinib.html"
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
# Picture and address.
SHOTS = [("index", "index.html"), ("document", DOCUMENT), ("text", f"{DOCUMENT}#s8")]


def main() -> None:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for name, address in SHOTS:
            page = browser.new_page(viewport={"width": 1100, "height": 1200})
            page.goto(f"{REPORTS.as_uri()}/{address}")
            page.screenshot(path=REPORTS / f"{name}.png")
            print(f"reports/{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
