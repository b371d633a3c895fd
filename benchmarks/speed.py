"""Speed beside other linters: cold and warm runs, one document, growth with size, peak memory.

    python benchmarks/speed.py [CORPUS] [--small]

Each figure is a whole process, all cores allowed, with byte code compiled and the file that each
start needs stored, as after a first run; programs take turns in one run and medians are printed.
proselint and rumdl come with `pip install '.[benchmarks]'`; without them their columns are empty.
`--small` only shows that all of it works; its figures say little.
"""

import compileall
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from corpus_path import corpus_files

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "types-lung-research-crizotinib.md"
TICK = 0.02
OTHERS = {"proselint": (), "rumdl": ("--no-cache",)}


class Amount(NamedTuple):
    """How much is measured: copies of the seed document, runs, and sizes of one document in MB."""

    copies: int
    many: int
    runs: int
    small_runs: int
    large: float
    megabytes: tuple[float, ...]


FULL = Amount(200, 20_000, 3, 9, 1.1, (1, 4, 16, 50))
SMALL = Amount(5, 300, 1, 1, 0.1, (0.05, 0.1))


class Cost(NamedTuple):
    """Seconds by the clock, seconds of all cores, and MB at most in one process."""

    wall: float
    work: float
    memory: float


def ran(command: list[str], *, counts_findings: bool = False) -> Cost:
    """One run of a program; findings are not an error.

    Args:
        counts_findings: whether its exit code is the number of its findings.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1} and not counts_findings:
        sys.exit(f"{command[:4]} failed with exit code {process.returncode}")
    work = used.ru_utime + used.ru_stime
    return Cost(time.perf_counter() - start, work, used.ru_maxrss / 1024)


def plainlint(*arguments: object) -> list[str]:
    command = [sys.executable, "-m", "plainlint", "check", "--output-format", "concise"]
    return [*command, *map(str, arguments)]


def other(name: str, *options: str) -> list[str]:
    """The command of another linter, or nothing where it is not installed."""
    path = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return [path, "check", *options] if path else []


def peak_memory(command: list[str]) -> float:
    """The MB that a program and its children take at most, pages that they share counted once."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    )
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, sum(map(proportional, family(process.pid))) / 1024)
        time.sleep(TICK)
    return peak


def family(pid: int) -> list[int]:
    """A process and its children, as Linux lists them."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [pid, *(each for child in text.split() for each in family(int(child)))]


def proportional(pid: int) -> int:
    """The KB of a process, each page divided by the number of those that share it."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def compared(title: str, commands: dict[str, list[str]], runs: int) -> None:
    """Print the median costs of commands that take turns, each beside the first one's."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            costs[name].append(ran(command))
    medians = {name: Cost(*map(median, zip(*each, strict=True))) for name, each in costs.items()}
    first = next(iter(medians.values()))
    print(f"{title}:")
    for name, each in medians.items():
        print(
            f"  {name:12} {each.wall:8.3f} s, {each.work:8.3f} s of work, {each.memory:4.0f} MB;"
            f" {each.wall / first.wall:7.2f} times the first's time"
        )


def copies(folder: Path, number_of_them: int, length: int | None = None) -> Path:
    """Copies of the seed document, or of its beginning, each with a change of its own."""
    folder.mkdir()
    text = SEED.read_text(encoding="utf-8")[:length]
    for number in range(number_of_them):
        (folder / f"{number:03}.md").write_text(
            f"{text}\nThis is copy {number}.\n", encoding="utf-8"
        )
    return folder


def of_size(folder: Path, files: list[Path], megabytes: float) -> Path:
    """One document of this size, made of the corpus' bodies."""
    texts = (path.read_text(encoding="utf-8") for path in files)
    text = "\n\n".join(each.partition("\n---\n")[2] for each in texts)
    path, length = folder / f"{megabytes}.md", int(megabytes * 1_000_000)
    path.write_text((text * (length // max(len(text), 1) + 1))[:length], encoding="utf-8")
    return path


def growing(folder: Path, files: list[Path], megabytes: tuple[float, ...]) -> None:
    """Print the seconds and MB/s of documents of growing size."""
    print("one document of growing size:")
    for size in megabytes:
        cost = ran(plainlint("--no-cache", of_size(folder, files, size)))
        rate = f"{size / cost.work:.2f} MB a second of work"
        print(f"  {size:5} MB: {cost.wall:6.2f} s, {rate}, {cost.memory:5.0f} MB of memory")


def changed_one(corpus: Path, folder: Path, cache: list[str], runs: int) -> None:
    """Print the cost of a run after one document of a copy of the corpus was changed.

    The document is the one of median size.
    """
    shutil.copytree(corpus, folder)
    ran(plainlint(*cache, folder))
    walls = []
    by_size = sorted(folder.rglob("*.md"), key=lambda path: path.stat().st_size)
    document = by_size[len(by_size) // 2]
    for number in range(runs):
        with document.open("a", encoding="utf-8") as file:
            file.write(f"\nOne more sentence, number {number}.\n")
        walls.append(ran(plainlint(*cache, folder)).wall)
    print(f"one document changed among all: {median(walls):.3f} s (median of {runs})")


def first_finding(command: list[str]) -> float:
    """The seconds until a program prints something into a pipe; it is ended then."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        seconds = time.perf_counter() - start
        process.kill()
    return seconds


def living(name: str, data: bytes) -> None:
    """Print the time of checking a document again after an edit, in a process that runs already.

    The edit is a word in the middle of the document, another one each time.
    """
    from plainlint.config.settings import Config
    from plainlint.core.source import decode
    from plainlint.engine.linter import Linter
    from plainlint.engine.update import update

    linter, middle = Linter(Config(), None), data.index(b" the ", len(data) // 2)
    checked = update(linter, decode(data))

    def once(number: int) -> float:
        nonlocal checked
        source = decode(data[:middle] + f" word{number}".encode() + data[middle:])
        start = time.process_time()
        checked = update(linter, source, checked)
        return time.process_time() - start

    times = [once(number) for number in range(20)]
    print(f"{name} again after an edit of one word: {1000 * median(times[5:]):.1f} ms of work")


def beside(path: Path, installed: dict[str, list[str]]) -> dict[str, list[str]]:
    """The commands of the other linters on a path."""
    return {name: [*command, str(path)] for name, command in installed.items()}


def figures(files: list[Path], corpus: Path, folder: Path, amount: Amount) -> None:
    """Print all figures; `folder` takes what is made for them."""
    installed = {name: other(name, *options) for name, options in OTHERS.items()}
    for name in [name for name, command in installed.items() if not command]:
        print(f"{name} is not installed: left out")
        del installed[name]
    cache = ["--cache-dir", str(folder / "cache")]
    ours = {"plainlint": plainlint("--no-cache", corpus)}
    one = {"one job": plainlint("--no-cache", "--jobs", 1, corpus)}
    compared("the corpus, no cache", ours | one | beside(corpus, installed), amount.runs)
    memory = peak_memory(ours["plainlint"])
    print(f"  all processes of plainlint together: {memory:.0f} MB at most")
    firsts = [first_finding(ours["plainlint"]) for _ in range(amount.runs)]
    print(f"  first finding after {median(firsts):.2f} s")
    ran(plainlint(*cache, corpus))
    quick = {name: command for name, command in installed.items() if name == "rumdl"}
    ours = {"plainlint": plainlint(*cache, corpus)}
    compared("the corpus again, nothing changed", ours | beside(corpus, quick), amount.runs)
    changed_one(corpus, folder / "corpus", cache, amount.small_runs)
    seeds = copies(folder / "copies", amount.copies)
    ours = {"plainlint": plainlint("--no-cache", seeds)}
    compared(
        f"{amount.copies} copies of the seed document", ours | beside(seeds, installed), amount.runs
    )
    many = copies(folder / "many", amount.many, 2500)
    memory = peak_memory(plainlint("--no-cache", many))
    print(f"{amount.many:,} documents of 2.5 KB: {memory:.0f} MB at most in all processes")
    ran(plainlint(*cache, SEED))
    ours = {"plainlint": plainlint("--no-cache", SEED), "cached": plainlint(*cache, SEED)}
    compared("one small document", ours | beside(SEED, installed), amount.small_runs)
    large = of_size(folder, files, amount.large)
    ours = {"plainlint": plainlint("--no-cache", large)}
    compared(f"one document of {amount.large} MB", ours | beside(large, installed), amount.runs)
    growing(folder, files, amount.megabytes)


def main() -> None:
    amount = SMALL if "--small" in sys.argv else FULL
    sys.argv = [each for each in sys.argv if each != "--small"]
    files = corpus_files(__doc__ or "")
    compileall.compile_dir(ROOT / "plainlint", quiet=1)
    corpus = Path(os.path.commonpath([str(path.parent) for path in files]))
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"{len(files)} documents, {size:.1f} MB; {len(os.sched_getaffinity(0))} cores")
    with tempfile.TemporaryDirectory() as folder:
        # Also the processes that are measured look there.
        os.environ["XDG_CACHE_HOME"] = str(Path(folder) / "home")
        ran(plainlint(SEED))
        figures(files, corpus, Path(folder), amount)
        living("10 KB", SEED.read_bytes())
        living("100 KB", of_size(Path(folder), files, 0.1).read_bytes())


if __name__ == "__main__":
    main()
