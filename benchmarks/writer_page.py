"""The writer's page: from the start to the first paint, and from a key to its marks on the screen.

    python benchmarks/writer_page.py [KEYS]

It needs Chromium and the packages of the tests. The page is the seed document (10 KB), then ten
copies of its text in one page (100 KB); each key is typed in the middle.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "types-lung-research-crizotinib.md"
# Keeps, for each key, when it was pressed and when what it changed was painted.
_WATCH = """
window.times = [];
let pressed = 0;
addEventListener("keydown", () => { pressed = performance.now(); }, true);
new PerformanceObserver((list) => {
  if (!pressed || !list.getEntriesByName("shown").length) return;
  const start = pressed;
  pressed = 0;
  requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - start)));
}).observe({ type: "mark" });
"""

_FIRST_PAINT = """
performance.timeOrigin + performance.getEntriesByName("first-contentful-paint")[0].startTime
"""


def measure_keys(page: Page, keys: int) -> list[float]:
    """Return the milliseconds from each key to the paint of its result."""
    page.wait_for_selector(".card")
    page.evaluate(_WATCH)
    page.keyboard.press("Control+Home")
    for _ in range(30):
        page.keyboard.press("PageDown")
    page.wait_for_timeout(1000)
    page.evaluate("times.length = 0")
    for number in range(keys):
        page.keyboard.type("abcdefgh "[number % 9])
        page.wait_for_function("(number) => times.length > number", arg=number, polling=10)
        page.wait_for_timeout(120)
    return list(page.evaluate("times"))


def measure(browser: Browser, file: Path, keys: int) -> tuple[float, list[float]]:
    """Return the seconds to the first paint of the page, and the times of the keys."""
    start = time.time()
    command = [sys.executable, "-m", "plainlint", "serve", "--no-browser", str(file)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr
        address = re.search(r"http://\S+", server.stderr.readline())
        assert address
        # The page's policy forbids scripts from elsewhere, and so Playwright's polling.
        context = browser.new_context(bypass_csp=True, viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.goto(address[0])
        painted = page.evaluate(_FIRST_PAINT)
        times = measure_keys(page, keys)
        context.close()
        server.terminate()
    return painted / 1000 - start, times


def main() -> None:
    keys = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    text = SEED.read_text(encoding="utf-8")
    head, body = text.split("\n---\n", 1)
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for copies in (1, 10):
            file = Path(folder) / f"{copies}.md"
            file.write_text(f"{head}\n---\n{body * copies}", encoding="utf-8")
            first, times = measure(browser, file, keys)
            slow = quantiles(times, n=10)[-1]
            print(
                f"{file.stat().st_size / 1000:.0f} KB: first paint {first:.2f} s; key to paint "
                f"{median(times):.0f} ms, 9 of 10 within {slow:.0f} ms"
            )
        browser.close()


if __name__ == "__main__":
    main()
