"""Speed: MB of Markdown a second on one core, start-up to the first finding, peak memory.

    python benchmarks/throughput.py [CORPUS]

Each figure is measured on `plainlint check` as a whole process, on one core, with byte code
compiled; the median of the runs is printed with the fastest and the slowest.
"""

import compileall
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from corpus_path import corpus_files

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "types-lung-research-crizotinib.md"
RUNS, START_UPS = 3, 11


def run(*arguments: str) -> tuple[float, float]:
    """Seconds of wall time and peak MB of one `plainlint check`."""
    start = time.perf_counter()
    options = ["--no-cache", "--output-format", "json", *arguments]
    command = [sys.executable, "-m", "plainlint", "check", *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        sys.exit(f"plainlint failed with exit code {process.returncode}")
    return time.perf_counter() - start, used.ru_maxrss / 1024


def spread(values: list[float], unit: str) -> str:
    return f"{median(values):.3f} {unit} (min {min(values):.3f}, max {max(values):.3f})"


def main() -> None:
    files = corpus_files(__doc__ or "")
    compileall.compile_dir(ROOT / "plainlint", quiet=1)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    megabytes = sum(path.stat().st_size for path in files) / 1e6
    corpus = os.path.commonpath([str(path.parent) for path in files])
    times, peaks = zip(*(run(corpus) for _ in range(RUNS)), strict=True)
    print(f"corpus: {len(files)} documents, {megabytes:.1f} MB")
    print(f"throughput: {spread([megabytes / each for each in times], 'MB/s')}")
    print(f"peak memory: {spread(list(peaks), 'MB')}")
    print(f"one small file: {spread([run(str(SEED))[0] for _ in range(START_UPS)], 's')}")


if __name__ == "__main__":
    main()
