"""CPU seconds of plainlint beside linters that run in Node, on every eighth document of a corpus.

    npm install --prefix FOLDER write-good alex textlint textlint-rule-max-comma \
        textlint-rule-write-good retext retext-simplify retext-readability retext-passive harper.js
    python benchmarks/other_linters.py --node FOLDER [CORPUS]

Each is one process for all documents, in turns; the medians of three are printed. A linter that is
not installed is named. retext runs three plug-ins, textlint two rules. The helper script is copied
into FOLDER, because Node looks for packages beside a script.
"""

import argparse
import compileall
import json
import shutil
import sys
from pathlib import Path
from statistics import median

from corpus_path import corpus_and_options
from speed import ROOT, ran

STEP, RUNS = 8, 3
SCRIPT = Path(__file__).with_suffix(".mjs")
RULES = {"max-comma": True, "write-good": True}


def make_commands(folder: Path, files: list[Path]) -> dict[str, list[str]]:
    """The command of each linter by its name."""
    names = list(map(str, files))
    programs = folder / "node_modules" / ".bin"
    rules = folder / "textlint.json"
    rules.write_text(json.dumps({"rules": RULES}), encoding="utf-8")
    script = str(shutil.copy(SCRIPT, folder))
    check = ["check", "--no-cache", "--output-format", "concise", "--jobs", "1"]
    return {
        "plainlint": [sys.executable, "-m", "plainlint", *check, *names],
        "write-good": [str(programs / "write-good"), *names],
        "textlint": [str(programs / "textlint"), "--config", str(rules), *names],
        "alex": [str(programs / "alex"), *names],
        "retext": ["node", script, "retext", *names],
        "harper.js": ["node", script, "harper", *names],
    }


def is_installed(name: str, folder: Path) -> bool:
    return name == "plainlint" or (folder / "node_modules" / name).is_dir()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--node", type=Path, required=True, help="the folder with node_modules")
    files, options = corpus_and_options(parser)
    chosen = files[::STEP]
    compileall.compile_dir(ROOT / "plainlint", quiet=1)
    commands = make_commands(options.node.absolute(), chosen)
    for name in [name for name in commands if not is_installed(name, options.node)]:
        print(f"{name} is not installed: left out")
        del commands[name]
    work: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(RUNS):
        for name, command in commands.items():
            work[name].append(ran(command, counts_findings=name == "write-good").work)
    own = median(work["plainlint"])
    print(f"{len(chosen)} documents, {sum(path.stat().st_size for path in chosen) / 1e6:.1f} MB")
    for name, seconds in work.items():
        print(
            f"  {name:12} {median(seconds):8.2f} s of work; {median(seconds) / own:6.2f} times ours"
        )


if __name__ == "__main__":
    main()
