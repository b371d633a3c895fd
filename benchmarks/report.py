"""The HTML report of many documents: seconds to make it, its size, and how fast Chromium shows it.

    python benchmarks/report.py [CORPUS]

The time is that of the whole command, with the checking in it; what checking alone takes on one
core is printed beside it. The pages are then opened in Debian's Chromium, where it and Playwright
are there: until a filter has taken effect, and the largest page until it has been scrolled to its
end, too.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from corpus_path import corpus_files

from plainlint import Config
from plainlint.engine.linter import Linter
from plainlint.run.discovery import read_source

RUNS = 5
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
NEXT_FRAME = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
FILTER = f"""() => {{
  document.querySelectorAll("input[name=verdict], input[name=show]")[1].click();
  return {NEXT_FRAME};
}}"""
SCROLL = f"() => {{ scrollTo(0, document.body.scrollHeight); return {NEXT_FRAME}; }}"


def checked(files: list[Path]) -> float:
    """Seconds to check the files and do nothing more."""
    linter = Linter(Config(), date(2026, 11, 22))
    start = time.perf_counter()
    for path in files:
        linter.lint(read_source(path))
    return time.perf_counter() - start


def reported(corpus: str, folder: Path) -> tuple[float, float]:
    """Seconds of `plainlint report` from call to exit, and of all cores' work on it.

    What it remembers is beside the folder.
    """
    before, start = os.times(), time.perf_counter()
    command = [sys.executable, "-m", "plainlint", "report", corpus, "-o", str(folder)]
    command += ["--cache-dir", str(folder.parent / "cache")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    whole, after = time.perf_counter() - start, os.times()
    work = after.children_user + after.children_system
    return whole, work - before.children_user - before.children_system


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
        folder = Path(name) / "pages"
        corpus = os.path.commonpath([str(path.parent) for path in files])
        whole, work = reported(corpus, folder)
        again, _ = reported(corpus, folder)
        index = folder / "index.html"
        largest = max(folder.glob("documents/*.html"), key=lambda page: page.stat().st_size)
        print(f"{len(files)} documents, {len(os.sched_getaffinity(0))} cores: {whole:.1f} s")
        print(f"work of all cores together: {work:.1f} s")
        print(f"again, with no document changed: {again:.1f} s")
        print(f"of which checking, if it were done on one core: {checked(files):.1f} s")
        print(f"index: {index.stat().st_size / 1e6:.2f} MB")
        print(f"largest page: {largest.stat().st_size / 1e6:.2f} MB")
        if shutil.which("chromium") is None:
            print("Chromium is not there: no times in the browser")
            return
        for label, page, action in [
            ("index, filtered", index, FILTER),
            ("largest page, filtered", largest, FILTER),
            ("largest page, scrolled", largest, SCROLL),
        ]:
            times = opened(page, action)
            print(f"{label}: {median(times):.2f} s (max {max(times):.2f})")


if __name__ == "__main__":
    main()
