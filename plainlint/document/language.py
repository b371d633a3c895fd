"""Recognise the language of a text and of a document."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from unicodedata import normalize

from plainlint.core.caches import remember
from plainlint.document.function_words import load_vocabulary, recognise_words
from plainlint.document.language_tags import UNDETERMINED
from plainlint.document.scripts import has_scripts, recognise_script
from plainlint.languages.files import ENGLISH

# In texts of so few words, signs such as "¿" and "." may be next to all of them.
_SHORT = 60
# Most English texts have fewer words of other languages, and at least so many more of their own.
_FEWEST_WORDS = 2
_OUTWEIGH = 0.5
_WORD = re.compile(r"[^\W\d_]+")
_SOFT_HYPHEN = "\xad"
# Texts are recognised together up to this many characters: some 200 function words.
_SAMPLE = 4_000
# English sentences have more words that are in English only. Of 24,000 samples of 100 words, none
# had fewer than 3.6%; of 39,000 samples of 60 words, one in 10,000 had 1.5%.
_FEWEST_PROSE_WORDS = 60
_LOWEST_ONLY_ENGLISH = 0.015
# The words that English shares with other languages are in these too, but fewer.
_LOWEST_ENGLISH = 0.2
_WORDS_PER_SENTENCE = 6
# A paragraph in another language than its document has so many words. So much of it is function
# words of that language. Of those that the two languages do not share, there are so many, and so
# many times as many as of the document's: relatives such as Spanish and Portuguese share half.
_FEWEST_PARAGRAPH_WORDS = 15
_LOWEST_OTHER = 0.2
_FEWEST_OTHER_ONLY = 2
_OTHER_OUTWEIGHS = 2
_STOPS = re.compile(r"[.!?:;]+(?!\w)")


# A document's blocks are recognised when it is read, by a rule, and again after each edit.
@remember(1 << 11)
def recognise_language(text: str) -> str:
    """Return the language code of a text, such as `es`; empty if it is not certain.

    The time is linear in the length of the text.
    """
    vocabulary = load_vocabulary()
    if not text.isascii():
        text = normalize("NFC", text).replace(_SOFT_HYPHEN, "")
    lowered = text.lower()
    words = lowered.split() if len(text) > _SHORT else _WORD.findall(lowered)
    if has_scripts(text):
        has_english = not vocabulary.words[ENGLISH].isdisjoint(words)
        if language := recognise_script(text, has_english=has_english):
            return language
    if _may_be_foreign(text, words) and (language := recognise_words(text)):
        return language
    return "" if vocabulary.only_english.isdisjoint(words) else ENGLISH


def recognise_other_language(text: str, own: str) -> str:
    """Return the language of a paragraph that is in another one than its document; else empty.

    Titles and names in other languages are everywhere: only a paragraph counts, and only if its
    function words are of the other language far more than of the document's.

    Args:
        text: the text of a block.
        own: the primary tag of the document's language, other than English.
    """
    words = _WORD.findall(text.lower())
    listed = load_vocabulary().words
    if len(words) < _FEWEST_PARAGRAPH_WORDS or own not in listed:
        return ""
    other = recognise_language(text)
    if other not in listed or other == own:
        return ""
    known = [word for word in words if word in listed[other]]
    other_only = sum(word not in listed[own] for word in known)
    own_only = sum(word in listed[own] and word not in listed[other] for word in words)
    is_sure = len(known) >= _LOWEST_OTHER * len(words) and other_only >= max(
        _FEWEST_OTHER_ONLY, _OTHER_OUTWEIGHS * own_only
    )
    return other if is_sure else ""


def _may_be_foreign(text: str, words: Sequence[str]) -> bool:
    """Check quickly whether the words of a text may be those of another language than English."""
    vocabulary = load_vocabulary()
    others = vocabulary.not_english.intersection(words)
    # Two words, unless there are letters that English does not have.
    if not others or (len(others) < _FEWEST_WORDS and text.isascii()):
        return False
    return len(others) >= _OUTWEIGH * len(vocabulary.words[ENGLISH].intersection(words))


def recognise_document_language(
    texts: Sequence[str], languages: Sequence[str], is_prose: Iterable[bool]
) -> str:
    """Return the language of most of the text of a document's blocks; English if uncertain.

    Blocks whose language is not certain are recognised together. If it still is not, and if they
    are most of the text, the language is undetermined, unless sentences have English words.

    Args:
        texts: the texts of the blocks.
        languages: the language of each block, as `recognise_language` returns it.
        is_prose: whether each block has sentences.
    """
    lengths: Counter[str] = Counter()
    for text, language in zip(texts, languages, strict=True):
        lengths[language] += len(text)
    unknown = lengths.pop("", 0)
    if unknown:
        pairs = zip(texts, languages, strict=True)
        together = recognise_language(_join_sample(text for text, its in pairs if not its))
        if together:
            lengths[together] += unknown
            unknown = 0
    # English comes first among equals.
    ranked = sorted({ENGLISH, *lengths}, key=lambda its: (-lengths[its], its != ENGLISH, its))
    if unknown > lengths[ranked[0]]:
        triples = zip(texts, languages, is_prose, strict=True)
        if _lacks_english([text for text, its, scored in triples if scored and not its]):
            return UNDETERMINED
    return ranked[0]


def _join_sample(texts: Iterable[str]) -> str:
    """Join texts that are too short to be recognised one by one; only as many as are needed."""
    sample, length = [], 0
    for text in texts:
        sample.append(text[: _SAMPLE - length])
        length += len(text)
        if length >= _SAMPLE:
            break
    return "\n".join(sample)


def _lacks_english(texts: Sequence[str]) -> bool:
    """Check whether texts are sentences, and not in English.

    Words with a capital are not counted: they may be names, which are in all languages. Where
    sentences have a few words each, as in "Wash hands. Avoid alcohol.", English does without
    function words.
    """
    vocabulary = load_vocabulary()
    words = [word for text in texts for word in _WORD.findall(text) if word[0].islower()]
    sentences = sum(max(1, len(_STOPS.findall(text))) for text in texts)
    if len(words) < max(_FEWEST_PROSE_WORDS, _WORDS_PER_SENTENCE * sentences):
        return False
    only_english = sum(map(vocabulary.only_english.__contains__, words))
    english = sum(map(vocabulary.words[ENGLISH].__contains__, words))
    return only_english < _LOWEST_ONLY_ENGLISH * len(words) and english < _LOWEST_ENGLISH * len(
        words
    )


def fill_gaps(languages: Sequence[str]) -> list[str]:
    """Return the languages of a document's blocks, with the language of unknown ones added.

    What stands between two blocks of one language, other than English, is of that language too: in
    Spanish instructions, the name of a medicine.
    """
    filled: list[str] = []
    groups = [(language, len(list(group))) for language, group in groupby(languages)]
    for number, (language, length) in enumerate(groups):
        between = {its for its, _ in groups[max(0, number - 1) : number + 2] if its}
        is_gap = not language and 0 < number < len(groups) - 1 and between != {ENGLISH}
        filled += [between.pop() if is_gap and len(between) == 1 else language] * length
    return filled
