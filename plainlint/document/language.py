"""Recognise the language of a text by its script and its function words.

When in doubt there is no answer: names, lists of drugs and loan words must not turn an English text
into one of another language.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from plainlint.core.caches import remember

ENGLISH = "en"
# A tag such as "en" or "pt-BR".
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
_TOKEN = re.compile(r"[^\W\d_]+['’]?|[¿¡]")
_LETTERS = re.compile(r"[^\W\d_]+")


class _Script(NamedTuple):
    """A script, and the languages written in it.

    `weight` is how many Latin letters one of its signs is worth. `variants` are further languages,
    each with signs that only it has.
    """

    signs: str
    language: str
    weight: int = 1
    variants: tuple[tuple[str, str], ...] = ()


_SCRIPTS = (
    _Script(
        r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff",
        "zh",
        weight=3,
        variants=((r"\u3040-\u30ff", "ja"),),
    ),
    _Script(r"\uac00-\ud7af\u1100-\u11ff", "ko", weight=3),
    _Script(
        r"\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
        "ar",
        variants=((r"\u0679\u0688\u0691\u06ba\u06d2", "ur"), (r"\u067e\u0686\u0698\u06af", "fa")),
    ),
    _Script(r"\u0400-\u052f", "ru", variants=((r"\u0404\u0406\u0407\u0454\u0456\u0457", "uk"),)),
    _Script(r"\u0370-\u03ff\u1f00-\u1fff", "el"),
    _Script(r"\u0590-\u05ff", "he"),
    _Script(r"\u0e00-\u0e7f", "th", weight=2),
    _Script(r"\u0900-\u097f", "hi"),
)
_SIGNS = re.compile(f"[{''.join(script.signs for script in _SCRIPTS)}]+")
# With fewer letters the signs may be those of a formula or a name. Words of Latin letters among
# signs of another script are names and commands if no English function word is with them; then the
# signs count for more.
_FEWEST_LETTERS = 8
_BONUS = 4
# A text of another language has this many function words, and this share of them.
_FEWEST_HITS = 3
_LOWEST_SHARE = 0.15


class _Proof(NamedTuple):
    """What proves that a text is not English.

    Attributes:
        strong: how many distinct words must be in no English text.
        points: the least sum, where such a word is worth four and any other distinct word one.
    """

    strong: int
    points: int


_STRONG_POINTS = 4
_PROOF = _Proof(strong=0, points=5)
# Lists of names, where most other words have capitals as in German, and of dishes, with a comma for
# every few words.
_PROOF_IN_LISTS = _Proof(strong=2, points=10)
_WORDS_PER_COMMA = 4
# Letters that distinguish languages with many function words in common.
_LETTERS_OF = {"es": "ñ¿¡", "pt": "ãõç", "fr": "çêèœ", "it": "èìò", "de": "äöüß"}
# How many function words of another language outweigh one of English.
_OUTWEIGH = 2
# Texts are recognised together up to this many characters: some 200 function words.
_SAMPLE = 4_000


class _Vocabulary(NamedTuple):
    """The function words of all languages.

    Attributes:
        words: the words of each language.
        languages: the languages of each word.
        foreign: the words that are in English texts only as part of a name.
        strong: the words that are in no English text.
        english: the words that are in English texts only.
    """

    words: Mapping[str, frozenset[str]]
    languages: Mapping[str, tuple[str, ...]]
    foreign: frozenset[str]
    strong: frozenset[str]
    english: frozenset[str]


@remember(None)
def _load_vocabulary() -> _Vocabulary:
    """Read function_words.txt."""
    text = Path(__file__).with_name("function_words.txt").read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    sections = re.findall(r"^\[(.+)\]\n([^\[]*)", lines, re.MULTILINE)
    words = {name: frozenset(body.split()) for name, body in sections}
    homographs = words.pop("homographs") | words[ENGLISH]
    names = words.pop("names")
    languages = {
        word: tuple(language for language in words if word in words[language])
        for word in frozenset[str]().union(*words.values())
    }
    return _Vocabulary(
        words=words,
        languages=languages,
        foreign=frozenset(languages) - homographs,
        strong=frozenset(languages) - homographs - names,
        english=frozenset(word for word in languages if languages[word] == (ENGLISH,)),
    )


def is_english(language: str) -> bool:
    """Check whether a language tag such as `en-US` is one of English."""
    return language.lower().partition("-")[0] == ENGLISH


def read_language_tag(text: str) -> str:
    """Return a text if it is a language tag; otherwise an empty string."""
    return text if _TAG.fullmatch(text) else ""


def recognise_language(text: str) -> str:
    """Return the language code of a text, such as `es`; empty if it is not certain.

    The time is linear in the length of the text.
    """
    vocabulary = _load_vocabulary()
    if not text.isascii() and _SIGNS.search(text) and (language := _recognise_script(text)):
        return language
    words = text.lower().split()
    # Most English texts have none of these words.
    if not vocabulary.foreign.isdisjoint(words) and (language := _recognise_words(text)):
        return language
    return "" if vocabulary.english.isdisjoint(words) else ENGLISH


def recognise_document_language(texts: Iterable[str], languages: Iterable[str]) -> str:
    """Return the language of most of the text of a document's blocks; English if uncertain.

    Args:
        texts: the texts of the blocks.
        languages: the language of each block, as `recognise_language` returns it.
    """
    lengths: Counter[str] = Counter()
    unknown, total = [], 0
    for text, language in zip(texts, languages, strict=True):
        if language:
            lengths[language] += len(text)
        elif total < _SAMPLE:
            unknown.append(text)
            total += len(text)
    if not lengths:
        return recognise_language("\n".join(unknown)[:_SAMPLE]) or ENGLISH
    # English comes first among equals.
    return max(sorted(lengths, key=ENGLISH.__ne__), key=lengths.__getitem__)


def _recognise_script(text: str) -> str:
    """Return the language of a text mostly of signs of one script that is not Latin."""
    signs = "".join(_SIGNS.findall(text))
    counts = [(_count_signs(script.signs, signs), script) for script in _SCRIPTS]
    number, script = max(counts, key=itemgetter(0))
    weight = script.weight * number
    letters = sum(map(len, _LETTERS.findall(_SIGNS.sub("", text))))
    if weight < _FEWEST_LETTERS:
        return ""
    if weight <= letters:
        has_english = not _load_vocabulary().english.isdisjoint(text.lower().split())
        if has_english or _BONUS * weight <= letters:
            return ""
    variants = (language for its, language in script.variants if _count_signs(its, signs))
    return next(variants, script.language)


def _count_signs(kind: str, signs: str) -> int:
    return sum(map(len, re.findall(f"[{kind}]+", signs)))


def _recognise_words(text: str) -> str:
    """Return the language, other than English, whose function words are in a text."""
    vocabulary = _load_vocabulary()
    tokens = _TOKEN.findall(text)
    lowered = "\n".join(tokens).lower().replace("’", "'").split("\n")
    # Acronyms such as MIT and ALS are not function words.
    hits = [
        word
        for token, word in zip(tokens, lowered, strict=True)
        if word in vocabulary.languages and not (token.isupper() and len(token) > 1)
    ]
    best = _find_best_language(text, hits, vocabulary)
    own = vocabulary.words[best]
    own_hits = [hit for hit in hits if hit in own]
    english = sum(hit in vocabulary.words[ENGLISH] for hit in hits if hit not in own)
    fewest = max(_FEWEST_HITS, _LOWEST_SHARE * len(tokens), _OUTWEIGH * english + 1)
    if len(own_hits) < fewest:
        return ""
    others = [token for token, word in zip(tokens, lowered, strict=True) if word not in own]
    has_commas = _WORDS_PER_COMMA * text.count(",") >= len(tokens)
    is_list = has_commas or 2 * sum(map(str.istitle, others)) > len(others)
    distinct = frozenset(own_hits) - vocabulary.words[ENGLISH]
    strong = len(vocabulary.strong & distinct)
    points = len(distinct) + (_STRONG_POINTS - 1) * strong
    required = _PROOF_IN_LISTS if is_list else _PROOF
    is_proved = strong >= required.strong and points >= required.points
    return best if is_proved else ""


def _find_best_language(text: str, hits: Iterable[str], vocabulary: _Vocabulary) -> str:
    """Return the language, other than English, that has most of the words for itself.

    Args:
        hits: the function words of the text.
    """
    weights = dict.fromkeys(vocabulary.words, 0.0)
    for hit in hits:
        languages = vocabulary.languages[hit]
        for language in languages:
            weights[language] += 1 / len(languages)
    del weights[ENGLISH]
    if not text.isascii():
        for language, letters in _LETTERS_OF.items():
            weights[language] += sum(map(text.count, letters)) / 2
    return max(weights, key=weights.__getitem__)
