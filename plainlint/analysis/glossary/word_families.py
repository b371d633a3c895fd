"""Word families: the words that a word is an inflection, a derivation or a compound of.

Who knows "itch" knows "itchiness", and who knows "ear" and "wax" knows "earwax". The affixes are
closed classes of English word formation.
"""

import re
from collections.abc import Iterator

from plainlint.core.caches import remember
from plainlint.languages.en.familiarity import iter_stems
from plainlint.languages.frequencies import RAREST, get_longest_length, get_rare_frequency


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_PREFIXES = _split("""
    anti counter cross dis down fore inter mid mis multi non out over post pre re self semi
    sub super un under up
""")
_SUFFIXES = _split("""
    ability able ably ation ed en ened ening ens er ers fold free ful fully hood ian ians ibility
    ible ication ications ier iest ily iness ing ings ish ishly ist ists ity ization isation
    ize ized izes izing less lessly lessness like ly ment ments most ness or ors proof ship some
    ward wards wide wise y
""")
_SHORTEST_STEM = 4
# British spellings and the American ones that lists have more often.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z])ae(?=[a-z])|^ae"), "e"),
    (re.compile(r"(?<=[a-z])oe(?=[a-z])|^oe(?=[a-z])"), "e"),
    (re.compile(r"(?<=[a-z]{2})our(?=s?$|ed$|ing$|able$|ful$|less$)"), "or"),
    (re.compile(r"(?<=[a-z]{2})is(?=e[drs]?s?$|ing$|ation$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})ys(?=e[drs]?$|ing$)"), "yz"),
    (re.compile(r"(?<=[a-z]{2})tre(?=s?$)"), "ter"),
    (re.compile(r"ll(?=ed$|ing$|ers?$)"), "l"),
    (re.compile(r"sulph"), "sulf"),
    (re.compile(r"ogue(?=s?$)"), "og"),
)
# Part of every word that one of them changes, and fast to search.
_BRITISH = re.compile(r"[ao]e|our|is[ei]|isa|ys[ei]|tre|ll[ei]|sulph|ogue")
# Both parts of a compound are common, and long enough not to be a syllable.
_COMMON_PART, _SHORTEST_PART, _SHORTEST_COMPOUND = 3.4, 4, 6
# One part may be rare if the other is among the commonest words: "blackcurrant".
_VERY_COMMON, _SHORTEST_OPENING, _SHORTEST_REMAINDER = 4.7, 5, 6
_SHORT_PARTS = frozenset(
    _split("""
    air arm bag bar bed big bin box boy bug bus can cap car cat cot cow cup cut day dog dry
    ear egg eye fan fat fig fly gel gum gut hen hip hot ice ill jar jaw job key kid leg lid
    lip map mat mid mud net new nut off oil old out pad pan pea pen pet pie pig pin pit pop
    pot pox rag ram red rib rod row rug sea set sky sun tap tax tea tie tin tip toe top toy
    tub war wax way web wet wig
""")
)
# What a form of a listed word has in addition.
_LONGEST_ENDING = 4
# Common words that are Greek or Latin in a compound.
_NOT_PARTS = frozenset(
    _split("""
    anti auto cardio chrome extra cyst derma genic gram graph hetero homo hyper intra itis macro
    meta micro mono neural neuro opia para peri plasm pleura path phil phobia proto pseudo
    scope static stasis sterol tonic toxic trans tropic ultra uric vase viral
""")
)


@remember(1 << 15)
def list_spellings_of(word: str) -> tuple[str, ...]:
    """Return a lower-case word, and its American spelling if it is British.

    >>> list_spellings_of("moisturisers")
    ('moisturisers', 'moisturizers')
    """
    if not _BRITISH.search(word):
        return (word,)
    american = word
    for british, ending in _SPELLINGS:
        american = british.sub(ending, american)
    return (word,) if american == word else (word, american)


def iter_inflected(word: str) -> Iterator[str]:
    """Yield a lower-case word in its spellings, and the words that it may be a form of."""
    for spelling in list_spellings_of(word):
        yield spelling
        yield from iter_stems(spelling)


def iter_derived(word: str) -> Iterator[str]:
    """Yield what remains of a lower-case word without regular prefixes and suffixes."""
    for spelling in list_spellings_of(word):
        yield from _strip_affixes(spelling)


def _strip_affixes(word: str) -> Iterator[str]:
    prefixes = [prefix for prefix in _PREFIXES if word.startswith(prefix)]
    suffixes = [suffix for suffix in _SUFFIXES if word.endswith(suffix)]
    for prefix in ("", *prefixes):
        for suffix in ("", *suffixes):
            stem = word[len(prefix) : len(word) - len(suffix)]
            if stem != word and len(stem) >= _SHORTEST_STEM:
                yield from (stem, f"{stem}e", f"{stem}y")
                if stem[-1] == stem[-2] and suffix:
                    yield stem[:-1]


@remember(1 << 15)
def is_compound(word: str) -> bool:
    """Return whether a lower-case word is two common words written as one: "nosebleed"."""
    if len(word) < _SHORTEST_COMPOUND:
        return False
    longest = get_longest_length() + _LONGEST_ENDING
    splits = range(max(3, len(word) - longest), min(len(word) - 2, longest + 1))
    return any(
        (_is_part(word[:place]) and _is_part(word[place:]))
        or (_is_very_common(word[:place]) and _is_listed(word[place:]))
        for place in splits
    )


def _is_very_common(part: str) -> bool:
    return (
        len(part) >= _SHORTEST_OPENING
        and part not in _NOT_PARTS
        and get_rare_frequency(part) >= _VERY_COMMON
    )


def _is_listed(part: str) -> bool:
    """Return whether a part is a word in its own right, though perhaps a rare one: "currant"."""
    return len(part) >= _SHORTEST_REMAINDER and any(
        get_rare_frequency(stem) > RAREST for stem in (part, *iter_stems(part))
    )


def _is_part(part: str) -> bool:
    stems = (part, *(iter_stems(part) if part.endswith("s") else ()))
    return any(
        (stem in _SHORT_PARTS)
        or (
            len(stem) >= _SHORTEST_PART
            and stem not in _NOT_PARTS
            and get_rare_frequency(stem) >= _COMMON_PART
        )
        for stem in stems
    )
