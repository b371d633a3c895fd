"""The HTML report of many documents: seconds to make it, its size, and how fast Chromium shows it.

    python benchmarks/report.py [CORPUS]

Checking is timed apart from rendering and writing, in one process on one core. The pages are then
opened in Debian's Chromium, where it and Playwright are there: the index until a filter has taken
effect, the largest page until it has been scrolled to its end.
"""

import shutil
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from corpus_path import corpus_files

from plainlint import Config
from plainlint.discovery import read_source
from plainlint.linter import Linter
from plainlint.page_folder import PageFolder
from plainlint.reporters.html import Book
from plainlint.reporters.html.layout import INDEX, Layout, page_name
from plainlint.reporters.html.overview import Overview

RUNS = 5
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NEXT_FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
FILTER = f"""() => {{
  const choice = document.querySelector("select[name=verdict]");
  choice.value = choice.options[1].value;
  choice.dispatchEvent(new Event("input", {{ bubbles: true }}));
  return {NEXT_FRAME};
}}"""
SCROLL = f"() => {{ scrollTo(0, document.body.scrollHeight); return {NEXT_FRAME}; }}"


def make(files: list[Path], target: Path) -> tuple[float, float]:
    """Write the report; the seconds of checking, and those of rendering and writing."""
    linter = Linter(Config(), date(2026, 11, 22))
    book = Book(Layout(), linter.glossary, linter.today)
    folder, names, entries, checking = PageFolder(target), set(), [], 0.0
    start = time.perf_counter()
    for path in files:
        begun = time.perf_counter()
        result = linter.lint(read_source(path))
        checking += time.perf_counter() - begun
        rules = {rule.id: rule for rule in linter.rules_for(result.path)}
        entry, content = book.document(result, page_name(result.path, names), rules, None)
        folder.write(book.layout.file(entry.page), book.page(entry.page, entry.title, content))
        entries.append(entry)
    folder.write("glossary.html", book.page("glossary", "Terms", book.terms(tuple(entries))))
    folder.write("rules.html", book.page("rules", "Rules", book.rules(linter.pages)))
    index = book.index(Overview(tuple(entries)))
    folder.write("index.html", book.page(INDEX, "Documents", index))
    folder.finish()
    return checking, time.perf_counter() - start - checking


def opened(page_file: Path, action: str) -> list[float]:
    """Seconds from the call until the page is loaded and the action shown, for each run."""
    from playwright.sync_api import sync_playwright

    times = []
    with sync_playwright() as driver:
        chromium = shutil.which("chromium")
        browser = driver.chromium.launch(executable_path=chromium, args=FLAGS)
        for _ in range(RUNS):
            page = browser.new_context().new_page()
            start = time.perf_counter()
            page.goto(page_file.as_uri())
            page.evaluate(action)
            times.append(time.perf_counter() - start)
            page.context.close()
        browser.close()
    return times


def main() -> None:
    files = corpus_files(__doc__ or "")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        checking, rendering = make(files, folder)
        index = folder / "index.html"
        largest = max(folder.glob("documents/*.html"), key=lambda page: page.stat().st_size)
        print(f"{len(files)} documents: checked in {checking:.1f} s, rendered in {rendering:.1f} s")
        print(f"index: {index.stat().st_size / 1e6:.2f} MB")
        print(f"largest page: {largest.stat().st_size / 1e6:.2f} MB")
        if shutil.which("chromium") is None:
            print("Chromium is not there: no times in the browser")
            return
        for label, page, action in [
            ("index, filtered", index, FILTER),
            ("largest page, scrolled", largest, SCROLL),
        ]:
            times = opened(page, action)
            print(f"{label}: {median(times):.2f} s (max {max(times):.2f})")


if __name__ == "__main__":
    main()
