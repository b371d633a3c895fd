"""Classes of English words, by lists and endings: simple, fast, and sometimes wrong.

Context is ignored, so a word can have several classes, and "cut" is always a participle.
"""

import re
from collections.abc import Callable, Mapping

from plainlint.core.words import WORD, simplify_signs
from plainlint.languages.base import WordClass
from plainlint.languages.en.nominalisation import is_nominalised
from plainlint.languages.en.passive import IRREGULAR
from plainlint.languages.en.spoken import NUMBER_WORDS

_BE = "am is are was were be been being isn't aren't wasn't weren't"
_HAVE = "have has had having haven't hasn't hadn't"
_MODALS = (
    "can could may might must shall should will would cannot can't couldn't mustn't shan't "
    "shouldn't won't wouldn't"
)
_PRONOUNS = (
    "i you he she it we they me him her us them myself yourself himself herself itself ourselves "
    "yourselves themselves who whom which that this these those someone anyone everyone nobody "
    "something anything everything nothing one"
)
_DETERMINERS = (
    "the a an this that these those my your his her its our their each every either neither some "
    "any no all both many much few several most more another other such what which whose"
)
_PREPOSITIONS = (
    "about above across after against along among around as at before behind below beneath beside "
    "besides between beyond by despite down during except for from in inside into like near of off "
    "on onto out outside over past per since through throughout till to toward towards under until "
    "up upon via with within without"
)
_CONJUNCTIONS = (
    "and but or nor so yet although because if once since than that though unless until when "
    "whenever where whereas whether while"
)
_ADVERBS = (
    "not never always often also still only then now so very too just even ever already almost "
    "again soon sometimes usually twice once here there well quite rather"
)
# Words in -ly and -ing that are not adverbs or verb forms.
_NOT_ADVERBS = (
    "family supply reply apply rely fly july only early daily weekly monthly yearly likely "
    "unlikely friendly elderly ugly lonely lovely silly belly jelly ally assembly anomaly "
    "monopoly multiply imply comply bully"
)
_NOT_ING = (
    "thing something anything nothing everything during morning evening spring string ring king "
    "sibling ceiling wing sling swing"
)


def _make_list_test(words: str) -> Callable[[str], bool]:
    listed = frozenset(words.split())
    return lambda word: simplify_signs(word.lower()) in listed


def _make_shape_test(pattern: str, excluded: str = "", included: str = "") -> Callable[[str], bool]:
    shape = re.compile(pattern, re.IGNORECASE)
    is_excluded, is_included = _make_list_test(excluded), _make_list_test(included)
    return lambda word: is_included(word) or bool(shape.fullmatch(word) and not is_excluded(word))


_CLASSES: Mapping[WordClass, Callable[[str], bool]] = {
    "word": lambda word: WORD.fullmatch(word) is not None,
    "punctuation": lambda word: not any(map(str.isalnum, word)),
    "capitalised": lambda word: word[0].isupper(),
    "number": lambda word: word[0].isdecimal() or word.lower().partition("-")[0] in NUMBER_WORDS,
    "be": _make_list_test(_BE),
    "have": _make_list_test(_HAVE),
    "modal": _make_list_test(_MODALS),
    "pronoun": _make_list_test(_PRONOUNS),
    "determiner": _make_list_test(_DETERMINERS),
    "preposition": _make_list_test(_PREPOSITIONS),
    "conjunction": _make_list_test(_CONJUNCTIONS),
    "adverb": _make_shape_test(r"\w{2,}ly", _NOT_ADVERBS, _ADVERBS),
    "participle": _make_shape_test(rf"\w{{2,}}[^\We]ed|{IRREGULAR}", "hundred"),
    "ing-form": _make_shape_test(r"\w{2,}ing", _NOT_ING),
    "nominalisation": lambda word: is_nominalised(word.lower()),
}


def is_of_class(word: str, word_class: WordClass) -> bool:
    """Return whether a word or a single sign belongs to a class, judged by its form alone."""
    return _CLASSES[word_class](word)
