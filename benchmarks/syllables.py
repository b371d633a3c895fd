"""How often the syllable counter is right, on CMUdict and on a hand-checked list of medical words.

python benchmarks/syllables.py
"""

import csv
import random
from collections.abc import Callable, Mapping
from pathlib import Path

from build_syllables import cmudict_syllables, exceptions_of

from plainlint.languages.en.syllables import (
    count_syllables,
    count_syllables_by_rule,
    count_word_syllables,
)

MEDICAL_WORDS = Path(__file__).with_name("medical_syllables.csv")


def medical_words() -> dict[str, int]:
    """Return the hand-checked medical words with their syllables."""
    with MEDICAL_WORDS.open(encoding="utf-8", newline="") as file:
        return {row["word"]: int(row["syllables"]) for row in csv.DictReader(file)}


def share_right(count: Callable[[str], int], truth: Mapping[str, list[int]]) -> float:
    """Return the share of words, 0 to 1, whose count is one of those accepted."""
    return sum(count(word) in accepted for word, accepted in truth.items()) / len(truth)


def unseen_share(truth: Mapping[str, int], seed: int = 1) -> float:
    """Return the share right of one half of the words with a table made from the other half."""
    words = sorted(truth)
    random.Random(seed).shuffle(words)
    seen, unseen = words[: len(words) // 2], words[len(words) // 2 :]
    table = exceptions_of({word: truth[word] for word in seen})
    return share_right(
        lambda word: count_word_syllables(word, table), {w: [truth[w]] for w in unseen}
    )


def main() -> None:
    every = cmudict_syllables()
    first = {word: counts[:1] for word, counts in every.items()}
    plain = {word: counts for word, counts in first.items() if word.isalpha() and word.isascii()}
    medical = medical_words()
    unseen = unseen_share({word: counts[0] for word, counts in plain.items()})
    print(
        f"CMUdict, first pronunciation: {share_right(count_syllables, first):.2%} of {len(first):,}"
    )
    print(f"CMUdict, any pronunciation: {share_right(count_syllables, every):.2%}")
    print(
        f"rule alone: {share_right(count_syllables_by_rule, plain):.2%} of {len(plain):,} in a to z"
    )
    print(f"one half with a table made from the other half: {unseen:.2%}")
    for name, count in (
        ("medical list", count_syllables),
        ("medical list, rule alone", count_syllables_by_rule),
    ):
        wrong = {word: count(word) for word, right in medical.items() if count(word) != right}
        print(f"{name}: {1 - len(wrong) / len(medical):.1%} of {len(medical)}")
        for word, counted in wrong.items():
            print(f"  {word}: counted {counted}, hand-checked {medical[word]}")


if __name__ == "__main__":
    main()
