"""Share of golden sentences and golden rules cut right, the wrong ones, and the speed in MB/s.

Usage: python benchmarks/sentences.py [TEXT_FILE]
"""

import runpy
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from plainlint.document.readers.sentences import split_sentences  # noqa: E402


def wrong(
    golden: dict[str, Any], cases: list[tuple[str, list[str]]]
) -> list[tuple[str, list[str], list[str]]]:
    """Return (topic, expected, got) of each case that is cut otherwise than an editor would."""
    found = []
    for topic, sentences in cases:
        expected = [sentence.removeprefix("+").strip() for sentence in sentences]
        got = golden["cut"](golden["join"](sentences), golden["LANGUAGES"].get(topic, "en"))
        if got != expected:
            found.append((topic, expected, got))
    return found


def megabytes_a_second(text: str) -> float:
    """Return the best of three runs, in millions of UTF-8 bytes a second."""
    seconds = []
    for _ in range(3):
        began = time.perf_counter()
        split_sentences(text)
        seconds.append(time.perf_counter() - began)
    return len(text.encode()) / 1e6 / min(seconds)


def main() -> None:
    golden = runpy.run_path(str(ROOT / "tests/document/readers/test_sentences.py"))
    cases = golden["CASES"]
    for name, group in (
        ("cases", cases),
        ("rules", golden["golden_cases"](golden["GOLDEN_RULES"])),
    ):
        failures = wrong(golden, group)
        for topic, expected, got in failures:
            print(f"{topic}\n  expected {expected}\n  got      {got}")
        share = 100 * (1 - len(failures) / len(group))
        print(f"{len(group)} {name}, {share:.1f}% right, {len(failures)} wrong")
    text = " ".join(golden["join"](sentences) for _, sentences in cases) * 100
    if sys.argv[1:]:
        text = Path(sys.argv[1]).read_text("utf-8")
    print(f"{megabytes_a_second(text):.1f} MB/s over {len(text.encode()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
