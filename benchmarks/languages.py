"""How often the language of a block of text is recognised.

    python benchmarks/languages.py FOLDER

FOLDER has a file for each language, with one block a line: `es.txt`, `pt.txt`. What follows a
hyphen in the name of a file is not compared, as in `en-names.txt`. Prints for each file how many
blocks are right, and what the others are taken for: `-` is a block that has no certain language.
English is right without a certain language too, since that is how such a block is read.
"""

import sys
import time
from collections import Counter
from pathlib import Path

from plainlint.document.language import recognise_language
from plainlint.languages.files import ENGLISH


def main() -> None:
    paths = sorted(Path(sys.argv[1]).glob("*.txt")) if len(sys.argv) > 1 else []
    if not paths:
        sys.exit(__doc__)
    recognise_language("The first call reads the lists of words.")
    blocks_read, seconds = 0, 0.0
    taken_for_another: Counter[bool] = Counter()
    for path in paths:
        language = path.stem.partition("-")[0]
        blocks = path.read_text(encoding="utf-8").splitlines()
        start = time.process_time()
        found = Counter(map(recognise_language, blocks))
        seconds += time.process_time() - start
        blocks_read += len(blocks)
        right = found.pop(language, 0)
        if language == ENGLISH:
            right += found.pop("", 0)
        taken_for_another[language == ENGLISH] += found.total() - found[""]
        others = ", ".join(f"{other or '-'} {count}" for other, count in found.most_common())
        print(f"{path.stem:12} {right:6,} of {len(blocks):6,} {right / len(blocks):7.1%}  {others}")
    print(f"English taken for another language: {taken_for_another[True]}")
    print(f"another language taken for a third: {taken_for_another[False]}")
    print(f"{seconds / blocks_read * 1e6:.0f} microseconds a block")


if __name__ == "__main__":
    main()
