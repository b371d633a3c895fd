"""How long a corpus of a million documents and more takes, for sizes of units and numbers of cores.

The times of single documents are measured. The schedule is simulated: each core takes the next unit
when it has finished one, as both engines do.

    python benchmarks/corpus_scale.py [--documents N] [--price DOLLARS] [CORPUS]
"""

import argparse
import heapq
import random
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import fmean, quantiles

from corpus_path import corpus_and_options

from plainlint import Config
from plainlint.core.source import Source
from plainlint.corpus.rows import DocumentRow, check_row, get_linter

LARGEST = 6000
START = 1.0  # seconds until a new process has read the rules
SIZES = (10**6, 10**8, 10**9)
CORES = (16, 256, 4096)
UNIT_ROWS = (100, 1000, 10_000, 100_000)
DRAWS = 2000
FEW = 1000  # rows of a unit whose times are drawn one by one
SEED = 20


def split_texts(files: Sequence[Path]) -> Iterator[str]:
    """Yield the paragraphs of documents in texts of at most `LARGEST` characters."""
    for path in files:
        text = ""
        for paragraph in path.read_text(encoding="utf-8", errors="replace").split("\n\n"):
            if len(text) + len(paragraph) > LARGEST and text:
                yield text
                text = ""
            text += paragraph[:LARGEST] + "\n\n"
        if text.strip():
            yield text


def measure_texts(texts: Sequence[str]) -> list[float]:
    """Return the CPU seconds that each text takes."""
    linter = get_linter(Config(), date(2026, 11, 22))
    seconds = []
    for text in texts:
        start = time.process_time()
        check_row(DocumentRow(Source(text)), linter)
        seconds.append(time.process_time() - start)
    return seconds


def simulate(units: Sequence[float], cores: int) -> tuple[float, float]:
    """Return the seconds until the last unit is done, and the share of time that cores wait."""
    free = [START] * cores
    for seconds in units:
        heapq.heappush(free, heapq.heappop(free) + seconds)
    makespan = max(free)
    return makespan, 1 - (sum(units) + START * cores) / (makespan * cores)


def draw_units(
    seconds: Sequence[float], rows: int, documents: int, chance: random.Random
) -> list[float]:
    """Return the times of all units: sums of times drawn from those that were measured."""
    if rows <= FEW:
        sums = [sum(chance.choices(seconds, k=rows)) for _ in range(DRAWS)]
    else:
        # The sum of many is near to a normal distribution.
        mean = fmean(seconds)
        spread = fmean((each - mean) ** 2 for each in seconds) ** 0.5
        sums = [chance.gauss(rows * mean, spread * rows**0.5) for _ in range(DRAWS)]
    return chance.choices(sums, k=max(1, documents // rows))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000, help="how many are measured")
    parser.add_argument("--price", type=float, default=0.04, help="of a core for an hour")
    files, options = corpus_and_options(parser)
    chance = random.Random(SEED)
    texts = list(split_texts(files))
    texts = chance.sample(texts, min(len(texts), options.documents))
    size = fmean(len(text.encode()) for text in texts)
    seconds = measure_texts(texts)
    tenths = quantiles(seconds, n=100)
    print(
        f"{len(texts):,} documents of {size:,.0f} bytes: mean {1000 * fmean(seconds):.1f} ms, "
        f"median {1000 * tenths[49]:.1f}, 99 of 100 under {1000 * tenths[98]:.1f}, "
        f"slowest {1000 * max(seconds):.1f}"
    )
    for documents in SIZES:
        hours = documents * fmean(seconds) / 3600
        print(
            f"\n{documents:,} documents: {hours:,.0f} core hours, {documents * size / 1e9:,.0f} GB "
            f"in, {hours * options.price:,.0f} dollars"
        )
        for cores in CORES:
            for rows in UNIT_ROWS:
                count = documents // rows
                if not cores <= 10 * count or count > 2 * 10**6:
                    continue
                units = draw_units(seconds, rows, documents, chance)
                makespan, idle = simulate(units, cores)
                print(
                    f"  {cores:5,} cores, {rows:7,} rows a unit: {makespan / 3600:9,.2f} hours, "
                    f"{idle:5.1%} of it waiting, {count:9,} files"
                )


if __name__ == "__main__":
    main()
