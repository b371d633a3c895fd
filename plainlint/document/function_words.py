"""Recognise the language of a text in Latin letters by its function words and its letters.

A word proves more if no English text has it, and less if it is also an English word or part of a
name. When in doubt there is no answer: names, lists of drugs and loan words must not turn an
English text into one of another language.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from plainlint.core.caches import remember
from plainlint.core.stored_results import STORED
from plainlint.languages.files import (
    ENGLISH,
    RECOGNITION,
    Sections,
    get_state_of_files,
    read_sections,
)

_TOKEN = re.compile(r"\b[^\W\d_]+\b['’]?|[¿¡]")
_NONE = frozenset[str]()

# Of relatives with most words in common, one of these is likelier, by this factor.
_LIKELY = frozenset({"es", "fr", "de", "pt", "it", "nl"})
_LIKELIER = 1.4
# A word of no English text counts so much more for its languages than one that English has as well.
_GREATEST_WEIGHT = 1.5
# Endings decide between languages, and prove nothing alone: many are in English words, too.
_ENDING_WEIGHT = 0.5
_LONGEST_ENDING, _SHORTEST_STEM = 6, 2

# What a distinct word is worth as a proof: one that is in no English text; one that is there in
# names, where the next word has a capital; another function word; one with letters of the language.
_STRONG, _PARTICLE, _WEAK, _ACCENTED, _ENDED = 4, 2, 1, 1, 2
# A text of another language has this many function words, and this share of them. A distinct one
# of English, as in a command that is quoted, is outweighed by this many.
_FEWEST_HITS = 3
_LOWEST_SHARE = 0.12
_OUTWEIGH = 3


class _Proof(NamedTuple):
    """The least sum of what a text's words are worth, and the least number of strong words."""

    points: int
    strong: int


_PROOF = _Proof(points=6, strong=0)
# Lists of names, where most other words have capitals as in German, and of dishes, with a comma for
# every few words.
_PROOF_AMONG_CAPITALS = _Proof(points=8, strong=0)
_PROOF_AMONG_COMMAS = _Proof(points=9, strong=1)
_WORDS_PER_COMMA = 4
# So many function words without one of English are those of sentences: at least this share and
# number, and this many distinct ones of more than one letter, as in no formula. So many of these
# are not in English.
_SENTENCE_SHARE, _SENTENCE_HITS, _SENTENCE_WORDS, _SENTENCE_OWN = 0.3, 4, 3, 2


class _Vocabulary(NamedTuple):
    """The function words of all languages.

    Attributes:
        words: the words of each language.
        languages: the languages of each word.
        endings: the languages of each ending.
        not_english: the words that are not function words of English.
        worth: what a word proves that is not written as part of a name.
        polite: words that have a capital in the middle of a sentence.
        only_english: the words that are in English texts only.
        letters: the languages of each letter that English does not have.
    """

    words: Mapping[str, frozenset[str]]
    languages: Mapping[str, tuple[str, ...]]
    endings: Mapping[str, tuple[str, ...]]
    not_english: frozenset[str]
    worth: Mapping[str, int]
    polite: frozenset[str]
    only_english: frozenset[str]
    letters: Mapping[str, frozenset[str]]


@remember(None)
def load_vocabulary() -> _Vocabulary:
    """Read how all languages are recognised."""
    return _Vocabulary(*STORED.get(_build_vocabulary, get_state_of_files(RECOGNITION)))


def _build_vocabulary(files: tuple[tuple[str, int, int], ...]) -> tuple[Any, ...]:
    """Return the fields of the vocabulary, made of the files of these languages."""
    sections = {code: read_sections(code, RECOGNITION) for code, *_ in files}
    words = {code: its["words"] for code, its in sections.items() if "words" in its}
    homographs = _join(sections, "english") | words[ENGLISH]
    particles = _join(sections, "particles")
    languages = _list_languages(words)
    return (
        words,
        languages,
        _list_languages(
            {code: {end[1:] for end in its.get("endings", ())} for code, its in sections.items()}
        ),
        frozenset(languages) - words[ENGLISH],
        {
            word: _WEAK if word in homographs else _PARTICLE if word in particles else _STRONG
            for word in languages
        },
        _join(sections, "polite"),
        frozenset(word for word in languages if languages[word] == (ENGLISH,)),
        {
            letter: frozenset(codes)
            for letter, codes in _list_languages(
                {code: "".join(its.get("letters", ())) for code, its in sections.items()}
            ).items()
        },
    )


def _join(sections: Mapping[str, Sections], name: str) -> frozenset[str]:
    """Return the words of one section of all languages."""
    return frozenset(chain.from_iterable(its.get(name, ()) for its in sections.values()))


def _list_languages(words: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return the languages of each word, ending or letter."""
    languages: dict[str, tuple[str, ...]] = {}
    for code, its_words in words.items():
        for word in its_words:
            languages[word] = (*languages.get(word, ()), code)
    return languages


def recognise_words(text: str) -> str:
    """Return the language, other than English, of a text; empty if it is not certain."""
    vocabulary = load_vocabulary()
    has_commas = _WORDS_PER_COMMA * text.count(",") >= len(text.split())
    tokens = _find_tokens(text, is_list=has_commas)
    lowered = [token.lower().replace("’", "'") for token in tokens]
    hits = [word for word in lowered if word in vocabulary.languages]
    accented = [] if text.isascii() else list(_find_accented_words(tokens, hits))
    best = _find_best_language(lowered, accented, vocabulary)
    own = vocabulary.words[best]
    own_accented = [word for word, languages in accented if best in languages]
    number = sum(hit in own for hit in hits) + len(own_accented)
    english = len({*hits} & vocabulary.words[ENGLISH] - own)
    if number < max(_FEWEST_HITS, _LOWEST_SHARE * len(tokens), _OUTWEIGH * english + 1):
        return ""
    worth = _rate_words(tokens, lowered, best, vocabulary)
    for word in own_accented:
        worth[word] = _ENDED if best in _find_ending(word, vocabulary) else _ACCENTED
    others = [token for token, word in zip(tokens, lowered, strict=True) if word not in own]
    has_capitals = 2 * sum(map(str.istitle, others)) > len(others)
    is_sentence = number >= max(_SENTENCE_HITS, _SENTENCE_SHARE * len(tokens)) and not english
    distinct = sum(len(word) > 1 for word in {*worth, *own.intersection(hits)})
    is_sentence = is_sentence and distinct >= _SENTENCE_WORDS and len(worth) >= _SENTENCE_OWN
    if is_sentence and not has_commas and not has_capitals:
        return best
    required = (
        _PROOF_AMONG_COMMAS if has_commas else _PROOF_AMONG_CAPITALS if has_capitals else _PROOF
    )
    strong = sum(points == _STRONG for points in worth.values())
    is_proved = strong >= required.strong and sum(worth.values()) >= required.points
    return best if is_proved else ""


def _find_tokens(text: str, *, is_list: bool) -> list[str]:
    """Return the words of a text that may be function words.

    Words in capitals are acronyms, such as MIT and ALS, and single capitals are initials. But a
    text that is all in capitals is read like any other if it is not a list.
    """
    if text.isupper() and not is_list:
        text = text.lower()
    tokens: list[str] = _TOKEN.findall(text)
    return [
        token
        for number, token in enumerate(tokens)
        if not token.isupper() or (len(token) == 1 and number == 0)
    ]


def _find_accented_words(
    tokens: Iterable[str], hits: Iterable[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each word with letters that English does not have, and the languages that have them.

    Words with a capital may be names.
    """
    known = frozenset(hits)
    languages_of = load_vocabulary().letters
    for token in tokens:
        if not token.isascii() and token.islower() and token not in known:
            letters = [languages_of.get(letter, _NONE) for letter in token if not letter.isascii()]
            if languages := frozenset.intersection(*letters):
                yield token, languages


def _find_best_language(
    words: Iterable[str],
    accented: Iterable[tuple[str, Collection[str]]],
    vocabulary: _Vocabulary,
) -> str:
    """Return the language, other than English, that has most of the words for itself.

    Args:
        words: the words of the text.
        accented: those with letters that English does not have, and their languages.
    """
    weights = dict.fromkeys(vocabulary.words, 0.0)
    evidence: list[tuple[float, Collection[str]]] = [(1.0, languages) for _, languages in accented]
    for word in words:
        if word in vocabulary.languages:
            weight = min(vocabulary.worth[word], _GREATEST_WEIGHT)
            evidence.append((weight, vocabulary.languages[word]))
        else:
            evidence.append((_ENDING_WEIGHT, _find_ending(word, vocabulary)))
    for weight, languages in evidence:
        for language in languages:
            weights[language] += weight / len(languages)
    for language in _LIKELY:
        weights[language] *= _LIKELIER
    del weights[ENGLISH]
    return max(weights, key=weights.__getitem__)


def _find_ending(word: str, vocabulary: _Vocabulary) -> tuple[str, ...]:
    """Return the languages of the longest ending of a word; none if it has no known one."""
    longest = min(_LONGEST_ENDING, len(word) - _SHORTEST_STEM)
    endings = (word[-length:] for length in range(longest, 1, -1))
    return next((vocabulary.endings[its] for its in endings if its in vocabulary.endings), ())


def _rate_words(
    tokens: Sequence[str], lowered: Sequence[str], language: str, vocabulary: _Vocabulary
) -> dict[str, int]:
    """Return what each function word of a language proves that English does not have as well."""
    own = vocabulary.words[language] - vocabulary.words[ENGLISH]
    worth: dict[str, int] = {}
    following = (*tokens[1:], "")
    for number, (token, word, after) in enumerate(zip(tokens, lowered, following, strict=True)):
        if word in own:
            points = vocabulary.worth[word]
            # The first word of a text has a capital in any case.
            is_name = number > 0 and token[0].isupper() and word not in vocabulary.polite
            if is_name or (points == _PARTICLE and after.istitle()):
                points = _WEAK
            worth[word] = max(points, worth.get(word, 0))
    return worth
