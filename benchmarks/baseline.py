"""Baselines and formats: what edits bring back, what they add, and what all formats cost.

    python benchmarks/baseline.py [CORPUS]

The corpus is copied to a temporary folder, a baseline is written there, and the copies are
edited: 50 edits that change no word (a paragraph moved, two paragraphs or two sections swapped, a
file renamed, lines broken anew), then 50 that add one hard sentence each. Everything runs as
`plainlint` in a process of its own.
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from corpus_path import corpus_files

from plainlint.reporters import FORMATS

EDITS, RUNS, SEED = 50, 3, 20261122
HARD = (
    "Before you go home after the {n} visit you should ask the team who will call you and when "
    "they will call you and what you should do if they do not call you and then write it down "
    "and keep it where you can find it."
)
_PROSE = re.compile(r"[A-Z][^#|>*`<\[\]\n-][^#|`<\n]{80,}[.]")


def plainlint(folder: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "plainlint", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        sys.exit(f"plainlint {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def told(folder: Path) -> list[dict[str, object]]:
    """The findings of a run with the baseline of the folder."""
    lines = plainlint(folder, "check", ".", "--output-format", "jsonl").splitlines()
    return [json.loads(line) for line in lines]


def paragraphs(text: str) -> tuple[list[str], list[int]]:
    """A document's parts between blank lines, and the numbers of those that are plain prose."""
    parts = re.split(r"(\n[ \t]*\n)", text)
    return parts, [i for i in range(0, len(parts), 2) if _PROSE.fullmatch(parts[i])]


def move(path: Path, chance: random.Random) -> bool:
    """Move a paragraph behind another one."""
    parts, prose = paragraphs(path.read_text(encoding="utf-8"))
    if len(prose) <= 1:
        return False
    source, target = chance.sample(prose, 2)
    parts[target] += "\n\n" + parts[source]
    parts[source : source + 2] = ["", ""]
    path.write_text("".join(parts), encoding="utf-8")
    return True


def swap(path: Path, chance: random.Random) -> bool:
    """Swap two paragraphs."""
    parts, prose = paragraphs(path.read_text(encoding="utf-8"))
    if len(prose) <= 1:
        return False
    one, other = chance.sample(prose, 2)
    parts[one], parts[other] = parts[other], parts[one]
    path.write_text("".join(parts), encoding="utf-8")
    return True


def swap_sections(path: Path, chance: random.Random) -> bool:
    """Swap two sections of the second level that stand side by side, lists of sources aside."""
    parts = re.split(r"(?m)^(?=## )", path.read_text(encoding="utf-8"))
    parts = [part if part.endswith("\n\n") else part.rstrip("\n") + "\n\n" for part in parts]
    places = [i for i in range(1, len(parts) - 1) if not re.match("## .*Refer", parts[i + 1])]
    if not places:
        return False
    at = chance.choice(places)
    parts[at], parts[at + 1] = parts[at + 1], parts[at]
    path.write_text("".join(parts), encoding="utf-8")
    return True


def rename(path: Path, chance: random.Random) -> bool:
    """Give a file a name and a folder that it did not have."""
    folder = path.parent / f"moved-{chance.randrange(10)}"
    folder.mkdir(exist_ok=True)
    path.rename(folder / f"{chance.randrange(10**6)}-{path.name}")
    return True


def reflow(path: Path, chance: random.Random) -> bool:
    """Break the lines of every plain paragraph anew."""
    parts, prose = paragraphs(path.read_text(encoding="utf-8"))
    width = chance.randrange(40, 120)
    for i in prose:
        # A line must not start with what Markdown takes for markup.
        parts[i] = re.sub(rf"(.{{{width}}}\S*) (?=[A-Za-z])", r"\1\n", parts[i])
    path.write_text("".join(parts), encoding="utf-8")
    return bool(prose)


def harden(path: Path, chance: random.Random, number: int) -> bool:
    """Add a hard sentence as a paragraph of its own."""
    parts, prose = paragraphs(path.read_text(encoding="utf-8"))
    if not prose:
        return False
    parts[chance.choice(prose)] += "\n\n" + HARD.format(n=f"number {number}")
    path.write_text("".join(parts), encoding="utf-8")
    return True


def edited(
    files: list[Path], chance: random.Random, edits: Sequence[Callable[[Path, random.Random], bool]]
) -> None:
    """Make each edit on a file of its own that can take it."""
    left = chance.sample(files, len(files))
    for edit in edits:
        while not edit(left.pop(), chance):
            pass


def main() -> None:
    corpus = corpus_files(__doc__ or "")
    top = Path(os.path.commonpath([path.parent for path in corpus]))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path in corpus:
            copy = folder / path.relative_to(top)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
        print(plainlint(folder, "baseline", ".").strip())
        print(f"told by a run after the baseline: {len(told(folder))}")
        words(folder)
        sentences(folder)
        formats(folder)


def words(folder: Path) -> None:
    """The findings after edits that change no word."""
    kinds = [move, swap, swap_sections, rename, reflow]
    edited(sorted(folder.rglob("*.md")), random.Random(SEED), kinds * (EDITS // len(kinds)))
    found = told(folder)
    print(f"told after {EDITS} edits that move, swap, rename or reflow: {len(found)}")
    for each in found:
        print(f"  {each['path']}:{each['line']}: {each['rule']}: {str(each['text'])[:60]}")


def sentences(folder: Path) -> None:
    """The findings after edits that add one hard sentence each."""
    added = [partial(harden, number=number) for number in range(EDITS)]
    edited(sorted(folder.rglob("*.md")), random.Random(SEED + 1), added)
    found = told(folder)
    expected = {HARD.format(n=f"number {number}") for number in range(EDITS)}
    whole = {each["text"]: (each["path"], each["line"]) for each in found}
    places = {place for text, place in whole.items() if text in expected}
    inside = [each for each in found if (each["path"], each["line"]) in places]
    print(f"told after {EDITS} edits that add one hard sentence each: {len(found)}")
    print(f"of them in the added sentences, on {len(places)} of {EDITS}: {len(inside)}")
    for each in found:
        if each not in inside:
            print(f"  {each['path']}:{each['line']}: {each['rule']}: {str(each['text'])[:60]}")


def cost(folder: Path, *outputs: str) -> float:
    """Seconds of processor time of one run."""
    options = [".", "--no-baseline", "--no-cache", *outputs]
    command = [sys.executable, "-m", "plainlint", "check", *options]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        sys.exit(f"plainlint failed with exit code {process.returncode}")
    return used.ru_utime + used.ru_stime


def formats(folder: Path) -> None:
    """What a run with one format costs, and one with all of them, in turns."""
    (folder / "out").mkdir()
    outputs = [f"--output-format={name}=out/{name}" for name in FORMATS]
    outputs.append("--output-format=html=out/pages")
    pairs = [
        (cost(folder, "--output-format=json=out/json"), cost(folder, *outputs)) for _ in range(RUNS)
    ]
    one, every = (median(times) for times in zip(*pairs, strict=True))
    print(f"one format: {one:.1f} s of processor time; all {len(outputs)}: {every:.1f} s", end="")
    print(f", {100 * (every / one - 1):.0f}% more (median of {RUNS} runs each)")


if __name__ == "__main__":
    main()
