"""Simplified sentences: a document's counts if some of its sentences were rewritten plainly."""

from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate

from plainlint.metrics.counts import Counts

# A rewritten sentence lies between the good seed documents, for patients and for caregivers: words
# a sentence; per word syllables, words of three or more of them, letters, and hard words.
_WORDS, _SYLLABLES, _POLYSYLLABLES, _LETTERS, _DIFFICULT, _COMPLEX = 12, 1.3, 0.04, 4.2, 0.08, 0.02


@lru_cache(maxsize=1 << 12)
def simplified(one: Counts) -> Counts:
    """The counts of one sentence after it was rewritten plainly; none gets worse.

    It is taken to keep its number of words, cut into sentences of about 12. This is an estimate: a
    good writer often drops words too.
    """
    words = one.words
    return Counts(
        max(one.sentences, round(words / _WORDS)),
        words,
        min(one.syllables, round(words * _SYLLABLES)),
        min(one.polysyllables, round(words * _POLYSYLLABLES)),
        min(one.letters, round(words * _LETTERS)),
        min(one.difficult, round(words * _DIFFICULT)),
        min(one.complex, round(words * _COMPLEX)),
    )


def sentences_to_simplify(
    whole: Counts, ranked: list[Counts], is_reached: Callable[[Counts], bool]
) -> int | None:
    """How many sentences, from the first of `ranked` on, must be rewritten to reach a goal.

    None if even all of them are not enough.
    """
    steps = accumulate(ranked, lambda now, one: now.exchanged(one, simplified(one)), initial=whole)
    return next((number for number, now in enumerate(steps) if is_reached(now)), None)
