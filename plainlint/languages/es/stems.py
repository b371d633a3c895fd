"""Regular forms of Spanish words: plurals, feminines, adverbs and verb forms, and their stems."""

import re
from collections.abc import Iterator

_ACCENTS = str.maketrans("áéíóú", "aeiou")
# Pronouns behind a verb: "tómelo", "lavarse", "dárselo".
_CLITICS = re.compile(r"(?<=[aeiourn])(?:[mts]e|nos|l[aeo]s?)?(?:[mts]e|nos|l[aeo]s?)$")
# Endings of regular verbs, the long ones first, and the infinitives that they may belong to.
_IN_AR = """
    aríamos aremos áramos ábamos arían arías aría arán arás aron aban abas ando ados adas amos
    asen aran aré ará aste aba ado ada ara ase emos an as en es a e é ó o
"""
_IN_ER_AND_IR = """
    iéramos eríamos eremos iríamos iremos íamos erían ería irían iría erán erás irán irás ieron
    iendo idos idas imos emos eré erá iré irá iste ido ida ían ías ió ía iera amos an en es as a
    e o í
"""
_VERBS = ((_IN_AR.split(), ("ar",)), (_IN_ER_AND_IR.split(), ("er", "ir")))
# Spellings that change before e: "aplique" is of "aplicar".
_BEFORE_E = (("qu", "c"), ("gu", "g"), ("c", "z"))
_SHORTEST = 3


def iter_stems(word: str) -> Iterator[str]:
    """Yield the words that a lower-case word may be a regular form of, the likely ones first.

    Verbs that change their vowel ("cuente") are not found.

    >>> list(iter_stems("lápices"))[:2]
    ['lápiz', 'lápice']
    """
    for stem in _iter_candidates(word):
        if len(stem) >= _SHORTEST and stem != word:
            yield stem


def _iter_candidates(word: str) -> Iterator[str]:
    yield from _iter_nouns(word)
    if word.endswith("mente"):
        adjective = word.removesuffix("mente")
        yield adjective
        yield f"{adjective[:-1]}o"
    yield from _iter_infinitives(word)
    bare = _CLITICS.sub("", word)
    if bare != word:
        verb = bare.translate(_ACCENTS)
        yield verb
        yield from _iter_infinitives(verb)


def _iter_nouns(word: str) -> Iterator[str]:
    if word.endswith("ces"):
        yield f"{word[:-3]}z"
    if word.endswith("s"):
        yield word[:-1]
    if word.endswith("es"):
        # "infecciones" is of "infección": the accent comes and goes.
        base = word[:-2]
        yield base
        yield re.sub(r"[aeiou](?=[ns]$)", lambda match: match[0].translate(_ADDED), base)
    if word.endswith(("a", "as", "os")):
        yield f"{word.rstrip('s')[:-1]}o"
        yield word.rstrip("s")[:-1]


_ADDED = str.maketrans("aeiou", "áéíóú")


def _iter_infinitives(word: str) -> Iterator[str]:
    for endings, infinitives in _VERBS:
        for ending in endings:
            if word.endswith(ending):
                base = word.removesuffix(ending)
                for infinitive in infinitives:
                    yield base + infinitive
                    if ending[0] in "eé" and infinitive == "ar":
                        for changed, original in _BEFORE_E:
                            if base.endswith(changed):
                                yield base.removesuffix(changed) + original + infinitive
